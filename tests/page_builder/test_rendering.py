"""A page that the two renderers do not agree on is reported, and then Python-Markdown renders every page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from archive_builder.page_builder import own_markdown, rendering
from archive_builder.publish.configuration import site_defaults
from tests.page_builder.test_build import TEMPLATE, Trial, files_of

PAGES = ("one", "two", "three")


def _wrong(text: str, address_of: Callable[[str], str]) -> own_markdown.Rendered:
    rendered = own_markdown.page.render(text, address_of)
    return replace(rendered, html=f"{rendered.html}<!-- wrong -->")


@pytest.fixture
def trial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trial:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1742256000")
    trial = Trial(tmp_path)
    defaults = {name: site_defaults()[name] for name in ("markdown_extensions", "plugins")}
    own = {"site_name": "Test", "theme": {"name": None, "custom_dir": "theme"}, "not_in_nav": "*"}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump({**own, **defaults}))
    (tmp_path / "theme" / "main.html").write_text(TEMPLATE)
    for name in PAGES:
        trial.write(f"meetings/{name}.md", f"# {name} {{: #page-title }}\n\n- [back](../list.md)")
    return trial


def test_the_fast_renderer_gives_the_site_that_python_markdown_gives(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert trial.build() == 0
    fast = files_of(trial.last)
    monkeypatch.setattr(rendering, "can_be_fast", lambda config: False)
    assert trial.build(cold=True) == 0
    assert files_of(trial.root / f"site-{trial.builds}") == fast


def test_a_difference_is_said_and_no_page_is_taken_from_the_fast_renderer(
    trial: Trial, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert trial.build() == 0
    right = files_of(trial.last)
    monkeypatch.setattr(own_markdown, "render", _wrong)
    monkeypatch.setattr(rendering, "_CHECKED", 1)
    trial.write("meetings/one.md", "# One {: #page-title }")
    before = files_of(trial.last)
    assert trial.build() == 1
    assert "'meetings/one.md' comes out otherwise" in capsys.readouterr().err
    assert files_of(trial.root / f"site-{trial.builds - 1}") == before == right
    changed = {name for name, text in files_of(trial.last).items() if right[name] != text}
    assert changed == {"meetings/one/index.html"}
    assert b"wrong" not in b"".join(files_of(trial.last).values())


def test_the_difference_is_said_as_long_as_the_page_is_as_it_was(
    trial: Trial, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(own_markdown, "render", _wrong)
    monkeypatch.setattr(rendering, "_CHECKED", 1)
    assert trial.build() == 1
    capsys.readouterr()
    assert trial.build() == 1
    assert capsys.readouterr().err.count("comes out otherwise") == len(PAGES)
