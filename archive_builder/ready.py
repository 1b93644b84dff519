"""What a worker works with, loaded once for all workers: every reader, and what comes after reading."""

from archive_builder import results, single
from archive_builder.read import docx, html, odt, pdf, text

__all__ = ["docx", "html", "odt", "pdf", "results", "single", "text"]
