"""Plain searching that spares a text the compiling of forms it cannot match: without it the same is found."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from proofs import in_example
from shipped import checklist

from evaluator.assessment import Assessment
from evaluator.evaluation import Options, evaluate

ROOT = Path(__file__).parent.parent
REPORTS = sorted([*ROOT.glob("tests/data/reports/*.txt"), *ROOT.glob("examples/drafts/*.txt")])
# Who may be named at the beginning of a clause, in every way that the form allows.
ACTORS = """\
石桥镇人民政府2023年法治政府建设年度报告
2023年，石桥镇推进法治政府建设。现将有关情况报告如下：
一、主要举措和成效
一是县自然资源局作出处罚9件。（二）县交警大队立案9件。3.由县司法局调解纠纷9件。其一，县委宣传部开展普法9场。
据县统计局通报，全县调解纠纷9件。根据县里安排，县人民法院审结9件。按照分工，县检察院发出建议9件。
年内县人大常委会视察9次。全年县政府公布目录9项。今年县里上线平台9个。同时市政府印发办法9件。此外省司法厅培训9期。
2023年县应急管理局演练9次。8月县防汛指挥部演练9次。经县委编办批准，新增编制9名。派出所调解纠纷9件。县税务所办理9件。
二、存在的不足
一是力量薄弱。
"""


def anything(*_: object) -> bool:
    return True


def _positions(text: str, start: int, end: int) -> list[int]:
    return [at for at in range(start, end) if text[at].isdigit() and not text[at - 1].isdigit()]


OPEN: list[tuple[str, str, Callable[..., Any]]] = [
    ("evaluator.judging.bureaus", "_may_name", anything),
    ("evaluator.judging.own_year", "_names_earlier", anything),
    ("evaluator.proofreading.placeholder", "stands_any", anything),
    ("evaluator.proofreading.secrecy_mark", "stands_any", anything),
    ("evaluator.proofreading.rate.parts", "stands_any", anything),
    ("evaluator.proofreading.rate.totals", "stands_any", anything),
    ("evaluator.proofreading.rate.spelling", "stands_any", anything),
    ("evaluator.proofreading.rate.wholes", "stands_any", anything),
    ("evaluator.proofreading.rate.changes", "changes_told", _positions),
    ("evaluator.proofreading.rate.changes", "has_both_ends", anything),
    ("evaluator.proofreading.rate.changes", "has_comparison", anything),
    ("evaluator.proofreading.rate.portions", "is_share", anything),
    ("evaluator.proofreading.rate.portions", "is_of_plan", anything),
    ("evaluator.proofreading.rate.portions", "is_of_counted", anything),
    ("evaluator.understanding.closing", "_has_any", anything),
]


def told(assessment: Assessment) -> list[object]:
    items = [(item.id, item.verdict, [each.place for each in item.evidence]) for item in assessment.items]
    return [*items, *((finding.rule, finding.place, finding.message) for finding in assessment.findings)]


def found() -> list[object]:
    """What is found in all reports and in all examples of the rules."""
    texts = [ACTORS, *(path.read_text("utf-8") for path in REPORTS)]
    reports = [told(evaluate(text.encode(), "报告.txt", checklist(), Options())) for text in texts]
    rules = [(rule.id, text) for rule in checklist().rules for text in (*rule.examples.found, *rule.examples.clean)]
    examples = [[(each.quote, each.message) for each in in_example(text, rule)] for rule, text in rules]
    return [*reports, *examples]


@cache
def usually_found() -> list[object]:
    return found()


@pytest.mark.parametrize(("module", "name", "instead"), OPEN)
def test_without_it_the_same_is_found(
    module: str, name: str, instead: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = usually_found()
    monkeypatch.setattr(import_module(module), name, instead)
    assert found() == expected
