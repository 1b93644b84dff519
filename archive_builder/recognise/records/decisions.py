"""The decisions of a document: resolutions and approvals, key decisions, recommendations."""

from __future__ import annotations

import math
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from archive_builder.model import BlockKind, Classification, Decision, DecisionKind, Place
from archive_builder.recognise.grammar.anchors import unique, within_item
from archive_builder.recognise.grammar.draft import Draft, place
from archive_builder.recognise.grammar.passage import Passage, place_of
from archive_builder.recognise.records.decision_tables import find_decisions_in_tables
from archive_builder.recognise.records.ended_motions import as_ended
from archive_builder.recognise.records.formal_resolutions import Formal, find_formal_resolutions
from archive_builder.recognise.records.labelled_decisions import find_entries
from archive_builder.recognise.records.minuted import kind_of_entry, minuted_decision
from archive_builder.recognise.records.motion_words import Motion
from archive_builder.recognise.records.motions import find_motions
from archive_builder.recognise.records.planning_views import find_views
from archive_builder.recognise.records.reported_decisions import (
    find_key_decisions,
    find_recommendations,
    find_recorded_decision,
    find_table_decisions,
)
from archive_builder.recognise.records.resolutions import find_resolutions
from archive_builder.recognise.records.shorthand_decisions import (
    find_told_in_short,
)
from archive_builder.recognise.records.told_decisions import find_told_decisions, is_of_business
from archive_builder.recognise.shape.choices import without_unchosen
from archive_builder.recognise.signs.beside_decisions import LABEL_ALONE
from archive_builder.recognise.signs.deciding import (
    outcome_of,
)
from archive_builder.recognise.signs.headings import MEETING_KINDS
from archive_builder.recognise.signs.motion_outcomes import CARRIED, ECHO
from archive_builder.recognise.signs.moving import MOVED, SECONDED_WITHIN, THAT
from archive_builder.recognise.signs.resolving import EMPTY_STEM, RESOLVED
from archive_builder.text.numerals import reference
from archive_builder.text.slugs import slug


def find_decisions(draft: Draft) -> Draft:
    """A draft with its decisions, in document order."""
    return replace(draft, decisions=_decisions(replace(draft, blocks=without_unchosen(draft.blocks))))


def _decisions(draft: Draft) -> tuple[Decision, ...]:
    formal = find_formal_resolutions(draft)
    if draft.masthead.classification in MEETING_KINDS:
        found = _of_meeting(draft, formal)
    elif formal.decisions and draft.masthead.classification is Classification.DECISION_RECORD:
        found = [*formal.decisions]
    else:
        found = _of_paper(draft)
    taken: set[str] = set()
    kept = _without_echoes(draft, sorted(_without_parts(found), key=_position))
    return tuple(
        replace(decision, anchor=unique(_anchor(decision, index), taken))
        for index, decision in enumerate(kept, 1)
    )


def _of_meeting(draft: Draft, formal: Formal) -> list[Decision]:
    """What the minutes of a meeting say was decided."""
    moved = [
        motion
        for motion in find_motions(draft)
        if not _is_told_behind_its_words(draft, motion)
        and formal.taken.isdisjoint(unit.block for unit in motion.taken)
    ]
    carried = [decision for motion in moved for decision in _carried(draft, motion)]
    claimed = {(unit.block, unit.end) for motion in moved for unit in (*motion.words, *motion.taken)}
    places = {decision.place.first for decision in carried}
    resolved = [decision for decision in find_resolutions(draft) if decision.place.first not in places]
    told = [*resolved, *carried, *find_told_decisions(draft, claimed, places), *_in_tables(draft)]
    found = [*formal.decisions, *(each for each in told if each.place.first not in formal.taken)]
    found += _told_in_short(draft, found, {*formal.taken, *(block for block, _ in claimed)})
    found += _views(draft, {at for each in found for at in (each.place.first, each.place.last)})
    return list(as_ended(draft, found))


def _is_told_behind_its_words(draft: Draft, motion: Motion) -> bool:
    """True if only the movers stand behind a resolution: "RESOLVED: That it be mended. (Lee proposed)"."""
    first = motion.words[0]
    label = draft.line(first.block).label(RESOLVED)
    return label is not None and first.start > 0 and bool(label.match["text"].strip(" :-–"))


def _of_paper(draft: Draft) -> list[Decision]:
    """What a paper that is no minutes publishes as decided, or recommends."""
    found = [
        *find_key_decisions(draft),
        *find_table_decisions(draft),
        *find_recorded_decision(draft),
        *find_recommendations(draft),
    ]
    if not found and draft.masthead.classification is Classification.DECISION_LIST:
        return _listed(draft)
    if not found and draft.masthead.classification is Classification.DECISION_RECORD:
        return find_resolutions(draft)
    return found


def _without_echoes(draft: Draft, found: Sequence[Decision]) -> list[Decision]:
    """The decisions in order, without sentences that only say of the one before that it was carried."""
    kept: list[Decision] = []
    for each in found:
        if not (kept and _says_it_again(draft, each) and _stands_near(draft, kept[-1], each)):
            kept.append(each)
    return kept


