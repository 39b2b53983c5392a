"""The wing that turns the corpus into pages below `docs/`; its doors are `render` and `writer`."""
