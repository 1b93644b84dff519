"""Lines of a document's head: its fields, and titles that say what kind of document begins."""

from __future__ import annotations

from archive_builder.recognise.grammar.rule import Rule

MASTHEAD_FIELD = Rule(
    "masthead-field",
    r"""(?: [^\W\d_]{3,20} \s / \s )?                              # the field in another language
        (?P<field> {FORM_FIELD} | {DECISION} \s {NUMBER_WORD} \.? | [\w\s]{3,30} \s {PRIORITY} )
        \s? (?: \( s \) )? \s? : \s? (?P<value> .* )""",
    (
        "Date: 9 January 2023",
        "Report of: The Chief Finance Officer",
        "Report author(s): A. Name",
        "Title: Access to services",
        "Decision number: 014/2025",
        "Last updated: 12 May 2025",
        "Police and crime priority: safety",
        "Dyddiad / Date: 9 Ionawr 2023 / 9 January 2023",
    ),
    ("Dated: 9 January 2023", "Date of birth: 3 May"),
)
APPENDIX = Rule(
    "appendix-title",
    r"""{APPENDIX} \s+ (?: [a-z] | \d{1,2} | [ivx]{1,4} | {ORDINAL} ) (?: \s? [:.–-] .* )?
      | .{3,120} \s [–-] \s? {APPENDIX} \s+ (?: [a-z] | \d{1,2} | {ORDINAL} )""",
    ("Appendix One", "Appendix A", "Appendix 2: Ward figures", "Road safety – Appendix 1"),
    ("Appendix to the report", "The appendix A list"),
)
MINUTES_TITLE = Rule(
    "minutes-title",
    r"(?: {DRAFT} \s+ )? {RECORD} \s (?:of|from) \b .*",
    ("MINUTES OF THE MEETING OF THE PANEL HELD ON MONDAY 14 NOVEMBER 2022", "Draft notes of the meeting"),
    ("Minutes were taken.",),
)
PROGRAMME_TITLE = Rule(
    "programme-title",
    r"""(?! to \s ) (?: [\w’'&,/().-]+ \s+ ){0,9}?
        (?: {CALENDAR} \s+ (?: of | for ) \s+ (?: [\w’'&,/-]+ \s+ ){0,6} (?: {MEETING} | {EVENTS} )
          | {MEETING} \s+ {CALENDAR} | {COMING} \s+ {MEETING} | {PROGRAMME_WORD} )
        (?: [\s,:–—(-]+ (?: {MONTH} | {DRAFT} | {YEAR_PART} | {PART_OF_YEAR} | {YEAR_WORD} | for | from | to | the
            | {MEETING} | \d{1,2} (?:st|nd|rd|th)? | \d{4} (?: \s? [/–-] \s? \d{2,4} )? ) )* [\s).:]*""",
    (
        "Calendar of Parish Council Meetings 2025-26",
        "REVISED CALENDAR OF COUNCIL AND COMMITTEE MEETINGS",
        "2025 Monthly Board Meeting Schedule",
        "Upcoming meetings",
        "Trustees’ work plan",
        "Schedule of events",
        "Board work plan – 2025 year end",
        "Fenny Scrutiny Committee Work Programme – June 2025",
    ),
    (
        "To agree the calendar of meetings",
        "The work plan was discussed.",
        "Meeting of the Board",
        "Schedule of payments",
    ),
)
"""A title that says what is to come before a body, or when it is to meet."""
REPORT_OF = Rule(
    "report-of",
    r"(?: {JOINT} \s+ )? (?P<field> {REPORT} \s+ (?:of|by) ) \s+ (?P<value> (?:the\s+)? (?-i:[A-Z]) [^.:]{3,90} )",
    ("Report of the Chief Finance Officer", "Joint report by the Clerk and the Treasurer"),
    ("Report of a theft in May.",),
)
"""A line of a report's head that says whose it is, without a colon."""
