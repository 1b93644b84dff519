"""The address under which every source can be downloaded, or why it cannot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from archive_builder.model import Document, Source, addresses
from archive_builder.settings import Settings
from archive_builder.text.filenames import safe

ENDINGS = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
}
"""File endings of formats that are published unchanged, by media type."""
AS_TEXT = ".txt"
"""The ending of all others: servers deliver it as text, so that no browser runs it."""
NONE_HERE = "this archive publishes no originals"


def assign_originals(documents: Sequence[Document], settings: Settings) -> tuple[Document, ...]:
    """Return the documents, each source with the address of its original, or the reason why it is withheld.

    The address is `files/<first 12 of the sha256>/<safe name>`, which a pack and its parts share.
    Two files whose hashes begin alike can be made on purpose: if such two also have one name, each gets
    its whole hash in its address.
    """
    wanted: dict[str, set[str]] = defaultdict(set)
    for source in _published((document.source for document in documents), settings):
        wanted[_address(source, 12)].add(source.sha256)
    return tuple(
        replace(document, source=_placed(document.source, wanted, settings)) for document in documents
    )


def _published(sources: Iterable[Source], settings: Settings) -> Iterable[Source]:
    return (source for source in sources if settings.site.originals and not source.withheld)


def _placed(source: Source, wanted: dict[str, set[str]], settings: Settings) -> Source:
    if not settings.site.originals:
        return replace(source, withheld=NONE_HERE)
    if source.withheld:
        return source
    address = _address(source, 12)
    return replace(source, original=address if len(wanted[address]) == 1 else _address(source, 64))


def _address(source: Source, digits: int) -> str:
    name = safe(source.file, ENDINGS.get(source.media_type, AS_TEXT))
    return addresses.original(source.sha256[:digits], name)
