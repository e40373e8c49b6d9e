"""Where the text of an RTF group goes: to the body, to a note, to a header, or nowhere."""

# What stands for a character.
CHARACTERS = {
    "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "·", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
}  # fmt: skip
SYMBOLS = {"~": "\u00a0", "_": "-", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
# Destinations with paragraphs of their own, and of what kind these are.
HEADERS = ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")
APART = {
    **dict.fromkeys(HEADERS, "header"),
    "footnote": "note",
    "shptxt": "box",
    "dptxbxtext": "box",
}
# Of the destinations that only newer programs know, these hold text of the document.
KNOWN = frozenset({*APART, "shppict", "shpinst", "do", "ud", "shpgrp", "moMath", "moMathPara"})
NOWHERE = frozenset(
    {
        *("colortbl", "info", "listtable", "listoverridetable", "revtbl", "rsidtbl", "filetbl", "generator"),
        *("fldinst", "shprslt", "nonshppict", "xe", "tc", "rxe", "tcn", "txe", "private", "template"),
        *("objdata", "objclass", "objname", "atnid", "atnauthor", "atntime", "atndate", "atnref"),
        *("bkmkstart", "bkmkend", "pnseclvl", "pntxta", "pntxtb", "ftnsep", "ftnsepc", "ftncn", "aftnsep"),
        *("aftnsepc", "aftncn", "mmathPr", "nonesttables", "themedata", "datastore", "operator"),
    }
)
