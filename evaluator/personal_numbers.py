"""Numbers that belong to a person: where they stand in a text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import accumulate
from operator import sub
from typing import NamedTuple

from checklist.folding import seen


class PersonalNumber(NamedTuple):
    """`kind` is mobile, identity, identity-15 (as issued until 1999) or card; end is exclusive.

    It begins with its label where only that tells what it is; `mistyped` where its check digit is wrong.
    """

    kind: str
    start: int
    end: int
    mistyped: bool = False


# What has no eleven digits with hardly more than a line break between them, nor marks as in a time, has no number of a
# person: the cheap first look.
_RUN = re.compile(r"\d(?:[^\w:,./\n]*+\n?[^\w:,./\n]*+\d){10}")
# One blank or two, or a hyphen, between groups, or a wrapped line: so such numbers are written.
_WRAP = r"[^\S\n\v\f]*\n[^\S\n\v\f]*"
_BLANK = r"[^\S\r\n\t\v\f]"
# These are compiled when a text has such a run: few have.
_GROUPS = rf"(?<!\d)\d+(?:(?:(?:{_BLANK}|[\u2010-\u2015\uff0d-]){{1,2}}|{_WRAP})\d+)*[XxＸ]?(?![\dA-Za-z])"
_PIECE = r"\d+[XxＸ]?"
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
# Who mistypes a digit of such a number, or parts it as no number is parted, still publishes it.
_LABELS = {
    "mobile": r"(?:手机|电话|热线|联系|微信)[^\d\n,，。；;、]{0,8}$",
    "identity": r"身份证[^\d\n,，。；;、]{0,8}$",
    "card": r"(?:(?:银行|借记|储蓄|信用|工资)卡|卡号|(?:(?:收|汇|打)款|银行|转账)?[账帐]号)[^\d\n,，。；;、]{0,6}$",
}
_LABELLED = {"mobile": _MOBILE, "identity": r"\d{17}[\dX]", "card": r"\d{16,19}"}
# A label may be parted by blanks as well.
_LONGEST_LABEL = 14
_FARTHEST_LABEL = 3 * _LONGEST_LABEL
_MOBILE_SHAPES = frozenset({(11,), (13,), (15,), (3, 4, 4), (4, 3, 4), (3, 8), (7, 4)})


def personal_numbers(text: str) -> tuple[PersonalNumber, ...]:
    """Every number in the text that is a person's by its form and check digit or by its label, in order.

    Characters that no reader sees part no number. One with a blank behind every digit, as a bad conversion writes it,
    is a person's by its label or its check digit: else rows of figures would be phones.
    """
    if not _RUN.search(text):
        return ()
    shown = seen(text)
    at = range(len(text)) if shown == text else [at for at, c in enumerate(text) if seen(c)]
    groups = (each for each in re.compile(_GROUPS).finditer(shown) if each.end() - each.start() >= min(_LENGTHS))
    found = (number for each in groups for number in _in_groups(shown, each))
    return tuple(PersonalNumber(kind, at[start], at[end - 1] + 1, wrong) for kind, start, end, wrong in found)


class _Digits(NamedTuple):
    """Groups of digits, by their places among them: `digits` are all together, an X among them.

    `begins` tells with which digits groups begin, `ends` where each ends in the text; `parted` are those of the
    beginnings before which one sees a gap: a wrapped line does not divide a group.
    """

    digits: str
    begins: Sequence[int]
    ends: Sequence[int]
    parted: Collection[int]

    def shape(self, first: int, last: int) -> tuple[int, ...]:
        """How many digits stand in each group, from one digit to before another, as one sees them."""
        inner = self.begins[bisect_right(self.begins, first) : bisect_left(self.begins, last)]
        gaps = [at for at in inner if at in self.parted]
        # What is divided at more than one line is a column of figures.
        seams = [first, *(gaps if len(inner) - len(gaps) < 2 else inner), last]
        return tuple(map(sub, seams[1:], seams))


def _digits(text: str, pieces: Sequence[re.Match[str]]) -> _Digits:
    written = ["".join("X" if c in "XxＸ" else str(int(c)) for c in piece[0]) for piece in pieces]
    begins = list(accumulate(map(len, written), initial=0))
    gaps = zip(begins[1:], pieces, pieces[1:], strict=False)
    parted = {at for at, before, after in gaps if "\n" not in text[before.end() : after.start()]}
    return _Digits("".join(written), begins, [piece.end() for piece in pieces], parted)


def _in_groups(text: str, groups: re.Match[str]) -> Iterator[PersonalNumber]:
    pieces = list(re.compile(_PIECE).finditer(text, *groups.span()))
    found = _digits(text, pieces)
    valid: list[PersonalNumber] = []
    for index, piece in enumerate(pieces):
        if not valid or piece.start() >= valid[-1].end:
            valid += _valid(text, found, index, piece.start())
    # Between a label and its number there are no digits.
    labelled = _labelled(text, found, pieces[0].start())
    if labelled and not (valid and valid[0].start < labelled.end):
        yield labelled
    yield from valid


def _lasts(found: _Digits, index: int) -> Iterator[int]:
    """With which groups a number may end that begins with this one: a table of figures is passed over quickly."""
    for last in range(index, len(found.ends)):
        length = found.begins[last + 1] - found.begins[index]
        if length in _LENGTHS:
            yield last
        elif length > max(_LENGTHS):
            return


def _valid(text: str, found: _Digits, index: int, start: int) -> Iterator[PersonalNumber]:
    """The shortest number from there that is a person's by its form and check digit, if there is one."""
    for last in _lasts(found, index):
        kind = _kind(found, found.begins[index], found.begins[last + 1])
        if kind and not _is_counted(text, found.ends[last]):
            yield PersonalNumber(kind, start, found.ends[last])
            return


