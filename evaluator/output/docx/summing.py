"""The one comment on the whole report: score, gate, counts, and what is left to a person."""

from collections import Counter
from collections.abc import Iterator, Sequence

from evaluator.assessment import OWING, SEVERITIES_SHOWN, SHOWN, Assessment, Verdict, acceptance
from evaluator.presenting.telling import conclusion

# Comments are counted by the reader, and ours with them: a copy of a copy would say something else each time.
UNTOLD_NOTES = frozenset({"comments"})
LIMITS = "以上由程序自动核查，只供修改参考，不替代人工审查；批注不改动正文，处理完可以删除。"


def summary(assessment: Assessment, notices: Sequence[str]) -> Iterator[str]:
    yield "法治政府建设年度报告核查意见"
    unjudged, score = assessment.unjudged, assessment.score
    if unjudged:
        yield f"结论：{' '.join(conclusion(assessment))}。{unjudged.message}"
        yield f"怎么办：{unjudged.hint}"
    else:
        yield f"结论：{' '.join(conclusion(assessment))}"
        yield from (f"不通过的原因：{reason}" for reason in assessment.gate.reasons)
    if score:
        yield f"得分：{score.value:.1f}（{score.grade}）"
    yield from _counts(assessment)
    yield from _left_to_a_person(assessment)
    yield from (note.message for note in assessment.notes if note.code not in UNTOLD_NOTES)
    yield from notices
    yield LIMITS


def _counts(assessment: Assessment) -> Iterator[str]:
    verdicts = Counter(item.verdict for item in assessment.items)
    yield "要素：" + "，".join(f"{' '.join(SHOWN[v])} {verdicts[v]} 项" for v in Verdict if verdicts[v])
    # Where nothing was judged there is nothing to list.
    judged = verdicts[Verdict.MET] or verdicts[Verdict.PARTIAL]
    for verdict in (*OWING, *((Verdict.UNJUDGED,) if judged else ())):
        items = [item for item in assessment.items if item.verdict is verdict]
        if items:
            titles = (item.title + acceptance(item.waiver, item.accepted) for item in items)
            yield f"{SHOWN[verdict][1]}：{'、'.join(titles)}"
    found = Counter(finding.severity for finding in assessment.findings)
    told = (f"{name} {found[severity]} 处" for severity, (_, name) in SEVERITIES_SHOWN.items() if found[severity])
    if assessment.findings or not assessment.unjudged:
        yield "文字：" + ("，".join(told) or "没有发现问题")


def _left_to_a_person(assessment: Assessment) -> Iterator[str]:
    manual = [item.title for item in assessment.items if item.verdict is Verdict.MANUAL]
    if manual:
        yield f"请人工确认：{'、'.join(manual)}"
    questions = sum(finding.severity == "info" for finding in assessment.findings)
    if questions:
        yield f"另有 {questions} 处程序拿不准，批注里写明“请核对”，请逐处核对"
