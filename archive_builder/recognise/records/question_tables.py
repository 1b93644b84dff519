"""Questions and answers set as a table: theme, question, response; and what an answer amounts to."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.model import AnswerStatus, BlockKind, Place, Question
from archive_builder.recognise.grammar.anchors import unique, within_item
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.labels import read
from archive_builder.recognise.grammar.table_heads import body_rows, fields_of
from archive_builder.recognise.signs.answering import PROMISING_ANSWER
from archive_builder.recognise.signs.askers import asker_name
from archive_builder.recognise.signs.columns import QUESTION_COLUMNS
from archive_builder.recognise.signs.promising import is_undertaking
from archive_builder.settings import Vocabulary


def find_table_questions(draft: Draft, taken: set[str]) -> Iterator[Question]:
    """The questions of tables that have a column of questions and one of answers."""
    for index, block in enumerate(draft.blocks):
        named = fields_of(block, QUESTION_COLUMNS, draft.vocabulary) if block.kind is BlockKind.TABLE else {}
        if not {"question", "answer"} <= set(named):
            continue
        item = draft.item_anchor(index)
        for count, (at, row) in enumerate(body_rows(block), 1):
            if not (text := row.cell(named["question"])):
                continue
            said = {name: row.cell(column) for name, column in named.items()}
            where = Place(index, index, row=at)
            yield Question(
                anchor=unique(within_item("question", item, count), taken),
                place=where,
                text=text,
                item=item,
                title=said.get("title", ""),
                asked_by=asker_name(said.get("asker", ""), draft.vocabulary),
                answer=where if said["answer"] else None,
                answer_text=said["answer"],
                answer_status=answer_status(said["answer"], draft.vocabulary),
                found_by="question-table",
            )


_SHORT = 60
"""Number of words from which an answer says more than a promise."""


def answer_status(answer: str, vocabulary: Vocabulary) -> AnswerStatus:
    """Return how a question is answered: not at all, by a promise, or by what is said."""
    if not answer:
        return AnswerStatus.NOT_ANSWERED
    if len(answer.split()) >= _SHORT:
        return AnswerStatus.ANSWERED
    promised = is_undertaking(answer, vocabulary) or read(answer, vocabulary).fits(PROMISING_ANSWER)
    return AnswerStatus.PROMISED if promised else AnswerStatus.ANSWERED
