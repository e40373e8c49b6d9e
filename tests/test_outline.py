"""--outline shows of every line what it is: a table, a footnote, a text box, a page's edge, hidden words."""

from pathlib import Path

import draft
import pytest
from offices import converted, needs_office
from test_letterhead import FULL
from test_structure import BODY
from worddocuments import docx, element, p

from evaluator.cli import main

HEADER = element("w:hdr", p("内部材料"))
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>底稿见附件</w:t></w:r>"


def outlined(data: bytes, name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    (folder / name).write_bytes(data)
    assert main(["--outline", str(folder / name)]) == 0
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]


def test_in_a_usual_text_nothing_stands_aside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = "\n".join(outlined(f"{FULL}\n{BODY}".encode(), "报告.txt", tmp_path, capsys))
    assert not any(word in shown for word in ("表格", "脚注", "文本框", "页眉页脚", "隐藏文字"))
    assert "2 引言 2024年" in shown


ASIDE = ["6 脚注 数据截至2024年12月31日。 16 字", "9 表格 事项 2 字", "17 文本框 咨询电话公布在县政府门户网站。 15 字"]


def test_what_stands_beside_the_running_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert set(ASIDE) <= set(outlined(draft.word(), "报告.docx", tmp_path, capsys))


@needs_office
@pytest.mark.parametrize("form", ["odt", "rtf"])
def test_the_same_in_other_formats(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = converted(draft.word(), "docx", form)
    assert set(ASIDE) <= set(outlined(data, f"报告.{form}", tmp_path, capsys))


def test_edges_of_pages_and_hidden_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = "".join(p(line) for line in f"{FULL}\n{BODY}".splitlines()) + p("2025年增配人员2名。", HIDDEN)
    shown = outlined(docx(body, header=HEADER), "报告.docx", tmp_path, capsys)
    assert {"不算报告内容的 2 行", "11 隐藏文字 底稿见附件", "12 页眉页脚 内部材料"} <= set(shown)
    assert any(line.endswith("有 1 段带有隐藏文字，不算正文，请核对是否应当删去") for line in shown)
