"""The labels that a page carries around a report - 来源：, 发布时间：, 字体： - by what they say, as sites write them.

Menus, buttons and what else a page consists of stand in chrome.py; the head of an official document in letterhead.py.
"""

TITLES = ("文件名称", "信息名称", "标题", "题目", "名称")
# Whose the report is, first those that name an organ without doubt.
PUBLISHERS = (
    "发布机构", "发文机关", "发布单位", "制发机关", "公开主体", "发布主体", "发文机构", "公开机构", "制发单位",
    "信息来源", "文章来源", "来源", "稿源",
)  # fmt: skip
# Who put the page up, or answers for it: persons and offices, not whose report it is.
EDITORS = ("责任部门", "责任单位", "发布者", "发布人", "作者", "责任编辑", "编辑", "审核", "录入", "供稿")
PUBLICATION_DAYS = (
    "发布时间", "发布日期", "信息提供日期", "公开日期", "公开时间", "发稿时间", "发稿日期", "刊发时间",
    "发布于", "公布时间", "公布日期", "录入时间", "上传时间", "上网时间", "上网日期", "挂网时间",
    "发文时间",
)  # fmt: skip
# When it was written is not when it was published; when it was issued or changed may be, where nothing says better.
OTHER_DAYS = (
    "成文日期", "成文时间", "公文生成日期", "生成日期", "发文日期", "印发日期", "更新时间", "更新日期",
)  # fmt: skip
# Of any day, also that of a banner: the weakest, and the ends of the others.
DAYS = ("时间", "日期")
# With one of these before it 时间 or 日期 is of another day.
BEFORE_OTHER_DAYS = ("成文", "生成", "印发", "提供", "施行", "废止", "失效")
INDEXES = ("索引号", "索取号", "信息索取号", "信息索引")
CLASSES = ("信息分类", "主题分类", "组配分类", "体裁分类", "服务对象分类", "公开类别", "分类")
# How the record of a page begins.
RECORD = (*INDEXES, *CLASSES)
NUMBERS = ("目录号", "发文字号", "备注/文号", "文号")
DISCLOSURE = ("公开方式", "公开范围", "公开时限", "公开形式", "公开目录", "公开属性", "公开类型")
VALIDITY = ("有效性", "时效性", "时效", "效力状态", "是否有效", "有效期", "状态")
CONTENTS = ("关键词", "主题词", "内容概述")
LETTERS = ("字体大小", "字体", "字号")
COUNTERS = (
    "浏览次数", "浏览量", "浏览", "阅读人次", "阅读次数", "阅读量", "阅读", "点击数", "点击率", "点击量",
    "点击", "访问量", "访问次数", "累计次数", "人气",
)  # fmt: skip
SHARING = ("分享到", "分享")

LABELS = (
    *TITLES, *PUBLISHERS, *EDITORS, *PUBLICATION_DAYS, *OTHER_DAYS, *DAYS, *RECORD, *NUMBERS, *DISCLOSURE,
    *VALIDITY, *CONTENTS, *LETTERS, *COUNTERS, *SHARING,
)  # fmt: skip

# Labels are as many as sites: with one of these in it any short word before a colon is one.
LABEL_WORDS = (
    "日期", "时间", "索引", "类别", "分类", "机构", "单位", "来源", "方式", "编号", "发布", "录入", "公开",
    "信息", "浏览", "阅读", "点击", "作者", "编辑", "字号", "字体", "主体", "属性",
)  # fmt: skip
# Which of them stand behind a day that has no label of its own: 某局 2024年1月30日 来源:法规科.
BESIDE_DAYS = ("来源", "阅读", "浏览", "点击", "访问", "作者", "编辑", "供稿", "字号", "字体")
# And which begin what a page puts below a report; short ones with their colon, since sentences begin with them too.
BELOW = (
    "责任编辑", "编辑:", "审核:", "供稿:", "撰稿:", "作者:", "校对:", "来源:", "信息来源",
    "分享到", "分享:", "浏览次", "浏览量", "浏览:",
    "阅读次", "阅读量", "阅读:", "点击数", "点击量", "点击率", "访问量", "访问次",
)  # fmt: skip
# The links to the pages before and behind, each with the headline of another text.
NEIGHBOURS = ("上一篇", "下一篇", "上一条", "下一条", "上一页", "下一页")
