"""The styles of the form as Word writes them, and its fonts with what stands in for each."""

from evaluator.official.form import FALLBACKS, STYLES, Style

_TWIPS = 20  # to a point
_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_GRID = (
    '<w:style w:type="table" w:default="1" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr>'
    f'<w:tblBorders>{_EDGES}</w:tblBorders><w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>'
    '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def styles() -> str:
    return "".join(_style(style) for style in STYLES.values()) + _GRID


def font_table() -> str:
    return "".join(
        f'<w:font w:name="{font}"><w:altName w:val="{",".join(others)}"/><w:charset w:val="86"/></w:font>'
        for font, others in FALLBACKS.items()
    )


def fonts(font: str) -> str:
    """Chinese, Latin and digits alike; the hint makes quotation marks Chinese ones."""
    return f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}" w:hint="eastAsia"/>'


def _style(style: Style) -> str:
    """All rest on the first."""
    plain = STYLES["plain"]
    default = ' w:default="1"' if style is plain else ""
    based = "" if style is plain else f'<w:basedOn w:val="{plain.id}"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style.id}"><w:name w:val="{style.name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{_paragraph(style)}</w:pPr><w:rPr>{_characters(style)}</w:rPr></w:style>"
    )


def _paragraph(style: Style) -> str:
    """The order is that of the standard, in which Word insists."""
    first = _twips(style.indent * (style.size + style.closer))
    return (
        ("<w:keepNext/>" if style.outline else "")
        + ("<w:pageBreakBefore/>" if style.new_page else "")
        + '<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        + f'<w:spacing w:before="0" w:after="{_twips(style.after)}" w:line="{_twips(style.line)}" w:lineRule="exact"/>'
        + f'<w:ind w:firstLineChars="{style.indent * 100}" w:firstLine="{first}"/><w:jc w:val="{style.align}"/>'
        + (f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else "")
    )


def _characters(style: Style) -> str:
    half = round(style.size * 2)
    return (
        f'{fonts(style.font)}<w:spacing w:val="{_twips(style.closer)}"/><w:kern w:val="0"/>'
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>'
    )


def _twips(points: float) -> int:
    return round(points * _TWIPS)
