"""When each story has a page, a bottom line and takeaways of its own."""

FEW = 6
"""With so few documents and one story or none, everything has room on one page."""
MANY = 20
"""So many documents of which no two tell of one event have no bottom line together."""


def have_own_pages(stories: int, covered: int, documents: int) -> bool:
    """Whether so many stories, which cover so many of the documents, have a page each."""
    if not stories:
        return documents > MANY
    return stories > 1 or (documents > FEW and covered < documents)
