"""What a report must contain, as frozen data: norms, roles of sentences, items, rules, profiles."""

from collections.abc import Mapping
from dataclasses import field

from checklist.norm import Basis, Norm
from checklist.profile import Profile
from checklist.records import record
from checklist.rule import Rule
from checklist.vocabulary import Group, Vocabulary

# Each with its name wherever one is shown to a reader.
LEVELS = {
    "province": "省级",
    "city": "市级",
    "county": "县（区）级",
    "township": "乡镇（街道）",
    "department": "部门",
}
TITLE = "title"
# Given by how a report is built, not by rules: title, opening, what no role claims, and of that what is to come.
STANDING_ROLES = {
    TITLE: "报告标题",
    "preamble": "开头的引言",
    "done": "主要举措",
    "ahead": "某项工作的下一步",
}


@record
class LookAlike:
    """Words that look like the thing but speak of something else, and what that is, for the reader.

    `levels` are those of the organs whose reports mean something else by them (a county's 局长 is not its head);
    none means all. `common` are those of any item: no report comes nearer to one of them by such words.
    """

    says: Group
    why: str
    levels: tuple[str, ...] = ()
    common: bool = False

    def misleads(self, level: str | None) -> bool:
        """Whether the words mean something else in a report of that level; what is not known excuses nothing."""
        return not self.levels or level in self.levels


@record
class OtherActors:
    """Bodies and people whose acts are not those of the organ, and how a clause tells that one of them acts.

    One of `names`, not as a part of `not_in` (集中学习), stands near the beginning of the clause, with none of
    `our_acts` before it (检查学校), none of `their_things` right behind it (学校周边) and none of `their_gains` further
    on in the clause (商户当天就能拿到执照); or 由 stands before it. It goes on to act up to a semicolon, or to a clause
    with one of `our_names`, or of `our_turns`, acts that are ours again. Where one of our names stands behind it
    (企业出技术、局里出数据), both act.
    """

    names: Group
    not_in: Group = ()
    our_acts: Group = ()
    their_things: Group = ()
    their_gains: Group = ()
    our_names: Group = ()
    our_turns: Group = ()


@record
class Passage:
    """One way in which running text says the thing.

    Any of `says` stands in a clause, not as a part of `not_in` (局长 in 副局长); where `along` is not empty
    one of it stands in the same sentence or the next, where `after` is not empty one of it before the clause in its
    paragraph; none of `unless` stands in the clause. What is `certain` need not sound like the item.
    """

    says: Group
    not_in: Group = ()
    along: Group = ()
    after: Group = ()
    unless: Group = ()
    certain: bool = False


@record
class Role:
    """What the sentences of a passage do: report what was done, name a problem, give a cause, plan, rectify.

    A heading with `headings` (and nothing of `headings_unless`) gives its role to what stands below, if it or that
    has something of `headings_with`. In running text a clause with `opens` begins a passage of the role; an `unless`
    excuses only the words that it overlaps.
    `says` are the predicates of single sentences, `says_unless` what takes a sentence's predicate back; nothing else
    telling of the role, such a sentence must have something of `says_with`. A sentence with `turns` (应当看到) before
    such a predicate opens the role too.
    """

    id: str
    title: str
    headings: Group = ()
    headings_unless: Group = ()
    headings_with: Group = ()
    opens: Group = ()
    opens_unless: Group = ()
    says: Group = ()
    says_unless: Group = ()
    says_with: Group = ()
    turns: Group = ()


@record
class FoundIn:
    """Where an item is looked for: sentences of these roles, under such headings or with such words.

    With neither headings nor passages every sentence of the roles counts that stands below no heading of
    `headings_unless`, and every sentence of those in `throughout` counts always. `scope` is how far a found
    passage reaches when its figures and words are counted: `sentence` or `clause`, each with the one after it.
    `own`: only what the reporting organ did counts, not what another body did; where it is `overseen`, what courts,
    congresses and bureaus did to it counts as well. What speaks of the items in
    `apart_from` does not count.
    """

    roles: tuple[str, ...]
    throughout: tuple[str, ...] = ()
    scope: str = "sentence"
    own: bool = False
    overseen: bool = False
    apart_from: tuple[str, ...] = ()
    headings: Group = ()
    headings_unless: Group = ()
    passages: tuple[Passage, ...] = ()
    unless: tuple[LookAlike, ...] = ()


