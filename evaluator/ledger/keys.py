"""The keys of reports and problems: made from what does not change with a line number, read back from a cell."""

import os
import re
from hashlib import sha256
from unicodedata import normalize

from checklist.folding import squeeze
from evaluator.assessment import ReportFacts
from evaluator.ledger.entry import Key

STDIN = "-"
_DIGEST = "(?:[0-9a-f]{12})?"
_WRITTEN = re.compile(rf"({_DIGEST})/({_DIGEST})/([^/]+)/({_DIGEST})/([1-9]\d{{0,5}})")


def report_key(path: str) -> str:
    """Of a path however it was typed (./a, a, a\\b); standard input is another report every time."""
    if path == STDIN:
        return ""
    return _digest(normalize("NFC", os.path.normpath(path).replace("\\", "/")))


def unit_key(facts: ReportFacts) -> str:
    return _digest(f"{squeeze(facts.organ)}|{facts.year}") if facts.organ else ""


def quote_key(quote: str) -> str:
    return _digest(squeeze(quote))


def parsed(text: str) -> Key | None:
    """The key that a cell holds, None where it is none."""
    match = _WRITTEN.fullmatch(text.strip())
    return Key(match[1], match[2], match[3], match[4], int(match[5])) if match else None


def _digest(text: str) -> str:
    # Twelve digits: by chance two of a million are alike once in five hundred ledgers; and a row is short.
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
