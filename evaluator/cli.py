"""lawgov-check: arguments, printing, exit codes; nothing else."""

import gc
import math
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from checklist.errors import UserError
from checklist.loading import load, rulebook, unasked
from checklist.model import Checklist, Rulebook
from checklist.profiles import checklist_for
from checklist.records import record
from evaluator import tones
from evaluator.console.mistakes import Existing
from evaluator.console.spellings import Level, Year
from evaluator.console.usage import ChineseHelp, remind, run
from evaluator.evaluation import Options
from evaluator.gate.scoring import FAIL_ON
from evaluator.limits import MOST_BYTES, MOST_JOBS
from evaluator.output import RENDERERS, Format
from evaluator.run import NAME, VERSION, Run, Summary
from evaluator.running.batch import check_all
from evaluator.running.collecting import SUFFIXES, Collection, collect
from evaluator.running.decisions import ledger_for, with_decisions, with_ledger
from evaluator.running.delivering import deliver
from evaluator.running.interrupting import interruptions
from evaluator.running.targets import PRINTED, SAVED, format_for, opinion_for, printed, saved
from evaluator.running.watching import Watch

# Nine suffixes to a line of at most 80 columns.
READABLE = "、\n  ".join("、".join(list(SUFFIXES)[i : i + 9]) for i in range(0, len(SUFFIXES), 9))
# So many objects more than were freed; by default a tenth of the time goes into looking for what is never there.
SWEEP_AFTER = 100_000
HELP = f"""
  检查《法治政府建设年度报告》：应当写的内容写了没有、写在哪里；没有写的，
  依据是什么、应当怎么写、写在哪一部分。

  报告可以是文件、文件夹或 -（从标准输入读）。文件夹里检查所有这些文件：
  {READABLE}
  只有一份时，结果逐项列出；有多份时，每份只列要点，最后汇总。

例子：
  lawgov-check 2024年度报告.txt
  lawgov-check 各镇街报告 -o 结果.json
  lawgov-check 报告.docx --opinion 审查意见书.docx
  lawgov-check 报告.txt --organ 临江市司法局 --year 2024 --fail-under 80
"""
EPILOG = """
退出码：
  0    全部检查，全部通过            3    有报告无法判定
  1    有报告不通过                  130  中途停止，已检查的已经写出
  2    参数、规则或文件有误          70   程序内部出错
"""


@record
class Request:
    """What the user asked for, by the names of the options."""

    reports: tuple[str, ...]
    rules: tuple[str, ...]
    profile: str
    year: int | None
    level: str | None
    organ: str | None
    format: str
    output: tuple[str, ...]
    opinion: str | None
    fail_on: str
    fail_under: float | None
    jobs: int
    outline: bool
    links: bool
    waivers: str | None
    baseline: str | None
    ledger: str | None

    @property
    def options(self) -> Options:
        return Options(self.year, self.organ, self.level, self.fail_on, self.fail_under, self.links)


def _number(_ctx: click.Context, option: click.Parameter, value: float | None) -> float | None:
    """What click lets through as between 0 and 100: nan."""
    if value is not None and math.isnan(value):
        raise click.BadParameter("", param=option)
    return value


@click.command(NAME, cls=ChineseHelp, help=HELP, epilog=EPILOG, options_metavar="[选项]")
@click.argument("reports", nargs=-1, required=True, metavar="报告...")
@click.option(
    "--rules",
    multiple=True,
    type=Existing(),
    metavar="路径",
    help="另加的规则（YAML 文件或文件夹），可多次使用",
)
@click.option(
    "--profile",
    default="national",
    metavar="方案",
    help="适用方案：national（全国，默认）、shenzhen 等，见 lawgov-rules list",
)
@click.option("--year", type=Year(), metavar="年度", help="报告年度，如 2024 或 2024年；不给则从标题和正文识别")
@click.option(
    "--level",
    type=Level(),
    metavar="级别",
    help=f"机关级别，不给则自动识别：{Level.expected}",
)
@click.option("--organ", metavar="单位", help="单位名称；不给则从标题和落款识别")
@click.option(
    "-f",
    "--format",
    type=click.Choice(PRINTED),
    default="text",
    metavar="格式",
    help=f"屏幕输出的格式：{'、'.join(PRINTED)}（默认 text）",
)
@click.option(
    "-o",
    "--output",
    multiple=True,
    metavar="文件",
    help=f"另存结果，格式由扩展名决定（{SAVED}），可多次使用；.docx 是批注稿：原稿的副本，加上批注，一次一份",
)
@click.option("--opinion", metavar="文件", help="另写审查意见书（Word 文档，.docx），每份报告一份意见")
@click.option(
    "--fail-on",
    type=click.Choice(tuple(FAIL_ON)),
    default="missing",
    metavar="条件",
    help="什么算不通过：missing 缺必备要素（默认）；partial 必备要素缺失或不完整；"
    "error 缺必备要素或文字有错误；warning 必备要素缺失、不完整或文字有警告以上问题；never 只看 --fail-under",
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    callback=_number,
    metavar="分数",
    help="得分低于这个分数的也不通过",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, MOST_JOBS),
    default=1,
    metavar="个数",
    help="同时用几个进程检查（默认 1）",
)
@click.option("--links", is_flag=True, help="另列不足、原因与下一年度安排的对照，没有对应安排的提请核对")
@click.option(
    "--waivers",
    type=Existing(dir_okay=False),
    metavar="文件",
    help="豁免文件（YAML）：经批准接受的缺失、不完整和文字问题，仍然列出，不影响能否通过，到期失效",
)
@click.option(
    "--baseline",
    type=Existing(dir_okay=False),
    metavar="文件",
    help="以前的结果（-o 存下的 .json）：那时已有的问题仍然列出，不影响能否通过；--fail-under 照常",
)
@click.option(
    "--ledger",
    type=Existing(dir_okay=False),
    metavar="台账",
    help="读回填写过的台账（.xlsx）：豁免的不再算不通过；同时 -o 台账.xlsx 的，填写的内容带到新台账里",
)
@click.option("--outline", is_flag=True, help="不检查，只显示从报告里识别出的单位、年度、章节和段落")
@click.version_option(VERSION, prog_name=NAME, message="%(prog)s %(version)s", help="显示版本")
@click.help_option("-h", "--help", help="显示本说明")
def command(**chosen: Any) -> int:
    request = Request(**chosen)
    collection = collect(request.reports, _read_stdin)
    return _outline(request, collection) if request.outline else _check(request, collection)


