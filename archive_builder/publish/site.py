"""The site: MkDocs' configuration for a build, and MkDocs run on it."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import markdown
import yaml
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from archive_builder.model import Page
from archive_builder.publish import scripts
from archive_builder.publish.places import MARKER, Places, RefusedError

FOLDER = ".archive"
"""Where configurations are written, below the repository."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What MkDocs did."""

    published: bool
    """The site is there, if with faults."""
    faults: tuple[Fault, ...] = ()
    """MkDocs' warnings and errors."""
    broken: str = ""
    """The page that MkDocs stopped at, below the docs folder; empty where it built all or names none."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A warning or an error of MkDocs."""

    message: str
    """A line, without MkDocs' own prefix."""
    page: str = ""
    """The page it is about, below the docs folder: `meetings/pab/2025-03-18/notes/index.md`."""


def configure(places: Places, names: Mapping[str, str] | None = None) -> Path:
    """Write the configuration that builds these folders; `mkdocs build -f` on it repeats the build.

    It inherits the repository's `mkdocs.yml` and names the folders in full, so that it works from
    anywhere. Each pair of folders has a file of its own. `names` are settings of MkDocs that
    `archive.toml` decides: site_name, site_description. Raises RefusedError where `mkdocs.yml`
    cannot be read.
    """
    base = places.root / "mkdocs.yml"
    theme = _settings(base).get("theme")
    settings: dict[str, object] = {
        "INHERIT": os.path.relpath(base, places.root / FOLDER),
        **(names or {}),
        "docs_dir": str(places.docs.resolve()),
        "site_dir": str(places.site.resolve()),
    }
    if isinstance(theme, dict) and "custom_dir" in theme:
        settings["theme"] = {"custom_dir": str((places.root / theme["custom_dir"]).resolve())}
    path = places.root / FOLDER / f"{_name(places)}.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.safe_dump(settings, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return path


def address(places: Places) -> str:
    """The site's address, with a slash at its end: `site_url` of `mkdocs.yml`, which reads SITE_URL.

    Raises RefusedError where `mkdocs.yml` cannot be read.
    """
    url = str(_settings(places.root / "mkdocs.yml").get("site_url") or "http://127.0.0.1:8000/")
    return f"{url.rstrip('/')}/"


def _settings(configuration: Path) -> dict[str, Any]:
    try:
        with configuration.open(encoding="utf-8") as file:
            return yaml_load(file)
    except (ConfigurationError, OSError, UnicodeDecodeError) as error:
        raise RefusedError(f"{configuration} cannot be used: {error}") from error


def _name(places: Places) -> str:
    if not places.apart and places.site.resolve() == (places.root / "site").resolve():
        return "mkdocs"
    folders = f"{places.docs.resolve()}\n{places.site.resolve()}"
    return f"mkdocs-{hashlib.sha256(folders.encode()).hexdigest()[:8]}"


def build(configuration: Path, places: Places, as_of: date | None) -> Outcome:
    """Run MkDocs, strictly; a fault that it finds in a page does not keep the site from being built.

    The site is built aside and takes the old one's place when it is whole: who reads meanwhile reads
    the old one, and it stands where MkDocs stops. `as_of` is the day of the archive's newest document:
    the site says no other, so that the same sources give the same bytes.
    """
    places.site.mkdir(parents=True, exist_ok=True)
    (places.site / MARKER).write_text("The site, written by `archive build`.\n", encoding="utf-8")
    with _aside(places.site) as (new, old):
        command = [*_MKDOCS, "-f", str(configuration), "-d", str(new.resolve())]
        done = subprocess.run(command, env=_environment(as_of), capture_output=True, text=True, check=False)
        # The site is whole when MkDocs stops only because it was asked to be strict.
        published = done.returncode == 0 or "in strict mode!" in done.stdout + done.stderr
        if published:
            scripts.lighten(new)
            _take_the_place(places.site, new, old)
    if done.returncode == 0:
        return Outcome(published=True)
    faults = tuple(_fault(match["fault"]) for match in map(_FAULT.match, done.stderr.splitlines()) if match)
    last_words = done.stderr.strip().splitlines()[-1:] or ["MkDocs stopped without a word"]
    broken = "" if published else next(filter(None, map(_stopped_at, faults)), "")
    return Outcome(published, faults or tuple(map(Fault, last_words)), broken)


def convert(configuration: Path, page: Page) -> None:
    """Turn a page's Markdown into HTML as MkDocs does; raises what that raises, and returns nothing."""
    config = load_config(str(configuration))
    extensions, settings = config.markdown_extensions, config.mdx_configs
    markdown.Markdown(extensions=extensions, extension_configs=settings).convert(page.body)


_MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--strict")


@contextmanager
def _aside(site: Path) -> Iterator[tuple[Path, Path]]:
    """Two empty folders for the new site and the old, gone at the end.

    They lie in the site's own folder, so that a file is only renamed, even where that folder is a disk
    of its own.
    """
    folders = (site / ".new", site / ".old")
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)  # of a build that was stopped
        folder.mkdir()
    try:
        yield folders
    finally:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)


def _take_the_place(site: Path, new: Path, old: Path) -> None:
    """Put what is new where the old was, one name after the other: the sitemap is among the last."""
    standing = {path.name for path in site.iterdir() if not path.name.startswith(".")}
    built = {path.name for path in new.iterdir()}
    for name in sorted(standing | built):
        if name in standing:
            (site / name).rename(old / name)
        if name in built:
            (new / name).rename(site / name)


_FAULT = re.compile(r"(?:WARNING|ERROR|CRITICAL) *- +(?P<fault>.+)")
"""A line of MkDocs' log that is about a fault."""


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
