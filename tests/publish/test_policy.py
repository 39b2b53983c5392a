"""Layer 4: the Content-Security-Policy names the theme's scripts, and nothing that a page holds."""

import base64
import hashlib
from pathlib import Path

from generator.publish.engine import packaged_theme
from generator.publish.policy import content_policy, inline_script_hashes


def test_only_constant_scripts_of_the_theme_are_named(tmp_path: Path) -> None:
    """A script in the theme's folder is named by its hash; one with template code in it is not."""
    folder = tmp_path / "partials" / "javascripts"
    folder.mkdir(parents=True)
    (folder / "a.html").write_text("{% if x %}<script>one()</script>{% endif %}", "utf-8")
    (folder / "b.html").write_text("<script>two({{ x }})</script>", "utf-8")
    digest = base64.b64encode(hashlib.sha256(b"one()").digest()).decode()
    assert inline_script_hashes([tmp_path]) == (digest,)
    assert f"script-src 'self' 'sha256-{digest}'" in content_policy([tmp_path])


def test_the_first_folder_wins(tmp_path: Path) -> None:
    """Where two theme folders have the same file, only the first one's script is named."""
    for name, script in (("own", "mine()"), ("other", "theirs()")):
        folder = tmp_path / name / "partials" / "javascripts"
        folder.mkdir(parents=True)
        (folder / "base.html").write_text(f"<script>{script}</script>", "utf-8")
    assert len(inline_script_hashes([tmp_path / "own", tmp_path / "other"])) == 1


def test_the_policy_starts_from_nothing() -> None:
    """Nothing is allowed that is not named, and no script may be inline without a hash."""
    policy = content_policy([packaged_theme()])
    assert policy.startswith("default-src 'none'")
    assert "unsafe-inline" not in policy
    assert "unsafe-eval" not in policy
    assert "http" not in policy


def test_while_serving_only_inline_scripts_are_added() -> None:
    """Live reload's script has no constant hash; every other part of the policy stays."""
    built = content_policy([packaged_theme()]).split("; ")
    served = content_policy([packaged_theme()], inline=True).split("; ")
    assert "script-src 'self' 'unsafe-inline'" in served
    assert [p for p in built if "script" not in p] == [p for p in served if "script" not in p]
