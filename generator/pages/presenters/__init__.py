"""One presenter a page: each turns the corpus into the view that the page's template sees."""
