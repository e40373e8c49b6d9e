"""What is round the text of a Word document goes into the copy as it was, but for what no copy may have."""

import re
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import draft
import pytest
import worddocuments
from faultydraft import PLAN, TITLE, body, faulty, signed
from reviewedcopies import anchored, assessed, commented, comments, copy_of, part, parts, unmarked
from worddocuments import docx, element, p, parts_of, zipped

from checklist.errors import UserError
from evaluator.output.docx import review
from evaluator.output.docx.original import PROTECTED, SIGNED, WITH_MACROS
from evaluator.reading.docx import read_docx

REFERENCE = '<w:r><w:commentReference w:id="{}"/></w:r>'
TYPES, RELS = "[Content_Types].xml", "word/_rels/document.xml.rels"
STRICT = {
    worddocuments.W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    worddocuments.R: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


def colleague(number: int, words: str = "请核实", author: str = "王科长", mark: str = "") -> str:
    return f'<w:comment w:id="{number}" w:author="{author}">{p(words).replace("<w:p>", f"<w:p{mark}>")}</w:comment>'


def ranged(words: str, number: int) -> str:
    mark = f'w:id="{number}"'
    return p(
        f"<w:commentRangeStart {mark}/>{worddocuments.run(words)}<w:commentRangeEnd {mark}/>" + REFERENCE.format(number)
    )


def test_every_other_part_stays_in_its_order_as_it_was_packed() -> None:
    before = {**parts(faulty()), "word/media/a.png": b"\x89PNG" * 9, "docProps/app.xml": b"<a/>"}
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in before.items():
            archive.writestr(ZipInfo(name, (2024, 5, 6, 7, 8, 10)), content, ZIP_STORED)
    after = copy_of(buffer.getvalue())
    changed = {"word/document.xml", TYPES, RELS}
    made = parts(after)
    assert {name: made[name] for name in before if name not in changed} == {
        name: content for name, content in before.items() if name not in changed
    }
    assert [*made] == [*before, "word/comments.xml"]
    with ZipFile(BytesIO(after)) as archive:
        kept = {(entry.compress_type, entry.date_time) for entry in archive.infolist() if entry.filename in before}
        assert kept == {(ZIP_STORED, (2024, 5, 6, 7, 8, 10))}


def test_comments_of_others_stay_and_keep_their_ids() -> None:
    others = element("w:comments", colleague(3) + colleague(0))
    text = p(TITLE) + ranged("办理案件", 3) + ranged("办理案件甲", 0)
    before = docx(text, comments=others)
    after = commented(before, TITLE, "办理案件", "案件甲")
    assert anchored(after) == {3: "办理案件", 0: "办理案件甲", 1: TITLE, 2: "办理案件", 4: "案件甲"}
    assert part(after, "word/comments.xml").decode().startswith(others.removesuffix("</w:comments>"))
    assert comments(after) == {
        3: ["请核实"], 0: ["请核实"], 1: ["1", "问题"], 2: ["2", "问题"], 4: ["3", "问题"],
    }  # fmt: skip
    assert unmarked(part(after), [1, 2, 4]) == part(before)
    assert part(after, RELS) == part(before, RELS)


def test_a_comments_part_without_comments() -> None:
    after = commented(docx(p("办理案件"), comments=f'<w:comments xmlns:w="{worddocuments.W}"/>'), "案件")
    assert comments(after) == {0: ["1", "问题"]}


def test_a_part_that_nobody_refers_to_is_not_written_over() -> None:
    before = docx(p("办理案件"), parts={"word/comments.xml": "<a/>"})
    after = commented(before, "案件")
    assert part(after, "word/comments.xml") == b"<a/>"
    assert comments(after, "word/comments1.xml") == {0: ["1", "问题"]}


EXTENDED = "http://schemas.microsoft.com/office/word/2012/wordml"
PARA = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="{}"'


def test_what_somebody_replied_to_stays_though_its_fault_is_gone() -> None:
    ours = [colleague(n, "旧意见", "lawgov-check", " " + PARA.format(f"0000000{n}")) for n in (1, 2)]
    reply = colleague(5, "已改", mark=" " + PARA.format("00000005"))
    extended = (
        f'<w15:commentsEx xmlns:w15="{EXTENDED}"><w15:commentEx w15:paraId="00000001"/>'
        '<w15:commentEx w15:paraId="00000005" w15:paraIdParent="00000001"/></w15:commentsEx>'
    )
    before = docx(
        p(TITLE) + ranged("办理", 1) + ranged("案件", 2) + ranged("办理", 5),
        comments=element("w:comments", "".join((*ours, reply))),
        commentsExtended=extended,
    )
    after = commented(before, TITLE)
    assert comments(after) == {1: ["旧意见"], 5: ["已改"], 0: ["1", "问题"]}
    assert 2 not in anchored(after)


def test_a_comment_of_ours_without_words_goes() -> None:
    ours = element("w:comments", colleague(1, "旧意见", "lawgov-check"))
    after = commented(docx(p(TITLE, REFERENCE.format(1)), comments=ours), TITLE)
    assert comments(after) == {0: ["1", "问题"]}
    assert b'w:id="1"' not in part(after)


def strictly(data: bytes) -> bytes:
    made = {}
    for name, content in parts(data).items():
        text = content.decode()
        for usual, strict in STRICT.items():
            text = text.replace(usual, strict)
        made[name] = text
    return zipped(made)


def test_a_strict_document_stays_strict() -> None:
    after = copy_of(strictly(faulty()))
    assert read_docx(after).text == read_docx(faulty()).text
    assert STRICT[worddocuments.W].encode() in part(after, "word/comments.xml")
    assert f'Type="{STRICT[worddocuments.R]}/comments"'.encode() in part(after, RELS)
    assert not any(uri.encode() in content for content in parts(after).values() for uri in STRICT)
    assert copy_of(after) == after


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_parts_in_utf_16_stay_so(encoding: str) -> None:
    raw = part(faulty()).decode()
    before = zipped(parts(faulty()) | {"word/document.xml": raw.encode(encoding)})
    after = copy_of(before)
    assert unmarked(part(after).decode(encoding).encode(), [*comments(after)]) == raw.encode()
    assert comments(after) == comments(copy_of(faulty()))
    assert copy_of(after) == after


@pytest.mark.parametrize("prefix", ["x:", ""])
def test_other_prefixes(prefix: str) -> None:
    raw = part(faulty()).decode().replace("<w:", f"<{prefix}").replace("</w:", f"</{prefix}")
    name = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    raw = raw.replace("<" + prefix + "document ", f'<{prefix}document {name}="{worddocuments.W}" ', 1)
    raw = raw.replace(f'xmlns:w="{worddocuments.W}"', f'xmlns:v2="{worddocuments.W}"').replace(" w:", " v2:")
    before = zipped(parts(faulty()) | {"word/document.xml": raw})
    after = copy_of(before)
    assert read_docx(after).text == read_docx(faulty()).text
    assert anchored(after) == anchored(copy_of(faulty()))
    assert copy_of(after) == after


def test_a_prefix_that_means_something_else_further_down() -> None:
    inner = f'<x:r xmlns:x="{worddocuments.W}" xmlns:w="urn:other"><x:t>办理案件</x:t></x:r>'
    after = commented(docx(p(TITLE) + p(inner) + p("后文")), "案件", "后文")
    assert anchored(after) == {0: "案件", 1: "后文"}


MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE_TYPE = worddocuments.MAIN_TYPE.replace("document.main", "template.main")


def test_macros_do_not_go_into_a_docx() -> None:
    made = parts_of(body(), numbering=draft.NUMBERING, vbaProject="vbaProject.bin")
    made |= {
        "word/vbaProject.bin": "x",
        "word/_rels/vbaProject.bin.rels": worddocuments.relations(vbaData="vbaData.xml"),
        "word/vbaData.xml": "<a/>",
    }
    override = '<Override PartName="/word/vbaData.xml" ContentType="application/vnd.ms-word.vbaData+xml"/></Types>'
    made[TYPES] = made[TYPES].replace(worddocuments.MAIN_TYPE, MACRO_TYPE).replace("</Types>", override)
    after = copy_of(zipped(made), "报告.docm")
    assert not any("vba" in name.lower() or b"vba" in content.lower() for name, content in parts(after).items())
    assert MACRO_TYPE.encode() not in part(after, TYPES) and worddocuments.MAIN_TYPE.encode() in part(after, TYPES)
    assert WITH_MACROS in comments(after)[0]


def test_a_template_becomes_a_document() -> None:
    made = parts_of(body(), numbering=draft.NUMBERING)
    made[TYPES] = made[TYPES].replace(worddocuments.MAIN_TYPE, TEMPLATE_TYPE)
    assert worddocuments.MAIN_TYPE.encode() in part(copy_of(zipped(made), "报告.dotx"), TYPES)


def test_a_signature_does_not_stay_where_it_does_not_hold() -> None:
    after = copy_of(signed())
    assert not any("_xmlsignatures" in name or b"ignature" in content for name, content in parts(after).items())
    assert SIGNED in comments(after)[0]


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>', True),
        ('<w:documentProtection w:edit="readOnly" w:enforcement="0"/>', False),
        ('<w:documentProtection w:edit="readOnly"/>', False),
        ('<w:writeProtection w:recommended="1"/>', True),
        ("", False),
    ],
)
def test_a_protected_document_is_named_and_stays_protected(setting: str, told: bool) -> None:
    settings = element("w:settings", setting)
    after = copy_of(faulty(settings=settings))
    assert (PROTECTED in comments(after)[0]) == told
    assert part(after, "word/settings.xml").decode() == settings


