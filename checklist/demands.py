"""What a well-formed entry still owes: examples, tests, verified articles, years in order."""

from collections.abc import Iterator
from typing import Any

from checklist.building import years
from checklist.errors import Fault
from checklist.folding import is_short_form, squeeze
from checklist.gathering import Entry, Gathered
from checklist.model import TITLE
from checklist.parsing import Trail

TESTS = ("says", "figures", "documents", "points", "clauses", "sentences", "heading", "own_year", "states")
# Beside one of these no other test is asked.
_ALONE = ("own_year", "states")
# What is asked of a title; of all else its own words and figures.
_OF_TITLE = ("says", "states")
# One of them must tell an item from all else that was done.
_TELLING = ("headings", "passages", "complete_when", "tells_of")
_SAMPLES = {
    "items": {"met": "判为具备的", "partial": "判为不完整的", "missing": "判为缺失的"},
    "rules": {"found": "应当找到的", "clean": "看着像、不应找到的"},
}


def demand_faults(gathered: Gathered) -> Iterator[Fault]:
    """Faults that concern one entry by itself."""
    for entry in gathered.of("items", sound=True) + gathered.of("rules", sound=True):
        yield from _unverified(entry)
    for entry in gathered.of("items") + gathered.of("rules"):
        # Also of what is otherwise malformed, or the lack of examples would be told one run later.
        if isinstance(entry.data, dict) and isinstance(entry.data.get("examples", {}), dict):
            yield from _samples(entry)
    for entry in gathered.of("items", sound=True):
        yield from _item(entry)
    for entry in gathered.of("rules", sound=True):
        yield from _rule(entry)
    for entry in gathered.of("year_notes", sound=True):
        yield from _reversed(entry, (), entry.data)
    for entry in gathered.of("norms", sound=True):
        yield from _outlived(entry)


def _unverified(entry: Entry) -> Iterator[Fault]:
    for index, basis in enumerate(entry.data.get("basis", ())):
        if basis.get("verified") and "article" not in basis:
            message = "写了 verified: true 却没有写 article"
            yield entry.fault(("basis", index, "verified"), message, "写上核对过的条款，或者删去 verified")


def _samples(entry: Entry) -> Iterator[Fault]:
    given, manual = entry.data.get("examples", {}), entry.data.get("manual", False)
    if manual is not False:
        if given and manual is True:
            yield entry.fault(("examples",), "人工确认的要素不判，不用写例文", "删去 examples")
        return
    for kind, meaning in _SAMPLES[entry.section].items():
        if given.get(kind, []) == []:
            yield entry.fault(("examples",), f"缺少 {kind} 的例文，至少要一个", f"{kind}: [一句{meaning}话]")


def _item(entry: Entry) -> Iterator[Fault]:
    data = entry.data
    if data.get("manual") and data["weight"]:
        yield entry.fault(("weight",), "人工确认的要素不计分，weight 应为 0")
    if not data.get("manual") and "found_in" not in data:
        yield entry.fault((), "没有写 found_in，永远找不到", "写明在哪里找；机器判断不了的写 manual: true")
    found = data.get("found_in", {})
    for index, expectation in enumerate(data.get("complete_when", ())):
        yield from _expectation(entry, ("complete_when", index), expectation, TITLE in found.get("roles", ()))
    if found.get("roles") == ["done"] and not any(data.get(key, found.get(key)) for key in _TELLING):
        hint = "写 headings 或 passages（有哪些词才算），或者写 complete_when（写到什么程度才算）"
        yield entry.fault(("found_in",), "只要报告写了做的事，就算写到了这一项", hint)
    if "years" in data.get("applies", {}):
        first, last = years(data["applies"]["years"])
        if first and last and first > last:
            message = f"年度写反了：{first} 在 {last} 之后"
            yield entry.fault(("applies", "years"), message, f"写成 {last}..{first}")


