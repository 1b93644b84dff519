"""What pages are made of: a context that notes each look-up, so that it is seen later whether one has changed.

A function that makes pages is given a name and this context. It has nothing else to make them of, so the
look-ups that were noted are all that its pages depend on; nobody keeps a list of them by hand. Reading one
entry of a table notes that entry. Reading a table from end to end notes all of it, and so does reading a
field that is no table.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, fields, is_dataclass
from functools import partial
from pkgutil import resolve_name
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

from archive_builder.model import Archive, Document, Published, Record
from archive_builder.render.context import Context

Key = TypeVar("Key")
Value = TypeVar("Value")

LookUps = Mapping[str, tuple[str, ...]]
"""What was looked up: by the place of a table or field, the keys that were asked for, sorted."""
WHOLE = "*"
"""Stands for all keys of a table; no address has a star."""
_DOCUMENT = TypeAdapter(Document)


@dataclass(slots=True)
class Observer:
    """Hands out a context that notes what is looked up in it, and tells the digests of the answers."""

    known: Context
    digests: Mapping[str, str] = field(default_factory=dict)
    """Those of documents by their paths, as far as they are known."""
    context: Context = field(init=False)
    """Of the same look-ups; it notes each."""
    _noted: dict[str, set[str]] = field(init=False, default_factory=dict)
    _digests: dict[tuple[str, str], bytes] = field(init=False, default_factory=dict)
    _documents: dict[int, str] = field(init=False, default_factory=dict)
    """Digests of documents, by their identity: they are as old as the context."""
    _places: dict[str, object] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.context = cast(Context, self._observed(_Context, self.known, ""))

    def take(self) -> LookUps:
        """Return what was looked up since this was last asked."""
        noted = {
            place: (WHOLE,) if WHOLE in keys else tuple(sorted(keys))
            for place, keys in sorted(self._noted.items())
        }
        self._noted.clear()
        return noted

    def digest(self, asked: LookUps) -> str:
        """Return the digest of the answers to some look-ups."""
        found = hashlib.sha256()
        for place, keys in asked.items():
            for key in keys:
                found.update(self._digest(place, key))
        return found.hexdigest()

    def note(self, place: str, key: object) -> None:
        """Note that a table, or a field, was asked for a key."""
        self._noted.setdefault(place, set()).add(_told(key))

    def find(self, owner: object, place: str, name: str) -> object:
        """Return a field of an observed object, which notes what is asked of it."""
        value = getattr(owner, name)
        where = f"{place}{name}"
        if isinstance(value, Archive):
            return self._observed(_Archive, value, f"{where}.")
        if isinstance(value, Published):
            return self._observed(_Published, value, f"{where}.")
        if isinstance(value, Mapping):
            return Table(value, partial(self.note, where))
        self.note(where, WHOLE)
        return value

    def table(self, make: Callable[[Context], Mapping[Key, Value]]) -> Mapping[Key, Value]:
        """Return a table that pages share; made of the context itself, so what it is made of is not noted."""
        where = f"{make.__module__}:{make.__qualname__}"
        return Table(self.known.table(make), partial(self.note, where))

    def _observed(self, kind: type[_Observed], value: object, place: str) -> object:
        made = object.__new__(kind)
        made.__dict__.update(find=partial(self.find, value, place), found={}, observer=self)
        return made

    def _digest(self, place: str, key: str) -> bytes:
        if (place, key) not in self._digests:
            told = self._answer(place, key)
            self._digests[place, key] = hashlib.sha256(told.encode("utf-8", "surrogatepass")).digest()
        return self._digests[place, key]

    def _answer(self, place: str, key: str) -> str:
        """Return the answer to a look-up in words; what has none is told apart from all answers."""
        if place not in self._places:
            self._places[place] = self._by_told_keys(place)
        value = self._places[place]
        if key == WHOLE:
            return self._in_words(value)
        answers = cast(Mapping[str, object], value)
        return f"={self._in_words(answers[key])}" if key in answers else ""

    def _by_told_keys(self, place: str) -> object:
        """Return what stands at a place; a table by the words that its keys are noted by."""
        value: object
        if ":" in place:
            value = self.known.table(resolve_name(place))
        else:
            value = self.known
            for name in place.split("."):
                value = getattr(value, name)
        if isinstance(value, Mapping) and not all(isinstance(key, str) for key in value):
            return {_told(key): answer for key, answer in value.items()}
        return value

    def _in_words(self, value: object) -> str:
        """Return a value in words that are the same for the same value only; a document by its digest."""
        match value:
            case Document():
                return self._document(value)
            case str() | Record():
                return repr(value)
            case Mapping():
                return f"{{{self._joined(item for pair in value.items() for item in pair)}}}"
            case tuple() | list():
                return f"[{self._joined(value)}]"
            case Set():
                return f"({self._joined(sorted(value))})"
        if is_dataclass(value):
            parts = (getattr(value, each.name) for each in fields(value) if each.compare)
            return f"{type(value).__name__}({self._joined(parts)})"
        return repr(value)

    def _joined(self, values: Iterable[object]) -> str:
        return ",".join(map(self._in_words, values))

    def _document(self, document: Document) -> str:
        if document.path in self.digests:
            return self.digests[document.path]
        if id(document) not in self._documents:
            words = _DOCUMENT.dump_json(document, exclude_defaults=True)
            self._documents[id(document)] = hashlib.sha256(words).hexdigest()
        return self._documents[id(document)]


def _told(key: object) -> str:
    return key if isinstance(key, str) else repr(key)


class Table(Mapping[Key, Value]):
    """A table of look-ups that notes each key that it is asked for, also one that it does not have."""

    __slots__ = ("_answers", "_note")

    def __init__(self, answers: Mapping[Key, Value], note: Callable[[object], None]) -> None:
        self._answers = answers
        self._note = note

    def __getitem__(self, key: Key) -> Value:
        self._note(key)
        return self._answers[key]

    def get(self, key: Key, default: Any = None) -> Any:
        self._note(key)
        return self._answers.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return key in self._answers

    def __iter__(self) -> Iterator[Key]:
        self._note(WHOLE)
        return iter(self._answers)

    def __len__(self) -> int:
        self._note(WHOLE)
        return len(self._answers)


class _Observed:
    """Stands for another object: has its methods, and hands out its fields through the observer.

    The fields themselves are never set here, so that reading one always comes to `__getattr__`.
    """

    def __getattr__(self, name: str) -> object:
        found = self.__dict__["found"]
        if name in found:
            return found[name]
        value = self.__dict__["find"](name)
        if isinstance(value, Table | _Observed):  # these note by themselves what is asked of them
            found[name] = value
        return value


class _Archive(_Observed, Archive):
    """An archive whose tables note what they are asked for."""


class _Published(_Observed, Published):
    """The same of what was published before."""


class _Context(_Observed, Context):
    """The same of the look-ups of pages."""

    def table(self, make: Callable[[Context], Mapping[Key, Value]]) -> Mapping[Key, Value]:
        return cast(Observer, self.__dict__["observer"]).table(make)
