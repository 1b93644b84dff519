"""Lines of a document's head: its fields, and titles that say what kind of document begins."""

from __future__ import annotations

import re

from archive_builder.recognise.grammar.rule import Rule

MASTHEAD_FIELD = Rule(
    "masthead-field",
    r"""(?: [^\W\d_]{3,20} \s / \s )?
        (?P<field> date | report \s of | reports? \s by | report \s authors? | authors? | report \s to
        | presented \s by | title | subject | contact \s officers? | lead \s officers? | agenda \s item | purpose
        | decision \s (?: number | no\.? | ref(?:erence)? | maker | taker ) | date \s of \s (?: decision | meeting )
        | (?:last\s)? updated | (?: start | meeting ) \s time | [\w\s]{3,30} \s priority | classification
        | wards? | portfolio | time | venue | location | place )
        \s? (?: \( s \) )? \s? : \s? (?P<value> .* )""",
    (
        "Date: 9 January 2023",
        "Report of: The Chief Finance Officer",
        "Report author(s): A. Name",
        "Title: Access to services",
        "Decision number: 014/2025",
        "Last updated: 12 May 2025",
        "Dyddiad / Date: 9 Ionawr 2023 / 9 January 2023",
    ),
)
APPENDIX = Rule(
    "appendix-title",
    r"""(?: (?:appendix|annex) \s+ (?: [a-z] | \d{1,2} | [ivx]{1,4} | one | two | three | four | five | six )
            (?: \s? [:.–-] .* )?
        | .{3,120} \s [–-] \s? (?:appendix|annex) \s+
            (?: [a-z] | \d{1,2} | one | two | three | four | five | six ) )""",
    ("Appendix One", "Appendix A", "Appendix 2: Ward figures", "Road safety – Appendix 1"),
)
MINUTES_TITLE = Rule(
    "minutes-title",
    r"(?:draft\s+)? (?:minutes|notes) \s (?:of|from) \b .*",
    ("MINUTES OF THE MEETING OF THE PANEL HELD ON MONDAY 14 NOVEMBER 2022", "Notes of the meeting"),
)
REPORT_OF = re.compile(
    r"(?:joint\s+)?(?P<field>reports?\s+(?:of|by))\s+(?P<value>(?:the\s+)?(?-i:[A-Z])[^.:]{3,90})",
    re.IGNORECASE,
)
"""A line of a report's head that says whose it is, without a colon."""
