"""lawgov-rules, for those who write rules: faults, examples, lists, explanations, handbook, schema."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from checklist import loading
from checklist.errors import UserError, unchecked
from checklist.obstacles import obstacle
from evaluator.console.layout import visible
from evaluator.console.mistakes import Existing
from evaluator.console.page import Page
from evaluator.console.printing import StandardOutput
from evaluator.console.spellings import Level, Year
from evaluator.console.terminal import screen_of
from evaluator.console.usage import ChineseGroup, run
from evaluator.run import VERSION

NAME = "lawgov-rules"
HELP = """
  给编写规则的人用：检查规则写得对不对、例文判得对不对，查看要素和依据，
  生成规则手册；起草报告的人可以用 outline 写一份空的报告。

例子：
  lawgov-rules lint 本市规则.yaml
  lawgov-rules test --rules 本市规则.yaml
  lawgov-rules explain rectification
  lawgov-rules outline --level county --year 2026 -o 提纲.docx
"""
MEASURE_HELP = """
  对照有标注的报告，量出判得有多准：缺失的查准率和查全率、结论是否一致、
  依据原文和元数据对不对、问题找到多少、误报多少，并与关键词检索比较。

  报告“名称.txt”旁边的“名称.gold.json”写应有的结论：
    {"elements": {"causes": "missing", "study": "weak"},
         必写，一个要素一个：present 具备，weak 不完整，missing 缺失，na 不适用
     "quotes": {"study": "报告里写这一项的一句话"},   用来核对依据原文的位置
     "ambiguous": ["study"],                          拿不准的要素，不计入
     "defects": [{"kind": "rate", "quote": "出错的一句话"}],
     "organ": "…", "level": "county", "year": 2024, "published": "2025-01-31"}
"""
LEARN_HELP = """
  从报告统计“用词倾向”：标题、引出语和规则列出的说法指明哪些话在讲不足、
  讲原因、讲某个要素，由此算出每个字和每两个相邻的字有多像在讲它，写成
  一组表。没有标题和引出语的段落靠这些表听出来，只有一两句、用词又不像的
  也靠它们排除。

  判定时只用自带规则的 rules/tones 里的表，--rules 不能另给。要用新的表，
  先克隆源码、用 pip install -e . 安装，再把表写进克隆里的 rules/tones：
    lawgov-rules learn 报告文件夹 -o rules/tones
  写到别处的只供比较，不影响判定。

  报告越多越好，几十份起，不需要标注。表里只有单字和双字的分数，没有句子。
"""
EPILOG = """
退出码：
  0 没有问题              1 有例文或变动后的报告判得不对
  2 规则、标注或用法有误  70 程序内部出错
