"""Wing of the way in: a folder of seeds to documents with zones, sentences and metadata."""
