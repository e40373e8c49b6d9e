"""What is left from the year before: with it a whole is more than its numbers say."""

CARRIED = ("结转", "结余", "上年", "旧存", "遗留", "积案", "存案")
# Behind it stands a part of what was named before.
OF_WHICH = "其中"


def is_carried(words: str) -> bool:
    """Whether they tell of what is left from the year before."""
    return any(word in words for word in CARRIED)
