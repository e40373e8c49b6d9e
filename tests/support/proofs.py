"""What the rules of the package find in a passage, in a report and in the examples that stand with them."""


from shipped import checklist

from checklist.rule import Rule
from evaluator.assessment import Finding
from evaluator.document import Document
from evaluator.examples.of_rules import example
from evaluator.judging.view import look_at
from evaluator.proofreading import findings
from evaluator.reading import read
from evaluator.structure import fragment, understand

YEAR = 2024
TITLE = "青山县水务局2024年法治政府建设年度报告"
OPENING = "2024年，我局认真贯彻习近平法治思想，扎实推进依法行政。现将有关情况报告如下："
PARTS = """一、主要举措和成效
组织执法培训4次，办理行政处罚案件12件。
二、存在的不足
执法力量不足，现有执法人员6名。
三、2025年工作安排
增加执法人员2名，组织培训3次。
"""


def rule(name: str) -> Rule:
    return next(rule for rule in checklist().rules if rule.id == name)


def in_document(document: Document, name: str) -> list[Finding]:
    roles = look_at(document, checklist()).roles
    found = findings(document, rule(name), checklist().norms, roles)
    return sorted(found, key=lambda finding: finding.place.start)


def in_passage(text: str, name: str, year: int = YEAR) -> list[Finding]:
    return in_document(fragment(text, year), name)


def in_report(text: str, name: str) -> list[Finding]:
    return in_document(understand(read(text.encode(), "报告.txt")), name)


def in_example(text: str, name: str) -> list[Finding]:
    return in_document(example(text), name)


def report(title: str = TITLE, page: str = "", opening: str = OPENING, parts: str = PARTS, end: str = "") -> str:
    return "\n".join(filter(None, (title, page, opening, parts.rstrip("\n"), end))) + "\n"
