"""Shortcomings to which the plan has no answer: what is asked of them, and where it stands."""

import pytest
from passages import STAFF, asked, assess, linked, written

from evaluator.assessment import Evidence, Link
from evaluator.links.asking import questions
from evaluator.quotation import quoted

ELSE = "一是抓好普法。"


@pytest.mark.parametrize(
    ("problems", "plan"),
    [
        ("我县法治建设还存在一些差距。", ELSE),
        (STAFF, ""),
        (STAFF, "下一步，我县将继续努力，再上新台阶。"),
        (STAFF, "一是招录执法人员6名。"),
        ("一是“雁栖驿站”闲置。", ELSE),
    ],
    ids=["formula", "no plan", "plan without content", "answered", "words nobody knows"],
)
def test_nothing_to_ask(problems: str, plan: str) -> None:
    assert asked(problems, plan) == []


def test_question() -> None:
    (finding,) = asked(STAFF, ELSE)
    assert finding.message == "不足“执法力量薄弱”：下一年度安排里没有看到对应的措施，是否遗漏"
    assert (finding.severity, finding.quote) == ("info", "一是执法力量薄弱，全县持证人员只有31人。")
    assert finding.suggestion == "在安排里写明针对这个问题做什么；安排里已有的，写明针对的是哪个问题"


def test_a_question_does_not_touch_the_gate() -> None:
    text = written(STAFF, ELSE)
    assert assess(text).gate == assess(text, links=False).gate


def test_questions_stand_among_the_findings_in_the_order_of_the_text() -> None:
    found = assess(written(STAFF, ELSE + "二是【待补充】。")).findings
    assert [finding.rule for finding in found][-2:] == ["unanswered-problem", "placeholder"]


@pytest.mark.parametrize(
    ("quote", "name"),
    [
        ("（一）重大行政决策程序执行打折扣。", "重大行政决策程序执行打折扣"),
        ("1.价格监测机制不健全，经验不足", "价格监测机制不健全"),
        ("其二，文件“带病出台”没有绝迹", "文件“带病出台”没有绝迹"),
        ("执法\n力量薄弱；人少", "执法力量薄弱"),
        ("三是弱，还要加强法制审核", "弱，还要加强法制审核"),
    ],
)
def test_name_of_a_problem(quote: str, name: str) -> None:
    (link,) = linked("存在以下不足：一是执法力量薄弱。", "一是抓好信访。")
    (question,) = questions([Link(replaced(link, quote), None, (), unanswered=True)])
    assert question.message.startswith(f"不足{quoted(name)}：")


def replaced(link: Link, quote: str) -> Evidence:
    return Evidence(quote, link.problem.section, link.problem.place)
