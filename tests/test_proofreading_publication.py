"""What must be looked at before a report is published: persons, secrecy marks, another organ's words."""

import pytest
from proofs import OPENING, PARTS, in_passage, in_report, report
from shipped import checklist
from worddocuments import docx, element, p

from evaluator.evaluation import Options, evaluate

TOWN = "青山县王河镇人民政府2024年法治政府建设年度报告"
STREET = "云台区河东街道办事处2024年法治政府建设年度报告"
BODY = "组织执法培训4次，办理行政处罚案件12件。"


def with_body(title: str, opening: str, body: str, end: str = "") -> str:
    return report(title=title, opening=opening, parts=PARTS.replace(BODY, body), end=end)


@pytest.mark.parametrize(
    "text",
    [
        "接听“12348”热线6215人次，咨询电话0751-8123456。",
        "值班电话：13607149528，举报电话：138 1234 5678。",
        "统一社会信用代码91440300708461136T，投资13800138000元。",
        "档案号110101199003070790的校验码不对，快递单号6228480018834562217。",
        "合同编号13607149528，采购订单号为：6222021234567890128",
        "项目编号202413800138000，归集数据21.4万条。",
    ],
)
def test_numbers_of_nobody(text: str) -> None:
    assert in_passage(text, "personal-info") == []


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("周某（身份证号419926196804127213）", "419*************13", "身份证号码"),
        ("韩某（手机号码13607149528）", "136****9528", "手机号码"),
        ("韩某（电话136-0714-9528）", "136-****-9528", "手机号码"),
        ("韩某（电话136－0714－9528）", "136－****－9528", "手机号码"),
        ("热线调解员韩某，13607149528。", "136****9528", "手机号码"),
        ("汇入账户6222021234567890128。", "6222***********0128", "银行卡号"),
    ],
)
def test_a_number_of_a_person(text: str, quote: str, kind: str) -> None:
    (found,) = in_passage(text, "personal-info")
    assert found.quote == quote
    assert text[found.place.start] == quote[0] and text[found.place.end - 1] == quote[-1]
    assert found.message == f"这里有{kind}（{quote}），公开前应当删去或遮盖"
    assert found.suggestion == "删去号码；确需保留的，作去标识化处理后再公开"


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("周某（身份证号419926196804127214）。", "身份证号****************14", "身份证号码"),
        ("代收（农业银行卡号：6228480018834562217）。", "银行卡号：***************2217", "银行卡号"),
    ],
)
def test_a_number_with_a_wrong_digit_is_told_by_its_label(text: str, quote: str, kind: str) -> None:
    (found,) = in_passage(text, "personal-info")
    assert found.quote == quote
    assert found.message == f"这里有{kind}（{quote}），校验位不对，可能写错了一位，公开前应当删去或遮盖"


def test_the_mobile_of_a_person_who_is_named_below_the_report() -> None:
    end = "青山县水务局\n（联系人：法规科 陈某，联系电话：136 0714 9528）"
    assert [found.quote for found in in_report(report(end=end), "personal-info")] == ["136 **** 9528"]


def test_numbers_of_the_page_are_no_persons() -> None:
    page = "索引号：440300199012120/2024-00012　信息编号：4403001990121234"
    assert in_report(report(page=page, end="青山县水务局\n联系电话：13607149528"), "personal-info") == []


@pytest.mark.parametrize(
    "text",
    [
        "保守国家秘密，保护商业秘密，开展保密检查2次。",
        "根据县政办发〔2024〕12号文件开展检查。",
        "依申请公开39件，其中决定不予公开的2件。",
        "清理内部文件12件，加强内部资料性出版物管理。",
    ],
)
def test_no_secrecy_mark(text: str) -> None:
    assert in_passage(text, "secrecy-mark") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("机密★1年", "机密★1年"),
        ("密级：秘密", "密级：秘密"),
        ("根据青委密〔2024〕12号文件开展检查。", "根据青委密〔2024〕12号"),
        ("根据青委密（2024）12号文件开展检查。", "根据青委密（2024）12号"),
        ("此件不公开。", "此件不公开"),
        ("内部资料，请妥善保管。", "内部资料"),
    ],
)
def test_a_secrecy_mark(text: str, quote: str) -> None:
    (found,) = in_passage(text, "secrecy-mark")
    assert (found.quote, found.severity) == (quote, "warning")
    assert found.message == f"这里有“{quote}”字样，保密审查时请核对能否公开"
    assert found.suggestion == "由保密审查机构核对；可以公开的，删去这一字样"


