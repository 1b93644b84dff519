"""The settings of an archive: each key, what it is for, and its default."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, PositiveInt

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


def shared(vocabulary: Vocabulary) -> Vocabulary:
    """Return the vocabulary of these words that this process already has, else this one."""
    return _VOCABULARIES.setdefault(_written(vocabulary), vocabulary)


class Limits(_Strict):
    """What reading one document may cost, beyond which it is left out; and how large the site may be."""

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
    site_bytes: PositiveInt = 1_000_000_000
    """Of the whole site: what GitHub Pages and GitLab Pages take. A larger one is published, with a warning."""


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

    def for_reading(self) -> Settings:
        """Return what decides how documents are read: a change of anything else reads none of them anew."""
        site = Site(originals_carry=self.site.originals_carry)
        limits = self.limits.model_copy(update={"site_bytes": Limits().site_bytes})
        return self.model_copy(update={"site": site, "people": (), "limits": limits})
