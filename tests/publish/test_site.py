"""MkDocs run on what was written: the configuration repeats the build, faults are named."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from archive_builder.model import Page
from archive_builder.publish import MARKER, Places, build, configure, write

DAY = date(2025, 3, 18)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A repository with a plain theme that overrides a template."""
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides" / "404.html").write_text("not here")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Test\nsite_url: !ENV [SITE_URL, 'http://127.0.0.1:8000/']\nplugins: []\n"
        "nav: []\n"
        "theme: {name: mkdocs, custom_dir: overrides}\n"
    )
    return Places(root=tmp_path, docs=tmp_path / "elsewhere", site=tmp_path / "out")


def page(body: str) -> Page:
    return Page(path="", title="Home", front={}, body=body)


def test_the_configuration_repeats_the_build(places: Places) -> None:
    write(places, [page("# Home")])
    configuration = configure(places)
    assert build(configuration, places, DAY).published
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(configuration)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    again = subprocess.run(command, cwd="/", env=environment, capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stderr


def test_two_builds_give_the_same_bytes(places: Places) -> None:
    write(places, [page("# Home")])
    states = []
    for _ in range(2):
        build(configure(places), places, DAY)
        states.append({path: path.read_bytes() for path in sorted(places.site.rglob("*")) if path.is_file()})
    assert states[0].keys() == states[1].keys()
    assert [path for path in states[0] if states[0][path] != states[1][path]] == []
    assert b"2025-03-18" in states[0][places.site / "sitemap.xml"]


def test_a_dead_link_is_named_and_the_site_is_there(places: Places) -> None:
    write(places, [page("[gone](gone.md)")])
    outcome = build(configure(places), places, DAY)
    assert outcome.published
    assert len(outcome.faults) == 1
    assert "gone.md" in outcome.faults[0].message
    assert (places.site / "index.html").is_file()


def test_nothing_is_kept_of_a_site_that_may_not_be_published(places: Places) -> None:
    def refuse(site: Path, patch: object) -> None:
        raise PermissionError(site)

    write(places, [page("# Home")])
    configuration = configure(places)
    assert build(configuration, places, DAY).published
    assert configuration.with_suffix(".pages").is_file()
    with pytest.raises(PermissionError):
        build(configuration, places, DAY, refuse)
    assert not configuration.with_suffix(".pages").exists()
    assert (places.site / "index.html").is_file()


def test_a_broken_configuration_publishes_nothing(places: Places) -> None:
    write(places, [page("# Home")])
    (places.root / "mkdocs.yml").write_text("site_name: Test\nno_such_key: 1\ntheme: {name: nowhere}\n")
    outcome = build(configure(places), places, DAY)
    assert not outcome.published
    assert any("nowhere" in fault.message for fault in outcome.faults)


def test_a_build_that_fails_leaves_the_last_site_standing(places: Places) -> None:
    write(places, [page("# Home")])
    build(configure(places), places, DAY)
    standing = sorted(places.site.rglob("*"))
    home = (places.site / "index.html").read_bytes()
    (places.root / "overrides" / "main.html").write_text("{% this is no template %}")
    assert not build(configure(places), places, DAY).published
    assert sorted(places.site.rglob("*")) == standing
    assert (places.site / "index.html").read_bytes() == home


def test_the_old_site_is_read_until_the_new_one_is_whole(places: Places) -> None:
    """A hook of MkDocs looks at the site's folder when the last page has been written."""
    (places.root / "look.py").write_text(
        "from pathlib import Path\n"
        "def on_post_build(config):\n"
        f"    home = Path({str(places.site / 'index.html')!r})\n"
        f"    Path({str(places.root / 'seen')!r}).write_text(home.read_text() if home.exists() else '')\n"
    )
    configuration = places.root / "mkdocs.yml"
    configuration.write_text(f"{configuration.read_text()}hooks: [{places.root / 'look.py'}]\n")
    write(places, [page("The old one.")])
    build(configure(places), places, DAY)
    write(places, [page("The new one.")])
    assert build(configure(places), places, DAY).published
    assert "The old one." in (places.root / "seen").read_text()
    assert "The new one." in (places.site / "index.html").read_text()


def test_a_page_that_went_is_gone(places: Places) -> None:
    write(places, [page("# Home"), Page(path="gone/", title="Gone", front={}, body="# Gone")])
    build(configure(places), places, DAY)
    assert (places.site / "gone" / "index.html").is_file()
    write(places, [page("# Home")])
    build(configure(places), places, DAY)
    assert not (places.site / "gone").exists()
    assert [path.name for path in places.site.iterdir() if path.name.startswith(".")] == [MARKER]


@pytest.mark.parametrize("day", [None, date(1823, 1, 1), date(9999, 12, 31)])
def test_a_misprinted_date_does_not_stop_the_build(day: date | None, places: Places) -> None:
    write(places, [page("# Home")])
    outcome = build(configure(places), places, day)
    assert (outcome.published, outcome.faults) == (True, ())


def test_what_a_killed_build_still_writes_does_not_hinder_the_next(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its folder cannot be removed while files come into it."""
    write(places, [page("# Home")])
    left = [places.site / ".new", places.site / ".new-1", places.site / ".old-1"]
    for folder in left:
        folder.mkdir(parents=True)
        (folder / "index.html").write_text("late")
    with monkeypatch.context() as patch:
        patch.setattr("shutil.rmtree", lambda folder, ignore_errors: None)
        assert build(configure(places), places, DAY).published
    assert "late" not in (places.site / "index.html").read_text(encoding="utf-8")
    assert build(configure(places), places, DAY).published
    assert not any(folder.exists() for folder in left)
    assert not list(places.site.glob(".[no]*"))
