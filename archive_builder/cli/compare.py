"""`archive diff`: what changed between two sites, folders of documents, or commits."""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from archive_builder import export, pipeline, settings
from archive_builder.cli import say
from archive_builder.cli.job import DONE, Job, load, repository
from archive_builder.published.differences import Change, Differences, compare
from archive_builder.published.editions import KINDS, Edition, NoEditionError, is_site, read_site
from archive_builder.run.workers import cores

_SHOWN = 100
"""Maximum number of characters that a line of text shows of a record or a value."""


def diff(job: Job, old: str, new: str, as_json: bool) -> int:
    """Print what changed; return the exit status."""
    try:
        differences = compare(_edition(old, job), _edition(new, job))
    except NoEditionError as error:
        raise click.UsageError(str(error)) from error
    if as_json:
        click.echo(json.dumps(asdict(differences), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(map(say.visible, lines(differences))))
    return DONE


def _edition(name: str, job: Job) -> Edition:
    """Return what a site, a folder of documents, an archive's repository or a commit holds."""
    path = Path(name)
    if path.is_dir():
        return read_site(path) if is_site(path) else _of_folder(path, job)
    root = repository()
    if root is None:
        raise NoEditionError(
            f"{name} is no folder, and this is no archive's repository whose commit it could be"
        )
    with TemporaryDirectory() as folder:
        _unpack(root, name, Path(folder))
        return _of_folder(Path(folder), job)


def _of_folder(folder: Path, job: Job) -> Edition:
    """Return what the documents of a folder are read into; an archive's repository has its own settings."""
    content = folder / "content"
    own = folder / "archive.toml"
    home = content if content.is_dir() else folder
    chosen = settings.load(own) if own.is_file() and not job.config else load(job)
    gathered = pipeline.gather([home], chosen, home=home, jobs=job.jobs or cores())
    if not gathered.archive.documents and not gathered.archive.tombstones:
        raise NoEditionError(f"{folder} is no site and holds no documents")
    rows = export.rows(gathered.archive)
    as_read = {kind: json.loads(json.dumps(rows[kind])) for kind in KINDS}  # as they are in a site's files
    return Edition(as_read)


def _unpack(root: Path, commit: str, folder: Path) -> None:
    """Write a commit's documents and settings to a folder. Raises NoEditionError."""
    if commit.startswith("-"):
        raise NoEditionError(f"{commit} is no folder and no commit")
    listed = _git(root, "ls-tree", "--name-only", commit).decode("utf-8", "replace").splitlines()
    wanted = [name for name in ("content", "archive.toml") if name in listed]
    packed = _git(root, "archive", "--format=tar", commit, *wanted)
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        tar.extractall(folder, filter="data")


def _git(root: Path, *arguments: str) -> bytes:
    try:
        return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=True).stdout
    except FileNotFoundError as error:
        raise NoEditionError("git is not installed: name folders, not commits") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip()
        raise NoEditionError(f"git {arguments[0]}: {said}") from error


_GROUPS = (
    ("added", "+", "Documents added"),
    ("changed", "~", "Documents changed"),
    ("withdrawn", "-", "Documents withdrawn"),
    ("found", "+", "Records found"),
    ("lost", "-", "Records lost"),
    ("altered", "~", "Records changed"),
)


def lines(differences: Differences) -> Iterator[str]:
    """The differences as lines: each group with its number, and in it a line for each change and value."""
    empty = True
    for name, sign, title in _GROUPS:
        changes: Sequence[Change] = getattr(differences, name)
        if changes:
            empty = False
            yield f"{title}: {len(changes):,}"
            for change in changes:
                yield from _change(sign, change)
    if empty:
        yield "Nothing changed."


def _change(sign: str, change: Change) -> Iterator[str]:
    was = f" (was {change.was})" if change.was else ""
    yield f"  {sign} {change.id}{was}: {_short(change.words)} [{change.reason.value}]"
    for key, (before, after) in (change.values or {}).items():
        yield f"      {key}: {_short(_value(before))} -> {_short(_value(after))}"


def _value(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _SHOWN else f"{folded[:_SHOWN].rstrip()}…"
