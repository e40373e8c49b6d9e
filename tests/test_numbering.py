"""Word's automatic numbers: what stands nowhere in the file is read as Word would show it."""

import pytest
from worddocuments import docx, element, p

from evaluator.reading.docx import read_docx
from evaluator.reading.numerals import numeral

NUMERALS = [
    (
        "chineseCounting",
        {1: "一", 10: "十", 11: "十一", 20: "二十", 35: "三十五", 105: "一百零五", 110: "一百一十"},
    ),
    ("chineseCountingThousand", {2: "二", 19: "十九", 1000: "一千", 1001: "一千零一", 2010: "二千零一十"}),
    ("japaneseCounting", {3: "三", 12: "十二"}),
    ("taiwaneseCountingThousand", {4: "四"}),
    ("ideographDigital", {9: "九", 10: "一〇"}),
    ("ideographTraditional", {1: "甲", 10: "癸", 11: "甲"}),
    ("ideographZodiac", {1: "子", 12: "亥"}),
    ("ideographZodiacTraditional", {1: "甲子", 2: "乙丑", 60: "癸亥"}),
    ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 21: "贰拾壹", 105: "壹佰零伍"}),
    ("decimal", {1: "1", 12: "12"}),
    ("decimalZero", {1: "01", 12: "12"}),
    ("decimalFullWidth", {12: "１２"}),
    ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"}),
    ("decimalEnclosedCircleChinese", {3: "③"}),
    ("decimalEnclosedParen", {1: "⑴", 21: "21"}),
    ("decimalEnclosedFullstop", {1: "⒈"}),
    ("ideographEnclosedCircle", {1: "㊀", 11: "11"}),
    ("upperRoman", {4: "IV", 9: "IX"}),
    ("lowerRoman", {14: "xiv"}),
    ("upperLetter", {26: "Z", 27: "AA"}),
    ("lowerLetter", {1: "a", 28: "bb"}),
    ("none", {5: ""}),
    ("unheardOf", {5: "5"}),
    ("chineseCounting", {0: "0", 10000: "10000"}),
]


@pytest.mark.parametrize(("style", "written"), NUMERALS, ids=[style for style, _ in NUMERALS])
def test_numerals(style: str, written: dict[int, str]) -> None:
    assert {number: numeral(number, style) for number in written} == written


def level(depth: int, style: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*abstract: str, **nums: str) -> str:
    """Abstract lists by their place; `n3="0"` is list 3 on abstract list 0, `n3="0 <w:…>"` with more."""
    rows = [
        f'<w:abstractNum w:abstractNumId="{i}">{levels}</w:abstractNum>' for i, levels in enumerate(abstract)
    ]
    for name, what in nums.items():
        family, _, more = what.partition(" ")
        rows.append(f'<w:num w:numId="{name[1:]}"><w:abstractNumId w:val="{family}"/>{more}</w:num>')
    return element("w:numbering", "".join(rows))


OFFICIAL = (
    level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "(%4)")
    + level(4, "decimalEnclosedCircleChinese", "%5")
)


def numbered(numbering: str, *numbers: tuple[int, int], styles: str = "") -> list[str]:
    body = "".join(p("文", number=number) for number in numbers)
    related = {"styles": styles} if styles else {}
    return read_docx(docx(body, numbering=numbering, **related)).text.split("\n")


def test_an_official_document() -> None:
    found = numbered(lists(OFFICIAL, n1="0"), *((1, d) for d in (0, 1, 2, 3, 4, 2, 1, 2, 0, 1)))
    assert found == [
        "一、文",
        "（一）文",
        "1. 文",
        "(1) 文",
        "① 文",
        "2. 文",
        "（二）文",
        "1. 文",
        "二、文",
        "（一）文",
    ]


def test_a_level_with_the_numbers_above_it() -> None:
    two = (
        level(0, "chineseCounting", "第%1章")
        + level(1, "decimal", "%1.%2")
        + level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
    )
    found = numbered(lists(two, n1="0"), (1, 0), (1, 1), (1, 2), (1, 1))
    assert found == ["第一章 文", "一.1 文", "1.1.1 文", "一.2 文"]


def test_a_deeper_level_first() -> None:
    assert numbered(lists(OFFICIAL.replace("（%2）", "%1.%2"), n1="0"), (1, 1), (1, 0)) == [
        "一.一 文",
        "一、文",
    ]


def test_lists_of_one_family_count_on() -> None:
    assert numbered(lists(OFFICIAL, n1="0", n2="0"), (1, 0), (2, 0), (1, 0)) == ["一、文", "二、文", "三、文"]


def test_lists_of_two_families_do_not() -> None:
    assert numbered(lists(OFFICIAL, OFFICIAL, n1="0", n2="1"), (1, 0), (2, 0), (1, 0)) == [
        "一、文",
        "一、文",
        "二、文",
    ]


