"""The rows of each body and year as a file: whoever holds a copy of them fetches only what has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from archive_builder.export.forms import Gzip
from archive_builder.export.index import listed
from archive_builder.model import Archive, Asset, DataFile, addresses
from archive_builder.model.record_kinds import RECORD_KINDS

Row = Mapping[str, object]

OF_DOCUMENTS: Mapping[str, str] = {
    "documents": "id",
    "attendance": "document_id",
    **{kind.export: "document_id" for kind in RECORD_KINDS},
    "life_lines": "origin_id",
    "headings": "document_id",
    "tables": "document_id",
    "figures": "document_id",
    "record_topics": "id",
    "links": "source_id",
}
"""The kinds whose rows belong to a document, with the key that names it, or something on its page."""


class Years:
    """The files of all bodies and years while they are filled, kind by kind."""

    def __init__(self, archive: Archive) -> None:
        self._pages = {
            document.path: archive.register_page(addresses.DATA_BY_BODY, document)
            for document in archive.documents
        }
        self._packed: dict[str, Gzip] = defaultdict(Gzip)
        """Compressed at once: the rows of all years together take much memory."""
        self._rows: dict[str, int] = defaultdict(int)

    def add(self, kind: str, rows: Sequence[Row], lines: Sequence[str]) -> None:
        """Add rows that belong to a document, as the lines of JSON that they are, with their kind as first key."""
        if kind not in OF_DOCUMENTS:
            return
        of_page: dict[str, list[str]] = defaultdict(list)
        for row, line in zip(rows, lines, strict=True):
            document = addresses.split(str(row[OF_DOCUMENTS[kind]]))[0]
            if document in self._pages:
                of_page[self._pages[document]].append(f'{{"kind": "{kind}", {line[1:]}')
        for page, found in of_page.items():
            self._packed[page].write("".join(found).encode())
            self._rows[page] += len(found)

    def files(self) -> Iterator[tuple[DataFile, Asset]]:
        """Yield each file with its entry in the index, by address. Nothing can be added any more."""
        for page in sorted(self._packed):
            asset = Asset(path=addresses.data_of_year(page), content=self._packed.pop(page).content())
            _, body, year = addresses.parse_register_page(page.removeprefix(addresses.DATA))
            yield listed(asset, self._rows[page], body=body, year=year), asset
