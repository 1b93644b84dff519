"""`archive fetch` as a maintainer types it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive_builder.cli import main
from tests.fetch.site import Site, gives, lists, paper
from tests.run.repository import make_repository


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["fetch", *arguments])


@pytest.fixture
def repository(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with a list of two sources, of which one does not answer; the working directory is in it."""
    make_repository(tmp_path)
    (tmp_path / "archive.toml").write_text('[site]\ncontact = "mailto:clerk@fennyhollow.example"\n', "utf-8")
    (tmp_path / "sources.toml").write_text(
        f"""
[[sources]]
name = "Town"
kind = "page"
address = "{site.address}/gone/"
into = "town"

[[sources]]
name = "Parish"
kind = "page"
address = "{site.address}/minutes/"
into = "parish"
""",
        "utf-8",
    )
    site.pages |= {"/minutes/": lists("/a.pdf"), "/a.pdf": gives(paper("a"))}
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_came_is_printed_and_what_did_not_is_a_problem(repository: Path) -> None:
    result = run()
    assert result.exit_code == 1
    assert "sources.toml:2: error: Town: " in result.stderr
    assert "[not-fetched]" in result.stderr
    lines = result.stdout.splitlines()
    assert lines[0] == "new: content/parish/a.pdf"
    assert lines[-1] == "1 document came, 0 already here"
    assert (repository / "content" / "parish" / "a.pdf").is_file()


def test_one_source_alone(repository: Path) -> None:
    result = run("Parish")
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_dry_run_says_what_is_new(repository: Path, site: Site) -> None:
    result = run("Parish", "--dry-run")
    assert result.exit_code == 0
    assert f"{site.address}/a.pdf" in result.stdout
    assert not (repository / "content" / "parish").exists()


def test_an_archive_without_a_contact_is_warned(repository: Path) -> None:
    (repository / "archive.toml").unlink()
    result = run("Parish")
    assert result.exit_code == 0
    assert "[no-contact]" in result.stderr


def test_a_name_that_no_source_has(repository: Path) -> None:
    result = run("Hamlet")
    assert result.exit_code == 2
    assert "Town, Parish" in result.stderr


def test_an_archive_without_a_list(repository: Path) -> None:
    (repository / "sources.toml").unlink()
    assert run().exit_code == 2
