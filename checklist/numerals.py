"""The characters of Chinese numerals: what a digit, a zero and the number of a chapter or a month are written with."""

DIGITS = "〇一二三四五六七八九"
# How 〇 is written besides, and what is typed for it. (○ is no character of its own in folded text.)
ZEROS = "〇零Oo0"
# With what chapters, points and months are counted: 一, 十二, 三十.
COUNTING = "一二三四五六七八九十"

_VALUES = {"〇": 0, "零": 0, "两": 2} | {character: value for value, character in enumerate(DIGITS)}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_ARABIC = str.maketrans(ZEROS + DIGITS[1:], "0" * len(ZEROS) + "123456789")
_HAN = str.maketrans("0123456789", DIGITS)


def by_digits(number: int) -> str:
    """2024 as 二〇二四."""
    return str(number).translate(_HAN)


def spelt_by_digits(number: int) -> tuple[str, ...]:
    """2024 in each of the ways in which its zeros are written: 二〇二四, 二零二四, 二O二四 and so on."""
    written = by_digits(number)
    return tuple(dict.fromkeys(written.replace("〇", zero) for zero in ZEROS))


def value_by_digits(written: str) -> int:
    """2024 of 二〇二四, 二O二四 or 2024: what a numeral of digits alone says."""
    return int(written.translate(_ARABIC))


def value_by_units(written: str) -> int:
    """480 of 四百八十, 12 of 十二, 2 of 两: what a numeral of digits and units says."""
    total = section = digit = 0
    for character in written:
        if character in _VALUES:
            digit = _VALUES[character]
        elif character in _SMALL:
            section, digit = section + (digit or 1) * _SMALL[character], 0
        else:
            total, section, digit = (total + section + digit) * _LARGE[character], 0, 0
    return total + section + digit


def may_have_years(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a year of this century may stand in text[start:end] in characters: most texts have none to search for."""
    # A single character is found much sooner than two.
    zeros = (zero for zero in ZEROS if text.find(zero, start, end) >= 0)
    return any(text.find(f"二{zero}", start, end) >= 0 for zero in zeros)
