"""Headings that are no items of business: what stands around the business of a meeting, and days."""

from __future__ import annotations

from archive_builder.recognise.grammar.rule import Rule

NO_ITEM = Rule(
    "no-item",
    r"""{AROUND_BUSINESS} \s* :?
      | (?:19|20)\d\d - \d\d - \d\d \b .*
      | (?: {MONTH} \s+ {DAY_OF_MONTH} | {DAY_OF_MONTH} \s+ {MONTH} ) ,? \s+ \d{4} \s+ {PAPER}
      | {MONTH} ,? \s+ (?:19|20)\d\d
      | {WEEKDAY} (?: ,? \s+ (?: {MONTH} ,? | {DAY_OF_MONTH} ,? | {PART_OF_DAY} ) )*
      | {PART_OF_MEETING} \s+ \w{1,2} (?: \s* [:–-] .* )?""",
    (
        "Recording",
        "Useful links:",
        "2024-05-03 Oxmere Board",
        "March 2, 2025 Minutes",
        "October 2002",
        "Thursday, 3 May",
        "Friday afternoon",
        "Session C: Sept 14th",
    ),
    (
        "Recording of meetings",
        "2024 budget",
        "May 2025 fair",
        "Minutes of 2 March 2025",
        "Thursday club",
        "Session fees",
    ),
)
"""An unnumbered heading that stands beside the business, or that begins with the day of another meeting."""
TOLD_AGAIN = Rule(
    "told-again",
    r"{TOLD_AGAIN} \s* :?",
    ("Actions", "Action items:", "Decisions"),
    ("Previous actions", "Action items: new business"),
)
"""The heading of a list that tells again what was agreed or promised, where it stands behind the business."""
