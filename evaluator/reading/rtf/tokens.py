"""RTF cut into its tokens: groups, control words with their numbers, bytes of text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from evaluator.limits import MOST_MARKUP
from evaluator.refusal import ReportError

TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?"  # a control word eats one blank
    rb"|\\'([0-9a-fA-F]{2})"
    rb"|\\([^a-zA-Z])"
    rb"|([{}])"
    rb"|([^\\{}\r\n]+)",
    re.DOTALL,
)
# Every token but plain text begins with one of these.
MARKS = (b"\\", b"{", b"}")
RAW = "bin"


class Token(NamedTuple):
    """`kind`: word, symbol, brace or text; the value of a word may be None."""

    kind: str
    name: str
    value: int | None = None
    data: bytes = b""


def tokenise(data: bytes) -> Iterator[Token]:
    """Raises ReportError when there are more than any report has."""
    if sum(map(data.count, MARKS)) > MOST_MARKUP:
        hint = "请确认是否为单份报告；在 Word 或 WPS 里打开，另存为 .docx 再核查"
        raise ReportError("too-large", f"文档里的标记超过 {MOST_MARKUP} 个，没有读取", hint)
    at = 0
    while match := TOKEN.search(data, at):
        at = match.end()
        token = _token(match)
        if token.name == RAW and token.kind == "word":
            at += max(0, token.value or 0)
        else:
            yield token


def _token(match: re.Match[bytes]) -> Token:
    word, value, byte, symbol, brace, text = match.groups()
    if word is not None:
        return Token("word", word.decode("ascii"), None if value is None else int(value))
    if byte is not None:
        return Token("byte", "", None, bytes.fromhex(byte.decode("ascii")))
    if symbol is not None:
        return Token("symbol", symbol.decode("latin-1"))
    if brace is not None:
        return Token("brace", brace.decode("ascii"))
    return Token("text", "", None, text)
