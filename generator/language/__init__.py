"""What language gives: the parse, quotation marks, names, countries, word lists."""
