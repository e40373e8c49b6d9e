"""Reports of a few lines, and how the shortcomings in them are linked with causes and measures."""


from shipped import checklist

from evaluator.assessment import Assessment, Finding, Link
from evaluator.evaluation import Options, evaluate

DONE = """\
临江县人民政府2024年法治政府建设年度报告
2024年，临江县坚持以习近平法治思想为指导，推进法治政府建设。现将有关情况报告如下：
一、主要举措和成效
县政府党组专题学习4次，修订规范性文件12件，办理行政复议案件34件，培训执法人员320人次。
"""
PROBLEMS = "二、存在的不足\n"
PLAN = "三、2025年工作安排\n"
STAFF = "存在以下不足：一是执法力量薄弱，全县持证人员只有31人。"


def assess(text: str, links: bool = True) -> Assessment:
    return evaluate(text.encode(), "报告.txt", checklist(), Options(links=links))


def written(problems: str, plan: str = "") -> str:
    return DONE + PROBLEMS + problems + "\n" + (PLAN + plan + "\n" if plan else "")


def linked(problems: str, plan: str = "") -> tuple[Link, ...]:
    links = assess(written(problems, plan)).links
    assert links is not None
    return links


def measures(links: tuple[Link, ...]) -> list[list[str]]:
    return [[measure.quote for measure in link.measures] for link in links]


def asked(problems: str, plan: str = "") -> list[Finding]:
    found = assess(written(problems, plan)).findings
    return [finding for finding in found if finding.rule == "unanswered-problem"]
