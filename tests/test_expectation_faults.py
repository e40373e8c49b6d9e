"""What an expectation asks, each test with the others: those that would be passed over in silence are refused."""

import pytest
from rulebooks import ADVICE, faults, item

FOUND_IN = "found_in: {roles: [done], passages: [学习]}"
TESTED = "    complete_when:\n      - {id: a, advice: 写, %s}\n"
OF_TITLE = "found_in: {roles: [title], passages: [学习]}"
STATES_IS_OF_TITLES = (
    "states：问的是标题，这个要素不在标题里找，永远不能满足"
    " | states 只写在 found_in: {roles: [title]} 的要素里；正文里要有的词写 says"
)
TITLES_HAVE_WORDS = "对标题不起作用 | 在标题里找的要素（found_in.roles 有 title）只能写 says、states"


@pytest.mark.parametrize(
    ("found_in", "tests"),
    [
        (FOUND_IN, "own_year: true"),
        (FOUND_IN, "own_year: false, figures: 1"),
        (FOUND_IN, "says: [学习], in_clauses: 2, figures: 1, heading: true, points: 2"),
        (OF_TITLE, "states: [organ, year]"),
        (OF_TITLE, "says: [学习]"),
        (OF_TITLE, "says: [学习], heading: false"),
    ],
)
def test_tests_that_go_together(found_in: str, tests: str) -> None:
    assert faults(item(ADVICE, ADVICE + TESTED % tests).replace(FOUND_IN, found_in)) == []


@pytest.mark.parametrize(
    ("found_in", "tests", "expected"),
    [
        (
            FOUND_IN,
            "own_year: true, figures: 1, says: [学习]",
            [
                "38|own_year：应单独写成一条，和它写在一起的 says、figures 不起作用"
                " | says、figures 另写成一条（另取一个 id）；各条都满足才算具备"
            ],
        ),
        (
            OF_TITLE,
            "states: [year], says: [学习]",
            [
                "36|states：应单独写成一条，和它写在一起的 says 不起作用"
                " | says 另写成一条（另取一个 id）；各条都满足才算具备"
            ],
        ),
        (FOUND_IN, "states: [year]", [f"36|{STATES_IS_OF_TITLES}"]),
        (FOUND_IN, "figures: 1, states: [year]", [f"48|{STATES_IS_OF_TITLES}"]),
        (FOUND_IN, "own_year: true, states: [year]", [f"52|{STATES_IS_OF_TITLES}"]),
        (
            FOUND_IN,
            "figures: 1, in_clauses: 2",
            [
                "52|in_clauses：没有写 says，in_clauses 不起作用"
                " | 写上 says（要在几个分句里出现的词），或者删去 in_clauses"
            ],
        ),
        (OF_TITLE, "figures: 1", [f"37|figures：{TITLES_HAVE_WORDS}"]),
        (OF_TITLE, "own_year: true", [f"38|own_year：{TITLES_HAVE_WORDS}"]),
        (
            OF_TITLE,
            "says: [学习], in_clauses: 2, heading: true",
            [f"52|in_clauses：{TITLES_HAVE_WORDS}", f"64|heading：{TITLES_HAVE_WORDS}"],
        ),
    ],
)
def test_tests_that_would_be_passed_over(found_in: str, tests: str, expected: list[str]) -> None:
    places = (fault.partition("|") for fault in expected)
    told = [f"a.yaml:14:{column}: 要素 'study'：complete_when[a].{said}" for column, _, said in places]
    assert faults(item(ADVICE, ADVICE + TESTED % tests).replace(FOUND_IN, found_in)) == told
