"""The site: MkDocs run on a configuration."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryFile, mkdtemp

import markdown
from mkdocs.config import load_config

from archive_builder.model import Page
from archive_builder.page_builder import progress as page_progress
from archive_builder.publish import joining, scripts, standing
from archive_builder.publish.places import MARKER, Places
from archive_builder.publish.size import SiteSize, size_of
from archive_builder.publish.standing import Patch


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a run of MkDocs."""

    published: bool
    """True if the site was built, possibly with faults."""
    faults: tuple[Fault, ...] = ()
    """MkDocs' warnings and errors."""
    broken: str = ""
    """The page that MkDocs stopped at, below the docs folder; "" if it built all or names none."""
    explained: tuple[str, ...] = ()
    """Why the page that was asked for was made again, a line each."""
    size: SiteSize | None = None
    """How large the site is, if it was built."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A warning or an error of MkDocs."""

    message: str
    """A line, without MkDocs' own prefix."""
    page: str = ""
    """The page it is about, below the docs folder: `meetings/pab/2025-03-18/notes/index.md`."""


def build(
    configuration: Path,
    places: Places,
    as_of: date | None,
    inspect: Callable[[Path, Patch | None], None] = lambda _, patch: None,
    asked: str | None = None,
    reached: Callable[[int, int], None] = lambda done, pages: None,
    *,
    whole: bool = False,
) -> Outcome:
    """Run MkDocs in strict mode; a fault in a page does not keep the site from being built.

    Pages that have not changed are taken from the last site (`page_builder`).

    The site is built in a temporary folder and replaces the old one when it is complete; until then, and
    if MkDocs fails, the old one stays. `as_of`, the day of the archive's newest document, is the only
    date in the site, so that the same sources give the same bytes. `inspect` is called with the folder of
    the new site before it replaces the old one, and with what stays of the old one, or None where all is in
    the new one: always, if `whole` is asked for. What it raises keeps the old site. `asked` is the page, by its
    address or source, of which the outcome explains why it was made again. `reached` is told how many pages
    are made, and of how many.
    """
    places.site.mkdir(parents=True, exist_ok=True)
    (places.site / MARKER).write_text("The site, written by `archive build`.\n", encoding="utf-8")
    record = configuration.with_suffix(".site")
    left = {} if whole else standing.read(record)
    with _aside(places.site) as (new, old):
        stays = old / ".stays"
        options = [] if asked is None else ["--explain", asked]
        options += ["--stays", str(stays)] if left else []
        done = _run(_command(configuration, new, places.site, options), _environment(as_of), reached)
        # The site is whole when MkDocs stops only because it was asked to be strict.
        published = done.returncode == 0 or "in strict mode!" in done.stdout + done.stderr
        if published:
            _finish(new)
            patch = standing.find_patch(places.site, new, stays, left)
            try:
                inspect(new, patch)
            except BaseException:
                _kept_pages(configuration).unlink(missing_ok=True)  # they must not be published
                raise
            record.unlink(missing_ok=True)  # until all is in place
            _put_in_place(places.site, new, old, patch)
            size = size_of(standing.note(record, places.site).items())
            return replace(_outcome(done, published), size=size)
    return _outcome(done, published)


def _put_in_place(site: Path, new: Path, old: Path, patch: Patch | None) -> None:
    """Put a new site in the place of the last one: file by file where some of that stays, else as a whole."""
    if patch:
        standing.put_in_place(patch, new)
    else:
        _replace_site(site, new, old)


def _kept_pages(configuration: Path) -> Path:
    """Return the file in which the page builder keeps what its pages were made from."""
    return configuration.with_suffix(".pages")


def _command(configuration: Path, new: Path, site: Path, options: Sequence[str]) -> Sequence[str]:
    kept = _kept_pages(configuration)
    return [*_MKDOCS, str(configuration), str(new.resolve()), str(site.resolve()), str(kept), *options]


def _finish(new: Path) -> None:
    """Make the scripts and styles of a site smaller and fewer."""
    scripts.lighten(new)
    joining.join(new / "assets")
    joining.join_styles(new / "assets" / "style")


