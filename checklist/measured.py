"""Figures measured on labelled reports, kept with the rules in measured.json, as the handbook prints them."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from checklist.errors import UserError

FILE = "measured.json"
_SHARES = {
    "precision": "判缺失的查准率",
    "recall": "判缺失的查全率",
    "agreement": "结论与标注一致",
    "found": "标注的问题找到",
}

Measured = dict[str, dict[str, str]]


def read(folder: Path) -> Measured:
    """By the id of an item or rule: label -> figure; nothing where nothing was measured. Raises UserError."""
    try:
        stored = json.loads((folder / FILE).read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise _unusable(folder) from error
    try:
        where = _where(stored)
        return {
            name: dict([*_lines(figures), where])
            for group in ("items", "rules")
            for name, figures in stored[group].items()
        }
    except (KeyError, TypeError, AttributeError) as error:
        raise _unusable(folder) from error


def dump(stored: Mapping[str, Any]) -> bytes:
    """One id a line, so that a change of figures can be read as a difference of lines."""
    rest = {key: value for key, value in stored.items() if key not in ("items", "rules")}
    parts = [_json(rest)[1:-1], *(f'"{key}": {_by_id(stored[key])}' for key in ("items", "rules"))]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _by_id(figures: Mapping[str, Any]) -> str:
    return "{\n" + ",\n".join(f"  {_json(name)}: {_json(value)}" for name, value in figures.items()) + "\n}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(figures: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, label in _SHARES.items():
        share = figures.get(key)
        if share and share["of"]:
            interval = f"95% 区间 {share['low']:.2f}-{share['high']:.2f}"
            yield label, f"{share['value']:.2f}（{share['hits']}/{share['of']}，{interval}）"
    if "alarms" in figures:
        yield "误报", f"{figures['alarms']} 处"


def _where(stored: Mapping[str, Any]) -> tuple[str, str]:
    date = f"，{stored['date']}" if stored["date"] else ""
    return "测于", f"{stored['reports']} 份有标注的报告（清单 {stored['checklist']}{date}）"


def _unusable(folder: Path) -> UserError:
    return UserError(
        f"读不懂 {folder / FILE}", "用 lawgov-rules measure 文件夹 --update-rules 重新写一份，或者删掉它"
    )
