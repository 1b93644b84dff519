"""Checks a published site by itself; its originals are read by workers."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import closing
from pathlib import Path

from archive_builder import verify
from archive_builder.run import results
from archive_builder.run.one_file import text_alone
from archive_builder.settings import Settings
from archive_builder.sources import SourceFile


def verify_site(site: Path, settings: Settings, jobs: int = 1) -> verify.Verified:
    """Check a published site by itself; its originals are read by workers, within the settings' limits.

    Raises verify.SiteError for a folder that is no site of this program.
    """
    held = verify.read_originals(site)
    with tempfile.TemporaryDirectory() as folder:
        files = [_set_aside(site, original, Path(folder, str(at))) for at, original in enumerate(held)]
        there = [source for source in files if source]
        made = results.apart(there, settings, text_alone, jobs, None)
        with closing(made):
            readings = (next(made).documents if source else () for source in files)
            return verify.check_site(
                site, held, (documents[0].blocks if documents else None for documents in readings)
            )


def _set_aside(site: Path, original: verify.PublishedOriginal, folder: Path) -> SourceFile | None:
    """Return a copy of an original under its own name, whose ending tells how it is read; None if it is gone."""
    folder.mkdir()
    copy = folder / original.file.rpartition("/")[2]
    try:
        shutil.copyfile(site / original.address, copy)
    except OSError:
        return None
    return SourceFile(path=copy, file=original.file, folder=folder)
