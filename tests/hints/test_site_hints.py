"""The hints about a site that was published, and about how it looks, done to the letter."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from archive_builder import pipeline
from archive_builder.problem import Problem
from archive_builder.publish.appearance import find_appearance
from archive_builder.settings import Site, load


def changed(site: Path) -> None:
    (site / "about" / "index.html").write_text("changed", "utf-8")


def missing(site: Path) -> None:
    (site / "about" / "index.html").unlink()


def added(site: Path) -> None:
    (site / "extra.html").write_text("extra", "utf-8")


def without_manifest(site: Path) -> None:
    (site / "data" / "manifest.json").unlink()


def other_original(site: Path) -> None:
    path = next(path for path in sorted((site / "files").rglob("*.txt")))
    path.write_text("another file altogether", "utf-8")


def without_words(site: Path) -> None:
    path = site / "meetings" / "pab" / "2025-03-18" / "notes" / "index.html"
    path.write_text(path.read_text("utf-8").replace("she would write", "she might write"), "utf-8")


DAMAGE: dict[str, Callable[[Path], None]] = {
    "changed-file": changed,
    "missing-file": missing,
    "unlisted-file": added,
    "no-manifest": without_manifest,
    "changed-original": other_original,
    "quotation-not-in-original": other_original,
    "quotation-not-on-page": without_words,
}


@pytest.mark.parametrize("code", DAMAGE)
def test_the_hint_is_to_take_a_whole_copy(code: str, site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    DAMAGE[code](copy)
    [problem, *_] = [one for one in pipeline.verify_site(copy, load()).problems if one.code == code]
    assert re.search("take|put|compare", problem.hint), problem.hint


def test_a_whole_copy_of_the_site_stands(site: Path) -> None:
    """What all these hints come to: take the site from where it was published."""
    assert list(pipeline.verify_site(site, load()).problems) == []


def appearance(site: Site, docs: Path) -> list[Problem]:
    """What is wrong with how a site looks."""
    problems: list[Problem] = []
    find_appearance(site, docs, problems.append)
    return problems


@pytest.mark.parametrize("key", ["accent", "accent_dark"])
def test_the_shade_that_is_named_can_be_read(key: str, tmp_path: Path) -> None:
    unreadable = {"accent": "#eeee88", "accent_dark": "#111133"}
    given = {"accent": "#0b4f8a", key: unreadable[key]}
    [problem] = appearance(Site.model_validate(given), tmp_path)
    name, shade = re.findall(r'write (\w+) = "(#\w+)"', problem.hint)[0]
    assert appearance(Site.model_validate(given | {name: shade}), tmp_path) == []


def test_a_mark_is_put_below_docs(tmp_path: Path) -> None:
    site = Site(mark="mark.svg")
    [problem] = appearance(site, tmp_path)
    assert problem.hint
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'
    (tmp_path / "mark.svg").write_text(drawn, "utf-8")
    assert appearance(site, tmp_path) == []
