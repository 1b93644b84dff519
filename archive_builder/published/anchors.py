"""Which record of a document is which that was published: by its words, then by its number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from archive_builder.model import Action, Document, LockedAnchor, Question, Record
from archive_builder.model.record_kinds import RECORD_KINDS
from archive_builder.model.records import Vote
from archive_builder.published.fingerprints import digest, digest_of, fingerprint, likeness

_FAMILIES = {"minute": "decision"}
"""Anchors of one kind of record that begin with different words."""
_ANSWER = "answer"
_SAME_NUMBER = 0.5
"""Least likeness of the words of a record that keeps its number."""
_OTHER_NUMBER = 0.625
"""Least likeness of the words of a record that has another number than it had."""
_COMPARED = 250_000
"""Maximum number of pairs that are compared for likeness: more would make a long document slow."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The anchors of a document as it is now, compared with those that it was published with."""

    document: Document
    """With the anchors that its records were published with."""
    gone: tuple[LockedAnchor, ...]
    """Anchors that no record has any more, in the order of the text."""
    split: Mapping[str, str]
    """By the anchor of a record that was split in two, the anchor of its second part."""


def in_order(document: Document) -> list[Record]:
    """Return the records of a document in the order of its text."""
    return sorted(document.records, key=_position)


def _position(record: Record) -> tuple[int, int, int]:
    place = record.place
    return place.first, place.row or 0, place.start or 0


def words_of(record: Record) -> str:
    """Return the words by which a record is known again."""
    return record.text


def keep_anchors(document: Document, locked: Sequence[LockedAnchor]) -> Kept:
    """Return a document whose records have the anchors that they were published with.

    The same words keep their anchor whatever their number is now. A new record whose number was another's
    gets six digits of its fingerprint behind it.
    """
    records = in_order(document)
    known = [one for one in locked if family(one.anchor) != _ANSWER]
    matched, split = _match(known, records)
    taken = {one.anchor for one in locked} | _others(document)
    names: dict[str, str] = {}
    for at, record in enumerate(records):
        name = matched[at] if at in matched else _free(record, taken)
        taken.add(name)
        names[record.anchor] = name
    renamed = _renamed(document, names)
    there = {record.anchor for record in renamed.records}
    there |= {question.answer_anchor for question in renamed.questions if question.answer is not None}
    parts = {name: names[other] for name, other in split.items()}
    parts |= {one.anchor: one.other_part for one in locked if one.other_part}
    return Kept(
        renamed,
        tuple(one for one in locked if one.anchor not in there),
        {name: other for name, other in parts.items() if {name, other} <= there},
    )


def family(anchor: str) -> str:
    """Return the kind of record that an anchor is of, by its first word."""
    first = anchor.partition("-")[0]
    return _FAMILIES.get(first, first)


def _others(document: Document) -> set[str]:
    """Return the anchors on a document's page that are not those of records."""
    return {each.anchor for held in (document.headings, document.tables, document.figures) for each in held}


def _free(record: Record, taken: set[str]) -> str:
    if record.anchor not in taken:
        return record.anchor
    marked = f"{record.anchor}-{digest(words_of(record))[:6]}"
    return marked if marked not in taken else f"{marked}-{len(taken)}"


def _match(
    locked: Sequence[LockedAnchor], records: Sequence[Record]
) -> tuple[dict[int, str], dict[str, str]]:
    """Return the anchor of each record that is known again, by its place, and the second parts of split ones.

    A second part is named by the anchor that its number makes.
    """
    found: dict[int, str] = {}
    left = {one.anchor: one for one in locked}
    for at, anchor in _of_same_words(locked, records):
        found[at] = anchor
        del left[anchor]
    split = dict(_of_halves(left, records, found))
    for anchor, (first, _) in split.items():
        found[first] = anchor
        del left[anchor]
    for at, anchor in _of_same_number(left, records, found):
        found[at] = anchor
        del left[anchor]
    found |= _of_like_words(left, records, found)
    return found, {anchor: records[second].anchor for anchor, (_, second) in split.items()}


