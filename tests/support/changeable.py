"""A small report and small rulebooks, for tests that change them on purpose."""

from checklist.model import Examples, FoundIn, Item, Passage, Rulebook
from checklist.phrases import parse
from checklist.profile import Profile
from evaluator.document import Document
from evaluator.evaluation import Options, document_of

TEXT = """云岭县水务局2024年法治政府建设年度报告

2024年，我局坚持以习近平新时代中国特色社会主义思想为指导，推进依法行政。现将有关情况报告如下：

　　一、推进法治政府建设的主要举措和成效
　　（一）学习贯彻习近平法治思想
　　局党组召开会议4次，专题学习习近平法治思想。举办培训班2期，培训干部60人。
　　列入全年学习计划。
　　（二）规范水行政执法。全年办理行政处罚案件12件，结案11件。公示执法信息30条。
　　二、存在的不足和原因
　　一是执法人员偏少，持证人员仅6人。因编制多年未增，案件积压7件。
　　三、2025年工作安排
　　增配执法人员2名，组织执法培训3次，完成规范性文件清理和评估。
云岭县水务局
2025年1月20日
"""


def understood(text: str) -> Document:
    return document_of(text.encode(), "", Options())


def rulebook(*places: FoundIn, examples: Examples = Examples()) -> Rulebook:  # noqa: B008
    items = tuple(
        Item(name, "学习", "学了什么", (), 10, False, "写明", found_in=place, examples=examples)
        for name, place in zip(("study", "causes"), places, strict=False)
    )
    return Rulebook("r", "1", "年度报告", (), (), items, (), (Profile("national", "全国"),), ())


def words(*patterns: str) -> FoundIn:
    return FoundIn(("done",), passages=(Passage(tuple(map(parse, patterns))),))
