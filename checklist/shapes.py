"""Faults of form: what the JSON Schema refuses, said in plain Chinese with line, column and a hint."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from checklist.errors import Fault
from checklist.gathering import named
from checklist.hints import near
from checklist.parsing import Source, Trail

_TYPES = {
    "string": "文字",
    "object": "若干“键: 值”",
    "array": "一个列表",
    "number": "数字",
    "integer": "整数",
    "boolean": " true 或 false",
    "null": "空",
}
_MOST_SHOWN = 30
_EMPTY: tuple[Any, ...] = (None, [], {})
# Asked of all entries but manual ones (demands.py), which the schema cannot say.
_DEMANDED = frozenset({"found_in", "examples", "met", "partial", "missing", "found", "clean"})

Said = tuple[str, str]

SCHEMA_PATH = Path(__file__).with_name("schema.json")
_SCHEMA: dict[str, Any] = json.loads(SCHEMA_PATH.read_text("utf-8"))


def form_faults(source: Source, schema: dict[str, Any] = _SCHEMA) -> Iterator[tuple[Trail, Fault]]:
    """Faults against the schema with the trails at which they lie; none of a file that could not be read."""
    if source.data is None and source.faults:
        return
    validator = Draft202012Validator(schema, format_checker=FormatChecker(["date"]))
    for error in validator.iter_errors(source.data):
        trail: Trail = tuple(error.absolute_path)
        for fault in _faults(source, trail, error, schema):
            yield trail, fault


def _faults(source: Source, trail: Trail, error: Any, schema: dict[str, Any]) -> Iterator[Fault]:
    before = named(source.data, trail)
    if error.validator == "additionalProperties":
        for key in sorted(error.instance.keys() - error.schema["properties"].keys()):
            yield source.fault(
                (*trail, key), f"{before}不认识“{key}”", near(key, error.schema["properties"]), at_key=True
            )
    elif error.validator == "required":
        # One error for each key that is lacking; equal faults are dropped by whoever gathers them.
        for key in error.validator_value:
            if key not in error.instance:
                yield source.fault(
                    trail, f"{before}缺少“{key}”", _described(error.schema["properties"].get(key, {}))
                )
    elif "propertyNames" in error.absolute_schema_path:
        inner = (*trail, error.instance)
        yield source.fault(inner, f"{before}“{error.instance}”：{error.schema['errorMessage']}", at_key=True)
    else:
        message, hint = _SAYING.get(str(error.validator), _unforeseen)(error)
        wanted = _wanted(error, schema) if error.instance in _EMPTY else ""
        yield source.fault(trail, f"{before}{message}", f"在冒号后面写上内容（{wanted}）" if wanted else hint)


def _wanted(error: Any, schema: dict[str, Any]) -> str:
    """What a key is for that cannot be left out, empty of one that can."""
    path: list[Any] = list(error.absolute_schema_path)
    if path[-3:-2] != ["properties"]:
        return ""
    owner = schema
    for step in path[:-3]:
        owner = _resolved(owner[step], schema)
    key = path[-2]
    return _described(owner["properties"][key]) if key in _DEMANDED or key in owner.get("required", ()) else ""


def _resolved(schema: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    """What a reference stands for; the path of an error does not tell that there was one."""
    reference = schema.get("$ref", "").rpartition("/")[2]
    return root["$defs"][reference] if reference else schema


def _described(schema: dict[str, Any]) -> str:
    reference = schema.get("$ref", "").rpartition("/")[2]
    target = _SCHEMA["$defs"].get(reference, {})
    title, text = (schema.get(word) or target.get(word, "") for word in ("title", "description"))
    return f"{title}：{text}" if title and text else title or text


def _type(error: Any) -> Said:
    if error.instance is None:
        return "是空的", "在冒号后面写上内容，不需要就把这个键删去"
    expected = [error.validator_value] if isinstance(error.validator_value, str) else error.validator_value
    wanted = "或".join(_TYPES[name] for name in expected)
    hint = _list_hint(error) if "array" in expected else _type_hint(expected, error.instance)
    return f"应为{wanted}，这里是{_shown(error.instance)}", hint


def _list_hint(error: Any) -> str:
    found = error.instance
    if not isinstance(found, str) or len(found) > _MOST_SHOWN:
        return "每一项另起一行，前面加“- ”"
    entry = error.schema["items"]
    kinds = _SCHEMA["$defs"].get(entry.get("$ref", "").rpartition("/")[2], entry).get("type", "")
    return f"写成 [{found}]" if "string" in kinds else "每一项另起一行，前面加“- ”"


def _type_hint(expected: list[str], found: Any) -> str:
    if isinstance(found, str) and "：" in found and "object" in expected:
        return "冒号要用英文半角，后面空一格"
    if isinstance(found, str) and "boolean" in expected:
        return "写 true 或 false，不加引号"
    if isinstance(found, str):
        return "去掉引号" if found.replace(".", "", 1).isdecimal() else ""
    if isinstance(found, bool | int | float) and "string" in expected:
        return f'加上引号，写成 "{_word(found)}"'
    return ""


def _shown(found: Any) -> str:
    if isinstance(found, str):
        return f"文字“{found[:_MOST_SHOWN]}{'…' * (len(found) > _MOST_SHOWN)}”"
    if isinstance(found, dict | list):
        return "“键: 值”" if isinstance(found, dict) else "列表"
    return _word(found) if isinstance(found, bool) else f"数字 {found}"


def _word(found: Any) -> str:
    return str(found).lower() if isinstance(found, bool) else str(found)


def _enum(error: Any) -> Said:
    if not isinstance(error.instance, str):
        return f"应为文字，这里是{_shown(error.instance)}", near("", error.validator_value)
    return f"不认识“{error.instance}”", near(error.instance, error.validator_value)


def _pattern(error: Any) -> Said:
    found = f"，这里是“{error.instance[:_MOST_SHOWN]}”" if error.instance.strip() else ""
    return f"{error.schema['errorMessage']}{found}", ""


def _range(error: Any) -> Said:
    schema = error.schema
    return f"应在 {schema['minimum']} 到 {schema['maximum']} 之间，这里是 {error.instance}", ""


def _unforeseen(error: Any) -> Said:
    return f"不合要求（{error.validator}）", ""


_SAYING: dict[str, Callable[[Any], Said]] = {
    "type": _type,
    "enum": _enum,
    "pattern": _pattern,
    "minimum": _range,
    "maximum": _range,
    "maxLength": lambda e: (f"太长了：{len(e.instance)} 个字，最多 {e.validator_value} 个", ""),
    "minItems": lambda _: ("列表是空的，至少写一项", "不需要就把这个键删去"),
    "minProperties": lambda _: ("是空的", "不需要就把这个键删去"),
    "uniqueItems": lambda _: ("列表里有重复的项", "删去重复的"),
    "format": lambda e: (f"“{e.instance}”不是日期", "写成 2024-01-31"),
}
