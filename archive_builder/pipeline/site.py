"""Builds the site from the docs folder, without the documents whose pages MkDocs stops at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from archive_builder import publish, render, verify
from archive_builder.pipeline.docs_folder import Published, publish_docs
from archive_builder.pipeline.gathering import Gathered, link_readings
from archive_builder.problem import Problem, Severity
from archive_builder.removal.gate import Gate, check_folder
from archive_builder.run import left_out
from archive_builder.run.left_out import FailedStage, Readings
from archive_builder.run.watch import Watch
from archive_builder.settings import Settings


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was built, or not."""

    published: bool
    problems: tuple[Problem, ...]
    """All that was found wrong from the first stage to the last, sorted."""
    gathered: Gathered
    """What is published: without the files that were left out on the way."""
    explained: tuple[str, ...] = ()
    """Why the page that was asked for was made again, a line each."""
    size: publish.SiteSize | None = None
    """How large the site is, if it was built."""


BUILDING = "building the site"


def publish_site(
    written: Published,
    settings: Settings,
    places: publish.Places,
    watch: Watch | None = None,
    asked: str | None = None,
) -> Built:
    """Build the site from the docs folder; explain why the page that is `asked` for is made again.

    A file whose page MkDocs stops at is left out, with the problem left-out, and the rest is built.
    Reports large-site, and site-fault for each warning and error of MkDocs, at the document whose page it is about.
    Raises StageError where MkDocs stops at a page that no document explains, and LeakError.
    """
    watch = watch or Watch()
    outcome = _build(written, places, watch, asked)
    while outcome.broken and not outcome.published:
        kept = _without_broken_page(written, outcome, settings, publish.address(places))
        written = publish_docs(link_readings(kept, written.gathered.files), settings, places, watch=watch)
        outcome = _build(written, places, watch, asked)
    gathered = written.gathered
    files = {f"{document.path}index.md": document.source.file for document in gathered.archive.documents}
    faults = (_site_fault(fault, files) for fault in outcome.faults)
    large = _too_large(settings.limits.site_bytes, outcome.size) if outcome.size else ()
    problems = tuple(sorted({*written.problems, *faults, *large}))
    return Built(outcome.published, problems, gathered, outcome.explained, outcome.size)


def _too_large(limit: int, size: publish.SiteSize) -> Iterator[Problem]:
    """Report large-site, a warning, where a host may not take the site."""
    if size.bytes > limit:
        message = f"the site is {publish.megabytes(size.bytes)}, more than limits.site_bytes: {size.largest}"
        hint = (
            "write originals = false under [site], or publish it on a host that takes more and raise"
            " limits.site_bytes"
        )
        yield Problem("archive.toml", 1, "large-site", message, hint)


def _build(written: Published, places: publish.Places, watch: Watch, asked: str | None) -> publish.Outcome:
    """Run MkDocs. Raises LeakError, and leaves the old site, where redacted words stand in the new one."""
    as_of = written.gathered.archive.as_of
    with watch.stage(BUILDING):
        inspect, reached = partial(_inspect, written.gate), partial(watch.reached, BUILDING)
        whole = bool(written.gate.rules)  # then the gate looks through all files, not only the new ones
        return publish.build(written.configuration, places, as_of, inspect, asked, reached, whole=whole)


def _inspect(gate: Gate, site: Path, patch: publish.Patch | None) -> None:
    """Look through a site that is complete, then list its files: nothing is changed after that."""
    check_folder(gate, site)
    gate.passed.keep()
    if patch:
        verify.manifest.write(site, patch.site, patch.stays, patch.as_left)
    else:
        verify.manifest.write(site)


def _without_broken_page(
    written: Published, outcome: publish.Outcome, settings: Settings, address: str
) -> Readings:
    """Return the readings without the files that make MkDocs stop at a page."""

    def attempt(readings: Readings) -> None:
        gathered = link_readings(readings)
        for page in render.pages(gathered.archive, gathered.problems, settings, address):
            if page.file == outcome.broken:
                publish.convert(written.configuration, page)

    said = " ".join(fault.message for fault in outcome.faults)
    failure = FailedStage(f"building the page {outcome.broken}", RuntimeError(said))
    return left_out.without_culprits(written.gathered.readings, failure, attempt)


def _site_fault(fault: publish.Fault, files: Mapping[str, str]) -> Problem:
    """Return what MkDocs said as a problem of the document whose page it is about, if there is one."""
    file = files.get(fault.page, "")
    if file:
        hint = "the page is published; report this with the document"
    else:
        hint = "mend the page, or report it if the page is generated"
    return Problem(file or "mkdocs.yml", 1, "site-fault", fault.message, hint, Severity.ERROR)
