"""What can be downloaded: each data file with its size, its rows and what its keys mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from archive_builder.lang.interface import say
from archive_builder.model import DataFile, Page, addresses
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.page_kinds.registers import body_name, shown_year
from archive_builder.render.records.tally import grouped
from archive_builder.render.templating import fill

PAGE = addresses.DATA
FORMATS = {
    ".jsonl": "json_lines",
    ".jsonl.gz": "json_lines_compressed",
    ".csv": "csv",
    ".csv.zip": "csv_compressed",
    ".sqlite": "database",
    ".sqlite.gz": "database_compressed",
}
"""What files are called, by their ending: keys of the interface's words."""

File = tuple[str, str, str]
"""A file's address on the page, what it is called, and its size."""


def pages(context: Context) -> Iterator[Page]:
    """`data/`."""
    newest = context.archive.as_of
    data = context.data
    yield Page(
        path=PAGE,
        title=say("pages.data.title"),
        front={"description": say("pages.data.description")},
        body=fill(
            "data",
            PAGE,
            sheets=[
                (_name(sheet.kind), sheet, _files(sheet.files, _name(sheet.kind))) for sheet in data.sheets
            ],
            database=_files(data.database, say("pages.data.whole")),
            bodies=_years(context),
            index=addresses.DATA_INDEX.removeprefix(PAGE),
            query=data.query,
            most_plain=say("numbers.megabytes", number=f"{data.most_plain / 1_000_000:.0f}"),
            licence=context.settings.site.licence,
            site=context.settings.site.name,
            address=context.address,
            as_of=wording.day(newest) if newest else "",
        ),
    )


def _name(kind: str) -> str:
    return wording.capital(kind.replace("_", " "))


def _files(files: Iterable[DataFile], name: str) -> list[File]:
    return [(*_named(file, name), wording.size(file.size)) for file in files]


def _named(file: DataFile, name: str) -> tuple[str, str]:
    """Return a file's address on the page, and what it is called there."""
    ending = "".join(PurePosixPath(file.path).suffixes)
    return file.path.removeprefix(PAGE), say(f"pages.data.{FORMATS[ending]}", kind=name)


def _years(context: Context) -> list[tuple[str, list[File]]]:
    """Return the bodies by name, each with its years' files."""
    by_body = grouped(context.data.years, lambda file: file.body)
    named = sorted((body_name(slug, context), files) for slug, files in by_body.items())
    return [(name, [_of_year(file) for file in files]) for name, files in named]


def _of_year(file: DataFile) -> File:
    return file.path.removeprefix(PAGE), shown_year(file.year), wording.size(file.size)
