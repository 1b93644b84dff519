"""The accent colour and the mark of `archive.toml`: what can be read and shown is used, all else reported."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archive_builder.problem import Problem
from archive_builder.publish import accent
from archive_builder.publish.appearance import DEFAULT_MARK, LARGEST_MARK, STYLE, find_appearance
from archive_builder.settings import Site
from archive_builder.theme import FOLDER as THEME

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def look(site: Site, docs: Path) -> tuple[dict[str, str], dict[str, str], list[Problem]]:
    """The theme's settings, the files by their address, and what was reported."""
    problems: list[Problem] = []
    found = find_appearance(site, docs, problems.append)
    files = {asset.path: asset.content.decode() for asset in found.assets}
    return dict(found.extra), files, problems


def test_without_settings_the_theme_looks_as_it_comes(tmp_path: Path) -> None:
    assert look(Site(), tmp_path) == ({}, {}, [])


def test_an_accent_gives_a_style_for_both_schemes_and_colours_the_mark(tmp_path: Path) -> None:
    extra, files, problems = look(Site(accent="#7A1F5C"), tmp_path)
    assert extra == {"accent": STYLE, "mark": DEFAULT_MARK}
    assert problems == []
    light, dark, chosen = re.findall(r"--accent: (#[0-9a-f]{6});", files[STYLE])
    assert light == "#7a1f5c"
    assert dark == chosen != light
    assert accent.contrast(dark, "#14181c") >= accent.READABLE
    assert 'fill="#7a1f5c"' in files[DEFAULT_MARK]


@pytest.mark.parametrize("faint", ["#ffcc00", "#7fd0ff", "#ffffff", "#8a8a8a"])
def test_a_colour_that_cannot_be_read_is_reported_with_a_shade_that_can(faint: str, tmp_path: Path) -> None:
    _, files, [problem] = look(Site(accent=faint), tmp_path)
    assert problem.code == "faint-accent"
    (shade,) = re.findall(r"#[0-9a-f]{6}", problem.hint)
    assert f"--accent: {shade};" in files[STYLE]
    assert accent.contrast(shade, "#ffffff") >= accent.READABLE
    _, _, after = look(Site(accent=shade), tmp_path)
    assert after == []


def test_so_is_a_colour_that_cannot_be_read_in_the_dark(tmp_path: Path) -> None:
    _, files, [problem] = look(Site(accent="#0b4f8a", accent_dark="#0b4f8a"), tmp_path)
    (shade,) = re.findall(r"#[0-9a-f]{6}", problem.hint)
    assert "site.accent_dark" in problem.message
    assert files[STYLE].count(shade) == 2
    assert look(Site(accent="#0b4f8a", accent_dark=shade), tmp_path)[2] == []


def test_contrast_is_that_of_the_standard() -> None:
    assert round(accent.contrast("#000000", "#ffffff"), 2) == 21
    assert round(accent.contrast("#777777", "#ffffff"), 2) == 4.48
    assert accent.contrast("#0b4f8a", "#0b4f8a") == 1


def test_the_accent_of_the_theme_is_that_of_its_style_and_its_mark() -> None:
    for name in ("style/base.css", "favicon.svg"):
        assert accent.OF_THEME in (THEME / "assets" / name).read_text("utf-8")


def test_the_grounds_are_no_better_than_those_of_the_style() -> None:
    style = (THEME / "assets" / "style" / "base.css").read_text("utf-8")
    grounds = re.findall(r"--(?:paper|raised|header): (#[0-9a-f]{6});", style)
    assert len(grounds) == 9
    for ground in grounds:
        of_scheme = accent.LIGHT_GROUND if accent.contrast(ground, "#ffffff") < 2 else accent.DARK_GROUND
        end = "#000000" if of_scheme == accent.LIGHT_GROUND else "#ffffff"
        assert accent.contrast(ground, end) >= accent.contrast(of_scheme, end)


def test_a_mark_is_a_file_below_docs(tmp_path: Path) -> None:
    (tmp_path / "mark.svg").write_text(DRAWING.format('<path d="M0 0" fill="url(#a)"/>'), encoding="utf-8")
    assert look(Site(mark="mark.svg"), tmp_path) == ({"mark": "mark.svg"}, {}, [])
    (tmp_path / "mark.png").write_bytes(b"\x89PNG\r\n\x1a\n...")
    assert look(Site(mark="mark.png"), tmp_path) == ({"mark": "mark.png"}, {}, [])


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("gone.svg", None, "is not there"),
        ("mark.gif", "GIF89a", "neither PNG"),
        ("mark.png", "no picture", "neither PNG"),
        ("mark.svg", "<svg", "neither PNG"),
        ("mark.svg", "<html/>", "neither PNG"),
        ("mark.svg", DRAWING.format("<script>a()</script>"), "neither PNG"),
        ("mark.svg", DRAWING.format('<g onload="a()"/>'), "neither PNG"),
        ("mark.svg", DRAWING.format('<image href="https://host.example/a.png"/>'), "neither PNG"),
        ("mark.svg", DRAWING.format("<style>g { fill: url(https://host.example/) }</style>"), "neither PNG"),
        ("mark.svg", DRAWING.format(" " * LARGEST_MARK), "larger than 20 kB"),
    ],
)
def test_a_mark_that_pages_cannot_show_is_reported(
    name: str, content: str | None, words: str, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    extra, _, [problem] = look(Site(mark=name), tmp_path)
    assert extra == {}
    assert problem.code == "unusable-mark"
    assert words in problem.message
    assert problem.hint
