"""An empty report as the parts of an official paper: headings, and in brackets what is still to be written."""

from collections.abc import Iterator

from checklist.drafting import Chapter, Draft, Task
from evaluator.mentions.enumerators import han
from evaluator.official.parts import Line

OPEN = "待补充｜"
HOW = "这样的括号里是写作提示，写好一处删去一处；标题的次序可以调整，内容不能少。"
PREAMBLE = "引言：用一小段概括全年推进法治政府建设的工作，再写“现将有关情况报告如下”。"
CHECKS = "以下不是报告正文：公开前逐项核对"


def lines(draft: Draft) -> Iterator[Line]:
    yield Line(f"{draft.organ}{draft.year}年", "title", second=draft.kind)
    yield _open(HOW)
    for task in draft.opening:
        yield from _told(task)
    yield _open(PREAMBLE)
    for number, chapter in enumerate(draft.chapters, 1):
        yield from _chapter(number, chapter)
    yield Line(draft.organ, "sign")
    yield Line(f"{draft.year + 1}年×月×日", "sign")
    yield from _checks(draft)


def _chapter(number: int, chapter: Chapter) -> Iterator[Line]:
    yield Line(f"{han(number)}、{chapter.heading}", "chapter")
    if chapter.task:
        yield from _told(chapter.task)
    for place, section in enumerate(chapter.sections, 1):
        yield Line(f"（{han(place)}）{section.title}", "section")
        yield from _told(section)


def _told(task: Task) -> Iterator[Line]:
    yield _open(f"写什么：{task.asks}")
    yield _open(f"怎么写：{''.join(map(_ended, task.advice))}")
    if task.basis:
        yield _open(f"依据：{'；'.join(task.basis)}")


def _checks(draft: Draft) -> Iterator[Line]:
    yield Line(f"【{OPEN}{CHECKS}】", "annex")
    for task in draft.checks:
        yield _open(f"□ {task.title}：{''.join(map(_ended, (task.asks, *task.advice)))}依据：{'；'.join(task.basis)}")
    for note in draft.notes:
        yield _open(f"□ {note}")


def _open(text: str) -> Line:
    """In the brackets of what is not yet written, so that no check takes it for the report."""
    return Line(f"【{OPEN}{text.replace('【', '〔').replace('】', '〕')}】", "guide")


def _ended(text: str) -> str:
    return text.rstrip("。") + "。"
