"""Old Word and WPS documents (.doc, .wps): by a library where the extra is installed, else by LibreOffice."""

from importlib.util import find_spec

from evaluator.document import Reading
from evaluator.errors import ReportError
from evaluator.reading import office
from evaluator.reading.confined import confined

LIBRARY = "doc2docx"
# What the library says of a file that LibreOffice may know better: Word 6 and 95, odd or broken structures.
BEYOND = frozenset({"unsupported", "damaged", "crashed"})


def read_doc(data: bytes) -> Reading:
    """Raises ReportError."""
    if find_spec(LIBRARY) is None:
        return office.read_office(data, suffix=".doc")
    try:
        return confined("old_word", data)
    except ReportError as error:
        if error.code in BEYOND and office.program():
            return office.read_office(data, suffix=".doc")
        raise
