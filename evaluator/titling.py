"""The title: which of the lines at the top it is, and on how many of them it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evaluator import chrome
from evaluator.headings import numbered
from evaluator.naming import YEAR, organ_of, year_of

LABEL = "(?:标题|名称|题目|文件名称|信息名称):"
SUBJECT = "(?:法治政府(?:建设)?|依法行政|法治建设|依法治[省市县区旗州镇乡]|法治工作|述法)"
TITLE = re.compile(
    rf"(?:{LABEL})?([^。;!?《》>|:]{{0,60}}?{SUBJECT}[^。;!?《》>|:]{{0,30}}?(?:报告|总结|情况|汇报|年报))"
    r"(?:\(.{1,12}\)|[-_|].{0,30})?"
)
# A headline about a report, not the title of one.
ABOUT = re.compile(
    "审议|听取|召开|传达|印发|公布|公示|公告|报送|上报|通报|部署|发布|解读|一图|看懂|征求|转发|关于做好|关于开展|"
    "关于编制|通知|方案|个人|述职|答记者|观摩|政府信息公开工作|[上下]一[篇条]|督察工作|督察反馈|评估|附件"
)
ORGAN_LINE = (
    "[^,。;:]{2,36}(?:政府|局|厅|委员会|委|办事处|街道|镇|乡|苏木|部|署|院|办公室|中心|县|区|市|省|旗|州|盟)"
)
BEGINNING = re.compile(rf"(?:{ORGAN_LINE}){{0,2}}(?:关于)?(?:{YEAR.pattern})?(?:关于)?")
MOST_LINES = 4
LONGEST_LINE = 80
LONGEST_CONTINUATION = 20
COMPLETE = 5


@dataclass(frozen=True, slots=True)
class Title:
    """A copy of the title, on the lines first..last."""

    first: int
    last: int
    text: str

    @property
    def completeness(self) -> int:
        """Of organ, year, subject and kind, how much it says; COMPLETE when hardly anything lacks."""
        named = 2 * (organ_of(self.text) is not None) + 2 * (year_of(self.text) is not None)
        return named + ("法治政府" in self.text) + ("报告" in self.text)


def find_titles(lines: Sequence[str], top: int) -> list[Title]:
    """Every copy of a title among the first `top` lines, in their order."""
    titles: list[Title] = []
    at = 0
    while at < min(top, len(lines)):
        title = title_at(lines[: min(top, len(lines))], at)
        if title:
            titles.append(title)
        at = title.last + 1 if title else at + 1
    return titles


def title_at(lines: Sequence[str], at: int) -> Title | None:
    """The title that begins at a line, on as few lines as it needs."""
    for last in range(at, min(at + MOST_LINES, len(lines))):
        if len(lines[last]) > LONGEST_LINE or _is_other(lines[last]):
            return None
        match = TITLE.fullmatch("".join(lines[at : last + 1]))
        if match and ABOUT.search(match.group(1)):
            return None
        if match:
            if last > at and TITLE.fullmatch(lines[last]) and not _completes(lines[at:last], lines[last]):
                return None
            last = _extended(lines, at, last)
            whole = TITLE.fullmatch("".join(lines[at : last + 1])) or match
            return Title(at, last, whole.group(1))
    return None


def best(titles: Sequence[Title]) -> Title | None:
    """Of several copies the first of the most complete; those of another year are links to other reports."""
    if not titles:
        return None
    year = year_of(titles[-1].text)
    same = [title for title in titles if year is None or year_of(title.text) in (year, None)]
    return max(same, key=lambda title: title.completeness)


def _completes(before: Sequence[str], title: str) -> bool:
    """Whether the lines before a title are its beginning: the organ, or organ and year, which it lacks."""
    return organ_of(title) is None and BEGINNING.fullmatch("".join(before)) is not None


def _extended(lines: Sequence[str], at: int, last: int) -> int:
    """…法治政府建设情况 may go on in the next line: 的报告."""
    following = lines[last + 1] if last + 1 < len(lines) else ""
    if not 0 < len(following) <= LONGEST_CONTINUATION or TITLE.fullmatch(following) or _is_other(following):
        return last
    whole = "".join(lines[at : last + 2])
    return last + 1 if TITLE.fullmatch(whole) and whole[-1] not in ")）" else last


def _is_other(line: str) -> bool:
    if numbered(line) or chrome.is_trail(line):
        return True
    return chrome.is_metadata(line) and not re.match(LABEL, line)
