"""The kinds of page, one module each."""
