"""What a maintainer can set in `archive.toml`, laid over the defaults that come with the package.

`lang/en/words.toml` holds the vocabulary of policing and local government. An archive's own file
extends its lists and tables and never replaces them. An unknown key is an error that names the
nearest known one.
"""

from __future__ import annotations

from archive_builder.settings.faults import line_of
from archive_builder.settings.loading import load
from archive_builder.settings.model import (
    FETCHED_FOLDER,
    LOCK_FOLDER,
    REDACTIONS_FILE,
    TOPICS_FILE,
    WITHDRAWN_FILE,
    KnownBody,
    KnownPerson,
    Limits,
    Private,
    Settings,
    SettingsError,
    Site,
    Vocabulary,
)

__all__ = [
    "FETCHED_FOLDER",
    "LOCK_FOLDER",
    "REDACTIONS_FILE",
    "TOPICS_FILE",
    "WITHDRAWN_FILE",
    "KnownBody",
    "KnownPerson",
    "Limits",
    "Private",
    "Settings",
    "SettingsError",
    "Site",
    "Vocabulary",
    "line_of",
    "load",
]
