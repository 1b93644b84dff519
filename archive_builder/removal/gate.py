"""The gate: before anything is put in its place, no file of a build holds words that are redacted.

Each file is unpacked (`unpack`) and searched for every redaction in all its spellings (`spellings`), and its
path too. The words and terms of the search index are held against those of the redacted words that stand
nowhere else in the archive. What is found is named by its place, never by its words.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from archive_builder import index
from archive_builder.index import terms
from archive_builder.model import Archive, Asset, Document, Page, Redaction
from archive_builder.problem import Problem, Severity
from archive_builder.publish import content_of
from archive_builder.removal import unpack
from archive_builder.removal.passed import Passed
from archive_builder.removal.redact import may_hold, redact_text
from archive_builder.removal.spellings import find, fold, letters
from archive_builder.sources import SourceFile

Rule = tuple[Redaction, tuple[str, ...]]
"""A redaction, and the addresses below which it holds; none where it holds everywhere."""


class LeakError(Exception):
    """Redacted words stand in what was to be published; nothing is."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("redacted words stand in what was to be published")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Gate:
    """What must stand nowhere, and what was looked through already."""

    rules: tuple[Rule, ...]
    words: frozenset[str]
    """Words and stems of redacted words that stand nowhere in the archive."""
    passed: Passed = field(default_factory=Passed)
    _told: bytes = field(init=False, default=b"")
    """All that is looked for, in words."""

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "_told", repr((self.rules, sorted(self.words))).encode("utf-8", "surrogatepass")
        )

    def leaks(self, path: str, data: bytes) -> tuple[Problem, ...]:
        """Return a problem for each redaction whose words a file holds, or its path."""
        if not self.rules:
            return ()
        digest = hashlib.sha256(b"\0".join((self._told, path.encode(), data))).digest()
        if digest in self.passed:
            return ()
        found = tuple(self._leaks(path, data))
        if not found:
            self.passed.add(digest)
        return found

    def _leaks(self, path: str, data: bytes) -> Iterator[Problem]:
        rules = [redaction for redaction, below in self.rules if not below or path.startswith(below)]
        texts = list(unpack.texts(path, data)) if rules else []
        for text in (path, *texts):
            held = letters(text)
            folded = None
            for redaction in rules:
                if may_hold(held, redaction):
                    folded = folded or fold(text)
                    span = next(find(folded, held, redaction), None)
                    if span:
                        rules = [other for other in rules if other is not redaction]
                        line = text.count("\n", 0, span[0]) + 1 if text is not path else 1
                        yield self._leak(path, line, redaction)
        if self.words.intersection(index.words_of(path, data) or unpack.terms(data)):
            yield self._leak(path, 1, None)

    def _leak(self, path: str, line: int, redaction: Redaction | None) -> Problem:
        shown = redact_text(path, (each for each, _ in self.rules))
        asked = f"words of {redaction.origin}" if redaction else "a redacted word"
        hint = _HINT_OF_DOCUMENT if redaction and redaction.is_of_document else _HINT
        return Problem(shown, line, "redacted-words", f"{asked} would be published", hint, Severity.ERROR)


_HINT = (
    "find the words in what this is made of (a page by hand, a setting, a correction, an original), and take"
    " them out"
)
_HINT_OF_DOCUMENT = (
    "if they are from another document, move the entry to content/redactions.yml, or write `only_here: true`"
    " into it where others may have the words; else take them out of corrections, settings and pages by hand"
)


def gate(archive: Archive, files: Iterable[SourceFile], passed: Passed | None = None) -> Gate:
    """Return the gate of a build: all that is redacted in its files. `passed` is what it need not look through."""
    wanted: dict[Redaction, set[str]] = {}
    for source in files:
        for redaction in source.redactions:
            wanted.setdefault(redaction, set()).add(source.file)
    pages: dict[str, list[str]] = {}
    for document in archive.documents if wanted else ():
        held = (document.path, *([document.source.original] if document.source.original else ()))
        pages.setdefault(document.source.file, []).extend(held)
    rules: list[Rule] = []
    for redaction, sources in wanted.items():
        below = tuple(page for file in sorted(sources) for page in pages.get(file, ()))
        if not redaction.only_here:
            rules.append((redaction, ()))
        elif below:
            rules.append((redaction, below))
    everywhere = [redaction for redaction in wanted if not redaction.only_here]
    return Gate(tuple(rules), _words_nowhere_else(archive, everywhere), passed or Passed())


