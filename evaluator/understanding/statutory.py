"""What gives a report away wherever it stands: the parts that it owes, as headings name them, and its hinges."""

# The statutory parts as headings name them: measures, first-responsible, shortcomings, next year's plan.
PARTS = (
    ("举措", "成效", "做法", "工作情况", "开展情况", "完成情况", "总体情况", "基本情况", "主要工作"),
    ("第一责任人", "主要负责人"),
    ("不足", "问题", "短板", "差距"),
    (
        *("下一步", "下一年", "下年", "来年", "明年", "今后", "打算", "安排", "计划", "思路"),
        *("重点工作", "工作重点", "努力方向"),
    ),
)
MEASURES, FLAWS = 0, 2
# What is done about a flaw begins with one of these.
OVERCOME = ("补", "破解", "解决", "化解", "整治", "攻克", "消除", "聚焦", "针对")
# A sentence that leads over to the report ends so.
HINGES = (
    "报告如下", "汇报如下", "总结如下", "公布如下", "公开如下", "通报如下", "情况如下", "说明如下",
    "予以公开", "予以公布",
)  # fmt: skip


def has_any(words: tuple[str, ...], text: str) -> bool:
    """Whether the text has one of the words."""
    return any(word in text for word in words)


def parts_in(heading: str) -> set[int]:
    """Which of the parts a heading names; 补齐执法短板 is a measure against a flaw."""
    named = {index for index, words in enumerate(PARTS) if has_any(words, heading)}
    return named - {FLAWS} if heading.startswith(OVERCOME) else named


def is_statutory(heading: str) -> bool:
    """Whether a heading names one of the parts."""
    return bool(parts_in(heading))
