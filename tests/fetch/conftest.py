"""A site to fetch from, and a folder to fetch into."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from archive_builder.fetch import Client, Listed, Manners, Outcome, Place, fetch
from tests.fetch.site import Site, serving

DAY = datetime.date(2026, 3, 4)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as site:
        yield site


@dataclass
class Archive:
    """An archive that fetches from a site."""

    site: Site
    folder: Path
    manners: Manners
    slept: list[float] = field(default_factory=list)
    most_bytes: int = 1_000_000
    own_hosts: list[str] = field(default_factory=lambda: ["127.0.0.1"])

    def fetch(self, *, day: datetime.date = DAY, dry_run: bool = False, **source: Any) -> Outcome:
        """Fetch from one source: the page of links at /minutes/ unless said otherwise."""
        given = {
            "name": "Parish",
            "kind": "page",
            "address": f"{self.site.address}/minutes/",
            "into": "parish",
        }
        listed = Listed.model_validate(given | source)
        place = Place(self.folder, self.most_bytes, day, dry_run)
        with Client("clerk@fennyhollow.example", self.own_hosts, self.manners) as client:
            return fetch([listed], client, place)

    def files(self) -> list[str]:
        """The documents, by their path below the sources folder."""
        found = (
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()
        )
        return sorted(name for name in found if not name.startswith("fetched/"))


@pytest.fixture
def archive(site: Site, tmp_path: Path) -> Archive:
    folder = tmp_path / "content"
    folder.mkdir()
    slept: list[float] = []
    manners = Manners(pause=0.01, wait_seconds=0.5, whole_seconds=1.0, sleep=slept.append)
    return Archive(site, folder, manners, slept)


@pytest.fixture
def codes() -> Callable[[Outcome], list[str]]:
    return lambda outcome: [problem.code for problem in outcome.problems]


def patient(archive: Archive, **changes: Any) -> Archive:
    """The archive with other manners."""
    archive.manners = replace(archive.manners, **changes)
    return archive