def start_anew(depth: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def test_a_list_that_begins_anew_does_so_once() -> None:
    found = numbered(lists(OFFICIAL, n1="0", n2=f"0 {start_anew(0, 5)}"), (1, 0), (2, 0), (2, 0), (1, 0))
    assert found == ["一、文", "五、文", "六、文", "七、文"]


def test_an_overridden_start_holds_wherever_the_level_begins() -> None:
    found = numbered(lists(OFFICIAL, n1=f"0 {start_anew(1, 3)}"), (1, 0), (1, 1), (1, 1), (1, 0), (1, 1))
    assert found == ["一、文", "（三）文", "（四）文", "二、文", "（三）文"]


def test_a_start_of_its_own() -> None:
    assert numbered(lists(level(0, "decimal", "%1)", start=7), n1="0"), (1, 0), (1, 0)) == ["7) 文", "8) 文"]


def test_an_overridden_level() -> None:
    other = f'0 <w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1")}</w:lvlOverride>'
    assert numbered(lists(OFFICIAL, n1=other), (1, 0), (1, 1)) == ["I 文", "（一）文"]


@pytest.mark.parametrize(("restart", "last"), [("", "1. 文"), ("0", "2. 文"), ("1", "2. 文"), ("2", "1. 文")])
def test_after_which_level_a_level_begins_anew(restart: str, last: str) -> None:
    more = f'<w:lvlRestart w:val="{restart}"/>' if restart else ""
    three = level(0, "decimal", "%1、") + level(1, "decimal", "%2）") + level(2, "decimal", "%3.", more)
    assert numbered(lists(three, n1="0"), (1, 0), (1, 1), (1, 2), (1, 1), (1, 2))[-1] == last


def test_bullets_and_levels_without_numbers() -> None:
    odd = level(0, "bullet", "\uf06c") + level(1, "none", "") + level(2, "none", "附：")
    assert numbered(lists(odd, n1="0"), (1, 0), (1, 1), (1, 2)) == ["· 文", "文", "附：文"]


@pytest.mark.parametrize("number", [(0, 0), (9, 0), (1, 8), (1, 77)])
def test_no_such_list_or_level(number: tuple[int, int]) -> None:
    assert numbered(lists(OFFICIAL, n1="0"), number) == ["文"]


def test_no_numbering_at_all() -> None:
    assert read_docx(docx(p("文", number=(1, 0)))).text == "文"


def test_a_format_that_older_words_do_not_know() -> None:
    new, old = ('<w:numFmt w:val="custom" w:format="001"/>', '<w:numFmt w:val="upperLetter"/>')
    both = level(0, "", "%1.").replace(
        '<w:numFmt w:val=""/>',
        f"<mc:AlternateContent><mc:Choice>{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>",
    )
    assert numbered(lists(both, n1="0"), (1, 0)) == ["A. 文"]


def style(name: str, parent: str, numbering: str) -> str:
    return (
        f'<w:style w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="{parent}"/>'
        f"<w:pPr><w:numPr>{numbering}</w:numPr></w:pPr></w:style>"
    )


def test_numbering_by_style() -> None:
    by_style = level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/>') + level(
        1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>'
    )
    known = element(
        "w:styles",
        style("h1", "", '<w:numId w:val="1"/>')
        + style("h2", "h1", "")
        + style("h3", "h1", '<w:numId w:val="0"/>')
        + style("h4", "h1", '<w:ilvl w:val="1"/>'),
    )
    body = "".join(p("文", style=name) for name in ("h1", "h2", "h3", "h4", "h1")) + p(
        "文", style="h1", number=(0, 0)
    )
    reading = read_docx(docx(body, numbering=lists(by_style, n1="0"), styles=known))
    assert reading.text.split("\n") == ["一、文", "（一）文", "文", "（二）文", "二、文", "文"]


def test_a_list_that_is_only_the_name_of_another() -> None:
    named = '<w:numStyleLink w:val="公文"/>'
    found = numbered(lists(named, '<w:styleLink w:val="公文"/>' + OFFICIAL, n1="0"), (1, 0), (1, 1))
    assert found == ["一、文", "（一）文"]


def test_what_is_deleted_or_hidden_does_not_count_and_what_is_empty_does() -> None:
    gone = p(
        '<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>',
        number=(1, 0),
        mark='<w:del w:id="2"/>',
    )
    hidden = p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>", number=(1, 0))
    body = (
        p("甲", number=(1, 0))
        + gone
        + p("乙", number=(1, 0))
        + hidden
        + p("", number=(1, 0))
        + p("丙", number=(1, 0))
    )
    reading = read_docx(docx(body, numbering=lists(OFFICIAL, n1="0")))
    assert reading.text.split("\n") == ["一、甲", "二、乙", "藏", "四、丙"]


@pytest.mark.parametrize("written", ["x", "", "-1", "9" * 5000, "99999"])
def test_numbers_that_are_none(written: str) -> None:
    odd = level(0, "chineseCounting", "%1、").replace('<w:start w:val="1"/>', f'<w:start w:val="{written}"/>')
    assert numbered(lists(odd, n1="0"), (1, 0)) == ["99999、文" if written == "99999" else "一、文"]
