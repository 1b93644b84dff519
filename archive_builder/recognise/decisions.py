"""The decisions of a document: resolutions and approvals, key decisions, recommendations."""

from __future__ import annotations

from dataclasses import replace

from archive_builder.model import BlockKind, Classification, Decision, DecisionKind, Place
from archive_builder.recognise.deciding import DECIDED_LIST, OUTCOME, deciding, kind_of
from archive_builder.recognise.grammar import Draft, Rule, Section, is_prose, place, unique
from archive_builder.recognise.outline import MEETING_KINDS
from archive_builder.recognise.recommendations import key_decisions, recommendations
from archive_builder.recognise.resolutions import resolutions, resolved_blocks
from archive_builder.text.numerals import reference
from archive_builder.text.sentences import spans
from archive_builder.text.slugs import slug
from archive_builder.text.words import folded

_LONGEST = 1500
_LONGEST_SENTENCE = 600


def decided(draft: Draft) -> Draft:
    """A draft with its decisions, in document order."""
    if draft.masthead.classification in MEETING_KINDS:
        found = [*resolutions(draft), *_approvals(draft)]
    else:
        found = [*key_decisions(draft), *recommendations(draft)]
    taken: set[str] = set()
    named = [
        replace(decision, anchor=unique(_anchor(decision, index), taken))
        for index, decision in enumerate(sorted(found, key=lambda d: (d.place.first, d.place.start or 0)), 1)
    ]
    return replace(draft, decisions=tuple(named))


def _anchor(decision: Decision, index: int) -> str:
    number = slug(decision.identifier) if decision.identifier else ""
    match decision.kind:
        case DecisionKind.KEY_DECISION:
            return f"decision-{number}"
        case DecisionKind.RECOMMENDATION:
            return f"recommendation-{number or index}"
        case DecisionKind.RESOLVED | DecisionKind.NOTED if number:
            return f"minute-{number}"
        case _:
            return f"decision-{decision.item.removeprefix('item-')}-{index}".replace("--", "-")


def _approvals(draft: Draft) -> list[Decision]:
    """What a meeting approved or noted in a sentence of its own, where no RESOLVED says it."""
    found: list[Decision] = []
    asked = _asked_or_answered(draft)
    for section in draft.sections:
        if section.heading is None or not draft.item_anchor(section.heading):
            continue
        if DECIDED_LIST.match(section.title):
            found += [
                _minuted(draft, place(i), draft.text(i), DecisionKind.APPROVED, DECIDED_LIST)
                for i in _entries(draft, section)
            ]
            continue
        resolved = resolved_blocks(draft, section)
        for index in section.content:
            block = draft.blocks[index]
            if (
                is_prose(block)
                and index not in asked
                and index not in resolved
                and len(block.text) < _LONGEST
            ):
                found += _sentences_that_decide(draft, index, block.text)
    return found


def _entries(draft: Draft, section: Section) -> list[int]:
    return [i for i in section.content if draft.blocks[i].kind is BlockKind.ITEM]


def _asked_or_answered(draft: Draft) -> set[int]:
    """The blocks of questions and answers: what is said there reports, it does not decide."""
    places = [p for q in draft.questions for p in (q.place, q.answer) if p is not None]
    return {index for where in places for index in range(where.first, where.last + 1)}


def _sentences_that_decide(draft: Draft, index: int, text: str) -> list[Decision]:
    found = []
    before = 0
    for begun, end in spans(text):
        start = before if OUTCOME.match(folded(text[begun:end])) else begun
        sentence, before = folded(text[start:end]), begun
        if len(sentence) < _LONGEST_SENTENCE and (rule := deciding(sentence)):
            whole = start == 0 and end >= len(text.rstrip())
            where = place(index) if whole else Place(index, index, start, end)
            found.append(_minuted(draft, where, sentence, kind_of(rule, sentence), rule))
    return found


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
