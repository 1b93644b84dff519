"""Actions whose owner stands at the line's end, set apart from what is to be done: "Ring the roofer. **AL**"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive_builder.model import Action, Block
from archive_builder.recognise.grammar.draft import Draft, is_prose
from archive_builder.recognise.grammar.passage import span_place
from archive_builder.recognise.records.arising import questions_before
from archive_builder.recognise.signs.owners import (
    ORDER,
    OWNER_AT_END,
    due_date,
    marker_owners,
    names_owner,
    owners,
)
from archive_builder.recognise.signs.owners_first import is_called
from archive_builder.recognise.signs.promising import NEEDED
from archive_builder.text.sentences import sentences, spans
from archive_builder.text.words import folded


def brackets_name_speakers(draft: Draft) -> bool:
    """True if brackets at the end of lines say who spoke, and not who acts: most hold no task."""
    told = [block for block in draft.blocks if is_prose(block) and _ends_in_owner(block, draft)]
    tasks = [block for block in told if _is_task(_before_owner(block, draft), draft)]
    return len(told) >= _FEWEST_SPEAKERS and len(tasks) < len(told) * _SHARE_OF_TASKS


_FEWEST_SPEAKERS = 6
_SHARE_OF_TASKS = 0.6


def _ends_in_owner(block: Block, draft: Draft) -> bool:
    if block.text.rstrip(" .")[-1:] not in (")", "]"):
        return False
    match = draft.read(block.text).match(OWNER_AT_END)
    return match is not None and names_owner(match["owner"], draft)


def _before_owner(block: Block, draft: Draft) -> str:
    match = draft.read(block.text).match(OWNER_AT_END)
    told = sentences(block.text[: match.start()]) if match else []
    return folded(told[-1]) if told else ""


def _is_task(text: str, draft: Draft) -> bool:
    """True for an order, or for what somebody is to do: "Ring the mill", "School to ask the county"."""
    return draft.read(text).fits(ORDER) or bool(owners(text, draft))


def called_in_brackets(text: str, draft: Draft) -> tuple[str, ...]:
    """Who a bracket at the end of an action calls by a given name: "Order the signs (Ann and Jo)"."""
    match = _LAST_BRACKET.search(text)
    parts = [part for part in _BETWEEN.split(match["owners"]) if part] if match else []
    return tuple(parts) if parts and all(is_called(part, draft) for part in parts) else ()


_LAST_BRACKET = re.compile(r"\((?P<owners>[^()]{2,40})\)\s*\.?$")
_BETWEEN = re.compile(r"\s*(?:,|&|/|\+|\band\b)\s*")


def find_actions_by_end(draft: Draft, index: int, item: str, *, spoken: bool = False) -> Iterator[Action]:
    """The last sentence of a block that says what is to be done, with who is named behind it.

    Where brackets name who spoke (`spoken`), only an order with one is an action.
    """
    block = draft.blocks[index]
    match = draft.read(block.text).match(OWNER_AT_END)
    if not match or not _may_own(block, match, draft) or not _is_apart(block, match):
        return
    told = list(spans(block.text[: match.start()]))
    if not told:
        return
    start, end = told[-1]
    text = folded(block.text[start:end])
    if text.endswith(":") or not draft.read(text).fits(NEEDED):
        return
    if spoken and match.group().strip()[:1] in "[(" and not _is_task(text, draft):
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


def _may_own(block: Block, match: re.Match[str], draft: Draft) -> bool:
    """True if the words at the end are somebody's; behind an order and a dash a given name is enough."""
    if names_owner(match["owner"], draft):
        return True
    dashed = match.group().strip()[:1] in "–—-"
    order = draft.read(folded(block.text[: match.start()])).fits(ORDER)
    return dashed and order and is_called(match["owner"].strip(), draft)


def _is_apart(block: Block, match: re.Match[str]) -> bool:
    """True if the owner is set apart: in brackets, behind a dash or tab, or in another style."""
    if match.group().strip()[:1] in "[(–—-" or "\t" in match.group():
        return True
    runs = [run for run in block.runs if run.text.strip()]
    last = runs[-1] if runs else None
    styled = last is not None and (last.bold or last.italic)
    return styled and folded(runs[-1].text).strip(" .") == match["owner"].strip(" .")
