"""What is written of a run: RENDERERS by name, one format a file, assessments in and text or bytes out."""

from collections.abc import Callable
from typing import Protocol

from checklist.records import record
from evaluator.assessment import Assessment
from evaluator.run import Run, Summary
from evaluator.terminal import Screen


class Renderer(Protocol):
    """What a format makes of a run, part by part; one that needs all reports gives everything at the end."""

    def begin(self) -> str | bytes: ...

    def add(self, assessment: Assessment) -> str | bytes: ...

    def end(self, summary: Summary) -> str | bytes: ...


@record
class Format:
    """`suffix` is that of files that -o writes, empty where there are none; `printed` that -f has it.

    `original` is true of formats that show the report itself, which is kept for them alone.
    """

    renderer: Callable[[Run, Screen], Renderer]
    suffix: str = ""
    printed: bool = True
    original: bool = False


# Each is imported when it is asked for: a plain check pays for no other format.
def _text(run: Run, screen: Screen) -> Renderer:
    from evaluator.output.text import TextRenderer

    return TextRenderer(run, screen)


def _json(run: Run, screen: Screen) -> Renderer:
    from evaluator.output.json import JsonRenderer

    return JsonRenderer(run, screen)


def _docx(run: Run, screen: Screen) -> Renderer:
    from evaluator.output.docx import DocxRenderer

    return DocxRenderer(run, screen)


RENDERERS: dict[str, Format] = {
    "text": Format(_text),
    "json": Format(_json, ".json"),
    "docx": Format(_docx, ".docx", printed=False, original=True),
}


def format_of(path: str) -> Format | None:
    """The format of a file by its suffix, None where there is none."""
    return next((f for f in RENDERERS.values() if f.suffix and path.lower().endswith(f.suffix)), None)
