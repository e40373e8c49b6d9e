"""The lines of an official paper as Markdown: its headings, and a rule in front of an annex."""

from collections.abc import Iterable

from evaluator.official.parts import Line

_FRONT = {"title": "# ", "chapter": "## ", "section": "### ", "annex": "---\n\n"}


def markdown(lines: Iterable[Line]) -> str:
    return "\n\n".join(_FRONT.get(line.style, "") + line.lead + line.text + line.second for line in lines) + "\n"
