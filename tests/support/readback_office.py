"""Word documents and the workbook read back, by the libraries that others read them with."""

import re
from typing import Any

from docx.table import Table
from ledgers import opened as workbook
from ledgers import rows
from papers import opened
from reviewedcopies import anchored, comments
from seen import OUTCOMES, SYMBOLS, VERDICTS, Seen, accepted, lines_of, severity_of, verdict_of

from evaluator.assessment import KNOWN_SHOWN

_REMARK = re.compile(r"(?:【(?P<accepted>.*?)】)?(?P<shown>\S \w+)：(?P<name>.*)")
_WORD = re.compile(" |（")
_WORTH = re.compile(r"（(?:必备要素，)?\S+ 分得 \S+ 分）$")
_FAULT = re.compile(r"(?P<shown>\S \w+?(?:（.*?）)?)：(?P<name>.*)。原文“.*", re.DOTALL)


def read_docx(data: bytes) -> dict[str, Seen]:
    """The comments of a reviewed copy, which does not say what file it is of."""
    said, words = comments(data), anchored(data)
    ((_, summary),) = [entry for entry in said.items() if entry[1][0] == "法治政府建设年度报告核查意见"]
    told = {number: _remark(lines[0]) for number, lines in said.items() if lines is not summary}
    problems = [(name, shown) for name, shown in told.values() if _WORD.split(shown)[1] in VERDICTS]
    faults = {number: remark for number, remark in told.items() if remark not in problems}
    facts = dict(line.split("：", 1) for line in summary if "：" in line)
    counts = {name: int(count) for name, count in re.findall(r"(\w+) (\d+) 项", facts["要素"])}
    return {
        "": {
            "outcome": OUTCOMES[facts["结论"].partition("。")[0]],
            "score": float(facts["得分"].partition("（")[0]) if "得分" in facts else None,
            "counts": (counts.get("缺失", 0), counts.get("不完整", 0)),
            "problems": {name: verdict_of(shown) for name, shown in problems},
            **accepted([*told.values()]),
            "faults": [(name, severity_of(shown)) for name, shown in faults.values()],
            "marked": [(name, "".join(words[number].split())) for number, (name, _) in faults.items()],
        }
    }


def _remark(line: str) -> tuple[str, str]:
    """What it is about, and what is shown of it."""
    match = _REMARK.fullmatch(line)
    assert match, line
    return _WORTH.sub("", match["name"]), match["shown"] + (f"（{match['accepted']}）" if match["accepted"] else "")


def read_opinion(data: bytes) -> dict[str, Seen]:
    """Each opinion by the name of the file, without its folder."""
    papers: list[list[Any]] = []
    for part in opened(data).iter_inner_content():
        if not isinstance(part, Table) and part.style.name == "Title":
            papers.append([])
        papers[-1].append(part)
    return dict(map(_opinion, papers))


def _opinion(parts: list[Any]) -> tuple[str, Seen]:
    tables = {row[0][1]: row[1:] for row in map(_rows, parts) if row}
    text = "".join(part.text + "\n" for part in parts if not isinstance(part, Table))
    score, conclusion = re.search(r"得分(\d+\.\d)分（", text), text.partition("一、总体结论\n")[2]
    counts = dict(re.findall(r"(缺失|不完整)(\d+)项", text.partition("\n二、")[2].partition("\n")[0]))
    annex = tables["要素"]
    # Titles of problems are numbered.
    problems = [
        (row[0].partition("．")[2].removesuffix("（必备）"), row[1]) for row in tables.get("问题、依据和所在处", [])
    ]
    faults = [(_FAULT.fullmatch(row[2]), lines_of(row[1])[0]) for row in tables.get("位置", [])]
    findings = [(match["name"], match["shown"], lines) for match, lines in faults if match]
    assert len(findings) == len(faults)
    return text.partition("电子文件：")[2].partition("\n")[0], {
        "unjudged": conclusion.startswith("无法作出结论"),
        "score": float(score[1]) if score else None,
        "counts": (int(counts.get("缺失", 0)), int(counts.get("不完整", 0))),
        "verdicts": {row[1]: verdict_of(row[3]) for row in annex},
        "problems": {name: verdict_of(said.partition("。")[0]) for name, said in problems},
        **accepted([*((row[1], row[3]) for row in annex), *((name, shown) for name, shown, _ in findings)]),
        "findings": [(name, severity_of(shown), lines) for name, shown, lines in findings],
        "told_places": {row[1]: lines_of(row[5])[0] for row in annex if row[5] != "—"},
    }


def _rows(part: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in part.rows] if isinstance(part, Table) else []


def read_xlsx(data: bytes) -> dict[str, Seen]:
    """The reports in the overview and in the matrix, and their rows in the list of problems."""
    book = workbook(data)
    ids = {row["名称"]: row["编号"] for row in rows(book["规则与依据"]) if row["类别"] == "要素"}
    matrix = {row["文件"]: row for row in rows(book["要素覆盖矩阵"], _top(book["要素覆盖矩阵"]))}
    listed = rows(book["问题台账"])
    assert all(row["编号（勿改）"].split("/")[2] == row["要素编号"] for row in listed)
    return {
        row["文件"]: _ledger(row, _across(matrix[row["文件"]], ids), [r for r in listed if r["文件"] == row["文件"]])
        for row in rows(book["总览"], _top(book["总览"]))
    }


def _top(sheet: Any) -> int:
    return next(cell.row for cell in sheet["A"] if cell.value == "序号")


def _across(line: dict[str, Any], ids: dict[str, str]) -> dict[str, str]:
    return {ids[title]: shown for title, shown in line.items() if title in ids and shown}


def _ledger(head: dict[str, Any], across: dict[str, str], rows: list[dict[str, Any]]) -> Seen:
    findings = [row for row in rows if row["要求程度"] == "文字核查"]
    items = [row for row in rows if row not in findings]
    waived = [row["要素编号"] for row in rows if row["整改状态"] == "豁免"]
    known = [row["要素编号"] for row in rows if f"（{KNOWN_SHOWN}）" in row["是否符合"]]
    of_items = {row["要素编号"] for row in items}
    assert {name for name, shown in across.items() if shown[1:] == "豁"} == {*waived} & of_items
    assert {name for name, shown in across.items() if shown[1:] == "基"} == {*known} & of_items
    assert ((head["豁免数"] or 0), (head["基线已有数"] or 0)) == (len(waived), len(known))
    assert (head["文字问题数"] or 0) == len(findings)
    return {
        "outcome": OUTCOMES[head["结论"]],
        "score": head["得分"],
        "counts": (head["缺失数"] or 0, head["不完整数"] or 0),
        "verdicts": {name: SYMBOLS[shown[0]] for name, shown in across.items()},
        "problems": {row["要素编号"]: verdict_of(row["是否符合"]) for row in items},
        "waived": waived,
        "known": known,
        "findings": [(row["要素编号"], severity_of(row["是否符合"]), lines_of(row["位置"])[0]) for row in findings],
        "two_places": {
            row["要素编号"]: lines_of(row["位置"]) for row in items if "△" in row["是否符合"] and row["位置"]
        },
    }
