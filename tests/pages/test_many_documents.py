"""Many documents: what is the same is told once, what is long is folded, columns are few."""

from pathlib import Path

import pytest
from handmade import make_site
from msgspec.structs import replace

from generator.commands.build import gather
from generator.config import Settings
from generator.i18n.catalogue import load_catalogue
from generator.model.build_info import BuildInfo
from generator.model.corpus import AttributedQuotation, Comparison, ComparisonMember, Corpus
from generator.model.text import Fact, Metadata
from generator.pages import search_facets
from generator.pages.corpus_index import CorpusIndex
from generator.pages.labels import FACETS
from generator.pages.presenters import compare, statements
from generator.pages.presenters.actors import is_passing, view_actor, view_actors
from generator.pages.presenters.cards import quotation_card
from generator.pages.presenters.compare import view_comparison
from generator.pages.presenters.quotations import (
    PUBLISHERS,
    quotation_list,
    quoted_table,
    view_quotations,
)
from generator.pages.quotation_groups import group_quotations
from generator.pages.search_facets import actor_filters, source_filters
from generator.pages.site_map import list_pages
from generator.pages.views import PrintPage

WIRE = (
    "{city} — The dam at Orrin will hold, the engineers said on Monday.\n\n"
    '"We have checked every gate of the dam twice," said Mara Telle, the chief engineer.\n\n'
    "{own}\n"
)
PAPERS = ("Orrin Post", "Dale Courier", "Fen Herald", "Moor Times", "Tarn News")
OWN = (
    "Schools in Orrin stay closed, and buses leave from the market hall all day.",
    "Farmers drove their cattle to the hills before the rain, with help from Fenwick.",
    "The minister Ola Brandt flew over the valley. Nobody asked her about the budget.",
    "Shops sold out of sandbags by noon. The choir moved its concert to Sunday.",
    "Volunteers cooked soup for three hundred people in the fire station.",
    "All day long buses leave the market hall of Orrin, where schools stay closed.",
    "Before the rain farmers with help from Fenwick drove to the hills with their cattle.",
    "Nobody in the valley asked the minister Ola Brandt about her budget as she flew over.",
    "The lifeboats from the coast came by lorry, and their crews slept in a gym in Tarn.",
    "In the fire station volunteers cooked for three hundred people, and the soup was hot.",
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Ten articles of five papers, each with the words of one agency and some of its own."""
    seeds = tmp_path_factory.mktemp("wire")
    for number in range(10):
        text = WIRE.format(city=f"TOWN {number}", own=OWN[number])
        (seeds / f"a{number}.txt").write_text(text, "utf-8")
        facts = f"publisher: {PAPERS[number % 5]}\npublished: 2025-03-0{number % 5 + 1}\n"
        (seeds / f"a{number}.txt.yml").write_text(facts, "utf-8")
    return gather(
        seeds, settings=Settings(), cache_dir=None, progress=lambda _step, _done, _total: None
    ).corpus


@pytest.fixture(scope="module")
def look(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> CorpusIndex:
    """The corpus at hand."""
    return CorpusIndex(corpus, make_site(tmp_path_factory.mktemp("many")), load_catalogue("en"))


def test_the_same_words_of_an_agency_are_told_once(look: CorpusIndex) -> None:
    """One card for ten articles, with the places of the other nine."""
    (page,) = view_quotations(look)
    (card,) = page.speech
    assert len(card.also) == 9
    assert card.everywhere
    assert {card.id, *card.others} == {q.id for q in look.corpus.quotations}


def test_every_quotation_of_a_card_has_its_address(look: CorpusIndex) -> None:
    """A link to any of the ten leads to the page that their card stands on."""
    assert {look.row_urls[q.id] for q in look.corpus.quotations} == {
        f"quotations/#{q.id}" for q in look.corpus.quotations
    }


def test_other_words_or_another_speaker_are_another_card(corpus: Corpus) -> None:
    """Short words may be the same by chance, and what two people say is said by two."""
    one, other = corpus.quotations[:2]

    def groups(second: AttributedQuotation) -> list[int]:
        return [len(g) for g in group_quotations((one, second), str)]

    assert groups(other) == [2]
    assert groups(replace(other, speakers=("ola-brandt",))) == [1, 1]
    assert groups(replace(other, text="We have checked nothing at all today")) == [1, 1]
    short = [replace(q, text="No comment") for q in (one, other)]
    assert [len(g) for g in group_quotations(short, str)] == [1, 1]


def test_a_long_list_of_sources_is_no_facet(
    look: CorpusIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every search loads the facets, and nobody reads a list of a thousand sources."""
    first, name = next(iter(look.documents)), look.catalogue.form(FACETS["source"])
    assert name in dict(source_filters(look, first))
    monkeypatch.setattr(search_facets, "SOURCES", len(look.documents) - 1)
    assert name not in dict(source_filters(look, first))


def test_two_places_of_the_same_words_are_not_folded(look: CorpusIndex) -> None:
    """A few places stand on the card."""
    card = quotation_card(look, *look.corpus.quotations[:3])
    assert (len(card.also), card.everywhere) == (2, False)


def test_who_is_quoted_is_counted_by_publisher_where_documents_are_many(look: CorpusIndex) -> None:
    """Two articles of each paper quote the engineer; a number leads to just these."""
    table = quoted_table(look, 6)
    assert not table.sources
    assert sorted(w.text for w in table.publishers) == sorted(PAPERS)
    assert len(table.publishers) <= PUBLISHERS
    (row,) = table.rows
    assert [c.count for c in row.cells] == [2] * 5
    assert not table.elsewhere
    first = next(c for c, w in zip(row.cells, table.publishers, strict=True) if w.text == PAPERS[0])
    assert first.url == f"quotations/?speaker={row.link.url.split('/')[1]}&source=A&source=F"


def test_what_no_column_counts_is_elsewhere(corpus: Corpus, tmp_path: Path) -> None:
    """A document without a publisher is counted apart, so that each row adds up."""
    first, *others = corpus.documents
    unknown = replace(first.document, metadata=replace(first.document.metadata, publisher=None))
    documents = (replace(first, document=unknown), *others)
    own = CorpusIndex(
        replace(corpus, documents=documents), make_site(tmp_path), load_catalogue("en")
    )
    table = quoted_table(own, 6)
    (row,) = table.rows
    assert table.elsewhere
    assert (sum(c.count for c in row.cells), row.elsewhere, row.total) == (9, 1, 10)


def test_who_is_named_once_is_folded_behind_the_others(look: CorpusIndex) -> None:
    """Each kind of actors has first those of whom more is told."""
    (page,) = view_actors(look)
    shown = {c.id for g in page.groups for c in g.cards}
    folded = {c.id for g in page.groups for c in g.passing}
    actors = {a.id: a for a in look.corpus.actors if a.shown}
    assert shown | folded == set(actors)
    assert not any(is_passing(actors[a]) for a in shown)
    assert all(is_passing(actors[a]) for a in folded)


def test_what_only_one_document_has_is_folded_where_many_have_something(
    look: CorpusIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few stand side by side; where they are more than fit, each is folded."""
    few = view_comparison(look)
    assert few.only_in
    assert not few.many
    monkeypatch.setattr(compare, "APART", len(few.only_in) - 1)
    assert view_comparison(look).many


def test_what_somebody_said_is_counted_by_month(corpus: Corpus, tmp_path: Path) -> None:
    """Two months of words are two rows, the newest first, each leading to just these."""
    moved = ("a0", "a1", "a2")
    rows = [
        replace(row, document=replace(row.document, metadata=later(row.document.metadata)))
        if row.document.id in moved
        else row
        for row in corpus.documents
    ]
    two = replace(corpus, documents=tuple(rows))
    look = CorpusIndex(two, make_site(tmp_path), load_catalogue("en"))
    speaker = next(a for a in two.actors if a.quotations_by)
    spoken = view_actor(look, speaker).spoken
    assert [(s.when and s.when.text, s.count) for s in spoken] == [
        ("April 2025", 3),
        ("March 2025", 7),
    ]
    assert spoken[0].url.startswith(f"quotations/?speaker={speaker.id}&month=2025-04")


def test_one_month_is_no_table(look: CorpusIndex) -> None:
    """Where all was said in one month of one story the list of quotations says it."""
    speaker = next(a for a in look.corpus.actors if a.quotations_by)
    assert view_actor(look, speaker).spoken == ()
    assert not view_actor(look, speaker).by_story


@pytest.mark.parametrize(("texts", "folded"), [(3, False), (4, True)])
def test_many_reprints_are_folded(
    corpus: Corpus, tmp_path: Path, texts: int, *, folded: bool
) -> None:
    """A few texts that were printed more than once are named at once, many are unfolded."""
    names = [r.document.id for r in corpus.documents]
    rows = tuple(
        Comparison(f"reprint-{n}", "reprint", (names[2 * n], names[2 * n + 1]), ())
        for n in range(texts)
    )
    own = CorpusIndex(replace(corpus, comparison=rows), make_site(tmp_path), load_catalogue("en"))
    page = view_comparison(own)
    assert (len(page.reprints), page.many_reprints) == (texts, folded)


def test_two_statements_of_an_actor_stand_side_by_side(corpus: Corpus, tmp_path: Path) -> None:
    """On the page of who made them and on no other; their sentences lead back there."""
    speaker = next(a for a in corpus.actors if a.quotations_by)
    one, two = (q for q in corpus.quotations[:2])
    members = tuple(
        ComparisonMember(q.document, q.start, q.end, sentence=q.sentence) for q in (one, two)
    )
    row = Comparison(
        "restated-1", "restated", (one.document, two.document), members, actor=speaker.id
    )
    told = replace(corpus, comparison=(*corpus.comparison, row))
    look = CorpusIndex(told, make_site(tmp_path), load_catalogue("en"))
    pages = {a.id: view_actor(look, a).restated for a in told.actors}
    assert [len(pair) for pair in pages.pop(speaker.id)] == [2]
    assert set(pages.values()) == {()}
    uses = {use.url for use in look.uses[one.document, one.sentence]}
    assert f"actors/{speaker.id}/#restated" in uses


def test_quotations_can_be_chosen_by_whom_they_speak_of(corpus: Corpus, tmp_path: Path) -> None:
    """Every actor with a page whom the words are about; others have nothing to choose."""
    shown = next(a.id for a in corpus.actors if a.shown)
    told = tuple(replace(q, about=(shown, "nobody-known")) for q in corpus.quotations)
    site = make_site(tmp_path)
    own = CorpusIndex(replace(corpus, quotations=told), site, load_catalogue("en"))
    values = [dict(row.values)["about"] for page in quotation_list(own).pages for row in page]
    assert set(values) == {(shown,)}


def later(facts: Metadata) -> Metadata:
    """The facts of a document published a month later."""
    return replace(facts, published=Fact("2025-04-02", "editor", None, "editor"))


def test_names_in_a_line_are_the_first_and_a_count(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is named, paraphrased or spelled in two ways is listed up to a bound, and counted."""
    people = [a.id for a in corpus.actors if a.shown][:2]
    place = corpus.quotations[0]
    member = ComparisonMember(place.document, place.start, place.end, sentence=place.sentence)
    rows = [
        Comparison(f"{kind}-{a}-{value}", kind, (), (member,), actor=a, value=value)  # type: ignore[arg-type]  # kinds by turns
        for kind, value in (
            ("never_quoted", None), ("never_quoted", "paraphrased"), ("spelled", "x / y")
        )
        for a in people
    ]  # fmt: skip
    phrases = [Comparison(f"phrase-{n}", "shared_topic", (), (member,)) for n in range(2)]
    own = CorpusIndex(
        replace(corpus, comparison=(*rows, *phrases)), make_site(tmp_path), load_catalogue("en")
    )
    page = view_comparison(own)
    assert (len(page.never_quoted), page.more_never_quoted) == (2, 0)
    monkeypatch.setattr(compare, "NAMES", 1)
    monkeypatch.setattr(compare, "SAME", 1)
    page = view_comparison(own)
    assert (len(page.never_quoted), page.more_never_quoted) == (1, 1)
    assert (len(page.paraphrased), page.more_paraphrased) == (1, 1)
    assert (len(page.spelled), len(page.shared_phrases)) == (1, 1)


def test_of_many_reprints_and_of_many_copies_the_first_are_named(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many texts were printed more than once, and how often, is told however few are named."""
    names = tuple(r.document.id for r in corpus.documents)
    rows = tuple(Comparison(f"reprint-{n}", "reprint", names, ()) for n in range(3))
    own = CorpusIndex(replace(corpus, comparison=rows), make_site(tmp_path), load_catalogue("en"))
    monkeypatch.setattr(compare, "SAME", 2)
    page = view_comparison(own)
    assert [len(same) for same in page.reprints] == [2, 2]
    assert page.reprinted == 3
    monkeypatch.setattr(statements, "COPIES", 2)
    card = quotation_card(own, *own.corpus.quotations)
    assert (len(card.also), card.copies) == (2, 9)


def test_an_actor_is_found_by_the_documents_that_name_them_most(
    look: CorpusIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The facets of a page in the search do not grow with the folder."""
    monkeypatch.setattr(search_facets, "DOCUMENTS", 3)
    actor = next(a for a in look.corpus.actors if a.quotations_by)
    many = replace(actor, mentions=(*actor.mentions, *actor.mentions[-1:] * 2))
    sources = [value for name, value in actor_filters(look, many) if name == "Source"]
    assert len(sources) == 3
    assert look.labels[actor.mentions[-1].document].text in sources


def test_what_is_printed_ends_at_a_bound(corpus: Corpus, tmp_path: Path) -> None:
    """A printed briefing lists the sources up to the rows of a list, and says how many are left."""
    site = make_site(tmp_path)
    few = replace(site.settings, limits=replace(site.settings.limits, rows_per_page=4))
    own = CorpusIndex(corpus, replace(site, settings=few), load_catalogue("en"))
    page = next(p.view for p in list_pages(own, BuildInfo(), None) if p.url == "print/")
    assert isinstance(page, PrintPage)
    assert (len(page.cards), page.more_cards) == (4, 6)
