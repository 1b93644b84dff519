"""Checks that folders can be written to and have enough room, before pages are made."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryFile

from archive_builder.publish.places import Places, RefusedError

_THEME = 5_000_000
"""Minimum size of the theme's own files in a site, in bytes."""

_WAY_OUT = "free some, or name another folder"


def refuse_without_room(places: Places, originals: int) -> None:
    """Raise RefusedError if a folder cannot be written to or certainly has too little room.

    `originals` is the size in bytes of the originals that are published: the site, which is built aside, holds at
    least those and the theme.
    """
    for folder, needed in ((places.docs, 0), (places.site, originals + _THEME)):
        there = _nearest(folder)
        try:
            with TemporaryFile(dir=there) as file:
                file.write(b"\0")
        except OSError as error:
            message = f"{folder} cannot be written to: {error.strerror}, {room(folder)}"
            raise RefusedError(f"{message} ({_WAY_OUT})") from error
        if shutil.disk_usage(there).free < needed:
            message = f"{folder} has too little room: {room(folder)}, at least {needed:,} needed"
            raise RefusedError(f"{message} ({_WAY_OUT})")


def room(folder: Path) -> str:
    """Return "12,000,000 bytes free" for the disk that a folder is on, or will be on."""
    return f"{shutil.disk_usage(_nearest(folder)).free:,} bytes free"


def _nearest(folder: Path) -> Path:
    """Return the folder itself, or the nearest one above it that exists."""
    return next(path for path in (folder, *folder.absolute().parents) if path.is_dir())
