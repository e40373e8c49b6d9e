"""YAML -> plain data that remembers where every key and value stands; YAML's surprises are refused."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import field
from typing import Any

import yaml

from checklist.errors import Fault, RuleError
from checklist.records import record
from checklist.scalars import Coercion, plain

MOST_BYTES = 2 * 1024 * 1024
MOST_LEVELS = 20

Trail = tuple[str | int, ...]
Spot = tuple[int, int]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # 8 times as fast where libyaml was built in
_UNPRINTABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAB = re.compile("^ *\t(?=.*[^\\s#])", re.MULTILINE)
_SYNTAX_HINT = "常见原因：缩进没有对齐，冒号后面少了空格，冒号是全角的，引号或括号不成对，* 或 & 开头的词没有加引号"
_TOO_DEEP = (f"嵌套超过 {MOST_LEVELS} 层", "规则没有这么深，请检查括号和缩进")


@record
class Source:
    """One file as it was written; `data` is None where it could not be read."""

    path: str
    data: Any
    values: Mapping[Trail, Spot] = field(default_factory=dict)
    keys: Mapping[Trail, Spot] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether it has entries that others may speak of."""
        return isinstance(self.data, dict)

    def fault(self, trail: Trail, message: str, hint: str = "", *, at_key: bool = False) -> Fault:
        """A fault at the value of a trail, at its key, or at the nearest above it; places are 1-based."""
        places = self.keys if at_key and trail in self.keys else self.values
        while trail and trail not in places:
            trail = trail[:-1]
        line, column = places.get(trail, (1, 1))
        return Fault(self.path, line, column, message, hint)


def parse(path: str, raw: bytes, dates: Collection[str] = ()) -> Source:
    """The file's data and faults; values of the keys in `dates` may be dates without quotes."""
    try:
        text = _decode(path, raw)
        composer = _Composer(path, dates)
        data = composer.document(yaml.parse(text, Loader=_LOADER))
    except RuleError as error:
        return Source(path, None, faults=error.faults)
    except yaml.YAMLError as error:
        # Newer parsers give up on what is much too deep before it gets here.
        says = _TOO_DEEP if "nesting depth" in str(error) else ("这里不合 YAML 的写法", _SYNTAX_HINT)
        fault = Fault(path, *_spot_of(error, text), *says)
        return Source(path, None, faults=(fault,))
    return Source(path, data, composer.values, composer.keys, tuple(composer.faults))


def _spot_of(error: yaml.YAMLError, text: str) -> Spot:
    """Where the mistake is; what only shows at the end of the file is shown where it began."""
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    known = [(mark.line + 1, mark.column + 1) for mark in marks if mark]
    lines = text.rstrip().splitlines() or [""]
    return next((spot for spot in known if spot[0] <= len(lines)), (len(lines), len(lines[-1]) + 1))


def _decode(path: str, raw: bytes) -> str:
    if len(raw) > MOST_BYTES:
        raise RuleError((Fault(path, 0, 0, f"文件超过 {MOST_BYTES // 1024 // 1024} MB，不像规则文件"),))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleError((_encoding_fault(path, raw, error.start),)) from None
    bad = _UNPRINTABLE.search(text)
    if bad:
        code = f"U+{ord(bad[0]):04X}"
        raise RuleError(
            (_fault_at(path, text, bad.start(), f"有看不见的控制字符（{code}）", "删去这个字符"),)
        )
    tabs = [
        _fault_at(path, text, tab.end() - 1, "缩进用了制表符（Tab）", "改用空格缩进")
        for tab in _TAB.finditer(text)
    ]
    if tabs:
        raise RuleError(tuple(tabs))
    return text


