"""What a report says of itself: by its title, then by the page around it, then in its own voice."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from checklist.folding import WHOLE_CHARACTERS, fold, seen
from evaluator.document import Metadata, Plain
from evaluator.mentions.date_forms import DAY
from evaluator.mentions.dates import days_in
from evaluator.understanding import chrome
from evaluator.understanding.framing import SEAL, Frame
from evaluator.understanding.letterhead import issuers
from evaluator.understanding.naming import UNITS, level_of, organ_of, year_of
from evaluator.understanding.nesting import Body, Line
from evaluator.understanding.page_labels import BEFORE_OTHER_DAYS, DAYS, PUBLICATION_DAYS, PUBLISHERS
from evaluator.understanding.report_year import report_year
from evaluator.understanding.speaking import reporters, speakers

SEPARATORS = " :：|])】>\u3000\u00a0\t\r\n"
VOICES = {
    "department": ("我局", "全局", "我委", "我厅", "本局", "我队", "我中心"),
    "township": ("我镇", "全镇", "我乡", "全乡", "我街道", "全街道", "我办事处"),
    "county": ("我县", "全县", "我区", "全区", "我旗", "全旗"),
    "city": ("我市", "全市", "我州", "全州"),
    "province": ("我省", "全省", "我自治区"),
}
# What a city with counties and districts speaks of, and what a county-level one does.
COUNTIES = r"县级(?!市)|县区|区县|县\(|\(区|旗县|县[、和及]|市县|县市|区市|市区两级|[各两0-9]个?[县区](?!直)|区级"
TOWNS, FEWEST_TOWNS = r"乡镇|镇街|街镇|各镇|[0-9]个?[镇乡]|镇\(", 3
# Read in the text as it was before its blanks were taken out: the banner of a page ends in 星期, and a day may have
# nothing but blanks between its numbers, or nothing, 20250131.
SPACED_DAY = r"(20\d\d)\s*[-/.年]?\s*(\d{1,2})\s*[-/.月]?\s*(\d{1,2})(?!\d)(?!日?\s*星期)"
# So many lines before the report and behind it are its page, and so far behind a label its date stands.
MOST_PAGE_LINES = 80
LONGEST_BEHIND_LABEL = 80


def title_of(text: str, plain: Plain, lines: Sequence[Line], words: str) -> Metadata:
    """What the words of a title say; they fill its lines but for a label before and a site's name behind."""
    joined = "".join(line.text for line in lines)
    before = max(0, joined.find(words))
    start, end = lines[0].start + before, lines[-1].end - (len(joined) - before - len(words))
    spans = [(max(line.start, start), min(line.end, end)) for line in lines]
    written = [_written(text, plain, first, last) for first, last in spans if first < last]
    blanks = sum(map(str.isspace, "".join(written)))
    organ = organ_of(" ".join(written) if blanks < len(words) / 4 else words)
    level = level_of(organ) if organ else None
    return Metadata("".join(written), (start, end), organ, level, year_of(words) or year_of(joined))


def describe(text: str, plain: Plain, lines: Sequence[Line], framed: Frame, found: Body) -> Metadata:
    """What title, page and body say of organ, level, year and publication date."""
    title = framed.title
    titled = lines[title.first : title.last + 1] if title else ()
    metadata = title_of(text, plain, titled, title.text) if title else Metadata()
    body, signature = lines[framed.first : framed.signature], lines[framed.signature : framed.last]
    page = [*lines[: framed.first][-MOST_PAGE_LINES:], *lines[framed.last :][:MOST_PAGE_LINES]]
    organ = _organ(text, plain, metadata.organ, page, lines, framed)
    level = (level_of(organ) if organ else None) or _level_by_voice(body)
    if level == "city" and _is_of_towns(body):
        level = "county"
    headings = [section.title for section in found.sections[1:]]
    year = report_year(metadata.year, [line.text for line in body], headings, _written_on(text, plain, page, signature))
    found_on = _published(text, plain, page, year) or _dated(lines[: framed.first], chrome.UNLABELLED, year)
    published, span = found_on or (None, None)
    return replace(metadata, organ=organ, level=level, year=year, published=published, published_span=span)


def _written(text: str, plain: Plain, start: int, end: int) -> str:
    """The words of a plain span as the report has them, blanks drawn together."""
    return _words(text[plain.original(start) : plain.original(end - 1) + 1])


def _words(written: str) -> str:
    """In characters, not in their look-alikes nor with unseen ones between: people search for titles and names."""
    return " ".join(seen(written.translate(WHOLE_CHARACTERS)).split())


def _organ(
    text: str, plain: Plain, titled: str | None, page: Sequence[Line], lines: Sequence[Line], framed: Frame
) -> str | None:
    """The title's organ, completed where the page names it in full; else who signs or speaks."""
    labelled = [name for line in page if (name := _author(text, plain, line))]
    signature = lines[framed.signature : framed.last]
    signed = [re.sub(rf"{DAY}$", "", line.text.replace(SEAL, "")) for line in signature]
    issued = list(issuers([line.text for line in lines[: framed.title.first if framed.title else framed.first]]))
    site = [line.text for line in page[:3] if line.text.isalpha()]
    named = titled
    if named is None:
        body = lines[framed.first : framed.signature]
        named = next((name for name in (*signed, *issued, *_speakers(body)) if name and level_of(name)), None)
    if named is None:
        # Who publishes need not be who reports: the county's 司法局 publishes for the county.
        level = _level_by_voice(body)
        return next((n for n in (*labelled, *site) if level_of(n) and level_of(n) == (level or level_of(n))), None)
    return _completed(named, (*signed, *issued, *labelled, *site))