def _run(
    command: Sequence[str], environment: Mapping[str, str], reached: Callable[[int, int], None]
) -> subprocess.CompletedProcess[str]:
    """Run the page builder; return what it printed, without how far it was, and what it said."""
    printed: list[str] = []
    with (
        TemporaryFile("w+", encoding="utf-8") as said,
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=said, text=True) as process,
    ):
        for line in process.stdout or ():
            progress = page_progress.read(line)
            if progress:
                reached(*progress)
            else:
                printed.append(line)
        code = process.wait()
        said.seek(0)
        return subprocess.CompletedProcess(command, code, "".join(printed), said.read())


def _outcome(done: subprocess.CompletedProcess[str], published: bool) -> Outcome:
    """Return what MkDocs said, of the site and of the page that was asked for."""
    explained = tuple(done.stdout.splitlines())
    if done.returncode == 0:
        return Outcome(published=True, explained=explained)
    faults = tuple(_fault(match["fault"]) for match in map(_FAULT.match, done.stderr.splitlines()) if match)
    last_words = done.stderr.strip().splitlines()[-1:] or ["MkDocs stopped without a message"]
    broken = "" if published else next(filter(None, map(_stopped_at, faults)), "")
    return Outcome(published, faults or tuple(map(Fault, last_words)), broken, explained)


def convert(configuration: Path, page: Page) -> None:
    """Convert a page's Markdown to HTML as MkDocs does, only to see whether that raises an exception."""
    config = load_config(str(configuration))
    extensions, settings = config.markdown_extensions, config.mdx_configs
    markdown.Markdown(extensions=extensions, extension_configs=settings).convert(page.body)


_MKDOCS = (sys.executable, "-m", "archive_builder.page_builder")


_ASIDE = (".new", ".old")
"""How the names of the folders begin in which the new and the old site lie while one replaces the other."""


@contextmanager
def _aside(site: Path) -> Iterator[tuple[Path, Path]]:
    """Make two empty folders for the new and the old site, and remove them at the end.

    They are in the site's own folder, so that files can be renamed even if that folder is a disk of its
    own. No two builds share their names: what a killed build started may still write for a moment.
    """
    for left in [path for path in site.iterdir() if path.name.startswith(_ASIDE)]:
        shutil.rmtree(left, ignore_errors=True)  # of a build that was stopped
    new, old = (Path(mkdtemp(prefix=f"{begin}-", dir=site)) for begin in _ASIDE)
    try:
        yield new, old
    finally:
        for folder in (new, old):
            shutil.rmtree(folder, ignore_errors=True)


def _replace_site(site: Path, new: Path, old: Path) -> None:
    """Replace the old site by the new one, one name after the other: the sitemap is among the last."""
    standing = {path.name for path in site.iterdir() if not path.name.startswith(".")}
    built = {path.name for path in new.iterdir()}
    for name in sorted(standing | built):
        if name in standing:
            (site / name).rename(old / name)
        if name in built:
            (new / name).rename(site / name)


_FAULT = re.compile(r"(?:WARNING|ERROR|CRITICAL) *- +(?P<fault>.+)")
"""A line of MkDocs' log that reports a fault."""


_PAGE = re.compile(r"'(?P<page>[^']+\.md)'")
"""How MkDocs names a page in a message: the first one is the page that the message is about."""
_STOPPED_AT = re.compile(r"Error (?:building|reading) page '")


def _fault(message: str) -> Fault:
    named = _PAGE.search(message)
    return Fault(message, named["page"] if named else "")


def _stopped_at(fault: Fault) -> str:
    return fault.page if _STOPPED_AT.match(fault.message) else ""


def _environment(as_of: date | None) -> Mapping[str, str]:
    day = as_of or date(2000, 1, 1)
    seconds = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    return {
        # Clamped to what a gzip header holds: dates are read from documents, and may be misprints.
        "SOURCE_DATE_EPOCH": str(min(max(0, seconds), 2**32 - 1)),
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
    }