def _encoding_fault(path: str, raw: bytes, at: int) -> Fault:
    hint = "用记事本打开，另存为，编码选 UTF-8"
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Fault(path, 1, 1, "文件是 UTF-16（记事本的“Unicode”）编码，应为 UTF-8", hint)
    line = raw.count(b"\n", 0, at) + 1
    column = len(raw[raw.rfind(b"\n", 0, at) + 1 : at].decode("utf-8", "replace")) + 1
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return Fault(path, line, column, "文件不是 UTF-8 文本", hint)
    return Fault(path, line, column, "文件是 GBK 编码，应为 UTF-8", hint)


def _fault_at(path: str, text: str, at: int, message: str, hint: str) -> Fault:
    before = text[:at].replace("\r\n", "\n").replace("\r", "\n")
    return Fault(path, before.count("\n") + 1, len(before) - before.rfind("\n"), message, hint)


class _Composer:
    """Builds plain data from the parser's events: no tags, no anchors, and no deeper than rules ever are."""

    def __init__(self, path: str, dates: Collection[str]) -> None:
        self.path = path
        self.dates = dates
        self.values: dict[Trail, Spot] = {}
        self.keys: dict[Trail, Spot] = {}
        self.faults: list[Fault] = []

    def document(self, events: Iterator[yaml.Event]) -> Any:
        next(events)
        if isinstance(next(events), yaml.StreamEndEvent):
            raise RuleError((Fault(self.path, 0, 0, "文件是空的"),))
        data = self._value(next(events), events, ())
        next(events)
        after = next(events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._refuse(after, "一个文件里只能有一份内容", "去掉中间的“---”，或者分成两个文件")
        return data

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], trail: Trail) -> Any:
        self.values[trail] = _spot(event)
        if len(trail) > MOST_LEVELS:
            self._refuse(event, *_TOO_DEEP)
            raise RuleError(tuple(self.faults))
        self._refuse_cleverness(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, trail)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, trail)
        return self._scalar(event, trail)

    def _mapping(self, events: Iterator[yaml.Event], trail: Trail) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._key(event, events, trail)
            inner = (*trail, key)
            if key in found:
                first = self.keys[inner][0]
                self._refuse(event, f"“{key}”写了两次", f"第 {first} 行已经写过，合成一个或者删去一个")
                self._skip(events, trail)
            else:
                self.keys[inner] = _spot(event)
                found[key] = self._value(next(events), events, inner)
        return found

    def _skip(self, events: Iterator[yaml.Event], trail: Trail) -> None:
        """Reads over the value of a key that is refused, keeping what was remembered of the first one."""
        kept = self.values, self.keys
        self.values, self.keys = {}, {}
        self._value(next(events), events, trail)
        self.values, self.keys = kept

    def _sequence(self, events: Iterator[yaml.Event], trail: Trail) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            found.append(self._value(event, events, (*trail, len(found))))
        return found

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], trail: Trail) -> str:
        self._refuse_cleverness(event)
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "键必须是一个词", _SYNTAX_HINT)
            if isinstance(event, yaml.CollectionStartEvent):
                self._value(event, events, (*trail, 0))
            return f"?{len(self.faults)}"
        self._scalar(event, ())
        return str(event.value)

    def _scalar(self, event: yaml.Event, trail: Trail) -> Any:
        if not isinstance(event, yaml.ScalarEvent):
            return None
        if event.style:
            return str(event.value)
        try:
            return plain(event.value, date_expected=bool(trail) and trail[-1] in self.dates)
        except Coercion as coercion:
            self._refuse(event, str(coercion), coercion.hint)
            return str(event.value)

    def _refuse_cleverness(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._refuse(
                event,
                "规则里不用锚点和引用（& 和 *）",
                "把内容写全；共用的词放进 words，共用的说法放进 patterns；要写 & 或 * 本身就加引号",
            )
        elif getattr(event, "tag", None):
            self._refuse(event, f"规则里不用标签（{event.tag}）", "要写“!”本身就加引号")  # type: ignore[attr-defined]

    def _refuse(self, event: yaml.Event, message: str, hint: str) -> None:
        self.faults.append(Fault(self.path, *_spot(event), message, hint))


def _spot(event: yaml.Event) -> Spot:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
