"""The journeys, one a file: what a command does, told once."""
