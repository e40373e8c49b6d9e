"""The same text in other characters, encodings and line ends, and as a report on another year."""

import re
from collections.abc import Callable, Iterator

from checklist.folding import fold
from checklist.numerals import DIGITS, ZEROS, by_digits, value_by_digits
from evaluator.reading.text import LINE_BREAK

FIRST_YEAR, LAST_YEAR = 2021, 2025
# All of these are of the text as written, where no character is folded: ２０２４年, 二○二四年, 〔2024〕3号.
# The names and numbers of documents have years that never change.
FIXED = re.compile(r"《[^《》]*》|[〔（(\[]20\d\d[〕）)\]]第?\d+号")
DIGIT = "[0-9０-９]"
HAN_ZEROS = f"{ZEROS}○"
YEAR = re.compile(
    rf"(?<!{DIGIT})(?:20|２０){DIGIT}{{2}}(?=\s*[年—–~～至./-])|二[{HAN_ZEROS}][{HAN_ZEROS}{DIGITS[1:]}]{{2}}(?=年)"
)
TO_FULL = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
TO_HALF = {full: half for half, full in TO_FULL.items() if half != 0x20}

SPELLINGS: dict[str, Callable[[str], bytes]] = {
    "全改全角": lambda text: text.translate(TO_FULL).encode(),
    "全改半角": lambda text: text.translate(TO_HALF).encode(),
    "GB18030 编码": lambda text: text.encode("gb18030", "replace"),
    "UTF-16 编码": lambda text: text.encode("utf-16"),
    "CRLF 换行": lambda text: LINE_BREAK.sub("\r\n", text).encode(),
}


def respelled(text: str, year: int | None) -> Iterator[tuple[str, bytes]]:
    """Every respelling by its name; `year` is the report's, moved within the years of one outline."""
    for name, spell in SPELLINGS.items():
        yield name, spell(text)
    if year and FIRST_YEAR <= year <= LAST_YEAR:
        for other in range(FIRST_YEAR, LAST_YEAR + 1):
            if other != year:
                yield f"年份整体改为 {other} 年度", shifted(text, other - year).encode()


def shifted(text: str, offset: int) -> str:
    """Every year moved by as many years, but for those in the names and numbers of documents."""
    fixed = [match.span() for match in FIXED.finditer(text)]

    def moved(match: re.Match[str]) -> str:
        if any(start <= match.start() < end for start, end in fixed):
            return match.group()
        return _moved(match.group(), offset)

    return YEAR.sub(moved, text)


def _moved(year: str, offset: int) -> str:
    """In the digits in which it is written."""
    if year[0] == "二":
        return by_digits(value_by_digits(fold(year)) + offset)
    moved = str(int(year) + offset)
    return moved if year.isascii() else moved.translate(TO_FULL)
