"""What the other side of standard output can show: how wide, in colour or not, in which characters."""

import codecs
import os
from collections.abc import Callable
from typing import TextIO

from checklist.records import record

NARROWEST, WIDEST, REDIRECTED = 40, 120, 100
STYLES = {"strong": "bold", "good": "green", "fair": "yellow", "bad": "red", "quiet": "dim"}


def plain(text: str, _style: str) -> str:
    return text


@record
class Screen:
    """`paint` gives a text one of STYLES; `unicode` is false where some characters cannot be written."""

    width: int = REDIRECTED
    paint: Callable[[str, str], str] = plain
    unicode: bool = True


FILE = Screen()


def screen_of(stream: TextIO) -> Screen:
    """The screen behind a stream. Nobody reads lines of 400 columns, nobody can read Chinese in 20."""
    unicode = _is_utf(stream)
    if not stream.isatty() and not os.environ.get("FORCE_COLOR"):
        return Screen(_asked_width() or REDIRECTED, unicode=unicode)
    # Only a terminal pays for rich, which knows NO_COLOR, TERM and Windows.
    from rich.console import Console

    console = Console(file=stream)
    width = max(NARROWEST, min(WIDEST, console.width))
    if console.color_system is None or console.no_color or console.legacy_windows:
        return Screen(width, unicode=unicode)
    return Screen(width, _painter(STYLES), unicode)


def _painter(styles: dict[str, str]) -> Callable[[str, str], str]:
    from rich.color import ColorSystem
    from rich.style import Style

    parsed = {name: Style.parse(style) for name, style in styles.items()}
    # The eight old colours, which every terminal has and shows as its user likes them.
    return lambda text, style: parsed[style].render(text, color_system=ColorSystem.STANDARD)


def _asked_width() -> int | None:
    columns = os.environ.get("COLUMNS", "")
    return max(NARROWEST, min(WIDEST, int(columns))) if columns.isdigit() and int(columns) else None


def _is_utf(stream: TextIO) -> bool:
    try:
        return codecs.lookup(stream.encoding).name.startswith("utf")
    except (LookupError, TypeError):
        return False
