"""Old Word files and rich text, turned into Word files by LibreOffice where it is installed.

It runs before a file's worker, which may write nothing, and in a process of its own within bounds.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from archive_builder.read.formats import CONVERTED, kind_of_file
from archive_builder.sources import SourceFile

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120
"""On the clock, for one file; the first takes some seconds more than the others."""
_BYTES = 200_000_000
"""The most that one of its files may hold."""
_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH")
_OPTIONS = ("--headless", "--norestore", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML")


@contextmanager
def word_files(files: Sequence[SourceFile], most: int) -> Iterator[list[SourceFile]]:
    """The files, those that LibreOffice reads each with the Word file made of it, as long as the context lasts.

    A file of more than `most` bytes is left as it is. Where LibreOffice is missing nothing is made, and
    where it fails the stand-in is a path where no file is: the reader says so.
    """
    program = office_program()
    wanted = [source for source in files if _is_convertible(source.path, most)] if program else []
    if not wanted or program is None:
        yield list(files)
        return
    with TemporaryDirectory(prefix="archive-office-") as folder:
        made = {
            source: _converted(program, source.path, Path(folder) / str(at), Path(folder) / "profile")
            for at, source in enumerate(wanted)
        }
        yield [replace(source, stand_in=made.get(source)) for source in files]


def office_program() -> str | None:
    """Return the path of LibreOffice, if it is installed."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def _is_convertible(path: Path, most: int) -> bool:
    try:
        return path.stat().st_size <= most and kind_of_file(path) in CONVERTED
    except OSError:
        return False


def _converted(program: str, path: Path, folder: Path, profile: Path) -> Path:
    """Where the Word file made of a file is; nothing is there if LibreOffice could not make one."""
    folder.mkdir()
    copy = folder / "source"
    made = folder / "source.docx"
    with suppress(OSError, subprocess.SubprocessError):
        shutil.copyfile(path, copy)
        command = [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            *_OPTIONS,
            "--outdir",
            str(folder),
            str(copy),
        ]
        _run(command, folder)
    return made


def _run(command: Sequence[str], folder: Path) -> None:
    """Run a program within bounds; it and what it started end with the time it has."""
    kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**kept, "HOME": str(folder)},
        start_new_session=True,
        preexec_fn=_bind,
    ) as process:
        try:
            process.wait(_SECONDS)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def _bind() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_BYTES, _BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
