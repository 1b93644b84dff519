"""The workflow that fetches: its steps are run as GitHub runs them, in clones, with a stand-in for `gh`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from archive_builder.starter.answers import Answers
from archive_builder.starter.files import text
from tests.fetch.site import Site, gives, lists, paper, serving

WORKFLOW = yaml.safe_load(
    text(".github/workflows/fetch.yml", Answers(name="Fenny archive", body="Fenny Hollow Parish Council"))
)
GH = '#!/bin/sh\necho "$@" >> "$GH_LOG"\nif [ "$1 $2" = "pr list" ]; then echo "$GH_OPEN"; fi\n'


@dataclass
class Runner:
    """A repository, and a machine that runs the workflow's jobs on clones of it."""

    origin: Path
    home: Path
    open_requests: int = 0
    outputs: dict[str, str] = field(default_factory=dict)

    def run(self, job: str, branch: str = "main") -> None:
        """Run the scripts of a job in a new clone; artefacts lie in `came` of the runner's folder."""
        clone = self.home / f"{job}-{len(list(self.home.iterdir()))}"
        git(self.home, "clone", "-q", "-b", branch, str(self.origin), str(clone))
        (clone / ".venv" / "bin").mkdir(parents=True)
        (clone / ".venv" / "bin" / "archive").symlink_to(Path(sys.executable).parent / "archive")
        for step in WORKFLOW["jobs"][job]["steps"]:
            if "run" in step and step.get("name") != "Set up" and self.is_wanted(step):
                self.step(step, clone)
        if job == "fetch":
            for name in ("came.txt", "problems.txt", "fetched.tar"):
                if (clone / name).is_file():
                    (clone / name).replace(self.home / "came" / name)

    def is_wanted(self, step: dict[str, Any]) -> bool:
        return "if" not in step or self.outputs.get("there") == "yes"

    def step(self, step: dict[str, Any], clone: Path) -> None:
        said = self.home / "output"
        said.write_text("", "utf-8")
        given = {
            "GITHUB_OUTPUT": str(said),
            "GITHUB_REPOSITORY": "fenny/archive",
            "GITHUB_REF_NAME": "main",
            "RUNNER_TEMP": str(self.home),
            "BRANCH": self.outputs.get("branch", ""),
            "GH_LOG": str(self.home / "gh.log"),
            "GH_OPEN": str(self.open_requests),
            "PATH": f"{self.home / 'bin'}{os.pathsep}{os.environ['PATH']}",
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(
            command, cwd=clone, env=os.environ | given, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        pairs = (line.partition("=") for line in said.read_text("utf-8").splitlines())
        self.outputs |= {name: value for name, _, value in pairs}

    def files(self, branch: str) -> list[str]:
        """The documents of a branch."""
        names = git(self.origin, "ls-tree", "-r", "--name-only", branch, "content").splitlines()
        return [name for name in names if not name.startswith("content/fetched/")]

    def asked(self) -> str:
        """What `gh` was asked for."""
        return (self.home / "gh.log").read_text("utf-8")


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=Test", "-c", "user.email=test@invalid", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as site:
        site.pages |= {
            "/minutes/": lists("/a.pdf", "/gone.pdf"),
            "/a.pdf": gives(paper("a")),
            "/b.pdf": gives(paper("b")),
        }
        yield site


@pytest.fixture
def runner(tmp_path: Path, site: Site) -> Runner:
    work = tmp_path / "work"
    (work / "content").mkdir(parents=True)
    (work / "content" / "notes.txt").write_text("Notes", "utf-8")
    (work / "mkdocs.yml").write_text("site_name: Fenny archive\n", "utf-8")
    (work / "sources.toml").write_text(
        f'[[sources]]\nname = "Parish"\nkind = "page"\naddress = "{site.address}/minutes/"\ninto = "parish"\n',
        "utf-8",
    )
    git(work, "init", "-q", "-b", "main")
    git(work, "add", ".")
    git(work, "commit", "-q", "-m", "Begin")
    git(tmp_path, "clone", "-q", "--bare", str(work), str(tmp_path / "origin.git"))
    home = tmp_path / "runner"
    (home / "came").mkdir(parents=True)
    (home / "bin").mkdir()
    (home / "bin" / "gh").write_text(GH, "utf-8")
    (home / "bin" / "gh").chmod(0o755)
    return Runner(tmp_path / "origin.git", home)


def test_what_came_is_proposed_and_main_is_left_alone(runner: Runner) -> None:
    runner.run("fetch")
    assert (runner.outputs["branch"], runner.outputs["came"], runner.outputs["status"]) == ("main", "2", "1")
    runner.run("propose")
    assert runner.files("main") == ["content/notes.txt"]
    assert runner.files("fetched") == ["content/notes.txt", "content/parish/a.pdf"]
    assert "pr create --head fetched --base main" in runner.asked()
    body = (runner.home / "came" / "body.md").read_text("utf-8")
    assert "    new: content/parish/a.pdf" in body
    assert "/gone.pdf answers with status 404" in body


def test_what_comes_later_is_added_to_the_open_pull_request(runner: Runner, site: Site) -> None:
    runner.run("fetch")
    runner.run("propose")
    runner.open_requests = 1
    site.pages["/minutes/"] = lists("/a.pdf", "/b.pdf")
    runner.run("fetch", "fetched")
    assert (runner.outputs["branch"], runner.outputs["came"], runner.outputs["status"]) == (
        "fetched",
        "2",
        "0",
    )
    runner.run("propose", "fetched")
    assert runner.files("fetched") == ["content/notes.txt", "content/parish/a.pdf", "content/parish/b.pdf"]
    assert runner.asked().splitlines()[-1].startswith("pr comment fetched")


def test_a_branch_whose_pull_request_was_closed_is_begun_anew(runner: Runner, site: Site) -> None:
    runner.run("fetch")
    runner.run("propose")
    site.pages["/minutes/"] = lists("/b.pdf")
    runner.run("fetch")
    runner.run("propose")
    assert runner.files("fetched") == ["content/notes.txt", "content/parish/b.pdf"]


def test_nothing_new_is_nothing_to_propose(runner: Runner, site: Site) -> None:
    site.pages["/minutes/"] = lists("/none")
    runner.run("fetch")
    assert runner.outputs["came"] == "0"


def test_an_archive_without_a_list_fetches_nothing(runner: Runner, site: Site) -> None:
    git(runner.origin, "worktree", "add", "-q", str(runner.home / "edit"), "main")
    git(runner.home / "edit", "rm", "-q", "sources.toml")
    git(runner.home / "edit", "commit", "-q", "-m", "No list")
    git(runner.origin, "worktree", "remove", str(runner.home / "edit"))
    runner.run("fetch")
    assert "status" not in runner.outputs
    assert site.asked == []


def test_only_the_job_that_proposes_may_write() -> None:
    may = {name: job.get("permissions", WORKFLOW["permissions"]) for name, job in WORKFLOW["jobs"].items()}
    writing = {name for name, permissions in may.items() if "write" in permissions.values()}
    assert writing == {"propose"}
    commands = "".join(step.get("run", "") for step in WORKFLOW["jobs"]["propose"]["steps"])
    assert ".venv" not in commands
    assert "requirements" not in commands
