"""Recorded decisions to accept one verdict or finding: who decided it, why, and until when."""

from datetime import date

from checklist.records import record


@record
class Waiver:
    """One decision. `accepts` is the id of an item or of a rule; `expires` is the last day on which it holds.

    `report` names the report by its file name, its path, a pattern of either or its organ. `quote` narrows a finding
    to the words it stands on, empty for all findings of the rule. `origin` is where the decision is written, for
    messages.
    """

    accepts: str
    report: str
    reason: str
    approver: str
    expires: date
    quote: str = ""
    origin: str = ""

    @property
    def said(self) -> str:
        return f"已豁免：{self.reason}；{self.approver}；到 {self.expires.isoformat()}"

    def holds(self, today: date) -> bool:
        return today <= self.expires
