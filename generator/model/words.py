"""The words at the ends of a text: of white space, or of nothing, there are none."""


def first_word(text: str) -> str:
    """What stands before the first white space; "" of a text without words."""
    return next(iter(text.split(maxsplit=1)), "")


def last_word(text: str) -> str:
    """What stands behind the last white space; "" of a text without words."""
    return next(iter(text.rsplit(maxsplit=1)[-1:]), "")
