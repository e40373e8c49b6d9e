"""Numbers as OFD writes them: boxes, matrices and lists of distances, whose faults count as nothing."""

from collections.abc import Iterator
from math import isfinite

from evaluator.typesetting.matrix import IDENTITY, Matrix

Box = tuple[float, float, float, float]
NO_BOX: Box = (0.0, 0.0, 0.0, 0.0)


def number(word: str | None, otherwise: float = 0.0) -> float:
    try:
        value = float(word or "")
    except ValueError:
        return otherwise
    return value if isfinite(value) else otherwise


def box_of(words: str | None) -> Box:
    """Left, top, width and height."""
    values = [number(word) for word in (words or "").split()]
    return (values[0], values[1], values[2], values[3]) if len(values) == 4 else NO_BOX


def matrix_of(words: str | None) -> Matrix:
    values = [number(word) for word in (words or "").split()]
    if len(values) != 6:
        return IDENTITY
    a, b, c, d, e, f = values
    return a, b, c, d, e, f


def distances(words: str | None, most: int) -> Iterator[float]:
    """Of a list like 5 5 g 3 6.5, where g means: so many times that distance; no more than asked for."""
    given = iter((words or "").split())
    for word in given:
        times, distance = 1, number(word)
        if word == "g":
            times, distance = int(number(next(given, ""))), number(next(given, ""))
        for _ in range(min(times, most)):
            yield distance
        most -= times
        if most <= 0:
            return
