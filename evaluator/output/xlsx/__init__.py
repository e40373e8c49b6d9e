"""The ledger as a workbook of five sheets, for Excel, WPS and LibreOffice; a ledger of earlier is carried on.

Everything is kept in memory until the end and no temporary file is written: 5,000 reports of eleven problems each took
560 MiB, 500 took 85.
"""

from datetime import datetime, time
from io import BytesIO

from checklist.errors import UserError
from checklist.measured import Measured
from evaluator.assessment import Assessment
from evaluator.extras import installing
from evaluator.ledger.carrying import rows
from evaluator.ledger.entering import Found, found_in
from evaluator.ledger.entry import Cell
from evaluator.output.xlsx import matrix, overview, problems, rules, unchecked
from evaluator.output.xlsx.looks import Looks
from evaluator.run import NAME, Run, Summary

try:
    import xlsxwriter
except ImportError:  # it is an extra
    xlsxwriter = None


class XlsxRenderer:
    """Writes nothing before the end: what was mended is known when every report has been seen."""

    def __init__(self, run: Run, measured: Measured) -> None:
        """Raises UserError where the library is not installed."""
        if xlsxwriter is None:
            raise UserError("要安装 XlsxWriter 才能写台账（.xlsx）", installing("office"))
        self._run, self._measured = run, measured
        self._overview: list[tuple[Cell, ...]] = []
        self._matrix: list[matrix.Line] = []
        self._unchecked: list[unchecked.Line] = []
        self._found: list[Found] = []
        self._titles: dict[str, str] = {}

    def begin(self) -> bytes:
        return b""

    def add(self, assessment: Assessment) -> bytes:
        self._overview.append(overview.line(assessment, self._run))
        self._matrix.append(matrix.line(assessment))
        self._unchecked += unchecked.lines(assessment)
        self._found.append(found_in(assessment, self._run.checklist))
        self._titles |= {item.id: item.title for item in assessment.items}
        return b""

    def end(self, summary: Summary) -> bytes:
        run, target = self._run, BytesIO()
        listed = tuple(rows(self._found, run.ledger, run.day))
        # In memory: a draft is confidential, and temporary files may outlive a program that is ended.
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(target, options) as workbook:
            workbook.set_properties({"title": overview.SUBJECT, "author": NAME, "created": _moment(run)})
            looks = Looks(workbook)
            overview.write(workbook, looks, self._overview, overview.facts(run, summary, overview.standing(listed)))
            problems.write(workbook, looks, listed, run.ledger.extra if run.ledger else ())
            matrix.write(workbook, looks, self._matrix, self._titles)
            rules.write(workbook, looks, run.checklist, self._measured)
            unchecked.write(workbook, looks, (*self._unchecked, *unchecked.rest(run, summary)))
        return target.getvalue()


def _moment(run: Run) -> datetime:
    """The same bytes for the same results on the same day."""
    return datetime.combine(run.day, time())
