"""The organ's own name in two forms: a 镇 that is a 乡 elsewhere, a signature not quite the title's, another county."""

import re
from collections.abc import Iterator, Sequence

from checklist.folding import squeeze
from checklist.rule import Rule
from evaluator.document import Document
from evaluator.mentions.occurrences import places
from evaluator.proofreading.fault import TextFault
from evaluator.roles.role import PREAMBLE, SentenceRole
from evaluator.understanding.speaking import reporters, speakers

TOWNSHIP = r"(\w{2,4}?)(街道|镇|乡|苏木)(?:人民政府|办事处|党工委)?$"
KINDS = ("街道", "镇", "乡", "苏木")
ABOVE = "省市县区旗州盟"
MOST_DIFFERENT = 2
# The last place that a name has, as far as it is one of its own: no 高新区, no 农业大县.
PLACE = r"([^\W\d省市县区旗州盟镇乡委局]{2,3})(街道|[市县区旗镇乡])(?!.*(?:街道|[市县区旗镇乡](?!委|政府)))"
NO_PLACES = ("高新", "经开", "开发", "示范", "试验", "合作", "自贸", "保税", "自治", "城", "级", "大", "强", "小", "名")


def organ_name(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """The other form, where it stands first."""
    organ = squeeze(document.metadata.organ or "")
    if document.metadata.title_span is not None and organ:
        yield from _other_kind(document, organ, rule)
        yield from _signed_otherwise(document, organ)
        yield from _of_another_place(document, organ)


def _other_kind(document: Document, organ: str, rule: Rule) -> Iterator[TextFault]:
    own = organ[max(map(organ.rfind, ABOVE)) + 1 :]
    match = re.search(TOWNSHIP, own) if any(kind in own for kind in KINDS) else None
    if not match:
        return
    name, kind = match.groups()
    for other in KINDS:
        found = places(document.plain.text, (name + other,), *document.body) if other != kind else []
        for start, end in found[:1]:
            text = document.plain.text
            if not text.startswith(rule.unless, end) and text[start - 1] != "原":
                message = f"标题里是“{name}{kind}”，这里写的是“{name}{other}”，本机关的名称前后不一致"
                yield TextFault(start, end, message, f"核对后统一为“{name}{kind}”")


def _signed_otherwise(document: Document, organ: str) -> Iterator[TextFault]:
    for paragraph in document.paragraphs:
        signed = document.plain.text[paragraph.start : paragraph.end]
        alike = len(signed) == len(organ) and signed[-1] == organ[-1]
        different = sum(a != b for a, b in zip(signed, organ, strict=False))
        if paragraph.kind == "signature" and alike and 0 < different <= MOST_DIFFERENT:
            message = f"落款是“{signed}”，标题里是“{organ}”，本机关的名称前后不一致"
            yield TextFault(paragraph.start, paragraph.end, message, "核对后统一为本机关的规范名称")


def _of_another_place(document: Document, organ: str) -> Iterator[TextFault]:
    """Who speaks or reports in the preamble, where that is another county or town than the title's."""
    own, text = _place(organ), document.plain.text
    preamble = [(each.start, each.end) for each in document.paragraphs if each.kind == PREAMBLE]
    spans = sorted({span for each in preamble for names in (speakers, reporters) for span in names(text, *each)})
    for start, end in spans:
        other = _place(text[start:end])
        if own and other and own[1] == other[1] and "".join(other) not in organ:
            message = f"标题里是“{''.join(own)}”，这里写的是“{''.join(other)}”，像是从别处的报告里留下的"
            yield TextFault(start, end, message, f"核对后改为“{''.join(own)}”")
            return


def _place(name: str) -> tuple[str, str] | None:
    """The place of an organ, 云溪 and 县, None where its name has none."""
    found = re.search(PLACE, name)
    return None if found is None or found[1].endswith(NO_PLACES) else (found[1], found[2])
