"""Actions: those marked as such, and undertakings made in the discussion."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from archive_builder.model import Action, ActionMarker, Block, Place
from archive_builder.recognise.grammar.draft import Draft, is_prose, place, unique
from archive_builder.recognise.records.arising import answer_blocks, questions_before
from archive_builder.recognise.records.task_lists import find_column_actions, find_listed_actions
from archive_builder.recognise.records.undertakings import find_undertakings
from archive_builder.recognise.signs.action_marks import LIMIT, OWNER, OWNER_ALONE, action_marker
from archive_builder.recognise.signs.owners import action_owners, due_date, marker_owners
from archive_builder.text import dates
from archive_builder.text.sentences import spans
from archive_builder.text.words import folded


def find_actions(draft: Draft) -> Draft:
    """A draft with its actions: marked ones first where both claim the same words."""
    taken: set[str] = set()
    counts: dict[str, int] = {}
    found = []
    marker = action_marker(draft.vocabulary)
    answering = answer_blocks(draft)
    earlier = {row.place.first for row in draft.tracker_rows if row.place.row is None}
    for index, block in enumerate(draft.blocks):
        if not is_prose(block) or index <= draft.masthead.last or index in earlier:
            continue
        item = draft.item_anchor(index)
        hit = find_mark(block, marker)
        if hit and hit.rule == OWNER_ONLY:
            found += _task_before(draft, index, hit, item)
        elif hit:
            found.append(_explicit(draft, index, hit, item))
        else:
            found += find_undertakings(draft, index, item, answering=index in answering)
    found += [*find_listed_actions(draft), *find_column_actions(draft)]
    told = {(action.place.first, action.text) for action in found if action.marker is ActionMarker.EXPLICIT}
    found = [
        action
        for action in found
        if action.marker is ActionMarker.EXPLICIT or (action.place.first, action.text) not in told
    ]
    found.sort(key=lambda action: (action.place.first, action.place.row or 0))
    named = []
    for action in found:
        counts[action.item] = counts.get(action.item, 0) + 1
        number = action.identifier or str(counts[action.item])
        name = f"action-{action.item.removeprefix('item-')}-{number}".replace("--", "-")
        named.append(replace(action, anchor=unique(name, taken)))
    return replace(draft, actions=tuple(named))


@dataclass(frozen=True, slots=True)
class Marked:
    """Where the words of a marked action stand in its block, and the owner its marker names."""

    start: int
    end: int
    owner: str
    rule: str
    limit: str = ""
    """What the marker says of the time: "by 3 May"."""


_NAMED_MARKER = re.compile(r"(?:ACTION|Action)s?\s*\((?P<owner>[^()]{2,50})\)\s*[:–-]?\s*")
_MARKER_BEHIND = re.compile(
    r"\s*[\[(]?\b(?:ACTION|Action)s?\b\s*(?:by|for)?\s*"
    rf"(?:[:–-]\s*(?P<owner>{OWNER})|(?P<brief>[A-Z]{{2,4}}(?:\s*(?:/|,|&|and)\s*[A-Z]{{2,4}})*|the\s+Clerk|Clerk|Chair))"
    rf"(?P<limit>{LIMIT})?[\])]?\s*\.?$"
)
_TO_ACTION = re.compile(
    rf"(?<=[.?!)])\s+[\[(]?(?P<owner>{OWNER})\s+to\s+(?:action|ACTION|Action)[\])]?\s*\.?$"
)
"""Behind a sentence: "A letter is to be sent. Clerk to action"."""
_BRACKETED = re.compile(r"[\[(](?P<inside>[^()\[\]]*)[\])]\.?")
"""A line in brackets: "(Action 2: Ann to write.)"."""
OWNER_ONLY = "action-owner-alone"
_PROPOSER = re.compile(r"(?:it\s+was\s+)?(?:proposed|seconded|moved)\b(?:(?!\bthat\b).)*$", re.IGNORECASE)
"""Who proposed what was said before: no task."""
_SENTENCE_END = re.compile(r"(?<=[.?!)”\"])\s+")


def find_mark(block: Block, marker: re.Pattern[str]) -> Marked | None:
    """A block as a marked action: "ACTION - ...", "Action (Ann): ...", "... Action: AL"."""
    text = block.text
    if match := _NAMED_MARKER.match(text):
        return (
            Marked(match.end(), len(text), match["owner"], "action-marker-owner")
            if text[match.end() :].strip()
            else None
        )
    if (match := _TO_ACTION.search(text)) and (told := _told(text[: match.start()])):
        return Marked(*told, match["owner"], "action-marker-behind")
    if match := OWNER_ALONE.fullmatch(text):
        return Marked(match.start("owner"), len(text), match["owner"], OWNER_ONLY, match["limit"] or "")
    within = _BRACKETED.fullmatch(text)
    begun = within.start("inside") if within else 0
    if match := marker.match(text, begun):
        end = within.end("inside") if within else len(text)
        return Marked(match.end(), end, "", "action-marker") if text[match.end() : end].strip() else None
    if match := _MARKER_BEHIND.search(text) or _owner_behind(text):
        told = _told(text[: match.start()])
        owner = match["owner"] or match.groupdict().get("brief") or ""
        limit = match.groupdict().get("limit") or ""
        return Marked(*told, owner, "action-marker-behind", limit) if told else None
    return None


def _owner_behind(text: str) -> re.Match[str] | None:
    """The marker and names at the end of a paragraph that says the action before them."""
    found = (OWNER_ALONE.fullmatch(text, match.end()) for match in _SENTENCE_END.finditer(text))
    return next((match for match in found if match), None)


def _explicit(draft: Draft, index: int, hit: Marked, item: str) -> Action:
    block = draft.blocks[index]
    text = folded(block.text[hit.start : hit.end])
    inside = hit.rule in (OWNER_ONLY, "action-marker-behind") and hit.start > 0
    end = hit.end if hit.rule == OWNER_ONLY else len(block.text)
    return Action(
        anchor="",
        place=Place(index, index, hit.start, end) if inside else place(index),
        text=text,
        item=item,
        owners=marker_owners(hit.owner, draft) if hit.owner else action_owners(text, draft),
        questions=questions_before(draft, index, item, text),
        due=due_date(text, draft.masthead.date) or dates.limit(hit.limit, draft.masthead.date),
        found_by=hit.rule,
    )


def _task_before(draft: Draft, index: int, hit: Marked, item: str) -> list[Action]:
    """The action of a line that only names who acts: the last sentence of the text above it."""
    above = index - 1
    if above <= draft.masthead.last or not is_prose(draft.blocks[above]) or draft.item_anchor(above) != item:
        return []
    told = _told(draft.blocks[above].text)
    if not told or any(section.heading == above for section in draft.sections):
        return []
    return [_explicit(draft, above, Marked(*told, hit.owner, OWNER_ONLY, hit.limit), item)]


def _told(text: str) -> tuple[int, int] | None:
    """Where the last sentence of a text stands that says more than who proposed it."""
    told = [(start, end) for start, end in spans(text) if not _PROPOSER.match(text[start:end])]
    return told[-1] if told else None
