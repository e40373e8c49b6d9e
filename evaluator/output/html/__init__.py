"""A page for a person: one file to read, to click through and to print, report after report as they come."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from checklist.model import LEVELS
from evaluator.assessment import SEVERITIES_SHOWN, SHOWN, Assessment, Verdict
from evaluator.console.layout import visible
from evaluator.console.terminal import Screen
from evaluator.masking import cover
from evaluator.output.html.fulltext import full_text, section_ends
from evaluator.output.html.overview import MOST_ROWS, Overview
from evaluator.output.html.results import ORDER, results_of
from evaluator.presenting.telling import NO_CAUSE, conclusion, lacking, no_measure
from evaluator.quotation import quoted
from evaluator.run import NAME, VERSION, Run, Summary

# With the full text of more reports a page is slow to open; then the quotes have to do.
MOST_TEXTS = 50


class HtmlRenderer:
    """Bytes, since the page says that it is UTF-8 whatever the terminal is."""

    def __init__(self, run: Run, _screen: Screen) -> None:
        self._run = run
        self._overview = Overview()
        self._templates = _templates()

    def begin(self) -> bytes:
        style, script = _resource("page.css"), _resource("page.js")
        return self._fill(
            "begin.html",
            run=self._run,
            tool=f"{NAME} {VERSION}",
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script),
            texts=self._run.reports <= MOST_TEXTS,
            most_texts=MOST_TEXTS,
        )

    def add(self, assessment: Assessment) -> bytes:
        anchor = f"r{self._overview.seen + 1}"
        self._overview.add(assessment, anchor)
        original = assessment.original if self._run.reports <= MOST_TEXTS else None
        document = original and original.document
        results = results_of(assessment, anchor, section_ends(document) if document else {})
        return self._fill(
            "report.html",
            r=anchor,
            assessment=assessment,
            results=results,
            groups=[(verdict, results.of(verdict)) for verdict in ORDER],
            text=list(full_text(document, results)) if document else None,
        )

    def end(self, summary: Summary) -> bytes:
        return self._fill(
            "end.html",
            run=self._run,
            summary=summary,
            overview=self._overview,
            most_rows=MOST_ROWS,
            script=Markup(_resource("page.js")),
        )

    def _fill(self, template: str, **values: Any) -> bytes:
        return self._templates.get_template(template).render(values).encode()


@cache
def _templates() -> Environment:
    """Every value that a template shows is masked, made visible and escaped, whatever it is and wherever it stands."""
    environment = Environment(
        loader=FunctionLoader(_resource),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"SHOWN": SHOWN, "SEVERITIES": SEVERITIES_SHOWN, "LEVELS": LEVELS, "Verdict": Verdict}
    functions = (conclusion, lacking, no_measure, quoted)
    environment.globals |= {each.__name__: each for each in functions} | {"NO_CAUSE": NO_CAUSE}
    return environment


def _shown(value: Any) -> Any:
    # Markup is a string of another type: what was made safe before.
    return visible(cover(value)) if type(value) is str else value


def _resource(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing is loaded, sent or run but what the page itself holds, told by its digest."""
    allowed = f"style-src {_digest(style)}; script-src {_digest(script)}"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
