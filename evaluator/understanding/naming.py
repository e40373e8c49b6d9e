"""What a name says: the organ and the year in a title, and the level of an organ by its name."""

import re

from checklist.folding import fold
from checklist.numerals import value_by_digits
from evaluator.mentions.date_forms import OF_YEAR, YEAR
from evaluator.understanding.county_level import COUNTY_CITIES, PROVINCES
from evaluator.understanding.headings import first_of

# In titles a year may have lost its 年: 2024度. In a text that would be 2024 kWh.
NAMED_YEAR = re.compile(rf"(?<!\d)({YEAR})(?:度|{OF_YEAR})")
SUBJECTS = ("法治", "依法行政", "依法治", "全面依法治", "述法", "主要负责人", "主要负责同志", "第一责任人")
# What stands between organ, year and subject.
FILLERS = (
    "推进", "加强", "全面", "落实", "开展", "深化", "深入", "扎实", "贯彻", "年度", "全年", "以来", "党政",
    "关于",
)  # fmt: skip
LONGEST_NUMBER = 24
SMALL_FILLERS = ("本", "的", "上", "度", "和")
# After these a name is complete: what follows a blank is another organ.
COMPLETE = ("委员会", "委", "政府", "办事处", "工委", "党组", "局", "厅")

# 中共云岭县委云岭县人民政府: the committee, before the same place's government.
PARTY = re.compile("中共(.{2,20}?)(?:工作委员会|委员会|工委|委)(?=\\1)")

UNITS = ("省", "市", "县", "区", "旗", "州", "盟", "镇", "乡")
GOVERNMENTS = ("人民政府", "政府", "行政公署", "行署")
TOWNS = ("街道", "街", "镇", "乡", "苏木", "地区")
TOWN_OFFICES = ("人民政府", "政府", "办事处", "办", "党工委", "工委")
TOWNSHIPS = (
    *(town + office for town in TOWNS for office in TOWN_OFFICES),
    *("街道", "镇", "乡", "苏木", "办事处", "农场", "林场", "牧场", "渔场", "团场"),
)
OFFICES = (
    "局", "厅", "部", "署", "院", "所", "队", "馆", "社", "处", "室", "站", "会", "委", "中心", "集团",
    "公司", "学校", "大学", "税务", "海关", "银行",
)  # fmt: skip
# Zones that have a 管委会 and no people's government; a few 新区 are districts.
ZONES = (
    "管理区", "开发区", "高新区", "经开区", "示范区", "度假区", "保税区", "产业区", "工业区", "合作区",
    "自贸区", "综保区", "风景区", "功能区", "名胜区", "园区", "园", "新区", "航空港区", "保税港区", "基地", "片区",
)  # fmt: skip
DISTRICTS = ("浦东新区", "滨海新区", "沈北新区")


def year_of(text: str) -> int | None:
    """The first year written in a text, in whatever digits."""
    match = NAMED_YEAR.search(text)
    return value_by_digits(match.group(1)) if match else None


def organ_of(title: str) -> str | None:
    """The organ that a title names, in the title's own characters; two organs are joined by 、."""
    author, _, matter = _before_subject(title).partition("关于")
    # Who writes stands before 关于; where nobody does, whom it is about.
    organ = _joined(author) or _joined(matter)
    if len(organ) < 2:
        return None
    at = fold(title).find(organ)
    return title[at : at + len(organ)] if at >= 0 else organ


def _joined(names: str) -> str:
    organ = ""
    for piece in names.split():
        if name := _without_fillers(piece):
            organ += ("、" if organ.endswith(COMPLETE) else "") + name
    return PARTY.sub(r"\g<0>、", organ)


def _before_subject(title: str) -> str:
    """What stands before the subject, folded and without years; where blanks part characters, 法 治 is 法治."""
    spelt = re.sub(r"(?<!\S)(\S)\s+(?=\S(?!\S))", r"\1", _without_number(fold(title)))
    folded = NAMED_YEAR.sub(" ", re.sub(r"(?<=\d)\s+(?=年)", "", spelt))
    solid = "".join(folded.split())
    committee = solid.find("委员会", solid.find("全面依法治")) if "全面依法治" in solid else 0
    subject = first_of(SUBJECTS, solid, max(committee, 0), len(solid))
    places = [at for at, char in enumerate(folded) if not char.isspace()]
    return folded[: places[subject]] if subject >= 0 else folded


def _without_number(title: str) -> str:
    """云政发[2025]7号 before a title says nothing of the organ."""
    number, mark, rest = title.partition("号")
    year = number.rpartition("]")[0].rpartition("[")[2]
    return rest.lstrip("]") if mark and year.isdecimal() and len(number) < LONGEST_NUMBER else title


def _without_fillers(piece: str) -> str:
    name = piece.strip("、,:-")
    while name.endswith(FILLERS):
        name = name[: -next(len(filler) for filler in FILLERS if name.endswith(filler))]
    return "" if name in SMALL_FILLERS else name


def level_of(organ: str) -> str | None:
    """The level of an organ by its name, None where the name does not tell; 农业农村局(乡村振兴局) is one organ."""
    name = re.sub(r"(?<=[局厅委办会院])\([^()]*\)$", "", _without_party(fold(organ)))
    whole = _main(name)
    if whole.endswith(TOWNSHIPS) and "驻" not in whole[-7:]:
        return "township"
    place = _without(whole, GOVERNMENTS)
    if place != whole or whole != name:
        return _place_level(place[: place.rfind("(")] if place.endswith(")") and "(" in place else place)
    if place.endswith(OFFICES) or (place.endswith("办") and not place[:-1].endswith(UNITS)):
        return "department"
    if place.endswith(ZONES) and not place.endswith(DISTRICTS):
        return "department"
    return _place_level(place)


def _without_party(organ: str) -> str:
    """中共清源县水务局党组 is of 清源县水务局."""
    led = _without(organ, ("机关党委", "党组", "党委", "工作委员会"))
    return led.removeprefix("中共") if led != organ and led.endswith((*OFFICES, *GOVERNMENTS, *TOWNSHIPS)) else organ


def _main(organ: str) -> str:
    """Of a joint report the government; of a Party committee alone the place that it leads."""
    for part in reversed(re.split("、|(?<=委)(?=.{2,}政府$)|(?<=委员会)(?=.{2,}政府$)", organ)):
        if part.endswith((*GOVERNMENTS, *TOWNSHIPS)):
            return part
    led = _without(organ, ("委员会", "委"))
    return led.removeprefix("中共") if led != organ and led.endswith(UNITS) else organ


def _without(name: str, endings: tuple[str, ...]) -> str:
    return next((name[: -len(ending)] for ending in endings if name.endswith(ending)), name)


def _place_level(place: str) -> str | None:
    if place.endswith(("省", "自治区", "建设兵团")) or place.removesuffix("市") in PROVINCES:
        return "province"
    if place.endswith(("县", "旗")) or (place.endswith("区") and not place.endswith("地区")):
        return "county"
    if place.endswith(("州", "盟", "地区")):
        return "city"
    if place.endswith("市"):
        return "county" if _is_county_city(place[:-1]) else "city"
    return None


def _is_county_city(name: str) -> bool:
    """A 市 under a 市, 州, 地区 or 盟; or one that is known to be a county-level city."""
    for above in ("市", "自治州", "地区", "盟"):
        place, unit, own = name.rpartition(above)
        if unit and len(place) >= 2 and len(own) >= 2:
            return True
    return name.rpartition("自治区")[2].rpartition("省")[2] in COUNTY_CITIES
