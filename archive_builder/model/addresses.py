"""Addresses of the site: every path below its root is built and taken apart here.

A page's address ends in a slash and has none before it (`meetings/agb/2025-07-22/notes/`); the home page's
is empty. A record's address is its page's with `#` and the record's anchor behind it; it is the record's id.
The names in an address are slugs (`text.slugs`) that `link` has made unique.

An address is permanent once published: the lock (`published`) says which were, and where one had to move all
the same, a page there leads on (`render.moved`).
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

HOME = ""
MEETINGS = "meetings/"
ANNUAL_REPORTS = "annual-reports/"
DOCUMENTS = "documents/"
QUESTIONS = "questions/"
ACTIONS = "actions/"
DECISIONS = "decisions/"
PEOPLE = "people/"
TOPICS = "topics/"
YEARS = "years/"
ADDED = "added/"
DUE = "due/"
CHANGES = "changes/"
GLOSSARY = "glossary/"
GAPS = "gaps/"
PROBLEMS = "problems/"
SEARCH = "search/"
DATA = "data/"
FEEDS = "feeds/"
FILES = "files/"
REDIRECTS = "redirects.json"
"""The list of addresses that lead on."""
HOST_REDIRECTS = "_redirects"
"""The same list as some hosts read it."""

NO_BODY = "other"
"""Stands for the body in the registers of documents that have none; no body has this slug."""
NO_YEAR = "undated"
"""Stands for the year in the registers of documents without a date or period."""

ALL_FEED = f"{FEEDS}all.xml"
ADDED_FEED = f"{FEEDS}added.xml"
DUE_FEED = f"{FEEDS}due.xml"
DUE_CALENDAR = f"{FEEDS}due.ics"
ALL_CALENDAR = f"{FEEDS}meetings.ics"
BODY_FEEDS = f"{FEEDS}bodies/"
TOPIC_FEEDS = f"{FEEDS}{TOPICS}"
PERSON_FEEDS = f"{FEEDS}{PEOPLE}"
DATABASE = f"{DATA}archive.sqlite"
DATA_BY_BODY = f"{DATA}bodies/"
DATA_INDEX = f"{DATA}index.json"
MANIFEST = f"{DATA}manifest.json"
SUMS = f"{DATA}SHA256SUMS"


class MeetingAddress(NamedTuple):
    """What the address of a meeting says."""

    body: str
    """The body's slug."""
    day: date


class RegisterAddress(NamedTuple):
    """What the address of a register's page for a body and year says."""

    register: str
    """The register's own address: `questions/`."""
    body: str
    """The body's slug, or NO_BODY."""
    year: str
    """A year, the period of an annual report, or NO_YEAR."""


def body(slug: str) -> str:
    """The page of a body: `meetings/agb/`."""
    return f"{MEETINGS}{slug}/"


def meeting(body_slug: str, day: date) -> str:
    """The page of a meeting: `meetings/agb/2025-07-22/`."""
    return f"{body(body_slug)}{day.isoformat()}/"


def below(page: str, name: str) -> str:
    """A page below another: a document below its meeting, an appendix below its paper."""
    return f"{page}{name}/"


def annual_report(period: str) -> str:
    """The page of an annual report: `annual-reports/2024-25/`."""
    return f"{ANNUAL_REPORTS}{period}/"


def other_document(slug: str) -> str:
    """The page of a document without a date or a body: `documents/terms-of-reference/`."""
    return f"{DOCUMENTS}{slug}/"


def told_apart(page: str, mark: str) -> str:
    """The address of one of several pages that want the same: `people/ann-lee-1f0c2a/`."""
    return f"{page.rstrip('/')}-{mark}/"


def person(slug: str) -> str:
    """The page of a person, who has it for an id: `people/ann-lee/`."""
    return f"{PEOPLE}{slug}/"


def topic(slug: str) -> str:
    """The page of a topic: `topics/river-patrols/`."""
    return f"{TOPICS}{slug}/"


def year(number: int) -> str:
    """The page of a year: `years/2025/`."""
    return f"{YEARS}{number}/"


def numbered(page: str, number: int) -> str:
    """A page of a list that runs over several, counted from 1: the first has the bare address."""
    return page if number == 1 else f"{page}{number}/"


