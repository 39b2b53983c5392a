"""Corrections written by the command: checked first, and readable by the next build."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.commands.correct import VALUES, add_correction
from generator.errors import BriefingError, CorrectionError, SettingsError
from generator.model.corpus import Actor, Alias, Corpus, DocumentRow, Story, StoryLabel
from generator.model.text import Document, Metadata
from generator.read.corrections import SHAPES, read_corrections


def corpus(*names: str) -> Corpus:
    """A corpus of nothing but actors; the alias is the last word of the name."""
    actors = tuple(
        Actor(
            id=name.lower().replace(" ", "-"),
            name=name,
            type="person",
            aliases=(Alias(name.split()[-1], 1),),
            roles=(),
            mentions=(),
        )
        for name in names
    )
    return Corpus((), (), actors, (), (), (), (), (), (), (), ())


def test_names_become_ids_and_the_file_grows(tmp_path: Path) -> None:
    """A name or an alias stands for its actor's id; a second correction follows the first."""
    actors = corpus("Ngozi Ade", "Li Wei")
    add_correction(tmp_path, actors, "merge", ["Ade", "li-wei"], value=None, why="one person")
    add_correction(tmp_path, actors, "rename", ["Li Wei"], value="Wei Li", why="her own order")
    first, second = read_corrections(tmp_path)
    assert (first.action, first.target, first.why) == (
        "merge",
        ("ngozi-ade", "li-wei"),
        "one person",
    )
    assert (second.target, second.value) == (("li-wei",), "Wei Li")


def test_editors_at_once_lose_nothing(tmp_path: Path) -> None:
    """Whoever writes at the same moment waits: every entry is kept, and none is written twice."""
    names = [f"Ada {letter}" for letter in "BCDEFGHK"]
    actors = corpus(*names)

    def write(name: str) -> None:
        add_correction(tmp_path, actors, "rename", [name], value=f"{name} Obi", why="her name")

    with ThreadPoolExecutor(len(names)) as editors:
        list(editors.map(write, names))
    assert sorted(c.value or "" for c in read_corrections(tmp_path)) == [f"{n} Obi" for n in names]
    assert [p.name for p in tmp_path.iterdir()] == ["corrections.yml"]


def newsroom() -> Corpus:
    """Two stories of two documents, and nothing else."""
    documents = [
        Document(d, f"{d}.txt", "text/plain", "", "", d, "en", Metadata(), (), ())
        for d in ("dam-1", "dam-2", "fair-1", "fair-2")
    ]
    stories = tuple(
        Story(
            f"story-{name}-1",
            StoryLabel(label, f"{name}-1", 0, 5),
            (f"{name}-1", f"{name}-2"),
            (),
            (),
            None,
            None,
            1.0,
            (),
        )
        for name, label in (("dam", "The dam holds"), ("fair", "The fair opens"))
    )
    rows = tuple(DocumentRow(d, (), "en", ()) for d in documents)
    return replace(corpus(), documents=rows, stories=stories)


@pytest.mark.parametrize(
    ("action", "targets", "value", "ids", "said"),
    [
        ("merge-stories", ["the dam HOLDS", "fair-2"], None, ("story-dam-1", "story-fair-1"), None),
        ("split-story", ["story-dam-1", "dam-2.txt"], None, ("story-dam-1", "dam-2"), None),
        ("move", ["dam-2.txt"], "The fair opens", ("dam-2",), "story-fair-1"),
        ("move", ["dam-2"], None, ("dam-2",), None),
        ("name-story", ["The fair opens"], "The fair", ("story-fair-1",), "The fair"),
    ],
)
def test_stories_and_documents_may_be_named(
    tmp_path: Path,
    action: str,
    targets: list[str],
    value: str | None,
    ids: tuple[str, ...],
    said: str | None,
) -> None:
    """A headline or a document stands for its story, a path for its document."""
    add_correction(tmp_path, newsroom(), action, targets, value=value, why="an editor's reason")
    (written,) = read_corrections(tmp_path)
    assert (written.target, written.value) == (ids, said)


