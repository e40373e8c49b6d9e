"""From the text as read back to the bytes it was read from.

The reader is run once more over the document with every character exchanged for one that stands nowhere else, as dye
is put into a stream: where a character comes out tells where it went in, whatever the reader did with it on the way.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import field

from checklist.records import record
from evaluator.output.docx.scanning import WORDS, Scan, Words, is_solid
from evaluator.reading.docx import read_package
from evaluator.reading.docx.package import Package
from evaluator.reading.xml import parse

# Of the planes beyond the first, which hold no blanks and nothing the reader cares for.
DYES, FIRST_DYE = 0x100000, 0x10000
NOWHERE = -1


@record
class Tracing:
    """`serials` has for each character of the text as read its number among the solid ones of the scan, or NOWHERE."""

    scan: Scan = field(repr=False)
    text: str = field(repr=False)
    serials: Sequence[int] = field(repr=False)

    def words(self, serial: int) -> Words:
        words = self.scan.words
        return words[bisect_right(words, serial, key=lambda w: w.begin) - 1]

    def start(self, serial: int) -> int:
        return self.scan.starts[serial]

    def end(self, serial: int) -> int:
        """Where the character ends, an entity with its semicolon."""
        start, utf8 = self.scan.starts[serial], self.scan.utf8
        if utf8[start : start + 1] == b"&":
            return utf8.index(b";", start) + 1
        return start + len(self.scan.solid[serial].encode("utf-8"))

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last solid character between two bytes."""
        return bisect_left(self.scan.starts, start), bisect_left(self.scan.starts, end) - 1


def trace(scan: Scan, part: bytes, package: Package, text: str) -> Tracing:
    """The text is what the reader makes of the package with that main part, of which the scan is."""
    serials = [0] * len(text)
    # A dye for every character, or for every digit of its number where there are more characters than dyes.
    scale = 1
    while scale == 1 or scale < len(scan.solid):
        dyed = _dyed(scan, part, package, scale)
        for at, (colour, character) in enumerate(zip(dyed, text, strict=True)):
            undyed = colour == character or serials[at] == NOWHERE
            serials[at] = NOWHERE if undyed else serials[at] + (ord(colour) - FIRST_DYE) * scale
        scale *= DYES
    for at, serial in enumerate(serials):
        assert serial == NOWHERE or scan.solid[serial] == text[at], (at, text[at])
    return Tracing(scan, text, serials)


def _dyed(scan: Scan, part: bytes, package: Package, scale: int) -> str:
    main = package.document()
    root = Package((main,), lambda name: parse(part, name)).part(main)
    assert root is not None
    for words, element in zip(scan.words, (e for e in root.iter() if e.tag in WORDS), strict=True):
        element.text = "".join(_in_dye(element.text or "", words.begin, scale))
    return read_package(Package(package.names, lambda name: root if name == main else package.load(name))).text


def _in_dye(text: str, serial: int, scale: int) -> Iterator[str]:
    for character in text:
        if is_solid(character):
            yield chr(FIRST_DYE + serial // scale % DYES)
            serial += 1
        else:
            yield character
