"""A slice of the soak: a few of its texts through the command, as they are and spoilt."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent.parent / "benchmarks"))

from made_texts import made_text, mutated
from soak import Findings, made_texts, mutated_texts, read_texts, run_data


@pytest.mark.journey
def test_a_small_slice_of_the_soak() -> None:
    """Six made texts, whole and spoilt: nothing breaks, hangs or is lost."""
    made = made_texts(6)
    findings = Findings()
    run_data(
        {**made, **{f"spoilt-{name}": text for name, text in mutated_texts(made).items()}}, findings
    )
    assert findings.documents == 2 * len(made)
    assert findings.wrong() == {kind: [] for kind in findings.wrong()}


@pytest.mark.journey
@pytest.mark.slow
def test_a_slice_of_the_soak(tmp_path: Path) -> None:
    """The seeds, the seeds spoilt and twelve made texts: nothing breaks, hangs or is lost."""
    seeds = dict(read_texts(tmp_path))
    spoilt = {f"spoilt-{name}": text for name, text in mutated_texts(seeds).items()}
    findings = Findings()
    run_data({**seeds, **spoilt, **made_texts(12)}, findings)
    assert findings.documents == 2 * len(seeds) + 12
    assert findings.wrong() == {kind: [] for kind in findings.wrong()}


@pytest.mark.slow
def test_what_breaks_is_narrowed_down(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stage that fails on purpose in one document is counted once, with that document's name."""
    monkeypatch.setenv("BRIEFING_FAULT", "extract.actions@bad")
    findings = Findings()
    text = "Mayor Ada Okoye said on Monday that the dam would be closed."
    run_data({"bad.txt": text, "good.txt": text}, findings)
    assert [line.partition(":")[0] for line in findings.wrong()["tracebacks"]] == ["bad"]
    assert findings.failed()


def test_made_texts_are_always_the_same() -> None:
    """A number names one text and one way to spoil it."""
    assert [made_text(n) for n in range(20)] == [made_text(n) for n in range(20)]
    assert len({made_text(n) for n in range(20)}) == 20
    assert mutated("Ada said “no”.", 3) == mutated("Ada said “no”.", 3)
