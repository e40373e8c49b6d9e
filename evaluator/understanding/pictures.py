"""Pictures that may hold part of the report: scanned pages, and whatever stands where the text should be."""

from bisect import bisect_right
from collections.abc import Sequence

from evaluator.document import Picture, Plain, Reading, Section

# A scan fills the page between its margins, some 70 %; a photograph seldom half of it; a seal 3 %.
LARGE, SMALL = 0.5, 0.05
# A section of fewer characters says nothing; its picture may.
THIN = 50
MOST_NAMED = 5


def unread_pictures(reading: Reading, plain: Plain, sections: Sequence[Section]) -> str:
    """Where pictures stand whose words may be missed, in words for the user; empty where none does."""
    lines = [
        reading.text.count("\n", 0, picture.at) + 1
        for picture in reading.pictures
        if _is_large(picture) or (not _is_small(picture) and _stands_in_thin(picture, plain, sections))
    ]
    named = list(dict.fromkeys(lines))
    if not named:
        return ""
    more = "等" if len(named) > MOST_NAMED else ""
    return f"第 {'、'.join(map(str, named[:MOST_NAMED]))} 段{more}的图片里可能有正文"


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
