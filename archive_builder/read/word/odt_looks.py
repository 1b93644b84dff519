"""How the letters of an OpenDocument text look: bold, slanted, struck out, and whether a reader can see them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar
from xml.etree.ElementTree import Element

from archive_builder.read.word.colours import SMALLEST, are_alike, hex_of, is_dark
from archive_builder.read.word.odt_names import FO, STYLE, TABLE, TEXT, named

_BOLD_WEIGHTS = ("bold", "600", "700", "800", "900")
_STRIKING = ("style", "type")
_PARENTS = 20
_POINTS = re.compile(r"(?P<points>\d+(?:\.\d+)?)pt")
_GROUNDS = ("paragraph", "table-cell", "table-row", "table")
"""The properties that say what colour stands behind a paragraph or cell."""
Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class Look:
    """What of a style matters here; None where the style says nothing and its parent may."""

    parent: str = ""
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None
    colour: str | None = None
    """Six digits, or "auto"."""
    ground: str | None = None
    """The colour behind the letters themselves."""
    size: float | None = None
    """In points."""
    around: str | None = None
    """The colour behind the whole paragraph or cell."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look at one place: what the styles around them say."""

    around: str
    colour: str = "auto"
    ground: str | None = None
    size: float | None = None

    @property
    def are_seen(self) -> bool:
        """True if a reader can see them."""
        if self.size is not None and self.size <= SMALLEST:
            return False
        if (
            self.colour == "auto"
        ):  # white by itself on a dark paragraph; who blacks out words wants them black
            return self.ground is None or not is_dark(self.ground)
        return not are_alike(self.colour, self.around if self.ground is None else self.ground)


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks of a document's styles, by their names."""

    of: Mapping[str, Look]

    def is_bold(self, style: str | None) -> bool:
        return self._said(style, "bold", otherwise=False)

    def is_italic(self, style: str | None) -> bool:
        return self._said(style, "italic", otherwise=False)

    def is_struck(self, style: str | None) -> bool:
        return self._said(style, "struck", otherwise=False)

    def is_raised(self, style: str | None) -> bool:
        return self._said(style, "raised", otherwise=False)

    def is_hidden(self, style: str | None) -> bool:
        return self._said(style, "hidden", otherwise=False)

    def within(self, style: str | None, letters: Letters) -> Letters:
        """How letters look inside an element of a style, given how they look around it."""
        return Letters(
            around=self._said(style, "around", otherwise=letters.around),
            colour=self._said(style, "colour", otherwise=letters.colour),
            ground=self._said(style, "ground", otherwise=letters.ground),
            size=self._said(style, "size", otherwise=letters.size),
        )

    def _said(self, style: str | None, what: str, otherwise: Said) -> Said:
        """What a style, or the nearest of its parents that says so, says of one thing."""
        at = self.of.get(style or "")
        for _ in range(_PARENTS):
            if at is None:
                break
            value: Said | None = getattr(at, what)
            if value is not None:
                return value
            at = self.of.get(at.parent)
        return otherwise


def looks(*roots: Element | None) -> Looks:
    """The looks of all styles below some roots."""
    styles = (style for root in roots for style in named(root, f"{STYLE}style"))
    return Looks({style.get(f"{STYLE}name") or "?": _look(style) for style in styles})


def _look(style: Element) -> Look:
    properties = style.find(f"{STYLE}text-properties")
    said = properties.attrib if properties is not None else {}
    weight, slant = said.get(f"{FO}font-weight"), said.get(f"{FO}font-style")
    display = said.get(f"{TEXT}display")
    lines = [line for name in _STRIKING if (line := said.get(f"{STYLE}text-line-through-{name}")) is not None]
    size = _POINTS.fullmatch(said.get(f"{FO}font-size") or "")
    position = said.get(f"{STYLE}text-position")
    automatic = said.get(f"{STYLE}use-window-font-color") == "true"
    return Look(
        parent=style.get(f"{STYLE}parent-style-name") or "",
        bold=None if weight is None else weight in _BOLD_WEIGHTS,
        italic=None if slant is None else slant in ("italic", "oblique"),
        hidden=None if display is None else display == "none",
        struck=all(line != "none" for line in lines) if lines else None,
        raised=None if position is None else position.startswith("super"),
        colour="auto" if automatic else hex_of(said.get(f"{FO}color")),
        ground=hex_of(said.get(f"{FO}background-color")),
        size=float(size["points"]) if size else None,
        around=_around(style),
    )


def _around(style: Element) -> str | None:
    for name in _GROUNDS:
        properties = style.find(f"{STYLE}{name}-properties")
        if properties is not None and (ground := hex_of(properties.get(f"{FO}background-color"))):
            return ground
    return None


STYLE_NAMES = (f"{TEXT}style-name", f"{TABLE}style-name")
"""The attributes by which an element names its style."""