def _says_it_again(draft: Draft, decision: Decision) -> bool:
    """True if a decision's words, below the title of its section, only say that something was carried."""
    section = draft.section_of(decision.place.first)
    title = section.title.rstrip(" :") if section else ""
    titled = bool(title) and decision.text.startswith(title)
    said = draft.text(decision.place.last) if titled else decision.text
    return draft.read(said.rstrip(" :")).fits(ECHO)


def _stands_near(draft: Draft, before: Decision, after: Decision) -> bool:
    """True if a decision stands in the few blocks above another, in the same section."""
    distance = after.place.first - before.place.last
    return distance <= _NEAR and draft.section_of(before.place.first) == draft.section_of(after.place.first)


_NEAR = 4
"""Maximum number of blocks from a decision to a sentence that says again that it was carried."""


def _position(decision: Decision) -> tuple[int, int]:
    return decision.place.first, decision.place.start or 0


def _without_parts(found: Sequence[Decision]) -> list[Decision]:
    """The decisions without those of which another one quotes the words from their first on, and more."""
    longest: dict[tuple[int, int], Decision] = {}
    for each in found:
        other = longest.setdefault(_position(each), each)
        if _is_in_one_block(each) and (_end(other), other.confidence) < (_end(each), each.confidence):
            longest[_position(each)] = each
    return [each for each in found if not _is_in_one_block(each) or longest[_position(each)] is each]


def _is_in_one_block(decision: Decision) -> bool:
    return decision.place.first == decision.place.last and decision.place.row is None


def _end(decision: Decision) -> float:
    return math.inf if decision.place.end is None else decision.place.end


def _told_in_short(draft: Draft, found: Sequence[Decision], taken: Container[int]) -> list[Decision]:
    """What shorthand says was decided, where no sentence says it."""
    settled = [decision.place for decision in found]
    return [
        minuted_decision(
            draft, told.place, told.text, outcome_of(told.rule, told.text, draft.vocabulary), told.rule
        )
        for section in draft.sections
        if is_of_business(draft, section)
        for told in find_told_in_short(draft, section, settled, taken)
    ]


def _views(draft: Draft, taken: Container[int]) -> list[Decision]:
    """What the body said of planning applications, where nothing else was found in the same words."""
    views = (view for section in draft.sections for view in find_views(draft, section))
    return [
        minuted_decision(draft, view.place, view.text, DecisionKind.RESOLVED, view.rule)
        for view in views
        if view.place.first not in taken and view.place.last not in taken
    ]


def _anchor(decision: Decision, index: int) -> str:
    number = slug(decision.identifier) if decision.identifier else ""
    match decision.kind:
        case DecisionKind.KEY_DECISION:
            return f"decision-{slug(reference(decision.identifier))}"
        case DecisionKind.RECOMMENDATION:
            return f"recommendation-{number or index}"
        case DecisionKind.RESOLVED | DecisionKind.NOTED if number:
            return f"minute-{number}"
        case _:
            return within_item("decision", decision.item, index)


def _carried(draft: Draft, motion: Motion) -> list[Decision]:
    """A motion's words, each lettered part on its own, as decided or not carried; an empty stem is none."""
    made = []
    stem = motion.words[0].text if len(motion.words) > 1 else ""
    for unit in motion.words:
        if unit.text == stem and draft.read(stem).fits(EMPTY_STEM):
            continue
        rule = CARRIED if motion.outcome else SECONDED_WITHIN
        kind = DecisionKind.LOST if motion.lost else outcome_of(rule, unit.text, draft.vocabulary)
        decision = minuted_decision(draft, place_of(draft.blocks, [unit]), unit.text, kind, rule)
        if (whole := _with_its_stem(draft, motion, unit)) is not None:
            made.append(minuted_decision(draft, whole, draft.text(whole.first, whole.last), kind, rule))
            continue
        mark = reference(draft.blocks[unit.block].marker) if unit.text != stem else ""
        made.append(replace(decision, identifier=f"{decision.identifier} {mark}".strip()))
    return made


def _with_its_stem(draft: Draft, motion: Motion, unit: Passage) -> Place | None:
    """The list that a motion is about, from the line that leads up to it, where its words are the list's last point."""
    blocks, last = draft.blocks, unit.block
    point = blocks[last].kind is BlockKind.ITEM and not any(map(str.isalnum, blocks[last].marker))
    if len(motion.words) > 1 or not point or unit.fits(THAT) or unit.fits(MOVED):
        return None
    first = last
    while first > 0 and blocks[first].kind is BlockKind.ITEM:
        first -= 1
    leads = blocks[first].kind is BlockKind.PARAGRAPH and blocks[first].text.rstrip().endswith(":")
    return Place(first, last) if leads else None


def _in_tables(draft: Draft) -> Iterator[Decision]:
    for told in find_decisions_in_tables(draft):
        where = Place(told.block, told.block, row=told.row)
        made = minuted_decision(draft, where, told.text, told.kind, told.rule)
        yield replace(made, confidence=told.confidence)


def _listed(draft: Draft) -> list[Decision]:
    """What a list of decisions holds that is no table: its entries, and what decides between them."""
    entries = list(find_entries(draft))
    told = [*find_resolutions(draft), *find_told_decisions(draft, (), ())]
    return [
        *(
            minuted_decision(draft, place(i), draft.text(i), kind_of_entry(draft, i), LABEL_ALONE)
            for i in entries
        ),
        *(each for each in told if each.place.first not in entries),
    ]
