"""The rules as a handbook in Markdown, and one item or rule of it for `explain`."""

from collections.abc import Iterable, Iterator, Mapping

from checklist.describing import (
    COMMON,
    OTHERS,
    applies_text,
    item_lines,
    look_alike_line,
    others_lines,
    rule_lines,
    years_text,
)
from checklist.errors import UserError
from checklist.hints import near
from checklist.model import STANDING_ROLES, Checklist, Item, Rulebook
from checklist.norm import Norm
from checklist.profile import Profile
from checklist.profiles import items_of

# Figures measured elsewhere, by the id of an item or rule: label -> figure as it is printed.
Measured = Mapping[str, Mapping[str, str]]
Rules = Rulebook | Checklist

_PREFACE = """\
<!-- 由 lawgov-rules docs 写成，不要手改：改 YAML 文件，再运行一次。 -->

# {title}：核查规则 {version}

每一个要素写明：要求什么、依据什么、占几分、在哪里找、怎样算具备、哪些只是貌似、缺了怎么写。
词语里 `…` 是分句内最多 15 个字的间隔，`……` 是句内最多 50 个字，`(甲|乙)` 任选其一，`甲?` 可有可无，
`^` 分句开头，`$` 分句末尾，`{{名称}}` 是词表或年份。命令 `lawgov-rules explain 编号` 只看一条。
"""


_CAUTION = "实测：规则是在这些报告上调好的，没见过的报告会低一些，见项目的 README。"


def handbook(rules: Rules, measured: Measured | None = None) -> str:
    """All items, rules, profiles and norms, in the order of the list."""
    parts = [
        [_PREFACE.format(title=rules.title, version=rules.version)],
        [_CAUTION, ""] if measured else [],
        _table("要素", ("编号", "名称", "分值", "必备", "适用"), map(_row, rules.items)),
        *(_explained(rules, item.id, measured or {}) for item in rules.items),
        _common(rules),
        _others(rules),
        ["## 核查规则", ""] if rules.rules else [],
        *(_explained(rules, rule.id, measured or {}) for rule in rules.rules),
        _profiles(rules) if isinstance(rules, Rulebook) else [],
        _year_notes(rules),
        _table(
            "依据文件",
            ("编号", "名称", "文号", "施行", "失效", "说明"),
            map(_norm_row, _norms(rules).values()),
        ),
    ]
    return "\n".join(line for part in parts for line in part).rstrip() + "\n"


def explain(rules: Rules, name: str, measured: Measured | None = None) -> str:
    """One item or rule, in the words of the handbook. Raises UserError for an id that nothing has."""
    known = [item.id for item in rules.items] + [rule.id for rule in rules.rules]
    if name not in known:
        raise UserError(
            f"没有编号为“{name}”的要素或核查规则", near(name, known) or "用 lawgov-rules list 看全部编号"
        )
    caution = ["", _CAUTION] if measured and name in measured else []
    lines = "\n".join(_explained(rules, name, measured or {})).rstrip()
    return "\n".join([lines, *caution]) + "\n"


def _explained(rules: Rules, name: str, measured: Measured) -> Iterator[str]:
    norms, figures = _norms(rules), measured.get(name, {})
    roles = STANDING_ROLES | {role.id: role.title for role in rules.roles}
    titles = {item.id: item.title for item in rules.items}
    for item in rules.items:
        if item.id == name:
            yield from item_lines(item, titles, roles, norms, figures)
            yield ""
    for rule in rules.rules:
        if rule.id == name:
            yield from rule_lines(rule, norms, figures)
            yield ""


def _common(rules: Rules) -> Iterator[str]:
    alike = dict.fromkeys(each for item in rules.items if item.found_in for each in item.found_in.unless)
    lines = [look_alike_line(each) for each in alike if each.common]
    if lines:
        yield from (f"## {COMMON}", "", *lines, "")


def _others(rules: Rules) -> Iterator[str]:
    if rules.others:
        about = "学校、企业等单位自己做的，不算本机关做的；别的部门、法院按名称认，不用写在这里。"
        yield from (f"## {OTHERS}", "", about, "")
        yield from (line for others in rules.others for line in others_lines(others))
        yield ""


def _norms(rules: Rules) -> Mapping[str, Norm]:
    return rules.norms if isinstance(rules, Checklist) else {norm.id: norm for norm in rules.norms}


def _table(title: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield from (f"## {title}", "", f"| {' | '.join(heads)} |", "|" + " --- |" * len(heads))
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""


def _row(item: Item) -> tuple[str, ...]:
    required = "人工" if item.manual else "是" if item.required else ""
    return item.id, item.title, f"{item.weight:g}", required, applies_text(item.applies)


def _norm_row(norm: Norm) -> tuple[str, ...]:
    begins, ends = (day.isoformat() if day else "" for day in (norm.begins, norm.ends))
    return norm.id, f"《{norm.title}》", norm.number, begins, ends, norm.note


def _year_notes(rules: Rules) -> Iterator[str]:
    if rules.year_notes:
        yield from ("## 年度说明", "")
        yield from (
            f"- {years_text(note.first_year, note.last_year)}：{note.message}" for note in rules.year_notes
        )
        yield ""


def _profiles(rules: Rulebook) -> Iterator[str]:
    yield from ("## 适用方案", "", "用 `--profile 编号` 选用，不写就是 national。", "")
    for profile in rules.profiles:
        yield from _profile(profile, rules)


def _profile(profile: Profile, rules: Rulebook) -> Iterator[str]:
    yield from (f"### {profile.id} {profile.title}", "")
    if profile.extends:
        yield f"- 以 {profile.extends} 为基础"
    if profile.note:
        yield f"- {profile.note}"
    chosen = items_of(profile, rules.profiles, rules.items)
    yield f"- 要素和分值：{'，'.join(f'{item.id} {item.weight:g}' for item in chosen)}"
    for adjustment in profile.adjusts:
        changes = [
            f"名称改为“{adjustment.title}”" if adjustment.title is not None else "",
            f"分值改为 {adjustment.weight:g}" if adjustment.weight is not None else "",
            {True: "改为必备", False: "不再必备"}.get(adjustment.required, "")
            if adjustment.required is not None
            else "",
            f"怎么写：{adjustment.advice}" if adjustment.advice is not None else "",
            "不要求" if adjustment.omit else "",
        ]
        yield f"- {adjustment.id}：{'；'.join(filter(None, changes))}"
    yield ""
