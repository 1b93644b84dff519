"""Questions put in writing before a meeting: their words, and the reply below "RESPONSE"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive_builder.model import Question
from archive_builder.recognise.grammar.anchors import unique, within_item
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose, place
from archive_builder.recognise.records.question_tables import answer_status
from archive_builder.recognise.signs.answering import ANSWER_LINE, ANSWER_MARK
from archive_builder.recognise.signs.askers import asker_name
from archive_builder.recognise.signs.question_labels import SUBMITTED


def find_submitted_question(draft: Draft, section: Section, asker: str, taken: set[str]) -> list[Question]:
    """A question put in writing before the meeting: its words, then the reply below "RESPONSE"."""
    content = [i for i in section.content if is_prose(draft.blocks[i])]
    lines = [ANSWER_LINE.match(draft.text(i), draft.vocabulary) is not None for i in content]
    marks = [ANSWER_MARK.match(draft.text(i), draft.vocabulary) is not None for i in content]
    reply = next((n for n in range(len(content)) if lines[n] or marks[n]), None)
    asked = content[:reply] if reply is not None else _quoted(draft, content)
    answer = content[reply + lines[reply] :] if reply is not None else []
    if not asked:
        return []
    item = draft.item_anchor(section.heading or 0)
    said = _span(draft, answer)
    mark = ANSWER_MARK.match(said, draft.vocabulary)
    said = said[mark.end() :] if mark else said
    return [
        Question(
            anchor=unique(within_item("question", item or str(len(taken) + 1)), taken),
            place=place(asked[0], asked[-1]),
            text=draft.text(asked[0], asked[-1]).strip('“”"| '),
            item=item,
            asked_by=asker_name(re.sub(r",?\s*(?:[A-Z]\.){2,}.*$", "", asker), draft.vocabulary),
            answer=place(answer[0], answer[-1]) if answer else None,
            answer_text=said,
            answer_status=answer_status(said, draft.vocabulary),
            found_by=SUBMITTED.name,
        )
    ]


def _quoted(draft: Draft, content: Sequence[int]) -> list[int]:
    """The blocks from an opening quotation mark to the closing one; all of them where there is none."""
    found: list[int] = []
    for index in content:
        text = draft.blocks[index].text
        if found or text.lstrip("| ").startswith(("“", '"')):
            found.append(index)
        if found and text.rstrip(" .").endswith(("”", '"')):
            break
    return found


def _span(draft: Draft, blocks: Sequence[int]) -> str:
    return draft.text(blocks[0], blocks[-1]) if blocks else ""
