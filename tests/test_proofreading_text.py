"""Placeholders, fixed terms, punctuation and paragraphs that stand twice."""

import pytest
from proofs import PARTS, TITLE, in_passage, in_report, report

from evaluator.proofreading.duplicate import likeness
from evaluator.quotation import quoted


def quotes(text: str, name: str) -> list[str]:
    return [finding.quote for finding in in_passage(text, name)]


@pytest.mark.parametrize(
    "text",
    [
        "建成3×4米宣传栏20块，推广“1+6+N”模式，“N”方力量参与。",
        "“XX码”上线运行，网址www.xxgk.gov.cn，使用xgk_2024系统。",
        "村民王××与张某某因宅基地发生纠纷，（2024）粤03行终××号判决驳回。",
        "拨打138****5678联系当事人。",
        "高××无证经营兽药案、温××与樊××相邻权纠纷列为优秀案卷。",
        "某某公司申请行政复议，张某某撤回申请。",
        "执法力量有待补充，机制有待完善，线索有待核实。",
        "**一、学习情况**组织学习**4**次，**成效明显**。",
        "坚持长  期，久久为功。",
        "印发〔2024〕12号文件，审议【重点】议题，（试行）。",
        "开展O2O普法，A级纳税人增加，接入V2.0平台。",
        "办理文 件，每 次，案 件。",
        "姓    名，联系人    名单。",
        "培训300人\u200b次，受理信访\u2060件。",
        "推进“五个一”工程，第X光片除外。",
        "配备X光机4台，**重点学时**按规定计入，（签名）确认。",
        "资金不足部分（差额由县财政补充）按期到位，（以上数据由县统计局提供）。",
        "推行容缺受理（材料不齐的，请申请人补充），退回补充调查（证据需补充）2件。",
        "摸排线索12条（3条待核实）、（含待核查线索5条）、（其余线索待核查）。",
        "县长批示：请补充完善方案。系统提示：请核对信息。存在短板：待核实线索较多。",
        "群众问：谁来管？（现场提问）收到提请核实（含邀请专家核定）的3件（复查）。",
        "其他材料（略），名单（另附），聘请专家（聘请法律顾问核定条款）。",
        "群众反映的问题谁来管？件件有回音。",
        "整改率100%，调解纠纷1000件。",
    ],
)
def test_no_placeholder(text: str) -> None:
    assert quotes(text, "placeholder") == []


@pytest.mark.parametrize(
    ("text", "placeholders"),
    [
        ("清单详见附件X，决算详见附件2。", ["X"]),
        ("召开会议XX次，听取汇报X次。", ["XX", "X"]),
        ("投入资金××万元，参训***人次，检查xx家。", ["××", "***", "xx"]),
        ("投入资金**万元。", ["**"]),
        ("共召开会议*次，x名人员持证。", ["*", "x"]),
        ("累计件【待补充：第二批办件量】区受理事项。", ["【待补充：第二批办件量】"]),
        ("接待咨询【数据由司法所补】人次。", ["【数据由司法所补】"]),
        ("新增目录（此处填写区数据局提供数据）项。", ["（此处填写区数据局提供数据）"]),
        ("（待核实）全年立案12件，覆盖[待定]人。", ["（待核实）", "[待定]"]),
        ("20XX年，受理____件，建成□□处。", ["20XX年", "____", "□□"]),
        ("累计培训○○人次，二○○五年的公告作废。", ["○○"]),
        ("由某某局提供，TODO。", ["某某局", "TODO"]),
        ("联系人某某某，12月底前报送。", ["某某某"]),
        ("县长○○○主持召开会议，调解案件#件。", ["○○○", "#"]),
        ("成效明显。（此处配图）", ["（此处配图）"]),
        ("（以下内容请执法监督股补写）", ["（以下内容请执法监督股补写）"]),
        ("全年受理信访 件，编发简报 次。", ["访 件", "报 次"]),
        ("开展培训  期，检查企业　　家。", ["训  期", "业　　家"]),
        ("累计培训（数字）人，覆盖（）个乡镇，惠及【】人。", ["（数字）", "（）", "【】"]),
        ("××街道“全民应急响应”试点经验推广。", ["××"]),
        ("全年办件？？件。", ["？？"]),
        ("全年召开会议……次，请监督……办理。", ["……"]),
        ("参加培训3次，累计**学时，巡查N公里。", ["**", "N"]),
        ("县长（姓名）主持召开（会议名称）。", ["（姓名）", "（会议名称）"]),
        ("充实工作人员    名，办复率    %。", ["员    名", "率    %"]),
        ("储备物资    万件。", ["资    万件"]),
        ("检查经营户（数据由种植业股补充），责令改正29户。", ["（数据由种植业股补充）"]),
        ("统一标准（讲话中的有关要求，请办公室补入）。", ["（讲话中的有关要求，请办公室补入）"]),
        ("处置线索（此处由稽查局报数）条。", ["（此处由稽查局报数）"]),
        ("参训412人（人数再核），罚款31万元（金额待报）。", ["（人数再核）", "（金额待报）"]),
        ("立案12件（此数据请法规科核对）【案例拟由二科补写】。", ["（此数据请法规科核对）", "【案例拟由二科补写】"]),
        ("办理案件85件（？），培训12期（是否准确？）。", ["（？）", "（是否准确？）"]),
        ("填报人：请填写姓名，审核人：待核实。", ["请填写姓名", "待核实"]),
        ("目录见附件（附件未附），投诉46件（具体数字待统计）。", ["（附件未附）", "（具体数字待统计）"]),
        ("（请各科室补充案例）2024年  月  日印发，N件。", ["（请各科室补充案例）", "年  月  日", "N"]),
        ("办理案件？件，查处00起。", ["？", "00"]),
        ("印发《办法》（青政发〔2024〕 号）。", ["〔2024〕 号"]),
    ],
)
def test_placeholders(text: str, placeholders: list[str]) -> None:
    found = in_passage(text, "placeholder")
    assert [finding.quote for finding in found] == placeholders
    assert found[0].message == f"“{placeholders[0]}”处还没有填写"
    assert found[0].suggestion == "补上实际内容，或删去这一处"


