"""The site: MkDocs' configuration for a build, and MkDocs run on it."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
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
from archive_builder.publish import joining, scripts
from archive_builder.publish.places import MARKER, Places, RefusedError

FOLDER = ".archive"
"""The folder below the repository that configurations are written to."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a run of MkDocs."""

    published: bool
    """True if the site was built, possibly with faults."""
    faults: tuple[Fault, ...] = ()
    """MkDocs' warnings and errors."""
    broken: str = ""
    """The page that MkDocs stopped at, below the docs folder; "" if it built all or names none."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A warning or an error of MkDocs."""

    message: str
    """A line, without MkDocs' own prefix."""
    page: str = ""
    """The page it is about, below the docs folder: `meetings/pab/2025-03-18/notes/index.md`."""


def configure(places: Places, names: Mapping[str, str] | None = None) -> Path:
    """Write the configuration that builds these folders; `mkdocs build -f` on it repeats the build.

    It inherits the repository's `mkdocs.yml` and has absolute paths, so that it works from any folder.
    Each pair of folders has a file of its own. `names` are settings of MkDocs that `archive.toml`
    determines: site_name, site_description. Raises RefusedError if `mkdocs.yml` cannot be read.
    """
    base = places.root / "mkdocs.yml"
    settings: dict[str, object] = {
        "INHERIT": os.path.relpath(base, places.root / FOLDER),
        **(names or {}),
        "docs_dir": str(places.docs.resolve()),
        "site_dir": str(places.site.resolve()),
    }
    for folder in theme_folders(places):
        settings["theme"] = {"custom_dir": str(folder)}
    path = configuration_path(places)
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.safe_dump(settings, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return path


def configuration_path(places: Places) -> Path:
    """Return where the configuration for these folders is written; what is kept of a build lies beside it."""
    return places.root / FOLDER / f"{_name(places)}.yml"


def settings_told(places: Places) -> str:
    """Return the settings of `mkdocs.yml` in words, with what it reads from the environment.

    Raises RefusedError if `mkdocs.yml` cannot be read.
    """
    return repr(_settings(places.root / "mkdocs.yml"))


def theme_folders(places: Places) -> list[Path]:
    """Return the folder with the repository's own templates, if it has one.

    Raises RefusedError if `mkdocs.yml` cannot be read.
    """
    theme = _settings(places.root / "mkdocs.yml").get("theme")
    if not isinstance(theme, dict) or "custom_dir" not in theme:
        return []
    return [(places.root / theme["custom_dir"]).resolve()]


def address(places: Places) -> str:
    """Return the site's address, ending in a slash: `site_url` of `mkdocs.yml`, which reads SITE_URL.

    Raises RefusedError if `mkdocs.yml` cannot be read.
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


def build(
    configuration: Path, places: Places, as_of: date | None, inspect: Callable[[Path], None] = lambda _: None
) -> Outcome:
    """Run MkDocs in strict mode; a fault in a page does not keep the site from being built.

    Pages that have not changed are taken from the last site (`page_builder`).

    The site is built in a temporary folder and replaces the old one when it is complete; until then, and
    if MkDocs fails, the old one stays. `as_of`, the day of the archive's newest document, is the only
    date in the site, so that the same sources give the same bytes. `inspect` is called with the folder of
    the complete site before it replaces the old one; what it raises keeps the old one.
    """
    places.site.mkdir(parents=True, exist_ok=True)
    (places.site / MARKER).write_text("The site, written by `archive build`.\n", encoding="utf-8")
    with _aside(places.site) as (new, old):
        folders = (str(new.resolve()), str(places.site.resolve()))
        kept = configuration.with_suffix(".pages")
        command = [*_MKDOCS, str(configuration), *folders, str(kept)]
        done = subprocess.run(command, env=_environment(as_of), capture_output=True, text=True, check=False)
        # The site is whole when MkDocs stops only because it was asked to be strict.
        published = done.returncode == 0 or "in strict mode!" in done.stdout + done.stderr
        if published:
            scripts.lighten(new)
            joining.join(new / "assets")
            joining.join_styles(new / "assets" / "style")
            try:
                inspect(new)
            except BaseException:
                kept.unlink(missing_ok=True)  # it tells of pages that must not be published
                raise
            _replace_site(places.site, new, old)
    if done.returncode == 0:
        return Outcome(published=True)
    faults = tuple(_fault(match["fault"]) for match in map(_FAULT.match, done.stderr.splitlines()) if match)
    last_words = done.stderr.strip().splitlines()[-1:] or ["MkDocs stopped without a message"]
    broken = "" if published else next(filter(None, map(_stopped_at, faults)), "")
    return Outcome(published, faults or tuple(map(Fault, last_words)), broken)


def convert(configuration: Path, page: Page) -> None:
    """Convert a page's Markdown to HTML as MkDocs does, only to see whether that raises an exception."""
    config = load_config(str(configuration))
    extensions, settings = config.markdown_extensions, config.mdx_configs
    markdown.Markdown(extensions=extensions, extension_configs=settings).convert(page.body)


_MKDOCS = (sys.executable, "-m", "archive_builder.publish.page_builder")


@contextmanager
def _aside(site: Path) -> Iterator[tuple[Path, Path]]:
    """Make two empty folders for the new and the old site, and remove them at the end.

    They are in the site's own folder, so that files can be renamed even if that folder is a disk of its
    own.
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
