"""A page of a terminal as it fills: styled words, hanging indents, everything masked, visible and wrapped."""

from evaluator.console.layout import cells, visible, wrap
from evaluator.console.terminal import Screen
from evaluator.masking import cover

# A styled stretch of a line; the style is a name in terminal.STYLES, empty for none.
Span = tuple[str, str]
NARROWEST_TEXT = 20


class Page:
    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._lines: list[str] = []
        self._taken = ""

    def blank(self) -> None:
        """An empty line, but not at the top and never two."""
        if self._lines[-1] if self._lines else self._taken:
            self._lines.append("")

    def line(self, *spans: Span, indent: int = 0) -> None:
        """One line of several styles; where it is too long it is wrapped and keeps the first style only."""
        shown = [(visible(cover(text)), style) for text, style in spans]
        whole = "".join(text for text, _ in shown)
        if cells(whole) + indent > self._screen.width:
            self.text(whole, indent=indent, style=spans[0][1])
        else:
            self._lines.append(" " * indent + "".join(self._paint(*span) for span in shown).rstrip())

    def text(self, text: str, *, label: str = "", indent: int = 0, style: str = "") -> None:
        """A text that wraps under its own beginning, to the right of its label."""
        hang = indent + (cells(label) + 2 if label else 0)
        lines = wrap(visible(cover(text)), self.room(hang))
        head = " " * indent + (self._paint(label, "quiet") + "  " if label else "")
        self._lines += [
            (" " * hang if number else head) + self._paint(line, style) for number, line in enumerate(lines)
        ]

    def room(self, indent: int = 0) -> int:
        """The cells that are left of a line."""
        return max(NARROWEST_TEXT, self._screen.width - indent)

    def take(self) -> str:
        """What was written since, each line with its end."""
        lines, self._lines = self._lines, []
        self._taken = lines[-1] if lines else self._taken
        return "".join(line + "\n" for line in lines)

    def _paint(self, text: str, style: str) -> str:
        return self._screen.paint(text, style) if style and text else text
