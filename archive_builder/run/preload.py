"""What a worker works with, loaded and made ready once for all workers: readers, rules, what comes after them.

Patterns are compiled when they are first used. A worker is forked for one document and ends with it:
if they were not compiled here, each worker would compile them again, which takes longer than to read a
small document. The rules are compiled for the words of the archive; whatever else is made at first use
is made by reading one invented document.
"""

from __future__ import annotations

import gc
import os
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

from archive_builder import settings
from archive_builder.lang import LANGUAGE
from archive_builder.read import READERS
from archive_builder.recognise import registry
from archive_builder.run import one_file, results, workers
from archive_builder.settings import Settings
from archive_builder.sources import SourceFile

SAMPLE = "sample_minutes.md"
"""The invented document of a language."""


def _settings() -> Settings:
    """Return the settings of the archive; the defaults where its file cannot be used, which others report."""
    named = os.environ.pop(workers.SETTINGS_FILE, None)
    try:
        return settings.load(Path(named) if named else None)
    except settings.SettingsError:
        return settings.load()


def _prepare(prepared: Settings) -> None:
    """Load and compile all that reading a document with these settings takes."""
    for reader in READERS.values():
        reader.load()
    registry.compile_rules(prepared.vocabulary)
    sample = (resources.files("archive_builder.lang") / LANGUAGE / SAMPLE).read_bytes()
    with TemporaryDirectory() as folder:
        path = Path(folder) / SAMPLE
        path.write_bytes(sample)
        results.encoded(SourceFile(path=path, file=SAMPLE, folder=Path(folder)), prepared, one_file.document)


_prepare(_settings())
gc.freeze()  # what is here stays: to look through it again would copy it into each worker

__all__ = ["one_file", "results"]
