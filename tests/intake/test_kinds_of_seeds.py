"""One small seed for each kind of trouble that real folders hold, from the file to the findings."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, TypedDict

import pytest

from generator.config.limits import LimitSettings
from generator.extract.annotate import find_annotations
from generator.language.pipeline import LanguageModel
from generator.model.corpus import Corpus
from generator.read.seeds import read_seeds
from generator.resolve.assemble import assemble_corpus

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
TITLE = "Quarry road to stay shut all winter"
BY, DAY = "By Wim Okoro", "2 June 2031"
STORY = "The quarry road above Tarnby will stay shut, Ida Brack, the mayor, said on Monday."
QUOTE = "“We cannot send a bus under that rock,” Brack said."


class _Whole(TypedDict):
    """What a whole head states."""

    title: str
    authors: tuple[str, ...]
    day: str


class Kind(NamedTuple):
    """A seed and what must be found in it; what is None is not asked."""

    text: str | bytes
    name: str = "a.txt"
    title: str | None = None
    authors: tuple[str, ...] | None = None
    day: str | None = None
    publisher: str | None = None
    speakers: tuple[str | None, ...] | None = None
    """Of the quotations, in order."""
    sources: tuple[str | None, ...] | None = None
    """Of the statements, in order."""
    dates: tuple[str, ...] | None = None
    """Values of days, months and years in the text, in order."""
    actors: frozenset[str] = frozenset()
    strangers: frozenset[str] = frozenset()
    """Names that must be nobody's."""


def seed(*lines: str) -> str:
    """Lines with a blank one between them."""
    return "\n\n".join(lines) + "\n"