@pytest.mark.parametrize(
    ("action", "targets", "message"),
    [
        ("pin-story", ["The dam holts"], "there is no story 'The dam holts'"),
        ("move", ["dam-9.txt"], "there is no document 'dam-9.txt'"),
    ],
)
def test_an_unknown_story_or_document_is_refused(
    tmp_path: Path, action: str, targets: list[str], message: str
) -> None:
    """What is not there is named before anything is written."""
    with pytest.raises(BriefingError) as caught:
        add_correction(tmp_path, newsroom(), action, targets, value=None, why="x")
    assert message in str(caught.value)
    assert not (tmp_path / "corrections.yml").exists()


@pytest.mark.parametrize(
    ("action", "targets", "value", "message"),
    [
        ("merge", ["Nobody", "Li Wei"], None, "there is no actor 'Nobody'"),
        ("merge", ["Ade", "Li Wei"], None, "'Ade' may be ngozi-ade or bola-ade"),
        ("type", ["Li Wei"], "robot", "there is no type 'robot'"),
        ("hide", ["Li Wei"], "x", "hide takes no --value"),
        ("mix", ["Li Wei"], None, "there is no action 'mix'"),
    ],
)
def test_wrong_correction_is_not_written(
    tmp_path: Path, action: str, targets: list[str], value: str | None, message: str
) -> None:
    """What a build would refuse is refused here, and the file stays as it was."""
    actors = corpus("Ngozi Ade", "Bola Ade", "Li Wei")
    with pytest.raises(BriefingError) as caught:
        add_correction(tmp_path, actors, action, targets, value=value, why="x")
    assert message in str(caught.value)
    assert not (tmp_path / "corrections.yml").exists()


def test_damaged_file_is_left_alone(tmp_path: Path) -> None:
    """A file that is wrong already is named and not made longer."""
    (tmp_path / "corrections.yml").write_text("- nonsense\n", "utf-8")
    with pytest.raises(CorrectionError):
        add_correction(tmp_path, corpus("Li Wei"), "hide", ["Li Wei"], value=None, why="x")
    assert (tmp_path / "corrections.yml").read_text("utf-8") == "- nonsense\n"


def test_no_correction_goes_by_a_link_out(tmp_path: Path) -> None:
    """A file of corrections that leads out of the seeds is neither read nor written."""
    outside = tmp_path / "outside.yml"
    outside.write_text("", "utf-8")
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "corrections.yml").symlink_to(outside)
    with pytest.raises(CorrectionError, match="symbolic link out of"):
        add_correction(seeds, corpus("Li Wei"), "hide", ["Li Wei"], value=None, why="private")
    assert outside.read_text("utf-8") == ""
    assert sorted(p.name for p in seeds.iterdir()) == ["corrections.yml"]


def test_a_large_file_of_corrections_is_left_alone(tmp_path: Path) -> None:
    """What is past the limit is refused by name, and no byte of it is lost."""
    path = tmp_path / "corrections.yml"
    path.write_text("# note\n" * 100, "utf-8")
    before = path.read_bytes()
    with pytest.raises(CorrectionError, match=r"limits\.yaml_bytes"):
        add_correction(
            tmp_path, corpus("Li Wei"), "hide", ["Li Wei"], value=None, why="x", yaml_bytes=300
        )
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("action", "targets", "value", "told"),
    [
        ("rename", ["Ade"], None, "rename needs the option --value. Give the new name"),
        ("hide", ["Ade"], "x", "hide takes no --value"),
        ("merge", ["Ade"], None, "merge takes 2 or more TARGET, not 1"),
        ("exclude", ["a"], None, "exclude takes 2 TARGET, not 1"),
    ],
)
def test_the_missing_option_is_named(
    tmp_path: Path, action: str, targets: list[str], value: str | None, told: str
) -> None:
    """What is missing or too many is said in the words of the command, and nothing is written."""
    with pytest.raises(SettingsError) as caught:
        add_correction(tmp_path, corpus("Ngozi Ade"), action, targets, value=value, why="x")
    assert told in str(caught.value)
    assert not (tmp_path / "corrections.yml").exists()


