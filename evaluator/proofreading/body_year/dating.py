"""What another year in a sentence does: date facts, or compare, begin a span, tell history, name a thing."""

import re
from collections.abc import Callable

from checklist.folding import squeeze
from checklist.records import record
from checklist.rule import Rule
from evaluator.document import Document, Sentence
from evaluator.mentions.date_forms import THIS_YEAR
from evaluator.mentions.occurrences import clause_end
from evaluator.mentions.years import Year, years_in
from evaluator.roles.role import CAUSE, DONE, PREAMBLE, PROBLEM

# Facts of these are dated by the report year; plans and rectifications name other years rightly.
OWN = frozenset({DONE, PROBLEM, CAUSE, PREAMBLE})
AS_OF = "(?:截(?:至|止|止到|至到)|(?<=[,。;\n])至)$"
YEAR_END = "(?:年?底|年?末|12月(?:底|末|3[01]日)?)(?!(?:之|以)?前)"
# Before a year that dates what follows it.
DATES_HERE = "(?:^|[,。;:!?\n)在]|其中|截至|截止|截止到|过去的|回顾|回望|盘点|审视|检视)$"
# 以上数据的统计时段为2022年1月1日至12月31日: of which year the figures of the report are.
OF_FIGURES = (
    "(?:(?:统计|数据|填报)的?(?:时段|时限|期限|期间|区间|周期|时间|口径|范围)(?:范围)?|(?:统计|报告)期|"
    "(?:以上|上述|所列|所述|本报告|文中|各项)[^,。;:]{0,6}(?:数据|数字))(?:均|都)?(?:为|是|:)$"
)
# 总的看,2024年全县…圆满完成: summing up is always of the report year.
OVER = "(?:即将|刚刚)?过去的"
SUMS_UP = (
    "(?:总的|总体|整体|综合|概括|全面)(?:上|地|起)?(?:来?看|来?说|而言|来?讲)|总之|综上(?:所述)?|概言之|一言以蔽之|归纳起来|"
    f"{OVER}|(?:回顾|回望|回首|盘点|总结)(?:{OVER}?)?"
)
# What follows a year that begins or ends a span, is told to the month, or belongs to a thing of that year.
ELSEWHERE = (
    r"[^,。;\d]{0,10}以来|(?:底|初|末)?(?:之|以)?前|起|始|初|底|末|至|到|的|版|届|级|期|第|(?:之|以)?后|上半年|下半年|"
    r"[一二三四]季度|(?!1月?[-至到]12月|1月1日)\d|开始"
)
# Before a year that is compared with, begins a span or belongs to a thing.
NO_SUBJECT = "自从到至较比与同对和及、把将以于的为向按据用查"
ACTS = (
    "开展|组织|举办|召开|办理|受理|审结|审查|审核|制发|培训|检查|调解|查处|出动|评查|排查|化解|主动公开|归集|新增|完成|安排|"
    "办结|清理|收到|接收|报备|储备|处置|推送|配发|编制"
)
IN_ALL = "共计?|累计|总共|一共|合计|总计|先后"
HISTORY = (
    ",?(?!全年|共|累计).{0,8}?(?:被|获|荣|入选|入围|建成|成立|启动|施行|颁布|修订|修正|通过|出台|公布|挂牌|投入使用|率先|列为|"
    "确定为|立案(?!查处|.{0,14}\\d)|立项|开工|动工|签订|任命|改制|更名|合并)"
)
# 2023年,市政府修订预案9件 tells of the work of that year, 2023年修订的预案 of a plan that is older.
MADE = ",[^,。;\\d的]{0,8}?(?:修订|修正|出台|公布)[^,。;的]{0,16}\\d+(?:件|部|项|条|份)"
# What is done to a stock stands around it.
HANDLED = tuple("对把将就")
REPORTED = "|".join((*THIS_YEAR, "本报告期"))
CARRIED = "结转|转入|接转|结余|遗留|历史|积案|连续[两二三四五六]年|近[两二三四五]年"
FLAWED = ",?[^,。;]{0,14}(?:还|仍|依然)存在"
# 今年(2021年), 全年(2024年1月至12月): the brackets say which year is meant.
NAMED_THIS_YEAR = rf"(?:{'|'.join(THIS_YEAR)}|全年|一年来|过去一年)度?\($"
NAMED_MONTHS = r"(?:1月?(?:1日)?起?[-至到](?:20\d\d年)?12月(?:底|末|3[01]日)?)?\)"
SEASON = "^,?(?:主?汛期|[春夏秋冬]季|暑期|期间)?,?"
WHOLE_YEAR = r"1月?(?:1日)?起?[-至到](?:20\d\d年)?12月"
COMPARED = "增加到|增至|提高到|提升到|上升到|下降到|降至|减少到|升至|相比|翻番|持平|分别"
ABOVE = "党中央|国务院|全国人大|最高人民|习近平总书记|中央(?!环保)|新修订"
AHEAD = "将(?:要|以|继续|坚持|重点|着力|进一步|深入|全面)|拟|计划|打算"
SUBJECT = ",?(?:我[省市县区旗州镇乡局委厅办街处院]|全[省市县区旗州镇乡局委厅街]|本[局委厅街镇乡县区市办]|街道|办事处)"
LEADING = "[将就对把][^,。;:]{0,12}$"
FIGURE = r"\d[余多万]*(?:[件次人份场家起宗期户名项条篇%]|个(?!月|工作日))"
FOUND_LAST_YEAR = "反馈|销号|查摆|指出|检视|问题清单"
OWN_NAME = "[^省市县区旗州盟]{2,8}[省市县区旗州盟]?$"
WINDOW, REACH, LONGEST_PLACE = 15, 200, 24


