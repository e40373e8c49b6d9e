"""Rules given with --rules, kept built in the user's cache folder; everything works as well without one.

Only rules are kept, never anything of a report. What cannot be read or written is passed over in silence:
the rules are at hand and only time is lost.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

MOST_KEPT = 8


def read(key: str) -> bytes | None:
    """What was kept under the key."""
    try:
        return (_folder() / f"rules-{key}.json").read_bytes()
    except (OSError, RuntimeError):
        return None


def write(key: str, built: bytes) -> None:
    """Keeps it whole or not at all, and the latest few only."""
    with suppress(OSError, RuntimeError):
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / f"rules-{key}.json", built)
        kept = sorted(folder.glob("rules-*.json"), key=lambda path: path.stat().st_mtime)
        for old in kept[:-MOST_KEPT]:
            old.unlink()


def write_whole(path: Path, content: bytes) -> None:
    """Writes beside the file and moves it there, so that nobody ever reads half of it."""
    import tempfile  # 8 ms at import, and written only after rules were built
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _folder() -> Path:
    """Where the system keeps what can be made again. Raises RuntimeError where there is no home."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return Path(base or Path.home() / "AppData" / "Local") / "lawgov-check" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "lawgov-check"
    base = os.environ.get("XDG_CACHE_HOME")
    return Path(base if base and os.path.isabs(base) else Path.home() / ".cache") / "lawgov-check"  # noqa: PTH117