def _words_nowhere_else(archive: Archive, redactions: Iterable[Redaction]) -> frozenset[str]:
    """Return the words and stems of redactions that no published text has."""
    secret = {
        terms.fold(word)
        for redaction in redactions
        for words in (redaction.passage, redaction.name, *redaction.also)
        for word in terms.split(words)
        if not word.isdigit()
    }
    secret -= terms.STOP_WORDS
    if not secret:
        return frozenset()
    beginnings = "|".join(sorted({re.escape(word[:_BEGINNING]) for word in secret}))
    alike = re.compile(rf"(?<![^\W_])(?:{beginnings})[^\W_]*")
    public = {word for text in _public(archive) for word in alike.findall(terms.plain(text).lower())}
    stems = {terms.stem(word) for word in secret} - {terms.stem(word) for word in public}
    # A stem of fewer letters than its words have in common is that of others too: "Ines" and "in".
    return frozenset((secret - public) | {stem for stem in stems if len(stem) >= _BEGINNING})


_BEGINNING = 3
"""Letters that words of one stem have in common, at least."""


def _public(archive: Archive) -> Iterator[str]:
    for document in archive.documents:
        yield from _of_document(document)
    yield from (f"{body.name} {body.short}" for body in archive.bodies)
    yield from (name for person in archive.people for name in (person.name, *person.other_names))
    yield from (f"{topic.name} {topic.about}" for topic in archive.topics)


def _of_document(document: Document) -> Iterator[str]:
    yield f"{document.title} {document.source.file}"
    yield from (block.all_words for block in document.blocks)


def leaks_of_originals(gate: Gate, archive: Archive, files: Iterable[SourceFile]) -> Iterator[Problem]:
    """Yield a problem for each redaction whose words an original holds that is to be published."""
    sources = {source.file: source for source in files} if gate.rules else {}
    originals = {each.source.original: each.source for each in archive.documents if each.source.original}
    for address, source in sorted(originals.items()):
        if source.file in sources and sources[source.file].original.is_file():
            yield from gate.leaks(address, sources[source.file].original.read_bytes())


def leaks_of_cache(
    gate: Gate, entries: Iterable[tuple[Path, str, bytes]], files: Iterable[SourceFile]
) -> Iterator[Problem]:
    """Yield a problem for each redaction whose words the cache holds; the entry is removed.

    `entries` are files with the name of the source they are of, and unpacked. What is redacted in one
    document alone is looked for in the entry of that document.
    """
    redacted = {source.file: source.redactions for source in files}
    in_all = tuple(each for each, _ in gate.rules if not each.is_of_document)
    for path, name, outcome in entries if gate.rules else ():
        rules = tuple((each, ()) for each in redacted.get(name, in_all))
        here = Gate(rules, frozenset(), gate.passed)
        leaks = here.leaks(f"{path.parent.name}/{path.name}", outcome)
        if leaks:
            path.unlink(missing_ok=True)
            yield from leaks


def checked(gate: Gate, files: Iterable[Page | Asset], found: list[Problem]) -> Iterator[Page | Asset]:
    """Yield the files that a build makes; add a problem to `found` for each redaction whose words one holds."""
    for file in files:
        if gate.rules:
            path = file.file if isinstance(file, Page) else file.path
            found += gate.leaks(path, content_of(file))
        yield file


def check_folder(gate: Gate, folder: Path) -> None:
    """Look through every file below a folder. Raises LeakError."""
    if gate.rules:
        raise_leaks(
            problem
            for path in sorted(folder.rglob("*"))
            if path.is_file()
            for problem in gate.leaks(path.relative_to(folder).as_posix(), path.read_bytes())
        )


def raise_leaks(problems: Iterable[Problem]) -> None:
    """Raise LeakError if there are any problems."""
    found = tuple(sorted(set(problems)))
    if found:
        raise LeakError(found)
