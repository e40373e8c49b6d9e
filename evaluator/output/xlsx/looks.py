"""How cells look: a few named styles, each made once for a workbook."""

from typing import Any

from evaluator.assessment import Verdict

FONT = "宋体"
_EDGE = {"border": 1, "border_color": "#A6A6A6"}
_BASE = {"font_name": FONT, "font_size": 10, "valign": "vcenter", "text_wrap": True, **_EDGE}
_CENTRE = {"align": "center"}
STYLES: dict[str, dict[str, Any]] = {
    "text": {},
    "centre": _CENTRE,
    "whole": {**_CENTRE, "num_format": "0"},
    "score": {**_CENTRE, "num_format": "0.0"},
    "weight": {**_CENTRE, "num_format": "General"},
    "date": {**_CENTRE, "num_format": "yyyy-mm-dd"},
    "moment": {**_CENTRE, "num_format": "yyyy-mm-dd hh:mm"},
    "head": {**_CENTRE, "bold": True, "bg_color": "#D9E2F3"},
    "asked": {**_CENTRE, "bold": True, "bg_color": "#FFF2CC"},
    "plain": {"border": 0, "text_wrap": False},
    "title": {"border": 0, "text_wrap": False, "bold": True, "font_size": 14},
    "warning": {"border": 0, "text_wrap": False, "bold": True, "font_color": "#C00000"},
    "red": {**_CENTRE, "bold": True, "font_color": "#C00000"},
    # Verdicts in the colours that spreadsheets give to good, neutral and bad; the symbol says the same in print.
    Verdict.MET: {**_CENTRE, "bg_color": "#C6EFCE", "font_color": "#006100"},
    Verdict.PARTIAL: {**_CENTRE, "bg_color": "#FFEB9C", "font_color": "#7F6000"},
    Verdict.MISSING: {**_CENTRE, "bg_color": "#FFC7CE", "font_color": "#9C0006"},
    Verdict.NOT_APPLICABLE: {**_CENTRE, "bg_color": "#EDEDED", "font_color": "#595959"},
    Verdict.UNJUDGED: {**_CENTRE, "bg_color": "#E4DFEC", "font_color": "#403151"},
    Verdict.MANUAL: {**_CENTRE, "bg_color": "#DDEBF7", "font_color": "#1F4E79"},
}


class Looks:
    """The formats of one workbook."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[str, bool], Any] = {}

    def of(self, style: str, quoted: bool = False) -> Any:
        """`quoted` has the cell stay text also when somebody edits it (the apostrophe of spreadsheets)."""
        if (style, quoted) not in self._made:
            told = _BASE | STYLES[style] | ({"quote_prefix": True} if quoted else {})
            self._made[style, quoted] = self._workbook.add_format(told)
        return self._made[style, quoted]

    def shade(self, verdict: Verdict) -> Any:
        """The colours of a verdict alone, for what depends on what staff choose."""
        colours = {name: STYLES[verdict][name] for name in ("bg_color", "font_color")}
        return self._workbook.add_format(colours)
