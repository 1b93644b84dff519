"""Minutes told turn by turn, behind initials: "GW: …". Some of these look like markers of actions."""

from __future__ import annotations

import re

from archive_builder.recognise.grammar.draft import Draft, is_prose
from archive_builder.recognise.signs.action_marks import ACTION_MARK
from archive_builder.recognise.signs.promising import NEEDED
from archive_builder.text.words import folded

_TURN = re.compile(r"(?P<who>[A-Z]{2,3}):\s+(?=\S)")
_FEWEST_TURNS = 6
_FEWEST_SPEAKERS = 3


def is_told_in_turns(draft: Draft) -> bool:
    """True if several people speak turn by turn, each with initials that mark no actions."""
    turns = [match for block in draft.blocks if is_prose(block) and (match := _TURN.match(block.text))]
    spoken = [match["who"] for match in turns if not draft.read(match.string).fits(ACTION_MARK)]
    return len(spoken) >= _FEWEST_TURNS and len(set(spoken)) >= _FEWEST_SPEAKERS


def is_turn(draft: Draft, index: int) -> bool:
    """True for a block that begins with initials, and says nothing that is to be done."""
    text = folded(draft.blocks[index].text)
    match = _TURN.match(text)
    return match is not None and not draft.read(text[match.end() :]).fits(NEEDED)
