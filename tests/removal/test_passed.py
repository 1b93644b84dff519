"""What the gate has let pass is not looked through again, until anything has changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from archive_builder.model import Archive, Redaction
from archive_builder.removal import passed, unpack
from archive_builder.removal.gate import gate, leaks_of_cache
from archive_builder.sources import SourceFile

REDACTION = Redaction(name="Zoë Quillfeather", reason="a resident", origin="entry 1 of redactions.yml")
SOURCE = SourceFile(Path("a.txt"), "a.txt", Path(), redactions=(REDACTION,))
PROGRAM = b"p" * passed.SIZE
CLEAN = b"The gate was open."
HOLDING = b"Zo\xc3\xab Quillfeather asked why."


@pytest.fixture
def unpacked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that are looked through."""
    paths: list[str] = []
    sound = unpack.texts

    def noted(path: str, data: bytes) -> object:
        paths.append(path)
        return sound(path, data)

    monkeypatch.setattr(unpack, "texts", noted)
    return paths


def look(place: Path, data: bytes, program: bytes = PROGRAM, source: SourceFile = SOURCE) -> int:
    """Look through a file as a build does; return how many redactions it holds."""
    known = passed.read(place, program)
    found = gate(Archive(), [source], known).leaks("a/index.html", data)
    known.keep()
    return len(found)


def test_what_has_passed_is_looked_through_once(tmp_path: Path, unpacked: list[str]) -> None:
    assert [look(tmp_path / "passed", CLEAN) for _ in range(3)] == [0, 0, 0]
    assert unpacked == ["a/index.html"]


def test_what_holds_redacted_words_never_passes(tmp_path: Path) -> None:
    assert [look(tmp_path / "passed", HOLDING) for _ in range(2)] == [1, 1]
    assert not (tmp_path / "passed").exists()


def test_other_content_another_redaction_and_another_program_are_looked_at(
    tmp_path: Path, unpacked: list[str]
) -> None:
    place = tmp_path / "passed"
    look(place, CLEAN)
    other = replace(SOURCE, redactions=(replace(REDACTION, name="Bea Ray"),))
    for change in ({"data": CLEAN * 2}, {"source": other}, {"program": b"q" * passed.SIZE}):
        look(place, **{"data": CLEAN, **change})  # type: ignore[arg-type]
    assert len(unpacked) == 4


def test_only_what_the_last_build_saw_is_kept(tmp_path: Path, unpacked: list[str]) -> None:
    for data in (CLEAN, CLEAN * 2, CLEAN):
        look(tmp_path / "passed", data)
    assert len(unpacked) == 3


def test_a_damaged_list_counts_as_none(tmp_path: Path, unpacked: list[str]) -> None:
    look(tmp_path / "passed", CLEAN)
    (tmp_path / "passed").write_bytes(b"no list")
    look(tmp_path / "passed", CLEAN)
    assert len(unpacked) == 2


def test_entries_of_the_cache_pass_once(tmp_path: Path, unpacked: list[str]) -> None:
    entry = (tmp_path / "entry", "a.txt", b'[".."]\n{"text":"clean"}')
    for _ in range(2):
        known = passed.read(tmp_path / "passed", PROGRAM)
        assert not list(leaks_of_cache(gate(Archive(), [SOURCE], known), [entry], [SOURCE]))
        known.keep()
    assert len(unpacked) == 1
