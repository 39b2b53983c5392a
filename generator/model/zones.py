"""What the kinds of zones are to a reader: which are the story, its headings, what stands beside.

Each stage asks these sets for the text that it reads, so that a new kind of zone is placed once.
"""

from generator.model.text import ZoneKind

Zones = frozenset[ZoneKind]

RUNNING_TEXT: Zones = frozenset({"standfirst", "body"})
"""Whole sentences in which the story is told."""
CAPTION: Zones = frozenset({"caption"})
OPENING: Zones = frozenset({"headline", "standfirst"})
"""What says first what a document tells."""
HEADINGS: Zones = frozenset({"headline", "subhead"})
STORY: Zones = RUNNING_TEXT | {"headline"}
WHOLE_STORY: Zones = STORY | HEADINGS
"""The story with the headings between its parts."""
FRAME: Zones = OPENING | CAPTION | {"dateline"}
"""What stands around the running text and tells of the same day."""
NEWS: Zones = WHOLE_STORY | FRAME
"""All that tells of the news, and not of who wrote it."""
PARSED: Zones = NEWS | {"bio"}
"""Zones whose words are parsed; which of them a stage uses is the stage's own matter."""
FOLDED: Zones = frozenset({"boilerplate", "credit"})
"""Zones that a reader can unfold; front matter is no text and is shown nowhere."""
UNSEEN: Zones = FOLDED | {"front_matter"}
"""Zones without sentences: nothing of them is said by the document, and their names count not."""
SET_ASIDE: Zones = FOLDED | {"bio"}
"""Zones that are no part of the story, though a reader may see them."""
BESIDE_STORY: Zones = SET_ASIDE | CAPTION
"""Zones that break into the story, where no pronoun looks back at it."""
SIGNED: Zones = frozenset({"bio", "dateline"})
"""Who wrote it and where from: lines that a page's own words may stand between."""
PERIPHERAL: Zones = SIGNED | CAPTION
"""Zones of which a name that stands nowhere else is no actor of the story."""
ABOUT_DOCUMENT: Zones = SET_ASIDE | {"dateline"}
"""Zones that say something about the document itself."""
