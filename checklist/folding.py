"""Characters as they are compared: one table, one character for one, used for patterns and reports alike."""

import re
import unicodedata

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_ALIKE = {
    '“”„‟〝〞＂「」『』': '"',
    "‘’‛＇": "'",
    "—–―－−‐‑‒─~～〜": "-",
    "○◯０": "〇〇0",
    "〔【［": "[",
    "〕】］": "]",
    "﹙（": "(",
    "﹚）": ")",
    "﹐，": ",",
    "﹔；": ";",
    "﹕：︰": ":",
    "．﹒": ".",
    "﹪％": "%",
    "·•‧・∙": "·",
}
# A font that shows 文 and the radical ⽂ with one shape often gives back the radical: every PDF that a browser printed
# has some, and so has what was copied from one. Unicode decomposes the Kangxi radicals and the compatibility
# ideographs, each into one character; of the supplement it says nothing.
_DECOMPOSED = "".join(chr(code) for first, end in ((0x2F00, 0x2FD6), (0xF900, 0xFADA)) for code in range(first, end))
_SUPPLEMENT = (
    "⺁⺈⺊⺌⺎⺒⺓⺗⺜⺝⺟⺠⺧⺩⺪⺫⺬⺮⺶⺻⺼⺽⻁⻄⻅⻆⻉⻊⻋⻓⻔⻗⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
    "厂刀卜小兀巳幺心日月母民牛王疋目示竹羊聿肉臼虎西见角贝足车长门雨青韦页风飞食首马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
)
WHOLE_CHARACTERS = str.maketrans(_DECOMPOSED, unicodedata.normalize("NFKC", _DECOMPOSED)) | str.maketrans(*_SUPPLEMENT)


def _table() -> dict[int, int]:
    table = _WIDE | WHOLE_CHARACTERS
    for characters, image in _ALIKE.items():
        images = image if len(image) == len(characters) else image * len(characters)
        table.update({ord(a): ord(b) for a, b in zip(characters, images, strict=True)})
    return table


FOLDING = _table()
# Zero-width and bidirectional marks, soft hyphen, variation selectors: never seen by a reader of the report.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
BLANK = re.compile(f"[\\s{INVISIBLE}]+")

# With them the control characters that are no blanks: what a bad conversion leaves.
UNSEEN = re.compile(f"[\\x00-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x9f{INVISIBLE}]+")


def fold(text: str) -> str:
    """The text with every character in its compared form; as long as it was."""
    return text.translate(FOLDING)


def squeeze(text: str) -> str:
    """The folded text without any blank: how patterns and headings are compared."""
    return BLANK.sub("", fold(text))


def seen(text: str) -> str:
    """The text without the characters that its reader never sees."""
    return UNSEEN.sub("", text)


def is_short_form(short: str, long: str) -> bool:
    """Whether the other has all its characters, in the same order: 执法公示 is 行政执法公示制度 in short."""
    rest = iter(long)
    return all(character in rest for character in short)
