"""The form that GB/T 9704—2012 gives an official paper: page, fonts, sizes and spacing, as data."""

from checklist.records import record

# Millimetres: A4 with a text area of 156 by 225.
PAGE_WIDTH, PAGE_HEIGHT = 210, 297
TOP, BOTTOM, LEFT, RIGHT = 37, 35, 28, 26
# The dashes of the page number stand 7 mm below the text area; a footer is placed from the edge of the paper.
FOOTER = 24.7
# Points: 22 lines of this height fill 225 mm, and 28 characters of 16 points set so much closer fill 156 mm.
LINE = 28.95
CLOSER = -0.25

# 二号, 三号, 四号, 小五.
SECOND, THIRD, FOURTH, SMALL_FIFTH = 22, 16, 14, 9
FANGSONG, KAITI, HEITI, TITLE, SONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体"
# What to take, in this order, where a font is not installed: Windows since 7, WPS and domestic Linux, free fonts.
FALLBACKS = {
    FANGSONG: ("仿宋", "FangSong", "方正仿宋_GBK", "华文仿宋", "Noto Serif CJK SC"),
    KAITI: ("楷体", "KaiTi", "方正楷体_GBK", "华文楷体", "AR PL UKai CN", "Noto Serif CJK SC"),
    HEITI: ("SimHei", "方正黑体_GBK", "文泉驿正黑", "Noto Sans CJK SC"),
    TITLE: ("方正小标宋_GBK", "小标宋", "华文中宋", "宋体", "Noto Serif CJK SC"),
    SONG: ("SimSun", "方正书宋_GBK", "Noto Serif CJK SC"),
}
LEAD = HEITI


@record
class Style:
    """`indent` is that of the first line in characters, `outline` the level in the navigation, 0 for none."""

    id: str
    name: str
    font: str = FANGSONG
    size: float = THIRD
    line: float = LINE
    align: str = "both"
    indent: int = 0
    closer: float = 0
    after: float = 0
    outline: int = 0
    new_page: bool = False


# The first is what all others rest on; the names of some are those by which Word knows its own.
STYLES = {
    "plain": Style("Normal", "Normal", closer=CLOSER),
    "title": Style("Title", "Title", TITLE, SECOND, 33, "center", after=16),
    "chapter": Style("Heading1", "heading 1", HEITI, indent=2, closer=CLOSER, outline=1),
    "section": Style("Heading2", "heading 2", KAITI, indent=2, closer=CLOSER, outline=2),
    "body": Style("BodyText", "Body Text", indent=2, closer=CLOSER),
    "guide": Style("Guide", "写作提示", KAITI, FOURTH, 22, indent=2),
    "sign": Style("Signature", "Signature", align="right", closer=CLOSER),
    "page": Style("Footer", "footer", SONG, FOURTH, 18, "left"),
    "annex": Style("Annex", "附件", HEITI, align="left", closer=CLOSER, new_page=True),
    "annex-title": Style("AnnexTitle", "附件标题", TITLE, SECOND, 33, "center", after=12, outline=1),
    "head": Style("TableHead", "表头", HEITI, SMALL_FIFTH, 12, "center"),
    "cell": Style("TableText", "表中文字", size=SMALL_FIFTH, line=12, align="left"),
    "end": Style("SectionEnd", "分节", size=1, line=1),
}
