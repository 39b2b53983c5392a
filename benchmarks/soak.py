"""Feeds the generator every text that there is, as it is and spoilt, and counts what breaks.

    python benchmarks/soak.py [--documents N] [--seconds S] [--steps data,mutated,made,time,build]

The texts are those of the development sets (`--texts`, a folder of ``.jsonl`` files; those of the
training set whose id's SHA-256 ends in 0 or 1 stay unopened) and the seeds of this repository.
Steps: `data` puts them through `briefing data`, `mutated` each with one thing wrong, `made` ten
thousand texts of a grammar; `time` analyses each alone and compares its time per word with the
median's; `build` makes one site of all and verifies it. Counts tracebacks (also those that a fence
caught), hangs, lost documents and failures of `verify`; exit status 1 unless all are 0 and the
slowest document of 200 words or more takes at most 8 times the median.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from made_texts import made_text, mutated

from generator.config import Settings
from generator.extract.annotate import find_annotations
from generator.language.pipeline import load_language_model
from generator.read.seeds import read_seeds

ROOT = Path(__file__).parent.parent
STEPS = ("data", "mutated", "made", "time", "build")
MADE = 10_000
BATCH = 200
"""Documents a run of the command."""
SECONDS_A_DOCUMENT, SECONDS_A_RUN = 10, 120
"""A run that takes longer than these together hangs."""
FEWEST_WORDS = 200
MOST_TIMES_THE_MEDIAN = 8
UNOPENED = "polnear_quotations_train"
Texts = Mapping[str, str]
"""Texts by the name of their seed."""


@dataclass
class Findings:
    """What went wrong, a line each, and the times."""

    documents: int = 0
    tracebacks: list[str] = field(default_factory=list)
    hangs: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    unproved: list[str] = field(default_factory=list)
    per_word: list[tuple[float, str]] = field(default_factory=list)

    def ratio(self) -> float:
        """How many times the median's time per word the slowest document takes."""
        times = [seconds for seconds, _ in self.per_word]
        return max(times) / median(times) if times else 0.0

    def wrong(self) -> dict[str, list[str]]:
        """What must be empty, by what it is."""
        return {
            "tracebacks": self.tracebacks,
            "hangs": self.hangs,
            "lost": self.lost,
            "failures of verify": self.unproved,
        }

    def failed(self) -> bool:
        """Whether anything is above its bar."""
        return any(self.wrong().values()) or self.ratio() > MOST_TIMES_THE_MEDIAN


def read_texts(folder: Path) -> Iterator[tuple[str, str]]:
    """The texts of the repository's seeds, then of each set of a folder, with a name for each."""
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        yield path.name, path.read_text("utf-8")
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            digest = hashlib.sha256(str(row["id"]).encode()).hexdigest()
            if path.stem == UNOPENED and digest[-1] in "01":
                continue
            for number, one in enumerate(row.get("docs") or [row]):
                if isinstance(one.get("text"), str):
                    yield f"{path.stem}-{digest[:12]}-{number}.txt", one["text"]


def mutated_texts(texts: Texts) -> dict[str, str]:
    """Each text with one thing wrong."""
    return {
        name: mutated(text, number) for number, (name, text) in enumerate(sorted(texts.items()))
    }


def made_texts(count: int) -> dict[str, str]:
    """The first texts of the grammar, every third of them Markdown."""
    return {
        f"made-{number:05}.{'md' if number % 3 == 0 else 'txt'}": made_text(number)
        for number in range(count)
    }


def batches(texts: Texts, size: int = BATCH) -> Iterator[dict[str, str]]:
    """The texts in parts of one run each."""
    names = sorted(texts)
    for at in range(0, len(names), size):
        yield {name: texts[name] for name in names[at : at + size]}


