"""Who the printed names are: one person over many documents, with misprints joined if only one name fits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from rapidfuzz.fuzz import ratio

from archive_builder.link.shared_addresses import find_rivals, shared_address
from archive_builder.model import Document, Person, Place, Record, Role, addresses
from archive_builder.model.record_kinds import RECORD_KINDS, Field, FieldType, RecordKind
from archive_builder.problem import Report
from archive_builder.settings import Settings, Vocabulary
from archive_builder.text.names import Named, bare, resolve
from archive_builder.text.slugs import distinct_slugs
from archive_builder.text.spellings import spelling_key
from archive_builder.text.words import folded

_SPELLING = 88.0
"""Least similarity (0-100) of two spellings of one name part; measured on printed names."""

_ONE_PERSON = (
    "if they are one person, name one of them in archive.toml under [[people]], with the other in `also`"
)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A full name as one document prints it, with what stands beside it."""

    name: str
    document: str
    file: str
    line: int
    day: date | None
    role: str = ""
    organization: str = ""
    listed: bool = False


def identify_people(
    documents: Sequence[Document], settings: Settings, report: Report
) -> tuple[tuple[Document, ...], tuple[Person, ...]]:
    """Return the documents with the ids of their people, and all people by name.

    Reports shared-address for people who would have one address.
    """
    seen = [sight for document in documents for sight in _sights(document, settings.vocabulary)]
    same = _spellings(seen, settings)
    people = _people(seen, same, report)
    ids = {name: people[canonical].id for name, canonical in same.items() if canonical in people}
    named = tuple(_with_ids(document, ids, settings.vocabulary) for document in documents)
    return named, tuple(people[name] for name in sorted(people))


def _sights(document: Document, vocabulary: Vocabulary) -> Iterator[_Seen]:
    """Yield every full name in a document's records, with the role beside it."""
    for row in document.attendance:
        if _is_full(row.name, vocabulary):
            seen = _seen(row.name, document, row.place)
            yield replace(seen, role=row.role, organization=row.organization, listed=True)
    others = (
        (name, record.place)
        for kind in RECORD_KINDS
        for field in kind.fields
        if field.makes_people
        for record in kind.of(document)
        for name in field.names(record)
    )
    for name, place in others:
        if _is_full(name, vocabulary):
            yield _seen(name, document, place)


def _seen(name: str, document: Document, place: Place) -> _Seen:
    line = document.blocks[place.first].first
    return _Seen(name, document.path, document.source.file, line, document.date)


def _is_full(name: str, vocabulary: Vocabulary) -> bool:
    """True for a first name and a surname, capitalised; not for an office, a team or "Mr Lee"."""
    parts = name.split()
    return (
        2 <= len(parts) <= 5
        and len(bare(name, vocabulary).split()) > 1
        and all(part[:1].isupper() or part in ("de", "da", "van", "von", "al") for part in parts)
    )


def _spellings(seen: Sequence[_Seen], settings: Settings) -> dict[str, str]:
    """Return the main spelling of the person's name for each printed name."""
    printed = Counter(sight.name for sight in seen)
    same = {name: name for name in printed}
    for known in settings.people:
        for name in (known.name, *known.also):
            same[name] = known.name
    together = _in_one_list(seen)
    same = _joined(same, printed, together, {known.name for known in settings.people})
    listed = {sight.name for sight in seen if sight.listed} | set(same.values())
    namesakes = _namesakes(listed)
    for name in sorted(printed, key=lambda n: (printed[n], n)):
        if same[name] != name:
            continue
        others = [other for other in sorted(_sharing(name, namesakes)) if same.get(other) == other]
        near = [other for other in others if other != name and alike(name, other)]
        fitting = [other for other in near if (name, other) not in together]
        if len(fitting) == 1 and (printed[fitting[0]], fitting[0]) > (printed[name], name):
            same[name] = fitting[0]
    return {name: same.get(canonical, canonical) for name, canonical in same.items()}


def _joined(
    same: Mapping[str, str],
    printed: Mapping[str, int],
    together: Collection[tuple[str, str]],
    known: Collection[str],
) -> dict[str, str]:
    """Join names that differ only by accents, case and punctuation to the spelling printed most often.

    They stay apart where archive.toml names two of them (`known`), and where two that differ by an accent
    stand in one attendance list. A third spelling then fits both, and stays apart too.
    """
    spelt: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(same.values()):
        spelt[spelling_key(name)].append(name)
    best: dict[str, str] = {}
    for names in spelt.values():
        if sum(name in known for name in names) <= 1 and not _are_two(names, together):
            chosen = max(names, key=lambda n: (n in known, not n.isupper(), printed.get(n, 0), n))
            best.update(dict.fromkeys(names, chosen))
    return {name: best.get(canonical, canonical) for name, canonical in same.items()}


