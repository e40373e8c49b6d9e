"""A wish to stop (Ctrl-C, SIGTERM, a closed terminal) is obeyed at once, but never while something is written."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# SIGBREAK is Windows' word for a closed window.
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class Interruption:
    """Raises KeyboardInterrupt when a signal comes within `obeyed_at_once`, elsewhere only at the second."""

    def __init__(self) -> None:
        self.wished = False
        self._at_once = False

    @contextmanager
    def obeyed_at_once(self) -> Iterator[None]:
        self._at_once = True
        try:
            if self.wished:
                raise KeyboardInterrupt
            yield
        finally:
            self._at_once = False

    def come(self, number: int, _frame: FrameType | None) -> None:
        # The shell and the system each tell of a closed terminal: that is no second wish.
        again = self.wished and number != getattr(signal, "SIGHUP", None)
        # A second one that comes on the heels of the first must not find it still on its way.
        at_once, self._at_once, self.wished = self._at_once, False, True
        if again or at_once:
            raise KeyboardInterrupt


@contextmanager
def interruptions() -> Iterator[Interruption]:
    """Signals go to the interruption; those that the caller's shell has switched off (nohup, &) stay so."""
    interruption = Interruption()
    before = {}
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            before[number] = signal.signal(number, interruption.come)
    try:
        yield interruption
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
