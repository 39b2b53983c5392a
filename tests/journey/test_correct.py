"""Corrections written by the command: checked first, and readable by the next build."""

from pathlib import Path

import pytest

from generator.commands.correct import add_correction
from generator.errors import BriefingError, CorrectionError
from generator.model.corpus import Actor, Alias, Corpus
from generator.read.corrections import read_corrections


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


@pytest.mark.parametrize(
    ("action", "targets", "value", "message"),
    [
        ("merge", ["Nobody", "Li Wei"], None, "there is no actor 'Nobody'"),
        ("merge", ["Ade", "Li Wei"], None, "'Ade' may be ngozi-ade or bola-ade"),
        ("type", ["Li Wei"], "robot", "there is no type 'robot'"),
        ("hide", ["Li Wei"], "x", "'hide' takes no 'value'"),
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
