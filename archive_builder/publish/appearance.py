"""How a site looks by `archive.toml`: its accent colour, its mark, and the theme's settings for both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from archive_builder.model import Asset
from archive_builder.problem import Problem, Report
from archive_builder.publish import accent
from archive_builder.settings import Site
from archive_builder.theme import FOLDER as THEME

STYLE = "brand/accent.css"
DEFAULT_MARK = "brand/mark.svg"
"""The theme's mark in the accent colour of an archive that has no mark of its own."""
LARGEST_MARK = 20_000
"""Maximum size of a mark in bytes: every page shows it."""
_FILE = "archive.toml"
_PNG = b"\x89PNG\r\n\x1a\n"
_ACTIVE = ("script", "foreignObject", "iframe", "animate", "set", "handler")
"""Elements of SVG that run, load or change something."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """What the theme is told, and the files that it then needs."""

    extra: Mapping[str, str]
    """Settings for MkDocs' `extra`: the addresses of the style and of the mark below the site's root."""
    assets: tuple[Asset, ...] = ()


def find_appearance(site: Site, docs: Path, report: Report) -> Appearance:
    """Return how a site looks; `docs` is the folder of the archive's own pages, in which its mark lies.

    Reports faint-accent where a colour cannot be read, and unusable-mark for a mark that pages cannot show.
    """
    extra: dict[str, str] = {}
    assets: list[Asset] = []
    if site.accent:
        light = _checked("accent", site.accent, accent.LIGHT_GROUND, report)
        given = site.accent_dark or accent.readable_shade(site.accent, accent.DARK_GROUND)
        dark = _checked("accent_dark", given, accent.DARK_GROUND, report)
        extra = {"accent": STYLE, "mark": DEFAULT_MARK}
        assets = [
            Asset(path=STYLE, content=accent.stylesheet(light, dark).encode()),
            Asset(path=DEFAULT_MARK, content=_mark_in(light)),
        ]
    fault = _fault_of(docs / site.mark) if site.mark else None
    if fault:
        report(Problem(_FILE, 1, "unusable-mark", f"site.mark: {site.mark} {fault[0]}", fault[1]))
    elif site.mark:
        extra["mark"] = site.mark
    return Appearance(extra, tuple(assets))


def _checked(key: str, colour: str, ground: str, report: Report) -> str:
    """Return the colour, or the nearest shade that can be read; the first is then reported."""
    shade = accent.readable_shade(colour, ground)
    if shade != colour.lower():
        ratio = accent.contrast(colour, ground)
        message = f"site.{key}: {colour} has a contrast of {ratio:.1f}:1 with the page, and small letters need 4.5:1"
        hint = f'write {key} = "{shade}", the nearest shade that can be read; the site has that one already'
        report(Problem(_FILE, 1, "faint-accent", message, hint))
    return shade


def _mark_in(colour: str) -> bytes:
    """Return the theme's mark in a colour."""
    drawing = (THEME / "assets" / "favicon.svg").read_text("utf-8")
    return drawing.replace(accent.OF_THEME, colour).encode()


def _fault_of(file: Path) -> tuple[str, str] | None:
    """Return what is wrong with a mark and the way out; None where nothing is."""
    if not file.is_file():
        return "is not there", f"put the file at {file.parent.name}/{file.name}, or take out site.mark"
    content = file.read_bytes()
    if len(content) > LARGEST_MARK:
        return f"is larger than {LARGEST_MARK // 1000} kB", "save it smaller: it is shown 32 pixels high"
    if content.startswith(_PNG) and file.suffix == ".png":
        return None
    if file.suffix != ".svg" or not _is_still(content):
        hint = "save it as PNG, or as plain SVG without scripts, animation and links"
        return "is neither PNG nor an SVG that only draws", hint
    return None


def _is_still(content: bytes) -> bool:
    """True for an SVG drawing that runs and loads nothing."""
    try:
        drawing = ET.fromstring(content)
    except ET.ParseError:
        return False
    return drawing.tag.endswith("}svg") and not any(_is_active(element) for element in drawing.iter())


def _is_active(element: ET.Element) -> bool:
    name = element.tag.rpartition("}")[2]
    if name.startswith(_ACTIVE):
        return True
    for key, value in element.attrib.items():
        attribute = key.rpartition("}")[2].lower()
        if attribute.startswith("on") or (attribute == "href" and not value.startswith("#")):
            return True
    styles = [element.text or "", *element.attrib.values()]
    return any("@import" in style or "url(" in style.replace("url(#", "") for style in styles)
