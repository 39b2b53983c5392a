"""The site engine: MkDocs, run as a library on a settings file that is already written."""

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.errors import SiteError


def build_site(config_file: Path) -> None:
    """Build the site of `config_file`."""
    try:
        config = load_config(str(config_file))
        build(config)
    except MkDocsException as error:
        raise SiteError(str(error), where=str(config_file)) from error
