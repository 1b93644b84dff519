"""What a maintainer can set in `archive.toml`, laid over the defaults that come with the package.

`lang/en/words.toml` holds the vocabulary of policing and local government. An archive's own file
extends its lists and tables and never replaces them. An unknown key is an error that names the
nearest known one.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PositiveInt, ValidationError

from archive_builder import lang

TOPICS_FILE = "topics.yml"
"""The file in a sources folder that extends the vocabulary of topics (`link/topic_vocabulary.py`)."""
REDACTIONS_FILE = "redactions.yml"
"""The file in a sources folder that lists what is redacted in all documents (`removal/redactions.py`)."""
WITHDRAWN_FILE = "withdrawn.yml"
"""The file in a sources folder that lists the documents that are withdrawn (`removal/withdrawals.py`)."""

FETCHED_FOLDER = "fetched"
"""The folder of a sources folder that says where documents were fetched from (`fetch/records.py`)."""
LOCK_FOLDER = "lock"
"""The folder of a sources folder that says what was published (`published/files.py`)."""


_COLOUR = r"^(|#[0-9a-fA-F]{6})$"


class SettingsError(Exception):
    """`archive.toml` cannot be used; the message says where and what to do."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Site(_Strict):
    """How the archive presents itself."""

    name: str = "Meetings archive"
    description: str = "What public bodies asked, answered, decided and promised."
    contact: str = Field(
        default="", pattern=r"^(|[^\s@:]+@[^\s@:]+|mailto:[^\s@:]+@[^\s@:]+|https?://[^\s]+)$"
    )
    """An e-mail address or web address for "report an error"."""
    accent: str = Field(default="", pattern=_COLOUR)
    """The colour of links, buttons and marks."""
    accent_dark: str = Field(default="", pattern=_COLOUR)
    """The same in the dark scheme; "" for a lighter shade of the accent."""
    mark: str = Field(default="", pattern=r"^(|[\w.-]+(/[\w.-]+)*)$")
    """The archive's mark: an SVG or PNG file below `docs/`."""
    licence: str = ""
    """A sentence on what readers may do with the texts and data."""
    originals: bool = True
    """True to publish the files that documents were read from beside their pages."""
    originals_carry: tuple[
        Literal["authors", "comments", "attachments", "custom-data", "earlier-versions"], ...
    ] = ("authors",)
    """What a published file may carry besides its text; one that carries more is withheld."""


class KnownBody(_Strict):
    """A body with the names it is printed under."""

    name: str
    short: str = ""
    slug: str = Field(default="", pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$")
    """How its pages' addresses name it: small letters without accents, digits and single hyphens."""
    also: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    """Folders below content/ whose documents are of this body: "parish/"."""


class KnownPerson(_Strict):
    """A person with other spellings of the name."""

    name: str
    also: tuple[str, ...] = ()


class Vocabulary(_Strict):
    """The words by which documents are recognised; `lang/en/words.toml` says what each list is."""

    action_markers: tuple[str, ...]
    present: tuple[str, ...]
    also_present: tuple[str, ...]
    apologies: tuple[str, ...]
    closing: tuple[str, ...]
    honorifics: tuple[str, ...]
    role_nouns: tuple[str, ...]
    body_nouns: tuple[str, ...]
    organisation_nouns: tuple[str, ...]
    closing_verbs: tuple[str, ...]
    chairs: tuple[str, ...]
    completed: tuple[str, ...]
    outstanding: tuple[str, ...]
    requests: tuple[str, ...]
    interrogatives: tuple[str, ...]
    ranks: dict[str, str]
    kinds: dict[str, tuple[str, ...]]
    columns: dict[str, tuple[str, ...]]
    signs: dict[str, tuple[str, ...]]
    """Phrases that a rule's pattern names in capitals: `{DECIDED}` stands for any phrase of `decided`."""

    # Patterns are compiled once for a vocabulary; there is one in a process, and it never changes.
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Vocabulary) and self.model_dump() == other.model_dump())

    def __reduce__(self) -> tuple[Callable[[str], Vocabulary], tuple[str]]:
        """Pickle as words: a process that has a vocabulary of the same words goes on with its own."""
        return _vocabulary_of, (_written(self),)


@cache
def _written(vocabulary: Vocabulary) -> str:
    return vocabulary.model_dump_json()


_VOCABULARIES: dict[str, Vocabulary] = {}
"""The vocabularies of this process by their words, so that what was made for one is not made twice."""


def _vocabulary_of(words: str) -> Vocabulary:
    known = _VOCABULARIES.get(words)
    return known or _VOCABULARIES.setdefault(words, Vocabulary.model_validate_json(words))


def _shared(vocabulary: Vocabulary) -> Vocabulary:
    """Return the vocabulary of these words that this process already has, else this one."""
    return _VOCABULARIES.setdefault(_written(vocabulary), vocabulary)


class Limits(_Strict):
    """What reading one document may cost; what goes beyond is left out with a problem."""

    file_bytes: PositiveInt = 50_000_000
    pages: PositiveInt = 1_000
    """Of a document that has pages: with `blocks`, what decides whether a long document is published."""
    blocks: PositiveInt = 100_000
    """Paragraphs, headings, list items and tables."""
    seconds: PositiveInt = 600
    """Of processor time, so that a busy machine publishes what an idle one does: far more than it takes
    to read what is within the other limits."""
    wait_seconds: PositiveInt = 3600
    """On the clock: against a file that never answers, on a network drive for instance."""
    memory_bytes: PositiveInt = 1_000_000_000
    """Of the process that reads it, where the system holds it to that (Linux)."""
    output_bytes: PositiveInt = 50_000_000
    """What it was read into, before the pages are made."""


