"""Headings that are no items of business: what stands around the business of a meeting, and days."""

from __future__ import annotations

from archive_builder.recognise.grammar.rule import Rule

NO_ITEM = Rule(
    "no-item",
    r"""{AROUND_BUSINESS} \s* :?
      | (?:19|20)\d\d - \d\d - \d\d \b .*""",
    ("Recording", "Useful links:", "2024-05-03 Oxmere Board"),
    ("Recording of meetings", "2024 budget"),
)
"""An unnumbered heading that stands beside the business, or that begins with the day of another meeting."""
