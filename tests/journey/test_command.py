"""The command as a maintainer uses it: answers, exit statuses, what it leaves behind."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import commanding
import pytest
from msgspec import structs

from generator.commands import build as journey
from generator.commands.gathered import Gathered
from generator.commands.outcome import counted

pytestmark = pytest.mark.journey

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
STORY = (
    "Bridge closed until spring\n\n"
    "LAGOS: Mayor Ngozi Ade said on May 6, 2024 that the bridge would stay closed. "
    "“It is not safe,” she said. Engineer Li Wei told the council that repairs would begin in "
    "June.\n\n"
    "The council voted late on Tuesday to close the old bridge until the spring, a clerk said.\n"
)


def briefing(
    *arguments: str | Path, cwd: Path, day: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder; on another day or in other surroundings in its own process."""
    if not day and not environment:
        return commanding.briefing(*arguments, cwd=cwd)
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    if day and (pretend := shutil.which("faketime")):
        command = [pretend, day, *command]
    env = {**os.environ, **environment}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by path."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def test_site_of_one_seed(make_seeds: MakeSeeds) -> None:
    """A folder with one seed and no settings file becomes a site; a second build does nothing."""
    cwd = make_seeds({"bridge.txt": STORY}).parent
    first = json.loads(briefing("build", "--json", cwd=cwd).stdout)
    assert (first["documents"], first["analysed"], first["site"]) == (1, 1, "built")
    assert (cwd / "site" / "index.html").is_file()
    again = json.loads(briefing("build", "--json", cwd=cwd).stdout)
    assert (again["analysed"], again["written"], again["site"]) == (0, [], "unchanged")


def test_seed_added_and_removed(make_seeds: MakeSeeds) -> None:
    """Only a new seed is analysed; the pages of a removed one go."""
    cwd = make_seeds({"bridge.txt": STORY}).parent
    briefing("generate", cwd=cwd)
    (cwd / "seeds" / "two.txt").write_text(STORY.replace("Lagos", "Accra"), "utf-8")
    more = json.loads(briefing("generate", "--json", cwd=cwd).stdout)
    assert (more["documents"], more["analysed"]) == (2, 1)
    (cwd / "seeds" / "bridge.txt").unlink()
    less = json.loads(briefing("generate", "--json", cwd=cwd).stdout)
    assert less["documents"] == 1
    assert any("bridge" in path for path in less["deleted"])
    assert not (cwd / "docs" / "sources" / "bridge").exists()


def test_two_seeds_with_the_same_bytes(make_seeds: MakeSeeds) -> None:
    """A reprint is a second document, and the comparison says that it is one."""
    cwd = make_seeds({"one.txt": STORY, "two.txt": STORY}).parent
    report = json.loads(briefing("build", "--json", cwd=cwd).stdout)
    assert report["documents"] == 2
    rows = json.loads((cwd / "docs" / "data" / "comparison.json").read_text("utf-8"))
    assert any(row["kind"] == "reprint" for row in rows)
    (cwd / "seeds" / "four.txt").write_text("Rain fell on Oslo, a clerk said.\n", "utf-8")
    assert briefing("build", cwd=cwd).returncode == 0
    page = (cwd / "site" / "index.html").read_text("utf-8")
    assert "Not all independent" in page
    assert briefing("verify", cwd=cwd).returncode == 0


@pytest.mark.slow
def test_same_bytes_on_another_day(make_seeds: MakeSeeds, tmp_path: Path) -> None:
    """Hash seed, time zone, language and folder do not change a byte of pages or site."""
    here = make_seeds({"bridge.txt": STORY, "two.txt": STORY.replace("Ade", "Obi")}).parent
    there = tmp_path / "elsewhere" / here.name  # a site without a name has its folder's
    there.mkdir(parents=True)
    for name in ("two.txt", "bridge.txt"):  # another order of making
        (there / "seeds").mkdir(exist_ok=True)
        shutil.copy(here / "seeds" / name, there / "seeds" / name)
    assert briefing("build", cwd=here, PYTHONHASHSEED="1", TZ="UTC").returncode == 0
    other = {"PYTHONHASHSEED": "2", "TZ": "Asia/Kathmandu", "LANG": "tr_TR.UTF-8"}
    done = briefing("build", cwd=there, day="2031-02-03 04:05:06", **other)
    assert done.returncode == 0, done.stderr
    for folder in ("docs", "site"):
        one, two = tree(here / folder), tree(there / folder)
        assert one.keys() == two.keys()
        assert [name for name in one if one[name] != two[name]] == []


