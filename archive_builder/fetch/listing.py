"""`sources.toml`: the places where bodies publish, and which of the links there lead to documents."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal, Self
from urllib.parse import unquote

import httpx
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PositiveInt,
    ValidationError,
    field_validator,
    model_validator,
)

from archive_builder.problem import Problem, Report, Severity
from archive_builder.read.formats import READERS
from archive_builder.settings import line_of
from archive_builder.sources import OWN_FOLDERS

SOURCES_FILE = "sources.toml"
"""The file's name, at the top of an archive."""

DOCUMENTS = tuple(f"*{ending}" for ending in (*READERS, ".doc", ".rtf") if ending not in (".html", ".htm"))
"""The patterns of links to documents, where a source names none."""
MODERNGOV_DOCUMENTS = ("*/documents/g*", "*/documents/b*")
"""On a ModernGov site: the agendas, packs and minutes of a meeting, and their supplements."""
MODERNGOV_MEETINGS = ("*ieListDocuments.aspx*",)
"""On a ModernGov site: the page of a meeting."""

_HINT = "the keys of a source are name, kind, address, into and, if needed, {}; see docs/maintaining/fetch.md"


class Listed(BaseModel):
    """One place where a body publishes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1)
    """What it is called in problems and in the record of what was fetched."""
    kind: Literal["page", "moderngov", "feed", "folder"]
    address: str = Field(min_length=1)
    """A web address; of a folder, also a path on this machine."""
    into: str = Field(pattern=r"^[\w-][\w .-]*(/[\w-][\w .-]*)*$")
    """The folder below `content/` that documents are put into."""
    take: tuple[str, ...] = ()
    """Patterns of links to documents: their address or their words."""
    leave: tuple[str, ...] = ()
    """Patterns of links that are left, even if `take` fits them."""
    follow: tuple[str, ...] = ()
    """Patterns of links to further pages whose links are looked at too."""
    committees: tuple[PositiveInt, ...] = ()
    """On a ModernGov site: the numbers of the committees, as in `CId=123`."""
    most_pages: PositiveInt = 50
    """Maximum number of further pages that are looked at in a run."""
    most_new: PositiveInt = 200
    """Maximum number of documents that are downloaded in a run; the others come with the next."""
    again_days: int = Field(default=90, ge=0)
    """For how many days after it came a document is asked for again, to see whether it has changed."""
    web_pages: bool = False
    """True if web pages are documents too."""
    line: int = 1
    """The line of `sources.toml` at which it begins."""
    base: Path = Path()
    """The folder of `sources.toml`, from which the path of a folder is meant."""

    @field_validator("address")
    @classmethod
    def _without_spaces(cls, address: str) -> str:
        return address.strip()

    @field_validator("into")
    @classmethod
    def _holds_documents(cls, into: str) -> str:
        if into.partition("/")[0].casefold() in OWN_FOLDERS:
            raise ValueError("holds no documents")
        return into

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        is_web = self.address.lower().startswith(("http://", "https://"))
        if not is_web and (self.kind != "folder" or "://" in self.address):
            raise ValueError(f"the address of a {self.kind} begins with https:// or http://")
        if self.committees and self.kind != "moderngov":
            raise ValueError("only a source of the kind moderngov has committees")
        return self

    @property
    def is_local(self) -> bool:
        """True if it is a folder on this machine."""
        return not self.address.lower().startswith(("http://", "https://"))

    def takes(self, address: str, words: str) -> bool:
        """True if a link leads to a document that is wanted."""
        standard = MODERNGOV_DOCUMENTS if self.kind == "moderngov" else DOCUMENTS
        return fits(self.take or standard, address, words) and not fits(self.leave, address, words)

    def follows(self, address: str, words: str) -> bool:
        """True if a link leads to a further page to be looked at."""
        standard = MODERNGOV_MEETINGS if self.kind == "moderngov" else ()
        return fits(self.follow or standard, address, words) and not fits(self.leave, address, words)


def fits(patterns: Sequence[str], address: str, words: str) -> bool:
    """True if any pattern fits the address or the words of a link.

    In a pattern, `*` stands for anything and `?` for one character; one without either may stand anywhere.
    Capital letters do not matter. An address is compared without its query ("?T=10") as well.
    """
    readable = unquote(address).casefold()
    asked = (readable, readable.partition("?")[0], words.casefold())
    return any(fnmatchcase(text, _glob(pattern)) for pattern in patterns for text in asked)


def _glob(pattern: str) -> str:
    plain = pattern.casefold().replace("[", "[[]")
    return plain if "*" in plain or "?" in plain else f"*{plain}*"


@dataclass(frozen=True, slots=True)
class _Row:
    """A table `[[sources]]` as it stands in the file."""

    held: object
    line: int


def load(path: Path, report: Report) -> tuple[Listed, ...]:
    """Return the sources of a file; those that are at fault are left out.

    Reports bad-sources, an error, for a file or a source that cannot be used.
    """
    try:
        text = path.read_text("utf-8")
        table = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        hint = "put the line right; a text stands in quotation marks, a list in square brackets"
        report(_bad(1, f"{SOURCES_FILE} cannot be used: {error}", hint))
        return ()
    rows = table.get("sources")
    if not isinstance(rows, list) or set(table) != {"sources"}:
        report(_bad(1, "there are no sources in it", "begin each source with a line [[sources]]"))
        return ()
    placed = (_Row(row, line_of(text, ("sources", index))) for index, row in enumerate(rows))
    return tuple(listed.model_copy(update={"base": path.parent}) for listed in _usable(placed, report))


def _usable(rows: Iterator[_Row], report: Report) -> Iterator[Listed]:
    names: set[str] = set()
    for row in rows:
        try:
            listed = Listed.model_validate(row.held)
        except ValidationError as error:
            for message in _faults(error):
                report(_bad(row.line, message, _HINT.format(", ".join(_OPTIONAL))))
            continue
        if listed.name in names:
            report(_bad(row.line, f"two sources are called {listed.name!r}", "give one another name"))
            continue
        names.add(listed.name)
        yield listed.model_copy(update={"line": row.line})


_OPTIONAL = [
    name
    for name, field in Listed.model_fields.items()
    if not field.is_required() and name not in ("line", "base")
]


def _faults(error: ValidationError) -> Iterator[str]:
    for fault in error.errors(include_url=False):
        key = ".".join(map(str, fault["loc"]))
        if fault["type"] == "extra_forbidden":
            near = difflib.get_close_matches(key, Listed.model_fields, n=1)
            yield f"{key}: unknown key" + (f"; did you mean {near[0]!r}?" if near else "")
        elif key == "into":
            yield "into: this is no folder below content/: 'parish-council'"
        else:
            yield f"{key}: {fault['msg']}" if key else fault["msg"].removeprefix("Value error, ")


def _bad(line: int, message: str, hint: str) -> Problem:
    return Problem(SOURCES_FILE, line or 1, "bad-sources", message, hint, Severity.ERROR)


def own_hosts(sources: Sequence[Listed]) -> frozenset[str]:
    """Return the hosts that sources name themselves: one of them may lie in a private network."""
    return frozenset(httpx.URL(listed.address).host for listed in sources if not listed.is_local)
