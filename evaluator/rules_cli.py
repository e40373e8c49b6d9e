"""lawgov-rules, for those who write rules: faults, examples, lists, explanations, handbook, schema."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from checklist import loading
from checklist.errors import UserError
from checklist.model import Applies
from evaluator.layout import visible
from evaluator.page import Page
from evaluator.printing import StandardOutput
from evaluator.run import VERSION
from evaluator.terminal import screen_of
from evaluator.usage import ChineseGroup, run

NAME = "lawgov-rules"
HELP = """
  给编写规则的人用：检查规则写得对不对、例文判得对不对，查看要素和依据，生成规则手册。

例子：
  lawgov-rules lint 本市规则.yaml
  lawgov-rules test --rules 本市规则.yaml
  lawgov-rules explain rectification
"""
EPILOG = """
退出码：
  0 没有问题    1 有例文判得不对    2 规则有误或用法不对    70 程序内部出错
"""

with_rules = click.option(
    "--rules",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    metavar="路径",
    help="另加的规则（YAML 文件或文件夹），可多次使用",
)
with_profile = click.option(
    "--profile", default="national", metavar="方案", help="适用方案，默认 national（全国）"
)


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


@command.command("lint", help="检查规则文件，一次列出全部问题", options_metavar="[选项]")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[路径]...")
@click.help_option("-h", "--help", help="显示本说明")
def lint(paths: tuple[Path, ...]) -> int:
    faults = loading.lint(paths)
    for fault in faults:
        _print(str(fault))
    _print(f"共 {len(faults)} 处问题" if faults else "没有问题")
    return 2 if faults else 0


@command.command("test", help="判每一条例文，列出判得不对的", options_metavar="[选项]")
@with_rules
@click.help_option("-h", "--help", help="显示本说明")
def test(rules: tuple[Path, ...]) -> int:
    # The whole of judging, which no other command needs.
    from evaluator.trying import trials, write_failure

    output = StandardOutput()
    page = Page(screen_of(output.stream))
    results = []
    for trial in trials(loading.rulebook(rules)):
        results.append(trial.passed)
        if not trial.passed:
            write_failure(page, trial)
            output.write(page.take())
    if not results:
        raise UserError("规则里没有例文", "每个要素至少要有具备、不完整、缺失的例文各一条")
    _print(f"例文 {len(results)} 条，判对 {sum(results)} 条，判错 {len(results) - sum(results)} 条")
    return 0 if all(results) else 1


@command.command("list", help="列出要素、核查规则和适用方案", options_metavar="[选项]")
@with_rules
@with_profile
@click.help_option("-h", "--help", help="显示本说明")
def list_(rules: tuple[Path, ...], profile: str) -> int:
    from checklist.describing import applies_text

    checklist = loading.load(rules, profile)
    _print(f"{checklist.title}  {checklist.version}  方案 {checklist.profile}")
    _print(f"\n{'分值':>4}  要素")
    for item in checklist.items:
        marks = "，".join(filter(None, ("必备" if item.required else "", "人工" if item.manual else "")))
        asked = "" if item.applies == Applies() else applies_text(item.applies)
        told = "；".join(filter(None, (marks, asked)))
        _print(f"{item.weight:>6g}  {item.id:<20} {item.title}" + (f"（{told}）" if told else ""))
    if checklist.rules:
        _print("\n核查规则")
    for rule in checklist.rules:
        _print(f"  {rule.severity:<8} {rule.id:<20} {rule.title}")
    _print("\n适用方案（用 --profile 选）")
    for other in loading.profiles(rules):
        _print(f"  {other.id:<16} {other.title}")
    return 0


@command.command(
    "explain", help="解释一个要素或一条核查规则：要求什么、依据什么、怎么判", options_metavar="[选项]"
)
@click.argument("name", metavar="编号")
@with_rules
@with_profile
@click.help_option("-h", "--help", help="显示本说明")
def explain(name: str, rules: tuple[Path, ...], profile: str) -> int:
    from checklist import reference

    _print(reference.explain(loading.load(rules, profile), name).rstrip("\n"))
    return 0


@command.command("docs", help="重新生成规则手册 README.md 和编译好的规则", options_metavar="[选项]")
@click.argument(
    "folder", default=loading.RULES, type=click.Path(exists=True, path_type=Path), metavar="[规则文件夹]"
)
@click.help_option("-h", "--help", help="显示本说明")
def docs(folder: Path) -> int:
    try:
        written = loading.rebuild(folder)
    except OSError as error:
        raise UserError(f"写不了 {folder}（{error.strerror}）", "请确认这个文件夹可以写入") from None
    for path in written:
        _print(f"已写入 {path}")
    return 0


@command.command("schema", help="输出规则文件的 JSON Schema，供编辑器补全和提示", options_metavar="[选项]")
@click.help_option("-h", "--help", help="显示本说明")
def schema() -> int:
    _print((loading.RULES.parent / "checklist" / "schema.json").read_text("utf-8").rstrip("\n"))
    return 0


def _print(text: str) -> None:
    """Line by line, so that a reader of the pipe may leave (| head)."""
    output = StandardOutput()
    for line in text.split("\n"):
        output.write(visible(line) + "\n")


if __name__ == "__main__":
    sys.exit(main())
