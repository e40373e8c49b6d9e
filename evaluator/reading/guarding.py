"""What is small is read at once; what is large, or unpacks to much, is read in a child process that can be ended."""

from evaluator import limits
from evaluator.document import Reading
from evaluator.reading.archive import markup_in
from evaluator.reading.finding import reader

# Each stands in a tag or an attribute of XML and HTML, or begins a word or group of RTF.
MARKS = (b"<", b"=", b"\\", b"{", b"}")


def guarded(reader_name: str, data: bytes) -> Reading:
    """What `read_NAME` of the module evaluator.reading.NAME makes of the bytes. Raises ReportError."""
    if is_large(data):
        from evaluator.reading.confined import confined

        return confined(reader_name, data)
    return reader(reader_name)(data)


def is_large(data: bytes) -> bool:
    """Whether there is more to take apart than in a report of some hundred pages."""
    if data.startswith(b"PK"):
        return markup_in(data) > limits.MOST_MARKUP_BYTES_AT_ONCE
    return sum(map(data.count, MARKS)) > limits.MOST_MARKUP_AT_ONCE
