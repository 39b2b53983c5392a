"""The catalogue of words that a reader sees, and its translations."""