def _of_same_words(locked: Sequence[LockedAnchor], records: Sequence[Record]) -> Iterator[tuple[int, str]]:
    """Yield the records whose words an anchor was locked with; of several, those with its number first."""
    wanted: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in locked:
        wanted[family(one.anchor), digest_of(one.fingerprint)].append(one.anchor)
    if not wanted:
        return
    now: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, record in enumerate(records):
        key = (family(record.anchor), digest(words_of(record)))
        if key in wanted:
            now[key].append(at)
    for key, places in now.items():
        anchors = dict.fromkeys(wanted[key])
        others = []
        for at in places:
            if records[at].anchor in anchors:
                del anchors[records[at].anchor]
                yield at, records[at].anchor
            else:
                others.append(at)
        yield from zip(others, anchors, strict=False)


def _of_halves(
    left: Mapping[str, LockedAnchor], records: Sequence[Record], found: Mapping[int, str]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each anchor whose words are now those of two records one after the other."""
    wanted = {(family(one.anchor), digest_of(one.fingerprint)): one.anchor for one in left.values()}
    if not wanted:
        return
    of_family: dict[str, list[int]] = defaultdict(list)
    for at, record in enumerate(records):
        of_family[family(record.anchor)].append(at)
    used: set[int] = set()
    for kind, places in of_family.items():
        for first, second in pairwise(places):
            if used & {first, second} or first in found or second in found:
                continue
            joined = digest(f"{words_of(records[first])} {words_of(records[second])}")
            anchor = wanted.pop((kind, joined), "")
            if anchor:
                used |= {first, second}
                yield anchor, (first, second)


def _of_same_number(
    left: Mapping[str, LockedAnchor], records: Sequence[Record], found: Mapping[int, str]
) -> Iterator[tuple[int, str]]:
    """Yield the records that have their number still, and nearly their words."""
    if not left:
        return
    for at, record in enumerate(records):
        one = left.get(record.anchor) if at not in found else None
        if one and likeness(one.fingerprint, fingerprint(words_of(record))) >= _SAME_NUMBER:
            yield at, one.anchor


def _of_like_words(
    left: Mapping[str, LockedAnchor], records: Sequence[Record], found: Mapping[int, str]
) -> dict[int, str]:
    """Return the records that have another number and nearly their words, the likeliest pairs first."""
    places = [at for at in range(len(records)) if at not in found]
    if not left or len(left) * len(places) > _COMPARED:
        return {}
    pairs = []
    for at in places:
        made = fingerprint(words_of(records[at]))
        for one in left.values():
            if family(one.anchor) == family(records[at].anchor):
                pairs.append((-likeness(one.fingerprint, made), at, one.anchor))
    chosen: dict[str, int] = {}
    taken: set[int] = set()
    for unlike, at, anchor in sorted(pairs):
        if -unlike >= _OTHER_NUMBER and at not in taken and anchor not in chosen:
            chosen[anchor] = at
            taken.add(at)
    return {at: anchor for anchor, at in chosen.items()}


def _renamed(document: Document, names: Mapping[str, str]) -> Document:
    """Return a document whose records, and what they say of one another, have these anchors."""
    if all(before == after for before, after in names.items()):
        return document
    held: dict[str, Any] = {
        kind.held: tuple(_with_names(record, names) for record in kind.of(document)) for kind in RECORD_KINDS
    }
    return replace(document, **held)


def _with_names(record: Record, names: Mapping[str, str]) -> Record:
    changed: dict[str, Any] = {
        "anchor": names[record.anchor],
        "numbered": record.anchor if names[record.anchor] != record.anchor else "",
        "item": names.get(record.item, record.item),
    }
    if isinstance(record, Action):
        changed["questions"] = tuple(names.get(anchor, anchor) for anchor in record.questions)
    if isinstance(record, Vote):
        changed["decision"] = names.get(record.decision, record.decision)
    return replace(record, **changed)


def locked_anchors(document: Document) -> Iterator[tuple[str, str]]:
    """Yield each anchor of a document's records with its words, in the order of the text; answers too."""
    for record in in_order(document):
        yield record.anchor, words_of(record)
        if isinstance(record, Question) and record.answer is not None:
            yield record.answer_anchor, record.answer_text
