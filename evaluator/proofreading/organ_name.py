"""The organ's own name in two forms: a 镇 that is a 乡 elsewhere, a signature that differs from the title by a character."""

import re
from collections.abc import Iterator, Sequence

from checklist.folding import squeeze
from checklist.model import Rule
from evaluator.document import Document
from evaluator.fault import Fault
from evaluator.roles import SentenceRole

TOWNSHIP = re.compile("([\u4e00-\u9fff]{2,4}?)(街道|镇|乡|苏木)(?:人民政府|办事处|党工委)?$")
KINDS = ("街道", "镇", "乡", "苏木")
BOUNDARY = re.compile("[省市县区旗州盟]")
MOST_DIFFERENT = 2


def organ_name(document: Document, rule: Rule, roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """The other form, where it stands first."""
    organ = squeeze(document.metadata.organ or "")
    if document.metadata.title_span is None or not organ:
        return
    yield from _other_kind(document, organ, rule)
    yield from _signed_otherwise(document, organ)


def _other_kind(document: Document, organ: str, rule: Rule) -> Iterator[Fault]:
    match = TOWNSHIP.search(BOUNDARY.split(organ)[-1])
    if not match:
        return
    name, kind = match.groups()
    for other in KINDS:
        spans = document.words.occurrences_between((name + other,), *document.body) if other != kind else ()
        for start, end in spans[:1]:
            after = document.plain.text[end : end + 3]
            if not any(after.startswith(word) for word in rule.unless):
                message = f"标题里是“{name}{kind}”，这里写的是“{name}{other}”，本机关的名称前后不一致"
                yield Fault(start, end, message, f"核对后统一为“{name}{kind}”")


def _signed_otherwise(document: Document, organ: str) -> Iterator[Fault]:
    for paragraph in document.paragraphs:
        if paragraph.kind != "signature":
            continue
        signed = document.plain.text[paragraph.start : paragraph.end]
        if len(signed) == len(organ) and signed[-1] == organ[-1] and signed != organ:
            different = sum(a != b for a, b in zip(signed, organ, strict=True))
            if different <= MOST_DIFFERENT:
                message = f"落款是“{signed}”，标题里是“{organ}”，本机关的名称前后不一致"
                yield Fault(paragraph.start, paragraph.end, message, "核对后统一为本机关的规范名称")
