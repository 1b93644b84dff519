"""Builds a searchable public archive of meetings from the documents that public bodies publish."""

__version__ = "0.1.0"
