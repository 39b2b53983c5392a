"""The settings `volumes`: when and how a large folder becomes several sites under one front."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

By = Literal["none", "year", "collection"]


class VolumeSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """When and how the site is cut into volumes, each a site of its own."""

    by: Annotated[
        By,
        Meta(
            description="What a volume is: the sources of one `year` (undated ones apart), a "
            "`collection` (a folder directly below that of the sources), or `none`."
        ),
    ] = "none"
    above: Annotated[
        int,
        Meta(ge=0, description="The site is cut only where there are more seeds than this."),
    ] = 5_000
