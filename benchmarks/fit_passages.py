"""Fits the weights of passages on takeaways that readers judged, and prints how they do left out.

    python benchmarks/fit_passages.py [--pull NUMBER …] [--write] -- DATA …

Each DATA is a folder of exported data with its texts, as `benchmarks/editorial.py` draws items of;
its name is that of the folder in `benchmarks/editorial_judged.tsv`. A judged takeaway, or sentence
of a bottom line, that is still chosen is one sample: what is measured of it (the parts of its
score by their weights), and whether it was judged right.

The model is linear, a logistic regression on the parts; a weight is pulled back to the one in the
file as strongly as `--pull` says. Folds are folders: what is printed was never in the fold that was
fitted on. `order` is of how many pairs of one folder the right one has the higher score, `loss` the
mean logistic loss.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from editorial import JudgedFolder, read_items
from msgspec import Struct
from scipy.optimize import minimize

from generator.language.lexicons import load_rows

JUDGED = Path(__file__).parent / "editorial_judged.tsv"
BLOCKS = frozenset({"takeaway", "bottom line"})


class Sample(Struct):
    """One judged passage: its folder, what is measured of it, and the verdict."""

    folder: str
    measured: tuple[float, ...]
    right: bool


def read_verdicts() -> dict[tuple[str, str, str], bool]:
    """Block, folder and item → whether it was judged right."""
    rows = [line.split("\t") for line in JUDGED.read_text("utf-8").splitlines()]
    return {(r[0], r[1], r[2]): r[3] == "right" for r in rows if r[0] in BLOCKS}


def samples_of(data: Path, weights: dict[str, float]) -> Iterator[Sample]:
    """The judged passages of one folder that are chosen still."""
    verdicts = read_verdicts()
    chosen = [item for item in read_items(data) if item[0] in BLOCKS]
    for row, item in zip(JudgedFolder(data).read("takeaways"), chosen, strict=True):
        key = (item[0], data.name, item[2])
        parts = {one["part"]: one["value"] for one in row["why"]}
        if key in verdicts and set(weights) <= set(parts):
            measured = tuple(parts[name] / weight for name, weight in weights.items())
            yield Sample(data.name, measured, verdicts[key])


def fit(samples: Sequence[Sample], hand: np.ndarray, pull: float) -> np.ndarray:
    """The weights of the least loss, and the share of right ones as a last number."""
    shown = np.array([s.measured for s in samples])
    right = np.array([float(s.right) for s in samples])

    def loss(numbers: np.ndarray) -> tuple[float, np.ndarray]:
        weights, base = numbers[:-1], numbers[-1]
        score = shown @ weights + base
        away = weights - hand
        value = np.logaddexp(0, -(2 * right - 1) * score).sum() + pull * (away**2).sum()
        slope = 1 / (1 + np.exp(-score)) - right
        return value, np.append(shown.T @ slope + 2 * pull * away, slope.sum())

    start = np.append(hand, -(shown @ hand).mean())
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B").x)


def line(name: str, samples: Sequence[Sample], scores: Sequence[float]) -> str:
    """One line of the table."""
    right = fair = 0.0
    for one, high in zip(samples, scores, strict=True):
        for other, low in zip(samples, scores, strict=True):
            if one.right and not other.right and one.folder == other.folder:
                right, fair = right + (high > low) + (high == low) / 2, fair + 1
    signs = np.array([2.0 * s.right - 1 for s in samples])
    loss = np.logaddexp(0, -signs * np.array(scores)).mean()
    return (
        f"{name:10} order {100 * right / max(1, fair):5.1f} of {fair:.0f} pairs | loss {loss:.3f}"
    )


def cross_validated(samples: Sequence[Sample], hand: np.ndarray, pull: float) -> list[float]:
    """The score of each sample by weights that were fitted on the other folders."""
    scores = []
    for one in samples:
        numbers = fit([s for s in samples if s.folder != one.folder], hand, pull)
        scores.append(float(np.append(one.measured, 1.0) @ numbers))
    return scores


def main() -> None:
    """Fit, cross-validate, and print both beside the weights of the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--pull", type=float, nargs="+", default=[1.0, 10.0, 100.0])
    parser.add_argument("--write", action="store_true", help="print the weights of the first pull")
    given = parser.parse_args()
    weights = {row[0]: float(row[1]) for row in load_rows("passage_weights")}
    hand = np.array(list(weights.values()))
    samples = [s for data in given.data for s in samples_of(data, weights)]
    print(f"{len(samples)} judged, {sum(s.right for s in samples)} right, {len(weights)} weights")
    print(line("file", samples, cross_validated(samples, hand, 1e6)))
    for pull in given.pull:
        print(line(f"pull {pull:g}", samples, cross_validated(samples, hand, pull)))
    if given.write:
        for name, weight in zip(weights, fit(samples, hand, given.pull[0]), strict=False):
            print(f"{name}\t{weight:.2f}")


if __name__ == "__main__":
    main()