def main(argv: Sequence[str] | None = None) -> int:
    return run(command, argv)


def _check(request: Request, collection: Collection) -> int:
    rules = rulebook([Path(path) for path in request.rules])
    checklist = checklist_for(rules, request.profile)
    if request.rules:
        tones.require(checklist.items)
        _tell_unasked(rules, checklist)
    sources, kinds = collection.sources, _kinds(request)
    ledger = ledger_for(request.ledger, [path for path, kind in kinds.items() if kind is RENDERERS["xlsx"]])
    options = with_decisions(request.options, checklist, request.waivers, request.baseline)
    options = with_ledger(options, ledger, sources)
    options = _for_formats(options, (RENDERERS[request.format], *kinds.values()))
    run = Run(checklist, len(sources), collection.ignored, request.fail_on, options.today, ledger)
    if len(sources) > 1:
        _sweep_seldom()
    watch = Watch(run, options.waivers)
    with ExitStack() as stack, interruptions() as interruption:
        outputs = [
            printed(request.format, run),
            *(saved(path, kind, run, sources, stack) for path, kind in kinds.items()),
        ]
        results = check_all(sources, checklist, options, request.jobs)
        summary, delivery = deliver(run, results, outputs, interruption, watch.see)
    watch.tell(summary, delivery)
    return _exit_code(summary, bool(delivery.faults), delivery.reader_gone)


def _tell_unasked(rules: Rulebook, checklist: Checklist) -> None:
    """Rules were given and yet are not used: mostly --profile was forgotten."""
    items = unasked(rules, checklist)
    if items:
        profiles = "、".join(dict.fromkeys(items.values()))
        remind(f"方案 {checklist.profile} 不含 {'、'.join(items)}，没有检查", f"要检查的，加上 --profile {profiles}")


def _for_formats(options: Options, formats: Sequence[Format]) -> Options:
    """What few formats give is kept for them alone. A baseline, too, knows a moved report by its bytes."""
    original = any(kind.original for kind in formats)
    digest = any(kind.digest for kind in formats) or options.baseline is not None
    return replace(options, original=original, digest=digest)


def _sweep_seldom() -> None:
    """Switched off by the way in: one report leaves nothing to sweep, thousands little, and never the rules."""
    gc.freeze()
    gc.set_threshold(SWEEP_AFTER)
    gc.enable()


def _kinds(request: Request) -> dict[str, Format]:
    """What is written to which file. Raises UserError."""
    opinion = request.opinion
    if opinion is not None and Path(opinion) in map(Path, request.output):
        raise UserError(f"-o 和 --opinion 写的是同一个文件：{opinion}", "请给其中一个换个文件名")
    kinds = {path: format_for(path) for path in request.output}
    return kinds if opinion is None else kinds | {opinion: opinion_for(opinion)}


def _outline(request: Request, collection: Collection) -> int:
    given = {"-f": request.format != "text", "-o": request.output, "--opinion": request.opinion}
    given |= {"--links": request.links, "--waivers": request.waivers, "--baseline": request.baseline}
    given |= {"--ledger": request.ledger}
    for name in filter(given.get, given):
        raise UserError(f"--outline 只看读成了什么，不能与 {name} 同用", "去掉其中一个")
    from evaluator.running.outlining import outline_all

    checklist = load([Path(path) for path in request.rules], request.profile)
    return outline_all(collection.sources, checklist, request.options)


def _read_stdin() -> bytes:
    """One byte more than is allowed, so that the limit is noticed. A terminal would be waited for in vain."""
    if sys.stdin is None:
        raise UserError("没有给出报告：标准输入已被关闭", f"请去掉命令末尾的 <&-，用 {NAME} - < 文件")
    if sys.stdin.isatty():
        raise UserError("没有给出报告：标准输入是键盘", f"用法：{NAME} 文件或文件夹，或 {NAME} - < 文件")
    return sys.stdin.buffer.read(MOST_BYTES + 1)


def _exit_code(summary: Summary, faults: bool, reader_gone: bool) -> int:
    """Output that could not be written is code 2, but not where the pipe closed after the last report."""
    unwritten = faults or (reader_gone and not summary.complete)
    return 2 if unwritten and summary.exit_code != 70 else summary.exit_code


if __name__ == "__main__":
    sys.exit(main())
