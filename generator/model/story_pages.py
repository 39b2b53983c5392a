"""When stories are told apart: a page each, and a bottom line and takeaways of their own."""

FEW = 6
"""With so few documents and one story or none, everything has room on one page."""


def told_apart(stories: int, told: int, documents: int) -> bool:
    """Whether so many stories, told by so many of the documents, ask for a page each."""
    return stories > 1 or (stories == 1 and documents > FEW and told < documents)
