"""Text and Markdown files, plain or as machine transcriptions, to blocks."""