def register_page(register: str, body_slug: str, of_year: str) -> str:
    """A register's page for a body and year: `questions/agb/2025/`."""
    return f"{register}{body_slug or NO_BODY}/{of_year or NO_YEAR}/"


def register_file(page: str, register: str) -> str:
    """The CSV file beside a register's page: `questions/agb/2025/questions.csv`."""
    return f"{page}{register.rstrip('/')}.csv"


def what_came_of(register: str, page: str, anchor: str) -> str:
    """The page of a life-line or thread: the record's own address, below its register.

    `decisions/agb/2025-07-22/minutes/minute-687-iii-a/`
    """
    return f"{register}{page.removeprefix(MEETINGS)}{anchor}/"


def figures(body_slug: str) -> str:
    """The page of what a body's annual reports count, joined over the years: `figures/agb/`."""
    return f"figures/{body_slug}/"


def asked_before(meeting_page: str) -> str:
    """The page that compares a meeting's questions with earlier ones: `questions/agb/2025-07-22/asked-before/`."""
    return f"{QUESTIONS}{meeting_page.removeprefix(MEETINGS)}asked-before/"


def record(page: str, anchor: str) -> str:
    """A place on a page, and the id of the record there: `meetings/agb/2025-07-22/notes/#question-5-1`."""
    return f"{page}#{anchor}" if anchor else page


def glossary_term(slug: str) -> str:
    """The anchor of an acronym on the glossary's page: `term-pab`."""
    return f"term-{slug}"


def glossary_letter(slug: str) -> str:
    """The anchor of a letter on the glossary's page: `letter-p`."""
    return f"letter-{slug}"


def data_file(kind: str, ending: str) -> str:
    """A file of the data export: `data/questions.csv`."""
    return f"{DATA}{kind}.{ending}"


def data_of_year(register_page: str) -> str:
    """The data of a body's year, by its page in the register `DATA_BY_BODY`: `data/bodies/agb/2025.jsonl.gz`."""
    return f"{register_page.rstrip('/')}.jsonl.gz"


def search_file(name: str) -> str:
    """A file of the search index: `search/manifest.bin`."""
    return f"{SEARCH}{name}"


def original(fingerprint: str, name: str) -> str:
    """The file that a document was read from: `files/21bd2ebee782/2025-03-18-notes.pdf`."""
    return f"{FILES}{fingerprint}/{name}"


def feed_of(page: str) -> str:
    """The feed of a register, body, topic or person, by its page: `feeds/bodies/agb.xml`."""
    if page.startswith(MEETINGS):
        page = f"bodies/{page.removeprefix(MEETINGS)}"
    return f"{FEEDS}{page.rstrip('/')}.xml"


def calendar_of_body(slug: str) -> str:
    """The calendar of a body's meetings: `feeds/bodies/agb.ics`."""
    return f"{BODY_FEEDS}{slug}.ics"


def calendar_of_meeting(page: str) -> str:
    """The calendar file of one meeting, beside its page."""
    return f"{page}meeting.ics"


def table_file(page: str, anchor: str) -> str:
    """A table of a document as a CSV file: its address on the page, as a file of its own."""
    return f"{page}{anchor}.csv"


def source_file(page: str) -> str:
    """The Markdown file of a page, below the docs folder."""
    return f"{page}index.md"


def page_of_source(file: str) -> str:
    """The page that a Markdown file below the docs folder is the source of."""
    return file.removesuffix("index.md")


def is_page(address: str) -> bool:
    """True if an address without an anchor is a page's, not a file's."""
    return not address or address.endswith("/")


def split(address: str) -> tuple[str, str]:
    """The page and the anchor of an address; the anchor is empty where there is none."""
    page, _, anchor = address.partition("#")
    return page, anchor


def page_of(address: str) -> str:
    """The page that an address is on."""
    return split(address)[0]


def parse_meeting(page: str) -> MeetingAddress | None:
    """The meeting that a page is of, or stands under; None for pages of no meeting."""
    if not page.startswith(MEETINGS):
        return None
    _, body_slug, day, *_ = [*page.split("/"), "", ""]
    try:
        return MeetingAddress(body_slug, date.fromisoformat(day))
    except ValueError:
        return None


def parse_register_page(page: str) -> RegisterAddress:
    """The register, body and year of a register's page; the inverse of `register_page`."""
    register, body_slug, of_year = page.split("/")[:3]
    return RegisterAddress(f"{register}/", body_slug, of_year)