@pytest.mark.parametrize(
    ("files", "arguments", "status", "said"),
    [
        ({}, ["build"], 3, "Put one or more"),
        ({"bad.txt": b"\xff\xfd"}, ["build"], 3, "bad.txt: it is not UTF-8"),
        ({"a.txt": STORY, "bad.txt": b"\xff"}, ["generate"], 0, "bad.txt: it is not UTF-8"),
        ({"a.txt": STORY, "bad.txt": b"\xff"}, ["generate", "--strict"], 1, "bad.txt"),
        ({"a.txt": STORY}, ["generate", "--nonsense"], 2, "No such option"),
        ({"a.txt": STORY}, ["explain", "nobody-at-all"], 2, "nothing in this briefing has the id"),
        ({"a.txt": STORY}, ["generate", "-f", "none.yml"], 2, "none.yml"),
    ],
)
def test_exit_status(
    make_seeds: MakeSeeds,
    files: Mapping[str, str | bytes],
    arguments: list[str],
    status: int,
    said: str,
) -> None:
    """What goes wrong ends with its own exit status and says what and where."""
    cwd = make_seeds(files).parent
    done = briefing(*arguments, cwd=cwd)
    assert done.returncode == status, done.stderr
    assert said in done.stderr


def test_misspelt_setting(make_seeds: MakeSeeds) -> None:
    """A misspelt setting is exit status 2 and names the nearest one."""
    cwd = make_seeds({"a.txt": STORY}).parent
    (cwd / "mkdocs.yml").write_text("plugins:\n  - briefing:\n      source_txt: full\n", "utf-8")
    done = briefing("build", cwd=cwd)
    assert done.returncode == 2
    assert "Did you mean 'source_text'?" in done.stderr


def test_misspelt_command(tmp_path: Path) -> None:
    """A misspelt command is exit status 2 and names the nearest one, where one is near."""
    done = briefing("buidl", cwd=tmp_path)
    assert done.returncode == 2
    assert "No such command 'buidl'. Did you mean 'build'?" in done.stderr
    assert "Did you mean" not in briefing("xyzzy", cwd=tmp_path).stderr


def test_wrong_template(make_seeds: MakeSeeds) -> None:
    """A wrong field in a template is exit status 4 with file, line, field and the nearest one."""
    cwd = make_seeds({"a.txt": STORY}).parent
    own = cwd / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "home.md.j2").write_text("# Home\n\n{{ page.takeways }}\n", "utf-8")
    done = briefing("build", cwd=cwd)
    assert done.returncode == 4
    for part in ("home.md.j2:3", "'takeways'", "'takeaways'"):
        assert part in done.stderr


def test_gate_that_is_not_met(make_seeds: MakeSeeds) -> None:
    """A gate fails the build with exit status 1, and the pages are there to look at."""
    cwd = make_seeds({"a.txt": STORY, "b.txt": "“Nobody knows who said this.”\n"}).parent
    settings = "site_name: x\ntheme: material\nplugins:\n  - briefing:\n      gates: {}\n"
    gates = "{quotations_with_speaker: 1.0}"
    (cwd / "mkdocs.yml").write_text(settings.replace("{}", gates), "utf-8")
    done = briefing("build", cwd=cwd)
    assert done.returncode == 1
    assert "gates.quotations_with_speaker" in done.stderr
    assert (cwd / "docs" / "index.md").is_file()


def test_clean_leaves_what_people_wrote(make_seeds: MakeSeeds) -> None:
    """Cleaning deletes the generated pages and the cache, and nothing else."""
    cwd = make_seeds({"a.txt": STORY}).parent
    (cwd / "docs" / "guide").mkdir(parents=True)
    (cwd / "docs" / "guide" / "mine.md").write_text("mine", "utf-8")
    briefing("build", cwd=cwd)
    assert (cwd / "docs" / "index.md").is_file()
    assert briefing("clean", cwd=cwd).returncode == 0
    assert tree(cwd / "docs") == {"guide/mine.md": b"mine"}
    assert not (cwd / ".cache" / "briefing").exists()


def test_page_of_a_stranger_is_not_replaced(make_seeds: MakeSeeds) -> None:
    """A page that a person wrote where a generated one would go stops the build."""
    cwd = make_seeds({"a.txt": STORY}).parent
    (cwd / "docs").mkdir()
    (cwd / "docs" / "index.md").write_text("mine", "utf-8")
    done = briefing("generate", cwd=cwd)
    assert done.returncode == 5
    assert "was not written by briefing" in done.stderr
    assert (cwd / "docs" / "index.md").read_text("utf-8") == "mine"


def test_data_of_any_folder(make_seeds: MakeSeeds, tmp_path: Path) -> None:
    """The data files are written from any folder in any working directory, with their schemas."""
    seeds = make_seeds({"bridge.txt": STORY})
    out = tmp_path / "out"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert briefing("data", "--seeds", seeds, "--out", out, cwd=elsewhere).returncode == 0
    (quotation,) = json.loads((out / "quotations.json").read_text("utf-8"))
    assert STORY[quotation["start"] : quotation["end"]] == quotation["text"] == "It is not safe,"
    assert quotation["speaker_name"] == "Ngozi Ade"
    assert (out / "quotations.schema.json").is_file()
    assert list(elsewhere.iterdir()) == []


