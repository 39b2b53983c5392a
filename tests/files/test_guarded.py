"""The door for files: what may be opened, and how a name is shown."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cache.fingerprint import digest_of_folder
from generator.files.guarded import (
    UnreadableError,
    decode_utf8,
    digest_of_content,
    locate,
    read_guarded,
    shown_name,
)


def test_a_link_may_lead_anywhere_inside(tmp_path: Path) -> None:
    """A link within the folder is followed; one that leads out or in a circle is refused."""
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "a.txt").write_text("a", "utf-8")
    (inside / "b.txt").symlink_to("a.txt")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (inside / "out.txt").symlink_to("../secret.txt")
    (inside / "circle.txt").symlink_to("circle.txt")
    assert read_guarded(inside / "b.txt", within=inside, most=1, limit="most") == b"a"
    for name in ("out.txt", "circle.txt"):
        with pytest.raises(UnreadableError, match="symbolic link"):
            locate(inside / name, within=inside)


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    """Of a file over the limit no more is read than shows that it is over."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(1 << 33)
    with pytest.raises(
        UnreadableError, match=r"larger than 10 bytes \(limits.seed_bytes in mkdocs.yml"
    ):
        read_guarded(path, within=tmp_path, most=10, limit="seed_bytes")


def test_only_what_is_read_is_hashed(tmp_path: Path) -> None:
    """A film beside the seeds counts by its name, and is never opened."""
    seed, film = tmp_path / "a.txt", tmp_path / "film.mp4"
    seed.write_text("a", "utf-8")
    film.write_bytes(b"one")
    opened: list[Path] = []

    def is_read(path: Path) -> bool:
        opened.append(path)
        return path == seed

    before = digest_of_folder(tmp_path, is_read=is_read)
    film.write_bytes(b"two")
    assert digest_of_folder(tmp_path, is_read=is_read) == before
    seed.write_text("b", "utf-8")
    assert digest_of_folder(tmp_path, is_read=is_read) != before
    assert set(opened) == {seed, film}


def test_what_cannot_be_opened_has_a_digest(tmp_path: Path) -> None:
    """A file that is not there is told from one that is empty, without an error."""
    (tmp_path / "empty").touch()
    assert digest_of_content(tmp_path / "gone") != digest_of_content(tmp_path / "empty")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("rain log.txt", "rain log.txt"),
        ("Ångström.txt", "Ångström.txt"),
        ("caf\udce9.txt", "caf\\xe9.txt"),
        ("a\x1b[31m.txt", "a\\u001b[31m.txt"),
        ("a\u202etxt.exe", "a\\u202etxt.exe"),
        ("a\\xe9.txt", "a\\\\xe9.txt"),
        ("a\nb.txt", "a\\u000ab.txt"),
    ],
)
def test_names_are_shown_escaped(name: str, shown: str) -> None:
    """Control codes and bytes that are not UTF-8 are escapes; every other name is itself."""
    assert shown_name(name) == shown


@given(st.binary(max_size=30), st.binary(max_size=30))
def test_no_two_names_are_shown_alike(one: bytes, other: bytes) -> None:
    """Names that differ in a byte differ as shown, and what is shown is UTF-8."""
    names = [n.decode("utf-8", "surrogateescape") for n in (one, other)]
    shown = [shown_name(n) for n in names]
    assert (shown[0] == shown[1]) == (one == other)
    assert all(s.encode("utf-8") is not None and s.isprintable() for s in shown if s.isascii())


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_reason(content: bytes) -> None:
    """Bytes are UTF-8 text without a byte order mark, or the error says in which line not."""
    try:
        text = decode_utf8(content)
    except UnreadableError as error:
        reason = str(error)
    else:
        assert text.encode("utf-8") in (content, content[3:])
        return
    assert reason.startswith("it is not UTF-8 (byte ")
