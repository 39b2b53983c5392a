"""The engines that can turn the pages into a site."""

from typing import Literal

Engine = Literal["mkdocs", "properdocs", "zensical"]
ENGINES: tuple[Engine, ...] = ("mkdocs", "properdocs", "zensical")
"""The first is the one that a site is built with unless another is named."""