def run_data(texts: Texts, findings: Findings) -> None:
    """Put texts through `briefing data`; a run that fails is halved down to the guilty ones."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(texts, folder / "seeds")
        answer = _briefing(folder, len(texts), "data", "--seeds", "seeds", "--out", "data")
        broken = answer is None or "Traceback" in answer
        if broken and len(texts) > 1:
            for half in batches(texts, (len(texts) + 1) // 2):
                run_data(half, findings)
            return
        findings.documents += len(texts)
        first = min(texts)
        if answer is None:
            findings.hangs.append(first)
        elif broken:
            findings.tracebacks.append(f"{first}: {answer.strip().splitlines()[-1]}")
        else:
            _check_export(texts, folder / "data" / "build.json", answer, findings)


def _check_export(texts: Texts, export: Path, answer: str, findings: Findings) -> None:
    """Every text must be read or named as skipped, and nothing be set aside by an error."""
    rows = json.loads(export.read_text("utf-8")) if export.is_file() else None
    if rows is None:
        words = any(any(c.isalnum() for c in text) for text in texts.values())
        if words:
            findings.lost.append(f"{min(texts)}: nothing was written ({answer.strip()[-200:]})")
        return
    row = rows[0] if isinstance(rows, list) else rows
    told = {one["path"] for one in (*row["seeds"], *row["skipped"])}
    findings.lost.extend(sorted(set(texts) - told))
    findings.tracebacks.extend(
        f"{one['path']}: {one['reason']}"
        for one in row["skipped"]
        if "unexpected error" in one["reason"]
    )
    findings.tracebacks.extend(
        f"{one.get('document')}: {one['stage']}: {one['error']}" for one in row.get("failures", ())
    )


def run_build(texts: Texts, findings: Findings) -> None:
    """Make one site of all texts and verify it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(texts, folder / "seeds")
        for command in ("build", "verify"):
            answer = _briefing(folder, len(texts), command)
            if answer is None:
                findings.hangs.append(command)
            elif "Traceback" in answer:
                findings.tracebacks.append(f"{command}: {answer.strip().splitlines()[-1]}")
            elif command == "verify" and not answer.startswith("0\n"):
                findings.unproved.append(answer.strip()[-500:])


def run_time(texts: Texts, findings: Findings, until: float) -> None:
    """Analyse each text alone, in this process, and keep its time per word."""
    model = load_language_model(Settings().nlp.model)
    for name, text in sorted(texts.items()):
        words = len(text.split())
        if words < FEWEST_WORDS:
            continue
        with tempfile.TemporaryDirectory() as folder:
            _write({name: text}, Path(folder))
            start = time.process_time()
            for document in read_seeds(Path(folder)).documents:
                find_annotations(document, model=model)
            findings.per_word.append(((time.process_time() - start) / words, name))
        if time.monotonic() > until:
            return


def _write(texts: Texts, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))


def _briefing(folder: Path, documents: int, *arguments: str) -> str | None:
    """The exit status and what the command said, or None where it hangs."""
    path = os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))
    try:
        done = subprocess.run(
            [sys.executable, "-m", "generator", *arguments],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=SECONDS_A_RUN + SECONDS_A_DOCUMENT * documents,
        )
    except subprocess.TimeoutExpired:
        return None
    return f"{done.returncode}\n{done.stdout}{done.stderr}"


def soak(texts: Texts, made: int, steps: Sequence[str], until: float) -> Findings:
    """All steps that were asked for, until the time is over."""
    findings = Findings()
    folders: dict[str, Texts] = {
        "data": texts if "data" in steps else {},
        "mutated": mutated_texts(texts) if "mutated" in steps else {},
        "made": made_texts(made) if "made" in steps else {},
    }
    for step, all_of_it in folders.items():
        for batch in batches(all_of_it):
            if time.monotonic() > until:
                _say(f"{step}: stopped, the time is over")
                break
            run_data(batch, findings)
            _say(f"{step}: {findings.documents} documents, {_count(findings)}")
    if "time" in steps and time.monotonic() < until:
        run_time(texts, findings, until)
        _say(f"time: the slowest takes {findings.ratio():.1f} times the median")
    if "build" in steps and time.monotonic() < until:
        run_build(texts, findings)
        _say(f"build: {_count(findings)}")
    return findings


def _count(findings: Findings) -> str:
    return ", ".join(f"{len(lines)} {kind}" for kind, lines in findings.wrong().items())


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """Soak, print what was found, and say by the exit status whether all is well."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, help="at most so many of each kind")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin nothing later")
    parser.add_argument("--steps", default=",".join(STEPS))
    parser.add_argument("--texts", type=Path, default=ROOT.parent / "shared" / "gold" / "dev")
    asked = parser.parse_args(arguments)
    texts = dict(read_texts(asked.texts))
    names = sorted(texts, key=lambda n: hashlib.sha256(n.encode()).hexdigest())
    chosen = {name: texts[name] for name in names[: asked.documents]}
    made = MADE if asked.documents is None else min(MADE, asked.documents)
    findings = soak(chosen, made, asked.steps.split(","), time.monotonic() + asked.seconds)
    for kind, lines in findings.wrong().items():
        for line in lines:
            print(f"{kind}: {line}")
    for seconds, name in sorted(findings.per_word)[-5:]:
        print(f"slow: {name} {seconds * 1000:.2f} ms a word")
    print(
        f"{findings.documents} documents: {_count(findings)}; "
        f"the slowest takes {findings.ratio():.1f} times the median"
    )
    return int(findings.failed())


if __name__ == "__main__":
    sys.exit(main())
