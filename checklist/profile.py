"""What a profile changes of the checklist: which items it asks, in which order, with what weight."""

from checklist.records import record


@record
class Adjustment:
    """What a profile changes of one item; None leaves it as it is."""

    id: str
    title: str | None = None
    weight: float | None = None
    required: bool | None = None
    advice: str | None = None
    omit: bool = False


@record
class Profile:
    """Which items apply, in which order and with what weight; may extend another, `adds` to the list."""

    id: str
    title: str
    extends: str | None = None
    note: str = ""
    order: tuple[str, ...] = ()
    adjusts: tuple[Adjustment, ...] = ()
    adds: tuple[str, ...] = ()