def test_explain_shows_rule_and_evidence(make_seeds: MakeSeeds) -> None:
    """An explanation gives the rule and the words at their offsets."""
    cwd = make_seeds({"bridge.txt": STORY}).parent
    briefing("generate", cwd=cwd)
    (row,) = json.loads((cwd / "docs" / "data" / "quotations.json").read_text("utf-8"))
    done = briefing("explain", row["id"], cwd=cwd)
    assert f"why: {row['why']}" in done.stdout
    assert f"bridge.txt:{row['start']}-{row['end']} “It is not safe,”" in done.stdout


def test_explain_tells_why_a_document_belongs_to_a_story(make_seeds: MakeSeeds) -> None:
    """Each document of a story is told with the rule, and with words that it shares with it."""
    story = {"one.txt": STORY, "two.txt": STORY.replace("It is not safe", "Nobody may cross it")}
    cwd = make_seeds(story).parent
    briefing("generate", cwd=cwd)
    (row,) = json.loads((cwd / "docs" / "data" / "stories.json").read_text("utf-8"))
    done = briefing("explain", row["id"], cwd=cwd)
    assert done.stdout.splitlines()[0] == f"stories: {row['id']}"
    assert {member["rule"] for member in row["why"]} == {"shares-rare-words"}
    for member in row["why"]:
        words = member["words"][0]
        assert f"{member['document']}.txt:{words['start']}-{words['end']} “" in done.stdout


def test_explain_tells_all_that_have_the_id(
    make_seeds: MakeSeeds, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An actor who is a topic as well is told first, and the topic behind."""
    seeds = make_seeds({"bridge.txt": STORY})
    gather = journey.gather

    def with_a_topic_of_the_name(seeds_dir: Path, **named: Any) -> Gathered:  # noqa: ANN401 handed on
        gathered = gather(seeds_dir, **named)
        topic = structs.replace(gathered.corpus.topics[0], id="li-wei")
        corpus = structs.replace(gathered.corpus, topics=(topic,))
        return structs.replace(gathered, corpus=corpus)

    monkeypatch.setattr(journey, "gather", with_a_topic_of_the_name)
    told = briefing("explain", "li-wei", cwd=seeds.parent).stdout.splitlines()
    assert [told[0], told[told.index("") + 1]] == ["actors: li-wei", "topics: li-wei"]
    answer = json.loads(briefing("explain", "li-wei", "--json", cwd=seeds.parent).stdout)
    assert (answer["kind"], [also["kind"] for also in answer["also"]]) == ("actors", ["topics"])


@pytest.mark.parametrize(
    ("count", "things", "told"),
    [
        (1, "documents", "1 document"),
        (2, "documents", "2 documents"),
        (1, "stories", "1 story"),
        (0, "failures", "0 failures"),
        (1, "timeline", "1 timeline row"),
        (6, "timeline", "6 timeline rows"),
    ],
)
def test_one_thing_is_told_as_one(count: int, things: str, told: str) -> None:
    """What a command counts stands in the singular where there is one."""
    assert counted(count, things) == told


@pytest.mark.slow
def test_mkdocs_build_makes_the_same_journey(make_seeds: MakeSeeds) -> None:
    """``mkdocs build`` with the plugin generates and builds; a wrong option stops it."""
    cwd = make_seeds({"bridge.txt": STORY}).parent
    settings = "site_name: x\ntheme: {name: material, font: false}\nplugins: [search, briefing]\n"
    (cwd / "mkdocs.yml").write_text(settings, "utf-8")
    (cwd / "docs").mkdir()  # MkDocs asks for it before any plugin can make it
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "It is not safe," in (cwd / "site" / "quotations" / "index.html").read_text("utf-8")
    wrong = settings.replace("briefing]", "{briefing: {sedes: x}}]")
    (cwd / "mkdocs.yml").write_text(wrong, "utf-8")
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "Did you mean 'seeds'?" in done.stderr


def test_language_without_word_lists(make_seeds: MakeSeeds) -> None:
    """In a language without word lists quoted runs have no speaker, nothing else is guessed."""
    text = "„Wir werden nicht gehen“, sagte der Minister Jan Peters vor der Presse in der Stadt.\n"
    cwd = make_seeds({"de.txt": text}).parent
    done = briefing("build", cwd=cwd)
    assert done.returncode == 0
    assert "there are no word lists for its language (de)" in done.stderr
    (quotation,) = json.loads((cwd / "docs" / "data" / "quotations.json").read_text("utf-8"))
    assert quotation["text"].strip() == "Wir werden nicht gehen"
    assert quotation["speaker_name"] is None
    assert json.loads((cwd / "docs" / "data" / "actors.json").read_text("utf-8")) == []
    page = (cwd / "site" / "sources" / "de" / "index.html").read_text("utf-8")
    assert "There are no word lists for the language of this source" in page
    assert briefing("build", "--strict", cwd=cwd).returncode == 1


@pytest.mark.parametrize("command", ["serve", "review"])
def test_a_port_that_no_machine_has_is_a_wrong_option(tmp_path: Path, command: str) -> None:
    """It is refused before anything is built."""
    done = briefing(command, "--port", "65536", cwd=tmp_path)
    assert done.returncode == 2
    assert "65536 is not in the range" in done.stderr
