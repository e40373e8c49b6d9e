"""Pictures that may hold part of the report: scanned pages, and whatever stands where the text should be."""

from bisect import bisect_right
from collections.abc import Sequence

from evaluator.document import Picture, Plain, Reading, Section
from evaluator.refusal import ReportError

# A scan fills the page between its margins, some 70 %; a photograph seldom half of it; a seal 3 %.
LARGE, SMALL = 0.5, 0.05
# A section of fewer characters says nothing; its picture may.
THIN = 50
MOST_NAMED = 5


def unread_pictures(reading: Reading, plain: Plain, sections: Sequence[Section]) -> str:
    """After which lines pictures stand whose words may be missed, and how many; empty where none does."""
    lines = [
        reading.text.count("\n", 0, picture.at) + 1
        for picture in reading.pictures
        if _is_large(picture) or (not _is_small(picture) and _stands_in_thin(picture, plain, sections))
    ]
    named = list(dict.fromkeys(lines))
    if not named:
        return ""
    more = "等处" if len(named) > MOST_NAMED else ""
    count = f" {len(lines)} 张" if len(lines) > 1 else ""
    return f"第 {'、'.join(map(str, named[:MOST_NAMED]))} 行{more}后面的{count}图片里可能有正文"


def require_words(reading: Reading, size: int) -> None:
    """Raises ReportError when next to nothing is written beside pictures that are large enough to be the report."""
    pictures = [picture for picture in reading.pictures if not _is_small(picture)]
    if size >= THIN or not pictures:
        return
    hint = "请用扫描前的文字稿，或先做文字识别（OCR）再核查"
    message = f"几乎没有文字，正文像是在图片里（{len(pictures)} 张），图片里的文字读不出来"
    raise ReportError("no-text", message, hint)


def _is_large(picture: Picture) -> bool:
    return picture.share is not None and picture.share >= LARGE


def _is_small(picture: Picture) -> bool:
    return picture.share is not None and picture.share < SMALL


def _stands_in_thin(picture: Picture, plain: Plain, sections: Sequence[Section]) -> bool:
    """In a section with a heading and next to nothing below it, the sections within it included."""
    at = bisect_right(sections, picture.at, key=lambda section: plain.original(section.start)) - 1
    if at < 1 or picture.at > plain.original(sections[at].end - 1):
        return False
    return sections[at].end - sections[at].heading_end < THIN
