"""What was found in a document that a reader of the result should know, counted as it is met."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from evaluator.document import Note

MOST_NAMED = 5


@dataclass(slots=True)
class Tally:
    revisions: int = 0
    comments: int = 0
    objects: int = 0
    macros: bool = False
    external: bool = False
    unread: list[str] = field(default_factory=list)

    def told(self) -> str:
        """What could not be read, in words; where it is much, the first of it."""
        what = list(dict.fromkeys(self.unread))
        more = f"；另有 {len(what) - MOST_NAMED} 处同样没有读出" if len(what) > MOST_NAMED else ""
        return "；".join(what[:MOST_NAMED]) + more

    def notes(self, pictures: int, hidden: int) -> Iterator[Note]:
        if self.revisions:
            told = f"有 {self.revisions} 处修订还没有接受，按全部接受后的文字核查"
            yield Note("revisions", told)
        if self.comments:
            yield Note("comments", f"有 {self.comments} 条批注，批注里的文字不算正文")
        if hidden:
            yield Note("hidden-text", f"有 {hidden} 段带有隐藏文字，不算正文，请核对是否应当删去")
        if pictures:
            yield Note("pictures", f"有 {pictures} 张图片，图片里的文字读不出来，没有核查")
        if self.objects:
            yield Note("embedded", f"有 {self.objects} 个嵌入的对象（如 Excel 表格），其中的文字没有核查")
        if self.macros:
            yield Note("macros", "文档带有宏，没有运行")
        if self.external:
            yield Note("external", "文档引用了文件之外的模板、图片或文档，没有联网读取")
