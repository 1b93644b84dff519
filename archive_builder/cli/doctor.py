"""`archive doctor`: what an archive is built with, what it changes of the program's own, and what needs a hand."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import click

from archive_builder import __version__, lang, publish, settings
from archive_builder.cli import say
from archive_builder.cli.job import DONE, FAULTY, required_repository
from archive_builder.publish.standing_pages import is_taken_over
from archive_builder.read import missing_for_recognition
from archive_builder.run.office import office_program
from archive_builder.starter.record import read_record
from archive_builder.theme import FOLDER as THEME

_LIBRARIES = ("mkdocs", "mkdocs-material", "pdfplumber", "mammoth")


@dataclass(frozen=True, slots=True)
class Limit:
    """What a host takes, as its documentation says."""

    host: str
    site_bytes: int
    files: int | None = None
    file_bytes: int | None = None


LIMITS = (
    Limit("GitHub Pages", 1_000_000_000),
    Limit("GitLab Pages", 1_000_000_000),
    Limit("Cloudflare Pages", 10**15, files=20_000, file_bytes=25 * 2**20),
)
"""Hosts that take no more than so much. Each can be changed by the host at any time."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A line of the doctor's report."""

    text: str
    todo: str = ""
    """What to do; "" if nothing has to be done."""


def doctor() -> int:
    """Print what was found; return the exit status: 1 if there is something to do."""
    root = required_repository()
    findings = [*_versions(root), *_programs(), *_settings(root), *_own_pages(root), *_size(root)]
    for finding in findings:
        click.echo(f"{'!' if finding.todo else ' '} {finding.text}")
        if finding.todo:
            click.echo(f"  -> {finding.todo}")
    wanting = sum(1 for finding in findings if finding.todo)
    click.echo(f"{say.counted(wanting, 'thing')} to do" if wanting else "nothing to do")
    return FAULTY if wanting else DONE


def _versions(root: Path) -> Iterator[Finding]:
    yield Finding(f"archive-builder {__version__}, Python {platform.python_version()}")
    yield Finding(", ".join(f"{library} {metadata.version(library)}" for library in _LIBRARIES))
    try:
        begun = read_record(root)
    except ValueError:
        return  # not begun by `archive new`
    if begun.version != __version__:
        todo = "run: archive upgrade"
        yield Finding(f"the archive's own files are as version {begun.version} wrote them", todo)


def _programs() -> Iterator[Finding]:
    """Say which programs of the system are there: none is needed but for some documents."""
    office = office_program()
    yield Finding(f"old Word files (.doc, .rtf): {office or 'not read, for LibreOffice is not installed'}")
    missing = missing_for_recognition()
    said = f"not possible without {' and '.join(missing)}" if missing else "possible"
    yield Finding(f"text recognition of scanned pages: {said}")


def _settings(root: Path) -> Iterator[Finding]:
    path = root / "archive.toml"
    try:
        own = settings.load(path)
    except settings.SettingsError as error:
        yield Finding(str(error), f"mend {path.name} as it says; docs/maintaining/settings.md lists all keys")
        return
    yield Finding(f"{own.site.name}: bodies named in archive.toml: {len(own.bodies)}")
    if own.ocr == "missing" and missing_for_recognition():
        todo = 'pip install "archive-builder[ocr]", and install Tesseract'
        yield Finding("archive.toml asks for text recognition, which is not possible here", todo)


def _own_pages(root: Path) -> Iterator[Finding]:
    """Say what the archive has of its own in the place of the program's."""
    places = publish.Places(root=root, docs=root / "docs", site=root / "site")
    pages = [name for name in lang.standing_pages() if (root / "docs" / name).is_file()]
    taken = [name for name in pages if is_taken_over(root / "docs" / name)]
    if taken:
        yield Finding(f"pages of your own in docs/: {', '.join(taken)}")
    try:
        folders = publish.theme_folders(places)
    except publish.RefusedError as error:
        yield Finding(str(error), "mend mkdocs.yml")
        return
    for folder in folders:
        names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
        for name in names:
            yield Finding(f"{folder.name}/{name} {_takes_the_place_of(name)}")


def _takes_the_place_of(name: str) -> str:
    if (THEME / name).is_file():
        return "takes the place of the program's: compare the two after an upgrade"
    return "is added to the site"


def _size(root: Path) -> Iterator[Finding]:
    """Say how large the site is, and which host would not take it."""
    size = publish.measure(root / "site")
    if not size.files:
        yield Finding("the site has not been built yet")
        return
    yield Finding(f"site: {publish.megabytes(size.bytes)} in {say.counted(size.files, 'file')}")
    yield from _over_limits(size.bytes, size.files, size.largest_file)


def _over_limits(total: int, files: int, largest: int, limits: Iterable[Limit] = LIMITS) -> Iterator[Finding]:
    way_out = "publish elsewhere, or leave the originals out: originals = false under [site] in archive.toml"
    for limit in limits:
        if total > limit.site_bytes:
            yield Finding(f"{limit.host} takes {limit.site_bytes / 1e6:,.0f} MB at most", way_out)
        if limit.files is not None and files > limit.files:
            yield Finding(f"{limit.host} takes {limit.files:,} files at most", "publish elsewhere")
        if limit.file_bytes is not None and largest > limit.file_bytes:
            yield Finding(f"{limit.host} takes no file over {limit.file_bytes / 2**20:,.0f} MB", way_out)
