"""Words for oneself that belong to another kind of organ: 我局 in a 街道's report, 我镇 in a bureau's."""

from collections.abc import Iterator, Sequence

from checklist.folding import squeeze
from checklist.rule import Rule
from evaluator.document import Document
from evaluator.mentions.occurrences import places
from evaluator.proofreading.fault import TextFault
from evaluator.roles.role import SentenceRole

# The words with which an organ speaks of itself, by the end of its name.
OWN = {
    "街道办事处": ("街道",),
    "街道": ("街道",),
    "镇人民政府": ("镇",),
    "镇": ("镇",),
    "乡人民政府": ("乡",),
    "乡": ("乡",),
    "局": ("局",),
    "厅": ("厅",),
    "委员会": ("委",),
    "委": ("委",),
    "人民政府": (),
}
UNITS = ("街道", "镇", "乡", "局", "厅", "委")
# 60本乡镇案卷, 基本局面: here 本 is a measure or ends a word.
OF_BEFORE = frozenset("0123456789一二三四五六七八九十百千万两几数多余每各基根成文版日样资课书脚剧")


def foreign_level(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """我局, 本镇 and their like that are another's; the rule's words follow 全局 where it means an organ."""
    organ = squeeze(document.metadata.organ or "")
    own = next((OWN[end] for end in sorted(OWN, key=len, reverse=True) if organ.endswith(end)), None)
    if own is None or "、" in organ:
        return
    foreign = [unit for unit in UNITS if unit not in own]
    words = tuple(voice + unit for unit in foreign for voice in ("我", "本"))
    words += tuple(f"全局{word}" for word in rule.words) if "局" in foreign else ()
    text = document.plain.text
    for start, end in places(text, words, *document.body):
        if text[start] == "本" and text[start - 1 : start] in OF_BEFORE:
            continue
        if not any(word in text[max(0, start - 4) : end + 2] for word in rule.unless):
            said = document.quote(start, end)
            message = f"本机关是“{organ}”，这里自称“{said}”，像是别的机关的文字"
            yield TextFault(start, end, message, "改为本机关的自称，并核对这一段是不是本机关的情况")
