"""One item or one rule in Chinese, as lines of Markdown."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from checklist.citing import basis_line
from checklist.model import (
    LEVELS,
    Applies,
    Examples,
    Expectation,
    FoundIn,
    Item,
    LookAlike,
    OtherActors,
    Passage,
)
from checklist.norm import Basis, Norm
from checklist.phrases import Phrase
from checklist.rule import SEVERITIES, Rule, RuleExamples

Lines = Iterator[str]
COMMON = "各工作领域常见的误认"
OTHERS = "别人做的事"
Figures = Mapping[str, str]

_STATED = {"organ": "单位", "year": "年度"}
_SAMPLES = {"met": "具备", "partial": "不完整", "missing": "缺失", "found": "应当找到", "clean": "不应找到"}
_COUNTED = {
    "figures": "至少 {} 个数据",
    "documents": "至少 {} 份书名号文件",
    "points": "至少分 {} 条写",
    "clauses": "至少 {} 个分句",
    "sentences": "至少 {} 句",
}


def item_lines(
    item: Item,
    titles: Mapping[str, str],
    roles: Mapping[str, str],
    norms: Mapping[str, Norm],
    figures: Figures,
) -> Lines:
    """The item; `titles` are those of items after which it may stand, `figures` what was measured of it."""
    yield f"### {item.id} {item.title}"
    yield ""
    yield f"{item.asks}。".replace("。。", "。")
    yield ""
    yield f"- 分值：{item.weight:g}；{'必备，缺了不能公开' if item.required else '不是必备'}"
    yield f"- 适用：{applies_text(item.applies)}" + ("；机器判断不了，由人确认" if item.manual else "")
    yield from _basis_lines(item.basis, norms)
    yield from _finding_lines(item, roles)
    if item.hollow:
        yield f"- 套话，不算写了具体内容：{coded(item.hollow)}"
    if item.tells_of:
        of = titles.get(item.tells_of, item.tells_of)
        yield f"- 说的是“{of}”的情况：报告里没有那一项，这一项也就没有（有标题写明的除外）"
    if item.follows:
        yield f"- 缺了写在哪里：{'；'.join(f'“{titles.get(i, i)}”之后' for i in item.follows)}"
    yield f"- 怎么写：{item.advice}"
    yield from _closing_lines(item.examples, figures)


def rule_lines(rule: Rule, norms: Mapping[str, Norm], figures: Figures) -> Lines:
    """The rule; `figures` are what was measured of it."""
    yield f"### {rule.id} {rule.title}"
    yield ""
    yield f"- 轻重：{SEVERITIES[rule.severity]}；种类：{rule.kind}"
    yield from _basis_lines(rule.basis, norms)
    if rule.words:
        yield f"- {rule.words_are or '要找的词'}：{coded(rule.words)}"
    if rule.unless:
        yield f"- {rule.unless_are or '除外'}：{coded(rule.unless)}"
    if rule.alike:
        yield f"- 音形相近的字：{coded(rule.alike)}"
    if rule.terms:
        yield "- 固定用语："
        yield from (f"  - `{t.wrong}` → `{t.right}`：{t.reason}{_unless(t.unless)}" for t in rule.terms)
    if rule.lists:
        yield "- 成套的提法："
        yield from (f"  - {named.name}：{coded(named.members)}{_unless(named.unless)}" for named in rule.lists)
    if rule.names:
        yield "- 只在某些年度通行的名称："
    for name in rule.names:
        years = years_text(name.first_year, name.last_year)
        yield f"  - `{name.name}`（{years}）→ {name.instead}{_unless(name.unless)}"
    if rule.limits:
        yield f"- 数值：{'，'.join(f'{name} = {limit:g}' for name, limit in rule.limits.items())}"
    yield f"- 怎么改：{rule.advice}"
    yield from _closing_lines(rule.examples, figures)


def applies_text(applies: Applies) -> str:
    """所有年度；所有单位, or the years and the levels."""
    levels = "、".join(LEVELS[level] for level in applies.levels)
    return f"{years_text(applies.first_year, applies.last_year)}；{levels or '所有单位'}"


def years_text(first: int | None, last: int | None) -> str:
    """2021年度起, 2020年度及以前, 2015—2020年度 or 所有年度."""
    if first and last:
        return f"{first}年度" if first == last else f"{first}—{last}年度"
    if first:
        return f"{first}年度起"
    return f"{last}年度及以前" if last else "所有年度"


def coded(patterns: Iterable[Phrase | str]) -> str:
    """Patterns as code, so that Markdown leaves their marks alone."""
    return " ".join(f"`{p if isinstance(p, str) else p.source}`" for p in patterns)


def _basis_lines(basis: Sequence[Basis], norms: Mapping[str, Norm]) -> Lines:
    if basis:
        yield "- 依据："
        yield from (f"  - {basis_line(entry, norms)}" for entry in basis)


def _finding_lines(item: Item, roles: Mapping[str, str]) -> Lines:
    """Where the item is looked for, and what makes it complete."""
    if item.found_in:
        yield from _found_in_lines("在哪里找", item.found_in, roles)
    if item.touched_by:
        yield from _found_in_lines("只有这些算提到，判为不完整", item.touched_by, roles)
    if item.complete_when:
        yield "- 怎样算具备（每一条都要满足）："
        yield from map(_expectation_line, item.complete_when)


def _only(found_in: FoundIn) -> str:
    """Which of these sentences do not count."""
    own = f"；{OTHERS}不算" if found_in.own else ""
    apart = f"；已经算作 {'、'.join(found_in.apart_from)} 的不算" if found_in.apart_from else ""
    return own + apart


def _found_in_lines(title: str, found_in: FoundIn, roles: Mapping[str, str]) -> Lines:
    yield f"- {title}：在写“{'、'.join(roles.get(role, role) for role in found_in.roles)}”的句子里{_only(found_in)}"
    if found_in.headings:
        yield f"  - 标题有 {coded(found_in.headings)}{_unless(found_in.headings_unless)}"
    yield from (f"  - {_passage_text(passage)}" for passage in found_in.passages)
    if found_in.unless:
        yield "- 貌似而不算："
        yield from (f"  {look_alike_line(each)}" for each in found_in.unless if not each.common)
        if any(each.common for each in found_in.unless):
            yield f"  - 还有{COMMON}"


def look_alike_line(look_alike: LookAlike) -> str:
    """What it says, in which reports, and why it does not count."""
    levels = "、".join(LEVELS[level] for level in look_alike.levels)
    return f"- {coded(look_alike.says)}{levels and f'（{levels}）'}：{look_alike.why}"


def others_lines(others: OtherActors) -> Lines:
    """Who acts, and how a clause tells."""
    yield f"- 分句开头是 {coded(others.names)}{_unless(others.not_in)}"
    if others.our_acts:
        yield f"  - 前面有这些词的，是本机关做的：{coded(others.our_acts)}"
    if others.their_things:
        yield f"  - 后面紧跟着这些词的，说的是它们的事，不是它们在做：{coded(others.their_things)}"
    if others.their_gains:
        yield f"  - 分句里后面有这些词的，是它们来办事、得到的，事情是本机关办的：{coded(others.their_gains)}"
    if ending := (*others.our_names, *others.our_turns):
        yield f"  - 同一句后面的分句也是它们做的，到分号或者有这些词的分句为止：{coded(ending)}"


def _passage_text(passage: Passage) -> str:
    along = f"，同一句或下一句还有 {coded(passage.along)}" if passage.along else ""
    after = f"，同一段前面还有 {coded(passage.after)}" if passage.after else ""
    certain = "（不看用词倾向）" if passage.certain else ""
    return f"正文有 {coded(passage.says)}{along}{after}{_unless(passage.unless)}{certain}"


def _unless(patterns: Collection[Phrase | str]) -> str:
    return f"，除外 {coded(patterns)}" if patterns else ""


def _expectation_line(expectation: Expectation) -> str:
    tests = [text.format(count) for name, text in _COUNTED.items() if (count := getattr(expectation, name))]
    if expectation.heading:
        tests.append("有自己的标题")
    if expectation.own_year:
        tests.append("讲的是报告年度的事")
    if expectation.states:
        tests.append(f"标题写明{'、'.join(_STATED.get(what, what) for what in expectation.states)}")
    if expectation.says:
        clauses = f"至少 {expectation.in_clauses} 个分句里" if expectation.in_clauses > 1 else ""
        tests.append(f"{clauses}有 {coded(expectation.says)}")
    return f"  - {expectation.id}：{'；或者'.join(tests)}。不满足时提示：{expectation.advice}"


def _closing_lines(examples: Examples | RuleExamples, figures: Figures) -> Lines:
    if figures:
        yield f"- 实测：{'；'.join(f'{label} {figure}' for label, figure in figures.items())}"
    given = [(title, getattr(examples, kind, ())) for kind, title in _SAMPLES.items()]
    if any(fragments for _, fragments in given):
        yield "- 例文："
    for title, fragments in given:
        yield from (f"  - {title}：{' '.join(fragment.split())}" for fragment in fragments)
