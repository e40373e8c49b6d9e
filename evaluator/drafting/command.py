"""`lawgov-rules outline`: an empty report for a level and a year, as Markdown or as a Word document."""

from datetime import date

from checklist.drafting import Draft
from checklist.errors import UserError
from evaluator.drafting.empty_report import lines
from evaluator.official.markdown import markdown
from evaluator.running.writing import write

SUFFIXES = (".docx", ".md")


def shown(draft: Draft) -> str:
    return markdown(lines(draft))


def save(draft: Draft, path: str) -> None:
    """Whole or not at all. Raises UserError."""
    if not path.lower().endswith(SUFFIXES):
        raise UserError(f"不能保存为 {path}：不认识这种扩展名", f"可用的扩展名：{'、'.join(SUFFIXES)}")
    content = word(draft, date.today()) if path.lower().endswith(".docx") else shown(draft)
    write(path, content)


def word(draft: Draft, day: date) -> bytes:
    """Raises UserError where the library is not installed."""
    from evaluator.official.requiring import require_office

    require_office()
    from evaluator.official.paper import Paper

    paper = Paper(f"{draft.organ}{draft.year}年{draft.kind}", day)
    paper.add(lines(draft))
    return paper.finish()
