"""What an unquoted YAML word means; what YAML would silently turn into something else is refused."""

from yaml import SafeLoader

_KINDS = {
    "bool": "是或否",
    "int": "数字",
    "float": "数字",
    "timestamp": "日期",
    "merge": "合并标记",
    "value": "特殊标记",
}


class Coercion(ValueError):
    """YAML would read the word as something that was not written; carries the hint."""

    def __init__(self, text: str, kind: str) -> None:
        super().__init__(f"“{text}”没有加引号，会被当成{_KINDS[kind]}")
        self.hint = f'要的是文字就加上引号，写成 "{text}"'
        if kind == "bool":
            self.hint += "；要表示是或否，写 true 或 false"
        elif kind in ("int", "float"):
            self.hint += "；要的是数字，用不带前导零、末尾零和冒号的十进制写法"


def plain(text: str, date_expected: bool = False) -> str | int | float | bool | None:
    """The value of an unquoted scalar. Raises Coercion where YAML 1.1 would not keep what was written."""
    kind = _implied(text)
    if kind == "null":
        return None
    if kind == "str" or (kind == "timestamp" and date_expected):
        return text
    if text in ("true", "false"):
        return text == "true"
    if kind == "int" and _is_decimal(text):
        return int(text)
    if kind == "float" and _is_exact(text):
        return float(text)
    raise Coercion(text, kind)


def _implied(text: str) -> str:
    resolvers = SafeLoader.yaml_implicit_resolvers.get(text[:1], [])
    tag = next((tag for tag, form in resolvers if form.match(text)), "str")
    return str(tag).rpartition(":")[2]


def _is_decimal(text: str) -> bool:
    """Whether int() gives back what stands there: no octal, no underscore, no sign, no leading zero."""
    digits = text.removeprefix("-")
    return digits.isdecimal() and len(digits) < 16 and str(int(text)) == text


def _is_exact(text: str) -> bool:
    """1.10 is a version or an article, 1.1 a number; so are 12:30 and .5 refused."""
    return text.replace(".", "").removeprefix("-").isdecimal() and repr(float(text)) == text
