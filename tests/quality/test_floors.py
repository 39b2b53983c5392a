"""Quality has floors that only rise: figures on the gold in ``gold/``.

``pytest tests/quality --update-floors`` writes better figures into ``floors.json``; a worse one is
written only with ``--lower-floors`` as well.
"""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rule_ids import unlisted_rules

FLOORS = Path(__file__).with_name("floors.json")
SETS = {
    "seeds": ("seeds", "seeds_gold.json", ()),
    "seed-mentions": ("seed-mentions", "seeds_actor_mentions.json", ()),
    "gum_quotations": ("quotations", "gum_quotations.jsonl", ()),
    "gum_mentions": ("mentions", "gum_mentions.jsonl", ()),
    "gum_actors": ("actors", "gum_actors.jsonl", ()),
}
"""Name → task of the scorer, gold file, further options; sets whose licence lets them be shown."""
BAD = ("extra", "split", "missing", "falsely_merged", "never_shown", "leaks", "banned", "hedge_cut")
"""Figures that must not rise: a list or count of errors."""
AMOUNTS = ("gold", "exported", "names", "runs", "chosen", "documents_missing", "hits")
SLACK = 0.5
"""Points that a share may lose to another kind of processor, whose parses differ in rare ties."""


def flatten(value: object, name: str = "") -> dict[str, float]:
    """The figures of a report by dotted name.

    Of precision, recall and F1 the last counts; of a count and its whole the share; a list of
    errors counts by its length. How much there is of something is no figure.
    """
    if isinstance(value, dict):
        out: dict[str, float] = {}
        for key, inner in value.items():
            out |= flatten(inner, f"{name}.{key}" if name else str(key))
        return out
    if name.rpartition(".")[2] in AMOUNTS:
        return {}
    if isinstance(value, list) and value and all(isinstance(v, int | float) for v in value):
        return {name: float(value[2]) if len(value) == 3 else round(100 * value[0] / value[1], 1)}
    if isinstance(value, list):
        return {name: float(len(value))} if any(word in name for word in BAD) else {}
    return {name: float(value)} if isinstance(value, int | float) else {}


def run(cwd: Path, *command: str | Path) -> str:
    """What a program of Python's prints."""
    done = subprocess.run(
        [sys.executable, *command], check=True, capture_output=True, text=True, cwd=cwd
    )
    return done.stdout


def score(gold_dir: Path, data: Path, task: str, gold: str) -> dict[str, Any]:
    """What the scorer prints."""
    return dict(json.loads(run(data, gold_dir / "score.py", task, gold_dir / gold, data)))


def laid_out(gold_dir: Path, seeds_dir: Path, folder: Path) -> Path:
    """The gold as the scorer wants it: beside a `seeds/` that holds what the gold tells of."""
    shutil.copytree(seeds_dir, folder / "seeds")
    return Path(shutil.copytree(gold_dir, folder / "tests" / "quality" / "gold"))


def export(gold_dir: Path, seeds_dir: Path, tmp_path: Path, gold: str) -> Path:
    """The data export of the seeds, or of the seeds that the scorer writes from a gold file."""
    folder, out = seeds_dir, tmp_path / "data"
    if gold.endswith(".jsonl"):
        folder = tmp_path / "seeds"
        run(tmp_path, gold_dir / "score.py", "seeds-from", gold_dir / gold, folder)
    run(tmp_path, "-m", "generator", "data", "--seeds", folder, "--out", out, "-q")
    return out


LONG = frozenset({"gum_mentions", "gum_actors"})
"""Sets whose parses take most of a minute."""


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=[pytest.mark.slow] if n in LONG else []) for n in SETS]
)
def test_floor(
    name: str, gold_dir: Path, seeds_dir: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """No figure is worse than the floor, and a better one asks for a higher floor.

    Nor do the data name a rule that `briefing rules` does not list.
    """
    task, gold, _ = SETS[name]
    data = export(gold_dir, seeds_dir, tmp_path, gold)
    assert unlisted_rules({path.name: path.read_bytes() for path in data.iterdir()}) == {}
    scored = laid_out(gold_dir, seeds_dir, tmp_path / "scored")
    figures = flatten(score(scored, data, task, gold))
    digest = hashlib.sha256((gold_dir / gold).read_bytes()).hexdigest()
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    floor = floors.get(name, {"gold_sha256": digest, "figures": {}})
    worse = {
        key: (value, floor["figures"][key])
        for key, value in figures.items()
        if key in floor["figures"]
        and _is_worse(key, value, floor["figures"][key], 0.0 if name == "seeds" else SLACK)
    }
    if request.config.getoption("--update-floors"):
        assert not worse or request.config.getoption("--lower-floors"), worse
        floors[name] = {"gold_sha256": digest, "figures": figures}
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
        return
    assert floor["gold_sha256"] == digest, f"the floors were measured on another gold of {name}"
    assert not worse, f"worse than the floor (now, floor): {worse}"


def _is_worse(key: str, now: float, floor: float, slack: float) -> bool:
    return now > floor if any(word in key for word in BAD) else now < floor - slack
