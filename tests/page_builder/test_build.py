"""Pages that have not changed are taken from the last site, and the site is the one that MkDocs makes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_builder.page_builder import build as page_builder

DAY = {"SOURCE_DATE_EPOCH": "1742256000", "NO_MKDOCS_2_WARNING": "1"}
CONFIGURATION = """
site_name: Test
site_url: https://example.org/
plugins: []
theme: {name: null, custom_dir: theme}
markdown_extensions: [attr_list, footnotes, toc]
validation: {links: {anchors: warn}}
nav: [index.md, list.md]
not_in_nav: /meetings/
"""
TEMPLATE = (
    "{% for item in nav %}<a href='{{ item.url | url }}'>{{ item.title }}</a>{% endfor %}"
    "<title>{{ page.title }}</title>{{ page.content }}{{ page.toc }}"
)
MEETINGS = ("one", "two", "three")


@dataclass
class Trial:
    """An archive of a few pages that is built again and again."""

    root: Path
    builds: int = 0
    last: Path = field(init=False)

    def __post_init__(self) -> None:
        self.last = self.root / "no site yet"
        (self.root / "theme").mkdir(parents=True)
        (self.root / "theme" / "main.html").write_text(TEMPLATE)
        (self.root / "mkdocs.yml").write_text(CONFIGURATION)
        self.write("index.md", "# Home\n[all](list.md)")
        self.write("list.md", "# List\n[one](meetings/one.md#items)")
        for name in MEETINGS:
            self.write(f"meetings/{name}.md", f"# {name}\n\n## Items\n\n[back](../list.md)")

    def write(self, page: str, text: str) -> None:
        path = self.root / "docs" / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def build(self, *, cold: bool = False) -> int:
        """Build a new site beside the last one, which it follows unless it is a cold build."""
        self.builds += 1
        site = self.root / f"site-{self.builds}"
        kept = self.root / ("none" if cold else "kept.pages")
        code = page_builder.build(self.root / "mkdocs.yml", site, self.last, kept)
        (self.root / "none").unlink(missing_ok=True)
        if not cold:
            self.last = site
        return code

    def changed(self) -> set[str]:
        """Build again, and return the pages that were made: those that are not the last site's own files."""
        before = {path.stat().st_ino for path in self.last.rglob("*.html")}
        self.build()
        pages = self.last.rglob("*.html")
        return {path.relative_to(self.last).as_posix() for path in pages if path.stat().st_ino not in before}


