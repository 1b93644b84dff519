"""The registers of questions, actions and decisions: an overview of each, and tables by body and year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from archive_builder.lang.interface import count, listed, say, word_list
from archive_builder.model import Document, Page, Record, addresses, counts
from archive_builder.model.record_kinds import RECORD_KINDS, RecordKind, kind_of
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.records.register_rows import CELLS, STANDINGS
from archive_builder.render.records.rows import ROWS
from archive_builder.render.records.tally import grouped
from archive_builder.render.subjects import PerSubject
from archive_builder.render.templating import Written, fill

MOST = 500
"""Maximum number of records on one page."""
LATEST = 20
"""Number of the newest records that the overview shows."""


class Register(NamedTuple):
    """One register: where it stands, what it lists, how a row is written."""

    kind: RecordKind
    cells: Callable[[Document, Any, str, Context], tuple[Written, ...]]
    standing: Callable[[Document, Any, Context], str]
    """How a record stands, in words that the overview counts."""

    @property
    def path(self) -> str:
        return self.kind.register

    @property
    def key(self) -> str:
        """Its name among the words of the interface: "questions"."""
        return self.path.rstrip("/")

    @property
    def title(self) -> str:
        return say(f"registers.{self.key}.title")

    @property
    def about(self) -> str:
        return say(f"registers.{self.key}.about")

    @property
    def columns(self) -> Sequence[str]:
        """The heads of its table, in the order of the cells."""
        return word_list(f"columns.{self.key}")

    def row(self, document: Document, record: Record, page: str, context: Context) -> Written:
        """A record as a line of a list."""
        return ROWS[self.kind.record](document, record, page, context)


REGISTERS = tuple(
    Register(kind, CELLS[kind.record], STANDINGS[kind.record]) for kind in RECORD_KINDS if kind.register
)
"""In the order of the table of kinds. A kind without cells is an error of ours: KeyError."""

Listed = tuple[Document, Record]


def pages(context: Context) -> Iterator[Page]:
    """`questions/`, `actions/`, `decisions/`."""
    return (_overview(register, context) for register in REGISTERS)


def _by_page(context: Context) -> dict[str, list[Listed]]:
    """Records by the address of the page that lists them: of each register, in the order of the addresses."""
    found: dict[str, list[Listed]] = {}
    for register in REGISTERS:
        by_page: dict[str, list[Listed]] = {}
        for document, record in context.each(register.kind.record):
            page = context.archive.register_page(register.path, document)
            by_page.setdefault(page, []).append((document, record))
        found |= {page: by_page[page] for page in sorted(by_page)}
    return found


def _overview(register: Register, context: Context) -> Page:
    held: list[Listed] = list(context.each(register.kind.record))
    by_page = {page: of for page, of in context.table(_by_page).items() if page.startswith(register.path)}
    newest = _newest_first(held, context)[:LATEST]
    bodies = grouped(
        sorted(by_page, key=_order, reverse=True), lambda page: addresses.parse_register_page(page).body
    )
    return Page(
        path=register.path,
        title=register.title,
        front={"description": say("registers.description", about=register.about)},
        body=fill(
            "register",
            register.path,
            register=register,
            total=len(held),
            standings=standings(register, held, context),
            bodies=[
                (body_name(slug, context), [(year_name(path), path, len(by_page[path])) for path in paths])
                for slug, paths in sorted(bodies.items(), key=lambda item: body_name(item[0], context))
            ],
            days=_by_day(register, newest, register.path, context),
        ),
    )


def standings(register: Register, held: list[Listed], context: Context) -> str:
    """How the records stand, counted: "12 open, 3 closed and 2 no longer listed"."""
    counted = Counter(register.standing(document, record, context) for document, record in held)
    last = say("standings_counted.nothing")
    found = sorted(counted.most_common(), key=lambda pair: pair[0] == last)
    return listed([f"{number:,} {words}" for words, number in found])


def _order(page: str) -> tuple[str, str]:
    of = addresses.parse_register_page(page)
    return of.year, of.body


def year_name(page: str) -> str:
    return shown_year(addresses.parse_register_page(page).year)


def shown_year(year: str) -> str:
    return say("registers.no_date") if year == addresses.NO_YEAR else year


def body_name(slug: str, context: Context) -> str:
    body = context.bodies.get(slug)
    return body.name if body else say("registers.no_body")


def _newest_first(held: list[Listed], context: Context) -> list[Listed]:
    return sorted(held, key=lambda pair: context.date_of(pair[0]) or date.min, reverse=True)


def _of_year(page: str, context: Context) -> Iterator[Page]:
    """Make the pages of a register that list the records of one body and year, at an address."""
    register = next(each for each in REGISTERS if page.startswith(each.path))
    held = _newest_first(context.table(_by_page)[page], context)
    body = addresses.parse_register_page(page).body
    name = f"{register.title} {year_name(page)}, {body_name(body, context)}"
    total = count(len(held), register.kind.listed_as)
    batches = [held[start : start + MOST] for start in range(0, len(held), MOST)]
    paths = [addresses.numbered(page, number) for number in range(1, len(batches) + 1)]
    for at, (path, batch) in enumerate(zip(paths, batches, strict=True)):
        part = say("numbers.page_of", page=at + 1, pages=len(batches)) if len(batches) > 1 else ""
        yield Page(
            path=path,
            title=name + part,
            front={"description": f"{wording.capital(total)}: {name}{part}.", "script": "registers"},
            body=fill(
                "register_year",
                path,
                register=register,
                name=name + part,
                total=total,
                standings=standings(register, held, context),
                body=context.bodies.get(body),
                rows=[register.cells(document, record, path, context) for document, record in batch],
                csv=addresses.register_file(page, register.path),
                csv_title=say(f"registers.{register.key}.csv"),
                earlier=paths[at - 1] if at else "",
                later=paths[at + 1] if at + 1 < len(paths) else "",
            ),
        )


of_years = PerSubject(_by_page, _of_year)
"""A page of each register for every body and year."""


def crumb(register: str, document: Document, record: Record, context: Context) -> tuple[str, str] | None:
    """The name and address of the page of a register that lists a record; None where none does."""
    if document.same_as or not counts.is_counted(record) or kind_of(record).register != register:
        return None
    page = context.archive.register_page(register, document)
    return f"{body_name(document.body, context)}, {year_name(page)}", page


def _by_day(
    register: Register, held: list[Listed], page: str, context: Context
) -> list[tuple[Written, list[Written]]]:
    """Rows under the meeting or document they stand in."""
    groups = grouped(held, lambda pair: _meeting_or_document(pair[0], page, context))
    return [
        (heading, [register.row(document, record, page, context) for document, record in pairs])
        for heading, pairs in groups.items()
    ]


def _meeting_or_document(document: Document, page: str, context: Context) -> Written:
    meeting = context.document_meeting(document)
    if meeting is None:
        return Written(markdown.link(wording.title_of(document), page, document.path))
    return Written(markdown.link(f"{wording.day(meeting.held)}, {meeting.body.name}", page, meeting.path))
