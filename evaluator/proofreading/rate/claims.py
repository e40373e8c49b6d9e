"""What a stated share claims: between which bounds it is right, as 约, 超过, 不到, 以上 and 左右 around it say."""

from math import inf

from checklist.records import record

BELOW = ("不到", "不足", "未到", "未达", "低于", "少于", "小于", "不超过", "未超过", "不高于")
ABOVE = ("超过", "超", "逾", "过", "高于", "多于", "大于", "突破", "不低于", "不少于", "至少")
ABOUT = ("约", "近", "接近")
# Any of these may stand between what is stated and its value, the longest first: 不低于 before 低于. A pattern repeats
# them possessively (*+): 超过 is two of them as well as one, and a row of 40 would be tried in all its ways.
WORDS = sorted((*BELOW, *ABOVE, *ABOUT), key=len, reverse=True)
WIDENING = "|".join(WORDS)
BELOW_BEHIND = ("以下", "以内", "之内")
ABOVE_BEHIND = ("以上", "之上")
MORE_BEHIND = ("多", "余", "有余", "强")
LESS_BEHIND = ("弱", "不到")
ABOUT_BEHIND = ("左右", "上下")
# What a share with 约 or 近 may be off by, in units of its last digit.
VAGUE = 20
TENTH = 10
TINY = 1e-9


@record
class Claim:
    """A share, a change or a multiple is right from `least` to below `most`; `plain` where no word widens it."""

    least: float
    most: float
    plain: bool = True

    def holds(self, least: float, most: float) -> bool:
        """Whether what lies between these may be it."""
        return self.least <= most + TINY and least < self.most - TINY


def claimed(text: str, start: int, end: int, value: float, decimals: int) -> Claim:
    """What text[start:end] claims, a number of so many `decimals` with its measure; -1 where it is told in tenths."""
    step = 10.0**-decimals
    rounded = min(step / 2, 1.0)
    before = next((word for word in WORDS if text.endswith(word, 0, start)), "")
    if before in BELOW or text.startswith(BELOW_BEHIND, end):
        return Claim(-inf, value + rounded, plain=False)
    if before in ABOVE or text.startswith(ABOVE_BEHIND, end):
        return Claim(value - rounded, inf, plain=False)
    is_about = before in ABOUT or text.startswith(ABOUT_BEHIND, end)
    if decimals < 0:
        return _in_tenths(text, end, value, is_about)
    if is_about:
        return Claim(value - VAGUE * step / 2, value + VAGUE * step, plain=False)
    return Claim(value - step / 2, value + step)


def _in_tenths(text: str, end: int, value: float, is_about: bool) -> Claim:
    """A rough share, which may be short of what it says by half of its last tenth, and 九成五 by half of its five;
    from the whole on the bounds grow with it."""
    whole, tenth = value if value >= 100 else 0.0, TENTH / 2 if value % TENTH else TENTH
    short = tenth if is_about else tenth / 2
    if text.startswith(MORE_BEHIND, end):
        return Claim(value, value + max(TENTH, whole), plain=False)
    if text.startswith(LESS_BEHIND, end):
        return Claim(value - TENTH, value + TINY, plain=False)
    return Claim(value - max(short, whole / 10), value + tenth + whole / 10, plain=False)