def files_of(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


@pytest.fixture
def trial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trial:
    for name, value in DAY.items():
        monkeypatch.setenv(name, value)
    trial = Trial(tmp_path)
    assert trial.build() == 0
    return trial


def test_nothing_changed_makes_no_page(trial: Trial) -> None:
    assert trial.changed() == set()


def test_a_page_that_changed_is_made_and_no_other(trial: Trial) -> None:
    trial.write("meetings/two.md", "# Two\n\nMore.")
    assert trial.changed() == {"meetings/two/index.html"}


def test_a_title_in_the_navigation_is_on_every_page(trial: Trial) -> None:
    trial.write("list.md", "---\ntitle: All meetings\n---\n")
    assert len(trial.changed()) == 5


def test_a_template_is_on_every_page(trial: Trial) -> None:
    (trial.root / "theme" / "main.html").write_text("{{ page.content }}")
    assert len(trial.changed()) == 5


def test_a_setting_is_on_every_page(trial: Trial) -> None:
    (trial.root / "mkdocs.yml").write_text(CONFIGURATION.replace("Test", "Another name"))
    assert len(trial.changed()) == 5


def test_a_page_whose_link_leads_nowhere_now_is_made_and_named(
    trial: Trial, capsys: pytest.CaptureFixture[str]
) -> None:
    (trial.root / "docs" / "meetings" / "one.md").unlink()
    assert trial.changed() == {"list/index.html"}
    assert "meetings/one.md" in capsys.readouterr().err


def test_a_page_whose_dead_link_leads_somewhere_now_is_made(trial: Trial) -> None:
    trial.write("meetings/two.md", "[later](four.md)")
    assert trial.build() == 1
    trial.write("meetings/four.md", "# Four")
    assert trial.changed() == {"meetings/two/index.html", "meetings/four/index.html"}


def test_an_anchor_that_is_gone_is_named_though_the_page_with_the_link_is_kept(
    trial: Trial, capsys: pytest.CaptureFixture[str]
) -> None:
    trial.write("meetings/one.md", "# One")
    assert trial.changed() == {"meetings/one/index.html"}
    assert "'meetings/one.md' does not contain an anchor '#items'" in capsys.readouterr().err


def test_a_fault_is_told_again_while_it_lasts(trial: Trial, capsys: pytest.CaptureFixture[str]) -> None:
    trial.write("meetings/two.md", "[gone](gone.md)")
    for _ in range(2):
        assert trial.build() == 1
        assert "gone.md" in capsys.readouterr().err
    trial.write("meetings/two.md", "# Two")
    assert trial.build() == 0


def test_html_that_somebody_changed_is_made_anew(trial: Trial) -> None:
    page = trial.last / "meetings" / "two" / "index.html"
    page.write_text(page.read_text() + "<!-- mine -->")
    assert trial.changed() == {"meetings/two/index.html"}
    assert b"mine" not in (trial.last / "meetings" / "two" / "index.html").read_bytes()


@pytest.mark.parametrize("damage", [b"", b"not compressed", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_what_was_kept_and_is_damaged_counts_as_none(trial: Trial, damage: bytes) -> None:
    (trial.root / "kept.pages").write_bytes(damage)
    assert len(trial.changed()) == 5


@pytest.mark.parametrize(
    ("before", "after"),
    [("plugins: []", "plugins: [search]"), ("[attr_list, footnotes, toc]", "[attr_list, nl2br]")],
)
def test_with_what_could_join_pages_mkdocs_makes_them_all(trial: Trial, before: str, after: str) -> None:
    (trial.root / "mkdocs.yml").write_text(CONFIGURATION.replace(before, after))
    trial.build()
    assert len(trial.changed()) == 5


def test_with_a_template_that_looks_at_all_pages_mkdocs_makes_them_all(trial: Trial) -> None:
    (trial.root / "theme" / "main.html").write_text("{{ pages | length }} {{ page.content }}")
    trial.build()
    assert len(trial.changed()) == 5


def test_a_page_that_mkdocs_stops_at_is_named(trial: Trial, capsys: pytest.CaptureFixture[str]) -> None:
    trial.write("meetings/two.md", "---\ntemplate: none.html\n---\n")
    assert trial.build() == 1
    assert "Error building page 'meetings/two.md'" in capsys.readouterr().err


def test_many_pages_are_made_in_several_processes_and_are_mkdocs_own(trial: Trial) -> None:
    for number in range(40):
        trial.write(f"meetings/{number}.md", f"# Number {number}\n\n[next](one.md#items)")
    assert trial.build() == 0
    assert trial.changed() == set()
    assert files_of(trial.last) == files_of(_mkdocs(trial))


def _mkdocs(trial: Trial) -> Path:
    """Build the site with MkDocs' own command."""
    site = trial.root / "by MkDocs"
    shutil.rmtree(site, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-f", "mkdocs.yml", "-d", str(site)]
    subprocess.run(command, cwd=trial.root, env={**os.environ, **DAY}, check=False, capture_output=True)
    return site


TEXTS = st.sampled_from(
    [
        "# A title",
        "[there](two.md)",
        "[up](../list.md#top)",
        "[x](gone.md)",
        "## Items\n\nnote[^1]\n\n[^1]: Foot.",
    ]
)
EDITS = st.one_of(
    st.tuples(st.sampled_from([*MEETINGS, "four"]), TEXTS),
    st.tuples(st.sampled_from(MEETINGS), st.none()),
    st.tuples(st.just("template"), st.sampled_from([TEMPLATE, "{{ page.content }}"])),
    st.tuples(st.just("list"), st.sampled_from(["# List", "---\ntitle: All\n---\n", "## Top"])),
)


@settings(max_examples=20, deadline=None)
@given(st.lists(EDITS, max_size=4))
def test_after_any_edits_the_site_is_that_of_a_cold_build(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str | None]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in DAY.items():
            patch.setenv(name, value)
        trial = Trial(tmp_path_factory.mktemp("edits"))
        trial.build()
        for what, text in edits:
            _edit(trial, what, text)
            code = trial.build()
            kept = files_of(trial.last)
            assert trial.build(cold=True) == code
            assert files_of(trial.root / f"site-{trial.builds}") == kept


def _edit(trial: Trial, what: str, text: str | None) -> None:
    if what == "template":
        (trial.root / "theme" / "main.html").write_text(str(text))
    elif what == "list":
        trial.write("list.md", str(text))
    elif text is None:
        (trial.root / "docs" / "meetings" / f"{what}.md").unlink(missing_ok=True)
    else:
        trial.write(f"meetings/{what}.md", text)


def reasons(trial: Trial, page: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return why a page would be made again now; the trial itself is not changed by asking."""
    capsys.readouterr()
    site, kept = trial.root / "asked", trial.root / "asked.pages"
    shutil.copy(trial.root / "kept.pages", kept)
    page_builder.build(trial.root / "mkdocs.yml", site, trial.last, kept, page)
    shutil.rmtree(site)
    return capsys.readouterr().out.splitlines()


def test_it_is_said_why_a_page_is_made_again(trial: Trial, capsys: pytest.CaptureFixture[str]) -> None:
    trial.build()
    assert reasons(trial, "list/", capsys) == ["nothing has changed: it is taken from the last site"]
    assert reasons(trial, "nowhere/", capsys) == ["there is no such page"]

    trial.write("meetings/one.md", "# One, anew\n\n## Items\n")
    assert reasons(trial, "/meetings/one/", capsys) == ["its source has changed: meetings/one.md"]

    trial.write("meetings/four.md", "# Four")
    assert reasons(trial, "meetings/four.md", capsys) == ["no earlier build has kept what it was made from"]

    (trial.root / "docs" / "meetings" / "one.md").unlink()
    gone = "a page or file that it links to has come, gone or moved: meetings/one.md"
    assert reasons(trial, "list/", capsys) == [gone]

    (trial.root / "theme" / "main.html").write_text(TEMPLATE + "<p>new</p>")
    (shared, *_) = reasons(trial, "", capsys)
    assert shared.startswith("what all pages share has changed: theme")
