"""Where the outputs of a run go: each is opened before the run, since who waits for 5,000 reports wants them."""

from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from checklist.errors import UserError
from evaluator.console.printing import StandardOutput
from evaluator.console.terminal import FILE, screen_of
from evaluator.output import RENDERERS, Format, format_of
from evaluator.run import Run
from evaluator.running.collecting import STDIN, Source
from evaluator.running.delivering import Output

PRINTED = [name for name, kind in RENDERERS.items() if kind.printed]
SAVED = "、".join(kind.suffix for kind in RENDERERS.values() if kind.suffix)


def format_for(path: str) -> Format:
    """The format that -o writes to the path. Raises UserError where its suffix is nobody's."""
    kind = format_of(path)
    if kind is None:
        raise UserError(f"不能保存为 {path}：不认识这种扩展名", f"可用的扩展名：{SAVED}")
    return kind


def opinion_for(path: str) -> Format:
    """The format that --opinion writes to the path. Raises UserError where its name is no Word document's."""
    if not path.lower().endswith(".docx"):
        raise UserError(f"不能把审查意见书保存为 {path}：它是 Word 文档", "文件名请以 .docx 结尾")
    return RENDERERS["opinion"]


def printed(name: str, run: Run) -> Output:
    output = StandardOutput()
    return Output(RENDERERS[name].renderer(run, screen_of(output.stream)), output)


def saved(path: str, kind: Format, run: Run, sources: Sequence[Source], stack: ExitStack) -> Output:
    """An output to a file, which leaves no trace where it is not finished before the stack closes."""
    # Who only reads the screen pays for no temporary files.
    from evaluator.running.writing import NewFile

    if any(_same(path, source) for source in sources):
        raise UserError(f"不能保存为 {path}：这是要检查的报告本身", "请换一个文件名")
    file = NewFile(path)
    stack.callback(file.discard)
    return Output(kind.renderer(run, FILE), file)


def _same(path: str, source: Source) -> bool:
    """What is not there, or cannot be looked at, is no report."""
    with suppress(OSError):
        return source.path != STDIN and Path(path).samefile(source.path)
    return False
