"""How the columns of work programmes are headed, by the words of the heading: "Reason for report", "Lead officer"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from archive_builder.model import Block
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.recognise.grammar.table_heads import columns, headings_of
from archive_builder.settings import Vocabulary

SUBJECTS = ("topic", "decision", "item", "aims")
"""The fields that may say what is to come before the body: the first there is does."""
HEADS_OF_PROGRAMMES = {
    "aims": Rule(
        "head-of-aims",
        r"(?: [\w’'-]+ \s+ ){0,2} (?: {PROGRAMME_REASON} ) \b .*",
        ("Reason for report", "Expected outcomes", "Key objectives"),
        ("Treason", "Lead officer"),
    ),
    "meeting": Rule(
        "head-of-day",
        r"(?: {DATE_WORD} | {MEETING} | {PROGRAMME_TIME} ) \b .* | .* \b (?: {DATE_WORD} | {PROGRAMME_TIME} )",
        ("Date of decision", "Committee date", "Term", "When"),
        ("Update", "Determined by"),
    ),
    "presenting": Rule(
        "head-of-presenters",
        r"(?: .* \b )? (?: {OWNER_HEAD} | {PROGRAMME_AUTHOR} ) (?: s | \(s\) )? (?: \s* [/(-] .* )?",
        ("Lead officer", "Report author(s)", "Cabinet member/officer", "Contact"),
        ("Contact centre figures", "Leading cases"),
        act=Act.REPORTS,
    ),
    "topic": Rule(
        "head-of-topic",
        r"(?: [\w’'-]+ \s+ (?: of \s+ )? ){0,2} {PROGRAMME_SUBJECT} (?: \s+ {PROGRAMME_BEHIND} )?",
        ("Title of decision", "Agenda item", "Items for consideration", "Business"),
        ("Decision maker", "Item no"),
    ),
}
"""The field that the words of a heading name, in a table that is said to be a work programme."""
NO_TOPIC = Rule(
    "head-of-place-or-time",
    r".* \b (?: {HEAD_PLACE} | {HEAD_TIME} | {DATE_WORD} | {DUE_HEAD} ) s? \b .*",
    ("Venue", "Start time", "Filing date", "Deadline for papers"),
    ("Notes", "Business"),
)
"""The head of a column that says where or when, and not what."""


def programme_columns(table: Block, vocabulary: Vocabulary) -> dict[str, int]:
    """Which field each column of a work programme holds, by the vocabulary's `columns`, else by the heading's words."""
    found = columns(table, vocabulary)
    if not table.header:
        return found
    for column, heading in enumerate(headings_of(table)):
        if column in found.values():
            continue
        if (name := _field(heading, found, vocabulary)) and name not in found:
            found[name] = column
    return _with_topic_beside_day(found, headings_of(table), vocabulary)


def _with_topic_beside_day(
    found: dict[str, int], heads: Sequence[str], vocabulary: Vocabulary
) -> dict[str, int]:
    """The fields of a table of two columns, of which the one beside the day holds the topic, whatever its heading.

    It holds none where it is headed as a place, a time or another day: "Date | Venue", "Meeting | Papers due".
    """
    day = found.get("meeting", found.get("due"))
    if len(heads) != _DAY_AND_TOPIC or day is None or not found.keys().isdisjoint(SUBJECTS):
        return found
    if NO_TOPIC.match(heads[1 - day], vocabulary):
        return found
    return {**{name: column for name, column in found.items() if column == day}, "topic": 1 - day}


_DAY_AND_TOPIC = 2


def _field(heading: str, found: Mapping[str, int], vocabulary: Vocabulary) -> str:
    fitting = (name for name, rule in HEADS_OF_PROGRAMMES.items() if rule.match(heading, vocabulary))
    return next((name for name in fitting if name not in found), "")