def test_a_placeholder_in_the_title_but_none_of_the_page() -> None:
    page = "×\n<\n首页 > XX街道"
    assert [f.quote for f in in_report(report(page=page), "placeholder")] == []
    title = TITLE.replace("青山县", "××县")
    assert [f.quote for f in in_report(report(title=title), "placeholder")] == ["××"]


def test_a_note_below_the_signature_but_none_of_the_page() -> None:
    end = "青山县水务局\n2025年1月12日\n"
    note = "（报告联系人：请填写姓名和办公电话）"
    assert [f.quote for f in in_report(report(end=end + note), "placeholder")] == [note]
    page = "【打印】\n我要留言 姓名：请填写姓名\n（请填写验证码）"
    assert in_report(report(end=end + page), "placeholder") == []


@pytest.mark.parametrize(
    "text",
    [
        "深入学习贯彻习近平法治思想，《习近平法治思想学习纲要》。",
        "落实重大执法决定法制审核，加强法制机构、法制员队伍，维护法制统一。",
        "街道法治审核力量充实，法制大队、《法制日报》、全国法制宣传日、民主法制领域。",
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
        "征求社会主意见38条，社会主义核心价值观。",
        "界别协商，政协第二十界别组。",
        "锚定“两个确保”，实施十大战略。",
        "“五位一体”总体布局和“四个全面”战略布局。",
        "推进国家治理体系与治理能力现代化，审议重大行政决策事项，优质营商环境惠企。",
        "以法治国家建设为目标，谁主管谁普法、谁执法谁普法。",
        "学习习近平经济思想，领导干部学法守法用法，优化法治化营商环境条例。",
        "权力责任清单、行政裁量基准、行政执法全程记录，行政规范性文件规范行文。",
        "大坝检修定期开展，维修定点，修订办法，部署落实。",
        "施工开工，权责清单随机构改革更新，按卷评查，价格调节，合法权利。",
    ],
)
def test_terms_that_are_right(text: str) -> None:
    assert quotes(text, "term") == []


@pytest.mark.parametrize(
    ("wrong", "right", "reason"),
    [
        ("习近平法制思想", "习近平法治思想", "固定提法用“法治”"),
        ("法制政府", "法治政府", "政府建设的目标是“法治”"),
        ("重大执法决定法治审核", "重大执法决定法制审核", "三项制度里是“法制审核”"),
        ("四个认识", "四个意识", "政治意识、大局意识、核心意识、看齐意识"),
        ("双随机、一公示", "双随机、一公开", "固定提法是“一公开”"),
        ("风桥经验", "枫桥经验", "错字"),
        ("责任落实督查工作规定", "责任落实督察工作规定", "文件名用“督察”"),
        ("“五位一体”战略布局", "“五位一体”总体布局", "“五位一体”是总体布局"),
    ],
)
def test_a_term_that_is_wrong(wrong: str, right: str, reason: str) -> None:
    (found,) = in_passage(f"认真落实{wrong}要求。", "term")
    assert found.quote == wrong
    assert found.message == f"{quoted(wrong)}应为{quoted(right)}：{reason}"
    assert found.suggestion == f"改为{quoted(right)}"


