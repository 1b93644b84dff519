"""Questions and answers set as a table: theme, question, response; and what an answer amounts to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from archive_builder.model import AnswerStatus, Block, BlockKind, Place, Question
from archive_builder.recognise.grammar.draft import Draft, unique
from archive_builder.recognise.grammar.table_heads import body_rows
from archive_builder.recognise.signs.asking import asker_name
from archive_builder.recognise.signs.promising import is_undertaking
from archive_builder.settings import Vocabulary

_HEADS = {
    "question": r"(?:[\w’']+\s+){0,2}(?:questions?|quer(?:y|ies))(?:\s+(?:asked|raised|put|posed|submitted))?",
    "answer": r"(?:[\w’']+\s+){0,3}(?:responses?|answers?|repl(?:y|ies))(?:\s+(?:from|of|by|given|provided)\b.*)?",
    "asker": r"(?:asked|raised|submitted|put)\s+by|from|questioner|name|councillor|member",
    "title": r"themes?|topics?|subjects?|areas?|issues?|headings?",
    "label": r"no|number|ref|reference|q|#",
}
_PROMISE = re.compile(
    r"\b(?:will|would|to)\s+(?:be\s+happy\s+to\s+)?(?:go\s+away\s+and\s+)?(?:provide|send|circulate|share|report\s+back|confirm|find\s+out|get)\b",
    re.IGNORECASE,
)


def find_table_questions(draft: Draft, taken: set[str]) -> Iterator[Question]:
    """The questions of tables that have a column of questions and one of answers."""
    for index, block in enumerate(draft.blocks):
        named = _columns(block) if block.kind is BlockKind.TABLE else {}
        if not {"question", "answer"} <= set(named):
            continue
        item = draft.item_anchor(index)
        for count, (at, row) in enumerate(body_rows(block), 1):
            if not (text := row.cell(named["question"])):
                continue
            said = {name: row.cell(column) for name, column in named.items()}
            where = Place(index, index, row=at)
            yield Question(
                anchor=unique(f"question-{item.removeprefix('item-')}-{count}".replace("--", "-"), taken),
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


def _columns(table: Block) -> Mapping[str, int]:
    """Which column holds what; a table without a header holds no questions."""
    found: dict[str, int] = {}
    for column in range(len(table.rows[0].cells) if table.header else 0):
        said = table.rows[0].cell(column).strip(" :.*")
        fits = (k for k, p in _HEADS.items() if k not in found and re.fullmatch(p, said, re.IGNORECASE))
        if kind := next(fits, ""):
            found[kind] = column
    return found


def answer_status(answer: str, vocabulary: Vocabulary) -> AnswerStatus:
    """Whether a question is answered, or answered by a promise."""
    if not answer:
        return AnswerStatus.NOT_ANSWERED
    short = len(answer.split()) < 60
    return (
        AnswerStatus.PROMISED
        if short and (is_undertaking(answer, vocabulary) or _PROMISE.search(answer))
        else AnswerStatus.ANSWERED
    )
