"""What stands above the title of an official document is no part of the title, and says whose document it is."""

from collections.abc import Callable
from itertools import product

import pytest
from test_structure import BODY, OPENING, body_of
from worddocuments import docx, p

from evaluator.document import Document
from evaluator.reading import read
from evaluator.structure import understand
from evaluator.understanding.letterhead import is_letterhead

FULL = "云岭县人民政府关于2024年法治政府建设情况的报告"
TWO_LINES = "云岭县人民政府\n关于2024年法治政府建设情况的报告"
NAMELESS = "2024年法治政府建设年度报告"
ADDRESSEE = "市人民政府：\n"

NO_LETTERHEAD = [
    "",
    "云岭县人民政府",
    "云岭县水务局",
    "2024",
    "2024年度",
    "法治政府建设年度报告",
    "关于印发《云岭县行政裁决办法》的文件",
    "2024年法治政府建设有关文件",
    "云岭县人民政府关于2024年法治政府建设情况的报告",
    "云政发[2025]3号文件印发以来,全县各部门依法行政。",
    "秘密不容泄露",
    "本年度签发人:王一鸣",
    "文件名称:云岭县水务局2024年法治政府建设年度报告",
]

HEADS = [
    "云岭县人民政府文件\n云政发〔2025〕3号\n",
    "云岭县人民政府文件\n\n云政发〔2025〕3号\n\n",
    "云岭县人民政府\n云政发〔2025〕3号　　　　签发人：王一鸣\n",
    "云岭县人民政府文件\n云政发[2025]3号\n签发人：王一鸣\n",
    "000012\n机密★1年\n特急\n云岭县人民政府文件\n云政发（2025）3号\n",
    "份号：12\n密级：秘密\n紧急程度：加急\n云岭县人民政府文件\n云政发〔2025〕3号\n",
    "绝密★长期\n平　急\n云岭县人民政府文件\n云政呈〔2025〕第3号\n签发人:王一鸣\n★★★\n",
    "云岭县人民政府（报告）\n云政报〔2025〕3号\n————★————\n",
    "中共云岭县委\n云岭县人民政府\n文件\n云委发〔2025〕3号\n",
    "内部资料，注意保存\n云 岭 县 人 民 政 府 文 件\n云政发2025年3 号\n会签人：李二　张三\n",
    "云岭县人民政府文件　云政发〔2025〕3号　签发人：王一鸣\n",
]
LAYOUTS = list(product(HEADS, (FULL, TWO_LINES, NAMELESS), ("", ADDRESSEE)))


def as_text(text: str) -> bytes:
    return text.encode()


def as_word(text: str) -> bytes:
    return docx("".join(p(line) for line in text.split("\n")))


def understood(data: bytes) -> Document:
    return understand(read(data, ""))


@pytest.mark.parametrize("line", NO_LETTERHEAD)
def test_what_is_no_letterhead(line: str) -> None:
    assert not is_letterhead(line)


@pytest.mark.parametrize("written", [as_text, as_word])
@pytest.mark.parametrize(("head", "title", "addressee"), LAYOUTS)
def test_a_title_below_a_letterhead(head: str, title: str, addressee: str, written: Callable[[str], bytes]) -> None:
    document = understood(written(head + title + "\n" + addressee + BODY))
    assert document.metadata.title == title.replace("\n", "")
    assert body_of(document)[0] == OPENING
    assert document.metadata.organ in ("云岭县人民政府", "中共云岭县委")
    assert (document.metadata.level, document.metadata.year) == ("county", 2024)


def test_who_signs_is_believed_before_the_letterhead() -> None:
    text = f"云岭县人民政府办公室文件\n云政办发〔2025〕3号\n{NAMELESS}\n{BODY}云岭县人民政府\n2025年1月19日\n"
    assert understood(text.encode()).metadata.organ == "云岭县人民政府"


def test_the_letterhead_completes_the_name_in_the_title() -> None:
    text = f"云岭县水务局文件\n云水发〔2025〕3号\n县水务局关于2024年法治政府建设情况的报告\n{BODY}"
    assert understood(text.encode()).metadata.organ == "云岭县水务局"
