"""Gold labels as they are written, JSON to Gold: every fault is noted with its key, what is right is kept."""

import json
from collections.abc import Callable, Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from checklist.model import LEVELS
from evaluator.assessment import Verdict
from evaluator.measuring.gold import KINDS, VALUES, Cut, Defect, Facts, Gold

AMBIGUOUS = "ambiguous"
# Takes the key at which a label is wrong, and what is wrong with it.
Note = Callable[[str, str], None]


def parse(raw: bytes, report: Path, known: Collection[str], note: Note) -> Gold:
    """The labels, without those that are noted as wrong; `known` are the ids of all elements."""
    said = _object(raw, note)
    elements = _labels(said.get("elements", {}), "elements", known, note)
    if "elements" not in said:
        note("elements", "没有写各要素的结论")
    return Gold(
        report=report,
        elements={name: label for name, label in elements.items() if label is not None},
        quotes=_texts(said.get("quotes", {}), "quotes", known, note),
        ambiguous=_ambiguous(said.get("ambiguous", []), known, note),
        defects=_defects(said.get("defects", []), note),
        cuts=_cuts(said.get("cuts", []), known, note),
        facts=_facts(said, note),
    )


def compare_quotes(gold: Gold, text: str, note: Note) -> None:
    """Notes every quote that the text of the report does not have."""
    for name, quote in gold.quotes.items():
        if name in gold.counted and quote not in text:
            note(f"quotes.{name}", f"报告里没有这句话“{quote}”")
    for number, defect in enumerate(gold.defects, 1):
        if not defect.from_cut and defect.quote not in text:
            note(f"defects 第 {number} 条", f"报告里没有这句话“{defect.quote}”")


def compare_cuts(gold: Gold, text: str, note: Note) -> None:
    """Notes every passage to cut out that the text does not have, as one from which it was cut has not."""
    for number, cut in enumerate(gold.cuts, 1):
        if cut.span(text) is None:
            note(f"cuts 第 {number} 条", f"报告里找不到从“{cut.begin}”到“{cut.end}”的一段")


def _object(raw: bytes, note: Note) -> dict[str, Any]:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        names = [name for name, _ in pairs]
        for name in {name for name in names if names.count(name) > 1}:
            note(name, "这个键写了两次")
        return dict(pairs)

    try:
        said = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=once)
    except UnicodeDecodeError:
        note("", "不是 UTF-8 编码")
        return {"elements": {}}
    except json.JSONDecodeError as error:
        note(f"第 {error.lineno} 行第 {error.colno} 列", "不是 JSON，从这里起读不下去")
        return {"elements": {}}
    if isinstance(said, dict):
        return said
    note("", "最外层应当是一个 {}")
    return {"elements": {}}


def _labels(said: Any, key: str, known: Collection[str], note: Note) -> dict[str, Verdict | None]:
    """The verdicts that the labels mean; None where one is ambiguous (only in `also`)."""
    allowed: dict[str, Verdict | None] = dict(VALUES)
    if key != "elements":
        allowed[AMBIGUOUS] = None
    labels = {}
    for name, value in _entries(said, key, known, note):
        if isinstance(value, str) and value in allowed:
            labels[name] = allowed[value]
        else:
            note(f"{key}.{name}", f"应为 {'、'.join(allowed)} 之一，写成了 {value!r}")
    return labels


def _texts(said: Any, key: str, known: Collection[str], note: Note) -> dict[str, str]:
    texts = {}
    for name, value in _entries(said, key, known, note):
        if isinstance(value, str) and value.strip():
            texts[name] = value
        else:
            note(f"{key}.{name}", "应为报告里的一句话")
    return texts


def _entries(said: Any, key: str, known: Collection[str], note: Note) -> list[tuple[str, Any]]:
    if not isinstance(said, dict):
        note(key, "应当是一个 {}")
        return []
    for name in said:
        if name not in known:
            note(f"{key}.{name}", "没有这个要素")
    return [(name, value) for name, value in said.items() if name in known]


def _ambiguous(said: Any, known: Collection[str], note: Note) -> frozenset[str]:
    names = frozenset(map(str, _list(said, "ambiguous", note)))
    for name in sorted(names - set(known)):
        note("ambiguous", f"没有这个要素：{name}")
    return names


def _list(said: Any, key: str, note: Note) -> list[Any]:
    if isinstance(said, list):
        return said
    note(key, "应当是一个 []")
    return []


def _records(said: Any, key: str, note: Note) -> list[tuple[str, dict[str, Any]]]:
    records = []
    for number, record in enumerate(_list(said, key, note), 1):
        if isinstance(record, dict):
            records.append((f"{key} 第 {number} 条", record))
        else:
            note(f"{key} 第 {number} 条", "应当是一个 {}")
    return records


def _defects(said: Any, note: Note) -> tuple[Defect, ...]:
    defects = []
    for key, record in _records(said, "defects", note):
        kind, quote = record.get("kind"), record.get("quote")
        if kind not in KINDS:
            note(f"{key} kind", f"没有这一类问题：{kind!r}")
        elif not isinstance(quote, str) or not quote:
            note(f"{key} quote", "应为报告里的一句话")
        else:
            defects.append(Defect(kind, quote, bool(record.get("hard")), bool(record.get("from_cut"))))
    return tuple(defects)


def _cuts(said: Any, known: Collection[str], note: Note) -> tuple[Cut, ...]:
    cuts = []
    for key, record in _records(said, "cuts", note):
        element, begin, end = (record.get(name) for name in ("element", "from", "to"))
        also = _labels(record.get("also", {}), f"{key} also", known, note)
        if not isinstance(element, str) or element not in known:
            note(f"{key} element", f"没有这个要素：{element!r}")
        elif not isinstance(begin, str) or not begin or not (end is None or (isinstance(end, str) and end)):
            note(f"{key} from、to", "应为报告里的话")
        else:
            cuts.append(Cut(element, begin, end, {n: v for n, v in also.items() if v is not None}))
    return tuple(cuts)


def _facts(said: Mapping[str, Any], note: Note) -> Facts:
    """What is stated; a key that is not there is no statement, null says that the report does not tell."""
    tests: dict[str, tuple[Callable[[Any], bool], str]] = {
        "organ": (lambda value: isinstance(value, str) and bool(value), "机关的名称"),
        "level": (lambda value: value in LEVELS, "、".join(LEVELS) + " 之一"),
        "year": (lambda value: isinstance(value, int) and 1900 < value < 2100, "四位数的年份，不加引号"),
        "published": (_is_date, "2025-01-31 这样的日期"),
    }
    facts = {}
    for name, (fits, wanted) in tests.items():
        if name in said and said[name] is not None and not fits(said[name]):
            note(name, f"应为 {wanted}，写成了 {said[name]!r}")
        elif name in said:
            facts[name] = said[name]
    return facts


def _is_date(value: Any) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
