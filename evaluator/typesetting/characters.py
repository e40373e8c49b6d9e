"""Characters as fonts give them back: radicals for whole characters, and some that are none at all."""

import re
import unicodedata

# Stands where a font does not say which character it shows; as long as what it stands for.
MISSING = "〓"
# A font that shows 文 and the radical ⽂ with one shape often gives back the radical: every PDF
# that a browser printed has some. Unicode decomposes the Kangxi radicals; the supplement has no such data.
_SUPPLEMENT = dict(
    zip(
        "⺁⺈⺊⺌⺎⺒⺓⺗⺜⺝⺟⺠⺧⺩⺪⺫⺬⺮⺶⺻⺼⺽⻁⻄⻅⻆⻉⻊⻋⻓⻔⻗⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂刀卜小兀巳幺心日月母民牛王疋目示竹羊聿肉臼虎西见角贝足车长门雨青韦页风飞食首马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
RADICALS = str.maketrans(
    {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)} | _SUPPLEMENT
)
# Private characters and what decoders leave; U+F0xx are the bullets of symbol fonts and say nothing.
_NONE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uefff\uf100-\uf8ff\ufffd-\uffff\ud800-\udfff\U000f0000-\U0010ffff]"
)
_SYMBOL = re.compile("[\uf000-\uf0ff]")
# What other programs print for the same want; the text may have gone through one of them.
_NUMBERED = re.compile(r"\(cid:\d{1,6}\)")


def clean(text: str) -> str:
    """The same with whole characters for radicals, and MISSING for each that is none."""
    text = _NUMBERED.sub(MISSING, text) if "(cid:" in text else text
    return _NONE.sub(MISSING, _SYMBOL.sub("", text)).translate(RADICALS)
