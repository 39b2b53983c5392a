"""Several stories: which of them lead, what stands alone, and that no page mixes two."""

import copy
import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from handmade import make_document, make_site
from msgspec.structs import replace

from generator.commands.build import gather
from generator.config import Settings
from generator.i18n.catalogue import load_catalogue
from generator.model.changes import Change, Changes
from generator.model.corpus import Corpus, Score, Story, Takeaway
from generator.model.text import Fact, Metadata
from generator.pages.corpus_index import CorpusIndex
from generator.pages.following import warn_of_missing
from generator.pages.list_filters import render_rows
from generator.pages.presenters import stories
from generator.pages.presenters.cards import timeline_row
from generator.pages.presenters.front import view_front, view_print
from generator.pages.presenters.home import view_home
from generator.pages.presenters.stories import (
    leading_stories,
    lone_documents,
    view_story,
)
from generator.pages.presenters.story_lists import (
    difference_list,
    story_list,
    view_differences,
    view_stories,
)
from generator.pages.presenters.timeline import view_timelines
from generator.pages.presenters.topics import view_topics
from generator.pages.render import render_pages
from generator.pages.site_map import source_title
from generator.pages.story_corpus import front_stories, narrow_corpus
from generator.pages.views import FrontPage

SEEDS = Path(__file__).with_name("golden") / "newsroom" / "seeds"
BRIDGE = ("bridge-1", "bridge-2", "bridge-3")
SOURCE = re.compile(r'data-src="([a-z]+)&#45;\d')


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Two stories of three documents each, and one document that stands alone."""
    return gather(
        SEEDS, settings=Settings(), cache_dir=None, progress=lambda _step, _done, _total: None
    ).corpus


@pytest.fixture(scope="module")
def look(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> CorpusIndex:
    """The corpus at hand."""
    site = make_site(tmp_path_factory.mktemp("stories"), name="Vallen and Merrow")
    return CorpusIndex(corpus, site, load_catalogue("en"))


def test_one_story_asks_for_no_front_page(corpus: Corpus) -> None:
    """Where one story holds all documents, or there are few, the home page is the briefing."""
    assert len(front_stories(corpus)) == 2
    assert front_stories(narrow_corpus(corpus, BRIDGE)) == ()
    assert front_stories(replace(corpus, stories=())) == ()
    assert len(front_stories(replace(corpus, stories=corpus.stories[:1]))) == 1


def test_a_source_leads_on_without_a_walk_over_the_stories(look: CorpusIndex) -> None:
    """Each leads to those beside it in its story, as far as there is one; one alone to none."""
    asked = copy.copy(look)
    asked.stories = ()
    for story in look.stories:
        assert asked.story_label(story.id) == look.story_label(story.id)
        beside = [None, *story.documents, None]
        for before, document, after in zip(beside, story.documents, beside[2:], strict=False):
            assert asked.next_in_story(document, -1) == before
            assert asked.next_in_story(document, 1) == after
    for document in lone_documents(look):
        assert asked.next_in_story(document, 1) is None


def test_a_narrowed_corpus_knows_nothing_of_other_documents(corpus: Corpus) -> None:
    """Actors, quotations, events and comparisons are those of the story's documents alone."""
    own = narrow_corpus(corpus, BRIDGE)
    assert [r.document.id for r in own.documents] == list(BRIDGE)
    assert {m.document for a in own.actors for m in a.mentions} == set(BRIDGE)
    assert {m.document for e in own.timeline for m in e.members} == set(BRIDGE)
    assert {d for c in own.comparison for d in c.documents} == set(BRIDGE)
    assert {q for a in own.actors for q in a.quotations_by} <= {q.id for q in own.quotations}


def test_the_evidence_of_a_date_may_lie_in_another_story(look: CorpusIndex) -> None:
    """A year that a document of another story gives is shown with that document's words."""
    assert look.narrowed(BRIDGE).passage("orchard-1", 0, 20) == look.passage("orchard-1", 0, 20)


def test_the_newest_of_two_equal_stories_leads(look: CorpusIndex) -> None:
    """With as many voices, the story nearer to the newest document comes first."""
    assert [s.id for s in leading_stories(look)] == ["story-orchard-1", "story-bridge-1"]
    assert [c.voices for c in view_front(look).leads] == [2, 2]


