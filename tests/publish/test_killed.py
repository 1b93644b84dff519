"""A build that is killed at any step of writing leaves folders that the next one takes up."""

from __future__ import annotations

import os
import shutil
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archive_builder.model import Asset, Page
from archive_builder.publish import Places, claim, write

OLD = ("a", "b", "c")
NEW = ("b", "c", "d")
KILLED = 9
STEPS = ("replace", "rename", "unlink", "rmdir", "mkdir", "write_bytes")
"""The calls that change a folder."""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    return Places(root=tmp_path, docs=tmp_path / "docs", site=tmp_path / "site")


def generated(names: tuple[str, ...]) -> list[Page | Asset]:
    """A home page, and a page and a file for each name, in folders of its own."""
    made: list[Page | Asset] = [Page(path="", title="Home", front={}, body=f"# {' '.join(names)}")]
    for name in names:
        made.append(Page(path=f"{name}/page/", title=name, front={}, body=f"# {name} of {names}"))
        made.append(Asset(path=f"{name}/{name}.csv", content=name.encode()))
    return made


def build(places: Places, names: tuple[str, ...]) -> None:
    claim(places.docs, [f"files/{name}" for name in names])
    for name in names:
        (places.docs / "files" / name).write_bytes(name.encode())
    write(places, generated(names), [f"files/{name}" for name in names])


def state(folder: Path) -> dict[str, bytes | None]:
    """Every file and folder below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def killed_after(steps: int, work: Callable[[], None]) -> bool:
    """Run some work in a process that dies without a word after so many steps; False if it came to its end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads that this process does not need
        child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED
    status = 1
    try:
        left = iter(range(steps))
        for name in STEPS:
            setattr(Path, name, _dying(getattr(Path, name), left))
        work()
        status = 0
    finally:
        os._exit(status)


def _dying(sound: Callable[..., object], left: Iterator[int]) -> Callable[..., object]:
    def step(*args: object, **more: object) -> object:
        if next(left, None) is None:
            os._exit(KILLED)
        return sound(*args, **more)

    return step


@pytest.mark.parametrize("before", [(), OLD], ids=["first build", "later build"])
def test_the_build_after_a_killed_one_writes_what_a_clean_one_would(
    before: tuple[str, ...], places: Places, tmp_path: Path
) -> None:
    clean = tmp_path / "clean"
    shutil.copytree(places.docs, clean / "docs")
    build(Places(root=clean, docs=clean / "docs", site=clean / "site"), NEW)
    wanted = state(clean / "docs")
    by_hand = tmp_path / "by-hand"
    shutil.copytree(places.docs, by_hand)
    steps = 0
    dies = True
    while dies:
        shutil.rmtree(places.docs)
        shutil.copytree(by_hand, places.docs)
        if before:
            build(places, before)
        dies = killed_after(steps, lambda: build(places, NEW))
        build(places, NEW)
        assert state(places.docs) == wanted, f"killed after {steps} steps"
        steps += 1
    assert steps > 20