def _expectation(entry: Entry, trail: Trail, data: Any, of_title: bool) -> Iterator[Fault]:
    """No tests at all, or some that would be passed over in silence."""
    tests = [test for test in TESTS if data.get(test)]
    if not tests:
        yield entry.fault(trail, "没有写任何判断的办法", f"至少写一项：{'，'.join(TESTS)}")
    yield from _of_title(entry, trail, data) if of_title else _of_text(entry, trail, data)
    together = [test for test in tests if (test in _OF_TITLE if of_title else test != "states")]
    alone = next((test for test in _ALONE if test in together), None)
    if alone and len(together) > 1:
        others = "、".join(test for test in together if test != alone)
        hint = f"{others} 另写成一条（另取一个 id）；各条都满足才算具备"
        yield entry.fault((*trail, alone), f"应单独写成一条，和它写在一起的 {others} 不起作用", hint)


def _of_title(entry: Entry, trail: Trail, data: Any) -> Iterator[Fault]:
    for test in (*TESTS, "in_clauses"):
        if data.get(test) and test not in _OF_TITLE:
            hint = f"在标题里找的要素（found_in.roles 有 title）只能写 {'、'.join(_OF_TITLE)}"
            yield entry.fault((*trail, test), "对标题不起作用", hint)


def _of_text(entry: Entry, trail: Trail, data: Any) -> Iterator[Fault]:
    if data.get("states"):
        hint = "states 只写在 found_in: {roles: [title]} 的要素里；正文里要有的词写 says"
        yield entry.fault((*trail, "states"), "问的是标题，这个要素不在标题里找，永远不能满足", hint)
    if data.get("in_clauses") and not data.get("says"):
        hint = "写上 says（要在几个分句里出现的词），或者删去 in_clauses"
        yield entry.fault((*trail, "in_clauses"), "没有写 says，in_clauses 不起作用", hint)


def _rule(entry: Entry) -> Iterator[Fault]:
    for index, name in enumerate(entry.data.get("names", ())):
        yield from _reversed(entry, ("names", index), name)
        if "first_year" not in name and "last_year" not in name:
            yield entry.fault(("names", index), "没有写 first_year 或 last_year，等于不限年度")
    for index, term in enumerate(entry.data.get("terms", ())):
        yield from _pointless(entry, ("terms", index), [term["wrong"]], term.get("unless", ()))
        if term["wrong"] == term["right"]:
            yield entry.fault(("terms", index, "right"), "和 wrong 一样")
    lists = entry.data.get("lists", ())
    names = [squeeze(named["name"]) for named in lists]
    for index, named in enumerate(lists):
        trail = ("lists", index)
        if names[index] in names[:index]:
            yield entry.fault((*trail, "name"), f"“{named['name']}”前面已经列过", "合成一条")
        yield from _pointless(entry, trail, named["members"], named.get("unless", ()))
        yield from _indistinct(entry, (*trail, "members"), [squeeze(member) for member in named["members"]])
    yield from _pointless(entry, (), entry.data.get("words", ()), entry.data.get("unless", ()))


def _indistinct(entry: Entry, trail: Trail, members: list[str]) -> Iterator[Fault]:
    """A member that is another one, or a short form of it, can never be told from it."""
    for index, member in enumerate(members):
        other = next((o for at, o in enumerate(members) if at != index and is_short_form(member, o)), None)
        if other is not None:
            message = f"“{member}”和“{other}”分不清：其中一项是另一项，或者是它的简写"
            yield entry.fault((*trail, index), message, "写成能分清的全称")
            return


def _pointless(entry: Entry, trail: Trail, words: Any, unless: Any) -> Iterator[Fault]:
    """A word that contains one of its own exceptions is never found."""
    for word in words:
        excuse = next((excuse for excuse in unless if excuse in word), None)
        if excuse is not None:
            message = f"“{word}”里就有除外的“{excuse}”，永远找不到"
            yield entry.fault((*trail, "unless"), message, "删去其中一个")


def _reversed(entry: Entry, trail: Trail, data: Any) -> Iterator[Fault]:
    first, last = data.get("first_year"), data.get("last_year")
    if first and last and first > last:
        message = f"年度写反了：{first} 在 {last} 之后"
        yield entry.fault((*trail, "first_year"), message, "对调 first_year 和 last_year")


def _outlived(entry: Entry) -> Iterator[Fault]:
    begins, ends = entry.data.get("begins"), entry.data.get("ends")
    if begins and ends and begins > ends:
        yield entry.fault(("begins",), f"施行日期 {begins} 在失效日期 {ends} 之后", "对调 begins 和 ends")
