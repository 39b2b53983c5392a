"""What stands around a French story in pasted text: read by the same passes, with French lists."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.model.text import Document
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
TITLE = "Le pont du port fermera pendant deux ans"
DAY = "2031-05-12"
STORY = (
    "Le conseil municipal de Norvic a décidé mardi de fermer le pont du port pour un coût de "
    "quatorze millions d’euros, après dix ans de retard."
)
MORE = (
    "Les travaux commenceront à l’automne et dureront dix-huit mois, a précisé la mairie, qui "
    "promet un bac pour les piétons."
)
HEADS: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "a menu, a byline and a day": (
        (
            "Accueil\nPolitique\nÉconomie\nSport\nAccepter et fermer\n\n"
            f"{TITLE}\n\nPar Jeanne Orsel\n\nPublié le 12 mai 2031 à 10h45\n\nPartager"
        ),
        "",
        ("Jeanne Orsel",),
    ),
    "two names, an agency and accents": (
        f"{TITLE}\n\nPar Émile Bardot et Lucie d’Armel avec AFP\n\n12 mai 2031",
        "",
        ("Émile Bardot", "Lucie d’Armel"),
    ),
    "an agency as the second author": (
        f"{TITLE}\n\nPar Jeanne Orsel et AFP\n\nMis à jour le 12 mai 2031 à 08:15",
        "",
        ("Jeanne Orsel",),
    ),
    "a role behind the name": (
        f"{TITLE}\n\nJeanne Orsel, correspondante à Sandal\n\nLundi 12 mai 2031",
        "",
        ("Jeanne Orsel",),
    ),
    "a label and a kicker": (
        f"TRIBUNE\n\n{TITLE}\n\nAuteur : Luc Daviel\nDate : 12 mai 2031\n\nLecture : 3 min",
        "",
        ("Luc Daviel",),
    ),
    "a site behind the title, notes below": (
        (
            f"{TITLE} | Le Courrier de Norvic\n\nPropos recueillis par Jeanne Orsel\n\n"
            "Publié le 12 mai 2031"
        ),
        (
            "Lire aussi : Le bac de nuit revient en juin\n\nAbonnez-vous à notre lettre\n\n"
            "Partager sur Facebook\n\n© 2031 Le Courrier de Norvic. Tous droits réservés."
        ),
        ("Jeanne Orsel",),
    ),
    "a caption and a note about the author": (
        f"{TITLE}\n\n12 mai 2031\n\nLe pont vu du quai, le 11 mai. (Photo : Luc Daviel)",
        "Anne Delmot est professeure d’économie à l’université de Sandal.",
        ("Anne Delmot",),
    ),
    "a dateline with an agency": (
        f"{TITLE}\n\nPublié le 12 mai 2031\n\nNORVIC, 12 mai (AFP) - ",
        "",
        (),
    ),
    "an agency's credit": (
        f"{TITLE}\n\nPublié le 12 mai 2031",
        "(Reportage de Jeanne Orsel ; édité par Luc Daviel)",
        ("Jeanne Orsel",),
    ),
}


def only(make_seeds: MakeSeeds, text: str) -> Document:
    """The one document of a seed."""
    (document,) = read_seeds(make_seeds({"a.txt": text})).documents
    return document


@pytest.mark.parametrize("form", HEADS)
def test_a_french_head_states_title_authors_and_day(make_seeds: MakeSeeds, form: str) -> None:
    """Each is found where it stands, and nothing around the story is left in it."""
    above, below, authors = HEADS[form]
    gap = "" if above.endswith("- ") else "\n\n"
    document = only(make_seeds, f"{above}{gap}{STORY}\n\n{MORE}\n\n{below}\n")
    metadata = document.metadata
    assert document.language == "fr"
    assert metadata.title
    assert metadata.title.value == TITLE
    assert tuple(a.value for a in metadata.authors) == authors
    assert metadata.published
    assert metadata.published.value == DAY
    kept = [z for z in document.zones if z.kind in ("body", "subhead", "standfirst")]
    assert [document.text[z.start : z.end] for z in kept] == [STORY, MORE]


def test_what_no_language_changes_is_set_aside_in_each(make_seeds: MakeSeeds) -> None:
    """A language without lists loses its page numbers and its notice of rights as well."""
    story = "Der Stadtrat von Nordwick hat am Dienstag beschlossen, die Hafenbrücke zu schließen."
    more = "Die Arbeiten beginnen im Herbst und sollen nach Angaben der Stadt zwei Jahre dauern."
    end = "© 2031 Nordwicker Bote"
    document = only(
        make_seeds, f"Hafenbrücke wird geschlossen\n\n{story}\n\n{more}\n\n3/7\n\n{end}\n"
    )
    assert document.language == "de"
    kept = [z for z in document.zones if z.kind == "body"]
    assert [document.text[z.start : z.end] for z in kept] == [story, more]
    assert document.metadata.publisher
    assert document.metadata.publisher.value == "Nordwicker Bote"


def test_a_french_kicker_names_the_genre(make_seeds: MakeSeeds) -> None:
    """*TRIBUNE* over the headline says what the piece is."""
    genre = only(make_seeds, f"TRIBUNE\n\n{TITLE}\n\n{STORY}\n\n{MORE}").metadata.genre
    assert genre
    assert genre.value == "TRIBUNE"


def test_a_french_sentence_is_no_byline_and_no_note(make_seeds: MakeSeeds) -> None:
    """Prose that begins like a byline or a page's line stays in the story."""
    prose = (
        "Par Norvic et Sandal passent chaque jour quarante mille voitures, selon la mairie.",
        "Lire aussi longtemps sans lunettes est une erreur, estime le docteur Luc Daviel.",
        "Publicité et prévention ne suffisent plus, a expliqué la préfète Anne Delmot mardi.",
    )
    document = only(make_seeds, "\n\n".join((TITLE, STORY, *prose, MORE)))
    kept = [z for z in document.zones if z.kind == "body"]
    assert [document.text[z.start : z.end] for z in kept] == [STORY, *prose, MORE]
    assert document.metadata.authors == ()
