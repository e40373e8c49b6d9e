"""Rates as they are stated: what they are called, what they count of what, and their value."""

import re
from collections.abc import Iterator

from checklist.records import record
from evaluator.proofreading.rate.claims import WIDENING, Claim, claimed

NAMED = ("率", "满意度", "知晓度", "认可度", "覆盖面", "免疫密度", "占比", "比例", "比重")
# A rate with one of these counts less than the rate without it.
QUALIFIED = (
    *("按期", "按时", "及时", "一次性", "首次", "当场", "当年", "限时", "按规定", "规范"),
    *("现场", "实质", "前端", "就地", "自动", "主动", "调解", "和解", "撤诉", "简易", "线上", "远程"),
)
# How well they did, not whether they came.
RESULTS = ("合格率", "通过率", "及格率", "优秀率", "达标率", "优良率", "满意率", "满意度", "知晓率", "好评率")
LINK = (
    "(?:约|均|都|已|高|仅|只|分别)*(?:为|是|达到|达|成|到|至|保持在|稳定在|提升至|提升到|提高到|提高至|上升到|"
    f"升至|增至|提到|控制在|:|,|\\()*([由从].{{0,6}})?(?P<widening>{WIDENING})?"
)
# 要求办结率不低于98%, 未达到办结率不低于98%的要求: what it should be, not what it is.
BOUNDS = ("不低于", "不少于", "至少", "不高于", "不超过", "未超过")
REQUIRED, REQUIREMENT = ("要求", "确保", "力争", "规定", "保证", "必须"), ("要求", "目标", "标准", "指标", "规定")
# 要求办结率达到98%; what is done 按要求 is done, and 确保办结率98% may tell what came of it.
GOAL = "(?<!按)(?<!按照)(?:要求|必须|力争)"
NO_WORD = r"[\W\d_]"
LONGEST_NAME = 12
VALUE = r"(?<![\d.])\d+(?:\.(\d+))?$"
MEASURED = r"(?<=\d)[%成]"
REACH, LONGEST_VALUE = 24, 9
# 出庭率(应出庭164件、实际出庭151件)达到96.3%: its numbers may stand behind the name.
BRACKET = r"\([^()\n]{1,60}\)(?=[^()]{0,12}$)"
LONGEST_BRACKET = 62


@record
class Kind:
    """`names` end the name of a rate; it counts what `counts` say, of what `bases` say, the surest first."""

    names: tuple[str, ...]
    counts: tuple[str, ...]
    bases: tuple[str, ...]


def _kind(names: str, counts: str, bases: str) -> Kind:
    return Kind(tuple(names.split()), tuple(counts.split()), tuple(bases.split()))


KINDS = (
    _kind("出庭率 出庭应诉率 应诉率", "实际出庭 出庭应诉 出庭", "应出庭 应由 应当 需出庭 须出庭 开庭"),
    _kind("调解成功率", "调解成功 成功调解 成功", "受理 排查 调解 调处 接到 收到 办理"),
    _kind(
        "调解成功率 成功率 调解率 调处率 调成率 化解率 和解率",
        "调解成功 成功调解 成功化解 调处成功 成功 调成 化解 达成 办结",
        "受理 排查 调解 调处 接到 收到 办理 梳理",
    ),
    _kind("办复率 答复率 回复率 反馈率", "办复 答复 回复 反馈 办结 办理完毕", "受理 收到 接到 承办 办理 接收"),
    _kind(
        "审结率 结案率 办结率 处置率 处理率 办理率 查处率 核查率 签收率",
        "审结 结案 办结 处置 处理 办理完毕 查处 核查 签收",
        "受理 收到 接收 接到 收 立案 承办 办理 登记 交办 查处 转办 推送 发现 接报 预警 流转 派发 移交",
    ),
    _kind(
        "合格率 通过率 及格率 优秀率 达标率 优良率",
        "合格 通过 及格 优秀 达标 优良",
        "参考 参加 应考 抽查 抽检 检测 报考 评查 检查 考试 测试",
    ),
    _kind("参考率 参训率 参学率 参会率 到课率 参加率", "参考 参训 参加 实到 实际 实考 实训", "应参 应考 应到 应训"),
    _kind("满意率 满意度 好评率", "满意 好评", "回访 评价 测评 评议 收回 回收"),
    _kind("胜诉率", "胜诉", "审结 判决 裁判 结案 办结"),
    _kind("败诉率", "败诉", "审结 判决 裁判 结案 办结"),
    _kind("维持率", "维持", "审结 办结 作出"),
    _kind("纠错率", "纠错 纠正", "审结 办结 作出"),
    _kind("撤销率", "撤销", "审结 办结 作出"),
    _kind("整改率 整改完成率 整治率", "完成整改 整改到位 已整改 整改", "排查 发现 查出 反馈 梳理"),
    _kind("破案率", "破", "立"),
    _kind("采纳率", "采纳", "提出 收到 征集"),
    _kind("公示率 公开率 归档率 履约率", "公示 公开 归档 履约", "应公示 应公开 应归档 应履约"),
    _kind("持证率", "持证 取得执法证 持有", "应持证 执法人员 在编 在岗"),
    _kind("报备率 备案率 审查率 审核率", "报备 备案 审查 审核", "制发 制定 出台 印发 应报备 应备案"),
    _kind("完成率 执行率", "完成 实际 实施 执行 开展", "应 计划 任务 目标 下达 列入 部署 安排"),
    _kind("回收率", "收回 回收", "发放 发出"),
    _kind("检查覆盖率 检查率 受检率 检验率 体检率", "实检 实查 实际检查 已检 受检", "应检 应查 应检查 应受检"),
    _kind("覆盖率 配备率 建成率 设置率", "覆盖 建成 建立 配备 设立 设置 聘请 聘任", ""),
    _kind("知晓率 认可率 支持率", "知晓 认可 支持", "调查 抽查 访问 受访 问卷 测评"),
    _kind("网办率 可办率", "网上 网办 可办", "事项 共有"),
)


