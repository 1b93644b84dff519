"""Addresses made of words."""

from __future__ import annotations

from markdown.extensions.toc import slugify


def slug(text: str, longest: int = 60) -> str:
    """A text as a part of an address: lower case, hyphens, cut at a word; never empty."""
    made = slugify(text, "-").strip("-_")
    if len(made) > longest:
        made = made[: longest + 1].rpartition("-")[0] or made[:longest]
    return made or "untitled"
