"""Which pages cannot be read: pictures of pages, words drawn as shapes, fonts without codes or not at hand."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from evaluator.document import Note
from evaluator.limits import MOST_CHARACTERS
from evaluator.refusal import ReportError, too_long
from evaluator.typesetting.characters import MISSING
from evaluator.typesetting.sheet import Sheet

# A picture that covers so much of a page with so few words beside it is a picture of a page.
SCANNED, FEW_WORDS = 0.5, 100
# Words drawn as shapes: a Han character takes some thirty strokes.
DRAWN, HARDLY_ANY = 5000, 50
MOST_MISSING, FEWEST_MISSING = 0.02, 3
# The commonest characters of any report; of so many characters, fewer than this share means false codes.
COMMON, MANY, FALSE = "的，。、年政法行和", 300, 0.01

Reason = tuple[str, str, str]
SCAN: Reason = (
    "scanned",
    "是扫描的图片，没有文字",
    "请换用能选中、复制文字的版本（Word、WPS 原稿或由它另存的文件），或用文字识别（OCR）软件转成文字、校对后再核查",
)
ABSENT: Reason = (
    "damaged-pages",
    "在文件里找不到，或已损坏",
    "请用阅读器打开，确认内容完整后另存，或找到 Word、WPS 原稿再核查",
)
SHAPES: Reason = ("drawn-text", "的文字是画出来的图形，读不出来", SCAN[2])
FONTS: Reason = (
    "broken-fonts",
    "的字体没有正确的文字编码，复制出来是乱码",
    "请用原来的程序重新导出（勾选嵌入字体），或用 Word、WPS 原稿核查",
)
WANTING: Reason = (
    "missing-fonts",
    "有些字没有读出来：它们的字体没有嵌入文件，这台电脑上也没有装",
    "请在装有中文字体的电脑上核查，或者重新导出 PDF 并勾选“嵌入字体”，或用 Word、WPS 原稿核查",
)


def unread(sheets: Sequence[Sheet], words: str) -> tuple[str, tuple[Note, ...]]:
    """What cannot be read, by its pages, empty where everything can. Raises ReportError when nothing can."""
    lost = {sheet.number: reason for sheet in sheets if (reason := _reason(sheet))}
    filled = [sheet.number for sheet in sheets if _characters(sheet) or sheet.number in lost]
    if not filled:
        hint = "请核对是不是拿错了文件；如果能看到文字，请换用 Word、WPS 原稿核查"
        raise ReportError("empty", f"{words} 有 {len(sheets)} 页，但没有任何文字", hint)
    # Where single words are wanting the others can be judged.
    if len(lost) == len(filled) and WANTING not in lost.values():
        code, what, hint = max(lost.values(), key=list(lost.values()).count)
        raise ReportError(code, f"{words} 的全部 {len(sheets)} 页{what}", hint)
    reasons = dict.fromkeys(lost.values())
    parts = [f"{pages([n for n, own in lost.items() if own == reason])}{reason[1]}" for reason in reasons]
    notes = tuple(Note(reason[0], part) for reason, part in zip(reasons, parts, strict=True))
    return "；".join(parts), (*notes, *_notes(sheets, lost))


def require_size(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """The same sheets one by one. Raises ReportError as soon as they have too many words for any report."""
    characters = 0
    for sheet in sheets:
        characters += sum(len(run.text) for run in sheet.runs)
        if characters > MOST_CHARACTERS:
            raise too_long(f"到第 {sheet.number} 页已超过 {MOST_CHARACTERS} 字")
        yield sheet


def pages(numbers: Sequence[int]) -> str:
    """第 1、3—5 页."""
    runs = [[n for _, n in group] for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    return f"第 {'、'.join(str(r[0]) if len(r) == 1 else f'{r[0]}—{r[-1]}' for r in runs)} 页"


def _reason(sheet: Sheet) -> Reason | None:
    text = _text(sheet)
    if sheet.absent:
        return ABSENT
    if sheet.pictured >= SCANNED and len(text) < FEW_WORDS and not sheet.traced:
        return SCAN
    if sheet.drawings >= DRAWN and len(text) < HARDLY_ANY:
        return SHAPES
    missing = text.count(MISSING)
    if missing >= max(FEWEST_MISSING, MOST_MISSING * len(text)):
        return FONTS
    han = sum("\u3400" <= char <= "\u9fff" for char in text)
    common = sum(map(text.count, COMMON))
    if han >= MANY and common < FALSE * han:
        return FONTS
    return WANTING if sheet.left_out else None


def _notes(sheets: Sequence[Sheet], lost: dict[int, Reason]) -> Iterator[Note]:
    kinds: tuple[tuple[str, Callable[[Sheet], bool], str], ...] = (
        ("recognised", lambda sheet: sheet.traced, "的文字是从扫描图片里识别出来的，可能有错字"),
        ("broken-characters", lambda sheet: MISSING in _text(sheet), f"有个别字读不出来，用“{MISSING}”代替"),
        ("hidden-text", lambda sheet: _hidden(sheet), "有看不见的文字，没有当作正文"),
    )
    for code, holds, what in kinds:
        numbers = [sheet.number for sheet in sheets if sheet.number not in lost and holds(sheet)]
        if numbers:
            yield Note(code, f"{pages(numbers)}{what}")


def _text(sheet: Sheet) -> str:
    return "".join(run.text for run in sheet.runs if not run.role)


def _characters(sheet: Sheet) -> int:
    return len(_text(sheet))


def _hidden(sheet: Sheet) -> bool:
    return any(run.role == "hidden" for run in sheet.runs)
