"""The user's own Word document: what it is made of, and what a copy of it cannot take along."""

import re
from dataclasses import field

from checklist.records import record
from evaluator.output.docx.markup import as_utf8, top
from evaluator.reading.archive import Archive
from evaluator.reading.docx.names import OFF, STRICT, W
from evaluator.reading.docx.package import Package, Relation, zipped
from evaluator.reading.xml import parse

USUALLY, STRICTLY = W[1:-1], next(strict for strict, usual in STRICT.items() if usual == W)[1:-1]
SIGNATURES = "_xmlsignatures/"
MACROS = re.compile(r"(?:^|/)(?:_rels/)?vba(?:project|data)[^/]*$")
SIGNED = "原件带有数字签名。加了批注的文件与签名不再相符，所以副本里没有签名；原件没有改动，签名仍以原件为准。"
PROTECTED = "原件设有编辑限制，副本照样保留；要修改或处理批注，请先在“审阅”里停止保护。"
WITH_MACROS = "原件带有宏，.docx 文件不能带宏，所以副本里没有宏；要用宏请用原件。"


@record
class Word:
    """`main` is the name of the document part, `space` the namespace it is written in.

    `dropped` are the parts that no copy may have.
    """

    data: bytes = field(repr=False)
    main: str
    space: str
    relations: dict[str, Relation]
    dropped: frozenset[str]
    notices: tuple[str, ...]

    def archive(self) -> Archive:
        """Anew for each reading, since it counts what is taken out of it."""
        return Archive(self.data)

    def package(self) -> Package:
        return zipped(self.archive())

    def part(self, name: str) -> bytes:
        """Raises ReportError where it is no XML, or one that nobody should read."""
        data = self.archive().read(name)
        parse(data, name)
        return data

    def related(self, kind: str) -> str | None:
        """The name of the part of that kind, where there is one."""
        names = self.archive()
        targets = (r.target for r in self.relations.values() if r.kind == kind and not r.external)
        return next((target for target in targets if target in names), None)


def word(data: bytes) -> Word:
    """Raises ReportError."""
    archive = Archive(data)
    package = zipped(archive)
    main = package.document()
    relations = package.relations(main)
    signatures = {name for name in archive if name.startswith(SIGNATURES)}
    macros = {name for name in archive if MACROS.search(name)}
    strict = STRICTLY in top(as_utf8(archive.read(main))[0]).spaces.values()
    told = {SIGNED: bool(signatures), PROTECTED: _protected(package, relations), WITH_MACROS: bool(macros)}
    notices = tuple(notice for notice, holds in told.items() if holds)
    return Word(data, main, STRICTLY if strict else USUALLY, relations, frozenset(signatures | macros), notices)


def _protected(package: Package, relations: dict[str, Relation]) -> bool:
    return any(_restricts(package, relation.target) for relation in relations.values() if relation.kind == "settings")


def _restricts(package: Package, name: str) -> bool:
    settings = package.part(name)
    if settings is None:
        return False
    protection = settings.find(f"{W}documentProtection")
    enforced = protection is not None and protection.get(f"{W}enforcement", "0") not in OFF
    return enforced or settings.find(f"{W}writeProtection") is not None