def test_a_document_by_another_name_and_without_relations() -> None:
    made = parts_of(body())
    made["word/document2.xml"] = made.pop("word/document.xml")
    del made[RELS]
    made["_rels/.rels"] = worddocuments.relations(officeDocument="/word/document2.xml")
    after = copy_of(zipped(made))
    assert len(comments(after)) == len(re.findall(b"commentReference", part(after, "word/document2.xml")))
    assert b'Target="comments.xml"' in part(after, "word/_rels/document2.xml.rels")
    assert copy_of(after) == after


def test_a_picture_that_cannot_be_unpacked_is_said_and_nothing_is_written() -> None:
    before = zipped(parts(faulty()) | {"word/media/a.png": b"abcdefgh" * 50})
    broken = bytearray(before)
    at = before.index(b"word/media/a.png") + len(b"word/media/a.png")
    broken[at : at + 4] = b"\xff\xff\xff\xff"
    assessment = assessed(bytes(broken))
    assert assessment.original
    with pytest.raises(UserError, match="原件里有损坏的部分"):
        review(assessment, assessment.original)


BROKEN = [
    ("word/comments.xml", "<w:comments", "文件已损坏：word/comments.xml 不完整或写法有误"),
    ("word/comments.xml", "<!DOCTYPE a><a/>", "里有文档类型声明"),
    (TYPES, "<Types", "文件已损坏"),
]


