"""What people write by hand and what a cache holds is read within bounds, and refused at its line."""

from __future__ import annotations

import zlib
from pathlib import Path
from types import SimpleNamespace

import pytest

from archive_builder import correct, settings
from archive_builder.cli import job
from archive_builder.correct.file import load as load_corrections
from archive_builder.link import topic_vocabulary as topics
from archive_builder.problem import Problem
from archive_builder.publish import Places, RefusedError, refuse_without_room, space
from archive_builder.run import cache
from archive_builder.sources import find

BOMBS = {
    "alias": ("a: &a [x]\nb: *a\n", 2, "aliases are not used here"),
    "depth": ("a: 1\nb: " + "[" * 5000 + "]" * 5000, 2, "nested more than 20 levels"),
    "size": ("# " + "x" * 10_000_000, 1, "larger than 1,000,000 bytes"),
}


@pytest.mark.parametrize(("text", "line", "words"), BOMBS.values(), ids=BOMBS)
def test_yaml_that_only_an_attack_needs_is_refused_at_its_line(
    text: str, line: int, words: str, tmp_path: Path
) -> None:
    vocabulary = tmp_path / "topics.yml"
    vocabulary.write_text(text, encoding="utf-8")
    with pytest.raises(settings.SettingsError, match=f"topics.yml:{line}: .*{words}"):
        topics.load([vocabulary])
    (tmp_path / "notes.txt.yml").write_text(text, encoding="utf-8")
    problems: list[Problem] = []
    correct.corrected((), "notes.txt", tmp_path, problems.append)
    assert load_corrections(tmp_path / "notes.txt.yml", "notes.txt", problems.append) is None
    assert [problem.code for problem in problems] == ["bad-corrections"]
    assert f"line {line}: " in problems[0].message
    assert words in problems[0].message


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[[bodies]]\nname = "A"\n\n[[bodies]]\nname = "B"\nslug = "../../x"\n', 6, "small letters a to z"),
        ('[[bodies]]\nname = "A"\nslug = "A B/ü"\n', 3, "small letters a to z"),
        ('[site]\nname = "A"\ncontact = "javascript:alert(1)"\n', 3, "no e-mail address and no web address"),
        ('[site]\ncontact = """\nhttps://a.example\n"""\n', 4, "no e-mail address and no web address"),
        ("[limits]\n\nsecond = 5\n", 3, "did you mean 'seconds'"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_its_line(
    text: str, line: int, words: str, tmp_path: Path
) -> None:
    file = tmp_path / "archive.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(settings.SettingsError, match=rf"archive\.toml:{line}: .*{words}"):
        settings.load(file)


@pytest.mark.parametrize(
    "contact",
    ["", "office@oxmere.example", "mailto:office@oxmere.example", "https://oxmere.example/contact?a=b"],
)
def test_addresses_of_people_and_pages_are_contacts(contact: str, tmp_path: Path) -> None:
    file = tmp_path / "archive.toml"
    file.write_text(
        f'[site]\ncontact = "{contact}"\n[[bodies]]\nname = "A"\nslug = "a-2b"\n', encoding="utf-8"
    )
    assert settings.load(file).site.contact == contact


def test_an_entry_of_the_cache_unpacks_within_the_limit(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Notes", encoding="utf-8")
    (source,) = find([tmp_path], lambda problem: None)
    kept = cache.Cache(tmp_path / ".cache")
    kept.keep(source, "key", b"x" * 1_000_000)
    assert kept.find(source, "key", 1_000_000) == b"x" * 1_000_000
    assert kept.find(source, "key", 999_999) is None
    assert len(zlib.compress(b"x" * 1_000_000)) < 2_000


def test_too_little_room_is_said_before_pages_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = Places(root=tmp_path, docs=tmp_path / "docs", site=tmp_path / "site")
    refuse_without_room(places, 1_000)
    monkeypatch.setattr(space.shutil, "disk_usage", lambda folder: SimpleNamespace(free=6_000_000))
    with pytest.raises(
        RefusedError, match=r"site has too little room: 6,000,000 bytes free, at least 7,000,000"
    ):
        refuse_without_room(places, 2_000_000)


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_only(**_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(space, "TemporaryFile", read_only)
    places = Places(root=tmp_path, docs=tmp_path / "docs", site=tmp_path / "site")
    with pytest.raises(
        RefusedError, match=r"docs cannot be written to: Read-only file system, [\d,]+ bytes free"
    ):
        refuse_without_room(places, 0)


def test_a_full_disk_is_said_with_its_folder(tmp_path: Path) -> None:
    said = job.cause(OSError(28, "No space left on device", str(tmp_path / "docs" / "index.md")))
    assert "docs/index.md" in said
    assert "bytes free" in said
