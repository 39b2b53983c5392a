"""When stories are told apart: a page each, and a bottom line and takeaways of their own."""

FEW = 6
"""With so few documents and one story or none, everything has room on one page."""
MANY = 20
"""So many documents of which no two tell of one event have no bottom line together."""


def told_apart(stories: int, told: int, documents: int) -> bool:
    """Whether so many stories, told by so many of the documents, are told one by one."""
    if not stories:
        return documents > MANY
    return stories > 1 or (documents > FEW and told < documents)
