"""One desk a page: each turns the corpus at hand into the view that the page's template sees."""
