"""A level and a year as one writes them: 县、区县、街道办 beside county and township, 2024年 beside 2024."""

from typing import Any

import click

from checklist.folding import squeeze
from checklist.model import LEVELS

SPELT = {
    "province": "省 自治区 直辖市 兵团",
    "city": "市 地市 地级市 设区市 设区的市 副省级市 州 自治州 盟 地区",
    "county": "县 区 旗 县区 区县 县市区 市县区 县级市 市辖区 自治县 自治旗",
    "township": "乡 镇 街道 乡镇 镇街 街镇 乡镇街道 镇街道 街道办 街道办事处 办事处 民族乡 苏木",
    "department": "局 厅 委 部门 委办局 政府部门 工作部门 省直部门 市直部门 县直部门 区直部门 省厅 市局 县局 区局",
}
_LEVELS = {name: level for level, names in SPELT.items() for name in names.split()}
# What says nothing of the level: 县（区）级, 镇、街道, 区人民政府.
_MARKS = str.maketrans("", "", "()、/,和")
_ENDINGS = ("级", "人民政府", "政府")
EARLIEST, LATEST = 2000, 2100


class Level(click.Choice[str]):
    """The level of an organ, by its word or in Chinese."""

    _words = "、".join(f"{level}（{name}）" for level, name in LEVELS.items())
    expected = f"{_words}；也可以写省、市、县、区、镇、街道、局等"

    def __init__(self) -> None:
        super().__init__(tuple(LEVELS))

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        spelt = squeeze(str(value)).translate(_MARKS).lower()
        for ending in _ENDINGS:
            spelt = spelt.removesuffix(ending)
        return super().convert(_LEVELS.get(spelt, spelt), param, ctx)


class Year(click.IntRange):
    """The year of a report, with or without 年 or 年度 behind it."""

    expected = f"{EARLIEST} 到 {LATEST} 之间的年份，如 2024 或 2024年"

    def __init__(self) -> None:
        super().__init__(EARLIEST, LATEST)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        spelt: Any = squeeze(str(value)).removesuffix("度").removesuffix("年")
        return int(super().convert(spelt, param, ctx))
