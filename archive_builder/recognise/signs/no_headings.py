"""Lines that head nothing, however they are set: halves of days, signatures, votes, names and days alone."""

from __future__ import annotations

from archive_builder.recognise.grammar.labels import RuleTable, read
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.settings import Vocabulary

NOT_HEADINGS = RuleTable(
    Rule(
        "half-of-day",
        r"[ap] \.? \s? m \.?",
        ("A.M.", "pm"),
        ("AM Lee", "Pumps"),
        act=Act.RECITES,
    ),
    Rule(
        "quoted",
        r"[“‘\"] (?! [^”’\"]+ [”’\"] \s \S ) .* | .*[”]",
        ("“Well done”", "who said “well done”"),
        ("Well done", "“Well done” once more"),
        act=Act.RECITES,
    ),
    Rule(
        "goes-on",
        r"(?-i:[a-z]) (?! \w+ (?: : | [._]\w ) | .* \s \# \d ) .*",
        ("and the bridge",),
        ("The bridge", "oxmere.example is moving", "mend the bridge #12"),
        act=Act.RECITES,
    ),
    Rule(
        "answer-heading",
        r"""(?: (?:the\s+)? (?:[\w,]+\s+){0,6} \w+[’']s? \s+ )? (?: {ANSWER} | {ANSWERS} ) \s* :?
          | {ANSWER} \s+ (?:of|from|by) \s+ [^:.?]{2,60} :?""",
        ("The Chair’s response:", "Response of the Chair"),
        ("Emergency response plan",),
        act=Act.ANSWERS,
    ),
    Rule(
        "signature",
        r"{SIGNATURE} \b .* | {DATE_WORD} \s* (?: : .* )?",
        ("Signed by the Chair", "Dated 3 May", "Date:"),
        ("Date of next meeting",),
        act=Act.RECITES,
    ),
    Rule(
        "owner-of-an-action",
        r"""(?: {ACTION_WORD} | {ACTIONS} ) (?: \s* [:–-] \s* | \s+ )
            (?: all | (?-i: [A-Z]{2,4} ) (?: \s* (?: [/,&+] | and ) \s* (?-i: [A-Z]{2,4} ) )* ) \s* \.?""",
        ("Action AL", "Action: AL/BR", "Action all"),
        ("Action log", "Action: Roads"),
        act=Act.ASKS_FOR_ACTION,
    ),
    Rule(
        "resolution-follows",
        r"and \s+ {RESOLVING} \s* :?",
        ("And Resolved:",),
        ("Resolved matters",),
        act=Act.DECIDES,
    ),
    Rule(
        "body-acts",
        r"""{BODY_ALONE} \s (?! {TITLE_CASE} $ | {BODY_MATTERS} $ ) .* | the \s+ {BODY_NOUNS} \s+ (?:is|are) \s .*
          | {BODY_ALONE} \s+ (?: {RESOLVED} | {NOTED} | {ASSENTED} | {DECIDED} ) \b .*
          | the \s+ (?: {BODY_NOUNS} | {MEMBERS} ) \s+ (?: \w+ly \s+ )?
            (?: {RESOLVED} | {NOTED} | {ASSENTED} | {DECIDED} ) \b .*""",
        ("Members present", "The Panel is asked to note", "The Board agreed the plan"),
        ("Panel membership", "The Board", "Committee Reports", "Board vacancies"),
        act=Act.DECIDES,
    ),
    Rule(
        "decision-line",
        r"""(?: it \s+ was \s+ )? (?: {RESOLVED} | {DECISION} | {RECOMMENDED} | {NOTE_WORD} ) \b .* | that \s .*""",
        ("It was agreed", "Decision 4", "Recommended: yes", "Note the plan", "N.B. no lift"),
        ("Decisions", "Notes of the day"),
        act=Act.DECIDES,
    ),
    Rule(
        "action-line",
        r"{ACTION_WORD} \s* (?: [:–(-] | \d | by\b ) .* | {ACTION_WORD}",
        ("Action: Ann", "Action", "Action by Bo Ray"),
        ("Action plan",),
        act=Act.ASKS_FOR_ACTION,
    ),
    Rule(
        "sentence-opening",
        r"(?: this | these | the \s+ {MEETING} ) \s .*",
        ("This report", "The meeting closed"),
        ("Meeting dates",),
        act=Act.RECITES,
    ),
    Rule(
        "motion-line",
        r"""(?: {MOVES_A_MOTION} | {PROPOSES} | {SECONDED} ) \b .*
          | {MOTION} \s* :
          | (?: {MOTION} \s+ )? (?: was \s+ )? {CARRIED} \b .* | {MANNER} \s .*""",
        ("Moved by Ann Lee", "Motion carried", "Unanimously agreed", "MOTION:"),
        ("Motion sensors",),
        act=Act.MOVES,
    ),
    Rule(
        "who-asked",
        r"""[^.?!]{2,60} \s (?: {ASKED} | {ANSWERED} ) \s* :
          | (?-i: [A-Z]\S+ \s [A-Z]\S+ \s (?=[a-z]) ) {TOLD} \s* :""",
        ("Cllr Lee asked:", "The Chair replied:", "Ann Lee reported:"),
        ("Questions asked", "Matters discussed:"),
        act=Act.ASKS,
    ),
    Rule(
        "reference-alone",
        r"""(?-i: [A-Z]{1,4} ) [./] (?! (?:19|20)\d\d / ) \d{4} (?: / \w+ )+
            (?: \s* (?: & | and | , ) \s* (?-i: [A-Z]{1,4} ) [./] \d{4} (?: / \w+ )+ )*""",
        ("CT.0006/4/C", "CT.4313/1/B & CT.4313/1/C"),
        ("CT.0006/4/C Lodge 39", "FC.23/045", "C/2023/045"),
        act=Act.RECITES,
    ),
    Rule(
        "votes-line",
        r"(?: {VOTE_HEAD} | against | {VOTE} ) \s* : .*",
        ("Ayes: Ray, Doe", "Absent: Orr", "Vote: 4-1"),
        ("Votes for women",),
        act=Act.VOTES,
    ),
)
"""Lines that are never headings, however they are set."""
NOBODYS_TITLE = RuleTable(
    Rule(
        "initials-alone",
        r"(?! {SHORT_TITLE} $ ) (?-i: [A-Z]{2,3}[a-z]? ) (?: \s* (?: [/,&+] | and ) \s* (?-i: [A-Z]{2,4} ) )* \s* :?",
        ("MC", "RB/JC", "AL, BR", "AL & BR"),
        ("AOB", "Roads", "BUDGET"),
        act=Act.ASKS_FOR_ACTION,
    ),
    Rule(
        "name-alone",
        r"(?: {HONORIFICS} \.? \s+ )+ {NAME} \s* :?",
        ("Cllr Lee", "Mrs Ann Lee:"),
        ("Cllr Lee’s report", "Ann Lee"),
        act=Act.LISTS_PEOPLE,
    ),
    Rule(
        "nothing-alone",
        r"(?: {NOBODY} | {NOTHING} ) \s* [.:]?",
        ("None", "Nil"),
        ("None of the above",),
        act=Act.RECITES,
    ),
    Rule(
        "address",
        r"""\d{2,5} \s+ (?: [\w.’'-]+ \s+ ){1,4}? {STREET} \b [^?!]{0,60}
          | (?: .* \s )? [\w.+-]+ @ [\w-]+ (?: \.[\w-]+ )+ (?: \s .* )?""",
        (
            "600 South 5th Street",
            "181 MILL RD MAY 13, 2025 6PM",
            "Secretary: Bo Ray bo@oxmere.example 111 Mill Lane",
        ),
        ("12. Mill Lane", "Road closures", "2 Street lighting"),
        act=Act.RECITES,
    ),
    Rule(
        "field-alone",
        r"(?: {HEAD_TIME} | {HEAD_BEGAN} | {HEAD_PLACE} | {HEAD_ENDED} ) \s* : \s* \S .*",
        ("Start: 12.07 p.m.", "Venue: The Hut", "Meeting closed: 9pm"),
        ("Start of works", "Place of safety", "Venue:"),
        act=Act.RECITES,
    ),
    Rule(
        "closing-line",
        r"""end \s+ of \s+ (?: the \s+ )? (?: {PAPER} | {MEETING} ) \.?
          | (?: the \s+ )? (?: {HEAD_ENDED} | {MEETING} \s+ (?: was \s+ )? {ENDS_MEETING} )
            (?: \s+ by \s+ (?-i:[A-Z]) [^.,]{1,40}? )? ,? (?: \s+ at )? \s+ {CLOCK} \s* \.?""",
        (
            "Meeting closed 1:15pm",
            "Finished 7:23pm",
            "The meeting was adjourned at 9.05 pm.",
            "END OF MINUTES",
        ),
        ("Meeting closed to the public", "Closing of the library", "Close of meeting"),
        act=Act.RECITES,
    ),
    Rule(
        "year-alone",
        r"(?:19|20)\d\d (?: \s? [–/-] \s? \d{2,4} )?",
        ("2024", "2024-25", "2024/2025"),
        ("2024 budget", "20245"),
        act=Act.RECITES,
    ),
    Rule(
        "day-alone",
        r"""(?: {HELD} \s+ )? (?: at \s+ {CLOCK} \s+ )? (?: on \s+ )? (?: {WEEKDAY} ,? \s+ )?
            (?: \d{1,2} \s? (?: st | nd | rd | th )? \s+ (?: of \s+ )? {MONTH}
              | {MONTH} \s+ \d{1,2} (?: st | nd | rd | th )? )
            ,? \s+ \d{4} (?: \s* (?: [@,–-] | at | from | via ) .* )?""",
        (
            "Thursday, May 1, 2025 at 6PM via Zoom",
            "6 th MAY 2025 @ 7.30pm",
            "3 June 2025",
            "At 7.30pm on Monday 3 June 2025",
        ),
        ("6 May 2025 minutes", "May Day fair"),
        act=Act.RECITES,
    ),
)
"""Lines without a number that say who acts, who was there or when, and head nothing."""


def is_no_heading(text: str, vocabulary: Vocabulary) -> bool:
    """True if a line is never a heading, however it is set."""
    return read(text, vocabulary).fits(NOT_HEADINGS)