@record
class Dating:
    """A year in the sentence of that index of a report on `reported`, and the rule whose words make it plain or excuse
    it."""

    document: Document
    index: int
    year: Year
    reported: int
    rule: Rule

    @property
    def sentence(self) -> Sentence:
        return self.document.sentences[self.index]

    @property
    def words(self) -> str:
        """The sentence, of an endless one what stands around the year."""
        start = max(self.sentence.start, self.year.start - REACH)
        return self.document.plain.text[start : min(self.sentence.end, self.year.end + REACH)]

    @property
    def after(self) -> str:
        """The words after the year, within its sentence."""
        return self.document.plain.text[self.year.end : min(self.sentence.end, self.year.end + REACH)]

    @property
    def begin(self) -> int:
        """Where the date begins: 截至2022年底."""
        before = self.document.plain.text[max(0, self.year.start - 3) : self.year.start]
        as_of = re.search(AS_OF, before)
        return self.year.start - len(as_of.group()) if as_of else self.year.start

    @property
    def end(self) -> int:
        """The end of the clause that it dates, a few words on at most."""
        limit = min(self.year.end + LONGEST_PLACE, self.sentence.end)
        return clause_end(self.document.plain.text, self.year.end, limit)

    def is_rightful(self) -> bool:
        """Whether another year may stand here; where nothing decides, it may not."""
        return next((is_right(self) for _, holds, is_right in DECISIONS if holds(self)), False)

    @property
    def clause(self) -> str:
        """The first words of the clause that it dates."""
        return re.split("[,;。]", self.after.lstrip(","))[0][:WINDOW]

    def _is_this_year(self) -> bool:
        before = self.document.plain.text[max(self.sentence.start, self.year.start - 5) : self.year.start]
        return re.search(NAMED_THIS_YEAR, before) is not None and re.match(NAMED_MONTHS, self.after) is not None

    def _dates(self) -> bool:
        """Whether the year begins a clause, or stands between who acts and the act."""
        before = self.document.plain.text[max(self.sentence.start, self.year.start - 3) : self.year.start]
        if re.search(DATES_HERE, before):
            return True
        acts = re.match(f"(?:{IN_ALL})?(?:{ACTS})|{FLAWED}", self.after) is not None
        return acts and before.isalpha() and before[-1] not in NO_SUBJECT

    def _dates_nothing(self) -> bool:
        return not (self._dates() or self._is_of_figures())

    def _leads_from_another(self) -> bool:
        return self.after.startswith("以来") or self._names_reported(self._led_over())

    def _is_excused(self) -> bool:
        """2023年案卷评查反馈…; but 2023年,全县共评查案卷… is what was done in that year."""
        counted = re.match(f"(?:{SUBJECT})?,?(?:{IN_ALL})(?:{ACTS})", self.after) is not None
        return not counted and any(word in self.clause for word in self.rule.unless)

    def _is_as_of(self) -> bool:
        return self.begin < self.year.start and re.match(YEAR_END, self.after) is not None

    def _opens_with_a_span(self) -> bool:
        return self._opens_report() and self.after.startswith("以来")

    def _is_long_ago(self) -> bool:
        return self.year.value < self.reported - 1

    def _is_history(self) -> bool:
        return re.match(HISTORY, self.clause) is not None and re.match(MADE, self.after) is None

    def _is_so_still(self) -> bool:
        """2022年赋权的85项事项中,37项至今没有办过案件."""
        return re.match(r"[^,;。]{1,20}的[^,;。]{1,24},?[^;。]{0,24}(?:至今|迄今)", self.after) is not None

    def _is_elsewhere(self) -> bool:
        return re.match(ELSEWHERE, self.after) is not None

    def _is_stock(self) -> bool:
        """对截至2022年底的76件文件开展清理: what there was at the end of the year before, dealt with in this one."""
        before = self.document.plain.text[max(self.sentence.start, self.begin - 1) : self.begin]
        done = re.match(rf"{YEAR_END}[^,;。]{{0,16}}?的[^;。]{{2,40}}", self.after)
        return self.year.value < self.reported and done is not None and before in HANDLED

    def is_plain(self) -> bool:
        """Whether it dates facts without doubt: 全年共…, 截至…年底, the first words about ourselves."""
        if self._is_this_year() or self._is_hinge() or self._opens_report() or self._is_of_figures():
            return True
        sums_up = re.match(rf",?[^,。;\d]{{0,6}}?(?:{'|'.join(self.rule.words)})|{WHOLE_YEAR}", self.after) is not None
        if self.year.value > self.reported:
            return sums_up
        if self.begin < self.year.start or sums_up:
            return True
        if re.search(COMPARED, self.words):
            return False
        if self._sums_up():
            return True
        if self._begins_a_part():
            return self._speaks_of_us() or self._counts_last_year()
        return self._counts_within() or self._tells_flaws()

    def _begins_a_part(self) -> bool:
        """Whether the year begins the sentence, or what follows a semicolon in it."""
        return self.year.start == self.sentence.start or self.document.plain.text[self.year.start - 1] == ";"

    def _is_of_figures(self) -> bool:
        """统计时段为2023年1月1日至12月31日."""
        before = self.document.plain.text[max(self.sentence.start, self.year.start - WINDOW) : self.year.start]
        return re.search(OF_FIGURES, before) is not None

    def _sums_up(self) -> bool:
        """总的看,2024年…: what the report year was like, with no more than a comma before it."""
        before = self.document.plain.text[self.sentence.start : self.year.start]
        return len(before) <= WINDOW and re.fullmatch(f"(?:{SUMS_UP}),?", before) is not None

    def _speaks_of_us(self) -> bool:
        organ = squeeze(self.document.metadata.organ or "").removesuffix("人民政府").removesuffix("办事处")
        own = re.search(OWN_NAME, organ)
        named = rf"|,?.{{0,6}}?{re.escape(own.group())}" if own else ""
        return re.match(SUBJECT + named, self.after) is not None

    def _counts_last_year(self) -> bool:
        """The year before the reported one, with figures up to a semicolon, or as the first words of a paragraph."""
        told = self.after.partition(";")[0]
        if self.year.value != self.reported - 1 or re.search(FOUND_LAST_YEAR, told):
            return False
        paragraph = self.document.paragraphs[self.sentence.paragraph]
        begins = self.sentence.start == paragraph.start and self.after.startswith(",")
        return begins or re.search(FIGURE, told) is not None

    def _counts_within(self) -> bool:
        """Within a sentence, an act of the year before with its figure in the same clause."""
        if self.year.value != self.reported - 1 or re.search(f"{FOUND_LAST_YEAR}|其中", self.words):
            return False
        clause = re.split("[,;。]", re.sub(SEASON, "", self.after))[0]
        acts = re.match(f"[^,。;的\\d]{{0,6}}?(?:{ACTS})", clause)
        return acts is not None and re.search(FIGURE, clause) is not None

    def _tells_flaws(self) -> bool:
        """我县2023年法治政府建设还存在一些不足."""
        return self.year.value == self.reported - 1 and re.match(FLAWED, self.after) is not None

    def _is_of_others(self) -> bool:
        """Carried-over cases, those above us, and what will be done."""
        if self.year.value > self.reported and re.search(AHEAD, self.words):
            return True
        around = self.document.plain.text[max(self.sentence.start, self.year.start - WINDOW) : self.year.end + WINDOW]
        others = re.search(CARRIED, around) or re.search(ABOVE, self.words)
        return others is not None and not self._opens_report()

    def _tells_both(self) -> bool:
        """Two years side by side, in one sentence or in the next one of the paragraph."""
        text, sentences = self.document.plain.text, self.document.sentences
        if self._names_reported(self.words):
            return True
        following = sentences[self.index + 1] if self.index + 1 < len(sentences) else None
        if following is None or following.paragraph != self.sentence.paragraph or self._opens_report():
            return False
        return self._names_reported(text[following.start : following.start + 8])

    def _names_reported(self, words: str) -> bool:
        named = (year.value for year in years_in(words, 0, len(words)))
        return re.search(REPORTED, words) is not None or self.reported in named

    def _is_preamble(self) -> bool:
        return self.document.paragraphs[self.sentence.paragraph].kind == PREAMBLE

    def _opens_report(self) -> bool:
        """The year with which the whole report begins."""
        return self.index == 0 and self._is_preamble() and self.year.start == self.sentence.start

    def _is_hinge(self) -> bool:
        """现将2023年…情况报告如下, 现将我县2023年…情况报告如下."""
        before = self.document.plain.text[max(self.sentence.start, self.year.start - WINDOW) : self.year.start]
        leads_over = re.search("如下[。:]?$", self.words) is not None
        return leads_over and re.search(LEADING, before) is not None and self._is_preamble()

    def _led_over(self) -> str:
        """The clause around the year: what comes before it says of what year the report is, not what follows."""
        text, start = self.document.plain.text, self.sentence.start
        return text[max(start, text.rfind(",", start, self.year.start)) : self.sentence.end]


