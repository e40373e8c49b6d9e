"""Which files a run is about: those named and those below named folders, each once; the rest with why not."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import NamedTuple

from checklist.errors import UserError
from checklist.obstacles import obstacle
from checklist.records import record
from evaluator.masking import cover
from evaluator.reading import SUFFIXES as SUFFIXES
from evaluator.reading import UNREAD
from evaluator.run import Ignored

STDIN = "-"
_AGAIN = "重复给出，只检查一次"
_LITTER = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})


@record
class Source:
    """One report to read; `data` is there where it has been read already (standard input).

    `closed` says why a folder would not open, which stands for the reports in it.
    """

    path: str
    data: bytes | None = field(default=None, repr=False)
    closed: str = ""


@record
class Collection:
    sources: tuple[Source, ...]
    ignored: tuple[Ignored, ...]


class Found(NamedTuple):
    """A path, the reason to leave it out (empty where it is to be checked), and why it would not open as a folder."""

    path: str
    reason: str = ""
    closed: str = ""


def collect(paths: Iterable[str], read_stdin: Callable[[], bytes]) -> Collection:
    """What the paths name, in their order. Raises UserError naming every path that leads to nothing to check."""
    given = tuple(paths)
    found = _found(given)
    _refuse_barren(found)
    seen: dict[tuple[int, int], str] = {}
    sources: list[Source] = []
    ignored: list[Ignored] = []
    again: set[str] = set()
    for name in given:
        for path, reason, closed in [Found(name, _AGAIN)] if name in again else found[name]:
            reason = reason or _twice(path, seen)
            if reason:
                ignored.append(Ignored(cover(path), cover(reason)))
            else:
                sources.append(Source(path, read_stdin() if path == STDIN else None, closed))
        again.add(name)
    return Collection(tuple(sources), tuple(ignored))


def _found(given: Iterable[str]) -> dict[str, tuple[Found, ...]]:
    """What each name stands for. Raises UserError naming every one that does not exist."""
    names = tuple(dict.fromkeys(given))
    absent = [path for path in names if path != STDIN and not _exists(path)]
    if absent:
        raise UserError(f"找不到文件或文件夹：{'、'.join(absent)}", "请核对路径；路径里有空格的，要加引号")
    return {name: tuple(_named(name)) for name in names}


def _refuse_barren(found: Mapping[str, Sequence[Found]]) -> None:
    """Whoever names a folder without reports beside others would take the others' pass for that of all."""
    barren = [
        name
        for name, files in found.items()
        if all(file.reason for file in files) and not _beside_its_document(name, found)
    ]
    if not barren:
        return
    ignored = [file for name in barren for file in found[name]]
    hint = _why_ignored(ignored) if ignored else "文件夹里没有文件，请核对路径"
    rest = "；不用检查的，请从命令里去掉" if len(barren) < len(found) else ""
    raise UserError(f"没有可以检查的报告：{cover('、'.join(barren))}", hint + rest)


def _beside_its_document(name: str, given: Iterable[str]) -> bool:
    """A lock file that a shell adds for *.docx while its document, which is named as well, is open.

    Word puts ~$ before a short name and in the place of one or two characters of a longer one.
    """
    lock = Path(name)
    rest = lock.name.removeprefix("~$")
    documents = (path for path in map(Path, given) if path.parent == lock.parent and path != lock)
    return rest != lock.name and any(
        not _litter(path.name) and path.name.endswith(rest) and len(path.name) - len(rest) <= len("~$")
        for path in documents
    )


def _why_ignored(files: Sequence[Found]) -> str:
    first = "；".join(cover(f"{file.path}：{file.reason}") for file in files[:3])
    return f"有 {len(files)} 个文件没有检查（{first}）。能检查的格式：{'、'.join(SUFFIXES)}"


def _exists(path: str) -> bool:
    """Whether something has that name; what may not be looked at exists, and reading it will say so."""
    try:
        Path(path).stat()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return True


def _leads_to_folder(path: str) -> bool:
    """What may not be looked at passes as a file: reading it fails and says so."""
    try:
        return Path(path).is_dir()
    except PermissionError:
        return False


def _named(path: str) -> Iterator[Found]:
    """The files a name stands for."""
    if path != STDIN and _leads_to_folder(path):
        yield from _below(path)
    else:
        yield Found(path, _litter(Path(path).name))


def _below(root: str) -> Iterator[Found]:
    home = os.path.realpath(root)
    # A list and no recursion: folders may be nested deeper than Python's stack.
    waiting: list[os.DirEntry[str] | str] = [root]
    while waiting:
        entry = waiting.pop()
        reason = _reason(entry, home) if isinstance(entry, os.DirEntry) else ""
        if isinstance(entry, os.DirEntry) and not _is_folder(entry, reason):
            yield Found(entry.path, reason)
            continue
        try:
            waiting += _entries(entry)
        except OSError as error:
            yield Found(os.fspath(entry), closed=obstacle(error))


def _is_folder(entry: "os.DirEntry[str]", reason: str) -> bool:
    return not reason and entry.is_dir(follow_symlinks=False)


def _entries(folder: "os.DirEntry[str] | str") -> "list[os.DirEntry[str]]":
    """The last name first, since the list is worked off from its end. Raises OSError."""
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name, reverse=True)


def _reason(entry: "os.DirEntry[str]", home: str) -> str:
    litter = _litter(entry.name)
    if litter:
        return litter
    if entry.name.startswith("."):
        return "隐藏的文件或文件夹"
    if entry.is_symlink():
        reason = _astray(entry.path, home)
        if reason:
            return reason
    elif entry.is_dir():
        return ""
    suffix = Path(entry.name).suffix.lower()
    if suffix not in SUFFIXES:
        hint = f"；{UNREAD[suffix]}" if suffix in UNREAD else ""
        return f"不是能检查的格式（{suffix or '没有扩展名'}）{hint}"
    return "" if _may_be_file(entry) else "不是普通文件"


def _may_be_file(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_file()
    except PermissionError:
        return True


def _litter(name: str) -> str:
    if name.startswith(("~$", ".~")):
        return "Word/WPS 打开文档时留下的临时文件"
    if name.lower().endswith((".tmp", ".temp")):
        return "临时文件"
    return "系统文件" if name.lower() in _LITTER else ""


def _astray(link: str, home: str) -> str:
    """Why a link is not followed: what it leads to is elsewhere, or is visited by its own name anyway."""
    target = Path(os.path.realpath(link))
    if not _exists(str(target)):
        return "链接指向的文件不存在"
    if not target.is_relative_to(home):
        return "链接指向所给文件夹之外"
    return "链接指向的文件夹已在检查范围内" if _leads_to_folder(str(target)) else ""


def _twice(path: str, seen: dict[tuple[int, int], str]) -> str:
    """Two names of one file are one report; two files of the same content are two."""
    if path == STDIN:
        return ""
    try:
        status = Path(path).stat()
    except OSError:
        return ""
    first = seen.get((status.st_dev, status.st_ino))
    if first is None:
        seen[status.st_dev, status.st_ino] = path
        return ""
    return _AGAIN if first == path else f"与 {first} 是同一个文件，只检查一次"
