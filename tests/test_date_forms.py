"""How years, days and times may be written: what each form takes, and what it leaves."""

import re
from datetime import date

import pytest

from checklist.folding import squeeze
from checklist.numerals import by_digits, spelt_by_digits, value_by_digits
from evaluator.mentions.date_forms import BLANK_DAY, DAY, DOCUMENT_NUMBER, TIME, YEAR
from evaluator.mentions.dates import days_in, in_words
from evaluator.mentions.years import years_in


def takes(form: str, text: str) -> bool:
    return re.fullmatch(form, squeeze(text)) is not None


@pytest.mark.parametrize("text", ["1998", "一九九八", "一二三四", "20244", "二〇二", "二十四", "2O24"])
def test_no_year(text: str) -> None:
    assert not takes(YEAR, text)


YEARS = ["2024", "２０２４", "二〇二四", "二○二四", "二零二四", "二O二四", "二o二四", "二0二四"]


@pytest.mark.parametrize("text", YEARS)
def test_years(text: str) -> None:
    assert takes(YEAR, text)
    assert value_by_digits(squeeze(text)) == 2024


def test_a_year_in_characters() -> None:
    assert by_digits(2010) == "二〇一〇"
    assert spelt_by_digits(2010)[:3] == ("二〇一〇", "二零一零", "二O一O")
    assert spelt_by_digits(1999) == ("一九九九",)


@pytest.mark.parametrize("text", ["2024年", "1月31日", "2024-01", "2024年13", "20240131", "2024-01-", "31.1.2024"])
def test_no_day(text: str) -> None:
    assert not takes(DAY, text)


@pytest.mark.parametrize(
    "text",
    [
        *("2024年1月31日", "2024年1月31号", "2024 年 1 月", "2024-01-31", "2024/1/31", "2024.1.31"),
        *("二〇二四年一月三十一日", "二O二四年十二月", "2024年一月三十一日"),
    ],
)
def test_days(text: str) -> None:
    assert takes(DAY, text)


@pytest.mark.parametrize("text", ["2024.1-12", "2024-1.12", "2024年13月1日", "2024年2月30日", "2024-01-3155"])
def test_what_looks_like_a_day_and_is_none(text: str) -> None:
    assert [day.value for day in days_in(text, 0, len(text))] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("于2025年4月12日印发", "2025年4月12日"),
        ("于2025年4月12号印发", "2025年4月12日"),
        ("于2025年四月十二日印发", "2025年4月12日"),
        ("于二零二五年四月十二日印发", "2025年4月12日"),
        ("于2025年4月印发", "2025年4月1日"),
        ("2025-4-12日印发", "2025年4月12日"),
        ("2025-4-1208:15", "2025年4月12日"),
    ],
)
def test_days_in_a_text(text: str, said: str) -> None:
    assert [in_words(day.value) for day in days_in(text, 0, len(text))] == [said]


def test_a_day_is_written_without_zeros() -> None:
    assert in_words(date(2025, 4, 1)) == "2025年4月1日"


@pytest.mark.parametrize("text", ["用电2024度", "第2024号", "《2024年工作要点》", "2021-2025年", "2024人依法"])
def test_no_year_of_its_own_in_a_text(text: str) -> None:
    assert [year.value for year in years_in(text, 0, len(text))] == []


@pytest.mark.parametrize("text", ["2024年工作", "2024年度工作", "2024法治政府建设", "2024依法行政", "二O二四年工作"])
def test_years_in_a_text(text: str) -> None:
    assert [year.value for year in years_in(text, 0, len(text))] == [2024]


@pytest.mark.parametrize("text", ["8", "8.15", "08:1", "8点15分"])
def test_no_time(text: str) -> None:
    assert not takes(TIME, text)


@pytest.mark.parametrize("text", ["08:15", "8:15", "8：15：30", "16时47分"])
def test_times(text: str) -> None:
    assert takes(TIME, text)


@pytest.mark.parametrize("text", ["20XX年X月X日", "2025年×月×日", "2025年**月**日", "20__年__月"])
def test_blank_days(text: str) -> None:
    assert takes(BLANK_DAY, text)


@pytest.mark.parametrize("text", ["〔2025〕3号", "（2025）第3号", "[2025]3号", "【2025】3号"])
def test_document_numbers(text: str) -> None:
    assert takes(DOCUMENT_NUMBER, text)


@pytest.mark.parametrize("text", ["2025年3号", "〔2025〕号", "〔25〕3号", "〔2025〕3次"])
def test_no_document_numbers(text: str) -> None:
    assert not takes(DOCUMENT_NUMBER, text)
