"""The same text in other characters, and as a report on another year."""

import pytest

from evaluator.mutating.respelling import respelled, shifted


# Years move together; names and numbers of documents keep theirs, and what is no year stays.
@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("2024年比2023年多", -1, "2023年比2022年多"),
        ("2023—2024年度，二〇二四年，二零二三年", 1, "2024—2025年度，二〇二五年，二〇二四年"),
        ("２０２４年", -3, "２０２１年"),
        ("发布时间：2025-01-20 2025/1/20 2025.1.20", -2, "发布时间：2023-01-20 2023/1/20 2023.1.20"),
        ("《纲要（2021—2025年）》实施的2024年", -1, "《纲要（2021—2025年）》实施的2023年"),
        ("厅字〔2019〕33号，2024件，12024年，电话2024", 1, "厅字〔2019〕33号，2024件，12024年，电话2024"),
    ],
)
def test_years_are_shifted(text: str, offset: int, expected: str) -> None:
    assert shifted(text, offset) == expected


def test_spellings() -> None:
    changed = dict(respelled("A市2024年(1)，\n", 2024))
    assert changed["全改全角"].decode() == "Ａ市２０２４年（１），\n"
    assert changed["全改半角"].decode() == "A市2024年(1),\n"
    assert changed["GB18030 编码"].decode("gb18030") == changed["UTF-16 编码"].decode("utf-16")
    assert changed["CRLF 换行"] == "A市2024年(1)，\r\n".encode()
    years = [name for name in changed if name.startswith("年份")]
    assert years == [f"年份整体改为 {year} 年度" for year in (2021, 2022, 2023, 2025)]
    assert not [name for name, _ in respelled("2019年", 2019) if name.startswith("年份")]
