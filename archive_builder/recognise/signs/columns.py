"""How the columns of tables of questions are headed."""

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