def test_a_duplicate_is_refused(tmp_path: Path) -> None:
    """What stands there already, in any order, and a second name for one actor, name the line."""
    actors = corpus("Ngozi Ade", "Li Wei")
    add_correction(tmp_path, actors, "merge", ["Ade", "li-wei"], value=None, why="one person")
    add_correction(tmp_path, actors, "rename", ["Li Wei"], value="Wei Li", why="her own order")
    before = (tmp_path / "corrections.yml").read_text("utf-8")
    with pytest.raises(SettingsError, match=r"corrections\.yml:1: merge .* stands there already"):
        add_correction(tmp_path, actors, "merge", ["li-wei", "Ade"], value=None, why="again")
    with pytest.raises(SettingsError, match=r"rename li-wei says 'Wei Li' there"):
        add_correction(tmp_path, actors, "rename", ["Li Wei"], value="L. Wei", why="again")
    assert (tmp_path / "corrections.yml").read_text("utf-8") == before


def test_each_value_that_is_needed_is_explained() -> None:
    """Every action that needs a value says what it is."""
    needed = {name for name, shape in SHAPES.items() if shape.value and not shape.optional}
    assert set(VALUES) == needed


INVISIBLE = ("\x1b\x00", "\u202e \u2066", "\u200b\u200d", "\t\n")


@pytest.mark.parametrize("words", INVISIBLE, ids=["codes", "directions", "widths", "white"])
@pytest.mark.parametrize("place", ["value", "why"])
def test_what_nobody_sees_is_no_word(tmp_path: Path, words: str, place: str) -> None:
    """A name or a reason without a letter that a reader sees is refused, by the file as well."""
    said = {"value": "Wei Li", "why": "her own order", place: words}
    with pytest.raises(CorrectionError, match=f"'{place}' must be words"):
        add_correction(tmp_path, corpus("Li Wei"), "rename", ["Li Wei"], **said)  # type: ignore[arg-type]  # keywords by name
    assert not (tmp_path / "corrections.yml").exists()


def test_control_codes_are_not_written(tmp_path: Path) -> None:
    """What turns a terminal or the direction of letters is a space in the file and the answer."""
    lines = add_correction(
        tmp_path, corpus("Li Wei"), "rename", ["Li Wei"], value="Wei\x1b[31m \u202eLi", why="\x07x"
    )
    assert "value: Wei [31m Li\n  why: x\n" in lines
    assert (tmp_path / "corrections.yml").read_text("utf-8") == lines


@pytest.mark.parametrize(
    ("action", "targets", "value", "told"),
    [
        ("exclude", ["dam-1", "999999999"], None, "documents.json lists"),
        ("exclude", ["../dam-1", "1"], None, "exclude ../dam-1 1 finds nothing to change"),
        ("date", ["no-date"], "2024-05", "dates.json lists"),
        ("reattribute", ["no/../quotation"], None, "quotations.json lists"),
        ("reattribute", ["q"], "Li Wei", "reattribute q li-wei finds nothing"),
        ("reattribute", ["q"], "Ada Obi", "there is no actor 'Ada Obi'. actors.json lists"),
        ("split", ["Li Wei"], "(a+)+$", r"split li-wei (a+)+$ finds nothing"),
        ("role", ["Li Wei"], ".*", "actors.json lists"),
        ("merge", ["Li Wei", "li-wei"], None, "finds nothing to change"),
        ("pin", ["x" * 100_000], None, f"there is no actor '{'x' * 80}…'"),
    ],
)
def test_what_would_change_nothing_is_not_written(
    tmp_path: Path, action: str, targets: list[str], value: str | None, told: str
) -> None:
    """A target or a form that is not there is told with where to look, at any length."""
    there = replace(newsroom(), actors=corpus("Li Wei").actors)
    with pytest.raises(SettingsError) as caught:
        add_correction(tmp_path, there, action, targets, value=value, why="x")
    assert told in str(caught.value)
    assert len(str(caught.value)) < 300
    assert not (tmp_path / "corrections.yml").exists()
