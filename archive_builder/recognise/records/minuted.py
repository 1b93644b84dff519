"""A decision of a meeting as a record: where it stands, which item it belongs to, what it amounts to."""

from __future__ import annotations

from archive_builder.model import Classification, Decision, DecisionKind, Place
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.signs.beside_decisions import LABEL_ALONE
from archive_builder.recognise.signs.deciding import outcome_of
from archive_builder.text.numerals import reference


def minuted_decision(draft: Draft, where: Place, text: str, kind: DecisionKind, rule: Rule) -> Decision:
    """A decision of the meeting, with the item and the number of the minute that it stands under."""
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


def kind_of_entry(draft: Draft, index: int) -> DecisionKind:
    """What an entry of a list of decisions, or below a label, amounts to."""
    return outcome_of(LABEL_ALONE, draft.text(index), draft.vocabulary)
