"""The decisions of a document: resolutions and approvals, key decisions, recommendations."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import replace

from archive_builder.model import BlockKind, Classification, Decision, DecisionKind, Place
from archive_builder.recognise.grammar.anchors import unique, within_item
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose, place
from archive_builder.recognise.grammar.labels import read
from archive_builder.recognise.grammar.passage import place_of, span_place
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.records.decision_tables import find_decisions_in_tables
from archive_builder.recognise.records.formal_resolutions import find_formal_resolutions
from archive_builder.recognise.records.labelled_decisions import find_entries, find_labelled, list_below
from archive_builder.recognise.records.motions import Motion, find_motions
from archive_builder.recognise.records.own_names import in_common_words, own_names
from archive_builder.recognise.records.reported_decisions import (
    find_key_decisions,
    find_recommendations,
    find_recorded_decision,
    find_table_decisions,
)
from archive_builder.recognise.records.resolutions import find_resolutions, resolved_blocks
from archive_builder.recognise.records.shorthand_decisions import (
    decided_by_others,
    find_told_in_short,
    names_movers_alone,
)
from archive_builder.recognise.shape.choices import without_unchosen
from archive_builder.recognise.shape.sections import MEETING_KINDS
from archive_builder.recognise.signs.beside_decisions import LABEL_ALONE, NOTHING_DECIDED, RUN_IN
from archive_builder.recognise.signs.deciding import (
    DECIDED_LIST,
    OUTCOME,
    another_body_decides,
    deciding_rule,
    outcome_of,
)
from archive_builder.recognise.signs.moving import CARRIED, LOST, SECONDED_WITHIN
from archive_builder.recognise.signs.resolving import EMPTY_STEM
from archive_builder.settings import Vocabulary
from archive_builder.text.numerals import reference
from archive_builder.text.sentences import spans
from archive_builder.text.slugs import slug
from archive_builder.text.words import folded

_LONGEST = 6000
_LONGEST_SENTENCE = 600


def find_decisions(draft: Draft) -> Draft:
    """A draft with its decisions, in document order."""
    return replace(draft, decisions=_decisions(replace(draft, blocks=without_unchosen(draft.blocks))))


def _decisions(draft: Draft) -> tuple[Decision, ...]:
    formal = find_formal_resolutions(draft)
    if draft.masthead.classification in MEETING_KINDS:
        moved = find_motions(draft)
        carried = [decision for motion in moved for decision in _carried(draft, motion)]
        claimed = {(unit.block, unit.end) for motion in moved for unit in motion.taken}
        places = {decision.place.first for decision in carried}
        resolved = [decision for decision in find_resolutions(draft) if decision.place.first not in places]
        told = [*resolved, *carried, *_approvals(draft, claimed, places), *_in_tables(draft)]
        found = [*formal.decisions, *(each for each in told if each.place.first not in formal.taken)]
        found += _told_in_short(draft, found, {*formal.taken, *(block for block, _ in claimed)})
    elif formal.decisions and draft.masthead.classification is Classification.DECISION_RECORD:
        found = [*formal.decisions]
    else:
        found = [
            *find_key_decisions(draft),
            *find_table_decisions(draft),
            *find_recorded_decision(draft),
            *find_recommendations(draft),
        ]
        if not found and draft.masthead.classification is Classification.DECISION_LIST:
            found = _listed(draft)
    taken: set[str] = set()
    named = [
        replace(decision, anchor=unique(_anchor(decision, index), taken))
        for index, decision in enumerate(sorted(found, key=lambda d: (d.place.first, d.place.start or 0)), 1)
    ]
    return tuple(named)


def _told_in_short(draft: Draft, found: Sequence[Decision], taken: Container[int]) -> list[Decision]:
    """What shorthand says was decided, where no sentence says it."""
    settled = [decision.place for decision in found]
    return [
        _minuted(draft, told.place, told.text, outcome_of(told.rule, told.text, draft.vocabulary), told.rule)
        for section in draft.sections
        if _is_of_business(draft, section)
        for told in find_told_in_short(draft, section, settled, taken)
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
        lost = draft.read(motion.outcome).match(LOST)
        kind = DecisionKind.LOST if lost else outcome_of(rule, unit.text, draft.vocabulary)
        decision = _minuted(draft, place_of(draft.blocks, [unit]), unit.text, kind, rule)
        mark = reference(draft.blocks[unit.block].marker) if unit.text != stem else ""
        made.append(replace(decision, identifier=f"{decision.identifier} {mark}".strip()))
    return made


def _approvals(draft: Draft, claimed: Container[tuple[int, int]], moved: Collection[int]) -> list[Decision]:
    """What a meeting approved or noted in a sentence of its own, where no RESOLVED says it."""
    found: list[Decision] = []
    names = own_names(draft)
    for section in draft.sections:
        if not _is_of_business(draft, section):
            continue
        if draft.read(section.title).fits(DECIDED_LIST):
            found += [
                _minuted(draft, place(i), draft.text(i), DecisionKind.APPROVED, DECIDED_LIST)
                for i in _entries(draft, section)
                if not draft.line(i).fits(NOTHING_DECIDED)
            ]
            continue
        found += _heading_that_decides(draft, section)
        labelled = list(find_labelled(draft, section))
        found += [_minuted(draft, place(i), draft.text(i), _kind_of(draft, i), LABEL_ALONE) for i in labelled]
        resolved = {*resolved_blocks(draft, section), *labelled}
        settled = any(at in section.content for at in moved)
        told_here: list[Decision] = []
        for index in section.content:
            block = draft.blocks[index]
            if (
                is_prose(block)
                and index > draft.masthead.last
                and index not in resolved
                and len(block.text) < _LONGEST
            ):
                for told in _sentences_that_decide(draft, index, names, claimed):
                    bare = draft.read(told.text).match(OUTCOME) and len(told.text.split()) <= _BARE
                    if not bare:
                        told_here.append(told)
                    elif not settled and not decided_by_others(draft, section, index):
                        titled = f"{section.title.rstrip(' :')}: {told.text}".lstrip(": ")
                        told_here.append(replace(told, text=titled))
        found += _with_lists(draft, section, told_here)
    return [each for each in found if each.place.first not in draft.quoted or each.confidence >= _PLAIN]


SAYS_NOTHING = "following-agreed"
"""The rule of sentences that say nothing but that something was agreed, and that it follows."""


def _with_lists(draft: Draft, section: Section, found: list[Decision]) -> Iterator[Decision]:
    """Decisions that only lead up to a list are quoted with it; where its entries decide, these count instead."""
    own = {each.place.first for each in found}
    for each in found:
        first = each.place.first
        last = (
            list_below(draft, section, first)
            if each.found_by == SAYS_NOTHING and not each.place.start
            else first
        )
        if last == first:
            yield each
        elif own.isdisjoint(range(first + 1, last + 1)):
            yield replace(each, place=Place(first, last), text=draft.text(first, last))


_BARE = 6
"""An outcome of so few words says nothing of what was decided: the title above it does."""


def _kind_of(draft: Draft, index: int) -> DecisionKind:
    return outcome_of(LABEL_ALONE, draft.text(index), draft.vocabulary)


_PLAIN = 0.9
"""How sure a decision must be that is told in the answer to a question."""


def _heading_that_decides(draft: Draft, section: Section) -> list[Decision]:
    """The decision that an item's own heading tells: "3. The minutes of May were approved"."""
    title = folded(section.title)
    if section.heading is None or section.heading <= draft.masthead.last or section.heading in draft.quoted:
        return []
    rule = deciding_rule(title, draft.vocabulary) if len(title.split()) >= _FEWEST_OF_A_HEADING else None
    if rule is None or rule.confidence < _PLAIN:
        return []
    kind = outcome_of(rule, title, draft.vocabulary)
    return [_minuted(draft, place(section.heading), title, kind, rule)]