def test_what_belongs_to_no_story_is_listed_apart(look: CorpusIndex) -> None:
    """A lone document stands on the front page and on the list of stories."""
    assert lone_documents(look) == ("chess",)
    assert [s.path for s in view_front(look).alone] == ["chess.md"]
    assert [[s.path for s in page.alone] for page in view_stories(look)] == [["chess.md"]]


def test_plans_after_the_newest_document_lie_ahead(look: CorpusIndex) -> None:
    """A plan that the newest document has overtaken is no date ahead."""
    assert [row.when.value for row in view_front(look).ahead] == ["2025-06-02"]


def test_a_story_says_why_each_document_belongs_to_it(look: CorpusIndex) -> None:
    """Each member has words that it shares, where they stand."""
    page = view_story(look, look.stories[0])
    assert [m.source.path for m in page.members] == [f"{d}.md" for d in reversed(BRIDGE)]
    assert all(m.words for m in page.members)
    assert page.more_members == ""


def test_of_many_documents_a_story_lists_the_newest(
    look: CorpusIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others stand among the sources, which are chosen by story."""
    monkeypatch.setattr(stories, "MEMBERS", 2)
    page = view_story(look, look.stories[0])
    assert [m.source.path for m in page.members] == ["bridge-3.md", "bridge-2.md"]
    assert page.more_members == "sources/?story=story-bridge-1"


def test_of_many_sources_an_event_has_the_first_and_a_count(corpus: Corpus, tmp_path: Path) -> None:
    """Twenty sources of one event weigh as much as three; a source's page has its own words."""
    entry = next(e for e in corpus.timeline if e.members[0].document == "bridge-1")
    own = [m for e in corpus.timeline for m in e.members if m.document == "bridge-2"][:1]
    many = replace(entry, members=(*entry.members[:1] * 19, *own))
    look = CorpusIndex(replace(corpus, timeline=(many,)), make_site(tmp_path), load_catalogue("en"))
    row = timeline_row(look, many, first="bridge-2")
    assert (len(row.passages), row.more) == (3, 17)
    assert row.passages[0].passage.src.startswith("bridge-2:")
    (page,) = view_timelines(look)
    assert (len(page.rows), page.rows[0].more) == (1, 8)


def test_differences_are_counted_within_a_story(look: CorpusIndex) -> None:
    """The number that two documents of one story give differently is shown."""
    (page,) = view_differences(look)
    numbers = {d.card.url: d.numbers for d in page.stories}
    assert numbers == {"stories/story-orchard-1/": 0, "stories/story-bridge-1/": 1}


def test_stories_are_chosen_by_what_differs_in_them(look: CorpusIndex) -> None:
    """A number that differs is found by its kind, and stories by who is in them and their month."""
    values = {row.ids[0]: dict(row.values) for page in difference_list(look).pages for row in page}
    bridge, orchard = values["stories/story-bridge-1/"], values["stories/story-orchard-1/"]
    assert "number_differs" in bridge["difference"]
    assert "number_differs" not in orchard["difference"]
    assert (bridge["month"], orchard["month"]) == (("2025-03",), ("2025-04",))
    assert "gwen-trevose" in orchard["actor"]
    assert "gwen-trevose" not in bridge["actor"]


def test_long_lists_of_stories_are_split(corpus: Corpus, tmp_path: Path) -> None:
    """With one row a page each story has its page, and what stands alone follows the last."""
    site = make_site(tmp_path, name="Vallen and Merrow")
    limits = replace(site.settings.limits, rows_per_page=1)
    own = CorpusIndex(
        corpus,
        replace(site, settings=replace(site.settings, limits=limits)),
        load_catalogue("en"),
    )
    pages = view_stories(own)
    assert [[s.url for m in page.months for s in m.stories] for page in pages] == [
        ["stories/story-orchard-1/"],
        ["stories/story-bridge-1/"],
    ]
    assert [len(page.alone) for page in pages] == [0, 1]
    assert [page.filters.total for page in pages] == [2, 2]
    assert [page.filters.rows for page in pages] == ["stories/rows.json"] * 2
    rows = json.loads(render_rows(own, story_list(own)))
    assert [row[:2] for row in rows["rows"]] == [
        [1, "stories/story-orchard-1/"],
        [2, "stories/story-bridge-1/"],
    ]
    compared = view_differences(own)
    assert [[d.card.url for d in page.stories] for page in compared] == [
        ["stories/story-orchard-1/"],
        ["stories/story-bridge-1/"],
    ]
    topics = view_topics(own)
    assert [len(page.cards) for page in topics] == [1] * len(own.corpus.topics)
    assert topics[0].filters.rows == "topics/rows.json"


def test_no_page_of_a_story_cites_another(
    corpus: Corpus, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Every source word on a story's page is of the story's own documents."""
    site = make_site(tmp_path_factory.mktemp("pages"), name="Vallen and Merrow")
    files = render_pages(corpus, site, catalogue=load_catalogue("en"))
    pages = {f.path: f.content.decode("utf-8") for f in files if f.path.endswith(".md")}
    for name in ("bridge", "orchard"):
        assert set(SOURCE.findall(pages[f"stories/story-{name}-1.md"])) == {name}


def since(*changes: Change) -> Changes:
    """What an earlier build lacked."""
    return Changes(changes, (), (), (), rules_changed=False)


def test_new_stories_come_first_then_those_that_moved(look: CorpusIndex) -> None:
    """A story that the last build lacked is new; of one that grew, its new sources are named."""
    before = json.dumps([*BRIDGE[:2]])
    grown = ("documents", before, json.dumps(list(BRIDGE)))
    found = since(
        Change("stories", "changed", "story-bridge-1", "", "", "seed", (grown,)),
        Change("stories", "added", "story-orchard-1", "", "", "seed"),
        Change("stories", "removed", "story-gone", "", "", "seed"),
    )
    news = view_front(look, found).news
    assert [n.card.url for n in news] == ["stories/story-orchard-1/", "stories/story-bridge-1/"]
    assert [n.note for n in news] == ["New story", "More on"]
    assert [[s.path for s in n.sources] for n in news] == [[], ["bridge-3.md"]]


def test_a_story_with_other_topics_and_the_same_sources_is_no_news(look: CorpusIndex) -> None:
    """Only documents make a story move."""
    fields = (("topics", "[]", '["bridge"]'),)
    changed = Change("stories", "changed", "story-bridge-1", "", "", "rule", fields)
    assert view_front(look, since(changed)).news == ()
    assert view_front(look, None).news == ()


def following(corpus: Corpus, root: Path, *names: str) -> CorpusIndex:
    """The corpus as seen by an owner who follows these."""
    site = make_site(root, name="Vallen and Merrow")
    settings = replace(site.settings, follow=names)
    return CorpusIndex(corpus, replace(site, settings=settings), load_catalogue("en"))


def test_who_is_followed_stands_on_top(corpus: Corpus, tmp_path: Path) -> None:
    """By name, in any case, with the stories that name them and their newest words."""
    own = following(corpus, tmp_path, "gwen TREVOSE")
    (card,) = view_front(own).followed
    assert card.link.words.text == "Gwen Trevose"
    assert [s.url for s in card.stories] == ["stories/story-orchard-1/"]
    assert card.words is not None
    assert card.words.passage.citation.url.startswith("sources/orchard-2/")
    assert view_home(own.narrowed(("orchard-1", "orchard-2"))).actors[0].id == "gwen-trevose"


def test_new_words_of_the_followed_are_news(corpus: Corpus, tmp_path: Path) -> None:
    """What others say anew is counted and not shown."""
    rows = [
        Change("quotations", "added", q.id, q.text, q.document, "seed") for q in corpus.quotations
    ]
    said = view_front(following(corpus, tmp_path, "Gwen Trevose"), since(*rows)).said
    assert {s.words.text for q in said for s in q.speakers} == {"Gwen Trevose"}
    assert view_front(following(corpus, tmp_path), since(*rows)).said == ()


def test_a_topic_can_be_followed(corpus: Corpus, tmp_path: Path) -> None:
    """A topic leads to the stories that treat it."""
    topic = corpus.topics[0]
    (card,) = view_front(following(corpus, tmp_path, topic.label)).followed
    assert card.stories
    assert card.words is None


def test_a_name_that_nobody_has_is_told_with_the_nearest(corpus: Corpus) -> None:
    """A misspelt name is a warning and no error."""
    (warning,) = warn_of_missing(corpus, ["Gwen Trevos"])
    assert "'Gwen Trevos'" in warning
    assert "Gwen Trevose" in warning
    assert list(warn_of_missing(corpus, ["Gwen Trevose"])) == []


def test_on_paper_each_leading_story_has_its_own_words(look: CorpusIndex) -> None:
    """A printed story cites its own documents alone, and all of them as notes."""
    page = view_print(look)
    assert [s.card.url for s in page.stories] == [
        "stories/story-orchard-1/",
        "stories/story-bridge-1/",
    ]
    assert page.others == ()
    bridge = page.stories[1]
    cited = {p.src.partition(":")[0] for p in bridge.bottom_line}
    cited |= {i.passage.src.partition(":")[0] for i in bridge.takeaways}
    cited |= {q.passage.src.partition(":")[0] for q in bridge.quotations}
    assert cited <= set(BRIDGE)
    assert bridge.bottom_line
    assert sorted(n.path for n in bridge.notes) == [f"{d}.md" for d in BRIDGE]


def test_a_story_without_a_bottom_line_begins_as_its_documents_do(
    corpus: Corpus, tmp_path: Path
) -> None:
    """Where no sentence was chosen, the first sentences of its documents stand in its place."""
    site = make_site(tmp_path, name="Vallen and Merrow")
    plain = CorpusIndex(replace(corpus, takeaways=()), site, load_catalogue("en"))
    page = view_story(plain, plain.stories[0])
    assert [p.src.partition(":")[0] for p in page.leads] == list(BRIDGE)
    assert page.card.lead is not None
    assert page.card.lead.src in {p.src for p in page.leads}


def test_a_pinned_story_leads_under_the_editors_name(corpus: Corpus, tmp_path: Path) -> None:
    """An editor's words for a story are shown as such, and its pin outweighs its age."""
    first, second = corpus.stories
    edited = replace(corpus, stories=(replace(first, name="The bridge", pinned=True), second))
    site = make_site(tmp_path, name="Vallen and Merrow")
    own = CorpusIndex(edited, site, load_catalogue("en"))
    lead = view_front(own).leads[0]
    assert (lead.label.text, lead.label.editor) == ("The bridge", "corrections.yml")


@pytest.mark.parametrize(
    ("sentence", "fits"),
    [
        ("The Vallen bridge was closed on Monday after cracks were found.", True),
        ("The mayor of Vallen opened a school.", False),
    ],
)
def test_a_sentence_goes_with_a_label_that_it_has_most_words_of(
    sentence: str, *, fits: bool
) -> None:
    """Small words do not count; a name alone is not the matter."""
    assert stories.has_most_words(sentence, "Vallen bridge closed after cracks") == fits


@pytest.mark.parametrize("loose", [{"cosine": 0.1}, {"loose": True}])
def test_the_sentence_of_a_card_goes_with_its_headline(
    corpus: Corpus, tmp_path: Path, loose: dict[str, float | bool]
) -> None:
    """In a loose group what leads may be of another matter: the headline's document goes on.

    So it does where two documents make the story.
    """
    close = next(s for s in corpus.stories if s.id == "story-bridge-1")
    story = replace(close, **loose)
    named = story.label.document if story.label else ""
    other = next(d for d in story.documents if d != named)
    rows = [replace(t, document=other, text="Nobody knows.") for t in corpus.takeaways]
    look = CorpusIndex(
        replace(corpus, takeaways=tuple(rows)),
        make_site(tmp_path, name="Vallen and Merrow"),
        load_catalogue("en"),
    )
    two = replace(close, documents=(named, other))
    leads = [stories.story_card(look, one).lead for one in (story, close, two)]
    assert [lead.src.partition(":")[0] for lead in leads if lead] == [named, other, named]


def test_a_card_tells_of_what_its_headline_tells(corpus: Corpus, tmp_path: Path) -> None:
    """Of a bottom line's sentences the one of the headline's document, whichever ranks first."""
    story = next(s for s in corpus.stories if s.id == "story-bridge-1")
    named = story.label.document if story.label else ""
    other = next(d for d in story.documents if d != named)
    first = next(t for t in corpus.takeaways if t.section == "bottom_line")
    rows = [
        replace(first, document=d, text="Nobody knows.", rank=r)
        for r, d in enumerate((other, named), start=1)
    ]
    look = CorpusIndex(
        replace(corpus, takeaways=tuple(rows)),
        make_site(tmp_path, name="Vallen and Merrow"),
        load_catalogue("en"),
    )
    lead = stories.story_card(look, replace(story, cosine=0.9)).lead
    assert lead is not None
    assert lead.src.partition(":")[0] == named


@pytest.mark.parametrize("fact", [None, "2030-01-01/.."])
def test_a_story_of_no_known_day_leads_no_other(
    corpus: Corpus, tmp_path: Path, fact: str | None
) -> None:
    """What was published on a day or later may be as old as any, and so may what has no date."""
    orchard = next(s for s in corpus.stories if s.id == "story-orchard-1")
    rows = tuple(
        replace(r, document=replace(r.document, metadata=dated(r.document.metadata, fact)))
        if r.document.id in orchard.documents
        else r
        for r in corpus.documents
    )
    site = make_site(tmp_path, name="Vallen and Merrow")
    look = CorpusIndex(replace(corpus, documents=rows), site, load_catalogue("en"))
    assert [s.id for s in leading_stories(look)] == ["story-bridge-1", "story-orchard-1"]


def test_what_one_text_tells_of_late_leads_as_no_story(corpus: Corpus, tmp_path: Path) -> None:
    """Of reports that lie weeks apart one is news: it takes two of a fortnight to lead."""
    story = next(s for s in corpus.stories if s.id == "story-orchard-1")

    def may_lead(first: str) -> bool:
        rows = tuple(
            replace(row, document=replace(d, metadata=dated(d.metadata, first)))
            if (d := row.document).id in story.documents[:-1]
            else row
            for row in corpus.documents
        )
        site = make_site(tmp_path, name="Vallen and Merrow")
        look = CorpusIndex(replace(corpus, documents=rows), site, load_catalogue("en"))
        return stories.may_lead(look, story)

    assert [may_lead(day) for day in ("2025-04-17", "2025-04-01")] == [True, False]


def test_of_two_stories_of_a_day_the_closer_one_leads(corpus: Corpus, tmp_path: Path) -> None:
    """A group whose documents hardly hang together is less of a story, however many tell it."""
    loose = tuple(replace(s, cosine=0.9 if "bridge" in s.id else 0.01) for s in corpus.stories)
    site = make_site(tmp_path, name="Vallen and Merrow")
    look = CorpusIndex(replace(corpus, stories=loose), site, load_catalogue("en"))
    assert [s.id for s in leading_stories(look)] == ["story-bridge-1", "story-orchard-1"]


def test_a_subject_leads_no_event(corpus: Corpus, tmp_path: Path) -> None:
    """However many tell of a subject, a story of one event is above it, and its card says so."""
    loose = tuple(replace(s, loose="bridge" in s.id) for s in corpus.stories)
    site = make_site(tmp_path, name="Vallen and Merrow")
    look = CorpusIndex(replace(corpus, stories=loose), site, load_catalogue("en"))
    assert [s.id for s in leading_stories(look)] == ["story-orchard-1", "story-bridge-1"]
    assert [stories.story_card(look, s).loose for s in leading_stories(look)] == [False, True]


@pytest.mark.parametrize("loose", [{"cosine": 0.1}, {"loose": True}])
def test_where_few_stories_lead_single_documents_do(
    corpus: Corpus, tmp_path: Path, loose: dict[str, float | bool]
) -> None:
    """What shares a subject only is listed and leads nothing, unless an editor pins it."""
    rows = tuple(replace(s, **loose) if "bridge" in s.id else s for s in corpus.stories)
    site = make_site(tmp_path, name="Vallen and Merrow")

    def front(stories: tuple[Story, ...]) -> FrontPage:
        return view_front(CorpusIndex(replace(corpus, stories=stories), site, load_catalogue("en")))

    page = front(rows)
    assert [c.url for c in page.leads] == ["stories/story-orchard-1/"]
    assert [s.url for m in page.months for s in m.stories] == ["stories/story-bridge-1/"]
    assert [s.source.path for s in page.single] == ["chess.md"]
    pinned = front(tuple(replace(s, pinned=True) for s in rows))
    assert len(pinned.leads) == 2


def test_a_story_that_tells_only_how_things_are_leads_nothing(
    corpus: Corpus, tmp_path: Path
) -> None:
    """News tells what happened; who argues says what it is, and may lead."""
    first = next(t for t in corpus.takeaways if t.document in BRIDGE)
    site = make_site(tmp_path, name="Vallen and Merrow")

    def leads(takeaway: Takeaway) -> list[str]:
        look = CorpusIndex(replace(corpus, takeaways=(takeaway,)), site, load_catalogue("en"))
        return [c.url for c in view_front(look).leads]

    state = replace(first, section="bottom_line", label=None, why=(Score("eventuality", 0.0),))
    assert leads(state) == ["stories/story-orchard-1/"]
    assert len(leads(replace(state, why=(Score("eventuality", 1.0),)))) == 2
    assert len(leads(replace(state, label="opinion"))) == 2


def test_a_story_that_most_documents_tell_leads(corpus: Corpus, tmp_path: Path) -> None:
    """It is what the folder is about, also where its documents are little alike."""
    site = make_site(tmp_path, name="Vallen and Merrow")
    bridge = next(s for s in corpus.stories if "bridge" in s.id)
    story = replace(bridge, cosine=0.1)

    def leads(documents: Sequence[str]) -> bool:
        look = CorpusIndex(narrow_corpus(corpus, documents), site, load_catalogue("en"))
        return stories.may_lead(look, story)

    assert leads((*BRIDGE, "chess"))
    assert not leads([r.document.id for r in corpus.documents])


def test_a_text_and_its_copies_are_no_story_that_leads(corpus: Corpus, tmp_path: Path) -> None:
    """However often one report was printed, it is one document's."""
    first, *others = BRIDGE
    rows = tuple(
        replace(r, copy_of=first) if r.document.id in others else r for r in corpus.documents
    )
    site = make_site(tmp_path, name="Vallen and Merrow")
    look = CorpusIndex(replace(corpus, documents=rows), site, load_catalogue("en"))
    assert [c.url for c in view_front(look).leads] == ["stories/story-orchard-1/"]


def test_a_card_leans_on_no_sentence_of_another_document(corpus: Corpus, tmp_path: Path) -> None:
    """*The gunman* is known where the headline is of the same report, and nowhere else."""
    story = next(s for s in corpus.stories if s.id == "story-bridge-1")
    named = story.label.document if story.label else ""
    other = next(d for d in story.documents if d != named)
    first = next(t for t in corpus.takeaways if t.section == "bottom_line")
    site = make_site(tmp_path, name="Vallen and Merrow")
    whole = CorpusIndex(corpus, site, load_catalogue("en"))
    label = stories.story_card(whole, story).label.text
    leans = replace(first, document=other, text=label, why=(Score("bare subject", -2.0),))

    def source(takeaway: Takeaway) -> str:
        look = CorpusIndex(replace(corpus, takeaways=(takeaway,)), site, load_catalogue("en"))
        lead = stories.story_card(look, replace(story, cosine=0.9)).lead
        return lead.src.partition(":")[0] if lead else ""

    assert source(leans) == named
    assert source(replace(leans, why=())) == other


def dated(metadata: Metadata, value: str | None) -> Metadata:
    """The same with this date of publication, or with none."""
    fact = Fact(value, "inferred", None, "latest_past_day") if value else None
    return replace(metadata, published=fact)


@pytest.mark.parametrize(
    ("words", "title"),
    [("The harbour will reopen.", "The harbour will reopen…"), ("x" * 5000, "x" * 120 + "…")],
    ids=["sentence", "one long word"],
)
def test_who_has_no_title_is_named_by_its_first_words(
    corpus: Corpus, tmp_path: Path, words: str, title: str
) -> None:
    """Verbatim, with an ellipsis for the stop of a short sentence or the rest of a long word."""
    document = make_document([words], identifier="untitled")
    rows = (*corpus.documents, replace(corpus.documents[0], document=document))
    site = make_site(tmp_path, name="Vallen and Merrow")
    look = CorpusIndex(replace(corpus, documents=rows), site, load_catalogue("en"))
    assert source_title(look, document.id) == title
