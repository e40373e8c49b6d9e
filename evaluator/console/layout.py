"""Text on a grid of cells: how wide it is, where a line may break, what must not reach a terminal."""

import re
from collections.abc import Iterator
from unicodedata import combining, east_asian_width

# Ambiguous characters (“ ” … ·) count as wide: better a line too short than one too long.
_WIDE = frozenset("WFA")
# Control characters and ANSI escapes, marks that reverse or hide text, halves of characters, what is no character:
# without them any text can stand in XML.
_HARMFUL = (
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_BREAKS = r"(?<![ \t\u3000])[ \t\u3000]*+[\r\n\u2028\u2029\x0b\x0c\x85][\s\u3000]*|\t"
# A dot before a letter opens a word: .xlsx
_CLOSING = r"(?:[，。；：、！？）》〉”’」』】〕〗…—·％,;:!?)\]}%]|\.(?![0-9A-Za-z]))*"
_OPENING = r"（《〈“‘「『【〔〖(\[{"
# What stays together: a Latin word or number or one other character, with the marks that lean on it.
_ATOM = re.compile(rf"\s|[{_OPENING}]*(?:[0-9A-Za-z_./\\:~+-]+|\S){_CLOSING}")


def visible(text: str) -> str:
    """The text on one line, with what a terminal would obey or hide written out."""
    # Nearly all texts have nothing of the kind, and need no pattern to be compiled.
    return text if text.isprintable() else re.sub(_HARMFUL, _written_out, re.sub(_BREAKS, " ", text))


def _written_out(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def cells(text: str) -> int:
    """How many cells the text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) else 2 if east_asian_width(c) in _WIDE else 1 for c in text)


def pad(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def right(text: str, width: int) -> str:
    return " " * (width - cells(text)) + text


def shorten(text: str, width: int) -> str:
    """The beginning of the text, with … where the rest does not fit."""
    if cells(text) <= width:
        return text
    cut = len(text)
    while cut and cells(text[:cut]) + 2 > width:
        cut -= max(1, (cells(text[:cut]) + 2 - width) // 2)
    return text[:cut] + "…"


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most so many cells; where it can be helped none begins with a closing mark."""
    lines, line, used = [], "", 0
    for atom in _atoms(text, width):
        taken = cells(atom)
        if used + taken > width and line:
            lines.append(line.rstrip())
            line, used = "", 0
            if atom.isspace():
                continue
        line += atom
        used += taken
    return [*lines, line.rstrip()] if line or not lines else lines


def _atoms(text: str, width: int) -> Iterator[str]:
    """The pieces between which a line may break; what is wider than a line is cut."""
    for match in _ATOM.finditer(text):
        atom = match.group()
        if cells(atom) <= width:
            yield atom
        else:
            yield from atom