_FEWEST_OF_A_HEADING = 5
"""Minimum number of words of a heading that decides."""


def _is_of_business(draft: Draft, section: Section) -> bool:
    """True if what stands in a section is told of the meeting: below an item, or anywhere in minutes."""
    if section.heading is not None and draft.item_anchor(section.heading):
        return True
    return draft.masthead.classification in _TELLS_DECISIONS and section.last > draft.masthead.last


_TELLS_DECISIONS = (Classification.MINUTES, Classification.DECISION_LIST)
"""The kinds of documents that tell decisions outside items too."""


def _in_tables(draft: Draft) -> Iterator[Decision]:
    for told in find_decisions_in_tables(draft):
        where = Place(told.block, told.block, row=told.row)
        made = _minuted(draft, where, told.text, told.kind, told.rule)
        yield replace(made, confidence=told.confidence)


def _listed(draft: Draft) -> list[Decision]:
    """What a list of decisions holds that is no table: its entries, and what decides between them."""
    entries = list(find_entries(draft))
    told = [*find_resolutions(draft), *_approvals(draft, (), ())]
    return [
        *(_minuted(draft, place(i), draft.text(i), _kind_of(draft, i), LABEL_ALONE) for i in entries),
        *(each for each in told if each.place.first not in entries),
    ]


def _entries(draft: Draft, section: Section) -> list[int]:
    items = (i for i in section.content if draft.blocks[i].kind is BlockKind.ITEM)
    return [i for i in items if any(map(str.isalnum, draft.blocks[i].text))]


def _sentences_that_decide(
    draft: Draft, index: int, names: frozenset[str], claimed: Container[tuple[int, int]]
) -> list[Decision]:
    found: list[Decision] = []
    text, body = draft.blocks[index].text, draft.vocabulary.signs["body_alone"][0]
    before = 0
    for begun, end in spans(text):
        alone = draft.read(folded(text[begun:end])).match(OUTCOME)
        start = _after_label(text, before if alone else begun, end, draft.vocabulary)
        sentence, before = folded(text[start:end]), begun
        if (index, end) in claimed or len(sentence) >= _LONGEST_SENTENCE:
            continue
        rule = deciding_rule(in_common_words(sentence, names, body), draft.vocabulary)
        if rule and names_movers_alone(sentence, draft.vocabulary):
            continue
        if rule and not another_body_decides(sentence, draft.masthead.organization, draft.vocabulary):
            where = span_place(draft.blocks, index, start, end)
            kind = outcome_of(rule, sentence, draft.vocabulary)
            found.append(_minuted(draft, where, sentence, kind, rule))
    return found


def _after_label(text: str, start: int, end: int, vocabulary: Vocabulary) -> int:
    """Where a sentence begins behind a heading that runs into it."""
    label = read(text[start:end], vocabulary).match(RUN_IN)
    begun = start + label.end() if label else start
    return begun + len(text[begun:end]) - len(text[begun:end].lstrip(" :–—-"))


def _minuted(draft: Draft, where: Place, text: str, kind: DecisionKind, rule: Rule) -> Decision:
    item = draft.item_anchor(where.first)
    number = next((reference(i.number) for i in draft.items if i.anchor == item), "")
    minuted = draft.masthead.classification is Classification.MINUTES
    return Decision(
        anchor="",
        place=where,
        text=text,
        item=item,
        identifier=number if minuted else "",
        kind=kind,
        decided=draft.masthead.date,
        found_by=rule.name,
        confidence=rule.confidence,
    )
