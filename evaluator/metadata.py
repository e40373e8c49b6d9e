"""What a report says of itself: by its title, then by the page around it, then in its own voice."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from checklist.folding import fold
from evaluator.document import Metadata, Plain
from evaluator.framing import Frame
from evaluator.naming import HAN_DIGITS, YEAR, level_of, organ_of, year_of
from evaluator.outlining import Line, Outline

NAME = "[\u4e00-\u9fff()（）·]{2,30}"
AUTHOR = re.compile(
    f"(?:发布机构|发文机关|发布单位|制发机关|公开主体|信息来源|文章来源|来源)[^\\w]{{1,6}}({NAME})"
)
# 2024年,某某局坚持以…: who speaks in the preamble.
SPEAKER = re.compile(
    "(?:^|年度?,?|以来,?)([\u4e00-\u9fff]{2,24}?(?:局|厅|委员会|委|政府|办事处|街道|镇|乡|县|区|市|省|旗|州))"
    "(?=坚持|深入|认真|在|以|全面|始终|紧|严格|高度|按|围绕|积极|扎实|把|将|切实|牢|党)"
)
OURSELVES = ("我", "本", "全", "各")
VOICES = {
    "department": ("我局", "全局", "我委", "我厅", "本局", "我队", "我中心"),
    "township": ("我镇", "全镇", "我乡", "全乡", "我街道", "全街道", "我办事处"),
    "county": ("我县", "全县", "我区", "全区", "我旗", "全旗"),
    "city": ("我市", "全市", "我州", "全州"),
    "province": ("我省", "全省", "我自治区"),
}
UNIT = re.compile("[省市县区旗州盟]")
LONGEST_LINE = 300
NEAR = 80

DAY = r"(20\d\d)\s*[-/.年]?\s*(\d{1,2})\s*[-/.月]?\s*(\d{1,2})(?!\d)(?!日?\s*星期)"


def _label(words: str) -> re.Pattern[str]:
    """A label, spaced out or not, with a date behind it; not the end of a longer label."""
    labels = "|".join(r"\s*".join(word) for word in words.split("|"))
    return re.compile(rf"(?<![\u4e00-\u9fff])(?<![\s:|][\u4e00-\u9fff]\s)(?:{labels})[\s:|\])>]{{1,12}}{DAY}")


PUBLISHED = _label("发布时间|发布日期|信息提供日期|公开日期|公开时间|发稿时间|发稿日期|刊发时间")
# Weaker labels, which also stand on banners: believed only if the report can have been written by then.
DATED = _label("时间|日期|更新时间|更新日期")


def title_of(text: str, plain: Plain, lines: Sequence[Line], words: str) -> Metadata:
    """What the words of a title say; they fill its lines but for a label before and a site's name behind."""
    joined = "".join(line.text for line in lines)
    before = max(0, joined.find(words))
    start, end = lines[0].start + before, lines[-1].end - (len(joined) - before - len(words))
    spans = [(max(line.start, start), min(line.end, end)) for line in lines]
    written = [_written(text, plain, first, last) for first, last in spans if first < last]
    organ = organ_of(" ".join(written))
    level = level_of(organ) if organ else None
    return Metadata("".join(written), (start, end), organ, level, year_of(words))


def describe(text: str, plain: Plain, lines: Sequence[Line], framed: Frame, found: Outline) -> Metadata:
    """What title, page and body say of organ, level, year and publication date."""
    title = framed.title
    titled = lines[title.first : title.last + 1] if title else ()
    metadata = title_of(text, plain, titled, title.text) if title else Metadata()
    body = lines[framed.first : framed.signature]
    organ = _organ(text, plain, metadata.organ, lines, framed)
    level = (level_of(organ) if organ else None) or _level_by_voice(body)
    year = metadata.year or _year_by_body(body, found)
    metadata = replace(metadata, organ=organ, level=level, year=year)
    for part in (lines[: framed.first], lines[framed.last :]):
        if day := _published(text, plain, part, year):
            return replace(metadata, published=day[0], published_span=day[1])
    return metadata


