"""Named lists with one wrong member: 政治意识、大局意识、核心意识、服务意识 right before or after 四个意识."""

import re
from collections.abc import Iterator, Sequence

from checklist.folding import is_short_form
from checklist.records import record
from checklist.rule import NamedList
from evaluator.mentions.occurrences import Span, places, squeezed

# Between the last member and the name, and between the name and the first member.
BEFORE_NAME = r'[")]?(?:等|这|的|行政执法){0,2}["(]?$'
AFTER_NAME = r'"?(?:[(:]|-+|,?(?:即|就是|是指|也就是|包括|分别是|分别为):?)"?'
PIECE = r'[^、,;。:!?()"\n-]+'
CONJUNCTION = "(?<=.)(?:以及|[和与及])(?=.)"
ENDS = "。;:!?\n"
# Behind a list in brackets or dashes stands nothing more of its last member.
CLOSING = tuple(')"-')
# What has one of these words, or a figure, is more than a member.
MORE = frozenset("了是为等在以把将对组构0123456789%")
SHORTEST, LONGER, BESIDE = 2, 4, 10


@record
class Misfit:
    """Where a member of a named list is wrong, in plain offsets; the member that is lacking, and of which list."""

    start: int
    end: int
    right: str
    named: NamedList


@record
class Listed:
    """As many pieces of a text as a list has members; whether words may stand before the first and after the last."""

    pieces: Sequence[Span]
    led: bool
    followed: bool


def misfits(text: str, lists: tuple[NamedList, ...]) -> Iterator[Misfit]:
    """The lists beside their names of which one member alone is wrong."""
    names = squeezed(tuple(named.name for named in lists))
    entries = dict(zip(names, lists, strict=True))
    for start, end in places(text, names):
        named = entries[text[start:end]]
        members = squeezed(named.members)
        for readings in (_before(text, start, members), _after(text, end, members)):
            told = [(listed, _owners(text, listed, members)) for listed in readings]
            if not any(set(owners).issuperset(members) for _, owners in told):
                yield from [m for listed, owners in told if (m := _misfit(text, listed, owners, named))][:1]


def _before(text: str, at: int, members: Sequence[str]) -> Iterator[Listed]:
    """The pieces that end where a name begins."""
    first = max(0, at - _reach(members))
    first = max(first, *(text.rfind(mark, first, at) + 1 for mark in ENDS))
    joint = re.compile(BEFORE_NAME).search(text, max(first, at - BESIDE), at)
    end = joint.start() if joint else at
    pieces = [piece.span() for piece in re.compile(PIECE).finditer(text, first, end)]
    if pieces and pieces[-1][1] == end:
        for kept in (pieces[-len(members) :], _last_split(text, pieces[1 - len(members) :])):
            if len(kept) == len(members):
                yield Listed(kept, led=text[kept[0][0] - 1] != '"', followed=False)


def _after(text: str, at: int, members: Sequence[str]) -> Iterator[Listed]:
    """The pieces that begin behind a name."""
    joint = re.compile(AFTER_NAME).match(text, at, at + BESIDE)
    if joint is None:
        return
    last = joint.end() + _reach(members)
    last = min((stop for mark in ENDS if (stop := text.find(mark, joint.end(), last)) >= 0), default=last)
    pieces = [piece.span() for piece in re.compile(PIECE).finditer(text, joint.end(), last)]
    for kept in (pieces[: len(members)], _last_split(text, pieces[: len(members) - 1])):
        if len(kept) == len(members):
            yield Listed(kept, led=False, followed=not text.startswith(CLOSING, kept[-1][1]))


def _reach(members: Sequence[str]) -> int:
    return sum(len(member) + BESIDE for member in members)


def _last_split(text: str, pieces: Sequence[Span]) -> Sequence[Span]:
    """With 公示、记录和审核 in three."""
    conjunction = re.compile(CONJUNCTION).search(text, *pieces[-1]) if pieces else None
    if conjunction is None:
        return ()
    return (*pieces[:-1], (pieces[-1][0], conjunction.start()), (conjunction.end(), pieces[-1][1]))


def _owners(text: str, listed: Listed, members: Sequence[str]) -> list[str | None]:
    """For each piece the member that it is, perhaps in a short form."""
    last = len(listed.pieces) - 1
    return [
        _owner(text[start:end], members, listed.led and index == 0, listed.followed and index == last)
        for index, (start, end) in enumerate(listed.pieces)
    ]


def _owner(piece: str, members: Sequence[str], led: bool, followed: bool) -> str | None:
    """The one member of which it is a short form; 意识 alone is one of several and so of none."""
    forms = [piece]
    forms += [piece[at:] for at in range(1, len(piece) - SHORTEST + 1)] if led else []
    forms += [piece[:at] for at in range(len(piece) - 1, SHORTEST - 1, -1)] if followed else []
    for form in forms:
        owners = [member for member in members if is_short_form(form, member)]
        if len(owners) == 1 and len(form) >= SHORTEST:
            return owners[0]
    return None


def _misfit(text: str, listed: Listed, owners: Sequence[str | None], named: NamedList) -> Misfit | None:
    members = squeezed(named.members)
    lacking = [index for index, member in enumerate(members) if member not in owners]
    said = text[listed.pieces[0][0] : listed.pieces[-1][1]]
    if len(lacking) != 1 or any(word in said for word in squeezed(named.unless)):
        return None
    wrong = _wrong(owners)
    start, end = listed.pieces[wrong]
    right = members[lacking[0]]
    if not SHORTEST <= end - start <= len(right) + LONGER or (MORE - {*right}).intersection(text[start:end]):
        return None
    if wrong in (0, len(owners) - 1) and not _belongs(text, start, end, listed, wrong == 0, right):
        return None
    return Misfit(start, end, named.members[lacking[0]], named)


def _belongs(text: str, start: int, end: int, listed: Listed, first: bool, right: str) -> bool:
    """Whether an outer piece, which may be of another clause, looks like the member that is lacking."""
    if "," in (text[start - 1], text[end : end + 1]):
        return False
    if listed.led and first:
        return any(right[at : at + 2] in text[start:end] for at in range(len(right) - 1))
    return first or not listed.followed or text[end - 1] in right


def _wrong(owners: Sequence[str | None]) -> int:
    """The piece that is no member, else the later one of two that are the same."""
    if None in owners:
        return owners.index(None)
    return next(index for index, owner in enumerate(owners) if owner in owners[:index])