def test_a_term_that_is_wrong_in_two_ways_is_told_once() -> None:
    (found,) = in_passage("落实《优化营商环境条列》，办理217户。", "term")
    assert found.quote == "条列》"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("严格执法、公正司法、全民懂法", "严格执法、公正司法、全民守法"),
        ("中国特色社会主义法制道路", "中国特色社会主义法治道路"),
        ("行政执法全过程记彔", "行政执法全过程记录"),
    ],
)
def test_a_term_that_is_off_by_one_character(wrong: str, right: str) -> None:
    (found,) = in_passage(f"认真落实{wrong}要求。", "term")
    assert (found.quote, found.severity) == (wrong, "error")
    assert found.message == f"“{wrong}”应为“{right}”，有一个字不同"
    assert found.suggestion == f"核对后改为“{right}”"


@pytest.mark.parametrize(
    ("wrong", "right", "what"),
    [
        ("法律顾间", "法律顾问", "有一个音形相近的错字"),
        ("行政执法监都", "执法监督", "有一个音形相近的错字"),
        ("放管服改格", "放管服改革", "有一个音形相近的错字"),
        ("合法姓审核", "合法性审核", "有一个音形相近的错字"),
        ("新时代枫侨经验", "枫桥经验", "有一个音形相近的错字"),
        ("“枫桥经历”", "枫桥经验", "有一个字不同"),
        ("公平竞挣审查", "公平竞争审查", "有一个字不同"),
        ("执法全过程计录", "全过程记录", "有一个音形相近的错字"),
        ("公共法律服体系", "公共法律服务体系", "漏了一个字"),
        ("社会主义核核心价值观", "社会主义核心价值观", "多了一个字"),
        ("行政裁量权准基的", "行政裁量权基准", "有两个字颠倒"),
        ("行政执法全程过记录", "行政执法全过程记录", "有两个字颠倒"),
    ],
)
def test_a_term_that_is_mistyped(wrong: str, right: str, what: str) -> None:
    (found,) = in_passage(f"认真落实{wrong}要求。", "term")
    assert found.message.split("”应为")[1] == f"“{right}”，{what}"


