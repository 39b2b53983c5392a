"""Messages of the catalogue for the closed lists of the data; every string value is one message."""

from generator.model.annotations import Stance

QUOTATION_KINDS = {
    "direct_speech": "Direct speech",
    "reported_fragment": "Quoted words",
    "term": "Term",
    "title": "Title of a work",
    "headline_phrase": "Headline phrase",
}
ATTRIBUTIONS = {
    "explicit": "speaker named with the words",
    "inherited": "speaker carried on from the words before",
    "implied": "speaker implied, not named with the words",
    "none": "",
}
ACTOR_TYPES = {
    "person": "Person",
    "organisation": "Organisation",
    "country": "Country",
    "place": "Place",
    "group": "Group",
}
ACTOR_GROUPS = {
    "person": "People",
    "country": "Countries",
    "organisation": "Organisations",
    "group": "Groups",
    "place": "Places",
}
MENTION_KINDS = {
    "name": "",
    "metonym": "by seat of government",
    "adjective": "by adjective",
    "nominal": "by description",
    "pronoun": "by pronoun",
}
CONFIDENCES = {
    "explicit": "stated",
    "verified": "year checked by the weekday",
    "inferred": "year inferred",
    "low": "inferred, uncertain",
}
FIGURE_MARKS = {
    "event": "Each dot is an event; a hollow dot has an inferred year. "
    "The list holds the same events.",
    "day": "Each bar counts the events that begin on one day, and leads to the first of them.",
    "week": "Each bar counts the events that begin in one week, and leads to the first of them.",
    "month": "Each bar counts the events that begin in one month, and leads to the first of them.",
    "year": "Each bar counts the events that begin in one year, and leads to the first of them.",
    "decade": "Each bar counts the events that begin in ten years, and leads to the first of them.",
    "century": "Each bar counts the events of a hundred years, and leads to the first of them.",
}
"""What a mark of the timeline's figure stands for."""
HOWS = {"stated": "stated", "inferred": "inferred", "editor": "from an editor"}
STAGES = {
    "read.sidecar": "Facts from an editor",
    "read.key": "Copy for the next build",
    "read.language": "Language",
    "read.word_lists": "Word lists of the language",
    "read.form": "Parts of the text",
    "read.zones": "Parts of the text",
    "read.metadata": "Facts about the source",
    "read.sentences": "Sentences",
    "read.speakers": "Quotations",
    "extract.document": "Everything but the text",
    "extract.word_lists": "Word lists of the language",
    "extract.noise": "Grammar of the sentences",
    "extract.limits": "Grammar of the sentences",
    "extract.marks": "Quotation marks",
    "extract.parse": "Grammar of the sentences",
    "extract.mentions": "Names",
    "extract.quotations": "Quotations",
    "extract.turns": "Quotations",
    "extract.statements": "Indirect statements",
    "extract.actions": "Actions",
    "extract.time_expressions": "Dates",
    "extract.keyphrases": "Keyphrases",
    "extract.context_dependence": "Main points",
    "extract.quantities": "Numbers",
    "resolve.dates": "Dates",
    "resolve.roles": "Roles",
    "resolve.actions": "Actions",
    "resolve.near_duplicates": "Reprints",
    "resolve.keyphrases": "Keyphrases",
    "resolve.topics": "Topics",
    "resolve.comparison": "Comparison",
    "resolve.stories": "Stories",
    "resolve.honorifics": "Forms of address",
    "resolve.timeline": "Timeline",
    "resolve.takeaways": "Key takeaways",
    "pages.": "Downloads",
    "publish.offline": "The whole site, to open from a disk",
    "publish.search": "Search",
    "provenance.changes": "What is new",
}
"""What a stage finds, said where an error left it out."""
LEFT_OUT = {
    "actors/": ("resolve.roles", "resolve.actions", "resolve.honorifics"),
    "timeline/": ("resolve.timeline", "resolve.dates"),
    "topics/": ("resolve.topics", "resolve.keyphrases"),
    "compare/": ("resolve.comparison", "resolve.near_duplicates"),
    "stories/": ("resolve.stories",),
}
"""Hub pages and the stages of the corpus without which something is missing on them."""
PARAGRAPHS = {
    "standfirst": "Standfirst",
    "caption": "Caption",
    "bio": "About the author",
}
"""Zones of a text that a reader must be told of."""
EXTENTS = {
    "full": "",
    "none": "The text is not published here.",
    "cited": "Only the sentences that the briefing uses are published here.",
}
"""How much of a text is published, by the setting."""
ASIDE = {
    "hidden": "The lines that were set aside are not published here.",
    "none": "None: every line was read as text.",
    "shown": "",
}
"""What is said in place of the lines that were set aside."""
STANCES: dict[Stance, str] = {
    "asserted": "",
    "denied": "Denied or rejected",
    "asked": "Asked or asked for",
    "offered": "Offered or promised",
    "conditional": "On a condition",
}
"""What a source does with reported words; empty where it says that they are so."""
NOBODY = {"speech": "Speaker not known", "other": "Not speech"}
"""What stands in a speaker's place."""
SECTION_TITLES = {
    "bottom-line": "Bottom line",
    "takeaways": "Key takeaways",
    "said": "What they said, quoted",
    "reported": "What they said, in the source’s words",
    "denied": "What they deny or reject, in the source’s words",
    "restated": "What they said of it before",
    "did": "What they did",
    "roles": "What the sources call them",
    "pairs": "Related sentences",
    "changed": "How it changed",
    "numbers": "Numbers that differ",
    "undated": "Not dated",
}
"""Titles of sections by their anchor on a page, for links that say where a sentence is used."""
DIFFERENCES = {
    "number_differs": SECTION_TITLES["numbers"],
    "changed": SECTION_TITLES["changed"],
    "reprint": "Texts printed more than once",
    "related_sentences": SECTION_TITLES["pairs"],
}
"""What the comparison within a story can show."""
NOTES = {"opinion": "Opinion", "standfirst": "Standfirst", "analysis": "Analysis"}
GENRES = {
    "opinion": "Opinion",
    "commentary": "Commentary",
    "analysis": "Analysis",
    "news": "News",
    "interview": "Interview",
    "report": "Report",
    "editorial": "Editorial",
    "feature": "Feature",
    "review": "Review",
    "statement": "Statement",
    "transcript": "Transcript",
}
FACTS = {
    "title": "Title",
    "authors": "Author",
    "publisher": "Publisher",
    "published": "Published",
    "genre": "Genre",
    "licence": "Licence",
    "url": "Address",
    "series": "Series",
    "tags": "Tag",
}
SEASONS = {
    21: "spring {year}",
    22: "summer {year}",
    23: "autumn {year}",
    24: "winter {year}",
    33: "first quarter of {year}",
    34: "second quarter of {year}",
    35: "third quarter of {year}",
    36: "fourth quarter of {year}",
    40: "first half of {year}",
    41: "second half of {year}",
}
"""Parts of a year by their number in EDTF (level 2)."""
HUB_TITLES = {
    "": "Briefing",
    "timeline/": "Timeline",
    "actors/": "Actors",
    "quotations/": "Quotations",
    "topics/": "Topics",
    "compare/": "Compare",
    "stories/": "Stories",
    "sources/": "Sources",
    "search/": "Search",
    "changes/": "Changes",
    "about/": "About",
    "data/": "Data",
    "print/": "Print",
}
FACETS = {"type": "Page", "source": "Source", "actor": "Actor", "date": "Month", "kind": "Kind"}
FACETS |= {"series": FACTS["series"], "tags": FACTS["tags"]}
FILTERS = {
    "speaker": "Speaker",
    "about": "Speaks of",
    "actor": "Actor",
    "story": "Story",
    "type": "Kind",
    "kind": "Kind",
    "source": "Source",
    "confidence": "How this date is known",
    "month": "Month",
    "day": "Day",
    "difference": "What differs",
}
"""What the long lists can be filtered by."""
PAGE_TYPES = {"actor": "Actor", "topic": "Topic", "source": "Source", "story": "Story"}
VOLUMES = {
    "undated": "Undated sources",
    "others": "Other sources",
    "all": "All volumes",
    "facet": "Volume",
}
"""Volumes without a name of their own, the way to the others, and what the search filters by."""
MEASURED = {
    ("gum_quotations", "span_prf"): "Quotations found, to the character",
    ("gum_quotations", "end_to_end_prf"): "Quotations found and given to the right speaker",
    ("gum_actors", "all.found"): "Names found",
    ("gum_actors", "all.b_cubed_prf"): "Names of one person or thing put together",
    ("gum_mentions", "names_prf_any_type"): "Names found, to the character",
}
"""Figures that the page about the briefing shows, by set and name of the scorer."""
CHANGES = {"added": "added", "removed": "removed", "changed": "changed"}
CHANGE_WHYS = {
    "seed": "a source was added, edited or removed",
    "rule": "the rules or the language model changed",
    "setting": "a setting changed",
    "correction": "an editor corrected it",
}
CHANGE_FIELDS = {
    "title": "title",
    "authors": "authors",
    "publisher": "publisher",
    "published": "date",
    "name": "name",
    "type": "kind",
    "kind": "kind",
    "speaker": "speaker",
    "stance": "stance",
    "attribution": "attribution",
    "value": "date",
    "date": "date",
    "confidence": "certainty",
    "section": "place on the page",
    "topic": "topic",
    "quotations_by": "quotations",
    "quotations_about": "quotations about them",
    "statements_by": "indirect statements",
    "documents": "documents",
    "actors": "actors",
    "sentence": "the sentence around it",
    "text": "wording",
}
"""What is different about a row, by the field of the data files; others are not told to readers."""
OWN = {"page": "Written by the editor of this site"}
"""What stands above a page that the tool did not make."""
NEWS_NOTES = {"new": "New story", "more": "More on"}
CHANGE_TABLES = {
    "stories": "Stories",
    "documents": "Documents",
    "takeaways": "Takeaways",
    "quotations": "Quotations",
    "statements": "Indirect statements",
    "actors": "Actors",
    "dates": "Dates",
    "timeline": "Timeline",
    "topics": "Topics",
}
