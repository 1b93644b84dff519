"""Questions put in writing before a meeting: their words, and the reply below "RESPONSE"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from archive_builder.model import Question
from archive_builder.recognise.grammar.anchors import unique, within_item
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose, place
from archive_builder.recognise.records.question_tables import answer_status
from archive_builder.recognise.signs.answering import ANSWER_LINE, ANSWER_MARK
from archive_builder.recognise.signs.askers import asker_name
from archive_builder.recognise.signs.asking import TO_ASK
from archive_builder.recognise.signs.question_labels import SUBMITTED


def find_submitted_questions(
    draft: Draft, section: Section, asker: str, taken: set[str], running: frozenset[int]
) -> Iterator[Question]:
    """The questions put in writing below a heading that names who asks; one whose own heading is lost asks alone.

    `running` are the blocks that are `running_lines`.
    """
    content = [i for i in section.content if is_prose(draft.blocks[i]) and i not in running]
    begins = [n for n, i in enumerate(content) if n and draft.line(i).fits(TO_ASK)]
    edges = [0, *begins, len(content)]
    for first, last in pairwise(edges):
        yield from _submitted(draft, section, content[first:last], "" if first else asker, taken)


def running_lines(draft: Draft) -> frozenset[int]:
    """The lines of several words that stand on page after page, apart from their numbers; no sentence is one."""
    texts = [
        "" if block.text.rstrip().endswith((".", "?", "!", ":")) else re.sub(r"\d+", "", block.text).strip()
        for block in draft.blocks
    ]
    counted = Counter(texts)
    often = {text for text, count in counted.items() if count >= _OFTEN and len(text.split()) >= _WORDS}
    return frozenset(i for i, text in enumerate(texts) if text in often)


_OFTEN = 3
_WORDS = 3


def _submitted(
    draft: Draft, section: Section, content: Sequence[int], asker: str, taken: set[str]
) -> list[Question]:
    """A question of some blocks: its words, then the reply below "RESPONSE"."""
    lines = [draft.line(i).fits(ANSWER_LINE) for i in content]
    marks = [draft.line(i).fits(ANSWER_MARK) for i in content]
    reply = next((n for n in range(len(content)) if lines[n] or marks[n]), None)
    asked = content[:reply] if reply is not None else _quoted(draft, content)
    answer = content[reply + lines[reply] :] if reply is not None else []
    asked = _own_words(draft, asked)
    if not asked:
        return []
    item = draft.item_anchor(section.heading or 0)
    said = _span(draft, answer)
    mark = draft.read(said).match(ANSWER_MARK)
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


def _own_words(draft: Draft, asked: Sequence[int]) -> Sequence[int]:
    """The blocks of a question that begins "I will ask": its lines and list, without what was said about it."""
    if not asked or not draft.line(asked[0]).fits(TO_ASK):
        return asked
    over = (n for n, i in enumerate(asked) if n and not (draft.blocks[i].tight or draft.blocks[i].marker))
    return asked[: next(over, len(asked))]


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
