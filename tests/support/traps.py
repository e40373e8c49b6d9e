"""Assessments that say anything at all, and the words that some format would obey."""

import os
import re
from datetime import date

import hypothesis.strategies as st
from hypothesis import Phase, example, given, settings
from rendering import rendered

from checklist.waivers import Waiver
from evaluator.assessment import (
    Assessment,
    Citation,
    Evidence,
    ExpectationResult,
    Finding,
    Gate,
    ItemResult,
    Link,
    Nearest,
    ReportFacts,
    Score,
    Tie,
    Unjudged,
    Verdict,
)
from evaluator.document import Note, Place
from evaluator.run import Ignored

# Words that some format obeys, and any characters at all, halves of characters too.
TRAPS = (
    *(
        "::error::x",
        "\n::set-env name=A::b",
        "%0A::stop-commands::x",
        "=1+1",
        "+1",
        "-1",
        "@SUM(1)",
        "\t=1",
        "＝1",
        "'=1",
    ),
    *("<script>x</script>", "</details>", "<!--", "]]>", "&lt;", "|a|b|", "`a", "``", "[a](http://b.cn)", "![a](b)"),
    *(
        "@somebody",
        "#12",
        "a@b.cn",
        "www.b.cn",
        "https://b.cn",
        "mailto:a@b.cn",
        "# a",
        "- a",
        "/close",
        "\n\n# a",
        "\\",
    ),
    *(
        "\x1b[31m",
        "\x00",
        "\ufffe",
        "\uffff",
        "\udc80",
        "\u202e",
        "\r",
        "\u2028",
        "~~a~~",
        "**a**",
        "_a_",
        "$x$",
        '"',
        ",",
    ),
)
TEXT = st.one_of(
    st.text(st.characters(), max_size=12),
    st.lists(st.sampled_from(TRAPS), min_size=1, max_size=3).map("".join),
)
# Any name that the system can have.
PATHS = st.one_of(
    st.binary(max_size=12), st.lists(st.sampled_from(TRAPS), max_size=3).map("".join).map(os.fsencode)
).map(os.fsdecode)
NUMBER = st.integers(1, 10**6)
PLACES = st.builds(
    lambda start, length, line, column, more, page: Place(start, start + length, line, column, line + more, page),
    *(NUMBER, NUMBER, NUMBER, NUMBER, st.integers(0, 3), st.none() | NUMBER),
)
WAIVERS = st.none() | st.builds(Waiver, TEXT, TEXT, TEXT, TEXT, st.dates(date(2020, 1, 1), date(2050, 1, 1)))
BASES = st.lists(st.builds(Citation, TEXT, TEXT, TEXT), max_size=2).map(tuple)
EVIDENCE = st.builds(Evidence, TEXT, TEXT, PLACES)
TIES = st.builds(Tie, TEXT, TEXT, PLACES, TEXT)
ITEMS = st.builds(
    ItemResult,
    id=st.just("study"),
    title=TEXT,
    verdict=st.sampled_from(Verdict),
    required=st.booleans(),
    weight=st.floats(0, 100),
    reason=TEXT,
    advice=TEXT,
    basis=BASES,
    evidence=st.lists(EVIDENCE, max_size=2).map(tuple),
    nearest=st.none() | st.builds(Nearest, TEXT, PLACES, TEXT),
    insert_after=st.none() | TEXT,
    expectations=st.lists(st.builds(ExpectationResult, TEXT, st.booleans(), TEXT), max_size=2).map(tuple),
    waiver=WAIVERS,
    known=st.booleans(),
)
SEVERITIES = st.sampled_from(("error", "warning", "info"))
FINDINGS = st.builds(Finding, st.just("term"), SEVERITIES, TEXT, TEXT, PLACES, TEXT, BASES, WAIVERS, st.booleans())
ASSESSMENTS = st.builds(
    Assessment,
    report=st.builds(ReportFacts, PATHS, TEXT, TEXT, st.sampled_from(("county", None)), st.none() | NUMBER),
    gate=st.builds(Gate, st.booleans(), st.lists(TEXT, max_size=2).map(tuple)),
    items=st.lists(ITEMS, max_size=2).map(tuple),
    findings=st.lists(FINDINGS, max_size=2).map(tuple),
    score=st.none() | st.just(Score(46.5, 46.5, 100.0, "较差")),
    unjudged=st.none() | st.builds(Unjudged, st.just("empty"), TEXT, TEXT),
    notes=st.lists(st.builds(Note, st.just("short"), TEXT), max_size=1).map(tuple),
    links=st.none()
    | st.lists(
        st.builds(Link, EVIDENCE, st.none() | TIES, st.lists(TIES, max_size=1).map(tuple), st.booleans()), max_size=1
    ).map(tuple),
)
IGNORED = st.lists(st.builds(Ignored, PATHS, TEXT), max_size=1).map(tuple)
TROUBLE = ReportFacts("".join(TRAPS), "".join(TRAPS), "".join(TRAPS))
WORST = Assessment(
    TROUBLE,
    Gate(False, TRAPS),
    tuple(
        ItemResult("study", trap, verdict, True, 10, trap, trap, insert_after=trap)
        for trap in TRAPS
        for verdict in Verdict
    ),
    findings=tuple(Finding("term", "error", trap, trap, Place(1, 2, 1, 1, 1), trap) for trap in TRAPS),
)
# What no XML may hold.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\ud800-\udfff]")


def hostile(form: str, assessment: Assessment, ignored: tuple[Ignored, ...], of: int) -> bytes:
    return rendered(form, assessment, ignored=ignored, of=of)


# Making a failing assessment smaller takes minutes; the example printed is small enough.
anything = settings(max_examples=40, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
runs = given(ASSESSMENTS, IGNORED, st.sampled_from((0, 2)))
worst = example(WORST, (Ignored("".join(TRAPS), "".join(TRAPS)),), 2)
