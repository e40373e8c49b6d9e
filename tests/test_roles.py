"""What a sentence does in a report: the marked sentence of small reports, and the role it was given."""

import pytest
from proofs import OPENING, TITLE
from shipped import checklist

from evaluator.judging.view import look_at
from evaluator.reading import read
from evaluator.structure import understand

HEAD = f"{TITLE}\n{OPENING}\n一、主要举措和成效\n组织执法培训4次，办理行政处罚案件12件。\n"
AFTER = "\n二、存在的不足\n一是持证人员只有31人。二是6个乡镇没有专职审核员。\n三、下一步安排\n招录执法人员6名。"
SLOGAN = "二、还要再使劲的地方\n"


def role_of(body: str) -> str:
    """The role of the sentence between the marks 【】."""
    at = len(HEAD) + body.index("【")
    text = HEAD + body.replace("【", "").replace("】", "") + "\n"
    view = look_at(understand(read(text.encode(), "报告.txt")), checklist())
    plain = view.document.plain
    return next(
        told.role
        for sentence, told in zip(view.sentences, view.roles, strict=True)
        if plain.original(sentence.start) <= at < plain.original(sentence.end - 1)
    )


ROWS = [
    # Headings that only look like those of a plan or of flaws: what stands below sounds like work done.
    (
        "done",
        "二、坚持党的领导，把准工作方向\n【县委理论学习中心组专题学习习近平法治思想4次，举办培训班2期，培训干部372人。】",
    ),
    (
        "done",
        "（一）在科技支撑上补短腿\n【建成执法监督平台，归集数据420万条，1.4万名执法人员全部上线。】",
    ),
    # What comes next in one measure is neither done nor the plan of the year.
    ("ahead", f"（二）强化应急处置\n修订预案6件。【明年汛前计划修编防洪预案，购置排涝泵车4台。】全年演练12次。{AFTER}"),
    ("ahead", f"（二）强化应急处置\n修订预案6件。【新的调度办法拟于2025年3月出台。】全年演练12次。{AFTER}"),
    ("done", f"（二）强化应急处置\n【印发应急工作要点，把下一步的物资全部备足。】全年演练12次。{AFTER}"),
    ("done", f"（二）强化应急处置\n【新修订的预案管理办法将于2025年1月1日起施行。】全年演练12次。{AFTER}"),
    # What a heading names first is what is told first, unless a sentence says otherwise.
    ("problem", "二、存在的问题及整改情况\n【一是执法质量不够均衡，有的站所受立案不及时，败诉率上升。】"),
    ("rectified", "二、存在的问题及整改情况\n一是执法质量不高。【去年督察指出的文书超期问题，今年全部整改。】"),
    ("ahead", "二、上年度问题整改情况\n【2023年反映的执法力量不足问题，将在2025年逐步解决。】"),
    # The wrong year in a heading makes no plan of what was done.
    ("done", "二、2025年推进法治政府建设的主要举措和成效\n【修订应急预案6件，组织演练4次。】"),
    # However short they are told, below a heading that says nothing else.
    ("problem", "二、存在的主要问题\n【处罚文书送达超期5件。】"),
    ("problem", "二、问题及原因\n【持证人员不足，主要原因是编制少。】"),
    # Where flaws come from, after flaws that nothing announces, but not after work done.
    (
        "cause",
        "二、基层情况\n执法文书不规范的情况时有发生。案卷评查流于形式，落实打了折扣。\n"
        "【原因也理了理：科室赶工期，审核意见没有复核环节。】",
    ),
    ("done", "二、基层情况\n评查案卷60卷，培训执法人员31人。\n【原因也理了理：科室赶工期，审核意见没有复核环节。】"),
    ("plan", "二、2025年工作计划\n【第一季度，召开领导小组会议，下发任务清单；第二季度，组织旁听庭审。】"),
    # What is to be done, by the place of the chapter: last, after the flaws, whichever year its heading names.
    ("plan", "二、存在的不足\n执法力量不足。\n三、2024年重点任务\n【组建调解中心，新增专职人员4名。】"),
    ("plan", "二、存在的不足\n执法力量不足。\n三、工作重点\n（一）执法\n【修订裁量基准，覆盖全部领域。】"),
    ("done", "二、2024年重点任务\n【组建调解中心，新增专职人员4名。】\n三、存在的不足\n执法力量不足。"),
    ("done", "二、2024年重点任务\n【组建调解中心，新增专职人员4名。】"),
    ("done", "二、存在的不足\n执法力量不足。\n三、重点任务完成情况\n【组建调解中心，新增专职人员4名。】"),
    # One word of a flaw in passing: 超期, 不动产.
    (
        "done",
        "（一）科技赋能\n【建成监督平台，推送超期预警2970条。】与大数据局打通不动产登记等8类数据接口，发现线索11条。",
    ),
    # What was mended in one point of a list says nothing of the next.
    (
        "done",
        "二、其他事项\n（一）针对2023年度考核指出的台账不全问题，补录1200条。\n【（二）我镇被评为先进集体，受到县政府通报表扬。】",
    ),
    # A plan for which those who hear it are greeted.
    ("plan", "二、存在的不足\n力量薄弱。\n主任、各位副主任，【下一步，我们将组织培训4次，修订办法2件。】"),
    # Work that only speaks of problems.
    ("done", "（一）规范执法\n针对案卷评查发现的问题，【逐案督促整改，下发通知34份。】"),
    (
        "done",
        "二、打通执法堵点\n（一）补齐力量不足短板。【新增执法人员6名。】\n（二）破解标准不一难题。修订裁量基准2件。",
    ),
    ("done", "二、在攻坚中提升\n（一）监管不再单一。推行综合查一次。\n（二）服务不断优化。【开设专窗3个。】"),
    (
        "done",
        "二、走在前列\n（一）执法力量不足得到缓解。新增6人。\n（二）群众满意。【评议得分上升。】\n（三）服务提速。办件4件。",
    ),
    ("done", "（一）应急处置\n下一步处置中，【由各镇负责清障，共清理23处。】"),
    (
        "done",
        "二、走在前列\n【全年办结实事12件。】\n（一）队伍老化。持证人员中50岁以上的占四成。\n（二）力量薄弱。审核人员只有1名。",
    ),
    # Others' problems, and a chapter that only begins like one of problems.
    ("done", "二、为困难群众办实事\n【法律援助中心办理案件86件，人员不足的乡镇由县里派员。】"),
    ("done", "二、行政决策\n【法律顾问由上年的5人增至9人，审查政府合同64件，提出意见211条。】"),
    ("rectified", "二、整改情况\n【对此，局里争取增设执法编制3个，并将执法经费15万元列入预算。】"),
    ("done", "二、普法宣传\n【全年开展宣传12场，发放资料4000份，参加群众9000人次。】"),
    ("done", "二、监管执法\n【部分企业台账不全、培训不到位，责令改正31家。】"),
    # A word that opens flaws, in a sentence that sounds like none.
    ("plan", "二、2025年工作思路\n【将负责人出庭率纳入绩效考评“扣分”项，举办旁听庭审不少于4场。】"),
    ("done", "【成立领导小组，印发年度要点；对照上级意见自我评估，形成得分、失分清单，逐项落实到人。】"),
    # A cause named in a later clause than the flaw.
    ("problem", "二、存在的不足和原因\n【一是涉企检查统筹仍有短板，重复检查37次，主要原因是各排各的计划。】"),
    # A chapter of problems, whatever its heading says.
    (
        "problem",
        SLOGAN
        + "（一）镇级执法质量不高。【抽查的60本案卷中有14本证据要素不全。】\n（二）源头预防不够。征地案件占一半。",
    ),
    (
        "problem",
        SLOGAN + "（一）队伍老化。【持证人员中50岁以上的占四成。】\n（二）审核力量薄弱。全局专职审核人员只有1名。",
    ),
    ("problem", "二、清醒看差距\n【一是执法力量偏弱，持证人员只有3名。】\n二是审核滞后。"),
    ("problem", "全年工作虽有进展，但也存在一些不足。【一是普法形式单一。】\n"),
    ("problem", "二、有待解决的事\n【审核人员只有1名。】"),
    # Words that turn to one's own flaws, before such words.
    ("problem", "二、普法宣传\n全年开展宣传12场。\n【应当看到，我局办案人员偏少，文书质量不高。】"),
    ("problem", "二、普法宣传\n全年开展宣传12场。\n【与先进县区相比，我局案卷质量偏低，审核滞后。】"),
    # Nothing but the sound of it tells.
    ("problem", "二、普法宣传\n全年开展宣传12场。\n【办案的人手仍然紧巴巴，案子办得粗，文书常有漏签，送达只靠电话。】"),
    ("cause", "二、存在的不足\n案卷质量不高，力量薄弱。\n【追溯起来，人员多从别处转来，没有受过训练。】"),
    ("cause", "二、存在的不足\n案卷质量不高，力量薄弱。\n三、原因\n【人员多从别处转来。】"),
    (
        "cause",
        SLOGAN
        + "（一）执法质量不高。14本案卷证据不全。【究其原因，是办案人员多为新手。】\n（二）预防不够。案件偏多。",
    ),
    ("cause", "二、存在的不足和原因\n一是审核滞后。【原因在于专职人员只有1名。】"),
    ("problem", "二、下一步工作安排\n【但也要看到，审核力量与任务相比仍有差距。】2025年将增配人员2名。"),
    # The plan.
    ("plan", "二、下一步工作安排\n将增配人员2名。\n【针对存在的不足，全年组织培训3次。】"),
    ("plan", "二、下一步工作安排\n【将新增执法人员2名。】"),
    ("plan", "二、存在的不足和原因\n案卷质量不高，是因为人手少。\n【我局将开展案卷评查2轮，培训办案人员。】"),
    ("problem", "二、存在的不足\n【新办法将于2025年1月1日起施行，人员尚未培训。】"),
    ("plan", "二、再启新程\n【2025年，我局将重点抓好三项工作：一是增配人员；二是组织培训；三是修订基准。】"),
    ("plan", "二、存在的不足\n力量不足。\n三、开年以后\n（一）带教。【2025年派20人到乡镇。】\n（二）评查。看卷240本。"),
    ("done", "二、存在的不足\n力量不足。\n三、其他工作\n（一）普法。【全年开展宣传12场。】\n（二）评查。看卷240本。"),
    ("rectified", "【2023年度考评扣了我镇两分，一处是文书没人审，今年一律由司法所过目。】"),
    ("done", "2023年度考评反馈了两条意见，县里开了会。\n【组织执法培训5次，培训120人。】"),
    ("done", "针对2023年度考评反馈的意见，逐条整改到位。\n【2024年，组织执法培训5次。】"),
    ("rectified", "2023年度考评反馈的主要问题是文书没人审。\n【今年一律由司法所过目。】"),
    ("rectified", "2023年度考评反馈了文书没人审等问题。\n【配备专职审核员1名。】"),
    ("rectified", "2023年度考评反馈“文书没人审”。县里印发了方案。\n【对此，配备专职审核员1名。】"),
    ("rectified", "二、去年的短板今年怎样补\n【已配备专职审核员1名。】"),
    ("rectified", "【去年我们讲过审核滞后的短板，今年配了专职审核员。】"),
    ("rectified", "二、上年度问题整改情况\n【已配备专职审核员1名。】"),
    ("rectified", "针对2023年度报告指出的审核滞后问题，【已配备专职审核员1名，平均用时缩短到3天。】"),
]


@pytest.mark.parametrize(("role", "body"), ROWS, ids=[f"{role}-{i}" for i, (role, _) in enumerate(ROWS)])
def test_the_role_of_a_sentence(role: str, body: str) -> None:
    assert role_of(body) == role
