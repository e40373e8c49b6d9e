"""Every fault of all rules files at once: how they are written, their form, what one entry cannot know."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from checklist.demands import demand_faults
from checklist.errors import Fault
from checklist.gathering import Gathered
from checklist.parsing import Source, Trail
from checklist.patterns import pattern_faults
from checklist.references import reference_faults
from checklist.shapes import form_faults
from checklist.tone_tables import tone_faults
from checklist.weighing import weight_faults

_NOT_WHOLE = "这不是一整套规则；另加的规则跟在 --rules 后面，如 lawgov-rules explain 编号 --rules 文件"
# Keys whose values may be dates without quotes.
DATES = ("begins", "ends")


def faults_of(sources: Sequence[Source], tones: Collection[str] | None = None) -> tuple[Fault, ...]:
    """Every fault, each once, by file in the given order and by place.

    `tones` are those of which there is a table; without them none is asked for.
    """
    order = {source.path: index for index, source in enumerate(sources)}
    found = dict.fromkeys(_faults(sources, tones))
    return tuple(sorted(found, key=lambda fault: (order[fault.path], fault.line, fault.column)))


def _faults(sources: Sequence[Source], tones: Collection[str] | None) -> Iterator[Fault]:
    unsound: list[tuple[str, Trail]] = []
    for source in sources:
        yield from (replace(fault, unread=not source.readable) for fault in source.faults)
        taken = {(fault.line, fault.column) for fault in source.faults}
        for trail, fault in form_faults(source):
            unsound.append((source.path, trail[:2]))
            if (fault.line, fault.column) not in taken:
                yield replace(fault, unread=not source.readable)
    gathered = Gathered(sources, unsound)
    yield from reference_faults(gathered)
    yield from demand_faults(gathered)
    yield from pattern_faults(gathered)
    yield from weight_faults(gathered)
    if tones is not None:
        yield from tone_faults(gathered, tones)
    if gathered.whole and not gathered.of("checklist"):
        yield Fault(sources[0].path, 0, 0, "没有一个文件写了 checklist（清单的编号、版本和名称）", _NOT_WHOLE)