"""

with_rules = click.option(
    "--rules",
    multiple=True,
    type=Existing(path_type=Path),
    metavar="路径",
    help="另加的规则（YAML 文件或文件夹），可多次使用",
)
with_folders = click.argument(
    "folders", nargs=-1, required=True, type=Existing(path_type=Path), metavar="文件夹..."
)
with_profile = click.option("--profile", default="national", metavar="方案", help="适用方案，默认 national（全国）")


@click.group(
    NAME,
    cls=ChineseGroup,
    help=HELP,
    epilog=EPILOG,
    options_metavar="[选项]",
    subcommand_metavar="子命令 [参数]",
)
@click.version_option(VERSION, prog_name=NAME, message="%(prog)s %(version)s", help="显示版本")
@click.help_option("-h", "--help", help="显示本说明")
def command() -> None:
    pass


def main(argv: Sequence[str] | None = None) -> int:
    return run(command, argv)


@command.command("lint", help="检查规则文件和豁免文件，一次列出全部问题", options_metavar="[选项]")
@click.argument("paths", nargs=-1, type=Existing(path_type=Path), metavar="[路径]...")
@click.help_option("-h", "--help", help="显示本说明")
def lint(paths: tuple[Path, ...]) -> int:
    faults = loading.lint(paths)
    for fault in faults:
        _print(str(fault))
    _print("；".join(filter(None, (f"共 {len(faults)} 处问题", unchecked(faults)))) if faults else "没有问题")
    return 2 if faults else 0


@command.command("test", help="判每一条例文，列出判得不对的", options_metavar="[选项]")
@with_rules
@click.option(
    "--mutate",
    multiple=True,
    type=Existing(path_type=Path),
    metavar="文件夹",
    help="再把文件夹里的报告删去一段、挪动、换行、改编码、移年份，看结论对不对，可多次使用",
)
@click.help_option("-h", "--help", help="显示本说明")
def test(rules: tuple[Path, ...], mutate: tuple[Path, ...]) -> int:
    # The whole of judging, which only a few commands need.
    from evaluator import tones
    from evaluator.examples.command import judge_examples

    output = StandardOutput()
    page = Page(screen_of(output.stream))
    rulebook = loading.rulebook(rules)
    tones.require(rulebook.items)
    results = list(judge_examples(rulebook, page, output.write))
    if not results:
        raise UserError("规则里没有例文", "每个要素至少要有具备、不完整、缺失的例文各一条")
    _print(f"例文 {len(results)} 条，判对 {sum(results)} 条，判错 {len(results) - sum(results)} 条")
    passed = all(results)
    if mutate:
        from evaluator.mutating.command import mutate_all

        _print("")
        passed = mutate_all(mutate, rulebook, page, output.write) and passed
    return 0 if passed else 1


@command.command("list", help="列出要素、核查规则和适用方案", options_metavar="[选项]")
@with_rules
@with_profile
@click.help_option("-h", "--help", help="显示本说明")
def list_(rules: tuple[Path, ...], profile: str) -> int:
    from checklist.listing import listed

    for line in listed(loading.load(rules, profile), loading.profiles(rules)):
        _print(line)
    return 0


@command.command("explain", help="解释一个要素或一条核查规则：要求什么、依据什么、怎么判", options_metavar="[选项]")
@click.argument("name", metavar="编号")
@with_rules
@with_profile
@click.help_option("-h", "--help", help="显示本说明")
def explain(name: str, rules: tuple[Path, ...], profile: str) -> int:
    from checklist import handbook, measured

    figures = measured.read(loading.RULES)
    checklist, rulebook = loading.load(rules, profile), loading.rulebook(rules)
    asked = any(item.id == name for item in checklist.items)
    # What only other profiles ask is explained too: its author has named none.
    _print(handbook.explain(checklist if asked else rulebook, name, figures).rstrip("\n"))
    return 0


@command.command("docs", help="重新生成规则手册 README.md 和编译好的规则", options_metavar="[选项]")
@click.argument("folder", required=False, type=Existing(path_type=Path), metavar="[规则文件夹]")
@click.help_option("-h", "--help", help="显示本说明")
def docs(folder: Path | None) -> int:
    folder = folder or loading.clone()
    try:
        written = loading.rebuild(folder)
    except OSError as error:
        raise UserError(f"写不了 {folder}（{obstacle(error)}）", "请确认这个文件夹可以写入") from None
    for path in written:
        _print(f"已写入 {path}")
    return 0


@command.command("schema", help="输出规则文件的 JSON Schema，供编辑器补全和提示", options_metavar="[选项]")
@click.option("--waivers", is_flag=True, help="改为输出豁免文件的")
@click.help_option("-h", "--help", help="显示本说明")
def schema(waivers: bool) -> int:
    name = "waiver-schema.json" if waivers else "schema.json"
    _print((loading.RULES.parent / "checklist" / name).read_text("utf-8").rstrip("\n"))
    return 0


@command.command("outline", help="写一份空的年度报告：要写的标题、每处写什么、依据什么", options_metavar="[选项]")
@click.option(
    "--level",
    type=Level(),
    required=True,
    metavar="级别",
    help=f"机关级别：{Level.expected}",
)
@click.option("--year", type=Year(), required=True, metavar="年度", help="报告年度，如 2026")
@with_rules
@with_profile
@click.option("-o", "--output", metavar="文件", help="写进文件：.docx（公文格式）或 .md；不给则显示在屏幕上")
@click.help_option("-h", "--help", help="显示本说明")
def outline(level: str, year: int, rules: tuple[Path, ...], profile: str, output: str | None) -> int:
    from checklist.drafting import draft
    from evaluator.drafting.command import save, shown

    drafted = draft(loading.rulebook(rules), profile, level, year)
    if output is None:
        _print(shown(drafted).rstrip("\n"))
    else:
        save(drafted, output)
    return 0


@command.command("measure", help=MEASURE_HELP, short_help="对照有标注的报告，量出判得有多准", options_metavar="[选项]")
@with_folders
@with_rules
@with_profile
@click.option("--json", "as_json", is_flag=True, help="输出 JSON，给程序用")
@click.option("--write", type=click.Path(path_type=Path), metavar="文件", help="另把每个要素的数字写进文件（JSON）")
@click.option("--update-rules", is_flag=True, help="把数字写进规则和手册，explain 就会列出")
@click.option("--date", default="", metavar="日期", help="测量的日期，随数字写下，如 2025-01-31")
@click.help_option("-h", "--help", help="显示本说明")
def measure(
    folders: tuple[Path, ...],
    rules: tuple[Path, ...],
    profile: str,
    as_json: bool,
    write: Path | None,
    update_rules: bool,
    date: str,
) -> int:
    # The whole of judging, as with `test`.
    from evaluator.measuring import command as measuring

    measuring.require(date, update_rules, rules)
    output = StandardOutput()
    figures, checklist = measuring.measure_all(folders, rules, profile)
    output.write(measuring.shown(figures, checklist, screen_of(output.stream), as_json))
    if write:
        measuring.keep(figures, checklist, date, write)
    if update_rules:
        measuring.update_rules(figures, checklist, date)
    return 0


@command.command("learn", help=LEARN_HELP, short_help="从报告统计各种说法的用词倾向", options_metavar="[选项]")
@with_folders
@with_rules
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar="文件夹",
    help="写进哪个文件夹（必须给出），没有的新建；里面同名的表会被换掉",
)
@click.help_option("-h", "--help", help="显示本说明")
def learn(folders: tuple[Path, ...], rules: tuple[Path, ...], output: Path) -> int:
    from evaluator.learning import command as learning

    for path in learning.learn(folders, rules, output):
        _print(f"已写入 {path}")
    return 0


def _print(text: str) -> None:
    """Line by line, so that a reader of the pipe may leave (| head)."""
    output = StandardOutput()
    for line in text.split("\n"):
        output.write(visible(line) + "\n")


if __name__ == "__main__":
    sys.exit(main())
