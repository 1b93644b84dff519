"""Writes the docs folder: originals, pages, feeds, search and data, if the gate lets them through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from archive_builder import publish
from archive_builder.model import Asset
from archive_builder.pipeline import kept_shares, making
from archive_builder.pipeline.gathering import Gathered, link_readings
from archive_builder.pipeline.shares import WRITING, Making
from archive_builder.problem import Problem
from archive_builder.removal import passed as passed_before
from archive_builder.removal import private
from archive_builder.removal.gate import Gate, leaks_of_cache, leaks_of_originals, raise_leaks
from archive_builder.removal.gate import gate as make_gate
from archive_builder.run import left_out
from archive_builder.run.cache import Cache
from archive_builder.run.left_out import FailedStage, Readings
from archive_builder.run.watch import Watch
from archive_builder.settings import Settings

ORIGINALS = "copying the originals"


@dataclass(frozen=True, slots=True)
class Published:
    """A docs folder that was written."""

    configuration: Path
    """The MkDocs configuration that builds it."""
    problems: tuple[Problem, ...]
    """All that was found wrong so far, sorted."""
    gathered: Gathered
    """What is published: what was gathered, without the files that were left out on the way."""
    gate: Gate
    """What must not stand in the site that is made of it."""


def publish_docs(
    gathered: Gathered,
    settings: Settings,
    places: publish.Places,
    cache: Cache | None = None,
    watch: Watch | None = None,
    keep: bool = False,
) -> Published:
    """Write the docs folder. With `keep`, what was made of the same by the last build is not made again.

    Reports left-out for a file that a stage fails over. Raises publish.RefusedError where files of
    somebody else are in the way, LeakError where redacted words stand in anything that would be published
    or is kept in the `cache`, and StageError.
    """
    faults: list[Problem] = []
    look = publish.find_appearance(settings.site, places.handwritten, faults.append)
    kept = publish.configuration_path(places).with_suffix(".made") if keep else None
    program = bytes.fromhex(kept_shares.key(()))
    passed = passed_before.read(kept.with_suffix(".passed") if kept else None, program)
    while True:
        gate = make_gate(gathered.archive, gathered.files, passed)
        try:
            found = _write(gathered, settings, places, gate, cache, look.assets, watch or Watch(), kept)
            break
        except FailedStage as failure:
            gathered = _without_culprits(gathered, failure, settings, publish.address(places))
    passed.keep()
    site = settings.site
    names = {"site_name": site.name, "site_description": site.description, "extra": look.extra}
    problems = tuple(sorted({*gathered.problems, *found, *faults}))
    return Published(publish.configure(places, names), problems, gathered, gate)


def _without_culprits(gathered: Gathered, failure: FailedStage, settings: Settings, address: str) -> Gathered:
    """Return the archive without the files that a stage fails over."""

    def attempt(readings: Readings) -> None:
        tried = link_readings(readings)
        making.run_stage(failure.stage, Making(tried.archive, tried.problems, settings, address))

    kept = left_out.without_culprits(gathered.readings, failure, attempt)
    return link_readings(kept, gathered.files)


def _write(
    gathered: Gathered,
    settings: Settings,
    places: publish.Places,
    gate: Gate,
    cache: Cache | None,
    look: Iterable[Asset],
    watch: Watch,
    kept: Path | None,
) -> tuple[Problem, ...]:
    """Write originals and pages, if the gate lets them through; return what was found wrong on the way."""
    found: list[Problem] = []
    files = {source.file: source.original for source in gathered.files}
    with watch.stage(ORIGINALS):
        leaks = list(leaks_of_cache(gate, cache.entries() if cache else (), gathered.files))
        of_originals = list(leaks_of_originals(gate, gathered.archive, gathered.files))
        if of_originals:  # before they are copied
            raise_leaks([*leaks, *of_originals])
        reached = partial(watch.reached, ORIGINALS)
        archive = publish.copy(places, gathered.archive, files, found.append, reached)
    problems = tuple(sorted(private.published({*gathered.problems, *found})))
    originals = {document.source.original for document in archive.documents} - {""}
    parts = Making(archive, problems, settings, publish.address(places), tuple(look), tuple(leaks), kept)
    try:
        with watch.stage(making.MAKING):
            publish.write_drafts(places, partial(making.drafts, parts, places.docs, gate, watch), originals)
    except publish.SharedAddressError as error:
        raise FailedStage(WRITING, error) from error
    return tuple(found)
