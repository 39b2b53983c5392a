"""What brought a change about: the seeds, the rules, a setting, or an editor."""

from collections.abc import Collection, Iterable

from msgspec import Struct

from generator.model.changes import Why
from generator.provenance.exports import Export, Row


class Causes(Struct, frozen=True):
    """What differs between two builds before anything was found."""

    touched: frozenset[str]
    """Paths of seeds that were added, removed or edited."""
    rules: bool
    settings: tuple[tuple[str, str, str], ...]
    corrections_added: tuple[str, ...]
    corrections_removed: tuple[str, ...]
    corrected: frozenset[str]
    """Ids that corrections which came or went name."""
    told: bool
    """Whether both builds say their settings and corrections."""


def find_causes(old: Export, new: Export) -> Causes:
    """Compare what two builds were made from."""
    before, after = old.seeds(), new.seeds()
    edited = {p for p in before.keys() & after.keys() if before[p] != after[p]}
    earlier, later = old.corrections(), new.corrections()
    told = earlier is not None and later is not None
    gone = [c for c in earlier or () if told and c not in (later or ())]
    came = [c for c in later or () if told and c not in (earlier or ())]
    return Causes(
        touched=frozenset((before.keys() ^ after.keys()) | edited),
        rules=any(old.build.get(k) != new.build.get(k) for k in ("rules", "model_sha256")),
        settings=_settings(old.settings(), new.settings()),
        corrections_added=tuple(map(_in_words, came)),
        corrections_removed=tuple(map(_in_words, gone)),
        corrected=frozenset(i for c in (*gone, *came) for i in _ids(c)),
        told=told,
    )


def why_of(causes: Causes, ids: Collection[str], paths: Iterable[str]) -> Why:
    """The cause of a change to a row: `ids` it is known by or had or has, `paths` it is made of."""
    grounds: tuple[tuple[Why, object], ...] = (
        ("correction", causes.corrected.intersection(ids)),
        ("seed", causes.touched.intersection(paths)),
        ("rule", causes.rules),
        ("setting", causes.settings),
        ("correction", causes.corrected),
        ("seed", causes.touched),
        ("rule", causes.told),
    )
    return next((why for why, holds in grounds if holds), "correction")


def _settings(
    old: dict[str, str] | None, new: dict[str, str] | None
) -> tuple[tuple[str, str, str], ...]:
    """The settings that differ; a build that does not say its own had the same."""
    if old is None or new is None:
        return ()
    names = sorted(old.keys() | new.keys())
    pairs = ((name, old.get(name, ""), new.get(name, "")) for name in names)
    return tuple(step for step in pairs if step[1] != step[2])


def _in_words(correction: Row) -> str:
    targets = " ".join(_targets(correction))
    value = correction.get("value")
    return f"{correction.get('action')} {targets}{f' → {value}' if value else ''}"


def _ids(correction: Row) -> list[str]:
    value = correction.get("value")
    return [*_targets(correction), *([value] if isinstance(value, str) else [])]


def _targets(correction: Row) -> list[str]:
    targets = correction.get("target")
    return [str(t) for t in targets] if isinstance(targets, list) else []
