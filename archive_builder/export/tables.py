"""The data tables of the documents, each a CSV file beside its document's page."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.export.formats import csv_lines
from archive_builder.model import Archive, Asset, Document, Table, addresses


def csv_path(document: Document, table: Table) -> str:
    """Where a table's CSV stands: its address on the page, as a file of its own."""
    return addresses.table_file(document.path, table.anchor)


def table_assets(archive: Archive) -> Iterator[Asset]:
    """Every data table with its header, the cells as printed."""
    for document in archive.documents:
        for table in document.tables:
            block = document.blocks[table.block]
            width = max((len(row.cells) for row in block.rows), default=0)
            lines = [[row.cell(column) for column in range(width)] for row in block.rows]
            yield Asset(path=csv_path(document, table), content=csv_lines(lines))
