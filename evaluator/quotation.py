"""Words of a report between the quotation marks of a message: those in them become single ones."""

_OTHER = str.maketrans("“”‘’", "‘’“”")


def quoted(words: str) -> str:
    """The words in “”; “三重一大” is quoted already, and “三重一大”制度 becomes “‘三重一大’制度”."""
    if "“" not in words and "”" not in words:
        return f"“{words}”"
    if words.startswith("“") and words.find("”") == len(words) - 1 and words.count("“") == 1:
        return words
    return f"“{words.translate(_OTHER)}”"
