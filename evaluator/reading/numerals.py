"""Numerals as word processors count with them: 3 as 三, （三）, 叁, ③, iii; the names are those of OOXML."""

from collections.abc import Callable

from checklist.numerals import DIGITS, by_digits

HAN_UNITS = ("", "十", "百", "千")
LEGAL = "零壹贰叁肆伍陆柒捌玖"
LEGAL_UNITS = ("", "拾", "佰", "仟")
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
# Nobody's list goes further, and a hostile start value must not make a numeral of a million letters.
LARGEST = 9999


def numeral(number: int, style: str) -> str:
    """The number in that style; decimal where the style is unknown or does not reach so far."""
    if style == "none":
        return ""
    write = STYLES.get(style, str)
    return write(number) if 0 < number <= LARGEST else str(number)


def _han(number: int) -> str:
    written = _in_units(number, DIGITS, HAN_UNITS, "零")
    return written.removeprefix("一") if 10 <= number < 20 else written


def _legal(number: int) -> str:
    return _in_units(number, LEGAL, LEGAL_UNITS, "零")


def _in_units(number: int, digits: str, units: tuple[str, ...], zero: str) -> str:
    """105 as 一百零五: each digit with its unit, one zero for any run of them, none at the end."""
    written = ""
    figures = str(number)
    for place, figure in zip(range(len(figures) - 1, -1, -1), figures, strict=True):
        if figure != "0":
            written += digits[int(figure)] + units[place]
        elif written and not written.endswith(zero):
            written += zero
    return written.rstrip(zero)


def _roman(number: int) -> str:
    written = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def _letters(number: int) -> str:
    """a … z, aa, bb: Word repeats the letter."""
    turns, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (turns + 1)


def _cycle(characters: str) -> Callable[[int], str]:
    return lambda number: characters[(number - 1) % len(characters)]


def _zodiac(number: int) -> str:
    return _cycle(STEMS)(number) + _cycle(BRANCHES)(number)


def _circled(number: int) -> str:
    for first, last, code in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(code + number - first)
    return str(number)


def _enclosed(code: int, last: int) -> Callable[[int], str]:
    """One of the characters that follow each other from `code` on."""
    return lambda number: chr(code + number - 1) if number <= last else str(number)


STYLES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(FULL_WIDTH),
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _enclosed(0x2474, 20),
    "decimalEnclosedFullstop": _enclosed(0x2488, 20),
    "ideographEnclosedCircle": _enclosed(0x3280, 10),
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "taiwaneseCounting": _han,
    "taiwaneseCountingThousand": _han,
    "japaneseCounting": _han,
    "koreanCounting": _han,
    "ideographDigital": by_digits,
    "japaneseDigitalTenThousand": by_digits,
    "taiwaneseDigital": by_digits,
    "koreanDigital2": by_digits,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "ideographTraditional": _cycle(STEMS),
    "ideographZodiac": _cycle(BRANCHES),
    "ideographZodiacTraditional": _zodiac,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
}
