"""Votes: how many, and who, voted for and against what was decided."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from archive_builder.model import BlockKind, Decision, DecisionKind
from archive_builder.model.records import Vote
from archive_builder.model.statuses import VoteOutcome
from archive_builder.recognise.grammar.anchors import unique, within_item
from archive_builder.recognise.grammar.draft import Draft, place
from archive_builder.recognise.records.printed_votes import PrintedVote, gather_votes
from archive_builder.recognise.signs.motion_outcomes import CARRIED, LOST
from archive_builder.recognise.signs.moving import MOVED
from archive_builder.recognise.signs.voting import (
    BALLOT,
    IS_CARRIED,
    LABEL,
    ROLL_CALL,
    SIDE,
    VOTE_HEADING,
)
from archive_builder.text.words import folded

_NAMES = {
    "votes_for": "names_for",
    "votes_against": "names_against",
    "abstentions": "names_abstaining",
    "absent": "names_absent",
    "recused": "names_recused",
}
"""The field of a vote that has the names of a side."""
_NEAR = 4
"""Maximum number of blocks between a decision and the vote on it."""
_BELOW = 2
"""Maximum number of blocks from a vote down to the decision it led to: "RESOLVED" may stand between."""
_LINES = 20
"""Maximum number of blocks from the first line of a vote down to the decision it led to."""


def find_votes(draft: Draft) -> Draft:
    """A draft with its votes, each with the decision it was about, where that is found.

    A vote without a decision stands by itself if it is listed side by side, or what was moved stands
    in its own block.
    """
    near = _decisions_near(draft)
    voted: set[str] = set()
    anchors: set[str] = set()
    of_item: Counter[str] = Counter()
    votes = []
    for found in gather_votes(draft):
        free = [each for each in near.get(found.first, ()) if each.anchor not in voted]
        decision = _decision_beside(draft, found, free)
        if decision is None and not _stands_alone(draft, found):
            continue
        voted.add(decision.anchor if decision else "")
        item = draft.item_anchor(found.first)
        of_item[item] += 1
        vote = _vote(draft, found, decision, of_item[item])
        votes.append(replace(vote, anchor=unique(vote.anchor, anchors)))
    return replace(draft, votes=tuple(votes), decisions=_as_voted(draft.decisions, votes))


def _as_voted(decisions: Sequence[Decision], votes: Sequence[Vote]) -> tuple[Decision, ...]:
    """Return the decisions, those that a vote on them lost as motions not carried; their anchors stay."""
    lost = {vote.decision for vote in votes if vote.outcome is VoteOutcome.LOST}
    return tuple(
        replace(decision, kind=DecisionKind.LOST)
        if decision.anchor in lost and decision.kind in _CAN_BE_LOST
        else decision
        for decision in decisions
    )


_CAN_BE_LOST = (DecisionKind.RESOLVED, DecisionKind.APPROVED, DecisionKind.NOTED)
"""What a meeting decides by a vote: a recommendation to it, or a decision published elsewhere, stays one."""


def _vote(draft: Draft, found: PrintedVote, decision: Decision | None, number: int) -> Vote:
    item = decision.item if decision else draft.item_anchor(found.first)
    names = {_NAMES[side]: names for side, names in found.names.items()}
    return Vote(
        anchor=f"vote-{decision.anchor}" if decision else within_item("vote", item, number),
        place=place(found.first, found.last),
        text=_words(draft, found),
        item=item,
        decision=decision.anchor if decision else "",
        outcome=_outcome(draft, found),
        found_by=found.rule.name,
        confidence=found.rule.confidence,
        votes_for=found.number("votes_for"),
        votes_against=found.number("votes_against"),
        abstentions=found.number("abstentions"),
        **names,  # type: ignore[arg-type]
    )


def _words(draft: Draft, found: PrintedVote) -> str:
    block = draft.blocks[found.first]
    if block.kind is BlockKind.TABLE:
        return folded(" ".join(run.text for row in block.rows for cell in row.cells for run in cell))
    return draft.text(found.first, found.last)


def _outcome(draft: Draft, found: PrintedVote) -> VoteOutcome | None:
    """What became of it, by the vote's own words or those directly below."""
    below = draft.blocks[found.last + 1].text if found.last + 1 < len(draft.blocks) else ""
    told = [_words(draft, found)]
    if draft.read(folded(below)).fits(CARRIED):
        told.append(folded(below))
    for text in told:
        if draft.read(text).fits(LOST):
            return VoteOutcome.LOST
        if draft.read(text).fits(IS_CARRIED):
            return VoteOutcome.CARRIED
    return None


def _decisions_near(draft: Draft) -> Mapping[int, Sequence[Decision]]:
    """The decisions that a vote may be on, by the block that the vote begins with."""
    near: dict[int, list[Decision]] = defaultdict(list)
    for decision in draft.decisions:
        for block in range(decision.place.first - _LINES, decision.place.last + _NEAR + 1):
            near[block].append(decision)
    return near


def _decision_beside(draft: Draft, vote: PrintedVote, free: Sequence[Decision]) -> Decision | None:
    """The decision in the same passage, else the nearest above under the same heading, else directly below.

    `free` are those near it that have no vote yet. What was lost is not what was decided above it, nor
    the other way about.
    """
    held = [each for each in free if each.place.first <= vote.first <= each.place.last]
    if held:
        return held[-1]
    outcome = _outcome(draft, vote)
    free = [each for each in free if outcome is None or _fits(each, outcome)]
    above = [each for each in free if 0 < vote.first - each.place.last <= _NEAR]
    if above and not _is_parted(draft, above[-1].place.last, vote.first):
        return above[-1]
    below = [each for each in free if 0 < each.place.first - vote.last <= _BELOW]
    return below[0] if below and not _is_parted(draft, vote.last, below[0].place.first) else None


def _fits(decision: Decision, outcome: VoteOutcome) -> bool:
    return (decision.kind is DecisionKind.LOST) == (outcome is VoteOutcome.LOST)


def _is_parted(draft: Draft, above: int, below: int) -> bool:
    """True if a heading stands between two blocks, and is not that of the vote itself: "Roll call:"."""
    between = (s for s in draft.sections if s.heading is not None and above < s.heading < below)
    return any(not draft.read(section.title).fits(VOTE_HEADING) for section in between)


def _stands_alone(draft: Draft, vote: PrintedVote) -> bool:
    if vote.rule in (LABEL, BALLOT, ROLL_CALL, SIDE):
        return True
    moved = any(sentence.fits(MOVED) for sentence in draft.sentences(vote.first))
    return moved or draft.line(vote.first).fits(CARRIED)
