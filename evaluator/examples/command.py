"""What `lawgov-rules test` does: judges every example that stands with the rules and shows those judged otherwise."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from checklist.model import Rulebook
from evaluator.console.page import Page
from evaluator.examples.of_items import trials, write_failure
from evaluator.examples.of_rules import proofs, write_unproved


class Example(Protocol):
    @property
    def passed(self) -> bool: ...


Told = TypeVar("Told", bound=Example)
Write = Callable[[str], None]


def judge_examples(rulebook: Rulebook, page: Page, write: Write) -> Iterator[bool]:
    """Of each example whether it came to what it should; one that did not is written as soon as it is known."""
    yield from _judged(trials(rulebook), write_failure, page, write)
    yield from _judged(proofs(rulebook), write_unproved, page, write)


def _judged(
    examples: Iterable[Told], show: Callable[[Page, Told], None], page: Page, write: Write
) -> Iterator[bool]:
    for example in examples:
        if not example.passed:
            show(page, example)
            write(page.take())
        yield example.passed