def _labelled(text: str, found: _Digits, start: int) -> PersonalNumber | None:
    """The longest number from the first digit that the words before it call a person's, with these words."""
    lasts = list(_lasts(found, 0))
    near = [at for at in range(max(0, start - _FARTHEST_LABEL), start) if text[at] == "\n" or not text[at].isspace()]
    near = near[-_LONGEST_LABEL:]
    before = "".join(map(text.__getitem__, near))
    for kind, label in _LABELS.items() if lasts else ():
        called = re.search(label, before)
        for last in reversed(lasts) if called else ():
            number, end = found.digits[: found.begins[last + 1]], found.ends[last]
            if called and re.fullmatch(_LABELLED[kind], number) and not _is_counted(text, end):
                return PersonalNumber(kind, near[called.start()], end, _is_mistyped(kind, number))
    return None


def _is_counted(text: str, end: int) -> bool:
    return re.compile(_COUNTED).match(text, end) is not None


def _kind(found: _Digits, first: int, last: int) -> str | None:
    number = found.digits[first:last]
    if len(number) == 18 and _is_identity(number):
        return "identity"
    if number[-11] == "1" and re.fullmatch(_MOBILE, number) and found.shape(first, last) in _MOBILE_SHAPES:
        return "mobile"
    if len(number) == 15 and number[:2] in _PROVINCES and _is_day("19" + number[6:12]):
        return "identity-15" if found.shape(first, last) == (15,) else None
    is_card = len(number) > 15 and _is_grouped_as_card(found, first, last)
    return "card" if is_card and re.fullmatch(_CARD, number) and _passes_luhn(number) else None


def _is_grouped_as_card(found: _Digits, first: int, last: int) -> bool:
    if found.digits[first] not in "34569":
        return False
    shape = found.shape(first, last)
    # Digit by digit it stands alone: of a long row some part always passes the check.
    alone = set(shape) == {1} and (first, last) == (0, len(found.digits))
    return len(shape) == 1 or (found.digits.startswith("62", first) and (alone or set(shape[:-1]) == {4}))


def _is_mistyped(kind: str, number: str) -> bool:
    return not _is_identity(number) if kind == "identity" else kind == "card" and not _passes_luhn(number)


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
