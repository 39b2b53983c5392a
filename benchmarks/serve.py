"""How long a saved file takes to show in the page that `briefing serve` gives.

    python benchmarks/serve.py [FOLDER OF SEEDS]

The server looks at a copy of the folder (two made-up articles where none is named). Each line is a
kind of file and the seconds from the moment it is saved until the page has what was written.
"""

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent
sys.path += [str(ROOT), str(ROOT / "tests")]

from serving import free_port, served, wait_for  # noqa: E402 the path comes first

TURNS = 5
MARK = "Seen at turn {turn}"


def seconds_until(url: str, words: str, save: Callable[[], object]) -> float:
    """Save, then ask for the page until it has the words."""
    began = time.perf_counter()
    save()
    while True:
        try:
            with urlopen(url, timeout=60) as answer:  # noqa: S310 our own server
                if words in answer.read().decode("utf-8"):
                    return time.perf_counter() - began
        except (URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.02)


def main() -> None:
    """Measure a template, a seed, a correction and the style sheet."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "demo" / "seeds"
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        shutil.copytree(source, site / "seeds")
        shutil.copytree(ROOT / "templates", site / "templates")
        port = free_port()
        url = f"http://127.0.0.1:{port}/"
        with served(site, port):
            wait_for(url, "md-tabs")
            measure(site, url)


def measure(site: Path, url: str) -> None:
    """Save each kind of file a few times, and print how long each took."""
    topics = site / "templates" / "pages" / "topics.md.j2"
    style = site / "templates" / "theme" / "assets" / "briefing" / "briefing.css"
    seed = min((site / "seeds").glob("*.txt"))
    corrections = site / "seeds" / "corrections.yml"
    corrections.touch()
    actor = json.loads((site / "docs" / "data" / "actors.json").read_text("utf-8"))[0]["id"]
    renamed = f"\n- {{{{action: rename, target: [{actor}], value: {{mark}}, why: measured}}}}\n"
    pages = {
        "template": (topics, "topics/", "\n{mark}\n"),
        "seed": (seed, "quotations/", "\n\n“{mark},” Mayor Ngozi Ade said.\n"),
        "correction": (corrections, f"actors/{actor}/", renamed),
        "style sheet": (style, "assets/briefing/briefing.css", "\n/* {mark} */\n"),
    }
    for kind, (path, page, form) in pages.items():
        times = []
        for turn in range(TURNS):
            mark = MARK.format(turn=turn)
            text = form.format(mark=mark)
            if path != corrections:  # a second name of one actor would be refused
                text = path.read_text("utf-8") + text
            times.append(seconds_until(url + page, mark, lambda p=path, t=text: p.write_text(t)))
            time.sleep(1)
        print(f"{kind}: best {min(times):.2f} s of {' '.join(f'{t:.2f}' for t in times)}")


if __name__ == "__main__":
    main()
