"""Folders of reports with the labels that stand beside them; every fault of the labels is told at once."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from checklist.errors import Fault, UserError
from evaluator.measuring.gold import SUFFIX, Gold, labels_of, report_of
from evaluator.measuring.labelling import Note, compare_cuts, compare_quotes, parse
from evaluator.reading import read
from evaluator.refusal import ReportError
from evaluator.running.checking import contents
from evaluator.running.collecting import Source, collect

# What of the labels is held against the text, as far as it will be used.
Comparison = Callable[[Gold, str, Note], None]


class Report(NamedTuple):
    """A report by its path, and its labels where it has any."""

    path: Path
    gold: Gold | None = None


def labelled(folders: Iterable[Path], known: Collection[str]) -> tuple[Gold, ...]:
    """The labels of all reports below the folders; `known` are the ids of all elements. Raises UserError."""
    files = list(dict.fromkeys(file for folder in folders for file in _labels_below(folder)))
    if not files:
        raise UserError(f"没有找到有标注的报告（报告旁边的 名称{SUFFIX}）", "标注的格式见 lawgov-rules measure --help")
    return tuple(_read_all(files, known, compare_quotes))


def reports(folders: Sequence[Path], known: Collection[str]) -> tuple[Report, ...]:
    """All reports below the folders, labelled or not. Raises UserError."""
    # A named folder is no standard input, which `collect` would ask for.
    sources = collect(map(str, folders), lambda: b"").sources
    paths = [Path(source.path) for source in sources if not source.path.endswith(SUFFIX)]
    if not paths:
        raise UserError("文件夹里没有能检查的报告", "报告应为 .txt 等能检查的格式")
    files = [file for file in map(labels_of, paths) if file.is_file()]
    golds = {gold.report: gold for gold in _read_all(files, known, compare_cuts)}
    return tuple(Report(path, golds.get(path)) for path in paths)


def text_of(report: Path) -> str:
    """The text as it is read, which labels quote; empty where it cannot be read."""
    try:
        return read(contents(Source(str(report))), report.name).text
    except ReportError:
        return ""


def _labels_below(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*" + SUFFIX)):
        if not any(part.startswith(".") for part in file.relative_to(folder).parts):
            yield file


def _read_all(files: Sequence[Path], known: Collection[str], compare: Comparison) -> list[Gold]:
    faults: list[Fault] = []
    golds = [gold for file in files if (gold := _read(file, known, compare, faults))]
    if faults:
        listed = "\n".join(map(str, faults))
        raise UserError(f"标注有 {len(faults)} 处问题，没有开始\n{listed}", "请按提示改好标注再运行")
    return golds


def _read(file: Path, known: Collection[str], compare: Comparison, faults: list[Fault]) -> Gold | None:
    def note(key: str, message: str) -> None:
        faults.append(Fault(str(file), 0, 0, f"{key}：{message}" if key else message))

    report = report_of(file)
    if report is None:
        note("", "旁边没有同名的报告")
        return None
    gold = parse(file.read_bytes(), report, known, note)
    # The quotes of a report that cannot be read cannot be held against it.
    if text := text_of(report):
        compare(gold, text, note)
    return gold
