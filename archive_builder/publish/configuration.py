"""MkDocs' configuration for a build: the archive's `mkdocs.yml`, and what all archives have in common."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from archive_builder.publish.places import Places, RefusedError

FOLDER = ".archive"
"""The folder below the repository that configurations are written to."""


def configure(places: Places, names: Mapping[str, object] | None = None) -> Path:
    """Write the configuration that builds these folders; `mkdocs build -f` on it repeats the build.

    It inherits the repository's `mkdocs.yml` and has absolute paths, so that it works from any folder.
    Each pair of folders has a file of its own. `names` are settings of MkDocs that `archive.toml`
    determines: site_name, site_description, and what is added to `extra`.

    Raises RefusedError if `mkdocs.yml` cannot be read.
    """
    base = places.root / "mkdocs.yml"
    defaults = _defaults_for(_settings(base))
    names = names or {}
    settings: dict[str, object] = {
        "INHERIT": os.path.relpath(base, places.root / FOLDER),
        **defaults,
        **names,
        "docs_dir": str(places.docs.resolve()),
        "site_dir": str(places.site.resolve()),
        "extra": {**_mapping(defaults.get("extra")), **_mapping(names.get("extra"))},
    }
    for folder in theme_folders(places):
        settings["theme"] = {**_mapping(settings.get("theme")), "custom_dir": str(folder)}
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
    theme = _mapping(_settings(places.root / "mkdocs.yml").get("theme"))
    return [(places.root / theme["custom_dir"]).resolve()] if "custom_dir" in theme else []


def address(places: Places) -> str:
    """Return the site's address, ending in a slash: `site_url` of `mkdocs.yml`, which reads SITE_URL.

    Raises RefusedError if `mkdocs.yml` cannot be read.
    """
    url = str(_settings(places.root / "mkdocs.yml").get("site_url") or "http://127.0.0.1:8000/")
    return f"{url.rstrip('/')}/"


def full_settings(places: Places) -> dict[str, Any]:
    """Return the archive's settings of MkDocs with all that they leave open.

    Raises RefusedError if `mkdocs.yml` cannot be read.
    """
    own = _settings(places.root / "mkdocs.yml")
    return {**own, **_defaults_for(own)}


@cache
def site_defaults() -> dict[str, Any]:
    """Return the settings of MkDocs that all archives have in common."""
    file = resources.files("archive_builder.publish") / "site_defaults.yml"
    defaults: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return defaults


def _defaults_for(own: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an archive's own settings leave open: they win, one by one in `theme` and `extra`.

    MkDocs lays what is returned over the archive's own settings, and joins those two in the same way.
    """
    made: dict[str, Any] = {}
    for name, default in site_defaults().items():
        if name == "extra_css":
            made[name] = [*default, *(own.get(name) or [])]
        elif isinstance(default, dict) and name != "validation":
            made[name] = {**default, **_mapping(own.get(name))}
        elif name not in own:
            made[name] = default
    return made


def _mapping(value: object) -> dict[str, Any]:
    return dict(value) if isinstance(value, Mapping) else {}


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
