"""Whether a text can be judged at all: Chinese, simplified, and not garbled on its way here."""

import re
from dataclasses import replace

from evaluator.document import Note, Reading
from evaluator.reading.text import first_broken_line
from evaluator.refusal import ReportError

# Shares of all characters.
MOST_BROKEN, MOST_GARBLE, MOST_LATIN, MOST_QUESTIONS = 0.01, 0.02, 0.2, 0.1
FEWEST_CHINESE = 0.3
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+")
# What UTF-8 leaves when it is read as GBK (，。、“的法治), and GBK when it was once taken for UTF-8.
GARBLE = ("锛", "銆", "鈥", "鐨勬", "娉曟", "娌绘", "锟斤拷", "烫烫烫", "屯屯屯")
TRADITIONAL = "們設報國會這務為與實際執權對關於責應總結護審導訴訟監"
SIMPLIFIED = "们设报国会这务为与实际执权对关于责应总结护审导诉讼监"
RESAVE = "请用原来的程序打开文件，另存为 UTF-8 编码的文本再核查"


def require_legible(reading: Reading) -> Reading:
    """The same reading, with a note on what little is broken. Raises ReportError when it cannot be judged."""
    text = reading.text
    broken, controls = text.count("\ufffd"), sum(map(len, CONTROL.findall(text)))
    _refuse_garble(text, broken, controls)
    _refuse_other_script(text)
    notes = reading.notes
    if broken:
        message = f"从第 {first_broken_line(text)} 行起，有 {broken} 处文字读不出来，已按缺字处理，请对照原稿补上"
        notes += (Note("broken-characters", message),)
    if controls:
        notes += (Note("control-characters", f"有 {controls} 个看不见的控制字符，已略去"),)
    return replace(reading, notes=notes) if notes != reading.notes else reading


def _refuse_garble(text: str, broken: int, controls: int) -> None:
    size = len(text) + 1
    twice = sum(len(word) * text.count(word) for word in GARBLE)
    latin = _encoded(text, "latin-1") - _encoded(text, "ascii")
    reasons = (
        (broken > MOST_BROKEN * size, f"{broken} 个字读不出来，占全文 {broken / size:.0%}"),
        (controls > MOST_BROKEN * size, f"有 {controls} 个控制字符"),
        (twice > MOST_GARBLE * size, "文字在保存或转码时已经损坏（如“锟斤拷”“锛銆”）"),
        (latin > MOST_LATIN * size, "汉字变成了西文字母（如“Ã¤”）"),
        (text.count("?") > MOST_QUESTIONS * size, "许多字变成了问号"),
    )
    for garbled, reason in reasons:
        if garbled:
            raise ReportError("garbled", f"疑似乱码：{reason}", RESAVE)


def _refuse_other_script(text: str) -> None:
    # GBK holds Chinese, simplified and traditional, and hardly anything else, each in two bytes.
    chinese = (_encoded(text, "gbk") - _encoded(text, "ascii")) // 2
    if chinese < FEWEST_CHINESE * len("".join(text.split())):
        hint = "只能核查用中文写的法治政府建设年度报告，请核对文件"
        raise ReportError("not-chinese", "几乎没有汉字，不是中文报告", hint)
    traditional = sum(map(text.count, TRADITIONAL))
    if traditional > MOST_BROKEN * chinese and traditional > sum(map(text.count, SIMPLIFIED)):
        message = "全文是繁体字，而核查规则按简体写成，不能据此下结论"
        raise ReportError("traditional", message, "请转换为简体后再核查")


def _encoded(text: str, encoding: str) -> int:
    """How many bytes of it an encoding can hold."""
    return len(text.encode(encoding, "ignore"))
