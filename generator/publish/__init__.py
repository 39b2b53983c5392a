"""The wing that turns pages into a site: the engine, its defences, the search index, the zip."""
