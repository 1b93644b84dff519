"""How the letters of a Word file look, as far as it decides whether a reader can see them and they stand.

A run's own properties stand over those of its character style, its paragraph's style and the
document's defaults (ISO/IEC 29500-1, section 17.7.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from archive_builder.read.word.colours import BLACK, SMALLEST, UNKNOWN, WHITE, are_alike, hex_of, is_dark

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off", "none")
_HIDING = ("vanish", "specVanish", "webHidden")
_STRIKING = ("strike", "dstrike")
_PARENTS = 12
_HIGHLIGHTS = {
    "black": "000000", "white": "ffffff", "yellow": "ffff00", "green": "00ff00", "cyan": "00ffff",
    "magenta": "ff00ff", "blue": "0000ff", "red": "ff0000", "darkBlue": "000080", "darkCyan": "008080",
    "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "darkGray": "808080", "lightGray": "c0c0c0",
}  # fmt: skip
"""The colours of a marker pen (ST_HighlightColor)."""
_LIGHT = ("background1", "light1")
"""Names of a theme's white."""


@dataclass(frozen=True, slots=True)
class Look:
    """What properties say of letters; None where they say nothing."""

    colour: str | None = None
    """Six digits, or "auto"."""
    ground: str | None = None
    """The colour behind the letters themselves: marker pen or shading."""
    size: float | None = None
    """In points."""
    hidden: bool | None = None
    struck: bool | None = None

    def over(self, other: Look) -> Look:
        """These properties, what they do not say taken from others."""
        return Look(
            colour=other.colour if self.colour is None else self.colour,
            ground=other.ground if self.ground is None else self.ground,
            size=other.size if self.size is None else self.size,
            hidden=other.hidden if self.hidden is None else self.hidden,
            struck=other.struck if self.struck is None else self.struck,
        )

    def is_seen(self, ground: str) -> bool:
        """True if a reader can see such letters on a paragraph's or cell's ground."""
        if self.hidden or (self.size is not None and self.size <= SMALLEST):
            return False
        colour = self.colour
        if colour in (None, "auto"):
            # Word turns letters white by itself on a dark ground, but not under a black marker; who
            # shades single words black wants them black.
            return self.ground is None or not is_dark(self.ground)
        return not are_alike(str(colour), ground if self.ground is None else self.ground)


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks of a document's styles."""

    default: Look = field(default_factory=Look)
    styles: dict[str, Look] = field(default_factory=dict)
    shaded: dict[str, str] = field(default_factory=dict)
    """The grounds of paragraph and table styles; unknown where a table's cells have different ones."""

    @property
    def strike(self) -> bool:
        """True if any style strikes out."""
        return any(look.struck for look in (self.default, *self.styles.values()))

    def of_style(self, name: str) -> Look:
        return self.styles.get(name, Look())


def looks(styles: Element | None) -> Looks:
    """The looks of a document's styles, each with what it takes from its parents."""
    if styles is None:
        return Looks()
    known = {str(style.get(f"{W}styleId")): style for style in styles.iter(f"{W}style")}
    default = look_of(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
    found = {name: _inherited(style, known) for name, style in known.items()}
    shaded = {name: ground for name, style in known.items() if (ground := _style_ground(style)) is not None}
    return Looks(default, found, shaded)


def _inherited(style: Element, known: dict[str, Element]) -> Look:
    made = Look()
    at: Element | None = style
    for _ in range(_PARENTS):
        if at is None:
            break
        made = made.over(look_of(at.find(f"{W}rPr")))
        at = known.get(value(at.find(f"{W}basedOn")))
    return made


def _style_ground(style: Element) -> str | None:
    """The ground that a style gives: one, or one of several that a table's rows and columns have."""
    own = ground_of(style.find(f"{W}pPr"))
    cells = [ground for shading in style.iter(f"{W}tcPr") if (ground := ground_of(shading)) is not None]
    return UNKNOWN if cells else own


def look_of(properties: Element | None) -> Look:
    """What the properties of a run or style say."""
    if properties is None:
        return Look()
    marker = _HIGHLIGHTS.get(value(properties.find(f"{W}highlight")))
    size = value(properties.find(f"{W}sz"))
    lines = [mark for name in _STRIKING if (mark := properties.find(f"{W}{name}")) is not None]
    marks = [mark for name in _HIDING if (mark := properties.find(f"{W}{name}")) is not None]
    return Look(
        colour=_colour_of(properties.find(f"{W}color")),
        ground=marker or ground_of(properties),
        size=int(size) / 2 if size.isascii() and size.isdigit() else None,
        hidden=any(is_on(mark) for mark in marks) if marks else None,
        struck=any(is_on(mark) for mark in lines) if lines else None,
    )


def _colour_of(mark: Element | None) -> str | None:
    if mark is None:
        return None
    named = hex_of(value(mark))
    if named is None and mark.get(f"{W}themeColor") in _LIGHT:
        return WHITE
    return named or "auto"


def ground_of(properties: Element | None) -> str | None:
    """The colour of a shading; None where there is none."""
    shading = properties.find(f"{W}shd") if properties is not None else None
    if shading is None:
        return None
    if value(shading) == "solid":
        return hex_of(shading.get(f"{W}color")) or BLACK
    return hex_of(shading.get(f"{W}fill"))


def value(node: Element | None) -> str:
    """What a property says; empty where it is missing."""
    return str(node.get(f"{W}val") or "") if node is not None else ""


def is_on(mark: Element | None) -> bool:
    """True if a property that is on or off is on."""
    return mark is not None and mark.get(f"{W}val", "1") not in _OFF


def named(root: Element | None, name: str) -> Iterator[Element]:
    """All elements of Word's own with one name."""
    if root is not None:
        yield from root.iter(f"{W}{name}")
