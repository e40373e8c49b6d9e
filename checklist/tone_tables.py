"""Tones that items must have, told where one has no table; learning makes it, so that only lint asks."""

from collections.abc import Collection, Iterator

from checklist.errors import Fault
from checklist.gathering import Entry, Gathered
from checklist.hints import near


def tone_faults(gathered: Gathered, tables: Collection[str]) -> Iterator[Fault]:
    """Of every item that sounds like a tone which is not in `tables`."""
    for entry in gathered.of("items", sound=True):
        tone = entry.data.get("sounds")
        if tone and tone not in tables:
            yield entry.fault(
                ("sounds",), f"没有“{tone}”的用词倾向表（rules/tones/{tone}.json）", _hint(entry, tone, tables)
            )


def _hint(entry: Entry, tone: str, tables: Collection[str]) -> str:
    """Learning makes the table of an item that sounds like itself, and no other."""
    if tone == entry.id:
        learn = f"lawgov-rules learn 报告文件夹 --rules {entry.source.path} -o rules/tones"
        return f"在克隆的源码里用 {learn} 统计一份，或者删去 sounds"
    return f"写 rules/tones 里有的表，或者写要素自己的编号再统计一份。{near(tone, (*sorted(tables), entry.id))}"