@pytest.mark.parametrize(
    "text",
    [
        "增强“政治意识、大局意识、核心意识、看齐意识”四个意识，坚定“四个自信”。",
        "增强政治意识、大局意识、核心意识和看齐意识，政治、大局、核心、看齐“四个意识”。",
        "以政治意识、大局意识、核心意识、看齐意识为内容的“四个意识”。",
        "坚定道路自信、理论自信、制度自信、文化自信，坚定“四个自信”。",
        "落实行政执法公示、执法全过程记录、重大执法决定法制审核“三项制度”。",
        "落实执法公示、记录和审核三项制度，强化监督，执法公示、全过程记录三项制度落地。",
        "重大行政执法决定法制审核制度、行政执法公示制度和执法全过程记录制度等“三项制度”。",
        "落实“三项制度”（公示制度、全过程记录制度、法制审核制度），即公示、记录、审核。",
        "落实“三项制度”：执法公示、配备记录仪、法制审核，公示执法信息2140条。",
        "落实重大行政处罚决定法制审核、执法公示、全过程记录三项制度。",
        "建立联席会议、案件移送、信息互通三项制度。",
        "经济、政治、文化、社会、生态文明建设“五位一体”，人民、行政、司法、行业、律师调解“五位一体”。",
        "全面建成小康社会、全面深化改革、全面依法治国、全面从严治党“四个全面”。",
        "坚决维护习近平总书记党中央的核心、全党的核心地位，坚决维护党中央权威和集中统一领导的“两个维护”。",
        "坚持法治云岭、法治政府、法治社会一体建设，依法治县、依法执政、依法行政共同推进。",
        "自治、法治、德治、智治“四治融合”，全县法制社会宣传。",
    ],
)
def test_named_lists_that_are_right(text: str) -> None:
    assert quotes(text, "term") == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("增强“政治意识、大局意识、核心意识、服务意识”四个意识。", "服务意识", "看齐意识"),
        ("增强“四个意识”（政治意识、大局意识、责任意识、看齐意识）。", "责任意识", "核心意识"),
        ("增强政治意识、大局意识、核心意识、核心意识等“四个意识”。", "核心意识", "看齐意识"),
        ("增强思想意识、大局意识、核心意识、看齐意识“四个意识”。", "增强思想意识", "政治意识"),
        ("“四个自信”，即道路自信、理论自信、体制自信、文化自信。", "体制自信", "制度自信"),
        ("坚定“道路自信”“理论自信”“制度自信”“历史自信”四个自信。", "历史自信", "文化自信"),
        ("公示、记录、重大行政决策法制审核“三项制度”。", "重大行政决策法制审核", "重大行政执法决定法制审核制度"),
        ("落实行政执法公开、执法全过程记录和法制审核三项制度。", "落实行政执法公开", "行政执法公示制度"),
        ("落实“三项制度”：公示、记录和合法性审核。", "合法性审核", "重大行政执法决定法制审核制度"),
        ("经济、政治、文化、社会、科技建设“五位一体”总体布局。", "科技建设", "生态文明建设"),
        ("贯彻创新、协调、绿色、开放、共赢的新发展理念。", "共赢", "共享发展"),
        (
            "维护习近平总书记党中央的核心、全党的核心地位，维护党中央权威和集中统一管理“两个维护”。",
            "集中统一管理",
            "集中统一领导",
        ),
    ],
)
def test_a_named_list_with_a_wrong_member(text: str, wrong: str, right: str) -> None:
    (found,) = in_passage(text, "term")
    assert (found.quote, found.severity) == (wrong, "error")
    assert found.message.startswith(f"“{wrong}”处应为“{right}”：“")
    assert found.suggestion == f"核对后改为“{right}”"


def test_a_wrong_member_says_what_the_list_is() -> None:
    (found,) = in_passage("简政放权、放管结合、优化环境“放管服”改革。", "term")
    assert found.message == "“优化环境”处应为“优化服务”：“放管服”是简政放权、放管结合、优化服务"


def test_a_member_that_is_a_wrong_term_is_told_once() -> None:
    text = "落实执法公示、全过程记录、重大执法决定法治审核“三项制度”。"
    assert quotes(text, "term") == ["重大执法决定法治审核"]


def test_society_is_ruled_by_law() -> None:
    assert quotes("坚持法治国家、法治政府、法制社会一体建设。", "term") == ["法制社会"]


def test_of_overlapping_terms_the_longer_one() -> None:
    assert quotes("推进法制政俯、民主化、法制化。", "term") == ["民主化、法制化"]
    assert quotes("习近平法制思想", "term") == ["习近平法制思想"]


def test_a_term_in_the_title() -> None:
    page = "首页 > 法制政府建设专栏"
    assert [f.quote for f in in_report(report(page=page), "term")] == []
    assert [f.quote for f in in_report(report(title=TITLE.replace("法治", "法制")), "term")] == ["法制政府"]


@pytest.mark.parametrize(
    "text",
    [
        "推行“综合查一次”改革（试行），印发《〈条例〉实施办法》〔2024〕7号。",
        "主要做法：1）加强学习；2）规范执法。一）学习，包括3）培训。",
        "（一）学习；（2）执法，依据第（三）项。",
        '推行"放管服"改革，"一件事"办理。',
        "会议指出：“法治是最好的营商环境。\n要持续优化服务。”与会人员发言。",
        "隐患100%整改，案件100%落实，占全市的38%左右，12345热线推进办理，2024持续推进。",
        "接入5G推进应用，“12·4”开展宣传，3·15组织检查，110联动推进。",
        "一是学习；二是执法。其中一是关键，统一是前提。",
        "一是学习。 二是执法。\n二是监督。",
        "请监督……——是否合法？！好！！",
        "现将有关情况报告如下：\n一、学习",
        "出动1.2万人次，办理46755件，积极开展检查。",
        "4个县政府部门、18项全年未办理的事项，抽取50家开展检查，组织120人开展实训，提出12条完善后实施的建议。",
        "开展‘小切口’立法，it’s right，3次组织生活会。",
        "产生问题的主要原因一是力量不足，二是培训不够。",
        "其一是力量不足，三人持证。其二是“经费不足”，今年已补。其三是设备老旧。",
        "知晓率达到91%以上，好评率99.8%位居前列，网办率为92%的事项，年利率3.5%贷款贴息。",
    ],
)
def test_punctuation_that_is_right(text: str) -> None:
    assert quotes(text, "punctuation") == []


