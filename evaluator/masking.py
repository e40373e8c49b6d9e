"""Numbers that belong to a person: where they stand in a text, and strings in which they are covered."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")


class PersonalNumber(NamedTuple):
    """`kind` is mobile, identity, identity-15 (as issued until 1999) or card; end is exclusive.

    It begins with its label where only that tells what it is: one digit of the number is wrong.
    """

    kind: str
    start: int
    end: int


# What has no eleven digits with hardly more than a line break between them, nor marks as in a time, has no number of a
# person: the cheap first look.
_RUN = re.compile(r"\d(?:[^\w:,./\n]*+\n?[^\w:,./\n]*+\d){10}")
# One blank or hyphen between groups, or a wrapped line: so such numbers are written.
_WRAP = r"[ \t\u3000]*\r?\n[ \t\u3000]*"
# These are compiled when a text has such a run: few have.
_GROUPS = rf"(?<!\d)\d+(?:(?:[ \u00a0\u3000\u2010-\u2015\uff0d-]{{1,2}}|{_WRAP})\d+){{0,39}}[XxＸ]?(?![0-9A-Za-z０-９])"
_PIECE = r"\d+[XxＸ]?"
_MOST_PIECES = 7
_LENGTHS = frozenset({11, 13, 15, 16, 17, 18, 19})
# 13800138000元 is an amount.
_COUNTED = r"\s?(?:[.．]\d|余?多?[万亿]?[元件份户人次家个项起条%％㎡吨])"

# GB/T 2260: an identity number begins with its province; a 统一社会信用代码 of digits alone with 9, 5 or 1.
_PROVINCES = frozenset(
    region + number
    for region, numbers in {
        "1": "12345",
        "2": "123",
        "3": "1234567",
        "4": "123456",
        "5": "01234",
        "6": "12345",
        "7": "1",
        "8": "123",
    }.items()
    for number in numbers
)
_IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_MOBILE = r"(?:0086|86)?1[3-9]\d{9}"
_CARD = r"62\d{14,17}|[3456]\d{15}|[46]\d{18}|9[4-9]\d{17}"
# Who mistypes a digit of such a number still publishes it.
_LABELS = {
    "identity": r"身份证[^\d\n,，。；;、]{0,8}$",
    "card": r"(?:(?:银行|借记|储蓄|信用|工资)卡|卡号|(?:(?:收|汇|打)款|银行|转账)?[账帐]号)[^\d\n,，。；;、]{0,6}$",
}
_LABELLED = {"identity": r"\d{17}[\dX]", "card": r"\d{16,19}"}
_LONGEST_LABEL = 14
_MOBILE_SHAPES = frozenset({(11,), (13,), (15,), (3, 4, 4), (4, 3, 4), (3, 8), (7, 4)})
# How many digits stay readable in front and behind.
_KEPT = {"mobile": (3, 4), "identity": (3, 2), "identity-15": (3, 2), "card": (4, 4)}


def personal_numbers(text: str) -> tuple[PersonalNumber, ...]:
    """Every number in the text that is a person's by its form and check digit or by its label, in order."""
    run = _RUN.search(text)
    if not run:
        return ()
    found = re.compile(_GROUPS).finditer(text, run.start())
    return tuple(number for groups in found for number in _in_groups(text, groups))


def cover(text: str) -> str:
    """The text with asterisks in its personal numbers; as long as it was, so that places stay right."""
    parts, at = [], 0
    for kind, start, end in personal_numbers(text):
        first, last = _KEPT[kind]
        hidden = re.sub(r"\d", "*", text[start + first : end - last])
        parts += [text[at : start + first], hidden]
        at = end - last
    return "".join(parts) + text[at:] if parts else text


def masked(value: T, *sources: str) -> T:
    """The value with every string in it covered; `sources` are what it was made from, to save the search."""
    return _masked(value) if any(map(personal_numbers, sources)) else value


def _masked(value: Any) -> Any:
    if isinstance(value, str):
        return cover(value) if type(value) is str else value
    if isinstance(value, tuple):
        return tuple(map(_masked, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    # A digest is hexadecimal, not a number of anybody.
    names = [field.name for field in fields(value) if field.init and field.name != "sha256"]
    return replace(value, **{name: _masked(getattr(value, name)) for name in names})


def _in_groups(text: str, groups: re.Match[str]) -> Iterator[PersonalNumber]:
    pieces = [piece.span() for piece in re.compile(_PIECE).finditer(text, *groups.span())]
    after = 0
    for first, (start, _) in enumerate(pieces):
        if start < after:
            continue
        ends = list(_ends(pieces[first : first + _MOST_PIECES]))
        found = _valid(text, start, ends) or _labelled(text, start, ends)
        if found:
            yield found
            after = found.end


def _ends(pieces: list[tuple[int, int]]) -> Iterator[int]:
    """Where a number that begins with the first piece may end: a table of figures is passed over quickly."""
    length = 0
    for start, end in pieces:
        length += end - start
        if length in _LENGTHS:
            yield end
        elif length > max(_LENGTHS):
            return


def _valid(text: str, start: int, ends: list[int]) -> PersonalNumber | None:
    """The shortest number from there that is a person's by its form and check digit."""
    for end in ends:
        kind = _kind(_parts(text[start:end]))
        if kind and not re.compile(_COUNTED).match(text, end):
            return PersonalNumber(kind, start, end)
    return None


def _labelled(text: str, start: int, ends: list[int]) -> PersonalNumber | None:
    """The longest number from there that the words before it call a person's, with these words."""
    before = max(0, start - _LONGEST_LABEL)
    for kind, label in _LABELS.items() if ends else ():
        found = re.search(label, text[before:start])
        if found and re.fullmatch(_LABELLED[kind], "".join(_parts(text[start : ends[-1]]))):
            return PersonalNumber(kind, before + found.start(), ends[-1])
    return None


def _parts(written: str) -> tuple[str, ...]:
    """The groups of digits as one reads them: a wrapped line does not divide a group."""
    unwrapped = re.sub(_WRAP, "", written)
    return tuple("".join("X" if c in "XxＸ" else str(int(c)) for c in piece) for piece in re.findall(_PIECE, unwrapped))


def _kind(parts: tuple[str, ...]) -> str | None:
    number, shape = "".join(parts), tuple(map(len, parts))
    if len(number) == 18 and _is_identity(number):
        return "identity"
    if number.endswith("X"):
        return None
    if shape in _MOBILE_SHAPES and re.fullmatch(_MOBILE, number):
        return "mobile"
    if shape == (15,) and number[:2] in _PROVINCES and _is_day("19" + number[6:12]):
        return "identity-15"
    in_fours = number.startswith("62") and set(shape[:-1]) == {4}
    if (len(parts) == 1 or in_fours) and re.fullmatch(_CARD, number) and _passes_luhn(number):
        return "card"
    return None


def _is_identity(number: str) -> bool:
    """GB 11643: province, day of birth and check digit."""
    if number[:2] not in _PROVINCES or not number[:17].isdigit() or not _is_day(number[6:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _IDENTITY_WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == number[17]


def _is_day(digits: str) -> bool:
    try:
        return 1900 <= date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year < 2100
    except ValueError:
        return False


def _passes_luhn(number: str) -> bool:
    digits = [int(digit) for digit in reversed(number)]
    return (sum(digits[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])) % 10 == 0
