"""Whatever is done to an archive, a build that follows another leaves what a first build would, byte for byte."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive_builder.cli import main
from archive_builder.index import partition
from archive_builder.run import cache

NAMES = ("a.txt", "b.md", "c.txt")
BODIES = ("Fenny Board", "Quay Panel")
DAYS = ("12 March 2024", "9 April 2024", "14 May 2025")
ITEMS = (
    "RESOLVED: That the gate by the river be mended before the spring.",
    "ACTION: Ann Lee to write to the owner of the mill.",
    "Question: How many nets were torn last winter?\nAnswer: Eleven, and nine of them are whole again.",
    "The Harbour Lights Fund (HLF) was seen, and everybody went home.",
)
CONFIGURATION = """site_name: Test
theme: {name: null, custom_dir: theme}
plugins: []
markdown_extensions: [attr_list, md_in_html, tables, toc]
"""
TEMPLATE = "<title>{{ page.title }}</title>{{ page.content }}"
TEMPLATES = ("main.html", "search.html", "home.html")
IN_TWO_SEGMENTS = """
from archive_builder.cli import main
from archive_builder.index import partition
partition.FEW = 0
main(["build", "-q", "--jobs", "1"])
"""
"""The program of a build that is killed: like the other builds it makes the search in two segments."""
COMMAND = (sys.executable, "-c", IN_TWO_SEGMENTS)
LONGEST = 3.0
"""Seconds after which a build is killed, at most."""


@dataclass
class Repository:
    """An archive that is edited at random and built after each edit."""

    root: Path
    chance: random.Random
    digest: str = field(default_factory=cache.builder)
    """Of the program: what an upgrade changes."""

    def __post_init__(self) -> None:
        self.put("mkdocs.yml", CONFIGURATION)
        for template in TEMPLATES:
            self.put(f"theme/{template}", TEMPLATE)
        self.put("docs/about.md", "# About\n")
        self.put("archive.toml", '[site]\nname = "Test"\n')
        self.write_document(NAMES[0])

    def put(self, path: str, text: str) -> None:
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def write_document(self, name: str) -> None:
        """Put in a document of random items, or another in its place."""
        body, day = self.chance.choice(BODIES), self.chance.choice(DAYS)
        items = self.chance.sample(ITEMS, self.chance.randint(1, len(ITEMS)))
        text = "\n\n".join(f"{number}. Item {number}\n\n{item}" for number, item in enumerate(items, 1))
        self.put(f"content/{name}", f"{body}\n\nMinutes of the meeting held on {day}\n\n{text}\n")

    def documents(self) -> list[Path]:
        return sorted(path for path in (self.root / "content").iterdir() if path.is_file())

    def inputs(self) -> dict[str, bytes]:
        """Return all files that people wrote, which a first build is made from."""
        return {path: content for path, content in files_of(self.root).items() if not is_made(path)}


def is_made(path: str) -> bool:
    """Return True for a file that a build made."""
    top, *rest = path.split("/")
    by_hand = top in ("content", "theme", "mkdocs.yml", "archive.toml") or path == "docs/about.md"
    return not by_hand and bool(rest)


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def write(repository: Repository) -> None:
    repository.write_document(repository.chance.choice(NAMES))


def remove(repository: Repository) -> None:
    *most, last = repository.documents()
    if most:
        last.unlink()


def rename(repository: Repository) -> None:
    document = repository.chance.choice(repository.documents())
    other = document.with_name(repository.chance.choice(NAMES))
    if not other.exists():
        document.rename(other)


def correct(repository: Repository) -> None:
    document = repository.chance.choice(repository.documents())
    day = repository.chance.choice(("2024-03-13", "2024-05-01"))
    repository.put(f"content/corrections/{document.name}.yml", f"document: {{date: {day}, why: misprint}}\n")


def take_back_corrections(repository: Repository) -> None:
    shutil.rmtree(repository.root / "content" / "corrections", ignore_errors=True)


def change_settings(repository: Repository) -> None:
    name = repository.chance.choice(("Test", "Archive of Fenny", "Papers"))
    repository.put("archive.toml", f'[site]\nname = "{name}"\n')


def rename_person(repository: Repository) -> None:
    name = repository.chance.choice(("Ann Lee", "Anne Lee", "A. M. Lee"))
    repository.put(
        "archive.toml", f'[site]\nname = "Test"\n[[people]]\nname = "{name}"\nalso = ["Ann Lee"]\n'
    )


def change_template(repository: Repository) -> None:
    repository.put("theme/main.html", f"{TEMPLATE}<p>{repository.chance.randint(1, 9)}</p>")


def change_page(repository: Repository) -> None:
    repository.put("docs/about.md", f"# About\n\n{repository.chance.randint(1, 9)}\n")


def upgrade(repository: Repository) -> None:
    repository.digest = f"{repository.chance.random()}"


def touch(repository: Repository) -> None:
    for document in repository.documents():
        document.touch()


def kill(repository: Repository) -> None:
    """Change a document, and kill the build that follows at a random moment."""
    write(repository)
    with subprocess.Popen(
        COMMAND, cwd=repository.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as build:
        time.sleep(repository.chance.uniform(0, LONGEST))
        build.kill()


EDITS: tuple[Callable[[Repository], None], ...] = (
    *(write, write, write, remove, rename, correct, take_back_corrections),
    *(change_settings, rename_person, change_template, change_page, upgrade, touch, kill),
)


def build(root: Path, digest: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Build as a program with a digest; return all files of the docs folder and the site."""
    with monkeypatch.context() as patch:
        patch.chdir(root)
        patch.setattr(cache, "builder", lambda: digest)
        patch.setattr(partition, "FEW", 0)  # the search has two segments, as in a large archive
        result = CliRunner().invoke(main, ["build", "-q", "--jobs", "1"])
    assert result.exit_code in (0, 1), result.output
    return {f"{top}/{path}": data for top in ("docs", "site") for path, data in files_of(root / top).items()}


def check_steps(steps: int, seed: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = Repository(folder / "edited", random.Random(seed))
    done: list[str] = []
    for step in range(steps):
        edit = repository.chance.choice(EDITS)
        edit(repository)
        done.append(edit.__name__)
        made = build(repository.root, repository.digest, monkeypatch)
        cold = folder / f"cold-{step}"
        for path, content in repository.inputs().items():
            (cold / path).parent.mkdir(parents=True, exist_ok=True)
            (cold / path).write_bytes(content)
        wanted = build(cold, repository.digest, monkeypatch)
        shutil.rmtree(cold)
        stale = sorted(path for path in made.keys() | wanted.keys() if made.get(path) != wanted.get(path))
        assert not stale, f"after {done} (seed {seed})"


def test_builds_after_random_edits_are_first_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check_steps(30, 16, tmp_path, monkeypatch)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(20))
def test_builds_after_many_random_edits_are_first_builds(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_steps(25, seed, tmp_path, monkeypatch)
