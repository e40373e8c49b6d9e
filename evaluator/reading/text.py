"""Plain text in whatever encoding it was saved: decoded once, cut into lines, nothing interpreted."""

import codecs
import re

from checklist.folding import BLANK
from evaluator.document import Block, Note, Reading
from evaluator.refusal import ReportError

# Lines end at these three only; U+2028, form feeds and vertical tabs are blanks inside a line.
LINE_BREAK = re.compile(r"\r\n|\r|\n")
LINE = re.compile(r"[^\r\n]+")
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 8192
# The commonest characters of any report, simplified and traditional alike; Big5 read as GB18030 has none.
COMMON = "的，。、年政法行和"
MOST_BROKEN = 0.01
# Above these shares the bytes were never a text.
BROKEN_BEYOND = 0.3
CONTROLS_BEYOND = 0.05
CONTROL = "[\x00-\x08\x0e-\x1f]"


def read_text(data: bytes) -> Reading:
    """The text with its lines as blocks. Raises ReportError when the bytes are empty or no text."""
    text, notes = decode(data)
    rest = text.strip("\x00")
    if not rest or BLANK.fullmatch(rest):
        raise ReportError("empty", "文件是空的，没有任何文字", "请核对是不是拿错了文件，或者文件没有保存完整")
    if "#" in text:
        # Its expressions cost 2 ms to compile; a Markdown text has a heading.
        from evaluator.reading.markdown import is_markdown, marked_blocks, unmarked

        if is_markdown(text):
            return Reading(unmarked(text), marked_blocks(text), "markdown", notes)
    return Reading(text, lines(text), "text", notes)


def lines(text: str) -> tuple[Block, ...]:
    """Every line that holds something other than blanks."""
    return tuple(Block(m.start(), m.end()) for m in LINE.finditer(text) if not m.group().isspace())


def decode(data: bytes) -> tuple[str, tuple[Note, ...]]:
    """The text without its byte order mark: by that mark, else UTF-8, UTF-16 or GB18030, whichever fits."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _tolerant(data[len(mark) :], (encoding,)), ()
    if b"\x00" in data[:SAMPLE] and (wide := _wide(data)):
        return _tolerant(data, (wide,)), ()
    if (text := _strict(data, "utf-8")) is not None:
        return text, ()
    if wide := _wide(data):
        return _tolerant(data, (wide,)), ()
    text = _strict(data, "gb18030")
    return _or_big5(data, text) if text is not None else (_tolerant(data, ("utf-8", "gb18030")), ())


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> str:
    """utf-16-le or -be when the bytes read so are nearly all in GB2312; those of other encodings are not."""
    for encoding in ("utf-16-le", "utf-16-be"):
        sample = data[:SAMPLE].decode(encoding, "replace")
        usual = sample.encode("gb2312", "ignore").decode("gb2312").replace("\x00", "")
        if sample and len(usual) > 0.95 * len(sample):
            return encoding
    return ""


def _or_big5(data: bytes, text: str) -> tuple[str, tuple[Note, ...]]:
    big5 = _strict(data, "big5hkscs")
    if big5 is None or _common(big5) <= 2 * _common(text):
        return text, ()
    return big5, (Note("big5", "文件用繁体中文编码（Big5）保存"),)


def _common(text: str) -> int:
    return sum(map(text.count, COMMON))


def _tolerant(data: bytes, encodings: tuple[str, ...]) -> str:
    """The reading with the fewest broken characters; too many are refused."""
    tries = [(data.decode(encoding, "replace"), encoding) for encoding in encodings]
    text, _ = min(tries, key=lambda t: t[0].count("\ufffd"))
    broken = text.count("\ufffd")
    if broken > BROKEN_BEYOND * len(text) or len(re.findall(CONTROL, text)) > CONTROLS_BEYOND * len(text):
        start = data[:4].hex(" ").upper()
        hint = "请核对文件；如果本是 Word 或 PDF，请用原程序打开后另存"
        raise ReportError("unsupported", f"这不是文字文件（开头字节 {start}），无法读取", hint)
    if broken > MOST_BROKEN * len(text):
        # The encoding that goes furthest is the one in which the file begins.
        begun = max(tries, key=lambda t: _first_fault(data, t[1]))[0]
        message = f"文件损坏或混有不同的编码：从第 {first_broken_line(begun)} 行起，文字读不出来"
        hint = "请用原来的程序打开文件，核对这一行前后的文字，另存为 UTF-8 编码的文本再核查"
        raise ReportError("garbled", message, hint)
    return text


def first_broken_line(text: str) -> int:
    return len(LINE_BREAK.findall(text, 0, text.find("\ufffd"))) + 1


def _first_fault(data: bytes, encoding: str) -> int:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as fault:
        return fault.start
    return 0
