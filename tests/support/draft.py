"""One small report, as plain text and as the Word document of which Word shows exactly that text."""

from worddocuments import docx, element, p, run

TITLE = "云岭县水务局2024年法治政府建设年度报告"
OPENING = "2024年，我局坚持以习近平新时代中国特色社会主义思想为指导，推进依法行政。现将有关情况报告如下："
STUDY = "局党组理论学习中心组专题学习习近平法治思想4次，全局86名干部参加年度学法考试，合格率百分之百。"
ORDER = "修订《云岭县水行政处罚裁量基准》，全年办理行政处罚案件12件，结案11件。"
HEAD = "局主要负责人主持召开会议4次，研究法治议题9个，带头旁听庭审1次，在年终述职时作了述法。"
SHORT = "对照上级要求，执法人员偏少，全年仍有1件案件超期结案。原因是机构改革后编制没有增加。"
PLAN = "2025年将增配执法人员2名，组织执法培训3次，案件全部在法定期限内办结。"
TABLE = (("事项", "件数"), ("行政处罚", "12"))
BOX = "咨询电话公布在县政府门户网站。"
NOTE = "数据截至2024年12月31日。"
SIGNED = ("云岭县水务局", "2025年1月19日")

# As it is read of the document: a text box and a footnote follow the paragraph at which they are fixed.
LINES = (
    TITLE,
    OPENING,
    "一、主要举措和成效",
    "（一）学习贯彻习近平法治思想",
    STUDY,
    NOTE,
    "（二）严格规范公正文明执法",
    ORDER,
    *(cell for row in TABLE for cell in row),
    "二、党政主要负责人履行推进法治建设第一责任人职责情况",
    HEAD,
    "三、存在的不足和原因",
    SHORT,
    BOX,
    "四、下一步工作安排",
    PLAN,
    *SIGNED,
)
TEXT = "\n".join(LINES) + "\n"

LEVEL = (
    '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
    '<w:suff w:val="nothing"/><w:lvlText w:val="{}"/><w:lvlJc w:val="left"/></w:lvl>'
)
NUMBERING = element(
    "w:numbering",
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + LEVEL.format(0, "%1、")
    + LEVEL.format(1, "（%2）")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)
STYLES = element(
    "w:styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{n}"><w:name w:val="heading {n}"/><w:basedOn w:val="a"/>'
        f'<w:next w:val="a"/><w:pPr><w:keepNext/><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
        for n in (1, 2)
    ),
)
FOOTNOTES = element(
    "w:footnotes",
    "".join(
        f'<w:footnote w:type="{kind}" w:id="{at}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for at, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    + f'<w:footnote w:id="1">{p("<w:r><w:footnoteRef/></w:r>", NOTE)}</w:footnote>',
)
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in SIDES)
SHAPE = (
    '<w:r><w:pict><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"/><v:shape id="s1" type="#_x0000_t202" '
    'style="position:absolute;margin-left:60pt;margin-top:30pt;width:260pt;height:40pt">'
    f"<v:textbox><w:txbxContent>{p(BOX)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def _revision(kind: str, text: str) -> str:
    tag = "delText" if kind == "del" else "t"
    who = 'w:author="王" w:date="2025-01-02T08:00:00Z"'
    words = f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'
    return f'<w:{kind} w:id="{len(text)}" {who}>{words}</w:{kind}>'


def _heading(text: str, depth: int) -> str:
    return p(text, style=str(depth + 1), number=(1, depth))


def _table() -> str:
    width = '<w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>'
    cells = ("".join(f"<w:tc>{width}{p(cell)}</w:tc>" for cell in row) for row in TABLE)
    rows = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    return f"<w:tbl><w:tblPr><w:tblBorders>{BORDERS}</w:tblBorders></w:tblPr>{grid}{rows}</w:tbl>"


def _body() -> str:
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
    inserted = ORDER[ORDER.index("结案") - 1 :]
    return "".join(
        (
            p(TITLE, more='<w:jc w:val="center"/>'),
            p(OPENING),
            _heading("主要举措和成效", 0),
            _heading("学习贯彻习近平法治思想", 1),
            p(STUDY, mark),
            _heading("严格规范公正文明执法", 1),
            p(ORDER[: -len(inserted)], _revision("del", "，全部结案。"), _revision("ins", inserted)),
            _table(),
            _heading("党政主要负责人履行推进法治建设第一责任人职责情况", 0),
            p(HEAD),
            _heading("存在的不足和原因", 0),
            p(run(SHORT), SHAPE),
            _heading("下一步工作安排", 0),
            p(PLAN),
            *(p(line, more='<w:jc w:val="right"/>') for line in SIGNED),
        )
    )


def word() -> bytes:
    """With automatic numbering, heading styles, tracked changes, a table, a footnote and a text box."""
    return docx(_body(), numbering=NUMBERING, styles=STYLES, footnotes=FOOTNOTES)
