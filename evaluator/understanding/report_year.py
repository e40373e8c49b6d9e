"""On which year a report reports: its title's, unless the report itself agrees on another; else the body's."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from checklist.numerals import value_by_digits
from evaluator.understanding.naming import NAMED_YEAR, year_of
from evaluator.understanding.speaking import LONGEST_PREAMBLE

# 现将某某局2024年法治政府建设情况报告如下: on which year it is reported.
REPORTED = "现将([^。;]{4,60})"
# Headings of the plan have the next year.
PLANNED = re.compile("安排|计划|打算|思路|展望|下一步")
# So often the body names the year of which it tells, at least.
FEWEST_NAMED = 3
# An old title is a year old, or two.
OLDEST = 2
# From this month on a report is on the year in which it is written, before on the last.
NOVEMBER = 11


def report_year(titled: int | None, body: Sequence[str], headings: Sequence[str], written: date | None) -> int | None:
    """The year of the title, of the opening, else the one that is named most; `body` are its lines.

    A title left over from another year is not believed: where two of the opening, the plan's heading, the year named
    most and the day on which it was `written` agree on another, and none speaks for the title. For an older year
    the opening or that day must speak: the rest may be left over itself.
    """
    opening = _opening(body)
    if titled is None:
        return opening or _most_named(headings, 1) or _most_named(body, 1)
    planned = next((year - 1 for title in headings if PLANNED.search(title) and (year := year_of(title))), None)
    past = written.year - (written.month < NOVEMBER) if written else None
    votes = Counter(year for year in (opening, planned, _most_named(body, FEWEST_NAMED), past) if year)
    # (most_common would load a library for it.)
    year = max(votes, key=votes.__getitem__, default=titled)
    agreed = votes[year] > 1 and titled not in votes and abs(year - titled) <= OLDEST
    return year if agreed and (year > titled or year in (opening, past)) else titled


def _opening(body: Sequence[str]) -> int | None:
    """The year with which the report opens, or on which it says to report."""
    for line in body[:2]:
        if opening := NAMED_YEAR.match(line):
            return value_by_digits(opening.group(1))
    for line in body[:2]:
        reported = re.search(REPORTED, line[:LONGEST_PREAMBLE])
        if reported and (year := year_of(reported.group(1))):
            return year
    return None


def _most_named(lines: Sequence[str], least: int) -> int | None:
    """The year that is named most, and so many times at least."""
    years = Counter(value_by_digits(year) for line in lines for year in NAMED_YEAR.findall(line))
    year = max(years, key=years.__getitem__, default=None)
    return year if year and years[year] >= least else None
