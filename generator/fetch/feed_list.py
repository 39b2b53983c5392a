"""The file that names the feeds: YAML with typed keys; an unknown key is refused."""

import difflib
import re
from pathlib import Path

import msgspec
import yaml
from msgspec import Struct

from generator.errors import SettingsError
from generator.fetch.client import Manners
from generator.files.guarded import UnreadableError, decode_utf8, read_guarded
from generator.files.yaml_tree import YamlError, compose_yaml

MOST_BYTES = 1_000_000
LONGEST = 3600
"""Seconds that anything may be set to."""


class Feed(Struct, frozen=True, forbid_unknown_fields=True):
    """One feed; `publisher` stands for the feed's own title where it is given."""

    url: str
    publisher: str = ""


class FeedList(Struct, frozen=True, forbid_unknown_fields=True):
    """The feeds and how their servers are asked."""

    feeds: tuple[str | Feed, ...]
    delay_seconds: float = Manners().delay_seconds
    timeout_seconds: float = Manners().timeout_seconds
    most_bytes: int = Manners().most_bytes
    most_articles: int = 100
    """New articles of one feed in one run."""

    def __post_init__(self) -> None:
        """Refuse what no server can be asked with."""
        if not 0 <= self.delay_seconds <= LONGEST:
            raise ValueError(f"delay_seconds is a number from 0 to {LONGEST}")
        if not 0 < self.timeout_seconds <= LONGEST:
            raise ValueError(f"timeout_seconds is a number above 0, up to {LONGEST}")
        if self.most_bytes < 1 or self.most_articles < 1:
            raise ValueError("most_bytes and most_articles are whole numbers from 1")

    @property
    def entries(self) -> tuple[Feed, ...]:
        """Every feed, also one that is a bare address."""
        return tuple(Feed(f) if isinstance(f, str) else f for f in self.feeds)


def read_feed_list(path: Path) -> FeedList:
    """Read ``feeds.yml``, or say what is wrong with it and where."""
    try:
        text = decode_utf8(read_guarded(path, within=None, most=MOST_BYTES, limit=""))
        compose_yaml(text)
        return msgspec.convert(yaml.safe_load(text) or {}, FeedList)
    except OSError as error:
        raise SettingsError(
            "the list of feeds cannot be read", where=str(path), hint="Give its path."
        ) from error
    except UnreadableError as error:
        raise SettingsError(str(error), where=str(path)) from error
    except YamlError as error:
        raise SettingsError(error.message, where=f"{path}:{error.line}") from error
    except (yaml.YAMLError, msgspec.ValidationError, ValueError) as error:
        raise SettingsError(str(error), where=str(path), hint=_hint(str(error))) from error


def _hint(problem: str) -> str:
    unknown = re.search(r"unknown field `([^`]*)`", problem)
    names = [*FeedList.__struct_fields__, *Feed.__struct_fields__]
    near = difflib.get_close_matches(unknown.group(1), names, n=1, cutoff=0) if unknown else []
    return f"Did you mean {near[0]!r}?" if near else "It begins with `feeds:`, a list of addresses."
