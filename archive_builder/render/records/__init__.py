"""How records read on every page: labels, rows, tallies and life-lines."""