@record
class Expectation:
    """What decides between met and partial: any one of the named tests suffices, empty ones do not count.

    figures, documents (《》), points (enumerated), clauses and sentences count what was found; `heading` asks
    for a heading of its own. What it `says` must stand in as many clauses as `in_clauses`. Two stand alone: `own_year`
    asks that the facts are the report year's, `states` names what the title must state (organ, year). Of a title
    nothing is asked but what it states or `says`.
    """

    id: str
    advice: str
    says: Group = ()
    figures: int = 0
    documents: int = 0
    points: int = 0
    clauses: int = 0
    in_clauses: int = 1
    sentences: int = 0
    heading: bool = False
    own_year: bool = False
    states: tuple[str, ...] = ()


@record
class Examples:
    """Fragments judged as a section of an otherwise empty report."""

    met: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@record
class Applies:
    """Report years (inclusive, None is open) and levels to which an item applies; no levels means all."""

    first_year: int | None = None
    last_year: int | None = None
    levels: tuple[str, ...] = ()

    def to(self, year: int | None, level: str | None) -> bool:
        """Whether the item is asked of a report; what is not known does not exempt."""
        if year is not None and not (self.first_year or year) <= year <= (self.last_year or year):
            return False
        return not self.levels or level is None or level in self.levels


@record
class Item:
    """One required element. `manual` items are listed for a person and never judged.

    `follows` are the items after whose passage a missing one belongs, the best first; `hollow` are phrases
    whose sentences say nothing specific. `sounds` is the tone that what was found
    must have where it is little: the table of that name in rules/tones. `tells_of` is the item that this one is about,
    as causes are about flaws: where that is missing it has nothing to tell of.
    """

    id: str
    title: str
    asks: str
    basis: tuple[Basis, ...]
    weight: float
    required: bool
    advice: str
    manual: bool = False
    applies: Applies = Applies()
    found_in: FoundIn | None = None
    sounds: str = ""
    touched_by: FoundIn | None = None
    complete_when: tuple[Expectation, ...] = ()
    hollow: Group = ()
    tells_of: str = ""
    follows: tuple[str, ...] = ()
    examples: Examples = Examples()


@record
class YearNote:
    """A note given with every report on one of these years."""

    code: str
    message: str
    first_year: int | None = None
    last_year: int | None = None

    def of(self, year: int) -> bool:
        return (self.first_year or year) <= year <= (self.last_year or year)


@record
class Checklist:
    """What one kind of report must contain, as chosen by a profile; items in the order of the list.

    `vocabulary` are the words of all its patterns, made once, so that a report is searched in one pass.
    """

    id: str
    version: str
    title: str
    profile: str
    digest: str
    norms: Mapping[str, Norm]
    roles: tuple[Role, ...]
    items: tuple[Item, ...]
    rules: tuple[Rule, ...] = ()
    others: tuple[OtherActors, ...] = ()
    year_notes: tuple[YearNote, ...] = ()
    profile_title: str = ""
    vocabulary: Vocabulary | None = field(default=None, compare=False, repr=False)

    @property
    def profile_shown(self) -> str:
        """What people call the profile, with the word that --profile takes."""
        return f"{self.profile_title}（{self.profile}）" if self.profile_title else self.profile


@record
class Rulebook:
    """Everything that the rules say, before a profile is chosen; `digests` are by profile."""

    id: str
    version: str
    title: str
    norms: tuple[Norm, ...]
    roles: tuple[Role, ...]
    items: tuple[Item, ...]
    rules: tuple[Rule, ...]
    profiles: tuple[Profile, ...]
    year_notes: tuple[YearNote, ...]
    others: tuple[OtherActors, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)
    vocabulary: Vocabulary | None = field(default=None, compare=False, repr=False)
