"""The archive as open data: a file a kind of record, as JSON Lines and as CSV, one a body's year, a database.

The files, their keys and the order of the keys are those of docs/maintaining/data.md; they are part
of the site's promise to its readers and change only by growing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence

from archive_builder.export import documents, records, topics
from archive_builder.export.dictionary import described
from archive_builder.export.formats import Cells, cells, csv_of, json_lines
from archive_builder.export.forms import leads, published_forms
from archive_builder.export.index import index, listed
from archive_builder.export.lookup import Lookup
from archive_builder.export.sqlite import Database
from archive_builder.export.tables import table_assets
from archive_builder.export.years import Years
from archive_builder.model import Archive, Asset, DataFile, DataFiles, addresses
from archive_builder.model.record_kinds import RECORD_KINDS
from archive_builder.problem import Problem

__all__ = ["COLUMNS", "KINDS", "assets", "exported", "leads", "rows"]

Row = Mapping[str, object]

KINDS: Mapping[str, Callable[[Lookup], Iterable[Row]]] = {
    "documents": documents.documents,
    "attendance": documents.attendance,
    **{kind.export: records.record_rows(kind) for kind in RECORD_KINDS},
    "life_lines": records.life_lines,
    "related_questions": records.related_questions,
    "headings": documents.headings,
    "tables": documents.tables,
    "figures": documents.figures,
    "people": documents.people,
    "topics": topics.topics,
    "record_topics": topics.record_topics,
    "abbreviations": topics.abbreviations,
    "links": documents.links,
}
"""Every kind of row that is read from the archive, by the name of its file."""


def rows(archive: Archive, problems: Sequence[Problem] = ()) -> dict[str, list[Row]]:
    """Return all rows of the export by kind, in archive order."""
    return dict(_kind_by_kind(archive, problems))


def _kind_by_kind(archive: Archive, problems: Sequence[Problem]) -> Iterator[tuple[str, list[Row]]]:
    """Yield each kind with its rows, one kind at a time: all at once take much memory."""
    lookup = Lookup(archive)
    yield from ((kind, list(make(lookup))) for kind, make in KINDS.items())
    yield "problems", [_problem(problem) for problem in problems]


def assets(archive: Archive, problems: Sequence[Problem] = ()) -> tuple[Asset, ...]:
    """Return the files of `data/`, also of kinds without rows, and the CSV files beside pages."""
    return tuple(exported(archive, problems))


def exported(archive: Archive, problems: Sequence[Problem] = ()) -> Generator[Asset, None, DataFiles]:
    """Yield the files one after the other; return what the data page says of them."""
    files: list[DataFile] = []
    for file, asset in _data_files(archive, problems):
        if file:
            files.append(file)
        yield asset
    yield index(files)
    yield from table_assets(archive)
    return described(files)


Listed = tuple[DataFile | None, Asset]
"""A file with its entry in the index; None if the index does not list it."""


def _data_files(archive: Archive, problems: Sequence[Problem]) -> Iterator[Listed]:
    """Yield the files of each kind, the database, and the files of each body and year."""
    years = Years(archive)
    rows = 0
    with Database() as database:
        for kind, table in _kind_by_kind(archive, problems):
            rows += len(table)
            database.add(kind, COLUMNS[kind], table)
            lines = json_lines(table)
            years.add(kind, table, lines)
            of_table = cells(table, COLUMNS[kind])
            yield from _of_kind(kind, lines, of_table)
            if kind in REGISTERS:
                yield from ((None, asset) for asset in register_assets(archive, kind, table, of_table))
        whole = database.finished()
    yield from ((listed(asset, rows), asset) for asset in published_forms(addresses.DATABASE, whole))
    yield from years.files()


def _of_kind(kind: str, lines: Sequence[str], of_table: Sequence[Cells]) -> Iterator[Listed]:
    """Yield all rows of a kind as JSON Lines and as CSV, each in its forms."""
    contents = {"jsonl": "".join(lines).encode(), "csv": csv_of((COLUMNS[kind], *of_table))}
    for ending, content in contents.items():
        for asset in published_forms(addresses.data_file(kind, ending), content):
            yield listed(asset, len(lines), kind), asset


def register_assets(
    archive: Archive, kind: str, table: Sequence[Row], of_table: Sequence[Cells]
) -> Iterator[Asset]:
    """Yield a CSV for each page of a register, of the rows that count: `questions/BODY/YEAR/questions.csv`.

    `of_table` are the cells of each row of the table.
    """
    register = REGISTERS[kind]
    pages = {document.path: archive.register_page(register, document) for document in archive.documents}
    by_page: dict[str, list[Cells]] = defaultdict(list)
    for row, of_row in zip(table, of_table, strict=True):
        if row["same_as"] is None and not row.get("in_parts"):
            by_page[pages[str(row["document_id"])]].append(of_row)
    for page, counting in by_page.items():
        content = csv_of((COLUMNS[kind], *counting))
        yield Asset(path=addresses.register_file(page, register), content=content)


REGISTERS = {kind.export: kind.register for kind in RECORD_KINDS if kind.register}


def _problem(problem: Problem) -> Row:
    return {
        "file": problem.file,
        "line": problem.line,
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }


_OF_RECORDS = {kind.export: records.columns(kind) for kind in RECORD_KINDS}
_OTHERS = {
    "documents": "id classification title organization date time venue period previous_meeting "
    "next_meeting called_off moved_to part_of position authors source fidelity url urls same_as original status "
    "first_published corrections put_right",
    "attendance": "document_id name person_id role organization status",
    "life_lines": "origin_id standing days_open steps url since until taken_up_by",
    "related_questions": "question_id related_id words score",
    "headings": "document_id level text url",
    "tables": "id document_id caption header rows columns csv_url url",
    "figures": "id document_id caption missing",
    "people": "id name other_names roles url",
    "topics": "id name about url",
    "record_topics": "id topic_id",
    "abbreviations": "short meaning document_ids",
    "links": "source_id target_id target_text relation reason",
    "problems": "file line severity code message hint",
}
COLUMNS: Mapping[str, tuple[str, ...]] = {
    kind: _OF_RECORDS[kind] if kind in _OF_RECORDS else tuple(_OTHERS[kind].split())
    for kind in (*KINDS, "problems")
}
"""The keys of each kind's rows, in order: the contract of docs/maintaining/data.md."""