PLAIN = seed(TITLE, BY, DAY, STORY, QUOTE)
WHOLE = _Whole(title=TITLE, authors=("Wim Okoro",), day="2031-06-02")
GUESTS = "12 September 2031"
KINDS: dict[str, Kind] = {
    "an ending in capitals": Kind(PLAIN, "A.TXT", **WHOLE),
    "names with by in them": Kind(
        seed(TITLE, "By ABBY GOODALE, TOBY LINDE and RUBY BRACK", DAY, STORY),
        authors=("ABBY GOODALE", "TOBY LINDE", "RUBY BRACK"),
    ),
    "signs that are no letters": Kind(
        PLAIN.replace("cannot", "can\x0cnot").replace("shut,", "shut\x07,"), **WHOLE
    ),
    "a text in a language without lists": Kind(
        "Дорога к карьеру закрыта на зиму\n\n2 июня 2031 года\n\nДорога закрыта, сказал мэр.\n",
        day="2031-06-02",
    ),
    "a byline with an address and a day below it": Kind(
        seed(
            TITLE,
            f"{BY} | Email the author | wim@tarnby.example\n"
            "on June 2, 2031 at 6:03 AM, updated June 3, 2031",
            STORY,
        ),
        **WHOLE,
    ),
    "a surname that is a month": Kind(
        seed("Ministers meet in Tarnby", GUESTS, "Mrs May thanked them. April Dunn said no."),
        dates=("2031-09-12",),
    ),
    "may as a question": Kind(
        seed("Guests in Tarnby", GUESTS, "“May I ask why,” Ida Brack said. The hall may close."),
        dates=("2031-09-12",),
        speakers=("Ida Brack",),
    ),
    "given names that are months": Kind(
        seed("Guests in Tarnby", GUESTS, "June Brack and April Dunn opened the hall."),
        dates=("2031-09-12",),
        actors=frozenset({"June Brack", "April Dunn"}),
    ),
    "a quotation of several paragraphs": Kind(
        seed(
            TITLE,
            DAY,
            "“We watch the rock,” Ida Brack said. “It moved in May.",
            "“It moved again in spring.",
            "“I ask you to keep away.”",
        ),
        speakers=("Ida Brack",) * 4,
    ),
    "cues that are no plain verb of saying": Kind(
        seed(
            "A family of Tarnby",
            DAY,
            "“The winter will be long,” grumbled Joan Linde, lying on the rug.",
            "“It is dreadful!” sighed Meg Linde.",
            "“We have each other,” put in Beth Linde from her corner.",
        ),
        speakers=("Joan Linde", "Meg Linde", "Beth Linde"),
    ),
    "marks of other habits": Kind(
        seed(
            "Guild split in Tarnby",
            DAY,
            '" Boats are pitted against boats , " the mayor , Ida Brack , said .',
            "``The guild is split,'' said Wim Okoro. <<We are not>>, said Joan Linde.",
        ),
        speakers=("Ida Brack", "Wim Okoro", "Joan Linde"),
    ),
    "offices before names": Kind(
        seed(
            "Tarnby debates the toll",
            DAY,
            "Former minister for Roads and Rivers Nicky Linde said that the toll was unfair. "
            "The judge, Mr Justice Macken, said the case would go on.",
        ),
        sources=("Nicky Linde", "Macken"),
    ),
    "dashes in a headline": Kind(
        seed("Plus-Minus - a band from Tarnby - sells out the hall", BY, DAY, STORY),
        title="Plus-Minus - a band from Tarnby - sells out the hall",
    ),
    "a byline with a role and no by": Kind(
        seed(
            TITLE,
            "Wim Okoro, Transport correspondent\nMon 2 June 2031 06.00 BST\n"
            "Last modified on Tue 3 June 2031 11.20 BST",
            STORY,
        ),
        **WHOLE,
    ),
    "an encoding of Windows": Kind(
        PLAIN.encode("cp1252"), **WHOLE, speakers=("Ida Brack",), sources=("Ida Brack",)
    ),
    "a mark of the encoding and other line ends": Kind(
        b"\xef\xbb\xbf" + PLAIN.replace("\n", "\r\n").encode(), **WHOLE
    ),
    "a time that is counted from no day": Kind(
        seed(
            "The man who reads rocks",
            DAY,
            "As a boy, Rolf Brack was taken to see his first quarry.",
            "Seven decades later, Brack, 75, has seen more than 500 quarries.",
        ),
        dates=("2031-06-02",),
    ),
    "numbers that are no years": Kind(
        seed(
            "News from the airport",
            GUESTS,
            "Flight 1985 was late. Room 2024 is shut. The 1500 metres were won by Li Wei.",
        ),
        dates=("2031-09-12",),
    ),
    "a mail that was saved as text": Kind(
        "Received: from mail.tarnby.example by mx.post.example with ESMTP id 06C9DA98D;\n"
        "\tMon, 2 June 2031 09:14:02 +0000\nMessage-ID: <ab12@tarnby.example>\n"
        "Date: Mon, 2 Jun 2031 09:13:58 +0000\nFrom: Wim Okoro <wim@tarnby.example>\n"
        f"To: desk@post.example\nSubject: {TITLE}\nMIME-Version: 1.0\n\n{STORY}\n\n{QUOTE}\n",
        **WHOLE,
        strangers=frozenset({"ESMTP", "Content-Type"}),
    ),
    "front matter with the names that programs use": Kind(
        f"---\ntitle: {TITLE}\ndate: 2031-06-02\nauthor: Wim Okoro\n---\n\n{STORY}\n",
        "a.md",
        **WHOLE,
    ),
    "front matter with a tab": Kind(
        f"---\ntitle: {TITLE}\npublished: 2031-06-02\nauthors:\n\t- Wim Okoro\n---\n\n{STORY}\n",
        "a.md",
        title=TITLE,
        day="2031-06-02",
    ),
    "a parliament": Kind(
        seed(
            "HOUSE OF ASSEMBLY",
            "Wednesday, 4 June 2031",
            "Debate on the quarry road",
            "The House met at 14:04.",
            "Mr M A LINDE: Hon Speaker, I believe that the road is unsafe.",
            "The MINISTER OF ROADS: Hon Speaker, the road is safe. [Interjections.]",
            "Mrs T BRACK: Hon Speaker, that is not true at all. [Applause.]",
        ),
        title="Debate on the quarry road",
        speakers=("M A LINDE", "MINISTER OF ROADS", "T BRACK"),
    ),
    "Markdown that is called text": Kind(
        f"# {TITLE}\n\n{BY}\n\n{DAY}\n\nThe [quarry road](https://t.example/r) is shut, Ida "
        "Brack said. See [the map](https://t.example/m) and [the list](https://t.example/l).\n",
        **WHOLE,
    ),
    "a link's title": Kind(
        f'---\ntitle: {TITLE}\n---\n\nThe [road](https://t.example "“The road” home page") is '
        "shut, and Ida Brack is the mayor.\n",
        "a.md",
        speakers=(),
    ),
    "tags of a site's program": Kind(
        f'---\ntitle: {TITLE}\n---\n\n{{{{< figure src="a.jpg" title="The “road” above" >}}}}\n\n'
        "{% include map.html %}\n\nThe road is shut, and the county pays for a bus.\n",
        "a.md",
        speakers=(),
    ),
    "a given name that is another's surname": Kind(
        seed(
            "Address to Tarnby",
            DAY,
            "I thank Pope Francis for his letter. I congratulate Mr. Dennis Francis, the host.",
        ),
        actors=frozenset({"Dennis Francis"}),
    ),
    "comments in a note": Kind(
        f"---\ntitle: {TITLE}\n---\nIda Brack said that the road is shut. %%Rolf Linde told me.%%"
        "\n\n<!-- my source: Joan Linde -->\n\nThe bus will go on.\n",
        "a.md",
        strangers=frozenset({"Rolf Linde", "Joan Linde"}),
    ),
    "a page that was pasted with its menus": Kind(
        seed(
            *("We use cookies to improve our service.", "Accept all", "Skip to main content"),
            *("Home", "News", "Politics", "Sport", "Sign in", TITLE, BY, DAY, STORY, QUOTE),
            *("Most viewed", "Ferry fares to rise", "Privacy Policy"),
            "© 2031 Tarnby Post. All rights reserved.",
        ),
        **WHOLE,
        publisher="Tarnby Post",
        strangers=frozenset({"Privacy Policy", "Politics"}),
    ),
    "pages of print": Kind(
        "Tarnby County Council                    Annual Report 2031\n\nThe council spent "
        "a million on the quarry\nroad. Director Rolf Brack said that the\nroad would last until"
        "\n\n                    12\n"
        "Tarnby County Council                    Annual Report 2031\n\n"
        "2035 and that no works were planned. The\ncoun-\ncil thanked the town.\n\n"
        "                    13\n",
        sources=("Rolf Brack",),
    ),
    "a prime minister and a deputy": Kind(
        "PM denies knowledge of payments\nThe Prime Minister has denied he knew of the payments."
        "\nLetters from Alan Linde and Deputy Prime Minister Joan Brack have been released.\n",
        strangers=frozenset({"Prime Minister Joan Brack"}),
        sources=("PM", "The Prime Minister"),
    ),
    "a press release under its site's menu": Kind(
        "Tarnby Port Opens Night Ferry to Sandholm - The Tarnby Port Authority\nHOME\nGET HELP\n"
        "CONTACT US\nSkip to content\nFOR IMMEDIATE RELEASE\nThursday, October 27, 2033\n"
        "Director Rolf Brack today opened a night ferry to Sandholm that takes ninety cars.\n"
        "Director Brack said, “It is an honor for me to open this line.”\n",
        title="Tarnby Port Opens Night Ferry to Sandholm",
        day="2033-10-27",
        publisher="Tarnby Port Authority",
    ),
    "a browser's print": Kind(
        seed(
            f"6/2/31, 3:48 PM            {TITLE} | Tarnby Post",
            *(TITLE, "Wim Okoro", STORY, QUOTE),
            "https://www.tarnbypost.example/road                                      1/2",
        ),
        title=TITLE,
        authors=("Wim Okoro",),
        strangers=frozenset({"Tarnby Post"}),
    ),
    "a clause below its quotation": Kind(
        seed(
            TITLE,
            DAY,
            "“No one is above the law,”",
            "said State’s Attorney Ida Brack. “If a guard lies, my office will act.”",
        ),
        speakers=("Ida Brack", "Ida Brack"),
    ),
    "a page that is called text": Kind(
        f"<!DOCTYPE html>\n<html><head><title>{TITLE} | Tarnby Post</title></head><body><nav>Home"
        f"</nav><h1>{TITLE}</h1><p>{STORY}</p>"
        "<p>&ldquo;We cannot send a bus,&rdquo; Brack said.</p></body></html>",
        title=TITLE,
        speakers=("Ida Brack",),
        strangers=frozenset({"DOCTYPE"}),
    ),
    "a press office's letterhead": Kind(
        "June 2, 2031 Contact: Tasha Okoro\nTarnby Port Authority\n214-555-0101 (Office)\n"
        f"{TITLE}\nThe road above the quarry has been shut for more than twelve weeks this year.\n",
        title=TITLE,
        day="2031-06-02",
    ),
    "a feed that is called text": Kind(
        '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Tarnby Post</title><item>'
        f"<title>{TITLE}</title><pubDate>Mon, 02 Jun 2031 09:00:00 GMT</pubDate>"
        f"<description>&lt;p&gt;{STORY}&lt;/p&gt;</description></item></channel></rss>\n",
        title=TITLE,
        day="2031-06-02",
        publisher="Tarnby Post",
        sources=("Ida Brack",),
    ),
    "a headline of few words": Kind(
        seed("Quarry road shut", BY, DAY, "The road is shut, Ida Brack said."),
        title="Quarry road shut",
    ),
    "a site's name behind the headline": Kind(
        seed(f"{TITLE} | Tarnby Post", BY, DAY, STORY), **WHOLE, publisher="Tarnby Post"
    ),
    "labels in bold print": Kind(
        f"---\ntitle: {TITLE}\n---\n\n**Wim Okoro:** Welcome to the hour. Will the road open?\n\n"
        "**Ida Brack:** It will not open before spring.\n\n**Wim Okoro:** And the bus?\n\n"
        "**Ida Brack:** I think that the bus will go on.\n",
        "a.md",
        speakers=("Wim Okoro", "Ida Brack", "Wim Okoro", "Ida Brack"),
    ),
    "an agency's dateline": Kind(
        seed(
            "TARNBY, June 2 (Reuters) - " + STORY,
            QUOTE,
            "(Reporting by Wim Okoro; Editing by Joan Linde)",
        ),
        authors=("Wim Okoro",),
        publisher="Reuters",
        speakers=("Ida Brack",),
    ),
    "two lines of a wrapped paragraph": Kind(
        seed(TITLE, BY, DAY, STORY.replace(" Brack, the", " Brack,\nthe")),
        **WHOLE,
        sources=("Ida Brack",),
    ),
    "denials": Kind(
        seed(
            "Inquiry in Tarnby",
            DAY,
            "Joan Linde has denied she knew of it. Rolf Brack denies that he took money.",
        ),
        sources=("Joan Linde", "Rolf Brack"),
    ),
}


