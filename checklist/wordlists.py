"""The named word lists, written out: a list may use other lists, never itself."""

from collections.abc import Mapping, Sequence

from checklist.phrases import MOST_NESTED, MOST_WORDS, YEARS, Lists, PhraseError, expand


def write_out(lists: Mapping[str, Sequence[str]]) -> tuple[Lists, dict[tuple[str, int], PhraseError]]:
    """Every list as plain words, and what is wrong, by list and index; a word that is wrong is left out."""
    writing = _Writing(lists)
    for name in lists:
        writing.write_out(name, ())
    return writing.done, writing.wrong


class _Writing:
    """The lists that are written out so far, and what was wrong with them."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._lists = lists
        self.done: dict[str, tuple[str, ...]] = {}
        self.wrong: dict[tuple[str, int], PhraseError] = {}

    def write_out(self, name: str, above: tuple[str, ...]) -> None:
        """A list, after those that it uses; `above` are the lists that use it."""
        if name in self.done:
            return
        words: dict[str, None] = {}
        for index, entry in enumerate(self._lists[name]):
            try:
                words.update(dict.fromkeys(self._words(entry, (*above, name))))
            except PhraseError as error:
                self.wrong[name, index] = error
            if len(words) > MOST_WORDS:
                self.wrong[name, index] = PhraseError(f"词表展开后超过 {MOST_WORDS} 个词")
                break
        # Never empty: what uses a list whose words are all wrong is not wrong itself.
        self.done[name] = tuple(words) or ("某某",)

    def _words(self, entry: str, above: tuple[str, ...]) -> tuple[str, ...]:
        """The words of an entry; `above` ends with its own list. Raises PhraseError."""
        looping = names_in(entry) & {*above}
        if looping:
            raise PhraseError(f"词表互相引用，绕回了自己：{' → '.join((*above, *sorted(looping)))}")
        if len(above) > MOST_NESTED + 1:
            raise PhraseError(f"词表套了不止 {MOST_NESTED} 层")
        for used in names_in(entry) & self._lists.keys():
            self.write_out(used, above)
        return expand(entry, self.done)


def names_in(entry: str) -> set[str]:
    """The lists that an entry or a pattern names; what is not closed is refused when it is expanded."""
    pieces = entry.replace("｛", "{").replace("｝", "}").split("{")[1:]
    return {piece.partition("}")[0].strip() for piece in pieces} - YEARS.keys()
