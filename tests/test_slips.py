"""Fixed terms with a slip of the pen: the quick way past what is none loses none that is one."""

from hypothesis import given
from hypothesis import strategies as st

from evaluator.proofreading.term.slips import DOUBLED, DROPPED, LONG, OTHER, SWAPPED, slips


@given(st.integers(LONG, 12), st.data())
def test_every_slip_of_a_long_term_is_found(length: int, data: st.DataObject) -> None:
    term = "".join(map(chr, range(0x4E00, 0x4E00 + length)))
    at = data.draw(st.integers(2, length - 2))
    slipped = {
        term[:at] + "某" + term[at + 1 :]: OTHER,
        term[:at] + term[at + 1 :]: DROPPED,
        term[:at] + term[at - 1] + term[at:]: DOUBLED,
        term[:at] + term[at + 1] + term[at] + term[at + 2 :]: SWAPPED,
        "某" + term[1:]: OTHER,
        term[:-1] + "某": OTHER,
    }
    for written, what in slipped.items():
        found = [(slip.start, slip.end, slip.what) for slip in slips(f"说{written}好", (term,), ())]
        assert found == [(1, 1 + len(written), what)]


@given(st.integers(LONG, 12), st.data())
def test_half_a_term_beside_other_words_is_no_slip(length: int, data: st.DataObject) -> None:
    term = "".join(map(chr, range(0x4E00, 0x4E00 + length)))
    half = length // 2
    others = data.draw(st.text("某些话说", min_size=length, max_size=length))
    assert not [*slips(term[:half] + others, (term,), ())]
    assert not [*slips(others + term[half:], (term,), ())]
    assert not [*slips(f"说{term}好", (term,), ())]
