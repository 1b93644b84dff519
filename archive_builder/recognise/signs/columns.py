"""How the columns of tables of questions and of minutes are headed, and the parts of a work programme."""

from __future__ import annotations

from archive_builder.recognise.grammar.rule import Act, Rule

QUESTION_COLUMNS = {
    "question": Rule(
        "question-column",
        r"(?: [\w’']+ \s+ ){0,2} (?: {QUESTION} | {QUESTIONS} ) (?: \s+ {PUT} )?",
        ("Question", "Written questions", "Question submitted"),
        ("Questionnaire", "Question and answer"),
        act=Act.ASKS,
    ),
    "answer": Rule(
        "answer-column",
        r"(?: [\w’']+ \s+ ){0,3} (?: {ANSWER} | {ANSWERS} ) (?: \s+ (?: from | of | by | {GIVEN} ) \b .* )?",
        ("Response", "Chair’s reply", "Answer from the Chief Officer", "Response given"),
        ("Responsible officer",),
        act=Act.ANSWERS,
    ),
    "asker": Rule(
        "asker-column",
        r"{PUT} \s+ by | from | {ASKER}",
        ("Asked by", "From", "Member"),
        ("Members present",),
        act=Act.ASKS,
    ),
    "title": Rule(
        "subject-column",
        r"{SUBJECT}",
        ("Theme", "Topic", "Heading"),
        ("Subject to approval",),
    ),
    "label": Rule(
        "number-column",
        r"no | q | \# | {NUMBER_WORD}",
        ("No", "Ref", "#", "Number"),
        ("Number of cases",),
    ),
}
"""The field that a column holds, by the rule that its heading fits."""

MINUTE_COLUMNS = {
    "item": Rule(
        "item-number-column",
        r"""(?: {AGENDA_WORD} \s+ )? {ITEM_WORD} s? (?: \s* {NUMBER_WORD} \.? )?
          | {NUMBER_WORD} | (?: {RECORD_SINGULAR} ) \s+ {NUMBER_WORD} | \#""",
        ("Item", "Agenda item no.", "Ref", "Minute number", "#"),
        ("Item and discussion", "Title"),
    ),
    "title": Rule(
        "item-title-column",
        r"(?: {AGENDA_WORD} \s+ )? (?: {ITEM_WORD} s? | {SUBJECT} | {BUSINESS} ) (?: \s* / \s* \w+ )?",
        ("Topic", "Subject/Issue", "Agenda business"),
        ("Discussion",),
    ),
    "text": Rule(
        "discussion-column",
        r"""(?: \w+ \s+ (?: of | and ) \s+ )? (?: {TOLD_COLUMN} ) (?: \s+ (?: {TOLD_BEHIND} ) )?
            (?: \s* (?: / | & | \b and \b ) \s* (?: the \s+ )? (?: {OUTCOME} | {ACTIONS} | {NOTES_WORD} ) )?""",
        (
            "Discussion",
            "Summary of discussion",
            "Key points",
            "Minutes and actions",
            "Discussion / outcome",
            "Discussion and notes",
            "Discussion held",
        ),
        ("Actions",),
    ),
    "further": Rule(
        "outcome-column",
        r"{OUTCOME}",
        ("Decision", "Outcomes", "Agreed"),
        ("Decision maker",),
        act=Act.DECIDES,
    ),
    "action": Rule(
        "action-column",
        r"""(?: {AGREED} \s+ )? (?: {ACTION_WORD} | {ACTIONS} )
            (?: \s+ (?: {LIST_WORD} | {REQUIRED} | to \s be \s {TAKEN} ) )? (?: \s* / \s* \w+ )?""",
        ("Action", "Agreed actions", "Action points", "Actions to be taken", "Action/Owner"),
        ("Action by",),
        act=Act.ASKS_FOR_ACTION,
    ),
    "owner": Rule(
        "owner-column",
        r"(?: {ACTION_WORD} \s+ )? (?: by (?: \s+ {WHOM} )? | {OWNER_COLUMN} (?: \s+ \w+ )? )",
        ("By whom", "Owner", "Lead", "Action by", "Responsible person"),
        ("By when",),
        act=Act.ASKS_FOR_ACTION,
    ),
    "due": Rule(
        "due-column",
        r"(?: (?: by \s+ )? when | {DUE_COLUMN} ) (?: \s+ {DATE_WORD} )?",
        ("By when", "Due date", "Deadline"),
        ("Whenever",),
        act=Act.ASKS_FOR_ACTION,
    ),
}
"""The field of minutes that a column holds; each column of such a table holds one."""
MONTH_HEADING = Rule(
    "month-heading",
    r"""(?: {MEETING} \s (?:in|of) \s )? {MONTH} (?: ,? \s+ \d{4} )?
            (?: \s {MEETING} )? (?: \s* \( [^)]{1,40} \) )? \s* :?
        | (?: {YEAR_PART} \s+ )? {PART_OF_YEAR} (?: \s+ \d )? (?: ,? \s+ \d{4} (?: [/–-] \d{2,4} )? )? \s* :?""",
    (
        "December 2025",
        "Meeting in June 2026",
        "January",
        "May (second meeting)",
        "Autumn term 2025/26",
        "Quarter 2",
    ),
    ("4 December 2025 at noon", "June is busy", "Terms of reference"),
)
"""The month in which what stands below is to come before the body."""
HEAD_OF_MEETING = Rule(
    "head-of-a-meeting",
    r"(?: {WEEKDAY} ,? \s+ )? (?: \d{1,2} (?:st|nd|rd|th)? \s+ )? {MONTH} \.? (?: [\s'’-]* (?: \d{4} | \d{2} ) )?",
    ("June", "Jun-25", "June 2025", "4 June", "Wednesday 3 Sept"),
    ("June is busy", "4 meetings"),
)
"""The head of a column for the meeting of a day or month, with or without its year."""
