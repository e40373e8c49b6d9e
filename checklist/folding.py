"""Characters as they are compared: one table, one character for one, used for patterns and reports alike."""

import re

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


def _table() -> dict[int, int]:
    table = dict(_WIDE)
    for characters, image in _ALIKE.items():
        images = image if len(image) == len(characters) else image * len(characters)
        table.update({ord(a): ord(b) for a, b in zip(characters, images, strict=True)})
    return table


FOLDING = _table()
# Zero-width and bidirectional marks, soft hyphen, variation selectors: never seen by a reader of the report.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
BLANK = re.compile(f"[\\s\\u3000{INVISIBLE}]+")


def fold(text: str) -> str:
    """The text with every character in its compared form; as long as it was."""
    return text.translate(FOLDING)


def squeeze(text: str) -> str:
    """The folded text without any blank: how patterns and headings are compared."""
    return BLANK.sub("", fold(text))
