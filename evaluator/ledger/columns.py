"""What the columns of the ledger's list of problems are called, and who fills them in."""

from enum import StrEnum


class Column(StrEnum):
    NUMBER = "序号"
    UNIT = "单位"
    FILE = "文件"
    SUBJECT = "要素编号"
    TITLE = "要素名称"
    BASIS = "依据"
    DEGREE = "要求程度"
    VERDICT = "是否符合"
    PROBLEM = "问题描述"
    QUOTE = "原文摘录"
    PLACE = "位置"
    ADVICE = "整改建议"
    MEASURE = "整改措施"
    LEADER = "责任领导"
    OFFICE = "责任单位"
    PERSON = "责任人"
    DEADLINE = "完成时限"
    OVERDUE = "超期"
    STATUS = "整改状态"
    REASON = "豁免理由"
    APPROVER = "批准人"
    EXPIRES = "豁免到期"
    REMARK = "备注"
    KEY = "编号（勿改）"


class Status(StrEnum):
    OPEN = "未整改"
    UNDER_WAY = "整改中"
    MENDED = "已整改"
    CLOSED = "已销号"
    WAIVED = "豁免"


# What stands in VERDICT of a problem that was not found again.
MENDED = "√ 未再发现"
SHEET = "问题台账"
SHEETS = ("总览", SHEET, "要素覆盖矩阵", "规则与依据", "未能检查")
# What staff fill in; everything else the program writes anew on every run.
STAFF = (
    Column.MEASURE,
    Column.LEADER,
    Column.OFFICE,
    Column.PERSON,
    Column.DEADLINE,
    Column.STATUS,
    Column.REASON,
    Column.APPROVER,
    Column.EXPIRES,
    Column.REMARK,
)
DATES = (Column.DEADLINE, Column.EXPIRES)
# Without these a row cannot be recognised, or what staff decided cannot be told.
NEEDED = (
    Column.FILE,
    Column.SUBJECT,
    Column.QUOTE,
    Column.DEADLINE,
    Column.STATUS,
    Column.REASON,
    Column.APPROVER,
    Column.EXPIRES,
    Column.KEY,
)
