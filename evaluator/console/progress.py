"""How far a long run is, on a terminal's standard error, where it disturbs no output."""

import sys
import time

INTERVAL = 0.2


class Progress:
    """Shown only to a person who waits: on a terminal on which no results scroll by."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._shown = time.monotonic()
        self._active = total > 1 and sys.stderr.isatty() and not sys.stdout.isatty()

    def step(self) -> None:
        self._done += 1
        now = time.monotonic()
        if self._active and now - self._shown >= INTERVAL:
            self._shown = now
            print(f"\r已检查 {self._done}/{self._total} 份", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Before anything else is written to standard error, and at the end."""
        if self._active:
            print("\r" + " " * 40 + "\r", end="", file=sys.stderr, flush=True)
