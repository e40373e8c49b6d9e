"""Organ, level, year and publication date, from the title first, then from the page, then from the body."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from evaluator.document import Metadata
from evaluator.reading import read
from evaluator.structure import understand
from evaluator.understanding.naming import level_of, organ_of, year_of

BODY = """
2024年，我局坚持以习近平新时代中国特色社会主义思想为指导，扎实推进依法行政。现将有关情况报告如下：
一、推进法治政府建设的主要举措和成效
我局审查文件3件，组织学习2次，办理行政处罚案件12件，结案11件。
二、存在的不足和原因
因编制未增，执法人员偏少，案件积压7件。
三、下一步工作安排
2025年增配执法人员2名。
"""


def described(head: str, tail: str = "", body: str = BODY) -> Metadata:
    return understand(read((head + body + tail).encode(), "报告.txt")).metadata


YEARS = [
    ("云岭县2024年法治政府建设年度报告", 2024),
    ("云岭县2024年度法治政府建设年度报告", 2024),
    ("2024年度云岭县法治政府建设报告", 2024),
    ("云岭县2024法治政府建设年度报告", 2024),
    ("云岭县二〇二四年法治政府建设年度报告", 2024),
    ("云岭县二○二四年度法治政府建设年度报告", 2024),
    ("云岭县二O二四年法治政府建设年度报告", 2024),
    ("云岭县二零二四年法治政府建设年度报告", 2024),
    ("云岭县２０２４年法治政府建设年度报告", 2024),
    ("云岭县 2024 年法治政府建设年度报告", 2024),
    ("云政发〔2025〕7号 云岭县2024年法治政府建设年度报告", 2024),
    ("2024年度云岭县2024年度法治政府建设年度报告", 2024),
    ("云岭县法治政府建设年度报告（2024年）", 2024),
]


@pytest.mark.parametrize(("title", "year"), YEARS)
def test_years(title: str, year: int) -> None:
    assert described(title).year == year


@pytest.mark.parametrize("text", ["〔2025〕7号", "电话0855-2024123", "2024", "20244年", "一二三四年级"])
def test_no_year(text: str) -> None:
    assert year_of(text) is None


ORGANS = [
    ("云岭县人民政府关于2024年度法治政府建设情况的报告", "云岭县人民政府"),
    ("云岭县2024年度法治政府建设情况报告", "云岭县"),
    ("关于云岭县水务局2024年度法治政府建设情况的报告", "云岭县水务局"),
    ("2024年云岭县水务局推进法治政府建设工作报告", "云岭县水务局"),
    ("云岭县水务局2024年度推进法治政府建设工作总结", "云岭县水务局"),
    ("中共云岭县委 云岭县人民政府 关于2024年度法治政府建设的报告", "中共云岭县委、云岭县人民政府"),
    ("云岭市 水务局 2024年法治政府建设年度报告", "云岭市水务局"),
    ("高新区（新市区）人民政府2024年法治政府建设工作报告", "高新区（新市区）人民政府"),
    ("[云政发〔2026〕7号]云岭县2024年法治政府建设情况报告", "云岭县"),
    ("云岭县委全面依法治县委员会2024年法治政府建设报告", "云岭县委全面依法治县委员会"),
    ("云岭县2024年依法治县工作总结", "云岭县"),
    ("云岭县2016年度依法行政（法治政府建设）工作报告", "云岭县"),
    ("云岭县2016年度法治政府建设工作进展和依法行政工作报告", "云岭县"),
    ("云岭县人民政府2024年法 治 政 府 建 设 年 度 报 告", "云岭县人民政府"),
    ("云岭县人民政府2024年法 治政 府建设年度报告", "云岭县人民政府"),
    ("云 岭 县 水 务 局 2 0 2 4 年度法治政府建设年度报告", "云岭县水务局"),
    ("中共云岭县委云岭县人民政府关于2024年度法治政府建设情况的报告", "中共云岭县委、云岭县人民政府"),
    ("中共东湖街道工委东湖街道办事处2024年法治政府建设报告", "中共东湖街道工委、东湖街道办事处"),
    ("云岭县人民政府关于云岭县2024年度法治政府建设情况的报告", "云岭县人民政府"),
    ("云岭县水务局关于全县水务系统2024年度法治政府建设情况的报告", "云岭县水务局"),
    ("中共东湖街道工委 东湖街道办事处关于东湖街道2024年法治政府建设的报告", "中共东湖街道工委、东湖街道办事处"),
    ("和 平 县人民政府2024年法治政府建设年度报告", "和平县人民政府"),
    ("2024年法治政府建设年度报告", None),
    ("2 0 2 4 年 法 治 政 府 建 设 年 度 报 告", None),
    ("关于2024年度法治政府建设的情况报告", None),
]


@pytest.mark.parametrize(("title", "organ"), ORGANS)
def test_organs_in_titles(title: str, organ: str | None) -> None:
    assert organ_of(title) == organ


UNSEEN = ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufe00", "\ufeff"]


@pytest.mark.parametrize("unseen", UNSEEN, ids=ascii)
@pytest.mark.parametrize("head", ["", "来源：云岭县水务局\n"], ids=["title", "label"])
def test_characters_that_nobody_sees_are_no_part_of_names(unseen: str, head: str) -> None:
    whole = f"{head}{'云岭县' if not head else ''}水务局2024年法治政府建设年度报告"
    sprinkled = whole.replace("务", f"务{unseen}").replace("法", f"法{unseen}")
    found = described(sprinkled + "\n")
    assert (found.organ, found.level, found.year) == ("云岭县水务局", "department", 2024)
    assert found.title == whole.removeprefix(head)


LEVELS = [
    ("湖北省人民政府", "province"),
    ("新疆维吾尔自治区人民政府", "province"),
    ("内蒙古自治区", "province"),
    ("重庆市人民政府", "province"),
    ("北京市", "province"),
    ("广东省", "province"),
    ("淮安市人民政府", "city"),
    ("广东省深圳市", "city"),
    ("黔东南苗族侗族自治州人民政府", "city"),
    ("锡林郭勒盟行政公署", "city"),
    ("大兴安岭地区行署", "city"),
    ("喀什地区", "city"),
    ("云岭市人民政府", "city"),
    ("浑源县", "county"),
    ("麻阳苗族自治县人民政府", "county"),
    ("西乌珠穆沁旗人民政府", "county"),
    ("莫力达瓦达斡尔族自治旗", "county"),
    ("天津市静海区", "county"),
    ("上海市浦东新区人民政府", "county"),
    ("六盘水市六枝特区人民政府", "county"),
    ("神农架林区人民政府", "county"),
    ("苏州市昆山市人民政府", "county"),
    ("延边朝鲜族自治州延吉市", "county"),
    ("江苏省昆山市人民政府", "county"),
    ("昆山市", "county"),
    ("高新区(新市区)人民政府", "county"),
    ("中共云岭县委、云岭县人民政府", "county"),
    ("中共云岭县委", "county"),
    ("云岭县委全面依法治县委员会", "county"),
    ("城口县鸡鸣乡人民政府", "township"),
    ("柳江区三都镇", "township"),
    ("景德镇市昌江区吕蒙街道办事处", "township"),
    ("长延堡街道", "township"),
    ("北城街街道办事处", "township"),
    ("巴彦乌拉苏木人民政府", "township"),
    ("亚运村地区办事处", "township"),
    ("红旗农场", "township"),
    ("中共大马营镇委员会、大马营镇人民政府", "township"),
    ("景德镇市人民政府", "city"),
    ("乡宁县", "county"),
    ("镇海区", "county"),
    ("市水务局", "department"),
    ("广东省司法厅", "department"),
    ("农业农村部", "department"),
    ("国家税务总局", "department"),
    ("兰山分局", "department"),
    ("重庆市卫生健康委员会", "department"),
    ("区文化旅游委", "department"),
    ("云岭县人民政府办公室", "department"),
    ("云岭县公安局交通警察大队", "department"),
    ("湖南湘江新区管理委员会", "department"),
    ("武汉经济技术开发区管委会", "department"),
    ("云岭高新技术产业开发区", "department"),
    ("云岭经开区", "department"),
    ("雄安新区", "department"),
    ("云岭综保区", "department"),
    ("云岭航空港区", "department"),
    ("澄港区", "county"),
    ("云岭省委、省政府", "province"),
    ("云岭镇司法所", "department"),
    ("云岭县农业农村局（县乡村振兴局）", "department"),
    ("中共云岭县水务局党组", "department"),
    ("云岭市人民政府党组", "city"),
    ("云岭镇党委", "township"),
    ("中共沙河街道工作委员会", "township"),
    ("某某", None),
]


@pytest.mark.parametrize(("organ", "level"), LEVELS)
def test_levels(organ: str, level: str | None) -> None:
    assert level_of(organ) == level


NOT_PUBLISHED = [
    ("no label", "云岭县2024年法治政府建设年度报告\n2025年1月19日\n", ""),
    ("made, not published", "成文日期：2025-01-12\n云岭县2024年法治政府建设年度报告\n", ""),
    ("made, spaced out", "成 文 日 期：2025-01-12\n云岭县2024年法治政府建设年度报告\n", ""),
    ("the banner of the day", "2019年12月3日 星期二\n云岭县2024年法治政府建设年度报告\n", ""),
    ("a banner with a label", "日期：2019年12月3日\n云岭县2024年法治政府建设年度报告\n", ""),
    ("no such day", "发布日期：2025-13-45\n云岭县2024年法治政府建设年度报告\n", ""),
    ("a stale stamp", "2019年12月3日 阅读：73\n云岭县2024年法治政府建设年度报告\n", ""),
    ("a stale moment", "2019-12-03 08:15\n云岭县2024年法治政府建设年度报告\n", ""),
    ("the link to another page", "云岭县2024年法治政府建设年度报告\n", "上一篇：云岭县年鉴\n2025-01-19\n"),
    ("an empty value", "发布时间：\n来源：\n云岭县2024年法治政府建设年度报告\n", ""),
    ("the signature", "云岭县2024年法治政府建设年度报告\n", "云岭县人民政府\n2025年1月12日\n"),
]


@pytest.mark.parametrize(
    ("head", "tail"), [row[1:] for row in NOT_PUBLISHED], ids=[row[0] for row in NOT_PUBLISHED]
)
def test_no_publication_date(head: str, tail: str) -> None:
    assert described(head, tail).published is None


PUBLISHED = [
    "发布时间：2025-01-19 09:42 浏览次数：1286",
    "发布日期：2025年1月19日 来源：法规科",
    "信息提供日期:2025-01-19 15:46 【字体：大 中 小】",
    "发布时间 : 2025/1/19",
    "发布日期 | 2025.01.19",
    "[ 发布日期 ] 2025-1-19",
    "- [ 发布日期 ] 2025-1-19",
    "发 布 日 期：2025-01-19",
    "时间：2025-01-19  来源：某局",
    "来源：某局 时间：2025-01-19",
    "发布日期\n2025-01-19",
    "成文日期：2025-01-12\n发布日期：2025-01-19",
    "发布日期：20250119",
    "2025年1月19日 来源：市水务局法规科",
    "2025-01-19 09:15　　信息来源：市司法局　　浏览量：731",
    "云岭县人民政府　　2025年1月19日　　阅读 73",
    "2025-01-19",
    "• 2025-01-19",
    "2025-01-19 09:42",
    "2025年1月19日 16时47分",
    "2025年1月19日 16时47分 来源：市水务局",
    "（2025年1月19日发布  云岭县人民政府办公室）",
    "2025-01-19 17:01  |  云岭县水务局",
    "来源：云岭日报 2025-01-19 08:15",
    "２０２５年１月１２日 发布时间：２０２５年１月１９日",
]


@pytest.mark.parametrize("label", PUBLISHED)
@pytest.mark.parametrize("above", [True, False], ids=["above", "below"])
def test_publication_dates(label: str, above: bool) -> None:
    title = "云岭县2024年法治政府建设年度报告\n"
    head = f"{label}\n{title}" if above else f"{title}{label}\n"
    assert described(head).published == date(2025, 1, 19)


STAMPS = ["2025-1-3 09:20", "2025-1-3 09:20 来源：市水务局", "2025/1/3 12:20:31", "2025年1月3日 9:20"]


@pytest.mark.parametrize("stamp", STAMPS)
def test_an_hour_is_no_part_of_its_day(stamp: str) -> None:
    assert described(f"{stamp}\n云岭县2024年法治政府建设年度报告\n").published == date(2025, 1, 3)


def test_the_publication_date_after_the_body_has_its_place() -> None:
    head = "云岭县2024年法治政府建设年度报告\n"
    document = understand(read(f"{head}{BODY}【打印】\n发布时间：2025-01-19\n".encode(), "a"))
    span = document.metadata.published_span
    assert span is not None
    assert document.quote(*span) == "2025-01-19"


COMPLETED = [
    ("来源:罗湖区东湖街道办事处 发布时间:2024-12-24\n", "东湖街道办事处", "罗湖区东湖街道办事处"),
    ("云岭市水务局\n", "市水务局", "云岭市水务局"),
    ("云岭市人民政府\n", "市水务局", "云岭市水务局"),
    ("青山区人民政府\n", "区司法局", "青山区司法局"),
    ("来源：区司法局\n", "区司法局", "区司法局"),
    ("来源：云岭市水务局 \n", "县水务局", "县水务局"),
    ("来源：县司法局\n", "泽川县交通运输局", "泽川县交通运输局"),
]


@pytest.mark.parametrize(("head", "titled", "organ"), COMPLETED)
def test_an_organ_is_completed_only_by_the_page(head: str, titled: str, organ: str) -> None:
    assert described(f"{head}{titled}2024年法治政府建设年度报告\n").organ == organ


WITHOUT = [
    ("signed", "", "云岭县水务局\n2025年1月12日\n", BODY, "云岭县水务局", "department"),
    ("published by", "发布机构：云岭县水务局\n", "", BODY, "云岭县水务局", "department"),
    ("speaking", "", "", BODY.replace("我局坚持", "云岭县水务局坚持", 1), "云岭县水务局", "department"),
    ("published for", "发布机构：云岭县司法局\n", "", BODY.replace("我局", "我县"), None, "county"),
    ("speaking late", "", "", BODY.replace("我局坚持", "在县委领导下，云岭县坚持", 1), "云岭县", "county"),
    ("two speaking", "", "", BODY.replace("我局坚持", "云岭县委、县政府坚持", 1), "云岭县委、县政府", "county"),
    ("a ministry speaking", "", "", BODY.replace("我局坚持", "水务部坚持", 1), "水务部", "department"),
    ("voice only", "", "", BODY, None, "department"),
    ("a town's voice", "", "", BODY.replace("我局", "我镇"), None, "township"),
]


@pytest.mark.parametrize(
    ("head", "tail", "body", "organ", "level"), [row[1:] for row in WITHOUT], ids=[row[0] for row in WITHOUT]
)
def test_a_title_without_an_organ(head: str, tail: str, body: str, organ: str | None, level: str) -> None:
    found = described(f"{head}2024年法治政府建设年度报告\n", tail, body)
    assert (found.organ, found.level, found.year) == (organ, level, 2024)


def test_the_year_without_a_title_is_the_one_the_report_opens_with() -> None:
    assert described("").year == 2024


def test_the_year_without_an_opening_is_the_one_of_the_headings() -> None:
    body = BODY.replace("2024年，我局", "我局").replace("一、推进", "一、2023年推进")
    assert described("云岭县水务局法治政府建设情况的报告\n", body=body).year == 2023


REPORTED_ON = [
    ("现将云岭县水务局2023年度法治政府建设有关情况报告如下：", 2023),
    ("按照市里统一部署，现将我局二〇二三年法治政府建设情况报告如下，请审示。", 2023),
    ("根据《关于做好年度报告的通知》，现将2023年情况和2024年安排报告如下：", 2023),
    ("现将有关情况报告如下：", 2022),
    ("2024年，我局推进依法行政。现将2023年情况报告如下：", 2024),
]


@pytest.mark.parametrize(("opening", "year"), REPORTED_ON)
def test_the_year_without_a_title_is_the_one_on_which_it_is_reported(opening: str, year: int) -> None:
    told = "2022年培训4次。2022年办案12件。比2022年增长。"
    body = BODY.replace(BODY.split("\n")[1], opening).replace("我局审查", told).replace("2025年增配", "增配")
    assert described("", body=body).year == year


# What the title, the opening and the signature say, and which year is believed.
TITLES_LEFT_OVER = [
    ("2024年", "2024年，", "2025年1月12日", 2024),
    ("2024年", "2023年，", "2025年1月12日", 2024),
    ("2024年", "2024年，", "2026年1月12日", 2024),
    ("2023年", "2024年，", "2024年1月12日", 2023),
    ("2023年", "2024年，", "", 2023),
    ("2020年", "2024年，", "2025年1月12日", 2020),
    ("2023年", "2024年，", "2025年1月12日", 2024),
    ("2023年", "2024年，", "2024年12月12日", 2024),
    ("2025年", "2024年，", "二〇二五年一月十二日", 2024),
]


@pytest.mark.parametrize(("title", "opening", "signed", "year"), TITLES_LEFT_OVER)
def test_a_title_left_over_from_another_year(title: str, opening: str, signed: str, year: int) -> None:
    body = BODY.replace("2024年，", opening).replace("2025年增配", "增配")
    assert described(f"云岭县水务局{title}法治政府建设年度报告\n", f"云岭县水务局\n{signed}\n", body).year == year


def test_what_is_left_over_from_last_year_does_not_outvote_the_title() -> None:
    told = "一、主要举措\n2023年，培训4次。2023年，办案12件。2023年，审查文件9件。\n二、不足\n力量不足。\n"
    body = f"今年，我局推进依法行政，现将情况报告如下：\n{told}三、2024年工作安排\n增配人员2名。\n"
    assert described("云岭县水务局2024年法治政府建设年度报告\n", "云岭县水务局\n", body).year == 2024


CLOSING_NOTES = [
    ("（2025年1月19日发布）", date(2025, 1, 19)),
    ("（本报告已于2025年1月19日在县人民政府门户网站公布）", date(2025, 1, 19)),
    ("（报告于2025年1月19日由县政府办公室公开发布）", date(2025, 1, 19)),
    ("（此报告于2025-01-19公开）", date(2025, 1, 19)),
    ("（报告联系人：法规科）\n（本报告已于2025年1月19日公开）", date(2025, 1, 19)),
    ("（2025年1月19日县政府门户网站公布）", date(2025, 1, 19)),
    ("（信息来源：县司法局　发布时间：2025-01-19）", date(2025, 1, 19)),
    ("（发布时间：2025年1月19日）", date(2025, 1, 19)),
    ("供稿：法规科　上网日期：2025.01.19", date(2025, 1, 19)),
    ("（2025年1月19日公布的目录）", None),
    ("（2025年1月19日经局党组会议通过）", None),
    ("（本报告拟于近日公布）", None),
    ("（县水务局供稿）", None),
]


@pytest.mark.parametrize(("note", "published"), CLOSING_NOTES)
def test_notes_in_brackets_below_the_signature(note: str, published: date | None) -> None:
    found = described("云岭县水务局2024年法治政府建设年度报告\n", f"\n云岭县水务局\n2025年1月12日\n\n{note}\n")
    assert found.published == published


def test_arguments_override() -> None:
    reading = read(f"云岭县2024年法治政府建设年度报告\n{BODY}".encode(), "a")
    found = understand(reading, year=2023, organ="云岭市", level="city").metadata
    assert (found.year, found.organ, found.level) == (2023, "云岭市", "city")


CORPUS = os.environ.get("LAWGOV_CORPUS")
GOLD = sorted(Path(CORPUS).glob("*/*.gold.json")) if CORPUS else []


@pytest.mark.skipif(not CORPUS, reason="LAWGOV_CORPUS is not set")
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_the_corpus(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    text = path.with_name(path.name.replace(".gold.json", ".txt")).read_bytes()
    found = understand(read(text, path.name)).metadata
    published = found.published.isoformat() if found.published else None
    assert (found.level, found.year, published) == (gold["level"], gold["year"], gold["published"])
    assert found.organ is not None
    assert found.organ in gold["organ"] or gold["organ"] in found.organ


@pytest.mark.skipif(not CORPUS, reason="LAWGOV_CORPUS is not set")
def test_real_titles() -> None:
    rows = [
        row.split("\t") for row in (Path(CORPUS or "") / "titles.tsv").read_text("utf-8").splitlines()[1:]
    ]
    right = {"year": 0, "level": 0, "organ": 0}
    for title, organ, level, year in rows:
        found = described(title.replace("⏎", "\n") + "\n")
        named = found.organ or "-"
        right["year"] += str(found.year) == year
        right["level"] += found.level == level
        right["organ"] += named in organ or organ in named or named[-4:] == organ[-4:]
    assert right["year"] >= 38
    assert right["level"] >= 38
    assert right["organ"] >= 36
