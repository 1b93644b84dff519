"""Actions whose owner stands at the line's end, set apart from what is to be done: "Ring the roofer. **AL**"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive_builder.model import Action, Block
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.passage import span_place
from archive_builder.recognise.records.arising import questions_before
from archive_builder.recognise.signs.owners import OWNER_AT_END, due_date, marker_owners, names_owner
from archive_builder.recognise.signs.promising import NEEDED
from archive_builder.text.sentences import spans
from archive_builder.text.words import folded


def find_actions_by_end(draft: Draft, index: int, item: str) -> Iterator[Action]:
    """The last sentence of a block that says what is to be done, with who is named behind it."""
    block = draft.blocks[index]
    match = draft.read(block.text).match(OWNER_AT_END)
    if not match or not names_owner(match["owner"], draft) or not _is_apart(block, match):
        return
    told = list(spans(block.text[: match.start()]))
    if not told:
        return
    start, end = told[-1]
    text = folded(block.text[start:end])
    if text.endswith(":") or not draft.read(text).fits(NEEDED):
        return
    yield Action(
        anchor="",
        place=span_place(draft.blocks, index, start, match.end()),
        text=text,
        item=item,
        owners=marker_owners(match["owner"], draft),
        questions=questions_before(draft, index, item, text),
        due=due_date(text, draft),
        found_by=OWNER_AT_END.name,
        confidence=0.85,
    )


def _is_apart(block: Block, match: re.Match[str]) -> bool:
    """True if the owner is set apart: in brackets, behind a dash or tab, or in another style."""
    if match.group().strip()[:1] in "[(–—-" or "\t" in match.group():
        return True
    runs = [run for run in block.runs if run.text.strip()]
    last = runs[-1] if runs else None
    styled = last is not None and (last.bold or last.italic)
    return styled and folded(runs[-1].text).strip(" .") == match["owner"].strip(" .")
