"""Templates that were compiled before in this process, by name and text.

A server and a run of tests make the same pages again and again; Jinja would compile each template
each time.
"""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """Compiled templates in memory; a template whose text has changed is compiled anew."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill what Jinja asks for, if it is known."""
        known = self._compiled.get(bucket.key)
        if known is not None:
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja has compiled."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()


PAGES, THEME = CompiledTemplates(), CompiledTemplates()
"""Of the pages and of the theme: the two are compiled with different options."""
