"""What a body says of planning applications: that it supports them, objects, or has nothing to say."""

from __future__ import annotations

from archive_builder.recognise.grammar.rule import Act, Rule

APPLICATION = Rule(
    "planning-application",
    r"""(?<! [\d/] ) \b (?: [A-Z]{1,4} / )?
        (?! (?: \d{2} | (?:19|20) \d\d ) / (?:19|20) \d\d (?! [\d/] ) )
        (?: \d{2} | \d{4} ) / (?: [A-Z]{1,3} / )? \d{3,6} (?: /? [A-Z]{1,6}\d? )? \b""",
    ("25/00120/F Barn at Mill End", "Ref: P/2025/0123", "DC/25/01234 Two sheds"),
    ("12/05/2025", "Minute 25/12", "in 2024/2025", "by 06/2025"),
    anywhere=True,
)
"""The reference of a planning application."""
VIEW_ALONE = Rule(
    "view-of-an-application",
    r"""(?: (?: {VIEW_LABEL} ) \s* [:–-]+ \s* )?
        (?: (?: {THE_BODY} | it \s was ) \s+ )?
        (?: (?: {HOW} \s+ )* (?: {RESOLVED} | {DECIDED} | {HAS_VIEW} ) \s+
            (?: (?: to | that | in | of | for | {HAS_VIEW} | {RECOMMENDS} ) \s+ )* )? {VIEW}
        (?: \s+ (?: {QUALIFYING} | {PROVISO} | on | to | as | but | with ) \b .{0,300}
          | [.,;:] \s .{0,300} )? \.?""",
    (
        "No objection",
        "No observations.",
        "Council’s response: Support",
        "Object on grounds of access",
        "NO OBJECTION subject to a new hedge",
        "Unanimously AGREED to recommend APPROVAL",
        "The Council raised no objections",
        "It was resolved to object.",
    ),
    ("Supporting papers", "Objective 3", "No objections were heard by Ann"),
    act=Act.DECIDES,
    confidence=0.8,
)
"""What a body says of the application above."""
VIEW_BEHIND = Rule(
    "view-behind-its-application",
    r"""(?s: (?P<what> .{12,600}? ) ) (?: [.;,] | \s [–—-] | : ) \s+ (?P<view> """ + VIEW_ALONE.pattern + ")",
    ("25/00120/F Barn at Mill End – No objection", "25/00120/F Barn. Support"),
    ("25/00120/F Barn at Mill End – Refused",),
    act=Act.DECIDES,
    confidence=0.8,
)
"""What a body says of an application, behind it in one line."""
