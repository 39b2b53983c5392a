"""The editor's desk: what is doubtful, each with its sentence, and a click that settles it."""
