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


def _markdown(run: Run, screen: Screen) -> Renderer:
    from evaluator.output.markdown import MarkdownRenderer

    return MarkdownRenderer(run, screen)


def _sarif(run: Run, screen: Screen) -> Renderer:
    from evaluator.output.sarif import SarifRenderer

    return SarifRenderer(run, screen)


def _junit(run: Run, screen: Screen) -> Renderer:
    from evaluator.output.junit import JunitRenderer

    return JunitRenderer(run, screen)


def _github(run: Run, screen: Screen) -> Renderer:
    from evaluator.output.github import GithubRenderer

    return GithubRenderer(run, screen)


def _csv(run: Run, screen: Screen) -> Renderer:
    from evaluator.output.csv import CsvRenderer

    return CsvRenderer(run, screen)


def _html(run: Run, screen: Screen) -> Renderer:
    from evaluator.output.html import HtmlRenderer

    return HtmlRenderer(run, screen)


def _opinion(run: Run, screen: Screen) -> Renderer:
    from evaluator.official.requiring import require_office

    require_office()
    from evaluator.output.opinion import OpinionRenderer

    return OpinionRenderer(run, screen)


def _xlsx(run: Run, _screen: Screen) -> Renderer:
    from checklist import loading, measured
    from evaluator.output.xlsx import XlsxRenderer

    return XlsxRenderer(run, measured.read(loading.RULES))


def _docx(run: Run, screen: Screen) -> Renderer:
    from evaluator.output.docx import DocxRenderer

    return DocxRenderer(run, screen)


RENDERERS: dict[str, Format] = {
    "text": Format(_text),
    "json": Format(_json, ".json"),
    "markdown": Format(_markdown, ".md"),
    "sarif": Format(_sarif, ".sarif"),
    "junit": Format(_junit, ".xml"),
    "github": Format(_github),
    "csv": Format(_csv, ".csv"),
    "html": Format(_html, ".html", original=True),
    # Asked for with --opinion: a name that ends in .docx does not tell an opinion from a reviewed copy.
    "opinion": Format(_opinion, printed=False),
    "xlsx": Format(_xlsx, ".xlsx", printed=False),
    "docx": Format(_docx, ".docx", printed=False, original=True),
}


def format_of(path: str) -> Format | None:
    """The format of a file by its suffix, None where there is none."""
    return next((f for f in RENDERERS.values() if f.suffix and path.lower().endswith(f.suffix)), None)
