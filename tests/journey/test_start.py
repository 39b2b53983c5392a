"""What a command loads before it knows what there is to do."""

import subprocess
import sys

SLOW = ("numpy", "scipy", "spacy", "yake", "ftfy", "trafilatura", "wordfreq", "datasketch")
"""A build that has nothing to do needs none of them."""


def test_the_command_begins_without_what_is_slow_to_load() -> None:
    """Libraries that only an analysis or a corpus needs are loaded there."""
    code = f"import sys, generator.cli; print([n for n in {SLOW!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
