"""What a name says: the organ and the year in a title, and the level of an organ by its name."""

import re

from checklist.folding import fold
from evaluator.places import COUNTY_CITIES, PROVINCES

HAN_DIGITS = str.maketrans("〇零Oo○一二三四五六七八九", "00000123456789")
# 2024年, 2024年度, 二〇二四年, 二O二四年; without 年 only right before the subject.
YEAR_DIGITS = r"(?:(?:19|20)\d\d|(?:一九|二[〇零Oo0])[〇零Oo0-9一二三四五六七八九]{2})"
YEAR = re.compile(rf"(?<!\d)({YEAR_DIGITS})(?:年度?|度|(?=法治|依法))")
SUBJECT = re.compile("(?:推进|加强|落实|开展|贯彻)*(?:法治|依法行政|全面依法治|述法)")
FILLER = re.compile("(?:关于|推进|加强|全面|落实|开展|深化|深入|扎实|本|的|全年|年度|上|以来|度|和|贯彻)*")
DOCUMENT_NUMBER = re.compile(r"^\[?[^\[\]\s]{1,12}\[20\d\d\]第?\d{1,4}号\]?")
# After these a name is complete: what follows a blank is another organ.
COMPLETE = re.compile("(?:委员会|委|政府|办事处|工委|党组|局|厅)$")

PARTY = re.compile("(?:中共|中国共产党)?(.*[省市县区旗州盟镇乡])(?:委员会|委)$")
GOVERNMENT = re.compile("(?:人民政府|政府|行政公署|行署)$")
TOWNSHIP = re.compile(
    "(?:街道|街|镇|乡|苏木|地区)(?:人民政府|政府|办事处|办|党工委|工委)$"
    "|(?:街道|镇|乡|苏木|街道办|农场|林场|牧场|渔场|团场)$|(?<!驻.)(?<!驻..)(?<!驻...)办事处$"
)
OFFICE = re.compile(
    "(?:局|厅|部|署|院|所|队|馆|社|处|室|站|会|委|中心|集团|公司|学校|大学|医院|税务|海关|银行|[^省市县区旗州盟]办)$"
)
# Zones that have a 管委会 and no people's government; a few 新区 are districts.
ZONE = re.compile(
    "(?:管理|开发|高新|经开|示范|度假|保税|产业|工业|合作|自贸|风景|功能|名胜|园|新|港)区$|园区?$|基地$|片区$"
)
DISTRICTS = ("浦东新区", "滨海新区", "沈北新区", "山区")


def year_of(text: str) -> int | None:
    """The first year written in a text, in whatever digits."""
    match = YEAR.search(text)
    return int(match.group(1).translate(HAN_DIGITS)) if match else None


def organ_of(title: str) -> str | None:
    """The organ that a title names, in the title's own characters; two organs are joined by 、."""
    folded = DOCUMENT_NUMBER.sub("", fold(title))
    subject = SUBJECT.search(folded)
    head = folded[: subject.start()] if subject else folded
    organ = ""
    for piece in re.split(rf"(?<!\d){YEAR_DIGITS}(?:年度?|度|$)|关于|\s+", head):
        if not FILLER.fullmatch(piece):
            organ += ("、" if COMPLETE.search(organ) else "") + piece.strip("、,:-")
    if len(organ) < 2:
        return None
    at = fold(title).find(organ)
    return title[at : at + len(organ)] if at >= 0 else organ


def level_of(organ: str) -> str | None:
    """The level of an organ by its name, None where the name does not tell."""
    whole = _main(fold(organ))
    place = GOVERNMENT.sub("", whole)
    if TOWNSHIP.search(whole):
        return "township"
    if place != whole or whole != fold(organ):
        return _place_level(re.sub(r"\([^)]*\)$", "", place))
    if OFFICE.search(place) or (ZONE.search(place) and not place.endswith(DISTRICTS)):
        return "department"
    return _place_level(place)


def _main(organ: str) -> str:
    """Of a joint report the government; of a Party committee alone the place that it leads."""
    for part in reversed(organ.split("、")):
        if GOVERNMENT.search(part) or TOWNSHIP.search(part):
            return part
    party = PARTY.fullmatch(organ)
    return party.group(1) if party else organ


def _place_level(place: str) -> str | None:
    if re.search("省$|自治区$|建设兵团$", place) or place.removesuffix("市") in PROVINCES:
        return "province"
    if re.search("[县旗]$|(?<!地)区$", place):
        return "county"
    if re.search("[州盟]$|地区$", place):
        return "city"
    if place.endswith("市"):
        return "county" if _is_county_city(place) else "city"
    return None


def _is_county_city(city: str) -> bool:
    """A 市 under a 市, 州, 地区 or 盟; or one that is known to be a county-level city."""
    parts = re.split("市|自治州|地区|盟", city[:-1])
    own = re.split("省|自治区", parts[-1])[-1]
    return own in COUNTY_CITIES or (len(parts) > 1 and len(parts[0]) >= 2 and len(own) >= 2)
