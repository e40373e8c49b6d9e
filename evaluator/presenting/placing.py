"""Where something stands, as one says it: 第 3 页第 12-14 行."""

from evaluator.document import Place


def where(place: Place) -> str:
    page = f"第 {place.page} 页" if place.page else ""
    last = f"-{place.end_line}" if place.end_line > place.line else ""
    return f"{page}第 {place.line}{last} 行"
