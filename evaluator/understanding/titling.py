"""The title: which of the lines at the top it is, and on how many of them it stands."""

import re
from collections.abc import Sequence

from checklist.records import record
from evaluator.mentions.date_forms import ARABIC_YEAR, WRITTEN_DAY
from evaluator.understanding import chrome
from evaluator.understanding.headings import numbered
from evaluator.understanding.letterhead import is_letterhead
from evaluator.understanding.naming import NAMED_YEAR, organ_of, year_of
from evaluator.understanding.page_labels import NEIGHBOURS, RECORD, TITLES

LABELS = tuple(title + mark for title in TITLES for mark in ":|")
# 法治税务建设, 法治公安建设; 法治文化 and 法治社会 have reports of their own.
SUBJECT = (
    r"(?:法治政府(?:建设)?|依法行政|法治建设|法治(?!文化|社会|宣传|阵地|乡村|校园|队伍)[^\W\d_]{2,4}建设|"
    "依法治[省市县区旗州镇乡]|法治工作|述法)"
)
# …工作总结和2025年工作思路: what the same paper plans.
PLAN = (
    rf"(?:[和及与暨、](?:{ARABIC_YEAR}年度?|下一?年度?|下一步|下一阶段|明年)的?"
    "[^。;!?《》>|:,]{0,12}?(?:思路|计划|安排|打算|要点|谋划|设想))"
)
TITLE = re.compile(
    rf"([^。;!?《》>|:]{{0,60}}?{SUBJECT}[^。;!?《》>|:]{{0,30}}?(?:报告|总结|情况|汇报|年报)(?:\({ARABIC_YEAR}年度?\))?{PLAN}?)"
    r"(?:\(.{1,12}\)|[-_|].{0,30})?"
)
# A headline about a report, not the title of one.
ABOUT = (
    "审议", "听取", "召开", "传达", "印发", "公布", "公示", "公告", "报送", "上报", "通报", "部署",
    "发布", "解读", "一图", "看懂", "征求", "转发", "关于做好", "关于开展", "关于编制", "通知", "方案",
    "个人", "述职", "答记者", "观摩", "政府信息公开工作", *NEIGHBOURS,
    "督察工作", "督察反馈", "评估", "附件",
)  # fmt: skip
ORGANS = (
    "政府", "局", "厅", "委员会", "委", "办事处", "街道", "镇", "乡", "苏木", "部", "署", "院", "办公室",
    "中心", "县", "区", "市", "省", "旗", "州", "盟",
)  # fmt: skip
LONGEST_ORGAN = 36
MOST_LINES = 4
LONGEST_LINE = 80
LONGEST_CONTINUATION = 20
COMPLETE = 5
# A line of a title that breaks off before these has its end in the next.
JOINS = ("和", "与", "及", "暨", "、", "的", "关于", "推进", "建设")


@record
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
        words = _title("".join(lines[at : last + 1]))
        if words and (any(word in words for word in ABOUT) or _is_column(words, lines[last + 1 : last + 2])):
            return None
        if words:
            if last > at and _title(lines[last]) and not _completes("".join(lines[at:last]), lines[last]):
                return None
            last = _extended(lines, at, last)
            return Title(at, last, _title("".join(lines[at : last + 1])) or words)
    return None


def _is_column(words: str, after: Sequence[str]) -> bool:
    """Words of no organ and no year over the page's record: the column in which such reports are published.

    The title stands below the record.
    """
    bare = organ_of(words) is None and year_of(words) is None
    return bare and any(line.lstrip("-·*[(【|").startswith(RECORD) for line in after)


def is_organ(line: str) -> bool:
    """A line that is nothing but the name of an organ."""
    return 2 < len(line) <= LONGEST_ORGAN and line.endswith(ORGANS) and not any(c in line for c in ",。;:")


def best(titles: Sequence[Title]) -> Title | None:
    """Of several copies the first of the most complete; those of another year are links to other reports."""
    if not titles:
        return None
    year = year_of(titles[-1].text)
    same = [title for title in titles if year is None or year_of(title.text) in (year, None)]
    return max(same, key=lambda title: title.completeness)


def _title(line: str) -> str:
    """The words of the title that fill a line but for a label; empty when they do not."""
    if line.startswith("《") and line.endswith("》"):
        return _title(line[1:-1])
    match = TITLE.fullmatch(line, next((len(label) for label in LABELS if line.startswith(label)), 0))
    return match.group(1) if match else ""


def _completes(before: str, title: str) -> bool:
    """Whether what stands before a title is its beginning: the organ, or organ and year, which it lacks."""
    if organ_of(title) is not None:
        return False
    if before.endswith(JOINS):
        return True
    rest = NAMED_YEAR.sub("", before).replace("关于", "")
    return rest == "" or is_organ(rest)


def _extended(lines: Sequence[str], at: int, last: int) -> int:
    """…法治政府建设情况 may go on in the next line: 的报告."""
    following = lines[last + 1] if last + 1 < len(lines) else ""
    if not 0 < len(following) <= LONGEST_CONTINUATION or _title(following) or _is_other(following):
        return last
    whole = "".join(lines[at : last + 2])
    return last + 1 if _title(whole) and not whole.endswith(")") else last


def _is_other(line: str) -> bool:
    if numbered(line) or chrome.is_trail(line) or is_letterhead(line) or _is_day(line):
        return True
    return chrome.is_metadata(line) and not line.startswith(LABELS)


def _is_day(line: str) -> bool:
    return line.endswith(("月", "日", "号")) and re.fullmatch(WRITTEN_DAY, line) is not None
