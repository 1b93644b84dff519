"""Reads `archive.toml` and lays it over the defaults that come with the package."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from archive_builder import lang
from archive_builder.settings.faults import explained, strange_lists
from archive_builder.settings.model import Settings, SettingsError, shared


def load(path: Path | None = None) -> Settings:
    """The settings of an archive; of the defaults alone where `path` is None or does not exist.

    Raises SettingsError, with the file, the key and the nearest known key.
    """
    merged = lang.table("words")
    text = ""
    if path is not None and path.exists():
        try:
            text = path.read_text("utf-8")
            own = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise SettingsError(f"{path}: {error}") from error
        if strange := list(strange_lists(path, merged["vocabulary"], own.get("vocabulary", {}))):
            raise SettingsError("\n".join(strange))
        merged = _extended(merged, own)
    try:
        settings = Settings.model_validate(merged)
    except ValidationError as error:
        raise SettingsError("\n".join(explained(path, text, error))) from error
    settings = settings.model_copy(update={"vocabulary": shared(settings.vocabulary)})
    settings._file = path
    return settings


def _extended(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """`own` laid over `base`: tables are merged, lists are appended, other values replace."""
    merged = dict(base)
    for key, value in own.items():
        before = merged.get(key)
        if isinstance(before, dict) and isinstance(value, dict):
            merged[key] = _extended(before, value)
        elif isinstance(before, list) and isinstance(value, list):
            merged[key] = [*before, *value]
        else:
            merged[key] = value
    return merged
