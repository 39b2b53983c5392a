"""Wing of the corpus: what was found in each document to actors, dates, topics, takeaways."""
