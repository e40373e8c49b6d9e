"""Words of a report and names of files are shown, never obeyed; the page loads nothing and tells nobody's number."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from assessments import FAILED
from pages import DRAFTS, ROOT, judged, of_file, parsed, rendered, squeezed

from evaluator.console.layout import visible
from evaluator.run import Ignored

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></section><b>",
    "<!-- ]]> --><![CDATA[",
    "&lt;i&gt;&#x3c;",
    "{{ 7 * 7 }}{% if x %}",
    "\x1b[31m\x07\x00\u202e\u2066",
    "javascript:alert(1)",
)


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("reports", [1, 2])
def test_words_of_a_report_are_never_obeyed(hostile: str, reports: int) -> None:
    clean = (ROOT / "examples/drafts/with-gaps.txt").read_text("utf-8")
    text = clean.replace("一、主要工作", f"一、主要{hostile}工作").replace("不断改进。", f"不断{hostile}改进。")
    report = judged(text.replace("\x00", ""), f"{hostile}.txt")
    items = tuple(replace(item, title=hostile, reason=hostile, insert_after=hostile) for item in report.items)
    findings = tuple(replace(FAILED.findings[0], message=hostile, quote=hostile, suggestion=hostile) for _ in "12")
    facts = replace(report.report, organ=hostile, title=hostile)
    worst = replace(report, report=facts, items=items, findings=findings)
    html = rendered(*[report, worst][-reports:], ignored=(Ignored(hostile, hostile),))
    page = parsed(html)
    harmless = {node.tag for node in parsed(rendered(of_file(DRAFTS[1]), FAILED, ignored=(Ignored("", ""),))).all()}
    assert {node.tag for node in page.all()} <= harmless | {"h6"}
    assert {name for node in page.all() for name in node.attributes if name.startswith("on")} == set()
    assert [node["href"] for node in page.all() if "href" in node.attributes and node["href"][0] != "#"] == []
    assert re.findall(rb"[\x00-\x09\x0b-\x1f\x7f]", html) == [] and "\u202e" not in html.decode()
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert visible(hostile) in page.one("h2", id=f"r{reports}-name").text()
    assert squeezed(hostile.replace("\x00", "")) in squeezed(page.all("section", class_="text")[0].text("back"))


def test_numbers_of_persons_are_covered_everywhere() -> None:
    number = "13812345678"
    clean = (ROOT / "examples/drafts/with-gaps.txt").read_text("utf-8")
    text = clean.replace("不断改进。", f"不断改进，联系电话{number}。")
    report = judged(text, f"{number}.txt")
    page = rendered(report, report, ignored=(Ignored(f"{number}.jpg", number),))
    assert number.encode() not in page
    assert page.count(b"138****5678") > 6
    parsed(page)


def test_nothing_is_loaded_and_only_its_own_script_runs() -> None:
    html = rendered(of_file(DRAFTS[0]))
    page = parsed(html)
    policy = next(meta["content"] for meta in page.all("meta") if meta["http-equiv"] == "Content-Security-Policy")
    digests = {}
    for tag in ("style", "script"):
        digest = b64encode(sha256(page.one(tag).text().encode()).digest()).decode()
        digests[tag] = f"{tag}-src 'sha256-{digest}'"
    assert policy.split("; ") == [
        "default-src 'none'", digests["style"], digests["script"], "base-uri 'none'", "form-action 'none'",
    ]  # fmt: skip
    assert b"http:" not in html and b"https:" not in html and b"url(" not in html
    assert [name for node in page.all() for name in node.attributes if name in ("src", "style", "srcset")] == []


