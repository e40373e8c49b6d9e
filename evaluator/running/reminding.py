"""What is to be said after a run: waivers that did nothing or have expired, a baseline that could shrink."""

from collections import Counter
from collections.abc import Iterator, Sequence

from checklist.waivers import Waiver
from evaluator.assessment import Assessment, Outcome
from evaluator.run import Summary

Reminder = tuple[str, str]


class Reminders:
    """Takes the assessments of a run one by one and keeps only counts."""

    def __init__(self, waivers: Sequence[Waiver]) -> None:
        self._waivers = waivers
        self._outcomes: Counter[tuple[int, Outcome]] = Counter()
        self._mended = 0

    def add(self, assessment: Assessment) -> None:
        self._outcomes.update((waiving.number, waiving.outcome) for waiving in assessment.waivings)
        self._mended += assessment.mended

    def said(self, summary: Summary) -> Iterator[Reminder]:
        """Each with what to do next. Of a run cut short nothing is said that the rest might have changed."""
        for number, waiver in enumerate(self._waivers):
            came = {outcome for outcome in Outcome if self._outcomes[number, outcome]}
            if Outcome.EXPIRED in came:
                yield (
                    f"豁免已过期（{waiver.expires.isoformat()} 到期）：{_named(waiver)}，已重新计入",
                    "问题已改好的删去这一条；仍要豁免的，重新报批后改到期日",
                )
            elif summary.complete and Outcome.USED not in came:
                yield from _without_use(waiver, came, summary)
        if self._mended:
            yield (
                f"基线可以更新：有 {self._mended} 处已改好",
                "确认没有新的问题后，用 -o 存下的 JSON 结果替换基线，免得改好的再出现",
            )


def _without_use(waiver: Waiver, came: set[Outcome], summary: Summary) -> Iterator[Reminder]:
    if not came:
        hint = "请核对 report 写的文件名、路径或单位；只检查部分报告时不必理会"
        doubt = f"，也可能是没能判定的 {summary.unjudged} 份之一" if summary.unjudged else ""
        yield f"豁免没有用上：{_named(waiver)}，没有检查到这份报告{doubt}", hint
    elif came == {Outcome.IDLE}:
        yield f"豁免没有用上：{_named(waiver)}，报告里没有这个问题", "问题已改好的，删去这一条；有 quote 的，核对原文"


def _named(waiver: Waiver) -> str:
    where = f"{waiver.origin}：" if waiver.origin else ""
    return f"{where}{waiver.accepts}，{waiver.report}"