@pytest.mark.parametrize(("name", "content", "message"), BROKEN)
def test_a_broken_part_is_said_and_nothing_is_written(name: str, content: str, message: str) -> None:
    before = zipped(parts(faulty(comments="comments.xml")) | {name: content})
    assessment = assessed(before)
    assert assessment.original
    with pytest.raises(UserError, match=message):
        review(assessment, assessment.original)


def test_a_file_without_types_is_no_word_file() -> None:
    before = parts(faulty())
    del before[TYPES]
    assessment = assessed(zipped(before))
    assert assessment.original
    with pytest.raises(UserError, match="原件不完整"):
        review(assessment, assessment.original)


def test_folders_in_the_zip_and_blanks_in_end_tags_that_others_wrote() -> None:
    text = part(faulty()).decode().replace("</w:r>", "</w:r >").replace("</w:t>", "</w:t >")
    before = zipped({"word/": b""} | parts(faulty()) | {"word/document.xml": text})
    after = copy_of(before)
    assert next(iter(parts(after))) == "word/"
    assert comments(after) == comments(copy_of(faulty()))
    assert copy_of(after) == after
    mended = zipped(parts(after) | {"word/document.xml": part(after).replace("，，".encode(), "，".encode())})
    assert anchored(copy_of(mended)) == anchored(copy_of(faulty(PLAN.replace("，，", "，"))))


def test_a_document_with_no_words_in_its_body_cannot_be_commented() -> None:
    before = docx("<w:p/>", header=element("w:hdr", p(TITLE)))
    with pytest.raises(UserError, match="正文里没有可以加批注的文字"):
        commented(before, TITLE)