@pytest.mark.parametrize("line", ["加强内部监督", "保守国家秘密", "机密文件的管理"])
def test_no_bare_mark_above_the_title(line: str) -> None:
    assert in_report(f"{line}\n{report()}", "secrecy-mark") == []


def test_a_bare_word_in_the_middle_of_a_report_is_none() -> None:
    assert in_report(report(parts=PARTS.replace("二、", "内部\n二、")), "secrecy-mark") == []


@pytest.mark.parametrize("mark", ["机密", "秘密", "绝密", "内部", "秘　密", "【内部】", "机密  特急"])
@pytest.mark.parametrize("apart", ["\n", "\n\n", "\n000012\n特急\n"])
def test_a_bare_mark_above_the_title(mark: str, apart: str) -> None:
    assert [found.quote for found in in_report(f"{mark}{apart}{report()}", "secrecy-mark")] == [mark]


@pytest.mark.parametrize(
    ("title", "opening", "body"),
    [
        (STREET, OPENING.replace("我局", "我街道"), BODY),
        (STREET, OPENING.replace("我局", "我街道"), "服务全区工作全局，事关全局上下，组织执法培训4次。"),
        (TOWN, OPENING.replace("我局", "我镇"), "全镇上下一心，我县率先推行。"),
        (TOWN, OPENING.replace("我局", "我镇"), "抽查60本乡村振兴台账，基本局面向好。"),
        ("青山县水务局2024年法治政府建设年度报告", OPENING, "全局干部82人参加考试，我县率先推行。"),
        ("青山县卫生健康委员会2024年法治政府建设年度报告", OPENING.replace("我局", "我委"), BODY),
    ],
)
def test_words_for_oneself(title: str, opening: str, body: str) -> None:
    assert in_report(with_body(title, opening, body), "foreign-level") == []


@pytest.mark.parametrize(
    ("title", "opening", "body", "organ", "said"),
    [
        (STREET, OPENING, BODY, "云台区河东街道办事处", "我局"),
        (STREET, OPENING.replace("我局", "街道"), "全局各项工作有序开展。", "云台区河东街道办事处", "全局各项工作"),
        (TOWN, OPENING.replace("我局", "我乡"), BODY, "青山县王河镇人民政府", "我乡"),
        ("青山县水务局2024年法治政府建设年度报告", OPENING, "我镇组织培训4次。", "青山县水务局", "我镇"),
        ("青山县人民政府2024年法治政府建设年度报告", OPENING, BODY, "青山县人民政府", "我局"),
    ],
)
def test_words_of_another_organ(title: str, opening: str, body: str, organ: str, said: str) -> None:
    (found,) = in_report(with_body(title, opening, body), "foreign-level")
    assert found.message == f"本机关是“{organ}”，这里自称“{said}”，像是别的机关的文字"
    assert (found.quote, found.severity) == (said, "warning")
    assert found.suggestion == "改为本机关的自称，并核对这一段是不是本机关的情况"


@pytest.mark.parametrize(
    ("title", "body", "end"),
    [
        (TOWN, "王河镇组织培训4次，王河村、原王河乡范围内全覆盖。", "青山县王河镇人民政府"),
        (TOWN, "发扬王河乡土文化，王河乡贤参与调解。", ""),
        ("青山县水务局2024年法治政府建设年度报告", BODY, "青山县水务局\n2025年1月12日"),
    ],
)
def test_one_name(title: str, body: str, end: str) -> None:
    assert in_report(with_body(title, OPENING, body, end), "organ-name") == []


