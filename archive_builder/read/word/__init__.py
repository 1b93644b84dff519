"""Word and OpenDocument files to blocks, with the numbers that a word processor prints and does not store."""