def _author(text: str, plain: Plain, line: Line) -> str:
    """The organ behind a label like 来源, empty where the line has none."""
    label = next((word for word in PUBLISHERS if word in line.text), None)
    if label is None:
        return ""
    at = plain.original(line.start + line.text.index(label) + len(label) - 1) + 1
    words = _words(text[at : plain.original(line.end - 1) + 1]).lstrip(SEPARATORS).split()
    return words[0] if words and words[0].isalpha() else ""


def _completed(organ: str, names: Sequence[str]) -> str:
    """东湖街道办事处 is 罗湖区东湖街道办事处, 市水务局 a city's, if the page says so; never invented."""
    for name in names:
        if name.endswith(organ) and any(unit in name[: -len(organ)] for unit in UNITS):
            return name
    if organ.startswith(UNITS):
        places = {name[: name.index(organ[0]) + 1] for name in names if organ[0] in name[2:]}
        if len(places) == 1:
            return places.pop() + organ[1:]
    return organ


def _speakers(body: Sequence[Line]) -> Iterator[str]:
    for names in (reporters, speakers):
        for line in body[:2]:
            yield from (line.text[slice(*span)] for span in names(line.text, 0, len(line.text)))


def _level_by_voice(body: Sequence[Line]) -> str | None:
    """我局, 我镇, 全县: which word for itself the report uses most."""
    text = "\n".join(line.text for line in body)
    counts = {level: sum(map(text.count, words)) for level, words in VOICES.items()}
    level = max(counts, key=lambda name: counts[name])
    return level if counts[level] >= 2 else None


def _is_of_towns(body: Sequence[Line]) -> bool:
    """Whether a city speaks of its towns and of no counties or districts."""
    text = "\n".join(line.text for line in body)
    return re.search(COUNTIES, text) is None and len(re.findall(TOWNS, text)) >= FEWEST_TOWNS


def _written_on(text: str, plain: Plain, page: Sequence[Line], signature: Sequence[Line]) -> date | None:
    """The day with which the report is signed, else that of its publication."""
    signed = [day.value for line in signature for day in days_in(line.text, 0, len(line.text))]
    found_on = None if signed else _published(text, plain, page, None)
    return signed[-1] if signed else found_on[0] if found_on else None


def _published(text: str, plain: Plain, page: Sequence[Line], year: int | None) -> tuple[date, tuple[int, int]] | None:
    """The date behind a publication label on the page around the report."""
    # The weaker labels are believed only if the report can have been written by then.
    for labels, earliest in ((PUBLICATION_DAYS, 0), (DAYS, year or 0)):
        for line in page:
            for at in _labels(line.text, labels):
                if found := _behind(text, plain, line, at, earliest):
                    return found
    return _dated(page, chrome.ANNOUNCED, year) or _dated(page, chrome.STAMP, year)


def _dated(page: Sequence[Line], pattern: str, year: int | None) -> tuple[date, tuple[int, int]] | None:
    """The date that needs no label, since of its line the pattern says what it is."""
    for line in page:
        found = re.match(pattern, line.text)
        if found is None:
            continue
        day = next(days_in(line.text, *found.span(1)), None)
        if day and day.value.year >= (year or 0):
            return day.value, (line.start + day.start, line.start + day.end)
    return None


def _behind(text: str, plain: Plain, line: Line, at: int, earliest: int) -> tuple[date, tuple[int, int]] | None:
    """The date behind the label that ends at `at`, if it is not of a year before the `earliest`."""
    start = plain.original(line.start + at - 1) + 1
    behind = fold(text[start : start + LONGEST_BEHIND_LABEL])
    match = re.match(SPACED_DAY, behind.lstrip(SEPARATORS))
    if match is None:
        return _in_words(line, at)
    day = _day(*map(int, match.groups()))
    if day is None or day.year < earliest:
        return None
    first = start + len(behind) - len(behind.lstrip(SEPARATORS))
    return day, (_plain(plain, first), _plain(plain, first + match.end() - 1) + 1)


def _in_words(line: Line, at: int) -> tuple[date, tuple[int, int]] | None:
    """The date behind a label in Chinese numerals, or of a month alone."""
    day = next(days_in(line.text, at, at + LONGEST_BEHIND_LABEL), None)
    if day is None or line.text[at : day.start].strip(SEPARATORS):
        return None
    return day.value, (line.start + day.start, line.start + day.end)


def _labels(line: str, labels: tuple[str, ...]) -> Iterator[int]:
    """Where a label ends in a line, unless it is part of one that means another date."""
    for label in labels:
        at = line.find(label)
        if at >= 0 and not line[:at].endswith(BEFORE_OTHER_DAYS):
            yield at + len(label)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _plain(plain: Plain, origin: int) -> int:
    """The plain offset of a character of the text as read."""
    run = bisect_right(plain.origins, origin) - 1
    return plain.begins[run] + origin - plain.origins[run]
