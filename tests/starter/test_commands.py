"""`archive new`, `archive upgrade`, `archive doctor`: what they write, leave and say."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive_builder.cli import main, starting
from archive_builder.starter.record import RECORD, fingerprint

NAMED = ("--name", "Fenny archive", "--body", "Fenny Hollow Parish Council")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new archive, and the working directory in it."""
    folder = tmp_path / "minutes"
    assert run("new", str(folder), *NAMED).exit_code == 0
    monkeypatch.chdir(folder)
    return folder


def as_before(archive: Path, path: str, text: str) -> None:
    """Make a file of an archive one that an earlier version wrote."""
    (archive / path).write_text(text, encoding="utf-8")
    record = json.loads((archive / RECORD).read_text("utf-8"))
    record["version"] = "0.0.1"
    record["files"][path] = fingerprint(text)
    (archive / RECORD).write_text(json.dumps(record), encoding="utf-8")


def test_a_new_archive_builds_without_a_word(archive: Path) -> None:
    done = run("build", "--jobs", "1", "--no-site", "--strict")
    assert done.exit_code == 0, done.output
    assert "1 question, 1 action, 1 decision" in done.output
    assert "no errors, no warnings" in done.output


def test_git_sees_only_what_was_begun_with(archive: Path) -> None:
    before = {path.relative_to(archive).as_posix() for path in archive.rglob("*") if path.is_file()}
    assert run("build", "--jobs", "1").exit_code == 0
    subprocess.run(["git", "init", "-q", "."], check=True)
    command = ["git", "ls-files", "--others", "--exclude-standard"]
    seen = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    assert set(seen) == before


def test_an_archive_is_never_begun_over_another(archive: Path) -> None:
    before = (archive / "archive.toml").read_bytes()
    done = run("new", ".", *NAMED)
    assert done.exit_code == 2
    assert "has mkdocs.yml already" in done.output
    assert (archive / "archive.toml").read_bytes() == before


def test_where_nobody_can_be_asked_the_options_are_named(tmp_path: Path) -> None:
    done = run("new", str(tmp_path / "a"), "--name", "Fenny archive")
    assert done.exit_code == 2
    assert "give --name and --body" in done.output


def test_what_was_not_given_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "_somebody_is_there", lambda: True)
    asked = ["new", str(tmp_path / "a")]
    done = CliRunner().invoke(main, asked, input="Fenny Library Board\n\ngitlab\nn\n")
    assert done.exit_code == 0, done.output
    assert "Fenny Library Board: meetings archive" in (tmp_path / "a" / "archive.toml").read_text("utf-8")
    assert (tmp_path / "a" / ".gitlab-ci.yml").is_file()
    assert list((tmp_path / "a" / "content").iterdir()) == []


def test_an_untouched_file_is_renewed(archive: Path) -> None:
    wanted = (archive / ".gitignore").read_text("utf-8")
    as_before(archive, ".gitignore", "/site/\n")
    assert run("upgrade", "--dry-run").exit_code == 0
    assert (archive / ".gitignore").read_text("utf-8") == "/site/\n"
    done = run("upgrade")
    assert done.exit_code == 0
    assert ".gitignore: untouched since it was written: renewed" in done.output
    assert (archive / ".gitignore").read_text("utf-8") == wanted
    assert "renewed" not in run("upgrade").output


def test_a_changed_file_is_left_and_what_differs_is_shown_once(archive: Path) -> None:
    as_before(archive, "README.md", "Before.\n")
    (archive / "README.md").write_text("Our own words.\n", encoding="utf-8")
    done = run("upgrade")
    assert done.exit_code == 1
    assert "README.md: changed by hand" in done.output
    assert "    -Our own words." in done.output
    assert (archive / "README.md").read_text("utf-8") == "Our own words.\n"
    assert "Our own words." not in run("upgrade").output


def test_a_removed_file_stays_removed_and_a_new_one_comes(archive: Path) -> None:
    (archive / "README.md").unlink()
    (archive / "content" / "sample.txt").unlink()
    record = json.loads((archive / RECORD).read_text("utf-8"))
    del record["files"][".gitignore"]
    (archive / RECORD).write_text(json.dumps(record), encoding="utf-8")
    (archive / ".gitignore").unlink()
    done = run("upgrade")
    assert done.exit_code == 0
    assert ".gitignore: new in this version: written" in done.output
    assert not (archive / "README.md").exists()
    assert not (archive / "content" / "sample.txt").exists()


def test_without_a_record_nothing_is_touched(archive: Path) -> None:
    (archive / RECORD).unlink()
    done = run("upgrade")
    assert done.exit_code == 2
    assert "is not here" in done.output


def test_the_doctor_says_what_is_the_archives_own(archive: Path) -> None:
    (archive / "docs").mkdir()
    (archive / "docs" / "about.md").write_text("# Us\n", encoding="utf-8")
    (archive / "overrides").mkdir()
    (archive / "overrides" / "404.html").write_text("gone", encoding="utf-8")
    configured = (archive / "mkdocs.yml").read_text("utf-8") + "  custom_dir: overrides\n"
    (archive / "mkdocs.yml").write_text(configured, encoding="utf-8")
    done = run("doctor")
    assert done.exit_code == 0, done.output
    assert "pages of your own in docs/: about.md" in done.output
    assert "overrides/404.html takes the place of the program's" in done.output


def test_the_doctor_names_what_to_do(archive: Path) -> None:
    (archive / "archive.toml").write_text('[site]\nnam = "Fenny"\n', encoding="utf-8")
    as_before(archive, "README.md", "Before.\n")
    done = run("doctor")
    assert done.exit_code == 1
    assert "did you mean 'name'" in done.output
    assert "run: archive upgrade" in done.output
    assert "2 things to do" in done.output


def test_the_doctor_warns_of_a_hosts_limits(archive: Path) -> None:
    (archive / "site").mkdir()
    with (archive / "site" / "large.pdf").open("wb") as file:
        file.truncate(26 * 2**20)
    done = run("doctor")
    assert done.exit_code == 1
    assert "Cloudflare Pages takes no file over 25 MB" in done.output
    assert "originals = false" in done.output
