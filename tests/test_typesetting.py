"""Words at their places become paragraphs in reading order; what belongs to the pages is set aside."""

from collections.abc import Sequence

import pytest

from evaluator.typesetting.characters import clean
from evaluator.typesetting.composing import compose
from evaluator.typesetting.sheet import Rule, Run, Sheet
from evaluator.typesetting.unread import pages
from evaluator.typesetting.visible import settled

SIZE, LEFT, TOP, STEP, ACROSS = 16.0, 80.0, 120.0, 28.0, 26
FULL = "我局坚持以习近平新时代中国特色社会主义思想为指导推进法"
assert len(FULL) >= ACROSS
Spot = tuple[str, float, float]


def run(text: str, left: float = LEFT, baseline: float = TOP, size: float = SIZE, role: str = "") -> Run:
    width = sum(size if ord(char) > 255 else size / 2 for char in text)
    return Run(text, left, left + width, baseline, size, role)


def line(text: str, row: float, indent: float = 0.0, left: float = LEFT) -> Run:
    return run(text, left + indent * SIZE, TOP + row * STEP)


def full(row: float, indent: float = 0.0, left: float = LEFT, across: int = ACROSS) -> Run:
    """A line as wide as the column."""
    return line(FULL[: across - round(indent)], row, indent, left)


def sheet(*runs: Run, number: int = 1, rules: Sequence[Rule] = ()) -> Sheet:
    return Sheet(number, 595.0, 842.0, tuple(runs), tuple(rules))


def read(*sheets: Sheet, kinds: Sequence[str] = ("paragraph", "cell", "note")) -> list[str]:
    text, blocks = compose(sheets)
    assert [block.start for block in blocks] == sorted(block.start for block in blocks)
    return [text[block.start : block.end] for block in blocks if block.kind in kinds]


F, G = FULL[:ACROSS], FULL[: ACROSS - 2]
PARAGRAPHS = [
    ("two short lines", (line("一、主要做法", 0, 2), line("二、存在的不足", 1, 2)), 2),
    ("a short line and one not set in", (line("云岭县水务局", 0), full(1), line("完。", 2)), 2),
    ("set in after a full line", (full(0, 2), full(1), full(2, 2), line("完。", 3)), 2),
    ("a number that is set in", (full(0, 2), line("检查。", 1), line("（二）执法", 2, 2), full(3, 2)), 3),
    ("wide apart", (full(0), full(1), full(3), full(4), full(5)), 2),
    ("another size", (run(F, size=SIZE), run("年度报告", LEFT, TOP + 40, 22)), 2),
    ("contents", (line("一、做法" + "…" * 21 + "1", 0), line("二、不足" + "…" * 21 + "2", 1)), 2),
    ("bullets", (line("·" + G + "年", 0), line("·" + G + "年", 1), line("·完", 2)), 3),
    ("centred lines", (line("云岭县水务局", 0, 10), line("年度报告", 1, 11), full(2, 2), full(3)), 3),
    ("a title that its writer broke", (run(F[:6], 210, TOP, 22), run("年度工作报告", 210, TOP + 34, 22), full(2)), 3),
    ("no final mark at the end", (full(0, 2), line(F[:25] + "。", 1), line("云岭县水务局", 2)), 2),
]


@pytest.mark.parametrize(("runs", "count"), [row[1:] for row in PARAGRAPHS], ids=[row[0] for row in PARAGRAPHS])
def test_paragraphs_that_stay_apart(runs: tuple[Run, ...], count: int) -> None:
    assert len(read(sheet(*runs))) == count


JOINED = [
    ("a full line", (full(0, 2), full(1), line("完。", 2))),
    ("a mark that may not begin a line", (full(0, 2), line("，完成。", 1), full(2, 2))),
    ("a word that had no room", (line(F[:24], 0), line("《水法》的规定。", 1), full(3, 2), full(4))),
    ("a figure that had no room", (line(F[:23], 0), line("12,345.67万元。", 1), full(3, 2), full(4))),
    ("a number in a sentence", (full(0, 2), line("一是检查。", 1), line("（一）甲", 2, 2), line("（二）乙", 3, 2))),
    ("a title that had no room", (run(F[:18], 90, TOP, 22), run("告", 277, TOP + 34, 22), full(3, 2), full(4))),
    ("marks that hang over the edge", (line(G[:23] + "5", 0, 2), *(line(F + "，" * (n < 3), n) for n in range(1, 9)))),
    ("a hanging number", (line("1.检查" + F[:22], 0, 0), line(F[:24], 1, 2), line("完。", 2, 2), full(3))),
]


