"""What a draft left to be filled in: XX, ***, 【待补充】, （此处填写…）, 20XX年, a blank for a number, a note."""

import re
from collections.abc import Iterator, Sequence

from checklist.folding import seen
from checklist.numerals import DIGITS
from checklist.rule import Rule
from evaluator.document import Document
from evaluator.mentions.date_forms import BLANKS
from evaluator.mentions.occurrences import Span, places, sentence_around, squeezed, stands_any
from evaluator.proofreading.fault import TextFault
from evaluator.proofreading.placeholder.notes import notes
from evaluator.quotation import quoted
from evaluator.roles.role import SentenceRole
from evaluator.understanding.chrome import is_closing_note

HAN = r"^\W\d_a-zA-Z"
COUNTED = (
    "[余多]?(?:[件次人名场期起家户宗万元个项份篇部条%年月日镇乡县区市局村台套吨亩处]|"
    "街道|社区|学时|课时|小时|工作日|平方米|公里|辆次|百分点)"
)
ASKING = "补充|填写|填报|填入|核实|提供|插入|待定|更新|完善|确认|数字|数量|名称"
# Each with what must stand in a text for the pattern to be worth trying.
PATTERNS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("XX", "xx", "Xx", "××", "***", "__", "X年", "x年", "×年"),
        rf"20[{BLANKS}]{{2}}年?|20\d[{BLANKS}]年?|(?<![A-Za-z])[Xx]{{2,}}(?![A-Za-z])|×{{2,}}|\*{{3,}}|_{{2,}}",
    ),
    (("X月", "x月", "×月", "*月", "_月"), f"[{BLANKS}]{{1,2}}月[{BLANKS}]{{1,2}}日"),
    # Two of them are also the marks of bold print.
    (("**",), rf"(?<=[{HAN}])\*\*(?={COUNTED})(?![^*\n]{{1,20}}\*\*(?:[{HAN}]|[,。]))"),
    (tuple("XxN×*"), rf"[XxN×*](?<![A-Za-z0-9+\-_./\"*×].)(?={COUNTED})"),
    (tuple(f"附件{blank}" for blank in "XxN×*"), r"(?<=附件)[XxN×*](?![A-Za-z0-9×*])"),
    (("#",), rf"(?<=[{HAN}])#+(?={COUNTED})"),
    # From the first dot of a row alone, and with all of them.
    (("…", "..."), rf"(?:…(?<!……)…*+|\.(?<!\.\.)\.{{2,}}+)(?={COUNTED})"),
    (("□□", "●●", "△△"), "[□●△]{2,}"),
    # 二〇〇五 is a year.
    (("〇〇",), rf"(?<![{DIGITS}十百\d])〇{{2,}}(?:(?={COUNTED})|(?<=〇〇〇)(?![{DIGITS}\d]))"),
    (
        ("[",),
        rf"\[[^\[\]\n]{{0,20}}(?:待|此处|这里|请|需)[^\[\]\n]{{0,30}}\]|"
        rf"\[[^\[\]\n\d]{{0,8}}(?:{ASKING})[^\[\]\n]{{0,30}}\]|\[[^\[\]\n\d]{{1,16}}[补填]\]",
    ),
    (
        ("(此", "(这", "(待", "(请", "(需"),
        rf"\((?:此处|这里|待|请|需)[^()\n]{{0,20}}(?:{ASKING}|补|填|核|写)[^()\n]{{0,20}}\)|\(待[定补核]\)",
    ),
    (
        ("(此处", "(这里"),
        r"\((?:此处|这里)[^()\n]{0,8}(?:图|照片|表|案例)[^()\n]{0,4}\)",
    ),
    (
        ("(可", "(待", "(由", "(视", "(拟", "(建议"),
        rf"\((?:可|待|由|视|拟|建议)[^()\n]{{0,16}}(?:{ASKING}|增补|补全|修改|删减|调整|改写|酌定|酌情)[^()\n]{{0,6}}\)",
    ),
    (
        ("(数", "(具", "(N", "(姓", "(单", "(会", "(文", "(日", "(金"),
        r"\((?:数字|数量|数据|数值|具体数字|具体名称|N个|姓名|单位名称|会议名称|文件名称?|日期|金额)\)",
    ),
    (("()", "[]"), rf"(?:\(\)|\[\])(?<=[{HAN}]..)(?=[{HAN}]|[,。、])"),
    (("年月日",), "年月日"),
    # 临政发〔2024〕 号: the number of a document that had none yet.
    (("]号", "]第号"), r"\[20\d\d\]第?号"),
    (("??",), rf"(?<=[{HAN}])\?{{2,}}(?=[{HAN}])"),
    (("?", "00"), rf"(?<=[{HAN}])(?:\?|0{{2,}})(?=(?:人次|万元|[件次场起宗%])[,。;、])"),
    (("某某",), "某{3,}|(?<!某)某某(?:县|市|区|镇|乡|街道|局|委|厅|办|单位|部门|领导)"),
)
# A blank before these is a lost number, unless they end a word: 文件, 每次.
UNITS = {
    "件": "文案证邮附要事稿条软硬零信构元部物来函各每逐",
    "次": "每首多几再屡逐依层档批初这那此本上下一二三两数各人件家场批个车艘",
    "宗": "卷祖各",
}
# Any unit counts what a wide blank stands for; 姓  名 and 长  期 only have their two characters apart.
WIDE, APART = 2, "姓署签长近早短初分时周后定延日学任汛事专"
MEASURES = "件次人名场期起家户宗元个项份篇部条卷台套处"
COUNTING = f"(?:[万亿]?(?:人次|件次|家次|[{MEASURES}])|%)(?=[,。;、)])"
# Covered on purpose: persons and numbers in the story of a case.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢"
    "姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "高常温康施牛樊葛邢齐易乔伍庞颜倪庄聂章鲁岳翟殷詹耿兰焦俞柳甘祝宁尚符舒阮柯纪梅童凌毕裴霍涂苗谷翁冉骆蓝靳柴蒙鲍喻祁蒲滕屈饶牟艾穆"
)
CASE = "案|纠纷|诉|当事人|居民|村民|群众|申请人|原告|被告|违法|举报|负责人|家属"
BESIDE, LONGEST_QUOTED, LONGEST_TITLE, LONGEST_LINE = 30, 12, 40, 2000