def read(make_seeds: MakeSeeds, kind: Kind, model: LanguageModel) -> Corpus:
    """The corpus of one seed."""
    documents = read_seeds(make_seeds({kind.name: kind.text})).documents
    found = [find_annotations(document, model=model) for document in documents]
    return assemble_corpus(documents, found, limits=LimitSettings())


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_each_kind(make_seeds: MakeSeeds, model: LanguageModel, kind: Kind) -> None:
    """What the seed states and who says what in it are found, and nothing else."""
    corpus = read(make_seeds, kind, model)
    stated = corpus.documents[0].document.metadata
    values = {
        "title": stated.title and stated.title.value,
        "authors": tuple(author.value for author in stated.authors),
        "day": stated.published and stated.published.value,
        "publisher": stated.publisher and stated.publisher.value,
        "speakers": tuple(q.speaker_name for q in corpus.quotations),
        "sources": tuple(s.speaker_name for s in corpus.statements),
        "dates": tuple(d.value for d in corpus.dates if d.value),
    }
    asked = {key: value for key in values if (value := getattr(kind, key)) is not None}
    assert {key: values[key] for key in asked} == asked
    names = {actor.name for actor in corpus.actors}
    assert kind.actors <= names
    assert names.isdisjoint(kind.strangers)


def test_a_pronoun_is_never_another_genders(make_seeds: MakeSeeds, model: LanguageModel) -> None:
    """*He* below a woman's and a man's name is the man, or stays open."""
    said = "Joan Linde met Eric Brack. He said that it was late."
    corpus = read(make_seeds, Kind(seed("Two at the quarry", DAY, said)), model)
    assert {s.speaker_name for s in corpus.statements} <= {None, "Eric Brack"}


def test_columns_side_by_side_are_told(make_seeds: MakeSeeds) -> None:
    """Sentences of two columns are never read across them."""
    rows = zip(
        (
            *("The county has found that the", "road is safe until 2035 and that"),
            *("no works are due in that time. A", "ranger will look at the rock in", "spring."),
        ),
        (
            *("Tarnby rejects the toll and says", "that it will fight it in court."),
            *("The mayor agreed, and asked for a", "bus on each weekday, as there was", "in 2029."),
        ),
        strict=True,
    )
    columns = "\n".join(f"{left:<40} {right}" for left, right in rows)
    (document,) = read_seeds(make_seeds({"a.txt": f"{TITLE}\n\n{DAY}\n\n{columns}\n"})).documents
    assert any("columns" in warning for warning in document.warnings)
    assert {zone.kind for zone in document.zones} == {"boilerplate"}
