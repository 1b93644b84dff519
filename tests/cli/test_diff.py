"""`archive diff` and `archive lock` as they are typed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from click.testing import CliRunner, Result

from archive_builder.cli import main

TEXT = """Fenny Board

Minutes of the Meeting

12 March 2024

1. Gates

RESOLVED: That the gate by the river be mended before the spring.
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def commit(folder: Path) -> None:
    name = ("-c", "user.name=Ann Lee", "-c", "user.email=ann@example.org")
    for command in (("init", "-q"), ("add", "-A", "content"), (*name, "commit", "-qm", "More")):
        subprocess.run(["git", *command], cwd=folder, check=True)


def test_two_commits_are_compared(repository: Path) -> None:
    commit(repository)
    (repository / "content" / "gates.txt").write_text(TEXT, "utf-8")
    commit(repository)
    done = run("diff", "HEAD~1", "HEAD")
    assert done.exit_code == 0, done.output
    assert "Documents added: 1\n  + meetings/fenny-board/2024-03-12/minutes/" in done.output
    assert "[source]" in done.output
    found = json.loads(run("diff", "HEAD~1", "HEAD", "--json").stdout)
    assert [change["id"] for change in found["added"]] == ["meetings/fenny-board/2024-03-12/minutes/"]


def test_a_site_is_compared_with_the_documents_that_it_was_made_of(repository: Path) -> None:
    assert run("build", "--no-site", "--docs-dir", "pages").exit_code == 0
    done = run("diff", "pages", ".")
    assert done.exit_code == 0, done.output
    assert done.output == "Nothing changed.\n"


def test_what_cannot_be_compared_is_said(repository: Path) -> None:
    commit(repository)
    (repository / "empty").mkdir()
    for name in ("empty", "no-such-commit", "--output=x"):
        done = run("diff", "--", name, "content")
        assert done.exit_code == 2
        assert name in done.output


def test_the_lock_is_written_and_then_keeps_an_address(repository: Path) -> None:
    done = run("lock", "--day", "2026-01-05")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("lock: content/lock (")
    [file] = (repository / "content" / "lock" / "meetings").rglob("notes.yml")
    assert "published: 2026-01-05\n" in file.read_text("utf-8")
    again = run("lock", "--day", "2026-02-05")
    assert "(0 written" in again.stdout


def test_a_lock_of_a_single_file_is_refused(repository: Path) -> None:
    assert run("lock", "content/notes.txt").exit_code == 2
    assert not (repository / "content" / "lock").exists()


def test_nothing_is_locked_over_a_lock_file_that_cannot_be_used(repository: Path) -> None:
    run("lock")
    [file] = (repository / "content" / "lock" / "meetings").rglob("notes.yml")
    file.write_text("<<<<<<< HEAD\n", "utf-8")
    done = run("lock")
    assert done.exit_code == 2
    assert "[bad-lock]" in done.stderr
    assert file.read_text("utf-8") == "<<<<<<< HEAD\n"


def test_a_file_that_cannot_be_read_today_is_not_gone(repository: Path) -> None:
    (repository / "content" / "gates.txt").write_text(TEXT, "utf-8")
    run("lock")
    (repository / "content" / "gates.txt").write_bytes(b"")
    assert run("lock").exit_code == 1
    [file] = (repository / "content" / "lock").rglob("fenny-board/*/minutes.yml")
    assert "gone" not in file.read_text("utf-8")


def test_a_part_of_the_archive_misses_nothing(repository: Path) -> None:
    (repository / "content" / "gates.txt").write_text(TEXT, "utf-8")
    run("lock")
    done = run("check", "content/gates.txt")
    assert done.exit_code == 0
    assert "address-gone" not in done.output
