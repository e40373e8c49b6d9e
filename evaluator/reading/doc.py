"""Old Word and WPS documents (.doc, .wps): by a library where the extra is installed, else by LibreOffice."""

from importlib.util import find_spec

from evaluator.document import Reading
from evaluator.reading import office
from evaluator.reading.confined import confined
from evaluator.refusal import ReportError

LIBRARY = "doc2docx"
# What the library says of a file that LibreOffice may know better: Word 6 and 95, odd or broken structures.
BEYOND = frozenset({"unsupported", "damaged", "crashed"})
SECTOR = 512
# With these the stream of the document begins: Word 97 and later, and those before it with their version behind it.
SINCE_97, BEFORE_97 = b"\xec\xa5", b"\xdc\xa5"
WORD_95 = 104


def read_doc(data: bytes) -> Reading:
    """Raises ReportError."""
    if find_spec(LIBRARY) is None:
        return office.read_office(data, _form(data))
    try:
        reading = confined("old_word", data)
    except ReportError as error:
        if error.code in BEYOND and office.program():
            return office.read_office(data, _form(data))
        raise
    return office.read_office(data, _form(data)) if reading.unread and office.program() else reading


def _form(data: bytes) -> str:
    """LibreOffice's name for the version of Word; the stream may begin at any sector."""
    for at in range(SECTOR, len(data), SECTOR):
        if data.startswith(SINCE_97, at):
            break
        if data.startswith(BEFORE_97, at):
            return "MS Word 95" if data[at + 2 : at + 3] >= bytes([WORD_95]) else "MS WinWord 6.0"
    return "MS Word 97"