def placeholder(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """Each placeholder in title and body, the longest where they overlap; the rule's words are others."""
    found = {*_by_pattern(document), *_by_word(document, rule), *_blanks(document), *notes(document.plain.text)}
    reached = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= reached and _in_report(document, start):
            reached = end
            shown = document.quote(start, end)
            yield TextFault(start, end, f"{quoted(shown)}处还没有填写", "补上实际内容，或删去这一处")


def _in_report(document: Document, at: int) -> bool:
    title, text = document.metadata.title_span, document.plain.text
    if document.body[0] <= at < document.body[1] or (title is not None and title[0] <= at < title[1]):
        return True
    line = text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0]
    return at >= document.body[1] and is_closing_note(line)


def _by_pattern(document: Document) -> Iterator[Span]:
    text = document.plain.text
    for signs, pattern in PATTERNS:
        if stands_any(text, signs):
            for match in re.finditer(pattern, text):
                if not _is_covered(text, *match.span()):
                    yield match.span()


def _by_word(document: Document, rule: Rule) -> Iterator[Span]:
    text = document.plain.text
    for start, end in places(text, squeezed(rule.words)):
        if not text.endswith(rule.unless, 0, start):
            yield start, end


def _blanks(document: Document) -> Iterator[Span]:
    """A blank where a number belongs: 信访 件."""
    plain, text = document.plain, document.plain.text
    for begin, origin in zip(plain.begins, plain.origins, strict=True):
        if not begin or not "\u4e00" <= text[begin - 1] <= "\u9fff" or not (found := _unit_at(text, begin)):
            continue
        before, blank = text[begin - 1], seen(document.reading.text[plain.original(begin - 1) + 1 : origin])
        if not blank:
            continue
        narrow = text[begin] in UNITS and before not in UNITS[text[begin]]
        if "\n" not in blank and "\r" not in blank and (narrow or (len(blank) >= WIDE and before not in APART)):
            yield begin - 1, found.end()


def _unit_at(text: str, at: int) -> re.Match[str] | None:
    return re.compile(COUNTING).match(text, at) if text[at] in f"{MEASURES}万亿%" else None


def _is_covered(text: str, start: int, end: int) -> bool:
    """138****5678, 行终××号, “XX码”, 王×× and 某某 in a case: covered on purpose."""
    written, before, after = text[start:end], text[max(0, start - 1) : start], text[end : end + 1]
    if written[0] in "([年":
        return False
    if not written.startswith("20") and (before.isdigit() or after.isdigit()):
        return True
    if (after == "号" and before in tuple("初终申复")) or _is_quoted(text, start, end):
        return True
    if written[0] == "×" and _is_titled(text, start, end):
        return True
    if written.startswith("某某"):
        first, last = sentence_around(text, start, end)
        told = re.search(CASE, text[first:start] + text[end:last])
    else:
        told = re.search(CASE, text[max(0, start - BESIDE) : end + BESIDE])
        told = None if before not in SURNAMES or re.match(COUNTED, text[end : end + 4]) else told
    return told is not None and before != ""


def _is_titled(text: str, start: int, end: int) -> bool:
    """In the title of a form: 《××村矛盾纠纷排查登记表》."""
    opened = text.rfind("《", max(0, start - LONGEST_TITLE), start)
    closed = text.rfind("》", max(0, start - LONGEST_TITLE), start)
    return opened > closed and text.find("》", end, end + LONGEST_TITLE) >= 0


def _is_quoted(text: str, start: int, end: int) -> bool:
    """In a short name in quotation marks, as forms and codes are called."""
    opened = text.rfind('"', max(0, start - LONGEST_QUOTED), start)
    closed = text.find('"', end, end + LONGEST_QUOTED)
    line = text.rfind("\n", max(0, start - LONGEST_LINE), start) + 1
    return 0 <= opened < closed and text.count('"', line, start) % 2 == 1
