"""The versions of the data contract: which one is written, which are read, what each changed."""

from msgspec import Struct

SCHEMA_VERSION = 1
"""Of the files that are written; it grows where a field goes, or means something else."""
OLDEST_READ = 1
"""Of an earlier build's data that a build can be compared with."""


class SchemaStep(Struct, frozen=True):
    """What one version of the contract changed."""

    version: int
    changes: tuple[str, ...]


SCHEMA_STEPS = (
    SchemaStep(
        1,
        (
            "the first",
            "`stories.json` is new; data without it are read, and tell nothing of stories",
            "`build.json` has `settings` and `corrections`; without them a cause is less sure",
            "`documents.json` has `tags` and `series`; data without them are read",
            "in `documents.json` zones have `rule` and facts `rule_id`, the id beside the words",
        ),
    ),
)
"""The oldest first; fields that came within a version are listed with it."""
