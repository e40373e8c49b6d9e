"""What is not of the form of the schema -> a fault in plain Chinese; and the schema itself."""

import json
from typing import Any

import pytest
from rulebooks import ADVICE, FRAME, RULE, faults, item

from checklist.model import LEVELS
from checklist.rule import SEVERITIES
from checklist.shapes import SCHEMA_PATH

ABOUT_YEARS = "应写成 2021、2021..、..2020 或 2015..2020"
ABOUT_LISTS = "词表的名字应为英文小写字母、数字和连字符，不能叫 year、previous_year、next_year"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            item("title: 学习", "title: 12"),
            "6:12: 要素 'study'：title：应为文字，这里是数字 12 | 加上引号，写成 \"12\"",
        ),
        (
            item("title: 学习", "title: true"),
            "6:12: 要素 'study'：title：应为文字，这里是true | 加上引号，写成 \"true\"",
        ),
        (item("title: 学习", "title: ' '"), "6:12: 要素 'study'：title：不能是空的"),
        (
            item("title: 学习", "title:"),
            "6:11: 要素 'study'：title：是空的 | 在冒号后面写上内容（名称：要素的名称）",
        ),
        (
            item(ADVICE, ADVICE + "    applies:\n"),
            "13:13: 要素 'study'：applies：是空的 | 在冒号后面写上内容，不需要就把这个键删去",
        ),
        (
            item(ADVICE, ADVICE + "    complete_when: [{id: a, figures: 1, advice: }]\n"),
            "13:49: 要素 'study'：complete_when[a].advice：是空的"
            " | 在冒号后面写上内容（怎么写：不满足时告诉起草人怎么补）",
        ),
        (
            item(ADVICE, ADVICE + "    complete_when: [{id: a, figures: 1, says: [], advice: 写}]\n"),
            "13:47: 要素 'study'：complete_when[a].says：列表是空的，至少写一项 | 不需要就把这个键删去",
        ),
        (
            item("partial: [乙]", "partial: "),
            "13:35: 要素 'study'：examples.partial：是空的 | 在冒号后面写上内容（不完整：应判为不完整的例文）",
        ),
        (
            FRAME + RULE.replace("{found: [甲], clean: [乙]}", ""),
            "10:14: 核查规则 'term'：examples：是空的"
            " | 在冒号后面写上内容（例文：由 lawgov-rules test 运行；每类至少一个）",
        ),
        (
            item("title: 学习", "title: [学习]"),
            "6:12: 要素 'study'：title：应为文字，这里是列表",
        ),
        (
            item("required: true", "required: 是"),
            "10:15: 要素 'study'：required：应为 true 或 false，这里是文字“是” | 写 true 或 false，不加引号",
        ),
        (
            item("weight: 100", "weight: '100'"),
            "9:13: 要素 'study'：weight：应为数字，这里是文字“100” | 去掉引号",
        ),
        (item("weight: 100", "weight: 101"), "9:13: 要素 'study'：weight：应在 0 到 100 之间，这里是 101"),
        (
            item("basis: [{norm: law}]", "basis: law"),
            "8:12: 要素 'study'：basis：应为一个列表，这里是文字“law” | 每一项另起一行，前面加“- ”",
        ),
        (
            item("basis: [{norm: law}]", "basis: {norm: law}"),
            "8:12: 要素 'study'：basis：应为一个列表，这里是“键: 值” | 每一项另起一行，前面加“- ”",
        ),
        (
            item("basis: [{norm: law}]", "basis: [norm：law]"),
            "8:13: 要素 'study'：basis[0]：应为若干“键: 值”，这里是文字“norm：law”"
            " | 冒号要用英文半角，后面空一格",
        ),
        (
            item("basis: [{norm: law}]", "basis: []"),
            "8:12: 要素 'study'：basis：列表是空的，至少写一项"
            " | 在冒号后面写上内容（依据：依据哪些文件的哪一条）",
        ),
        (
            item("roles: [done]", "roles: done"),
            "11:23: 要素 'study'：found_in.roles：应为一个列表，这里是文字“done” | 写成 [done]",
        ),
        (
            item("roles: [done]", "roles: [done, done]"),
            "11:23: 要素 'study'：found_in.roles：列表里有重复的项 | 删去重复的",
        ),
        (
            item("roles: [done]", "roles: [done], scope: word"),
            "11:38: 要素 'study'：found_in.scope：不认识“word” | 可以写：sentence，clause",
        ),
        (
            item("passages: [学习]", "passages: [3]"),
            "11:42: 要素 'study'：found_in.passages[0]：应为文字或若干“键: 值”，这里是数字 3"
            ' | 加上引号，写成 "3"',
        ),
        (
            item(ADVICE, ADVICE + "    applies: {years: 二零}\n"),
            f"13:22: 要素 'study'：applies.years：{ABOUT_YEARS}，这里是“二零”",
        ),
        (
            item(ADVICE, ADVICE + "    applies: {levels: [town]}\n"),
            "13:24: 要素 'study'：applies.levels[0]：不认识“town” | 是不是 township？",
        ),
        (
            item(ADVICE, ADVICE + "    complete_when: [{id: a, states: [orgn], advice: 写}]\n"),
            "13:38: 要素 'study'：complete_when[a].states[0]：不认识“orgn” | 是不是 organ？",
        ),
        (
            item(ADVICE, ADVICE + "    complete_when: [{id: a, figures: 0, advice: 写}]\n"),
            "13:38: 要素 'study'：complete_when[a].figures：应在 1 到 100 之间，这里是 0",
        ),
        (
            FRAME + RULE.replace("kind: term", "kind: terms"),
            "6:11: 核查规则 'term'：kind：不认识“terms” | 是不是 term？",
        ),
        (
            FRAME + RULE.replace("severity: error", "severity: eror"),
            "8:15: 核查规则 'term'：severity：不认识“eror” | 是不是 error？",
        ),
        (
            FRAME + RULE + "    limits: {days: x}\n",
            "11:20: 核查规则 'term'：limits.days：应为数字，这里是文字“x”",
        ),
        (
            FRAME + RULE + "    limits: {Days: 1}\n",
            "11:14: 核查规则 'term'：limits：“Days”：数值的名称应为英文小写字母、数字和连字符",
        ),
        (
            FRAME.replace("title: 法", "title: 法, begins: 2026-13-45"),
            "3:33: 依据文件 'law'：begins：“2026-13-45”不是日期 | 写成 2024-01-31",
        ),
        (FRAME + "words: {year: [某年]}", f"4:9: 词表：“year”：{ABOUT_LISTS}"),
        (FRAME + "items: [3]", "4:9: 第 1 个要素：应为若干“键: 值”，这里是数字 3"),
        (FRAME + "itmes: []", "4:1: 不认识“itmes” | 是不是 items？"),
        ("- 甲", "1:1: 应为若干“键: 值”，这里是列表"),
        ("甲", "1:1: 应为若干“键: 值”，这里是文字“甲”"),
    ],
)
def test_faults_of_form(text: str, expected: str) -> None:
    assert faults(text) == [f"a.yaml:{expected}"]


