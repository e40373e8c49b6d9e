"""What the control words of RTF do to the document that is being read; words that are not here do nothing."""

from collections.abc import Callable

from evaluator.reading.composing import SOFT_BREAK
from evaluator.reading.rtf.destinations import APART, CHARACTERS, KNOWN, NOWHERE, SYMBOLS
from evaluator.reading.rtf.document import Document
from evaluator.reading.rtf.tokens import Token

# By Windows' numbers for character sets; what is not here is in the code page of the file.
CHARSETS = {134: "gb18030", 136: "big5hkscs", 128: "cp932", 129: "cp949", 204: "cp1251"}
CODE_PAGES = {936: "gb18030", 950: "big5hkscs", 65001: "utf-8"}


def obey(document: Document, token: Token) -> None:
    if token.kind == "brace":
        document.to_skip = 0
        document.flush()
        document.open() if token.name == "{" else document.close()
    elif document.to_skip:
        _skip(document, token)
    elif token.data:
        document.waiting += token.data
    else:
        document.flush()
        _word(document, token) if token.kind == "word" else _symbol(document, token.name)


def _skip(document: Document, token: Token) -> None:
    """What stands beside a character in Unicode for those who cannot read it."""
    document.waiting += token.data[document.to_skip :]
    document.to_skip = max(0, document.to_skip - max(1, len(token.data)))


def _word(document: Document, token: Token) -> None:
    name, value, group = token.name, token.value, document.group
    starred, group.starred = group.starred, False
    if name in APART and group.place != "nowhere":
        document.begin_apart(APART[name])
    elif name in NOWHERE or (starred and name not in KNOWN and name not in WORDS):
        group.place = "nowhere"
    elif name in CHARACTERS:
        document.put(CHARACTERS[name])
    elif name in WORDS:
        WORDS[name](document, 1 if value is None else value)
    elif value is not None:
        document.values[name] = value


def _symbol(document: Document, name: str) -> None:
    if name == "*":
        document.group.starred = True
    elif name in "\r\n":
        document.end_paragraph()
    elif name in SYMBOLS:
        document.put(SYMBOLS[name])


def _unicode(document: Document, value: int) -> None:
    document.put(chr(value % 0x10000))
    document.to_skip = document.group.skips


def _comment(document: Document, _value: int) -> None:
    document.tally.comments += document.group.place != "nowhere"
    document.enter("nowhere")


def _object(document: Document, _value: int) -> None:
    document.tally.objects += document.group.place != "nowhere"
    document.group.preview = True


def _newer(document: Document, _value: int) -> None:
    if document.outer and document.outer[-1].place == "twice":
        document.group.place = "body"


def _pard(document: Document, _value: int) -> None:
    document.group.level = 0
    document.group.in_table = False


def _plain(document: Document, _value: int) -> None:
    document.group.hidden = document.group.deleted = document.group.revised = False


def _font(document: Document, value: int) -> None:
    document.values["f"] = value
    document.group.codec = document.fonts.get(value, "")


def _charset(document: Document, value: int) -> None:
    document.fonts[document.values.get("f", 0)] = CHARSETS.get(value, "")


def _style(document: Document, value: int) -> None:
    document.values["s"] = value
    document.group.level = document.levels.get(value, 0)


def _outline_level(document: Document, value: int) -> None:
    document.values["outlinelevel"] = value
    document.group.level = value + 1 if 0 <= value < 9 else 0


def _code_page(document: Document, value: int) -> None:
    document.code_page = CODE_PAGES.get(value, "cp1252")


def _row(document: Document, _value: int) -> None:
    document.columns = 0


def _column(document: Document, _value: int) -> None:
    document.columns += 1


def _break(document: Document, _value: int) -> None:
    document.put(SOFT_BREAK)


def _end_of_paragraph(document: Document, _value: int) -> None:
    document.end_paragraph()


def _end_of_cell(document: Document, _value: int) -> None:
    document.group.in_table = True
    document.end_paragraph()


def _entering(place: str) -> Callable[[Document, int], None]:
    return lambda document, _value: document.enter(place)


def _setting(name: str) -> Callable[[Document, int], None]:
    """A yes-or-no property of the group; 0 switches it off."""
    return lambda document, value: setattr(document.group, name, bool(value))


WORDS: dict[str, Callable[[Document, int], None]] = {
    "u": _unicode,
    "uc": lambda document, value: setattr(document.group, "skips", max(0, value)),
    "annotation": _comment,
    "object": _object,
    "ud": _newer,
    "pard": _pard,
    "plain": _plain,
    "f": _font,
    "fcharset": _charset,
    "s": _style,
    "outlinelevel": _outline_level,
    "ansicpg": _code_page,
    "trowd": _row,
    "cellx": _column,
    **dict.fromkeys(("line", "lbr", "page", "column", "softline"), _break),
    **dict.fromkeys(("par", "sect"), _end_of_paragraph),
    **dict.fromkeys(("cell", "nestcell"), _end_of_cell),
    **dict.fromkeys(("listtext", "pntext"), _entering("number")),
    "fonttbl": _entering("fonts"),
    "stylesheet": _entering("styles"),
    "pict": _entering("picture"),
    "sp": _entering("property"),
    "upr": _entering("twice"),
    "v": _setting("hidden"),
    "deleted": _setting("deleted"),
    "revised": _setting("revised"),
    "intbl": _setting("in_table"),
}
