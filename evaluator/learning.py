"""What flaws and causes sound like, learned from reports whose headings and openings say which is which."""

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from evaluator.locating import View
from evaluator.roles.role import CAUSE, LACKING, PREAMBLE, PROBLEM
from evaluator.roles.sounding import sounds_so
from evaluator.roles.tones import TONES, grams

# What is met less often, or hardly oftener on one side than on the other, tells nothing.
LEAST_MET = 4
LEAST_WEIGHT = 0.3
ABOUT = (
    "各种说法的用词倾向：一个字或相邻两个字，在讲不足、讲原因的话里比在别处多见多少（对数，负数为少见）。"
    "没有标题、也没有引出语的段落，靠它听出在讲什么。由 {reports} 份报告统计，用 lawgov-rules learn 文件夹 重新生成。"
)
Sentences = Sequence[tuple[str, set[str]]]


def learned(views: Iterable[View]) -> str:
    """The table of tones that reports teach, as rules/tones.json has it."""
    sentences: list[tuple[str, set[str]]] = []
    reports = 0
    for view in views:
        reports += 1
        sentences += _announced(view)
    weights = {tone: _weights(sentences, tone) for tone in TONES}
    return json.dumps({"about": ABOUT.format(reports=reports), "weights": weights}, ensure_ascii=False, indent=0) + "\n"


def _announced(view: View) -> Iterator[tuple[str, set[str]]]:
    """Every sentence with its role, without those that were given it for how they sound."""
    for sentence, told in zip(view.sentences, view.roles, strict=True):
        if told.role != PREAMBLE and not sounds_so(told):
            yield told.role, grams(view.document.plain.text[sentence.start : sentence.end])


def _weights(sentences: Sentences, tone: str) -> Mapping[str, float]:
    """By gram the logarithm of the odds of meeting it in a sentence of the tone and in one of the others."""
    own, others = _sides(tone)
    inside = [found for role, found in sentences if role in own]
    outside = [found for role, found in sentences if role not in own and (not others or role in others)]
    met, met_outside = (Counter(gram for found in side for gram in found) for side in (inside, outside))
    weights: dict[str, float] = {}
    for gram in met | met_outside:
        odds = (met[gram] + 0.5) / (len(inside) + 1) / ((met_outside[gram] + 0.5) / (len(outside) + 1))
        if met[gram] + met_outside[gram] >= LEAST_MET and abs(math.log(odds)) >= LEAST_WEIGHT:
            weights[gram] = round(math.log(odds), 1)
    return dict(sorted(weights.items(), key=lambda each: (-each[1], each[0])))


def _sides(tone: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The roles with a tone, and those they are held against; () for all others."""
    return {PROBLEM: (LACKING, ()), CAUSE: ((CAUSE,), (PROBLEM,))}[tone]

