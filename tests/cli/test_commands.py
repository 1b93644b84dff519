"""The commands as a maintainer types them: exit status, what is printed where, what is left behind."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive_builder import render
from archive_builder.cli import job, main
from archive_builder.pipeline import StageError
from tests.conftest import ROOT


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_build_writes_pages_and_site_and_names_them(repository: Path) -> None:
    result = run("build")
    assert (repository / "docs" / "data" / "documents.jsonl").is_file()
    assert (repository / "site" / "index.html").is_file()
    site, size, configuration = result.stdout.splitlines()
    assert size.startswith("size: ")
    assert (site, configuration) == ("site: site/index.html", "MkDocs configuration: .archive/mkdocs.yml")
    assert result.stderr.splitlines()[-1].startswith("1 document, ")


def test_build_elsewhere_leaves_the_repository_alone(repository: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("build", "content", "--docs-dir", str(out / "docs"), "--site-dir", str(out / "site"))
    assert (out / "site" / "about" / "index.html").is_file()
    assert not (repository / "docs" / "data").exists()
    assert not (repository / "site").exists()


def test_no_site_stops_at_the_pages(repository: Path) -> None:
    assert "pages: docs" in run("build", "--no-site").stdout
    assert not (repository / "site").exists()


def test_a_document_that_fails_does_not_stop_the_others(repository: Path) -> None:
    (repository / "content" / "empty.txt").write_bytes(b"")
    result = run("build")
    assert result.exit_code == 1
    assert "content/empty.txt:1: error: " in result.stderr
    assert "[empty-file]" in result.stderr
    assert (repository / "site" / "index.html").is_file()


def test_nothing_published_is_2(repository: Path) -> None:
    (repository / "content" / "notes.txt").write_bytes(b"")
    assert run("build").exit_code == 2
    assert not (repository / "site").exists()


def test_no_documents_at_all_is_2(repository: Path) -> None:
    (repository / "content" / "notes.txt").unlink()
    result = run("check")
    assert result.exit_code == 2
    assert "no documents in content" in result.stderr


def test_strict_lets_a_warning_count(repository: Path) -> None:
    (repository / "content" / "shopping.txt").write_text("Milk and eggs for the weekend.\n", encoding="utf-8")
    assert run("check").exit_code == 0
    assert run("check", "--strict").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("biuld",), "Did you mean 'build'?"),
        (("build", "nowhere"), "'nowhere' does not exist"),
        (("build", "--docs-dir", "content/docs"), "lie in one another (name another with --docs-dir)"),
        (("build", "-q", "-v"), "contradict"),
        (("check", "--format", "xml"), "'xml' is not one of"),
    ],
)
def test_a_wrong_command_is_2_and_says_why(arguments: tuple[str, ...], words: str, repository: Path) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_outside_a_repository_the_way_out_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "no mkdocs.yml in this folder or above it" in run("build", str(tmp_path)).stderr


def test_a_wrong_setting_is_named_with_the_nearest(repository: Path) -> None:
    (repository / "archive.toml").write_text('[site]\nnmae = "Test"\n', encoding="utf-8")
    result = run("check")
    assert result.exit_code == 2
    assert "site.nmae: unknown key; did you mean 'name'?" in result.stderr


def test_a_broken_mkdocs_yml_is_named(repository: Path) -> None:
    (repository / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    result = run("build")
    assert result.exit_code == 2
    assert "mkdocs.yml cannot be used" in result.stderr


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (ValueError("no such thing"), "ValueError: no such thing (nothing was published"),
        (OSError(28, "disk full"), "disk full"),
    ],
)
def test_a_fault_of_the_program_is_a_line_and_with_v_a_traceback(
    fault: Exception, words: str, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(render, "pages", fail)
    result = run("build")
    assert result.exit_code == 2
    assert words in result.stderr
    with pytest.raises((StageError, OSError)):
        run("build", "-v")


def test_check_as_json_is_data_on_standard_output(repository: Path) -> None:
    (repository / "content" / "empty.txt").write_bytes(b"")
    result = run("check", "--format", "json")
    (row,) = [row for row in json.loads(result.stdout) if row["severity"] == "error"]
    assert list(row) == ["file", "line", "severity", "code", "message", "hint"]
    assert row["file"] == "content/empty.txt"


def test_a_problem_names_the_file_as_it_was_named(repository: Path) -> None:
    (repository / "content" / "deep").mkdir()
    (repository / "content" / "deep" / "empty.txt").write_bytes(b"")
    assert "deep/empty.txt:1: error" in run("check", "content/deep").stderr
    assert "content/deep/empty.txt:1: error" in run("check").stderr
    assert run("check", "content/deep/empty.txt").stderr.startswith("content/deep/empty.txt:1: error")


def test_check_for_github_annotates_the_file(repository: Path) -> None:
    (repository / "content" / "empty.txt").write_bytes(b"")
    found = run("check", "--format", "github", "--quiet")
    assert "::error file=content/empty.txt,line=1,title=empty-file::" in found.stdout
    assert found.stderr == ""


def test_check_writes_nothing(repository: Path) -> None:
    before = sorted(repository.rglob("*"))
    run("check")
    assert sorted(repository.rglob("*")) == before


def test_show_is_an_outline(repository: Path) -> None:
    result = run("show", "content/notes.txt")
    assert result.exit_code == 0
    assert "18 March 2025" in result.stdout
    assert "Attendance\n    present " in result.stdout
    assert "Records: " in result.stdout
    assert "[action-marker]" in result.stdout


def test_show_as_json_has_the_rows_of_the_export(repository: Path) -> None:
    tables = json.loads(run("show", "--json", "content/notes.txt").stdout)
    assert tables["documents"][0]["date"] == "2025-03-18"
    assert len(tables["actions"]) == 4


@pytest.mark.parametrize("command", ["build", "check", "show", "serve"])
def test_each_command_explains_itself_with_an_example(command: str) -> None:
    assert f"archive {command}" in run(command, "--help").stdout


def test_rules_are_listed_with_what_fits_and_what_does_not() -> None:
    listed = run("rules", "decides").stdout
    assert "body-decides (decides, confidence 0.9)\n  fits:     The Board endorsed the plan.\n" in listed
    assert "  does not: The builder agreed to come back.\n" in listed
    assert "told-answer" not in listed
    assert "told-answer (answers" in run("rules").stdout


def test_an_act_that_no_rule_does_is_2_and_names_those_that_are_done() -> None:
    result = run("rules", "sings")
    assert result.exit_code == 2
    assert "answers, asks" in result.stderr


def test_quiet_prints_nothing_where_nothing_is_wrong(repository: Path) -> None:
    result = run("build", "--quiet")
    assert (result.stdout, result.exit_code) == ("", 0)


def test_cached_and_cold_builds_write_the_same_bytes(repository: Path, tmp_path: Path) -> None:
    shutil.rmtree(repository / "content")
    shutil.copytree(ROOT / "content", repository / "content")

    def built(name: str, *options: str) -> dict[str, bytes]:
        docs = tmp_path / name
        run("build", "--no-site", "--docs-dir", str(docs), *options)
        paths = sorted(path for path in docs.rglob("*") if path.is_file())
        return {path.relative_to(docs).as_posix(): path.read_bytes() for path in paths}

    cold = built("cold", "--no-cache")
    assert not (repository / ".cache").exists()
    first = built("first", "--jobs", "2")
    assert len(list((repository / ".cache").iterdir())) == len(list((repository / "content").iterdir()))
    second = built("second", "--jobs", "1")
    assert (cold == first) is True  # without a comparison of all their bytes
    assert (second == first) is True


def test_ctrl_c_ends_a_command_without_a_traceback(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(job, "gather", interrupted)
    result = run("check")
    assert result.exit_code == 130
    assert result.output == ""


def test_help_does_not_wait_for_the_readers() -> None:
    code = "import sys; from archive_builder.cli import main; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "archive_builder.cli.commands" in loaded
    assert loaded.isdisjoint({"pdfplumber", "mammoth", "selectolax", "pydantic", "jinja2", "mkdocs"})


def test_what_programs_leave_behind_is_skipped_with_a_note(repository: Path) -> None:
    for name in ("~$notes.docx", "Thumbs.db", "minutes.pdf.crdownload", ".DS_Store", "sub/notes.txt~"):
        (repository / "content" / name).parent.mkdir(exist_ok=True)
        (repository / "content" / name).write_bytes(b"x")
    result = run("check", "--strict")
    assert result.exit_code == 0
    [note] = [line for line in result.stderr.splitlines() if line.startswith("skipped")]
    assert note.endswith(
        "content/Thumbs.db, content/minutes.pdf.crdownload, content/sub/notes.txt~, content/~$notes.docx"
    )
    assert "skipped" not in run("check", "--quiet").stderr