@pytest.mark.parametrize(
    ("text", "quote", "message"),
    [
        ("推行“综合查一次改革，整合事项。", "“综合查一次改革", "这里的前引号没有对应的后引号"),
        ("推行综合查一次”改革，整合事项。", "推行综合查一次”", "这里的后引号没有对应的前引号"),
        ("推行“放管服“改革。", "“改革", "这里的前引号没有对应的后引号"),
        ('推行"放管服改革，办件1.2万件。', '"放管服改革', "这里的引号不成对"),
        ("印发《管理办法，作出规定。", "《管理办法", "这里的前书名号没有对应的后书名号"),
        ("学习《处罚法、《许可法》等。", "《处罚法、《许可法》等", "这里的前书名号没有对应的后书名号"),
        ("落实“‘三项制度”要求。", "‘三项制度”要求", "这里的前引号没有对应的后引号"),
        ("落实三项制度》要求。", "落实三项制度》", "这里的后书名号没有对应的前书名号"),
        ("规范决策（含听证，公布目录。", "（含听证", "这里的前括号没有对应的后括号"),
        ("规范决策含听证），公布目录。", "规范决策含听证）", "这里的后括号没有对应的前括号"),
        ("落实”三项制度“要求。", "落实”", "这里的后引号没有对应的前引号"),
        ("依据青政发〔2024）7号开展。", "〔2024）7号开展", "这里的前括号没有对应的后括号"),
        ("《考核办法》（岭交〔2014）63号）予以废止。", "〔2014）63号）予以废止", "这里的前括号没有对应的后括号"),
        ("学习《信访条例〉等法规。", "《信访条例〉等法规", "这里的前书名号没有对应的后书名号"),
        ("宣传《公路法）等法规，开展普法。", "《公路法）等法规", "这里的前书名号没有对应的后书名号"),
        ("推行“综合查一次》改革，整合事项。", "“综合查一次》改革", "这里的前引号没有对应的后引号"),
        ("规范决策（含听证》程序，公布目录。", "（含听证》程序", "这里的前括号没有对应的后括号"),
        ("按《实施纲要2021—2025年）》要求。", "按《实施纲要2021—2025年）", "这里的后括号没有对应的前括号"),
        ("推行“综合查一次》改革”，整合事项。", "推行“综合查一次》", "这里的后书名号没有对应的前书名号"),
        ("宣传《公路法）和《安全法》。", "《公路法）和《安全法》", "这里的前书名号没有对应的后书名号"),
        ("学习〈信访条例》等法规。", "〈信访条例》等法规", "这里的前书名号没有对应的后书名号"),
        ("印发《关于〈信访条例〉的通知〉。", "《关于〈信访条例〉的通知〉", "这里的前书名号没有对应的后书名号"),
    ],
)
def test_a_mark_without_its_partner(text: str, quote: str, message: str) -> None:
    (found,) = in_passage(text, "punctuation")
    assert (found.quote, found.message) == (quote, message)
    assert found.suggestion == "补上缺少的一半，或删去多余的一半"


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("入驻119项，同比增加13%64项事项实现跑一次。", "加13%", "64项事"),
        ("办复率100%二是推进公开。", "100%", "二是推进"),
        ("及时率均为100%全面清理奖补文件。", "100%", "全面清理"),
        ("及时率均为100%全覆盖。", None, None),
        ("累计达到46755积极开展监管。", "6755", "积极开展"),
        ("完善联调机制一是排查；二是调解。", "联调机制", "一是排查"),
        ("提高权威性六是健全机制。", None, None),
        ("针对这些问题，县里一是设立审查员；二是召开会议。", None, None),
        ("一是学习，提高素养二是规范执法。", "提高素养", "二是规范"),
        ("落实“三项制度”二是规范。一是学习。二是执法。", None, None),
        ("一是落实“三项制度”二是规范执法。", "项制度”", "二是规范"),
        ("一是低于全省平均二是专职化比例低。三是取证难。", "全省平均", "二是专职"),
        ("满意率98.6%全年公开264条。", "8.6%", "全年公开"),
        ("网办率达到91%企业开办时间压缩。", "到91%", "企业开办"),
        ("办复率100%主动公开信息640条。", "100%", "主动公开"),
        ("评查案卷180卷出台不予处罚清单。", "180卷", "出台不予"),
        ("到账资金281万元二是设服务点。", "81万元", "二是设服"),
        ("储备应急物资4.2万件完善应急体系。", ".2万件", "完善应急"),
        ("现有持证执法人员420人其中新增36人。", "420人", "其中新增"),
        ("现有持证执法人员420人本年新增36人。", "420人", "本年新增"),
        ("排查出的36家其中一家已停业。", None, None),
        ("修订应急预案9件组建队伍18支。", "预案9件", "组建队伍"),
    ],
)
def test_sentences_that_ran_together(text: str, left: str | None, right: str | None) -> None:
    found = in_passage(text, "punctuation")
    if left is None:
        assert found == []
        return
    assert [finding.message for finding in found] == [f"{quoted(left)}和“{right}”之间缺少标点，两句连在了一起"]
    assert left[-1] + str(right)[0] in found[0].quote
    assert found[0].suggestion == "在两句之间补上句号或分号"


