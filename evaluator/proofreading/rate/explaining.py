"""Whether other numbers give a rate: carried-over cases added, excused ones left out, another base or count."""

from collections.abc import Iterator, Sequence

from checklist.records import record
from evaluator.proofreading.rate.claims import Claim
from evaluator.proofreading.rate.quantities import Quantity, added, lessened
from evaluator.proofreading.rate.stating import Stated

# What is not 合格 is no part of the 合格率, though with it makes up the whole.
OPPOSITES = ("不", "未", "没")
UNDONE = ("正在", "在办", "尚未", "待办", "未结")


@record
class Share:
    """What a rate counts, and of what."""

    part: Quantity
    whole: Quantity

    def fits(self, stated: Stated) -> bool:
        return self.gives(stated.claim)

    def gives(self, claim: Claim) -> bool:
        """Whether it is what is claimed, in per cent."""
        if self.whole.least <= 0:
            return True
        return claim.holds(100 * self.part.least / self.whole.most, 100 * self.part.most / self.whole.least)


@record
class Total:
    """A number as it stands, or what two of them make; `members` are where these begin."""

    amount: Quantity
    members: frozenset[int]
    is_sum: bool = False


def is_explained(stated: Stated, share: Share, near: Sequence[Quantity], wider: Sequence[Quantity]) -> bool:
    """Whether a count made of the near numbers is that share of a base among the wider ones."""
    wholes = [*_alone(wider), *_sums(near, share.whole), *_sums(near, share.part)]
    counted = share.part.start
    return any(
        _fits(part, whole, stated)
        for part in _counts(near, share)
        for whole in wholes
        # Another number is no share of what the counted one is added to: 维持12件 of 34 and 6.
        if counted in part.members or counted not in whole.members or not whole.is_sum
    )


def _counts(near: Sequence[Quantity], share: Share) -> Iterator[Total]:
    yield from _alone(near)
    yield from _sums([each for each in near if _may_be_counted(each, share)], share.part)
    for one, other in (*_pairs(near, share.whole), *_pairs(near, share.part)):
        if one.least > other.most:
            yield Total(lessened(one, other), frozenset({one.start, other.start}))


def _may_be_counted(quantity: Quantity, share: Share) -> bool:
    """Whether the rate may count it too: not what is told before its base, of something else."""
    is_before = quantity.start < share.whole.start < share.part.start
    return not (is_before or _is_undone(quantity))


def _is_undone(quantity: Quantity) -> bool:
    told = quantity.before + quantity.after
    return quantity.before.startswith(OPPOSITES) or any(word in told for word in UNDONE)


def _alone(quantities: Sequence[Quantity]) -> Iterator[Total]:
    return (Total(quantity, frozenset({quantity.start})) for quantity in quantities)


def _sums(near: Sequence[Quantity], told: Quantity) -> Iterator[Total]:
    for one, other in _pairs(near, told):
        yield Total(added(one, other), frozenset({one.start, other.start}), is_sum=True)


def _pairs(near: Sequence[Quantity], told: Quantity) -> Iterator[tuple[Quantity, Quantity]]:
    """Any two numbers would fit by chance now and then: one of them is what the rate tells of."""
    for other in near:
        if other.start != told.start and _are_alike(told, other):
            yield (told, other) if told.start < other.start else (other, told)


def _are_alike(one: Quantity, other: Quantity) -> bool:
    """Of one unit, and neither so large that its rounding swallows the other: 1.1亿条 and 1150条."""
    vague = max(one.most - one.least, other.most - other.least)
    return one.unit == other.unit and vague < min(one.least, other.least)


def _share_a_member(part: Total, whole: Total) -> bool:
    return min(len(part.members), len(whole.members)) > 1 and bool(part.members & whole.members)


def _fits(part: Total, whole: Total, stated: Stated) -> bool:
    """Nothing is added to both; parts that together are the whole make 100%."""
    if part.amount.unit != whole.amount.unit or _share_a_member(part, whole):
        return False
    together = part.is_sum and not whole.is_sum and part.amount.least == whole.amount.least
    more = whole.amount.least > part.amount.least
    return (more or together) and Share(part.amount, whole.amount).fits(stated)
