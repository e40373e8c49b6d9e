"""Characters as fonts give them back: radicals for whole characters, and some that are none at all."""

import re

from checklist.folding import WHOLE_CHARACTERS

# Stands where a font does not say which character it shows; as long as what it stands for.
MISSING = "〓"
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
    return _NONE.sub(MISSING, _SYMBOL.sub("", text)).translate(WHOLE_CHARACTERS)
