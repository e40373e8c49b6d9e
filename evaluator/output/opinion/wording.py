"""One assessment as the parts of an opinion, in the order in which it is read and signed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from evaluator.assessment import OWING, SHOWN, Assessment, ReportFacts, Verdict
from evaluator.mentions.dates import in_words
from evaluator.official.parts import Line, Part, Table
from evaluator.output.opinion.concluding import Conclusion, conclude
from evaluator.output.opinion.norms import listed, norms
from evaluator.output.opinion.standing import sentence
from evaluator.output.opinion.tables import every_item, faults, problems

TITLE = "法治政府建设年度报告审查意见书"
LIMITS = "程序只看应当写的写了没有、写得具不具体，不核对事实和数据，不代替合法性审查、保密审查和签发。"
COUNTED = (*OWING, Verdict.UNJUDGED)
NOTHING_AMISS = "必备要素没有缺失，也没有不完整的；文字核查没有发现错误。"
UNKNOWN = "报告无法判定，不能断定有没有问题。"


def opinion(assessment: Assessment, day: date) -> Iterator[Part]:
    known = norms(assessment)
    unknown = UNKNOWN if assessment.unjudged else ""
    yield Line(TITLE, "title")
    yield from _facts(assessment.report, day)
    yield Line(sentence(listed(known)), lead="审查依据：")
    yield Line("一、总体结论", "chapter")
    yield _conclusion(assessment)
    yield from _chapter(
        f"二、主要问题和修改建议{_counted(assessment)}",
        problems(assessment, known),
        unknown or "没有缺失或不完整的要素。",
    )
    number = f"（{len(assessment.findings)}处）" if assessment.findings else ""
    yield from _chapter(f"三、文字核查问题{number}", faults(assessment.findings, known), unknown or "没有发现问题。")
    yield Line("".join(sentence(note.message) for note in assessment.notes) + LIMITS, lead="四、说明。")
    yield Line("附：逐项核对表")
    yield Line("审查人：　　　　　审核人：　　　　　　　年　月　日")
    yield Line("附", "annex")
    yield Line("逐项核对表", "annex-title")
    yield every_item(assessment, known)


def _facts(facts: ReportFacts, day: date) -> Iterator[Line]:
    """What the program cannot know is left to be written in."""
    name = "标准输入" if facts.path == "-" else Path(facts.path).name
    yield Line(facts.organ or "未识别出单位", lead="送审单位：")
    yield Line(f"《{facts.title}》" if facts.title else "未识别出标题", lead="送审文件：")
    yield Line("　　　　　　　送审日期：　　年　月　日", lead="文　　号：")
    yield Line(f"{in_words(day)}　电子文件：{name}", lead="审查日期：")


def _conclusion(assessment: Assessment) -> Line:
    concluded = conclude(assessment)
    reasons = "".join(map(sentence, concluded.reasons))
    if concluded.conclusion is Conclusion.PUBLISH:
        reasons = _exceptions(assessment) + NOTHING_AMISS
    if assessment.unjudged:
        reasons += sentence(assessment.unjudged.hint)
    score = assessment.score
    worth = f"得分{score.value:.1f}分（{score.grade}）。" if score else ""
    return Line(worth + reasons, lead=f"{concluded.conclusion}。")


def _exceptions(assessment: Assessment) -> str:
    """What is accepted is amiss all the same."""
    results = (result for results in (assessment.items, assessment.findings) for result in results)
    names = dict.fromkeys("已豁免" if result.waiver else result.accepted for result in results if result.accepted)
    return f"除{'和'.join(names)}的外，" if names else ""


def _counted(assessment: Assessment) -> str:
    counts = {kind: sum(item.verdict is kind for item in assessment.items) for kind in COUNTED}
    told = "、".join(f"{SHOWN[kind][1]}{count}项" for kind, count in counts.items() if count)
    return f"（{told}）" if told else ""


def _chapter(title: str, table: Table | None, otherwise: str) -> Iterator[Part]:
    """A table below the heading, or where there is none one sentence behind it."""
    if table:
        yield Line(title, "chapter")
        yield table
    else:
        yield Line(otherwise, lead=f"{title}。")