@pytest.mark.parametrize("runs", [row[1] for row in JOINED], ids=[row[0] for row in JOINED])
def test_lines_that_are_joined(runs: tuple[Run, ...]) -> None:
    first = read(sheet(*runs))[0]
    assert first.startswith(runs[0].text + runs[1].text)


def test_a_paragraph_goes_on_over_the_page_and_knows_where() -> None:
    first = sheet(line("一、做法", 0, 2), full(1, 2), full(2))
    second = sheet(line("检查完毕。", 0), line("二、不足", 1, 2), full(2, 2), number=2)
    text, blocks = compose((first, second))
    assert [text[b.start : b.end] for b in blocks if b.kind == "paragraph"][1] == G + F + "检查完毕。"
    turn = next(block for block in blocks if block.kind == "header")
    assert (text[turn.start :][:4], turn.end, turn.page) == ("检查完毕", turn.start, 2)
    assert [block.page for block in blocks if block.kind == "paragraph"] == [1, 1, 2, 2]


def test_words_are_parted_by_blanks_where_they_stand_apart() -> None:
    runs = (run("发布时间"), run("2025-01-20", 155), run("来源", 260), run("IPv6", 293), run("ok", 330))
    assert read(sheet(*runs)) == ["发布时间 2025-01-20 来源IPv6 ok"]


def test_words_drawn_twice_are_read_once() -> None:
    assert read(sheet(run("年度报告"), run("年度报告", LEFT + 0.5))) == ["年度报告"]


def columns(number: int = 1) -> Sheet:
    left = [full(i, 2 if i % 3 == 0 else 0, across=12) for i in range(9)]
    right = [full(i, 2 if i % 3 == 0 else 0, 320, 12) for i in range(9)]
    pairs = [run for pair in zip(left, right, strict=True) for run in pair]
    return sheet(run("云岭县水务局年度报告", 150, 80, 22), *pairs, number=number)


def test_two_columns_are_read_one_after_the_other() -> None:
    whole = FULL[:10] + FULL[:12] * 2
    assert read(columns()) == ["云岭县水务局年度报告", *[whole] * 6]


def test_a_short_last_page_has_the_columns_of_the_others() -> None:
    last = sheet(full(0, 2, across=12), line("左边。", 1), full(0, 2, 320, 12), line("右边。", 1, 0, 320), number=2)
    assert read(columns(), last)[-2:] == [FULL[:10] + "左边。", FULL[:10] + "右边。"]


def test_values_beside_labels_are_no_columns() -> None:
    rows = [run for i in range(6) for run in (line(f"标签{i}", i), line(f"值{i}", i, 0, 320))]
    assert read(sheet(*rows)) == [f"标签{i} 值{i}" for i in range(6)]


def grid(across: Sequence[float], down: Sequence[float]) -> list[Rule]:
    flat = [Rule(across[0], y, across[-1], y) for y in down]
    return flat + [Rule(x, down[0], x, down[-1]) for x in across]


def test_cells_of_a_table_row_by_row() -> None:
    words = ((90, 130, "事项"), (290, 130, "件数"), (90, 160, "行政处罚"), (290, 160, "12"), (90, 185, "案件"))
    cells = [run(text, left, baseline) for left, baseline, text in words]
    made = sheet(line("见下表。", -1, 2), *cells, full(4, 2), rules=grid((80, 280, 480), (110, 140, 195)))
    assert read(made) == ["见下表。", "事项", "件数", "行政处罚案件", "12", G]
    assert read(made, kinds=["cell"]) == ["事项", "件数", "行政处罚案件", "12"]


