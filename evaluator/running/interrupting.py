"""A wish to stop (Ctrl-C, SIGTERM) is obeyed at once, but never in the middle of what is being written."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# SIGBREAK is Windows' word for a closed window.
SIGNALS = ("SIGINT", "SIGTERM", "SIGBREAK")


class Interruption:
    """Raises KeyboardInterrupt when a signal comes, but within `held_back` only at the second."""

    def __init__(self) -> None:
        self.wished = False
        self._held = False

    @contextmanager
    def held_back(self) -> Iterator[None]:
        self._held = True
        try:
            yield
        finally:
            self._held = False

    def come(self, _number: int, _frame: FrameType | None) -> None:
        again, self.wished = self.wished, True
        if again or not self._held:
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
