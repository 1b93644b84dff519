"""The steps of the publication workflows, run as they stand on a repository at a sub-path."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

URL = "https://records.example.org/archive/"


@pytest.fixture
def workplace(repository: Path) -> Path:
    """The repository with the environment that `make environment` would make."""
    (repository / ".venv" / "bin").mkdir(parents=True)
    command = repository / ".venv" / "bin" / "archive"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m archive_builder "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return repository


def shell(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A step as a runner runs it."""
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def github_step(name: str, file: str = "publish.yml") -> str:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / file).read_text(encoding="utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    return str(next(step["run"] for step in steps if step.get("name") == name))


def gitlab_job(name: str) -> list[str]:
    jobs = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    return [str(line) for line in jobs[name]["script"]]


@pytest.mark.parametrize(
    ("broken", "status"), [pytest.param(False, "0", marks=pytest.mark.deep), (True, "1")]
)
def test_github_publishes_the_good_documents_then_gives_its_verdict(
    broken: bool, status: str, workplace: Path, tmp_path: Path
) -> None:
    if broken:
        (workplace / "content" / "empty.txt").write_bytes(b"")
    check = shell(github_step("Check the documents"), workplace)
    assert check.returncode == 0
    assert ("::error file=content/empty.txt,line=1" in check.stdout) == broken
    output = tmp_path / "output"
    build = shell(github_step("Build the site"), workplace, SITE_URL=URL, GITHUB_OUTPUT=str(output))
    assert build.returncode == 0, build.stderr
    assert output.read_text(encoding="utf-8") == f"status={status}\n"
    assert f"<loc>{URL}about/</loc>" in (workplace / "site" / "sitemap.xml").read_text(encoding="utf-8")
    verdict = re.sub(r"\${{.*?}}", status, github_step("Every document was published"))
    assert (shell(verdict, workplace).returncode == 0) != broken


@pytest.mark.parametrize("broken", [pytest.param(False, marks=pytest.mark.deep), True])
def test_gitlab_publishes_the_good_documents_then_gives_its_verdict(broken: bool, workplace: Path) -> None:
    if broken:
        (workplace / "content" / "empty.txt").write_bytes(b"")
    lines = [line for line in gitlab_job("pages") if line != "make environment"]
    publish = shell("\n".join(lines), workplace, CI_PAGES_URL=URL.rstrip("/"))
    assert publish.returncode == 0, publish.stderr
    assert f"<loc>{URL}about/</loc>" in (workplace / "public" / "sitemap.xml").read_text(encoding="utf-8")
    assert (shell("\n".join(gitlab_job("verdict")), workplace).returncode == 0) != broken


def kept_between_runs() -> list[str]:
    """Return the folders that the workflow of GitHub keeps; that of GitLab keeps the same."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    step = next(step for step in steps if step.get("uses", "").startswith("actions/cache@"))
    kept = str(step["with"]["path"]).split()
    jobs = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert [name for name in jobs["default"]["cache"]["paths"] if name != ".pip"] == kept
    return kept


def test_a_run_with_what_the_last_one_kept_publishes_what_a_first_one_does(
    workplace: Path, tmp_path: Path
) -> None:
    runs = [tmp_path / name for name in ("first", "next", "cold")]
    for run in runs:
        shutil.copytree(workplace, run)
    first, following, cold = runs
    output = str(tmp_path / "output")

    def build(run: Path) -> None:
        done = shell(github_step("Build the site"), run, SITE_URL=URL, GITHUB_OUTPUT=output)
        assert done.returncode == 0, done.stderr

    build(first)
    for name in kept_between_runs():
        shutil.copytree(first / name, following / name)
    for run in (following, cold):
        (run / "content" / "more.txt").write_text(
            "Fenny Board\n\nNotes of the Meeting\n\n12 March 2024\n", "utf-8"
        )
        (run / "docs" / "about.md").write_text("# About\n\nAnother text.\n", encoding="utf-8")
        build(run)
    sites = [
        {
            path.relative_to(run / "site"): path.read_bytes()
            for path in (run / "site").rglob("*")
            if path.is_file()
        }
        for run in (following, cold)
    ]
    assert (sites[0] == sites[1]) is True


def test_nothing_is_published_where_no_document_can_be_read(workplace: Path, tmp_path: Path) -> None:
    (workplace / "content" / "notes.txt").write_bytes(b"")
    output = str(tmp_path / "output")
    assert shell(github_step("Build the site"), workplace, SITE_URL=URL, GITHUB_OUTPUT=output).returncode != 0


def git(folder: Path, *arguments: str) -> str:
    name = ("-c", "user.name=Ann Lee", "-c", "user.email=ann@example.org")
    return subprocess.run(
        ["git", *name, *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout


def test_github_locks_what_is_published_and_shows_what_a_pull_request_changes(
    workplace: Path, tmp_path: Path
) -> None:
    git(workplace, "init", "-q")
    git(workplace, "add", "content")
    git(workplace, "commit", "-qm", "Notes")
    base = git(workplace, "rev-parse", "HEAD").strip()
    (workplace / "content" / "more.txt").write_text(
        "Fenny Board\n\nNotes of the Meeting\n\n12 March 2024\n", "utf-8"
    )
    lock = shell(github_step("Lock what is published"), workplace)
    assert lock.returncode == 0, lock.stderr
    git(workplace, "add", "content/more.txt")
    git(workplace, "commit", "-qm", "More")
    commit = github_step("Commit the lock").replace("git push", "git log")
    assert shell(commit, workplace).returncode == 0
    assert "content/lock/meetings/fenny-board/2024-03-12/notes.yml" in git(workplace, "show", "--stat=200")
    assert shell(commit, workplace).returncode == 0  # nothing to commit
    summary = tmp_path / "summary"
    show = github_step("Show what changes", "pull-request.yml")
    done = shell(show, workplace, BASE=base, GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 0, done.stderr
    assert "      + meetings/fenny-board/2024-03-12/notes/" in summary.read_text("utf-8")