def test_a_misspelt_key_is_named_together_with_the_one_it_leaves_out() -> None:
    assert faults(item("title: 学习", "titel: 学习")) == [
        "a.yaml:5:5: 要素 'study'：缺少“title” | 名称：要素的名称",
        "a.yaml:6:5: 要素 'study'：不认识“titel” | 是不是 title？",
    ]


SCHEMA = json.loads(SCHEMA_PATH.read_text("utf-8"))


def test_lists_of_values_are_the_models() -> None:
    definitions = SCHEMA["$defs"]
    assert tuple(definitions["applies"]["properties"]["levels"]["items"]["enum"]) == tuple(LEVELS)
    assert tuple(definitions["rule"]["properties"]["severity"]["enum"]) == tuple(SEVERITIES)


def mappings(schema: object) -> list[dict[str, Any]]:
    """Every part of the schema that describes a mapping with known keys."""
    if not isinstance(schema, dict | list):
        return []
    inner = [
        m for value in (schema.values() if isinstance(schema, dict) else schema) for m in mappings(value)
    ]
    return [schema, *inner] if isinstance(schema, dict) and "additionalProperties" in schema else inner


def test_editors_can_explain_every_key() -> None:
    for mapping in mappings(SCHEMA):
        for key, value in mapping.get("properties", {}).items():
            target = SCHEMA["$defs"].get(str(value.get("$ref", "")).rpartition("/")[2], {})
            assert {"title", "description"} <= {*value, *target} or "description" in value, key


def test_unknown_keys_are_refused_everywhere() -> None:
    known = [mapping for mapping in mappings(SCHEMA) if "properties" in mapping]
    assert len(known) > 15
    assert [mapping for mapping in known if mapping["additionalProperties"] is not False] == []
