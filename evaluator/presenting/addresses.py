"""A report's path as other programs look it up: relative to the working folder, with forward slashes."""

import os
from pathlib import Path
from urllib.parse import quote


def address(path: str) -> str:
    """What lies below the working folder loses its way there; anything else stays as it was named."""
    named = Path(path)
    here = Path.cwd()
    return (named.relative_to(here) if named.is_absolute() and named.is_relative_to(here) else named).as_posix()


def uri(path: str) -> str:
    """The address as a URI reference; a name that is no UTF-8 keeps its bytes."""
    named = address(path)
    encoded = quote(os.fsencode(named))
    return f"file://{'' if encoded.startswith('/') else '/'}{encoded}" if Path(named).is_absolute() else encoded