@pytest.mark.parametrize(
    ("text", "quote", "mark"),
    [
        ("全年办理案件120件，，组织培训。", "办理案件120件，，", "，，"),
        ("推进依法行政。。规范执法。", "推进依法行政。。", "。。"),
        ("规范执法行为；。强化监督。", "规范执法行为；。", "；。"),
    ],
)
def test_a_mark_that_is_doubled(text: str, quote: str, mark: str) -> None:
    (found,) = in_passage(text, "punctuation")
    assert found.quote.endswith(mark) and found.quote in quote
    assert (found.message, found.suggestion) == (f"标点“{mark}”重复", "只留一个正确的标点")


def test_a_paragraph_that_breaks_off() -> None:
    parts = PARTS.replace("办理行政处罚案件12件。", "办理行政处罚案件12件，")
    (found,) = in_report(report(parts=parts), "punctuation")
    assert found.quote.endswith("12件，")
    assert found.message == "段落以“，”结尾，句子没有写完"
    assert found.suggestion == "补全这一句，或改为句号"


def test_years_that_ran_together_are_a_question() -> None:
    (found,) = in_passage("按照规划（20212025年）推进。", "punctuation")
    assert (found.quote, found.severity) == ("20212025", "info")
    assert found.message == "“20212025”是两个年份连在了一起，像是漏了标点"


@pytest.mark.parametrize(
    "number", ["（青水发〔2025〕7号）", "青水发（2025）7号", "[青水发(2025)7号]", "公报（2025第7号）", "文号：2025-7号"]
)
def test_a_document_number_that_is_right(number: str) -> None:
    assert in_report(report(page=number), "punctuation") == []
    assert in_report(report(title=f"{number}\n{TITLE}"), "punctuation") == []


@pytest.mark.parametrize(
    ("number", "quote"),
    [
        ("（青水发〔2025 7号）", "〔2025 7号"),
        ("青水发2025〕7号", "2025〕7号"),
        ("青水发（2025第7号", "（2025第7号"),
        ("青水发〔2025）7号", "〔2025）7号"),
    ],
)
def test_a_document_number_with_half_of_its_brackets(number: str, quote: str) -> None:
    (found,) = in_report(report(title=f"{number}\n{TITLE}"), "punctuation")
    assert (found.quote, found.suggestion) == (quote, "年份用六角括号“〔〕”括起来")
    assert found.message == f"发文字号“{quote}”里，年份两边的括号不成对"
    assert len(in_report(report(page=number), "punctuation")) == 1


def test_a_document_number_with_two_kinds_of_brackets() -> None:
    (found,) = in_passage("印发《裁量基准》（青水发〔2025]7号），审查案卷12件。", "punctuation")
    assert (found.quote, found.message) == ("〔2025]", "发文字号的年份“〔2025]”两边的括号不是一对")


def test_chrome_is_no_text() -> None:
    page = "信息来源：青山县水务局 【字体： 视力保护色："
    assert in_report(report(page=page, end="青山县水务局"), "punctuation") == []


