"""From the wheel alone, in an empty environment and an empty home: an archive is begun, built and searched."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from archive_builder.starter.answers import Answers
from archive_builder.starter.files import files
from tests.browsing import opening, served
from tests.conftest import ROOT

UV = Path(sys.executable).with_name("uv")
SECONDS = 120
"""Maximum for all commands together, with the packages in the cache of uv."""
PAPER = ROOT / "tests" / "starter" / "paper.pdf"

pytestmark = pytest.mark.deep


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as it would be released, made of the files that git knows."""
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run([UV, "build", "--quiet", "--wheel", "--out-dir", out, ROOT], check=True)
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., str]:
    """A shell with nothing in it but uv's cache of packages; it returns what a command prints."""
    (tmp_path / "home").mkdir()
    kept = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "UV_", "SSL_"))}
    cache = subprocess.run([UV, "cache", "dir"], check=True, capture_output=True, text=True).stdout.strip()
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path / "home"), "UV_CACHE_DIR": cache, **kept}

    def typed(*command: object, cwd: Path = tmp_path) -> str:
        done = subprocess.run(
            list(map(str, command)), cwd=cwd, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return typed


def test_three_commands_make_an_archive_that_is_searched(
    wheel: Path, run: Callable[..., str], tmp_path: Path, browser: Browser
) -> None:
    tool = (UV, "tool", "run", "--python", sys.executable, "--from", wheel, "archive-builder")
    started = time.monotonic()
    run(*tool, "new", "minutes", "--name", "Fenny archive", "--body", "Fenny Library Board", "--no-sample")
    shutil.copy(PAPER, tmp_path / "minutes" / "content")
    run(*tool, "build", cwd=tmp_path / "minutes")
    assert time.monotonic() - started < SECONDS
    with served(tmp_path / "minutes" / "site") as address, opening(browser, address) as opened:
        page = opened("search/?q=heron")
        first = page.locator("main mark").first
        first.wait_for()
        assert first.inner_text().casefold() == "heron"


def test_the_wheel_holds_the_program_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    listed = subprocess.run(
        ["git", "ls-files", "archive_builder"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    packed = {name for name in names if name.startswith("archive_builder/")}
    assert packed == set(listed.stdout.splitlines())
    assert {name.split("/")[0] for name in names if name not in packed} == {
        wheel.name.rsplit("-", 3)[0] + ".dist-info"
    }


def test_the_same_sources_give_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    subprocess.run([UV, "build", "--quiet", "--wheel", "--out-dir", tmp_path, ROOT], check=True)
    (again,) = tmp_path.glob("*.whl")
    assert again.read_bytes() == wheel.read_bytes()


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a host that builds sites: Python with pip, an empty home, the address of the site."""
    own = tmp_path_factory.mktemp("host")
    subprocess.run([sys.executable, "-m", "venv", own / "python"], check=True)
    (own / "home").mkdir()
    kept = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_"))}
    path = f"{own / 'python' / 'bin'}:/usr/bin:/bin"
    return {"PATH": path, "HOME": str(own / "home"), "URL": "https://minutes.example.org", **kept}


def begun(wheel: Path, folder: Path, host: str) -> Path:
    """A new archive for a host, which takes the program from the wheel."""
    named = Answers(
        name="Fenny archive",
        body="Fenny Library Board",
        host=host,
        package=f"archive-builder @ {wheel.as_uri()}",
    )
    for path, content in files(named).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")
    return folder


def test_a_host_builds_the_site_with_the_script_that_was_written(
    wheel: Path, host: dict[str, str], tmp_path: Path
) -> None:
    folder = begun(wheel, tmp_path / "minutes", "netlify")
    built = tomllib.loads((folder / "netlify.toml").read_text("utf-8"))["build"]
    done = subprocess.run(
        built["command"].split(), cwd=folder, env=host, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    sitemap = (folder / built["publish"] / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://minutes.example.org/about/</loc>" in sitemap


def test_the_steps_of_the_container_build_the_site(wheel: Path, host: dict[str, str], tmp_path: Path) -> None:
    """There is no engine of containers where the tests run: the steps are run in an empty environment instead."""
    folder = begun(wheel, tmp_path / "minutes", "container")
    steps = re.findall(r"^RUN (?!useradd)(.+)$", (folder / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    assert len(steps) == 2
    script = "\n".join(steps).replace(" --user", "")  # the environment is its own
    environment = {**host, "SITE_URL": "https://minutes.example.org/"}
    done = subprocess.run(
        ["sh", "-e", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (folder / "site" / "index.html").is_file()
