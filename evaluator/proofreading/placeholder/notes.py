"""Notes to colleagues that were left in a draft: （数据由某某股补充）, （此数再核）, 联系人：请填写姓名."""

import re
from collections.abc import Iterator

from evaluator.mentions.occurrences import Span, places

BRACKETED = r"[(\[]([^()\[\]\n]{1,50})[)\]]"
# Hardly any words in brackets have one of these, and forms are dear to compile.
SIGNS = ("请", "由", "待", "再", "缺", "未", "?")
# What is lacking is a piece of the text, not a thing of which the text speaks: （差额由县财政补充） is no note.
PIECE = (
    "(?:此处?|这处?|该|以上|上述|以下|下列|本段?|这段|具体|相关|有关|全年|最终|最新|部分)?的?(?:数据|数字|数值|数|人数|件数|次数|户数|金额|"
    "比例|占比|时间|日期|名称|名单|文号|内容|案例|材料|素材|文字|表述|口径|姓名|电话|情况|要求|处|段)"
)
WRITE = "补充|补入|补上|补齐|补全|补写|补填|补报|填写|填报|填入|填上|增补|插入|报数|供数|给数"
CHECK = "核实|核对|核定|核准|核一下|核|查|对|报|定|统计|汇总|确认|更新|提供|斟酌|商定|商|完善|修改"
# 请 is part of other words, or is said to those of whom the report tells.
ASK = (
    "(?<![邀申聘提报恳宴吁])请(?![示假求教柬]|其|申请|当事|群众|企业|对方|双方|村民|居民|上级)[^,;]{0,16}?"
    f"(?:{WRITE}|核实|核对|核定|核准|核一下|提供|确认|更新|完善|修改|改写|替换|斟酌|酌定|把关|审定|删)"
)
NOTES = (
    rf"(?:.{{1,24}}[,;:]|{PIECE})?{ASK}[^,;]{{0,14}}",
    rf"(?:.{{0,10}}?{PIECE})?(?:待|拟|[还尚]需)由.{{1,16}}(?:{WRITE}|{CHECK})(?:后.{{0,8}})?",
    rf".{{0,10}}?{PIECE}由.{{1,16}}(?:{WRITE})(?:后.{{0,8}})?",
    rf"(?:{PIECE})?(?:还|尚|仍)?(?:需|须|要|应|有)?(?:待|再|待再)(?:进一步)?(?:{WRITE}|{CHECK})",
    rf"(?:{PIECE}|附件|附表|附图)(?:暂缺|缺|缺失|未附|未报|未提供|未填|未定)|暂缺",
    rf"(?:{PIECE})?(?:是否)?(?:准确|属实|正确|有误|无误|一致|保留|妥当|对)?[吗么]?\?{{1,3}}",
)
# What a value stands behind: 县长批示：请补充方案 and 系统提示：请核对信息 tell what somebody said.
LABELS = (
    "人", "员", "电话", "手机", "姓名", "职务", "单位", "部门", "科室", "股室", "时间", "日期", "地点", "地址", "名称",
    "金额", "数据", "数字", "数量", "人数", "件数", "文号", "号码", "编号", "来源", "备注", "案例", "邮箱", "方式",
)  # fmt: skip
LABELLED = (
    rf"(?:请(?:{WRITE}|核实|核对|注明)[^,。;:()\n]{{0,12}}|"
    rf"待[^,。;:()\n]{{0,6}}?(?:{WRITE}|核实|核对|核定|提供|确定|定))(?=[,。;)\n]|$)"
)


def notes(text: str) -> Iterator[Span]:
    """Notes in brackets, and those behind the colon of a label."""
    for match in re.finditer(BRACKETED, text):
        inside = match.group(1)
        if any(sign in inside for sign in SIGNS) and any(re.fullmatch(note, inside) for note in NOTES):
            yield match.span()
    for at, after in places(text, (":请", ":待")):
        if text.endswith(LABELS, 0, at) and (value := re.compile(LABELLED).match(text, after - 1)):
            yield value.span()