LONG = "聚焦群众身边的“关键小事”，开展电动自行车违规充电、餐饮油烟扰民专项整治，全年办理案件4106件，免罚917件。"
OTHER = "县住建局检查工地86个次，发现问题96个，下达整改通知书38份，罚款22.4万元，约谈企业负责人12人次。"


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}\n{OTHER}",
        "坚持依法行政。\n坚持依法行政。",
        f"{OTHER}\n县交通局检查车辆520台次，发现问题16个，下达整改通知书12份，罚款2.6万元，暂扣车辆3台。",
        f"{LONG[:29]}\n{LONG[:29]}",
        "青石乡排查纠纷312件，化解305件，排查覆盖全乡各村组各户。\n白沙镇排查纠纷286件，化解281件，排查覆盖全镇各村组各户。",
    ],
)
def test_paragraphs_that_differ_or_are_short(text: str) -> None:
    assert quotes(text, "duplicate") == []


@pytest.mark.parametrize(
    ("copy", "how"),
    [
        (LONG, "完全相同"),
        (LONG.replace("4106", "4006"), "有96%的文字相同"),
        ("（三）" + LONG, "有97%的文字相同"),
        (LONG.replace("聚焦", "紧盯").replace("身边", "关心").replace("全年", "共"), "有86%的文字相同"),
    ],
)
def test_a_paragraph_that_stands_twice(copy: str, how: str) -> None:
    (found,) = in_passage(f"{LONG}\n{OTHER}\n\n{copy}", "duplicate")
    assert (found.quote, found.place.line) == (copy[:30], 4)
    assert found.message == f"这一段和第1行的段落{how}，像是重复粘贴"
    assert found.suggestion == "删去重复的一段；如是套用后漏改，改写为本段应写的内容"


def test_the_same_figures_behind_commas() -> None:
    first = LONG.replace("全年办理案件4106件，免罚917件", "其中，4106件办结，917件免罚")
    later = first.replace("关键", "烦心").replace("专项整治", "集中治理")
    (found,) = in_passage(f"{first}\n{OTHER}\n\n{later}", "duplicate")
    assert "的文字相同" in found.message


PLATFORM = "县级行政执法监督平台全年归集执法信息3.6万条，自动预警86次，推送问题线索52条，公共数据目录新增214条。"


@pytest.mark.parametrize(
    ("copy", "how"),
    [
        (PLATFORM, "除段首标题外完全相同"),
        (PLATFORM.replace("214", "215"), "有96%的文字相同"),
    ],
)
def test_a_paragraph_that_stands_twice_under_other_headings(copy: str, how: str) -> None:
    text = f"（八）建设数字法治政府。{PLATFORM}\n{OTHER}\n（九）再建数字政府。{copy}"
    (found,) = in_passage(text, "duplicate")
    assert found.message == f"这一段和第1行的段落{how}，像是重复粘贴"


def test_paragraphs_under_one_heading_that_say_something_else() -> None:
    other = "投入资金120万元改造机房，清退老旧设备37台，组织数字政府专题培训2次，覆盖各乡镇和县直部门。"
    heading = "（八）建设数字法治政府，推进政务服务和行政执法全流程网上运行监督。"
    assert quotes(f"{heading}{PLATFORM}\n{heading.replace('八', '九')}{other}", "duplicate") == []


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [(OTHER, "warning"), ("县住建局检查工地86个次，发现问题96个，下达整改通知书38份。", "info")],
)
def test_a_sentence_that_stands_twice(sentence: str, severity: str) -> None:
    text = f"加强监管。{sentence}效果明显。\n严格执法，规范程序，统一裁量，公开结果，接受监督，提升质效。{sentence}"
    (found,) = in_passage(text, "duplicate")
    assert (found.severity, found.quote) == (severity, sentence[:30])
    assert found.message == "这句话和第1行的一句完全相同，请核对是否重复"
    assert found.suggestion == "删去其中一处，或改写为不同的内容"


def test_sentences_that_stand_twice_one_after_the_other_are_one_finding() -> None:
    twice = f"{OTHER}县住建局检查工地86个次，下达整改通知书一批，约谈施工单位的负责人。"
    end = f"加强复核，压实责任，形成合力，{'把每一件事都办得让群众满意，' * 6}久久为功。"
    text = f"加强监管。{twice}\n严格执法，规范程序，统一裁量，公开结果。{twice}{end}"
    (found,) = in_passage(text, "duplicate")
    assert found.message == "这2句话和第1行的2句完全相同，请核对是否重复"


