"""A report with gaps and faults in every corner of a Word document, for what is said of it there."""

import draft
from worddocuments import docx, p, parts_of, run, zipped

TYPES = "[Content_Types].xml"
TITLE = "云岭县水务局2024年法治政府建设年度报告"
VAGUE = "局党组认真学习习近平法治思想，推动工作取得新成效。"
PLAN = "2024年将进一步加强学习，，提高水平。"
PHONE = "13812345678"
ORDER = "全年办理行政处罚案件××件，"


def body(plan: str = PLAN) -> str:
    """With a placeholder in an insertion and in a table, a number of a person in a link, a year left over."""
    inserted = f'<w:ins w:id="7" w:author="王">{run(ORDER)}</w:ins>'
    deleted = '<w:del w:id="8" w:author="王"><w:r><w:delText>全部结案，</w:delText></w:r></w:del>'
    cells = "".join(f"<w:tc>{p(words)}</w:tc>" for words in ("行政处罚", "XX件"))
    link = f'<w:hyperlink w:anchor="a">{run("联系电话" + PHONE)}</w:hyperlink>'
    control = f"<w:sdt><w:sdtPr><w:alias w:val='a'/></w:sdtPr><w:sdtContent>{run(VAGUE[12:])}</w:sdtContent></w:sdt>"
    return "".join(
        (
            p(TITLE),
            p(draft.OPENING),
            p("主要举措和成效", number=(1, 0)),
            p("学习贯彻习近平法治思想", number=(1, 1)),
            p(run(VAGUE[:12]), control),
            p("严格规范公正文明执法", number=(1, 1)),
            p("修订《云岭县水行政处罚裁量基准》，", inserted, deleted, run("结案11件。")),
            f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>",
            p("存在的不足", number=(1, 0)),
            p("对照上级要求，执法人员偏少，全年仍有1件案件超期结案，", link, "。"),
            p("下一步工作安排", number=(1, 0)),
            p(plan),
            *(p(line) for line in draft.SIGNED),
        )
    )


def faulty(plan: str = PLAN, **related: str) -> bytes:
    return docx(body(plan), numbering=draft.NUMBERING, **related)


def signed() -> bytes:
    made = parts_of(body(), numbering=draft.NUMBERING)
    origin = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    relation = f'<Relationship Id="rIdS" Type="{origin}" Target="_xmlsignatures/origin.sigs"/></Relationships>'
    made["_rels/.rels"] = made["_rels/.rels"].replace("</Relationships>", relation)
    override = '<Override PartName="/_xmlsignatures/sig1.xml" ContentType="a/b"/></Types>'
    made[TYPES] = made[TYPES].replace("</Types>", override)
    made |= {"_xmlsignatures/origin.sigs": "", "_xmlsignatures/sig1.xml": "<a/>"}
    return zipped(made)
