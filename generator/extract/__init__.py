"""Wing of one document: mentions, quotations, statements, dates, phrases, all in its text."""
