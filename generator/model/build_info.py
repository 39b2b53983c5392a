"""What made a build, for the data files and the page about the briefing."""

from msgspec import Struct


class BuildInfo(Struct, frozen=True):
    """Versions and digests; no clock, no host."""

    generator_version: str = ""
    rules: str = ""
    """Digest of the generator's code and word lists."""
    model: str = ""
    model_sha256: str = ""
    templates: str = ""
    """Digest of the templates; none where no pages are made."""
    settings: tuple[tuple[str, str], ...] = ()
    """The settings that decide on what is found and shown, by name, as JSON."""