def test_a_paragraph_that_stands_again_without_one_of_its_sentences() -> None:
    told = "镇党委中心组3月、7月、11月专题学习，17名班子成员逐一发言；在14个村{}法治夜校，讲授条例，开课52期。"
    text = f"{told.format('设立')}印发的折页入户1.2万份，送到每一家。\n{told.format('开设')}"
    (found,) = in_passage(text, "duplicate")
    assert found.message == "这一段和第1行的段落有80%的文字相同，像是重复粘贴"


def test_a_point_that_stands_twice_in_one_paragraph() -> None:
    text = "一是加强基层执法队伍培训教育；二是修订程序规定；三是加强基层执法队伍培训教育。"
    (found,) = in_passage(text, "duplicate")
    assert (found.severity, found.quote) == ("warning", "加强基层执法队伍培训教育。")


def test_how_alike_two_texts_are() -> None:
    assert likeness(LONG, LONG) == 1
    assert likeness("", "") == 0
    assert 0.9 < likeness(LONG, LONG.replace("4106", "4006")) < 1
    assert likeness(LONG, OTHER) < 0.5


LACKS = "这里的前括号没有对应的后括号"


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("办理案件（12件）。", []),
        ("（）（（））" * 300, []),
        ("办理案件（12件，结案（9件。", [LACKS, LACKS]),
        ("办理案件（（（12件。", [f"{LACKS}，连着 3 个"]),
        ("办理案件12件））。", ["这里的后括号没有对应的前括号，连着 2 个"]),
        ("（" * 5000, [f"{LACKS}，连着 5000 个"]),
        ("（》" * 5000, [*["这里的后书名号没有对应的前书名号"] * 100, "从这里起还有 9900 处标点不成对，没有逐一列出"]),
        ("办理案件（12件。" * 100, [LACKS] * 100),
        ("办理案件（12件。" * 102, [*[LACKS] * 100, "从这里起还有 2 处标点不成对，没有逐一列出"]),
        ("办理案件（12件。\n" * 5000, [*[LACKS] * 100, "从这里起还有 4900 处标点不成对，没有逐一列出"]),
    ],
    ids=lambda value: str(len(value)),
)
def test_of_many_unpaired_marks_few_are_told(text: str, messages: list[str]) -> None:
    found = [finding for finding in in_passage(text, "punctuation") if "对" in finding.message]
    assert [finding.message for finding in found] == messages


AREAS = ("许可", "处罚", "应急", "普法", "复议", "监督", "信息", "调解", "合同", "文件")
ENDED = [
    f"{area}方面，有事项{at}个。督促有关单位规范办理，群众办事更加方便，没有发生责任事故。"
    for at, area in enumerate(AREAS)
]


@pytest.mark.parametrize(
    ("last", "quote"),
    [
        ("督促整改隐患3处，逐一回访。规范办理许可事项，群众办事更加方便，没有发生责任事故。", None),
        ("督促整改隐患3处，逐一回访。规范办理许可事项，群众办事更加方便，没有发生责任事故：", None),
        ("督促整改隐患3处，逐一回访，规范办理许可事项，群众办事更加方便，没有发生过任何责任事故", None),
        ("督促整改隐患3处。办理许可。", None),
        ("督促整改隐患3处，逐一回访。规范办理许可事项，群众办事更加方便，没有发生责任事故", "便，没有发生责任事故"),
        ("督促整改隐患3处，逐一回访。规范办理许可事项，群众办事更加方便，办结率达95.4%", "方便，办结率达95.4%"),
    ],
)
def test_a_paragraph_without_its_full_stop(last: str, quote: str | None) -> None:
    found = in_passage("\n".join([*ENDED, last]), "punctuation")
    assert [(finding.quote[-len(quote or ""):], finding.severity) for finding in found] == (
        [(quote, "info")] if quote else []
    )


def test_paragraphs_that_all_end_without_a_full_stop() -> None:
    assert in_passage("\n".join(line.removesuffix("。") for line in ENDED), "punctuation") == []


def test_a_dot_for_a_full_stop() -> None:
    (found,) = in_passage("办理复议案件52件。审结48件.调解9件。", "punctuation")
    assert found.message == "“48件”后面的句号打成了小数点"
    assert in_passage("办理复议案件52件.审结48件.调解9件.", "punctuation") == []
    assert in_passage("印发方案2份.docx，网办率98.5%。", "punctuation") == []
