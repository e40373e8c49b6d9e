"""Where something stands, as one says it: 第 12-14 行, 第 3 页（全文第 72 行）."""

from evaluator.document import Place


def where(place: Place) -> str:
    last = f"-{place.end_line}" if place.end_line > place.line else ""
    lines = f"第 {place.line}{last} 行"
    # Lines are counted through the whole text: none would find the 72nd on its page.
    return f"第 {place.page} 页（全文{lines}）" if place.page else lines
