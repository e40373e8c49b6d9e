"""How a report writes years, days and times: the one place that spells it, for patterns to be made of.

All forms are of folded text without blanks, and hold no group. Other texts have forms of their own, each with its
reason: text as read (understanding/metadata.py, mutating/respelling.py) and the cells of a ledger (ledger/dates.py).
"""

from checklist.numerals import COUNTING, DIGITS, ZEROS

# 2024 and 二〇二四, 二零二四, 二O二四: no report is of another century, and a year of one dates nothing that it tells.
ARABIC_YEAR = r"20\d\d"
HAN_YEAR = f"二[{ZEROS}][{ZEROS}{DIGITS[1:]}]{{2}}"
YEAR = f"(?:{ARABIC_YEAR}|{HAN_YEAR})"
# What makes a year of digits: 2024年, 2024年度; without either right before the subject, 2024法治政府建设.
OF_YEAR = "(?:年度?|(?=法治|依法))"

# The years that are named by no number. More words tell of the past year in headings: rules/annual-report/roles.yaml.
THIS_YEAR = ("今年", "本年")
LAST_YEAR = ("去年", "上年", "上一年")
# How a report begins that begins with its year.
OPENING_YEAR = f"{YEAR}年|一年来|今年以来|过去一年"

# 1月, 1月31日, 十二月三十一日, 1月31号.
MONTH_AND_DAY = rf"(?:\d{{1,2}}|[{COUNTING}]{{1,2}})月(?:(?:\d{{1,2}}|[{COUNTING}]{{1,3}})[日号])?"
# 2024年1月31日, 二〇二四年一月三十一日, 2024年1月.
WRITTEN_DAY = f"{YEAR}年{MONTH_AND_DAY}"
# 2024-01-31, 2024/1/31, 2024.1.31; since blanks are taken out, the two figures of an hour may follow: 2024-1-3108:15.
MARKED_DAY = rf"{ARABIC_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?=\d\d:\d\d|(?!\d))"
DAY = f"(?:{WRITTEN_DAY}|{MARKED_DAY})"
# 08:15, 8:15:30, 16时47分: as it stands behind a day on pages.
TIME = r"\d\d?[:时]\d\d(?::\d\d|分)?"

# What stands in a draft for digits that are not known yet, and days with some: 20XX年X月X日, 2025年 月 日.
BLANKS = "Xx×*_"
BLANK_DAY = f"20[0-9{BLANKS}]{{2}}年[0-9{BLANKS} ]{{1,3}}月[0-9{BLANKS} ]{{0,3}}日?"

# 〔2025〕3号, （2025）第3号: year and number of a document, behind the name of its series.
DOCUMENT_NUMBER = rf"[\[(]{ARABIC_YEAR}[\])]第?\d{{1,4}}号"
