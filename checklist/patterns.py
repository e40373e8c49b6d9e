"""Patterns that are badly written, or that their own exceptions always turn away."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice, product
from typing import Any

from checklist.building import Builder
from checklist.errors import Fault
from checklist.fields import PHRASES
from checklist.gathering import Entry, Gathered
from checklist.hints import near
from checklist.matching import Searchable
from checklist.parsing import Trail
from checklist.phrases import YEARS, Lists, Phrase, PhraseError, UnknownList, year_forms
from checklist.vocabulary import Vocabulary, pack
from checklist.wordlists import write_out

_YEAR = 2024
_FILLER = "某"
_OWN_YEAR = "{year}"
_MOST_SAMPLES = 64
_PATTERNS = {"passages"}.union(*PHRASES.values())
# Patterns of the first key are useless where those of the second turn all of them away.
_EXCEPTIONS = (
    ("says", "unless"),
    ("says", "says_unless"),
    ("passages", "unless"),
    ("headings", "headings_unless"),
    ("opens", "opens_unless"),
)

Found = Iterator[tuple[Trail, str]]
Listed = list[tuple[Trail, str]]
Excuses = tuple[Phrase, ...]


def pattern_faults(gathered: Gathered) -> Iterator[Fault]:
    """Faults of the word lists, of the named groups of patterns, and of every pattern in roles and items."""
    entries = {entry.id: entry for entry in gathered.of("words")}
    lists, wrong = write_out({name: _strings(entry.data) for name, entry in entries.items()})
    groups = {entry.id: _strings(entry.data) for entry in gathered.of("patterns")}
    for (name, index), error in wrong.items():
        if entries[name].sound and _is_sure(error, gathered):
            yield _fault(entries[name], (index,), error, lists, groups)
    builder, bad = Builder(lists, groups), set[str]()
    # Of a list without all its words nobody knows what it never finds.
    written_out = not any(isinstance(error, UnknownList) for error in wrong.values())
    for entry in gathered.of("patterns"):
        if entry.id in lists:
            yield entry.fault((), "和一个词表重名", "换一个名字", at_key=True)
    for section in ("patterns", "roles", "look_alikes", "others", "items"):
        for entry in gathered.of(section):
            for trail, pattern, error in _wrong(entry, builder):
                bad.add(pattern)
                if _is_sure(error, gathered):
                    yield _fault(entry, trail, error, lists, groups)
            if entry.sound and section == "items":
                yield from _everywhere(entry, builder, bad)
            if entry.sound and written_out:
                yield from _contradicted(entry, builder, bad)


def _is_sure(error: PhraseError, gathered: Gathered) -> bool:
    """Whether it is wrong whatever may stand in a file that could not be read."""
    return gathered.whole or not isinstance(error, UnknownList)


def _strings(data: Any) -> list[str]:
    return [each for each in data if isinstance(each, str)] if isinstance(data, list) else []


def _fault(entry: Entry, trail: Trail, error: PhraseError, lists: Lists, groups: Collection[str]) -> Fault:
    hint = error.hint
    if isinstance(error, UnknownList):
        usable = error.name in groups
        hint = "说法表只能单独写成一条" if usable else near(error.name, (*lists, *groups, *YEARS))
    return entry.fault(trail, str(error), hint)


def _wrong(entry: Entry, builder: Builder) -> Iterator[tuple[Trail, str, PhraseError]]:
    """The patterns of an entry that are badly written; what is wrong in a group is told where the group stands."""
    listed = entry.section == "patterns"
    for trail, pattern in patterns_in(entry.data, within=listed):
        if listed or not builder.names_group(pattern):
            try:
                builder.phrase(pattern)
            except PhraseError as error:
                yield trail, pattern, error


def patterns_in(data: Any, trail: Trail = (), *, within: bool = False) -> Found:
    """Every pattern below, with its trail; `within` tells that the data are patterns already."""
    for key, value in _members(data):
        inner = (*trail, key)
        if isinstance(value, str):
            if key != "why" and within:
                yield inner, value
        elif isinstance(value, dict | list) and key not in ("examples", "basis", "applies", "levels"):
            yield from patterns_in(value, inner, within=within or key in _PATTERNS)


def _members(data: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(data, dict):
        yield from data.items()
    elif isinstance(data, list):
        yield from enumerate(data)


def _everywhere(entry: Entry, builder: Builder, bad: Collection[str]) -> Iterator[Fault]:
    """Patterns by which an item is found that stand in any report: its own year, with nothing besides."""
    for place, key in product(("found_in", "touched_by"), ("headings", "passages")):
        found = entry.data.get(place, {})
        for trail, pattern in _own(found, key, builder) if key in found else ():
            words = () if pattern in bad else builder.phrase(pattern).words
            if len(words) == 1 and _OWN_YEAR in words[0] and "along" not in found[key][trail[1]]:
                message = f"“{pattern}”只有年份，几乎处处匹配"
                yield entry.fault((place, *trail), message, "写上这一年做的是什么，如 {year}…经费")


def _contradicted(entry: Entry, builder: Builder, bad: set[str]) -> Iterator[Fault]:
    """Patterns whose every sentence contains one of the exceptions that stand beside them."""
    for trail, wanted, exceptions in _pairs(entry.data, builder):
        excuses = tuple(builder.phrase(pattern) for _, pattern in exceptions if pattern not in bad)
        # Word by word the exceptions would be looked for in all patterns for two seconds.
        vocabulary = Vocabulary((excuses,), pack((excuses,)))
        for inner, pattern in wanted:
            excuse = None if pattern in bad else _always(builder.phrase(pattern), excuses, vocabulary)
            if excuse is not None:
                message = f"“{pattern}”总是碰上除外的“{excuse.source}”，永远找不到"
                yield entry.fault((*trail, *inner), message, "删去其中一个，或者把除外的词写得更具体")


def _pairs(data: Any, builder: Builder, trail: Trail = ()) -> Iterator[tuple[Trail, Listed, Listed]]:
    if isinstance(data, dict):
        for wanted, exceptions in _EXCEPTIONS:
            if wanted in data and exceptions in data:
                yield trail, _own(data, wanted, builder), _own(data, exceptions, builder)
    for key, value in _members(data):
        if isinstance(value, dict | list):
            yield from _pairs(value, builder, (*trail, key))


def _own(data: Any, key: str, builder: Builder) -> Listed:
    """The patterns of a key, of its passages and look-alikes only what they say; groups written out."""
    own = [(trail, each) for trail, each in patterns_in({key: data[key]}) if trail[2:3] in ((), ("says",))]
    return [(trail, pattern) for trail, each in own for pattern in builder.written_out(each)]


def _always(phrase: Phrase, excuses: Excuses, vocabulary: Vocabulary) -> Phrase | None:
    """The exception that turns the phrase away, if every sample of it meets one; `vocabulary` has their words."""
    met = None
    for sample in _samples(phrase, excuses) if excuses else ():
        text = Searchable(sample, _YEAR, vocabulary)
        if not text.spans(excuses):
            return None
        met = next(excuse for excuse in excuses if text.spans((excuse,)))
    return met


def _samples(phrase: Phrase, excuses: Excuses) -> Iterator[str]:
    """Sentences in which the phrase stands: of its first words, then of those that meet no exception."""
    yield _sentence(phrase, [words[0] for words in phrase.words])
    choices = []
    for words in phrase.words:
        free = [word for word in words if not Searchable(_written(word), _YEAR).spans(excuses)]
        choices.append(free or words[:1])
    yield from (_sentence(phrase, words) for words in islice(product(*choices), _MOST_SAMPLES))


def _sentence(phrase: Phrase, words: Sequence[str]) -> str:
    gaps = (_FILLER * gap for gap in (*phrase.gaps, 0))
    inside = "".join(_written(word) + gap for word, gap in zip(words, gaps, strict=True))
    return ("" if phrase.at_start else _FILLER) + inside + ("" if phrase.at_end else _FILLER)


def _written(word: str) -> str:
    for name, offset in YEARS.items():
        word = word.replace("{" + name + "}", year_forms(_YEAR + offset)[0])
    return word
