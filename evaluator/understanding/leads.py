"""Headings without a number that lead into a paragraph (严格执法。检查企业486家次……), seen only in a row of them."""

from collections.abc import Mapping, Sequence

from evaluator.understanding.headings import Heading

# The words before the first full stop: so long, without figures or clauses.
SHORTEST, LONGEST = 2, 14
STOP, BESIDE_LETTERS = "。", '、"'
# So much is said behind each.
LEAST_SAID = 15
FEWEST = 3
# Below all chapters and their numbered parts, above the enumerations of a paragraph.
LEVEL = 4


def lead_headings(texts: Mapping[int, str]) -> dict[int, Heading]:
    """The leads among paragraphs that have no other heading, which are given with their indexes.

    A run of neighbours counts where it has several, all different, and nearly each of its paragraphs begins with one.
    """
    found = {i: text[: text.find(STOP, 0, LONGEST + 1) + 1] for i, text in texts.items()}
    leads = {i: lead[:-1] for i, lead in found.items() if _leads(lead) and len(texts[i]) - len(lead) >= LEAST_SAID}
    counted = [i for run in _runs(list(texts)) for i in _all_led(run, leads)]
    return {i: Heading("", leads[i], LEVEL, len(leads[i]) + 1) for i in counted}


def _leads(lead: str) -> bool:
    """Whether what ends with a full stop has the length of a lead, and nothing but words."""
    return len(lead) > SHORTEST and all(character.isalpha() or character in BESIDE_LETTERS for character in lead[:-1])


def _runs(indexes: Sequence[int]) -> list[list[int]]:
    """The indexes in runs that follow each other without a gap."""
    runs: list[list[int]] = []
    for index in indexes:
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _all_led(run: Sequence[int], leads: Mapping[int, str]) -> list[int]:
    led = [i for i in run if i in leads]
    differ = len({leads[i] for i in led}) == len(led)
    return led if differ and len(led) >= FEWEST and len(led) + 1 >= len(run) else []
