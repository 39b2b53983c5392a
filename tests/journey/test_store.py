"""The cache of annotations: found again by content, forgotten when not needed, never trusted."""

from pathlib import Path

from generator.cache.store import FILE_NAME, AnnotationStore, annotation_key
from generator.model.annotations import Annotations
from generator.read.seeds import read_seeds


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    """Annotations come back by their key, and only they."""
    store = AnnotationStore(tmp_path)
    store.save({"k": Annotations("d", "en")})
    assert store.load(["k", "other"]) == {"k": Annotations("d", "en")}
    store.keep_only(["other"])
    assert store.load(["k"]) == {}


def test_damaged_file_is_made_anew(tmp_path: Path) -> None:
    """A file that is no database costs nothing but the time to analyse again."""
    (tmp_path / FILE_NAME).write_bytes(b"not a database" * 100)
    store = AnnotationStore(tmp_path)
    store.save({"k": Annotations("d", None)})
    assert "k" in store.load(["k"])


def test_key_depends_on_text_rules_and_model(seeds_dir: Path) -> None:
    """A changed document, rule or model asks for a new analysis."""
    one, two = read_seeds(seeds_dir).documents
    keys = {
        annotation_key(one, rules="a", model="m"),
        annotation_key(two, rules="a", model="m"),
        annotation_key(one, rules="b", model="m"),
        annotation_key(one, rules="a", model="n"),
    }
    assert len(keys) == 4
