"""`archive verify` on a small site of invented papers: all of it stands, and each byte that is changed is named."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive_builder import lang, pipeline, verify
from archive_builder.cli.commands import main
from archive_builder.settings import load
from archive_builder.verify import manifest

MINUTES = """# Minutes

Fernley Town Board

Minutes of the meeting held on 6 May 2024

## 1. The clock

Question 1: Why is the clock slow?

Answer: It was not wound in the winter.

RESOLVED: That the clock be wound on Mondays.

Action: Ann Lee to find the key of the tower.

## 2. The gate

It was moved by Ann Lee, seconded by Bo Ray, that the gate be painted. The motion was carried 4-1.
"""
TRACKER = """# Action tracker

Fernley Town Board

3 June 2024

| Minute | Date of meeting | Action | Update | Status |
| --- | --- | --- | --- | --- |
| 1 | May 2024 | Ann Lee to find the key of the tower. | Found on 30 May | Completed |
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("verify")
    content = folder / "papers"
    content.mkdir()
    (content / "minutes.md").write_text(MINUTES, encoding="utf-8")
    (content / "tracker.md").write_text(TRACKER, encoding="utf-8")
    outcome = CliRunner().invoke(
        main,
        ["build", str(content), "--docs-dir", str(folder / "docs"), "--site-dir", str(folder / "site")],
        catch_exceptions=False,
    )
    assert outcome.exit_code == 0, outcome.output
    return folder / "site"


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "site"))


def codes(site: Path) -> set[tuple[str, str]]:
    return {(problem.code, problem.file) for problem in pipeline.verify_site(site, load()).problems}


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) >= 1, old
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def original_of(site: Path, name: str) -> str:
    (found,) = [each.address for each in verify.read_originals(site) if each.file == name]
    return found


def test_all_of_it_stands(site: Path) -> None:
    found = pipeline.verify_site(site, load())
    assert found.problems == []
    assert found.stands
    assert found.originals == 2
    rows = [
        json.loads(line)
        for kind in ("questions", "actions", "decisions", "votes", "tracker_rows")
        for line in (site / "data" / f"{kind}.jsonl").read_text("utf-8").splitlines()
    ]
    answers = [row for row in rows if row.get("answer_evidence")]
    assert {"question", "answer"} <= {row["id"].partition("#")[2].split("-")[0] for row in rows} | {"answer"}
    assert found.quotations == len(rows) + len(answers) > 5


def test_a_site_whose_data_is_compressed_only_is_checked_as_well(site: Path) -> None:
    before = pipeline.verify_site(site, load()).quotations
    for plain in (site / "data").glob("*.jsonl"):
        plain.unlink()
    manifest.write(site)
    found = pipeline.verify_site(site, load())
    assert found.stands
    assert found.quotations == before
    (site / "data" / "documents.jsonl.gz").write_bytes(b"\x1f\x8bdamaged")
    with pytest.raises(verify.SiteError, match=r"data/documents\.jsonl\.gz cannot be read"):
        verify.read_originals(site)


def test_a_byte_changed_in_an_original_is_named(site: Path) -> None:
    address = original_of(site, "minutes.md")
    change(site / address, "wound on Mondays", "wound on Fridays")
    assert codes(site) == {
        ("changed-file", address),
        ("changed-original", address),
        ("quotation-not-in-original", address),
    }


def test_a_byte_changed_in_a_page_is_named(site: Path) -> None:
    page = "meetings/fernley-town-board/2024-05-06/minutes/index.html"
    change(site / page, "clock be wound on Mondays", "clock be wound on Tuesdays")
    assert codes(site) == {("changed-file", page), ("quotation-not-on-page", page)}


def test_a_byte_changed_in_a_quotation_is_named_whatever_the_list_says(site: Path) -> None:
    change(site / "data/decisions.jsonl", "clock be wound on Mondays", "bell be wound on Mondays")
    page = "meetings/fernley-town-board/2024-05-06/minutes/index.html"
    told = {("quotation-not-in-original", original_of(site, "minutes.md")), ("quotation-not-on-page", page)}
    assert codes(site) == {("changed-file", "data/decisions.jsonl"), *told}
    manifest.write(site)
    assert codes(site) == told


def test_an_answer_is_a_quotation_too(site: Path) -> None:
    change(site / "data/questions.jsonl", "not wound in the winter", "not wound in the summer")
    manifest.write(site)
    assert {code for code, _ in codes(site)} == {"quotation-not-in-original", "quotation-not-on-page"}


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda site: (site / "about/index.html").unlink(), "missing-file"),
        (lambda site: (site / "about/more.html").write_text("more"), "unlisted-file"),
        (lambda site: (site / "data/manifest.json").unlink(), "no-manifest"),
        (lambda site: (site / "data/manifest.json").write_text("[]"), "no-manifest"),
    ],
)
def test_what_is_missing_or_too_much_is_named(act: Callable[[Path], object], code: str, site: Path) -> None:
    act(site)
    assert {code for code, _ in codes(site)} == {code}


def test_an_original_that_is_gone_is_named(site: Path) -> None:
    address = original_of(site, "tracker.md")
    (site / address).unlink()
    assert {code for code, file in codes(site) if file == address} == {
        "missing-file",
        "changed-original",
        "unread-original",
    }


def test_exit_statuses(site: Path, tmp_path: Path) -> None:
    run = CliRunner()
    assert run.invoke(main, ["verify", str(site)]).exit_code == 0
    (site / "about/index.html").write_text("changed", encoding="utf-8")
    outcome = run.invoke(main, ["verify", str(site)])
    assert outcome.exit_code == 1
    assert "about/index.html:1: error: the file is not the one that was published" in outcome.output
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run.invoke(main, ["verify", str(empty)]).exit_code == 2


def test_the_list_names_every_file_but_itself_and_is_the_same_each_time(site: Path) -> None:
    listed = json.loads((site / "data/manifest.json").read_text("utf-8"))["files"]
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    visible = {name for name in files if not name.startswith(".")}
    assert set(listed) == visible - {"data/manifest.json", "data/SHA256SUMS"}
    assert list(listed) == sorted(listed)
    before = [(site / name).read_bytes() for name in ("data/manifest.json", "data/SHA256SUMS")]
    manifest.write(site)
    assert [(site / name).read_bytes() for name in ("data/manifest.json", "data/SHA256SUMS")] == before


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="there is no sha256sum here")
def test_sha256sum_alone_checks_a_copy(site: Path) -> None:
    command = ["sha256sum", "--check", "--quiet", "data/SHA256SUMS"]
    assert "sha256sum --check --quiet data/SHA256SUMS" in lang.standing_pages()["check.md"]
    assert subprocess.run(command, cwd=site, check=False, capture_output=True).returncode == 0
    (site / "about/index.html").write_text("changed", encoding="utf-8")
    done = subprocess.run(command, cwd=site, check=False, capture_output=True, text=True)
    assert done.returncode != 0
    assert "about/index.html: FAILED" in done.stdout
