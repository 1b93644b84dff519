"""What can be downloaded: each data file with its size, its rows and what its keys mean."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.lang.interface import say
from archive_builder.model import Page, Sheet, addresses
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.templating import fill

PAGE = addresses.DATA
FORMATS = (("jsonl", "JSON Lines"), ("csv", "CSV"))


def pages(context: Context) -> Iterator[Page]:
    """`data/`."""
    newest = context.archive.as_of
    yield Page(
        path=PAGE,
        title=say("pages.data.title"),
        front={"description": say("pages.data.description")},
        body=fill(
            "data",
            PAGE,
            sheets=[(_name(sheet.kind), sheet, _files(sheet)) for sheet in context.data.sheets],
            database=wording.size(context.data.database),
            query=context.data.query,
            licence=context.settings.site.licence,
            site=context.settings.site.name,
            address=context.address,
            as_of=wording.day(newest) if newest else "",
        ),
    )


def _name(kind: str) -> str:
    return wording.capital(kind.replace("_", " "))


def _files(sheet: Sheet) -> list[tuple[str, str, str]]:
    """A file for each format: its address, what it is called, its size."""
    return [
        (
            f"{sheet.kind}.{ending}",
            say("pages.data.file_as", kind=_name(sheet.kind), format=name),
            wording.size(sheet.sizes[ending]),
        )
        for ending, name in FORMATS
    ]