def _are_two(names: Sequence[str], together: Collection[tuple[str, str]]) -> bool:
    """True if one attendance list has two of these spellings, and they differ by an accent."""
    pairs = ((one, other) for one in names for other in names if one != other)
    return any(
        pair in together and spelling_key(pair[0], accents=True) != spelling_key(pair[1], accents=True)
        for pair in pairs
    )


def _namesakes(names: Iterable[str]) -> dict[tuple[int, str], set[str]]:
    """Return names by (0, first word) and by (-1, last word): similar names share one of the two."""
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    for name in names:
        words = name.casefold().split()
        found[0, words[0]].add(name)
        found[-1, words[-1]].add(name)
    return found


def _sharing(name: str, namesakes: Mapping[tuple[int, str], set[str]]) -> set[str]:
    words = name.casefold().split()
    return namesakes.get((0, words[0]), set()) | namesakes.get((-1, words[-1]), set())


def _in_one_list(seen: Iterable[_Seen]) -> set[tuple[str, str]]:
    """Return pairs of names in one attendance list: two people, however similar the names."""
    lists: dict[str, set[str]] = defaultdict(set)
    for sight in seen:
        if sight.listed:
            lists[sight.document].add(sight.name)
    return {(a, b) for names in lists.values() for a in names for b in names if a != b}


def alike(a: str, b: str) -> bool:
    """True if two names may be spellings of one: one part is equal and the other nearly so."""
    first_a, *_, last_a = a.casefold().split()
    first_b, *_, last_b = b.casefold().split()
    if first_a == first_b and ratio(last_a, last_b) >= _SPELLING:
        return True
    return last_a == last_b and ratio(first_a, first_b) >= _SPELLING


def _people(seen: Sequence[_Seen], same: dict[str, str], report: Report) -> dict[str, Person]:
    sights: dict[str, list[_Seen]] = defaultdict(list)
    for sight in seen:
        sights[same[sight.name]].append(sight)
    slugs = distinct_slugs(sights)
    for name, others in find_rivals(slugs).items():
        first, address = sights[name][0], addresses.person(slugs[name])
        report(shared_address(first.file, first.line, name, others, address, _ONE_PERSON))
    return {
        name: Person(
            id=addresses.person(slugs[name]),
            name=name,
            other_names=tuple(sorted({sight.name for sight in own} - {name})),
            roles=_roles(own),
        )
        for name, own in sights.items()
    }


def _roles(sights: Sequence[_Seen]) -> tuple[Role, ...]:
    """Return a person's roles with the first and last date of the documents that show each, oldest first."""
    days: dict[tuple[str, str], list[date]] = defaultdict(list)
    for sight in sights:
        if sight.role or sight.organization:
            days[sight.role, sight.organization] += [sight.day] if sight.day else []
    roles = [
        Role(
            role=role,
            organization=organization,
            first_seen=min(own, default=None),
            last_seen=max(own, default=None),
        )
        for (role, organization), own in days.items()
    ]
    return tuple(sorted(roles, key=lambda role: (role.first_seen or date.min, role.role, role.organization)))


def _with_ids(document: Document, ids: dict[str, str], vocabulary: Vocabulary) -> Document:
    listed = [Named(row.name, row.role, row.organization) for row in document.attendance]
    find = partial(_id_of, ids=ids, listed=listed, vocabulary=vocabulary)
    records: dict[str, Any] = {
        kind.held: tuple(_with_ids_of_names(record, kind, find) for record in kind.of(document))
        for kind in RECORD_KINDS
    }
    attendance = tuple(replace(row, person=ids.get(row.name, "")) for row in document.attendance)
    return replace(document, attendance=attendance, **records)


def _with_ids_of_names(record: Record, kind: RecordKind, find: Callable[[str, Field], str]) -> Record:
    """A record with the ids of the people that its fields name, one for each name."""
    found: dict[str, Any] = {}
    for field in kind.fields:
        if field.ids:
            known = tuple(find(name, field) for name in field.names(record))
            found[field.ids] = "".join(known) if field.type is FieldType.PERSON else known
    return replace(record, **found) if found else record


def _id_of(
    printed: str, field: Field, ids: Mapping[str, str], listed: Sequence[Named], vocabulary: Vocabulary
) -> str:
    """Return the id of the person whom a printed name means, or "" if it is not known who that is."""
    if field.described:
        return _presenter(printed, ids, vocabulary)
    if field.by_surname and (known := resolve(printed, listed, vocabulary)):
        return ids.get(known.name, "")
    return ids.get(folded(printed), "")


def _presenter(printed: str, ids: Mapping[str, str], vocabulary: Vocabulary) -> str:
    """Return the id of "Chief Inspector Ann Lee, Custody", or "" if nobody of that name is known."""
    return ids.get(bare(printed.partition(",")[0], vocabulary), "")
