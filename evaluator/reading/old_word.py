"""A .doc turned into a .docx by the library msdoc2docx, and that one read; to be called confined."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from doc2docx import convert
from doc2docx.errors import Doc2DocxError, EncryptedDocumentError, InvalidCompoundFile

from evaluator.document import Note, Reading
from evaluator.reading.docx import read_docx
from evaluator.refusal import ReportError

HINT = "请在 Word 或 WPS 里打开，另存为 .docx 再核查"
# WPS names itself in the header, which the library takes for damage; nothing else depends on it.
CLASS = range(8, 24)
# What the library says when words or pictures of the document did not come along.
WORDS_LOST = frozenset({"GROUPED_MAIN_TEXTBOXES_DEFERRED", "MAIN_TEXTBOX_TABLE_MALFORMED", "NOTE_REFERENCE_DEFERRED"})
PICTURES_LOST = frozenset(
    {"PICTURES_DEFERRED", "INLINE_PICTURE_FORMAT_DEFERRED", "INLINE_PICTURE_MALFORMED"}
    | {"FLOATING_PICTURE_FORMAT_DEFERRED", "OFFICEART_MALFORMED"}
)


def read_old_word(data: bytes) -> Reading:
    """Raises ReportError."""
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "报告.doc"), Path(folder, "报告.docx")
        source.write_bytes(data[: CLASS.start] + bytes(CLASS.stop - CLASS.start) + data[CLASS.stop :])
        try:
            found = {diagnostic.code for diagnostic in convert(source, target).report.warnings}
        except EncryptedDocumentError:
            hint = "请在 Word 或 WPS 里输入密码打开，取消密码后另存为 .docx 再核查"
            raise ReportError("encrypted", "文档加了密码，读不出来", hint) from None
        except InvalidCompoundFile as fault:
            raise ReportError("damaged", "文件已损坏或下载不完整", HINT) from fault
        except Doc2DocxError as fault:
            message = "这份旧版文档里有读不懂的内容，可能已损坏，或是 Word 97 以前的版本"
            raise ReportError("unsupported", message, HINT) from fault
        reading = read_docx(target.read_bytes())
    return _with_losses(replace(reading, format="doc"), found)


def _with_losses(reading: Reading, found: set[str]) -> Reading:
    notes, unread = reading.notes, reading.unread
    if found & PICTURES_LOST:
        notes = (*notes, Note("pictures", "有图片没有读出来，图片里的文字没有核查"))
    if found & WORDS_LOST:
        unread = "；".join(filter(None, (unread, "有文本框或注释里的文字没有读出来")))
    return replace(reading, notes=notes, unread=unread)
