"""Which document is which that was published: by its file, its words, its name, its address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from archive_builder.model import Document, Lock, LockedDocument, addresses
from archive_builder.published.fingerprints import OF_DOCUMENT, digest_of, fingerprint, likeness

_ALIKE = 0.8
"""Least likeness of the words of a document that was changed, where its file or its meeting is the same."""
_COMPARED = 250_000
"""Maximum number of pairs that are compared for likeness."""
_DIGITS = 12
"""Number of digits of a file's SHA-256 that the lock holds."""


def words_of(document: Document) -> str:
    """Return the fingerprint of all words of a document."""
    return fingerprint(" ".join(block.text for block in document.blocks), OF_DOCUMENT)


def source_of(document: Document) -> str:
    """Return the digits by which a document's file is known again."""
    return document.source.sha256[:_DIGITS]


def find_published(documents: Sequence[Document], lock: Lock) -> dict[int, LockedDocument]:
    """Return what the lock says of each document that was published before, by the document's place.

    The documents have the addresses that the rules give them. Several may have one; then the first in the
    order of files is taken for the one that was published there.
    """
    return _Search(documents, lock).found()


class _Search:
    """The comparison of documents with a lock: the surest evidence first, each document and entry once."""

    def __init__(self, documents: Sequence[Document], lock: Lock) -> None:
        self._documents = documents
        self._left = {locked.address: locked for locked in lock.documents}
        self._found: dict[int, LockedDocument] = {}
        self._words: dict[int, str] = {}

    def found(self) -> dict[int, LockedDocument]:
        self._by_key(
            lambda at: (source_of(self._documents[at]), self._documents[at].position),
            lambda locked: (locked.source, locked.part),
            self._agrees_in_part,
        )
        if self._left:
            self._by_key(lambda at: digest_of(self._words_at(at)), lambda locked: digest_of(locked.words))
            self._by_key(
                lambda at: (source_of(self._documents[at]), self._documents[at].position),
                lambda locked: (locked.source, locked.part),
            )
            self._by_key(
                lambda at: (self._documents[at].source.file, self._documents[at].position),
                lambda locked: (locked.file, locked.part),
                self._is_same_file,
            )
            self._by_likeness()
            self._by_key(lambda at: self._documents[at].path, lambda locked: locked.address)
        return self._found

    def _words_at(self, at: int) -> str:
        if at not in self._words:
            self._words[at] = words_of(self._documents[at])
        return self._words[at]

    def _agrees_in_part(self, at: int, locked: LockedDocument) -> bool:
        """True for a whole file; a part of a pack must have its words, for the pack may be cut otherwise."""
        return not locked.part or digest_of(self._words_at(at)) == digest_of(locked.words)

    def _is_same_file(self, at: int, locked: LockedDocument) -> bool:
        if self._documents[at].path == locked.address:
            return True
        return likeness(self._words_at(at), locked.words) >= _ALIKE

    def _open(self) -> Iterator[int]:
        return (at for at in range(len(self._documents)) if at not in self._found)

    def _by_key(
        self,
        of_document: Callable[[int], Hashable],
        of_locked: Callable[[LockedDocument], Hashable],
        fits: Callable[[int, LockedDocument], bool] = lambda at, locked: True,
    ) -> None:
        """Take documents for entries of the lock that have the same key; entries that are gone come last."""
        wanted: dict[Hashable, list[LockedDocument]] = defaultdict(list)
        for locked in sorted(self._left.values(), key=lambda one: (one.gone is not None, one.address)):
            wanted[of_locked(locked)].append(locked)
        if not wanted:
            return
        for at in list(self._open()):
            entries = wanted.get(of_document(at), [])
            own = [one for one in entries if one.address == self._documents[at].path]
            chosen = next((one for one in (*own, *entries) if fits(at, one)), None)
            if chosen:
                entries.remove(chosen)
                self._take(at, chosen)

    def _by_likeness(self) -> None:
        """Take documents for the likest entries of their meeting: next month's agenda is like this one's."""
        places = list(self._open())
        if not self._left or len(places) * len(self._left) > _COMPARED:
            return
        pairs = [
            (-likeness(self._words_at(at), locked.words), at, locked.address)
            for at in places
            for locked in self._left.values()
            if is_at_home(locked.address, self._documents[at].path)
        ]
        for unlike, at, address in sorted(pairs):
            if -unlike >= _ALIKE and at not in self._found and address in self._left:
                self._take(at, self._left[address])

    def _take(self, at: int, locked: LockedDocument) -> None:
        self._found[at] = locked
        del self._left[locked.address]


def is_at_home(address: str, path: str) -> bool:
    """True if a document whose address would be `path` by the rules may stay at the address that it has.

    It may, unless its meeting is another: the address of a document begins with that of its meeting.
    """
    now, then = addresses.parse_meeting(path), addresses.parse_meeting(address)
    if now or then:
        return now == then
    return path.partition("/")[0] == address.partition("/")[0]
