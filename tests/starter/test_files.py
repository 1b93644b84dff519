"""The files of a new archive can be used as they are, whatever an archive is called."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import hypothesis
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from archive_builder import settings
from archive_builder.publish import Places, configure
from archive_builder.starter.answers import HOSTS, Answers
from archive_builder.starter.files import files, text
from tests.conftest import ROOT

ANSWERS = Answers(name="Fenny Hollow meetings archive", body="Fenny Hollow Parish Council")
NAMES = st.text(st.characters(exclude_categories=["C"]), min_size=1).filter(str.strip)
OF_REPOSITORY = (".github/workflows/publish.yml", ".github/workflows/pull-request.yml", ".gitlab-ci.yml")


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("recognition", [True, False])
def test_each_file_has_the_form_of_its_kind(host: str, recognition: bool) -> None:
    made = files(Answers(name="A", body="B", host=host, text_recognition=recognition))
    for name, content in made.items():
        assert "[[ " not in content, name
        assert "[% " not in content, name
        if name.endswith(".yml") and name != "mkdocs.yml":
            assert isinstance(yaml.safe_load(content), dict), name
        if name.endswith(".toml"):
            assert tomllib.loads(content), name
    workflows = "".join(made[name] for name in made if name.endswith(".yml"))
    assert ("tesseract" in workflows) == (recognition and host in ("github", "gitlab"))


@given(name=NAMES, body=NAMES)
@hypothesis.settings(deadline=None, max_examples=50)
def test_any_name_can_be_used(name: str, body: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("archive")
    for path, content in files(Answers(name=name, body=body, host="other", sample=False)).items():
        (folder / path).write_text(content, encoding="utf-8")
    own = settings.load(folder / "archive.toml")
    assert own.site.name == name
    assert own.bodies[0].name == body
    configure(Places(root=folder, docs=folder / "docs", site=folder / "site"))


def test_actions_are_pinned_by_commit_and_every_job_has_an_end() -> None:
    for name in (*OF_REPOSITORY[:2], ".github/workflows/fetch.yml"):
        workflow = yaml.safe_load(text(name, ANSWERS))
        for job in workflow["jobs"].values():
            assert job["timeout-minutes"] <= 60
            for step in job["steps"]:
                assert "uses" not in step or re.fullmatch(r"actions/[\w/-]+@[0-9a-f]{40}", step["uses"]), step
        assert workflow["permissions"]["contents"] == "read"


@pytest.mark.parametrize("name", OF_REPOSITORY)
def test_this_repository_has_the_workflows_of_every_archive(
    name: str, request: pytest.FixtureRequest
) -> None:
    """They differ in how the program is installed: here from the sources."""
    wanted = text(name, ANSWERS, setup="make environment", dependencies="uv.lock")
    if request.config.getoption("--update"):
        Path(ROOT / name).write_text(wanted, encoding="utf-8")
    assert (ROOT / name).read_text("utf-8") == wanted
