"""What a worker works with, loaded once for all workers: every reader, and what comes after reading."""

from archive_builder.read import html, pdf
from archive_builder.read.plain import text
from archive_builder.read.word import docx, odt
from archive_builder.run import one_file, results

__all__ = ["docx", "html", "odt", "one_file", "pdf", "results", "text"]