class Private(_Strict):
    """Which passages that may be private are warned of."""

    signatures: bool = True
    """A picture beside a line for a signature."""
    addresses: bool = True
    """Where somebody lives."""
    telephones: bool = True
    """Telephone numbers of persons."""
    emails: bool = True
    """E-mail addresses of persons."""
    births: bool = True
    """Dates of birth."""
    markings: bool = True
    """Lines that mark a paper as not for everybody."""


class Settings(_Strict):
    """All settings, defaults included."""

    site: Site = Site()
    bodies: tuple[KnownBody, ...] = ()
    people: tuple[KnownPerson, ...] = ()
    vocabulary: Vocabulary
    limits: Limits = Limits()
    private: Private = Private()
    ocr: Literal["off", "missing"] = "off"
    """Whether the text of PDF pages that are only pictures is recognised: of those that have none ("missing")."""
    _file: Path | None = None

    @property
    def file(self) -> Path | None:
        """The `archive.toml` that they were loaded from; None for the defaults alone."""
        return self._file


def load(path: Path | None = None) -> Settings:
    """The settings of an archive; of the defaults alone where `path` is None or does not exist.

    Raises SettingsError, with the file, the key and the nearest known key.
    """
    merged = lang.table("words")
    text = ""
    if path is not None and path.exists():
        try:
            text = path.read_text("utf-8")
            own = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise SettingsError(f"{path}: {error}") from error
        if strange := list(_strange_lists(path, merged["vocabulary"], own.get("vocabulary", {}))):
            raise SettingsError("\n".join(strange))
        merged = _extended(merged, own)
    try:
        settings = Settings.model_validate(merged)
    except ValidationError as error:
        raise SettingsError("\n".join(_explained(path, text, error))) from error
    settings = settings.model_copy(update={"vocabulary": _shared(settings.vocabulary)})
    settings._file = path
    return settings


def _strange_lists(path: Path, known: dict[str, Any], own: object) -> Iterator[str]:
    """Each list of words that no rule would look at, with the name that may be meant."""
    for table in ("kinds", "columns", "signs"):
        named = own.get(table) if isinstance(own, dict) else None
        for name in named if isinstance(named, dict) else ():
            if name not in known[table]:
                near = difflib.get_close_matches(name, known[table], n=1)
                yield f"{path}: vocabulary.{table}.{name}: unknown key" + (
                    f"; did you mean {near[0]!r}?" if near else ""
                )


def _extended(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """`own` laid over `base`: tables are merged, lists are appended, other values replace."""
    merged = dict(base)
    for key, value in own.items():
        before = merged.get(key)
        if isinstance(before, dict) and isinstance(value, dict):
            merged[key] = _extended(before, value)
        elif isinstance(before, list) and isinstance(value, list):
            merged[key] = [*before, *value]
        else:
            merged[key] = value
    return merged


def _explained(path: Path | None, text: str, error: ValidationError) -> list[str]:
    """Return each fault with its line, its key and what to do."""
    lines = []
    for fault in error.errors():
        key = ".".join(str(part) for part in fault["loc"])
        message = fault["msg"]
        if fault["type"] == "extra_forbidden":
            near = difflib.get_close_matches(str(fault["loc"][-1]), _known_keys(fault["loc"][:-1]), n=1)
            message = "unknown key" + (f"; did you mean {near[0]!r}?" if near else "")
        elif key in _FORMS or fault["loc"][-1] in _FORMS:
            message = _FORMS[key if key in _FORMS else str(fault["loc"][-1])]
        line = line_of(text, fault["loc"])
        lines.append(f"{path}:{line}: {key}: {message}" if line else f"{path}: {key}: {message}")
    return lines


_NO_COLOUR = "a colour is a # and six digits of the hexadecimal system: '#0b4f8a'"

_FORMS = {
    "site.contact": "this is no e-mail address and no web address that begins with https:// or http://",
    "site.accent": _NO_COLOUR,
    "site.accent_dark": _NO_COLOUR,
    "site.mark": "this is no path below docs/: 'mark.svg'",
    "slug": "an address is made of small letters a to z, digits and single hyphens: 'town-council'",
}
"""What is said where a value has not the form of its pattern."""


def line_of(text: str, loc: tuple[int | str, ...]) -> int:
    """Return the line of a TOML text by which the key at `loc` is there; 0 where it is not.

    The parser does not tell lines: the first lines are parsed, one more each time, until they have the key.
    """
    lines = text.splitlines(keepends=True)
    for number in range(1, len(lines) + 1):
        try:
            table = tomllib.loads("".join(lines[:number]))
        except tomllib.TOMLDecodeError:
            continue  # in the middle of a value
        if _has(table, loc):
            return number
    return 0


def _has(value: Any, loc: tuple[int | str, ...]) -> bool:
    """True if there is something at `loc` in nested tables and lists."""
    for part in loc:
        try:
            value = value[part]
        except (LookupError, TypeError):
            return False
    return True


def _known_keys(loc: tuple[int | str, ...]) -> list[str]:
    """The keys that the table at `loc` may have."""
    tables: dict[str, type[BaseModel]] = {
        "site": Site,
        "bodies": KnownBody,
        "people": KnownPerson,
        "vocabulary": Vocabulary,
        "limits": Limits,
        "private": Private,
    }
    model = tables.get(str(loc[0]), Settings) if loc else Settings
    return list(model.model_fields)