def _always(_: Dating) -> bool:
    return True


def _never(_: Dating) -> bool:
    return False


# What a year does here, what tells so, and whether it may then be another than the reported; the first that holds
# decides: 现将2023年以来的情况报告如下 would else be a date like any other, and of figures two years may be named.
DECISIONS: tuple[tuple[str, Callable[[Dating], bool], Callable[[Dating], bool]], ...] = (
    ("says in brackets which year 今年 is", Dating._is_this_year, _never),
    ("leads over to the report: right as a span, or beside its year", Dating._is_hinge, Dating._leads_from_another),
    ("dates nothing that is told", Dating._dates_nothing, _always),
    ("stands beside the year of the report", Dating._tells_both, _always),
    ("is of cases carried over, of those above us or of a plan", Dating._is_of_others, _always),
    ("says of which year the figures are", Dating._is_of_figures, _never),
    ("dates what the rule excuses", Dating._is_excused, _always),
    ("ends at the end of a year: right where that is a stock dealt with since", Dating._is_as_of, Dating._is_stock),
    ("begins the report with a span: right where it began long ago", Dating._opens_with_a_span, Dating._is_long_ago),
    ("tells how a thing came to be", Dating._is_history, _always),
    ("tells what is true of things of that year to this day", Dating._is_so_still, _always),
    ("begins or ends a span, or belongs to a thing of that year", Dating._is_elsewhere, _always),
)