@record
class Stated:
    """A rate in per cent, and what it claims. `words` are its name and what leads up to it; `start` is where the name
    begins.

    `qualifier` says which of the cases it counts: 按期.
    """

    words: str
    name: str
    qualifier: str
    kind: Kind | None
    value: float
    decimals: int
    claim: Claim
    start: int
    end: int


def stated_in(text: str, start: int, end: int) -> Iterator[Stated]:
    """Every rate that has a name right before its number and can be judged: by its kind, or as above 100%."""
    for measured in re.compile(MEASURED).finditer(text, start, end):
        at = measured.start()
        value = re.search(VALUE, text[max(start, at - LONGEST_VALUE) : at])
        if value:
            yield from _named(text, start, at - len(value.group()), at, value)


def _named(text: str, start: int, first: int, at: int, value: re.Match[str]) -> Iterator[Stated]:
    before = re.sub(BRACKET, "", text[max(start, first - REACH - LONGEST_BRACKET) : first])[-REACH:]
    end = max(before.rfind(word) + len(word) if word in before else 0 for word in NAMED)
    link = re.fullmatch(LINK, before[end:]) if end else None
    if link:
        words = re.split(NO_WORD, before[max(0, end - LONGEST_NAME) : end])[-1]
        name, qualifier, kind = _known(words)
        stated, decimals = in_percent(value.group(), text[at])
        if kind is None and stated <= 100:
            return
        begin = text.rfind(name, start, first)
        # 由88%升至99%: the first is another year's.
        is_bound = link["widening"] in BOUNDS and _is_required(words, text, at + 1)
        is_required = is_bound or re.search(GOAL, words) is not None
        own = None if link.group(1) or is_required else kind
        claim = claimed(text, first, at + 1, stated, decimals)
        yield Stated(words, name, qualifier, own, stated, decimals, claim, begin, at + 1)


def _is_required(words: str, text: str, end: int) -> bool:
    return any(word in words for word in REQUIRED) or text.startswith(REQUIREMENT, end + text.startswith("的", end))


def in_percent(number: str, measure: str) -> tuple[float, int]:
    """The number in per cent, and to how many decimals it is told: -1 for 7.5成, which is 75 or so."""
    return (10 * float(number), -1) if measure == "成" else (float(number), len(number.partition(".")[2]))


def _known(words: str) -> tuple[str, str, Kind | None]:
    """The name of a rate, what narrows it, and its kind: 按期办结率 and 处置及时率 are kinds of 办结率 and 处置率."""
    named = [(name, kind) for kind in KINDS for name in kind.names if words.endswith(name)]
    if named:
        longest = max(named, key=lambda found: len(found[0]))
        leading = words.removesuffix(longest[0])
        return longest[0], next((word for word in QUALIFIED if word in leading), ""), longest[1]
    inside = next((word for word in QUALIFIED if words.endswith(f"{word}率")), "")
    if inside:
        name, _, kind = _known(words.removesuffix(f"{inside}率") + "率")
        return name[:-1] + f"{inside}率", inside, kind
    return words, "", _counted(words)


def _counted(words: str) -> Kind | None:
    """The kind of a rate that is called by what it counts: 建档率."""
    counted = re.search("([^率度比面]{2})率$", words)
    return Kind((words,), (counted.group(1),), ()) if counted else None


def percent(value: float) -> str:
    return f"{value:g}%"
