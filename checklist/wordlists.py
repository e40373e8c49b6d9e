"""The named word lists, written out: a list may use other lists, never itself."""

from collections.abc import Mapping, Sequence

from checklist.phrases import MOST_NESTED, MOST_WORDS, YEARS, Lists, PhraseError, expand


def write_out(lists: Mapping[str, Sequence[str]]) -> tuple[Lists, dict[tuple[str, int], PhraseError]]:
    """Every list as plain words, and what is wrong, by list and index; a word that is wrong is left out."""
    done: dict[str, tuple[str, ...]] = {}
    wrong: dict[tuple[str, int], PhraseError] = {}
    for name in lists:
        _write_out(name, lists, (), done, wrong)
    return done, wrong


def _write_out(
    name: str,
    lists: Mapping[str, Sequence[str]],
    above: tuple[str, ...],
    done: dict[str, tuple[str, ...]],
    wrong: dict[tuple[str, int], PhraseError],
) -> None:
    if name in done:
        return
    words: dict[str, None] = {}
    for index, entry in enumerate(lists[name]):
        looping = _uses(entry) & {*above, name}
        if looping or len(above) > MOST_NESTED:
            loop = " → ".join((*above, name, *sorted(looping)))
            message = f"词表互相引用，绕回了自己：{loop}" if looping else f"词表套了不止 {MOST_NESTED} 层"
            wrong[name, index] = PhraseError(message)
            continue
        for used in _uses(entry) & lists.keys():
            _write_out(used, lists, (*above, name), done, wrong)
        try:
            words.update(dict.fromkeys(expand(entry, done)))
        except PhraseError as error:
            wrong[name, index] = error
        if len(words) > MOST_WORDS:
            wrong[name, index] = PhraseError(f"词表展开后超过 {MOST_WORDS} 个词")
            break
    # Never empty: what uses a list whose words are all wrong is not wrong itself.
    done[name] = tuple(words) or ("某某",)


def _uses(entry: str) -> set[str]:
    """The names in braces; what is not closed is refused when the entry is expanded."""
    pieces = entry.replace("｛", "{").replace("｝", "}").split("{")[1:]
    return {piece.partition("}")[0].strip() for piece in pieces} - YEARS.keys()