def _written(text: str, plain: Plain, start: int, end: int) -> str:
    """The words of a plain span as the report has them, blanks drawn together."""
    return " ".join(text[plain.original(start) : plain.original(end - 1) + 1].split())


def _organ(text: str, plain: Plain, titled: str | None, lines: Sequence[Line], framed: Frame) -> str | None:
    """The title's organ, completed where the page names it in full; else who signs or speaks."""
    around = (*lines[: framed.first][-NEAR:], *lines[framed.last :][:NEAR])
    page = [line for line in around if len(line.text) < LONGEST_LINE]
    shown = [_written(text, plain, line.start, line.end) for line in page]
    labelled = [m.group(1) for words in shown if (m := AUTHOR.search(words))]
    signature = lines[framed.signature : framed.last]
    signed = [m.group() for line in signature if (m := re.match(NAME, line.text))]
    if titled is None:
        names = (*signed, *_speakers(lines[framed.first : framed.signature]), *labelled)
        return next((name for name in names if level_of(name)), None)
    site = [line.text for line in page[:3] if re.fullmatch(NAME, line.text)]
    return _completed(titled, (*signed, *labelled, *site))


def _completed(organ: str, names: Sequence[str]) -> str:
    """东湖街道办事处 is 罗湖区东湖街道办事处, 市水务局 a city's, if the page says so; never invented."""
    for name in names:
        if name.endswith(organ) and UNIT.search(name[: -len(organ)]):
            return name
    if UNIT.match(organ):
        places = {m.group() for name in names if (m := re.match(f"[\u4e00-\u9fff]{{2,}}?{organ[0]}", name))}
        if len(places) == 1:
            return places.pop() + organ[1:]
    return organ


def _speakers(body: Sequence[Line]) -> Iterator[str]:
    for line in body[:2]:
        for match in SPEAKER.finditer(line.text[:LONGEST_LINE]):
            if not match.group(1).startswith(OURSELVES):
                yield match.group(1)


def _level_by_voice(body: Sequence[Line]) -> str | None:
    """我局, 我镇, 全县: which word for itself the report uses most."""
    text = "\n".join(line.text for line in body)
    counts = {level: sum(map(text.count, words)) for level, words in VOICES.items()}
    level = max(counts, key=lambda name: counts[name])
    return level if counts[level] >= 2 else None


def _year_by_body(body: Sequence[Line], found: Outline) -> int | None:
    """The year with which the report opens, else the one that its headings or its sentences name most."""
    for line in body[:2]:
        if opening := YEAR.match(line.text):
            return int(opening.group(1).translate(HAN_DIGITS))
    years = Counter(year for section in found.sections[1:] if (year := year_of(section.title)))
    if not years:
        years = Counter(int(y.translate(HAN_DIGITS)) for line in body for y in YEAR.findall(line.text))
    return years.most_common(1)[0][0] if years else None


def _published(
    text: str, plain: Plain, part: Sequence[Line], year: int | None
) -> tuple[date, tuple[int, int]] | None:
    """The date after a publication label in one part of the page; 成文日期 is none."""
    if not part:
        return None
    start = plain.original(part[0].start)
    page = fold(text[start : plain.original(part[-1].end - 1) + 1])
    for label in (PUBLISHED, DATED):
        for match in label.finditer(page):
            day = _day(*map(int, match.groups()))
            if day and (label is PUBLISHED or day.year >= (year or 0)):
                first, last = start + match.start(1), start + match.end() - 1
                return day, (_plain(plain, first), _plain(plain, last) + 1)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _plain(plain: Plain, origin: int) -> int:
    """The plain offset of a character of the text as read."""
    run = bisect_right(plain.origins, origin) - 1
    return plain.begins[run] + origin - plain.origins[run]
