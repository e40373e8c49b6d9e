"""A zip from strangers: names and sizes looked at first, every byte inflated counted, nothing put on disk."""

import struct
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from evaluator import limits
from evaluator.refusal import ReportError

# What the standard library raises at a zip that lies; RuntimeError where it is at a loss, EOFError at a cut.
FAULTS = (BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError, struct.error)
XML_PARTS = (".xml", ".rels")
ENTRY = b"PK\x01\x02"
RESAVE = "请在 Word 或 WPS 里打开，确认无误后另存为新的文件再核查"
PASSWORD = 1


class Archive:
    """The entries by their names; `read` inflates one at a time, all together no more than MOST_PARTS."""

    def __init__(self, data: bytes) -> None:
        """Raises ReportError when the zip is damaged, lies about itself or is larger than any report."""
        if data.count(ENTRY) > limits.MOST_ENTRIES:
            raise _bomb(f"里面有超过 {limits.MOST_ENTRIES} 个文件")
        try:
            self._zip = ZipFile(BytesIO(data))
        except FAULTS as fault:
            start = data[:4].hex(" ").upper()
            raise _damaged(f"开头是 ZIP 压缩包（{start}），但压缩结构不完整") from fault
        self._entries = _by_name(self._zip.infolist())
        self._left = limits.MOST_PARTS
        _require_size(self._entries.values(), len(data))

    def __iter__(self) -> Iterator[str]:
        """The names, in small letters."""
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._entries

    def read(self, name: str) -> bytes:
        """The bytes of an entry that is there. Raises ReportError."""
        entry = self._entries[name.lower()]
        _require_readable(entry)
        most = min(limits.MOST_PART, self._left)
        if entry.file_size > most:
            raise _bomb(f"其中的 {name} 解压后超过 {most // limits.MEBIBYTE} MB")
        try:
            # Asked for no more than the entry declares, the library inflates no more, and checks the sum.
            with self._zip.open(entry) as file:
                data = file.read(entry.file_size)
        except FAULTS as fault:
            raise _damaged(f"其中的 {name} 解不开") from fault
        self._left -= len(data)
        return data


def markup_in(data: bytes) -> int:
    """How many bytes of XML a zip says that it unpacks to; 0 for one that is damaged, which cannot be read anyway."""
    try:
        entries = ZipFile(BytesIO(data)).infolist()
    except FAULTS:
        return 0
    return sum(entry.file_size for entry in entries if entry.filename.lower().endswith(XML_PARTS))


def names_in(data: bytes) -> list[str]:
    """The names in small letters, in their order; none where they cannot be listed or are more than any report has."""
    if data.count(ENTRY) > limits.MOST_ENTRIES:
        return []
    try:
        return [name.replace("\\", "/").lower() for name in ZipFile(BytesIO(data)).namelist()]
    except FAULTS:
        return []


def _by_name(entries: list[ZipInfo]) -> dict[str, ZipInfo]:
    """Names are compared as Office does, without regard to case; a second entry of one name is a trick."""
    found: dict[str, ZipInfo] = {}
    for entry in entries:
        name = entry.filename.replace("\\", "/").lower()
        if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
            raise _trick(f"有指向别处的文件名（{entry.filename}）")
        if name in found:
            raise _trick(f"有两个同名的文件（{entry.filename}），不知道以哪个为准")
        found[name] = entry
    return found


def _require_size(entries: Iterable[ZipInfo], packed: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.MOST_UNPACKED:
        raise _bomb(f"解压后超过 {limits.MOST_UNPACKED // limits.MEBIBYTE} MB")
    if unpacked > limits.RATIO_COUNTS_FROM and unpacked > limits.MOST_RATIO * packed:
        raise _bomb(f"解压后是原来的 {unpacked // packed} 倍")


def _require_readable(entry: ZipInfo) -> None:
    if entry.flag_bits & PASSWORD:
        message = f"压缩包加了密码，读不出其中的 {entry.filename}"
        raise ReportError("encrypted", message, "请去掉密码后再核查")
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise _damaged(f"其中的 {entry.filename} 用了 Office 不用的压缩方法")


def _bomb(what: str) -> ReportError:
    return ReportError("zip-bomb", f"文件像是“压缩炸弹”：{what}，没有读取", RESAVE)


def _trick(what: str) -> ReportError:
    return ReportError("suspicious", f"文件的压缩结构可疑：{what}，没有读取", RESAVE)


def _damaged(what: str) -> ReportError:
    hint = "请重新下载或复制；能在 Word 或 WPS 里打开的，另存后再核查"
    return ReportError("damaged", f"文件已损坏或下载不完整：{what}", hint)
