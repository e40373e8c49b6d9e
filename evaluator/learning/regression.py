"""Logistic regression by gradient descent: it trains the linear classifiers of evaluator/tones.py.

In go sentences of two kinds, each as the set of its characters and pairs of them (grams); out comes a weight for each.
"""

import math
import random
from collections import Counter
from itertools import chain

# What is met less often tells nothing.
LEAST_MET = 4
# So many times over all sentences, in steps that begin with this size and grow smaller; each time the weights lose
# this share, so that what is met once or twice keeps hardly any.
ROUNDS = 12
STEP = 0.02
DECAY = 0.1
SEED = 0

# Each sentence by its grams.
Texts = list[set[str]]
# The bias and the weight of each gram; their sum over a sentence is a logarithm of odds.
Learned = tuple[float, dict[str, float]]


def told_apart(inside: Texts, outside: Texts) -> Learned:
    """What speaks for the sentences inside; both sides count the same, however many sentences they have.

    The same texts give the same weights.
    """
    met = Counter(gram for said in chain(inside, outside) for gram in said)
    weights = {gram: 0.0 for gram, count in met.items() if count >= LEAST_MET}
    told = [(sorted(said & weights.keys()), side) for side, texts in ((1, inside), (0, outside)) for said in texts]
    share = {1: len(told) / (2 * len(inside) or 1), 0: len(told) / (2 * len(outside) or 1)}
    bias, order = 0.0, random.Random(SEED)
    for past in range(ROUNDS):
        order.shuffle(told)
        for said, side in told:
            odds = bias + sum(map(weights.__getitem__, said))
            change = STEP / (1 + past) * share[side] * (side - 1 / (1 + math.exp(-odds)))
            bias += change
            for gram in said:
                weights[gram] += change
        weights = {gram: weight * (1 - DECAY) for gram, weight in weights.items()}
    return bias, weights
