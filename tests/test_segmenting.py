"""Texts as words of the lexicon, and the lexicon itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator.links.lexicon import lexicon, read_lexicon
from evaluator.links.segmenting import terms

ROOT = Path(__file__).parent.parent
LEXICON = ROOT / "rules" / "lexicon.txt"
WORDS = [line.split() for line in LEXICON.read_text("utf-8").splitlines() if not line.startswith("#")]


def run(code: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """In a process of its own: here jieba is loaded already."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, cwd=ROOT, env=os.environ | settings
    )


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(term.word, term.concepts) for term in terms(text)]


@pytest.mark.parametrize(
    "text",
    ["", "。", "进一步加强，不断提升", "但也存在一些不足", "2024年12件98%", "APP", "\n\t"],
    ids=["nothing", "a stop", "verbs", "a formula", "figures", "Latin", "blanks"],
)
def test_what_says_nothing_of_a_matter(text: str) -> None:
    assert terms(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政复议", [("行政复议", ("行政复议",))]),
        ("复议", [("复议", ("行政复议",))]),
        ("执法人员", [("执法人员", ("执法", "队伍", "执法+队伍"))]),
        ("加强规范性文件备案审查", [("规范性文件", ("规范性文件",)), ("备案", ("备案",))]),
        ("非现场执法点位", [("非现场执法", ("执法", "非现场", "执法+非现场"))]),
        ("新来的魍魉问题", [("魍魉", ("魍魉",))]),
        ("魑魅魍魉", [("魑魅", ("魑魅",)), ("魅魍", ("魅魍",)), ("魍魉", ("魍魉",))]),
        ("的魍，魉", []),
    ],
    ids=["itself", "another word for it", "matter and side", "several", "compound", "unknown", "long unknown", "apart"],
)
def test_terms(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert told(text) == expected


@given(st.text(alphabet="执法人员的复议数据魍魉，。；a1%（\n\u3000😀", max_size=40))
def test_terms_stand_where_they_say(text: str) -> None:
    found = terms(text)
    assert [text[term.start : term.start + len(term.word)] for term in found] == [t.word for t in found]
    assert [term.start for term in found] == sorted(term.start for term in found)


def test_only_the_own_dictionary() -> None:
    """For jieba's dictionary 北京大学 is one word."""
    assert told("北京大学") == [("北京", ("北京",))]


def test_no_cache_file_and_nothing_on_standard_error(tmp_path: Path) -> None:
    code = "from evaluator.links.segmenting import terms; print(len(terms('行政执法人员不足')))"
    done = run(code, TMPDIR=str(tmp_path), TEMP=str(tmp_path), TMP=str(tmp_path), PYTHONDONTWRITEBYTECODE="1")
    assert (done.stdout.strip(), done.stderr, done.returncode) == (b"1", b"", 0)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("arguments", "loaded"), [([], False), (["--links"], True)], ids=["plain", "links"])
def test_only_links_load_jieba(arguments: list[str], loaded: bool) -> None:
    report = ROOT / "examples" / "drafts" / "complete.txt"
    code = (
        "import sys\n"
        "from evaluator.cli import main\n"
        f"main({[*arguments, str(report)]!r})\n"
        "print('jieba' in sys.modules, 'evaluator.links.lexicon' in sys.modules, file=sys.stderr)"
    )
    assert run(code).stderr.decode().strip() == f"{loaded} {loaded}"


def test_the_lexicon_is_sorted_and_has_every_word_once() -> None:
    words = [word for word, _, _ in WORDS]
    assert words == sorted(set(words))


def test_words_are_explained_by_words_of_the_lexicon() -> None:
    kinds = {word: says for word, _, says in WORDS}
    assert {says for says in kinds.values() if not says.startswith("=")} == {"事项", "方面", "通用"}
    meant = {concept for says in kinds.values() if says.startswith("=") for concept in says[1:].split("+")}
    assert sorted(concept for concept in meant if kinds.get(concept) not in ("事项", "方面")) == []


def test_every_word_stands_as_one_word() -> None:
    """A frequency too low would have it cut into the words of which it is made."""
    cut = {word: told(word) for word, _, _ in WORDS}
    means = lexicon().means
    assert {w: t for w, t in cut.items() if t != ([(w, means[w])] if means[w] else [])} == {}


def test_reading_a_lexicon() -> None:
    known = read_lexicon("# 说明\n加强 9 通用\n执法 5 事项\n队伍 4 方面\n执法队 2 =执法+队伍\n办案 1 =执法\n")
    assert known.frequency == {"加强": 9, "执法": 5, "队伍": 4, "执法队": 2, "办案": 1}
    assert known.means["执法队"] == ("执法", "队伍", "执法+队伍")
    assert known.topics == {"执法", "执法+队伍"}
    assert known.met == {"执法": 8, "队伍": 6, "执法+队伍": 2}
