"""Recorded decisions to accept one verdict or finding: who decided it, why, and until when."""

from datetime import date

from checklist.records import record


@record
class Waiver:
    """One decision. `accepts` is the id of an item or of a rule; `expires` is the last day on which it holds.

    `report` names the report by its file name, its path or its organ. `quote` narrows a finding to the words it
    stands on, empty for all findings of the rule. `origin` is where the decision is written, for messages.
    """

    accepts: str
    report: str
    reason: str
    approver: str
    expires: date
    quote: str = ""
    origin: str = ""
