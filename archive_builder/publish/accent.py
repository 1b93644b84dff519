"""The accent colour of a site: whether it can be read, its shade for the dark scheme, and its style."""

from __future__ import annotations

OF_THEME = "#0b4f8a"
"""The theme's own accent in the light scheme, and the colour of its mark."""
READABLE = 4.5
"""Minimum contrast of small letters with their ground (WCAG 2.2, success criterion 1.4.3)."""
LIGHT_GROUND, DARK_GROUND = "#eef1f4", "#212932"
"""The ground in each scheme on which the accent has the least contrast: slightly worse than any of the style."""
_STEPS = 200
_TINT = 0.1
"""Share of the accent in the ground of the home page's opening."""

RGB = tuple[int, int, int]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (`#0b4f8a`), from 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((_luminance(_parse(one)), _luminance(_parse(other))))
    return (lighter + 0.05) / (darker + 0.05)


def readable_shade(colour: str, ground: str) -> str:
    """Return the nearest shade of a colour that can be read on a ground: the colour itself, if it can.

    It is darkened on a light ground and lightened on a dark one.
    """
    end = (0, 0, 0) if _luminance(_parse(ground)) > 0.5 else (255, 255, 255)
    for step in range(_STEPS + 1):
        shade = _format(_mix(_parse(colour), end, step / _STEPS))
        if contrast(shade, ground) >= READABLE:
            return shade
    raise AssertionError("black and white can be read on any ground of the style")


def stylesheet(light: str, dark: str) -> str:
    """Return the style that lays an accent over that of the theme, in both schemes."""
    in_light = _rule("html:root", light, "#ffffff")
    in_dark = _rule('html:root:not([data-theme="light"])', dark, "#14181c")
    chosen = _rule('html:root[data-theme="dark"]', dark, "#14181c")
    return f"{in_light}@media (prefers-color-scheme: dark) {{\n{in_dark}}}\n{chosen}"


def _rule(selector: str, accent: str, paper: str) -> str:
    tint = _format(_mix(_parse(paper), _parse(accent), _TINT))
    return f"{selector} {{ --accent: {accent}; --accent-tint: {tint}; }}\n"


def _luminance(colour: RGB) -> float:
    """Return the relative luminance, from 0 to 1 (WCAG 2.2)."""
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _mix(colour: RGB, other: RGB, share: float) -> RGB:
    """Return a colour with a share of another in it, from 0 to 1."""
    red, green, blue = (round(one + (two - one) * share) for one, two in zip(colour, other, strict=True))
    return red, green, blue


def _parse(colour: str) -> RGB:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def _format(colour: RGB) -> str:
    return "#" + bytes(colour).hex()
