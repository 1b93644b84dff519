"""Lines of a calendar: a day with what is to come on it, or what is to come with its day in the line below."""

from __future__ import annotations

from archive_builder.recognise.grammar.rule import Act, Rule

TIMES = r"(?: (?: at | from )? \s* {CLOCK} (?: \s* (?: [–—-] | to | until ) \s* {CLOCK} )? )"
"""A time of day, or from one to another."""
BEHIND_ITS_DAY = Rule(
    "matter-behind-its-day",
    rf"""\s* (?: ,? \s* {TIMES} )? (?: \s* \( [^()]{{1,40}} \) (?= \s* (?: [:–—|] | [-] \s ) ) )?
        (?: \s* (?: [:–—|] | [-] (?= \s ) ) \s* | \s+ (?= [^\W\d_] | ["“‘] ) )
        (?! (?: {{HELD}} | {{SCHEDULED}} ) \b ) (?P<matter> [^\s,(] .* )""",
    (
        " Finance Committee",
        ": The budget",
        " – 7pm – The budget",
        " at 7.30 pm: Annual meeting",
        " (6 pm) - The budget",
    ),
    (", 10.30 am, Village Hall", " (Friday)", " 7.30 pm", " scheduled to begin at 6 pm", " held in the Hall"),
    act=Act.NAMES_NEXT_MEETING,
)
"""What a line of a calendar says behind its day; a place behind a time is no matter."""
BEFORE_ITS_DAY = Rule(
    "meeting-before-its-day",
    r"""(?P<matter> [^:]{0,60} \b (?: {BODY_NOUNS} | {MEETING} ) \b [^:]{0,40}? )
        (?: \s* [:–—] | \s [-] ) \s*""",
    ("Finance Committee: ", "Annual meeting –", "Board of Trustees -"),
    ("Approved: ", "Gate to be painted by", "Council"),
    act=Act.NAMES_NEXT_MEETING,
)
"""The meeting that a line of a calendar names before its day."""
NAMED_BEFORE_ITS_DAY = Rule(
    "meeting-beside-its-day",
    r"""(?! .* \b {RECORD} \b )
        (?P<matter> .{0,60} \b (?: {BODY_NOUNS} | {MEETING} ) (?: \s* \( [^()]{1,40} \) )? ) ,? \s*""",
    ("Parish Council Meeting  ", "Finance Committee (budget) "),
    ("Minutes of the Council meeting ", "Gate to be painted by "),
    act=Act.NAMES_NEXT_MEETING,
)
"""The meeting that a line names before its day and weekday with nothing but space between: two columns of a page."""
COUNTED_MEETING = Rule(
    "counted-meeting",
    r"(?: [\w’'-]+ \s+ ){0,3} {MEETING} \s+ (?: {NUMBER_WORD} \.? \s* )? \d{1,2} \s* [:–—-] \s* (?=\d)",
    ("Meeting 1 – 12 September", "Board meeting no. 2: 4 May"),
    ("Meeting of 3 May", "1 – 12 September"),
    act=Act.NAMES_NEXT_MEETING,
    whole=False,
)
"""The count of a meeting before its day: "Meeting 1 – 12 September" is on the 12th."""
NAMES_BODY = Rule(
    "heading-of-a-body",
    r"(?: [\w’'&,()/.-]+ \s+ ){0,6} {BODY_NOUNS} (?: \s+ (?: {MEETING} | {DATE_WORD} s? ) )* \s* :?",
    ("Finance Committee", "Full Council meetings:", "Planning & Roads Committee"),
    ("All held remotely", "Public holidays"),
    act=Act.NAMES_NEXT_MEETING,
)
"""The heading of the days on which a body meets."""
TIME_BEFORE = Rule(
    "time-before-its-matter",
    rf"{TIMES} \s* (?: [:–—|] | [-] (?= \s ) ) \s* (?P<matter> \S .* )",
    ("6.00 p.m. – 7.00 p.m. – Executive meeting", "10 am: The budget"),
    ("The budget", "10 new gates"),
    act=Act.NAMES_NEXT_MEETING,
)
"""A matter below its meeting's day, behind the time at which it is taken."""
WHEN = Rule(
    "when-it-is",
    r"(?: {WHEN_LABEL} ) \s* : \s* (?P<when> \S .* )",
    ("When: Tue 14 April, 6.00pm", "Date: 3 May"),
    ("When the gate is painted", "Date"),
    act=Act.NAMES_NEXT_MEETING,
)
"""The day of what is named above."""
DAY_LABEL = Rule(
    "label-of-the-day",
    r"""{DECISION} \s+ {DUE_HEAD} (?: \s+ {DATE_WORD} )?
        | (?: [\w’'-]+ \s+ ){0,3} (?: {DECISION} | {MEETING} ) \s+ {DATE_WORD}
        | (?: [\w’'-]+ \s+ ){0,2} {DATE_WORD} \s+ (?: of | for ) \s+ (?: the \s+ )? (?: {DECISION} | {MEETING} )
        | {DATE_WORD}""",
    ("Decision due", "Date of decision", "Meeting date", "Proposed decision date"),
    ("Updated", "Notice of decision", "Decision maker", "Publication date"),
    act=Act.NAMES_NEXT_MEETING,
)
"""What stands before the day of a decision in a forward plan that is set as fields."""
NO_MEETING = Rule(
    "no-meeting",
    r"\b {NO_MEETING} \b",
    ("Spring bank holiday", "No meeting in August", "Summer recess"),
    ("Village hall", "Planning"),
    anywhere=True,
)
"""What a calendar says of a day on which nobody meets."""
NO_MATTER = Rule(
    "no-matter-beside-a-day",
    r"""(?: {AGENDA_WORD} | {RECORD} | [\s&/,;|-] )+ | [^A-Za-z]*
        | (?! .* \b (?: {BODY_NOUNS} | {MEETING} ) \b ) .* \b {PLACE} \b .*""",
    ("Agenda", "Agenda / Minutes", "Village Hall, Mill Lane", "7.30", "Room 3"),
    ("Finance Committee", "Agenda setting", "School Board"),
    act=Act.NAMES_NEXT_MEETING,
)
"""What stands beside a day in a calendar and does not say what is on: links to papers, a place."""
ONLY_TIMES = Rule(
    "only-times",
    rf"[\s,*(]* (?: {TIMES} )? [\s,*.)]* (?: \( [^()]* \) \s* )?",
    (", 7.30 pm", " at 4 p.m.", ", 6.00pm-8.00pm", " *", " (Friday)"),
    (" The budget", ", Village Hall"),
    act=Act.NAMES_NEXT_MEETING,
)
"""What may stand behind the day of a line that is nothing but a day."""
