"""``briefing serve``: shows the site, and builds again when a seed changes, and only then."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from serving import free_port, served, wait_for

pytestmark = pytest.mark.journey

STORY = "Mayor Ngozi Ade said on May 6, 2024 that the bridge would stay closed.\n"


def test_changed_seed_is_shown_and_nothing_builds_for_ever(
    make_seeds: Callable[[Mapping[str, str]], Path],
) -> None:
    """A changed seed shows after one more build, and then the server rests."""
    seeds = make_seeds({"bridge.txt": STORY})
    port = free_port()
    with served(seeds.parent, port) as log:
        url = f"http://127.0.0.1:{port}/sources/bridge/"
        wait_for(url, "stay closed")
        (seeds / "bridge.txt").write_text(STORY.replace("closed", "shut"), "utf-8")
        wait_for(url, "stay shut")
        time.sleep(4)
        assert log.read_text("utf-8").count("Building documentation") <= 3