def test_merged_cells() -> None:
    rules = [rule for rule in grid((80, 280, 480), (110, 140, 170)) if not rule.left == rule.right == 280]
    rules.append(Rule(280, 140, 280, 170))
    cells = (run("行政处罚情况", 200, 130), run("检查", 90, 160), run("87", 290, 160))
    assert read(sheet(*cells, rules=rules), kinds=["cell"]) == ["行政处罚情况", "检查", "87"]


@pytest.mark.parametrize("rules", [[], grid((60, 560), (60, 800)), [Rule(80, 130, 500, 130)]])
def test_frames_and_underlines_are_no_tables(rules: list[Rule]) -> None:
    assert read(sheet(full(0, 2), full(1), rules=rules), kinds=["cell"]) == []


BODY = (full(0, 2), line("检查完毕。", 1))
READ = G + "检查完毕。"


def numbered(*feet: Spot, count: int = 3) -> list[str]:
    """What is read of pages that have these words along their edges, # for the number of the page."""
    made = [
        sheet(*BODY, *(run(t.replace("#", str(n)), x, y, 12) for t, x, y in feet), number=n)
        for n in range(1, count + 1)
    ]
    return read(*made)


@pytest.mark.parametrize(
    "foot", ["— # —", "- # -", "－#－", "第 # 页 共 9 页", "第#页", "#/9", "#", "·#·", "第#页（共9页）", "Page # of 9"]
)
def test_page_numbers_are_not_of_the_text(foot: str) -> None:
    assert numbered((foot, 280, 800)) == [READ] * 3
    assert numbered((foot, 280, 800), count=1) == [READ]


def test_running_heads_are_not_of_the_text() -> None:
    assert numbered(("云岭县水务局文件", 80, 50), ("第#号", 480, 50)) == [READ] * 3


def test_what_browsers_print_along_the_edges() -> None:
    assert numbered(("2025/1/20 10:33", 30, 20), ("https://www.a.gov.cn/art/1.html", 30, 830), count=1) == [READ]


@pytest.mark.parametrize(
    ("text", "y"), [("第#页", 400), ("12", 400), ("共检查87家", 800), ("2024年", 50)], ids=lambda v: str(v)
)
def test_what_only_looks_like_an_edge(text: str, y: float) -> None:
    assert len(numbered((text, 280, y), count=1)) == 2


def test_watermarks_are_not_of_the_text() -> None:
    large = [sheet(*BODY, run("征求意见稿", 150, 400, 60), number=n) for n in (1, 2, 3)]
    assert read(*large) == [READ] * 3
    assert read(sheet(*BODY, run("内部资料", 150, 400, 40, "aside"))) == [READ]
    assert read(large[0]) == [READ, "征求意见稿"]


def test_footnotes_do_not_part_a_paragraph() -> None:
    note = run("①数据截至年底。", LEFT, 720, 10)
    first = sheet(full(0, 2), full(1), run("①", LEFT + 26 * SIZE, TOP + STEP - 6, 8), note)
    assert read(first, sheet(line("检查完毕。", 0), number=2)) == [G + F + "检查完毕。", "①数据截至年底。"]


@pytest.mark.parametrize(("left", "baseline"), [(700, 100), (-300, 100), (80, 900), (80, -5), (1e308, 1e308)])
def test_words_beside_the_page_are_hidden(left: float, baseline: float) -> None:
    made = settled(sheet(*BODY, run("页外", left, baseline)))
    assert (read(made), read(made, kinds=["hidden"])) == ([READ], ["页外"])


@pytest.mark.parametrize(
    ("given", "cleaned"),
    [
        ("⼀、主要⼯作", "一、主要工作"),
        ("⻓江⻋站⻚⾯", "长江车站页面"),
        ("\uf06c做法", "做法"),
        ("\ue123做\ufffd法\x01", "〓做〓法〓"),
        ("(cid:12)(cid:345)做", "〓〓做"),
        ("𠮷林（一）①%", "𠮷林（一）①%"),
    ],
)
def test_characters(given: str, cleaned: str) -> None:
    assert clean(given) == cleaned


@pytest.mark.parametrize(
    ("numbers", "words"), [([3], "第 3 页"), ([1, 2, 3, 7], "第 1—3、7 页"), ([2, 4, 5], "第 2、4—5 页")]
)
def test_pages_in_words(numbers: list[int], words: str) -> None:
    assert pages(numbers) == words
