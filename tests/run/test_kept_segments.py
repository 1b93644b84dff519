"""A segment of the search is made again where what it is made of has changed, and nowhere else."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from archive_builder import index
from archive_builder.index import partition
from archive_builder.model import Abbreviation, Archive, Asset, LifeLine, Person, Place, Role, Standing, Topic
from archive_builder.pipeline import kept_segments, kept_shares
from archive_builder.publish import Draft
from tests import factories
from tests.index.conftest import document

OLD = document(1, date(2019, 3, 1), "The nets of Quayside are mended by the Fenny Harbour Trust.")
NEW = document(2, date(2020, 5, 1), "The lamps of the quay are lit.")
NEWER = document(3, date(2020, 6, 1), "The gate is painted.")
ARCHIVE = Archive(documents=(OLD, NEW))


class Builds:
    """Builds of the search, one after the other, into one folder."""

    def __init__(self, docs: Path) -> None:
        self.docs = docs
        self.rows: dict[str, bytes] = {}
        self.laid = 0

    def lay(self, files: Generator[Asset]) -> Iterator[Draft]:
        for file in files:
            place = self.docs / file.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.content)
            yield Draft(file.path, file.path, hashlib.sha256(file.content).digest(), None)

    def build(self, archive: Archive) -> dict[str, bytes]:
        """Return the files of the search after a build."""
        digests = kept_shares.digests_of_documents(archive)
        units = list(kept_segments.drafts(archive, digests, self.rows, self.docs, self.lay))
        self.rows = {name: row for name, row, _ in units if name}
        return {draft.path: (self.docs / draft.path).read_bytes() for *_, made in units for draft in made}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the segments that are made, as they are made; small archives have two."""
    monkeypatch.setattr(partition, "FEW", 0)
    names: list[str] = []
    sound = index.segment

    def noted(part: index.Part) -> index.Segment:
        names.append(part.name)
        return sound(part)

    monkeypatch.setattr(index, "segment", noted)
    return names


@pytest.fixture
def builds(tmp_path: Path, made: list[str]) -> Builds:
    builds = Builds(tmp_path)
    builds.build(ARCHIVE)
    assert made == ["base", "recent"]
    made.clear()
    return builds


def check(builds: Builds, archive: Archive) -> None:
    """A build leaves what a first one would."""
    assert builds.build(archive) == {asset.path: asset.content for asset in index.assets(archive)}


def abbreviation(short: str, meaning: str, of: str = NEWER.path) -> Abbreviation:
    return Abbreviation(short=short, meaning=meaning, documents=(of,))


def test_nothing_is_made_of_the_same(builds: Builds, made: list[str]) -> None:
    builds.build(ARCHIVE)
    assert made == []


def test_a_new_document_makes_the_recent_segment_alone(builds: Builds, made: list[str]) -> None:
    archive = replace(ARCHIVE, documents=(OLD, NEW, NEWER))
    builds.build(archive)
    assert made == ["recent"]
    check(builds, archive)


def test_a_new_acronym_leaves_a_segment_that_has_none_of_its_words(builds: Builds, made: list[str]) -> None:
    archive = replace(ARCHIVE, glossary=(abbreviation("GPB", "Gate Painting Board"),))
    builds.build(archive)
    assert made == []
    check(builds, archive)


@pytest.mark.parametrize(
    "known",
    [
        pytest.param((abbreviation("FHT", "Fenny Harbour Trust"),), id="its meaning is there"),
        pytest.param((abbreviation("Quayside", "Gate Painting Board"),), id="it is there itself"),
    ],
)
def test_a_new_acronym_makes_the_segment_that_has_its_words(
    known: tuple[Abbreviation, ...], builds: Builds, made: list[str]
) -> None:
    archive = replace(ARCHIVE, glossary=known)
    builds.build(archive)
    assert made == ["base"]
    check(builds, archive)


def test_a_second_meaning_makes_the_segment_that_had_the_first(builds: Builds, made: list[str]) -> None:
    first = abbreviation("FHT", "Fenny Harbour Trust")
    builds.build(replace(ARCHIVE, glossary=(first,)))
    made.clear()
    archive = replace(ARCHIVE, glossary=(abbreviation("FHT", "Fine Hat Trade"), first))
    builds.build(archive)
    assert made == ["base"]
    check(builds, archive)


def test_topics_and_people_make_the_segments_that_they_are_in(builds: Builds, made: list[str]) -> None:
    nets = Topic(slug="nets", name="Nets", words=("nets",))
    archive = replace(ARCHIVE, topics=(nets,), about={OLD.path: ("nets",)})
    builds.build(archive)
    assert made == ["base"]
    made.clear()
    archive = replace(archive, people=(Person(id="people/ann-lee/", name="Ann Lee"),))
    builds.build(archive)
    assert made == ["recent"]
    check(builds, archive)


def test_what_newer_papers_tell_of_people_and_promises_leaves_the_older_segment(
    builds: Builds, made: list[str]
) -> None:
    action = factories.action("action-1", Place(0, 0), "Mend the nets.", owner_ids=("people/ann-lee/",))
    old = replace(OLD, actions=(action,))

    def seen(day: date) -> Archive:
        role = Role(role="Chair", organization="", first_seen=OLD.date, last_seen=day)
        line = LifeLine(origin=old.id_of(action), standing=Standing.OPEN, steps=(), since=OLD.date, until=day)
        person = Person(id="people/ann-lee/", name="Ann Lee", roles=(role,))
        return Archive(documents=(old, NEW), people=(person,), lifelines={line.origin: line})

    builds.build(seen(date(2020, 5, 1)))
    made.clear()
    builds.build(seen(date(2020, 6, 1)))
    assert made == ["recent"]
    check(builds, seen(date(2020, 6, 1)))


def test_a_segment_whose_files_were_touched_is_made_again(builds: Builds, made: list[str]) -> None:
    next((builds.docs / "search" / "base").glob("c-*.bin")).unlink()
    builds.build(ARCHIVE)
    assert made == ["base"]


def test_a_damaged_record_counts_as_none(builds: Builds, made: list[str]) -> None:
    builds.rows["base"] = b"no record"
    builds.build(ARCHIVE)
    assert made == ["base"]
