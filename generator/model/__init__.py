"""Floor 1: the words of the project as frozen types; nothing here reads, writes or decides."""