def test_a_town_of_another_kind() -> None:
    (found,) = in_report(with_body(TOWN, OPENING, "王河乡组织培训4次，王河乡干部参加。"), "organ-name")
    assert found.quote == "王河乡"
    assert found.message == "标题里是“王河镇”，这里写的是“王河乡”，本机关的名称前后不一致"
    assert found.suggestion == "核对后统一为“王河镇”"


def test_a_signature_that_differs() -> None:
    title = "青山县水务局2024年法治政府建设年度报告"
    (found,) = in_report(with_body(title, OPENING, BODY, "青山县水利局\n2025年1月12日"), "organ-name")
    assert found.quote == "青山县水利局"
    assert found.message == "落款是“青山县水利局”，标题里是“青山县水务局”，本机关的名称前后不一致"
    assert found.suggestion == "核对后统一为本机关的规范名称"


COUNTY = "安宁市青山县人民政府2024年法治政府建设年度报告"


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        (COUNTY, "2024年，青山县坚持依法行政。现将青山县2024年法治政府建设情况报告如下："),
        (COUNTY, "2024年，安宁市坚持依法行政，我县学习河阳县的做法。现将有关情况报告如下："),
        (COUNTY, "作为农业大县，2024年，我县坚持依法行政。现将有关情况报告如下："),
        (TOWN, "2024年，青山县坚持依法行政，我镇学习河阳镇的做法。现将有关情况报告如下："),
        (COUNTY, "2024年，青山县政府坚持依法行政，认真落实县委全面依法治县委员会部署。现将有关情况报告如下："),
        ("2024年法治政府建设年度报告", "2024年，河阳县坚持依法行政。现将有关情况报告如下："),
        ("安宁市高新区管委会2024年法治政府建设年度报告", "2024年，青山区坚持依法行政。现将有关情况报告如下："),
    ],
)
def test_one_place(title: str, opening: str) -> None:
    assert in_report(with_body(title, opening, BODY), "organ-name") == []


@pytest.mark.parametrize(
    ("title", "opening", "quote"),
    [
        (COUNTY, "2024年，河阳县坚持依法行政。现将有关情况报告如下：", "河阳县"),
        (COUNTY, "2024年，我县坚持依法行政。现将河阳县2024年法治政府建设情况报告如下：", "河阳县"),
        (TOWN, "2024年，河阳镇坚持依法行政。现将有关情况报告如下：", "河阳镇"),
        ("青山县水务局2024年法治政府建设年度报告", "2024年，河阳县水务局坚持依法行政。报告如下：", "河阳县水务局"),
    ],
)
def test_another_place(title: str, opening: str, quote: str) -> None:
    (found,) = in_report(with_body(title, opening, BODY), "organ-name")
    assert found.quote == quote
    assert "像是从别处的报告里留下的" in found.message


@pytest.mark.parametrize(
    ("header", "marks"),
    [
        ("青山县水务局", []),
        ("第 1 页", []),
        ("保守国家秘密", []),
        ("内部资料", []),
        ("机密★1年", ["机密★1年"]),
        ("机密 ★ 长期", ["机密★长期"]),
        ("密级：秘密　青山县水务局", ["密级:秘密"]),
        ("内部", ["内部"]),
    ],
)
def test_secrecy_marks_in_the_header_of_a_page(header: str, marks: list[str]) -> None:
    body = "".join(p(line) for line in with_body(TOWN, OPENING, BODY).splitlines() if line)
    beside = {name: element(tag, p(header)) for name, tag in (("header", "w:hdr"), ("footer", "w:ftr"))}
    assessment = evaluate(docx(body, **beside), "报告.docx", checklist(), Options())
    told = [note.message for note in assessment.notes if note.code == "secrecy-mark"]
    assert told == [f"页眉、页脚或隐藏文字里有“{mark}”字样，保密审查时请核对能否公开" for mark in marks]
