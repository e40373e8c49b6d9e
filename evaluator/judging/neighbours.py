"""Which neighbouring county or town acts in a clause: 邻近的河阳县推出……，与我市相望的东埔市出台……."""

import re

# Of which place a clause tells that begins so; without that many words before 县 look like its name: 修订县……规定.
BESIDE = r"[^,;。]{0,12}(?:相邻|相望|毗邻|接壤|邻近|临近|对岸|隔壁)的?"
PLACE = r"[^\W\d省市县区旗州盟镇乡委局的]{2,3}(?:[市县区旗镇乡]|街道)"
NAMED = rf"{BESIDE}(?P<name>{PLACE})"
SIGNS = ("邻", "相望", "接壤", "临近", "对岸", "隔壁")
CLOSE = 24


def neighbour(text: str, start: int, end: int) -> str | None:
    """The name of the place beside the organ's with which text[start:end] begins."""
    head = text[start : min(end, start + CLOSE)]
    # Hardly any clause has a sign, and compiling the form costs more than all the searching.
    found = re.match(NAMED, head) if any(sign in head for sign in SIGNS) else None
    return found["name"] if found else None
