"""How records read on every page: labels, rows, tallies and their courses."""
