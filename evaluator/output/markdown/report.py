"""One report in Markdown: score and gate, what is missing or incomplete, the findings, then all items folded."""

from collections.abc import Iterable, Iterator, Sequence

from checklist.model import LEVELS
from evaluator.assessment import (
    OWING,
    SHOWN,
    Assessment,
    Citation,
    Evidence,
    Finding,
    ItemResult,
    Link,
    acceptance,
)
from evaluator.output.markdown.literal import folded, literal, quoted, table
from evaluator.presenting.placing import where
from evaluator.presenting.problems import advice
from evaluator.presenting.telling import NO_CAUSE, conclusion, heaviest_first, no_measure

BREAK = "<br>"


def head(assessment: Assessment) -> str:
    facts, score, unjudged = assessment.report, assessment.score, assessment.unjudged
    year = f"{facts.year} 年度" if facts.year else ""
    level = LEVELS.get(facts.level or "", "")
    named = "，".join(filter(None, (literal(facts.organ or facts.title or "未识别出单位"), year, level)))
    worth = f"　得分 **{score.value:.1f}** {score.grade}" if score else ""
    lines = [f"## {' '.join(conclusion(assessment))}　{literal(facts.path)}"]
    if unjudged:
        lines.append(f"**无法判定**：{literal(unjudged.message)}。{literal(unjudged.hint)}")
    lines.append(f"单位：{named}{worth}")
    if not unjudged and assessment.gate.reasons:
        lines.append("\n".join(f"- **门槛**：{literal(reason)}" for reason in assessment.gate.reasons))
    return "\n\n".join(lines)


def sections(assessment: Assessment) -> Iterator[str]:
    for verdict in OWING:
        if items := heaviest_first(assessment, verdict):
            yield f"### {' '.join(SHOWN[verdict])} {len(items)} 项"
            yield table(("要素", "分值", "怎么写", "依据"), map(_owed, items))
    if assessment.findings:
        yield f"### 文字核查 {len(assessment.findings)} 处"
        yield table(("程度", "规则", "位置", "问题", "原文", "建议"), map(_finding, assessment.findings))
    if assessment.links:
        rows = table(("不足", "原因", "下一年度安排"), map(_link, assessment.links))
        yield folded(f"不足、原因与安排对照 {len(assessment.links)} 个", rows)
    rows = table(("结论", "要素", "得分", "位置和原文", "原因"), map(_item, assessment.items))
    yield folded(f"逐项核对 {len(assessment.items)} 项", rows)
    if assessment.notes:
        yield "\n".join(f"- 说明：{literal(note.message)}" for note in assessment.notes)


def _owed(item: ItemResult) -> tuple[str, ...]:
    required = "（必备）" if item.required else ""
    accepted = f"{BREAK}{literal(item.accepted)}" if item.accepted else ""
    name = f"**{literal(item.title)}**{required}{accepted}"
    return name, f"{item.weight:g}", literal(advice(item)), _cited(item.basis)


def _item(item: ItemResult) -> tuple[str, ...]:
    nearest = item.nearest
    near = f"{BREAK}近似：{where(nearest.place)} {quoted(nearest.quote)}，{literal(nearest.why_not)}" if nearest else ""
    return (
        " ".join(SHOWN[item.verdict]) + acceptance(item.waiver, item.accepted),
        f"{literal(item.title)} `{item.id}`",
        f"{item.earned:g} / {item.weight:g}",
        _standing(item.evidence),
        literal(item.reason) + near,
    )


def _finding(finding: Finding) -> tuple[str, ...]:
    return (
        literal(finding.shown),
        f"`{finding.rule}`",
        where(finding.place),
        literal(finding.message),
        quoted(finding.quote),
        literal(finding.suggestion),
    )


def _link(link: Link) -> tuple[str, ...]:
    measures = [f"{where(measure.place)} {quoted(measure.quote)}" for measure in link.measures]
    return (
        f"{where(link.problem.place)} {quoted(link.problem.quote)}",
        f"{where(link.cause.place)} {quoted(link.cause.quote)}" if link.cause else NO_CAUSE,
        BREAK.join(measures) or no_measure(link),
    )


def _standing(evidence: Sequence[Evidence]) -> str:
    """The first place with its words; of the others where they are, each once."""
    if not evidence:
        return ""
    first, *others = dict.fromkeys(where(entry.place) for entry in evidence)
    also = f"；另见{'、'.join(others)}" if others else ""
    return f"{first} {quoted(evidence[0].quote)}{also}"


def _cited(basis: Iterable[Citation]) -> str:
    return BREAK.join(literal(entry.cited) for entry in basis)
