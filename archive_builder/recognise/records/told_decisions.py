"""What a meeting decides in sentences of its own, in headings, below labels and in lists, where no RESOLVED says it."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator
from dataclasses import replace

from archive_builder.model import BlockKind, Classification, Decision, DecisionKind, Place
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose, place
from archive_builder.recognise.grammar.labels import read
from archive_builder.recognise.grammar.passage import span_place
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.records.labelled_decisions import find_labelled, list_below
from archive_builder.recognise.records.minuted import kind_of_entry, minuted_decision
from archive_builder.recognise.records.own_names import in_common_words, own_names, with_common_noun
from archive_builder.recognise.records.question_evidence import put_formally
from archive_builder.recognise.records.resolutions import resolved_blocks
from archive_builder.recognise.records.shorthand_decisions import (
    decided_by_others,
    names_movers_alone,
)
from archive_builder.recognise.signs.beside_decisions import (
    DECIDED_LIST,
    LABEL_ALONE,
    LEADS_UP,
    NOTHING_DECIDED,
    OUTCOME,
    RUN_IN,
)
from archive_builder.recognise.signs.deciding import (
    another_body_decides,
    deciding_rule,
    outcome_of,
)
from archive_builder.recognise.signs.electing import ELECTION_HEADING, NAMED_ELECTED
from archive_builder.recognise.signs.moving import THAT
from archive_builder.recognise.signs.shorthand import OUTCOME_ALONE
from archive_builder.settings import Vocabulary
from archive_builder.text.sentences import spans
from archive_builder.text.words import folded

_LONGEST = 6000
"""Maximum number of characters of a block that is looked at."""
_LONGEST_SENTENCE = 600
"""Maximum number of characters of a sentence that decides."""


def find_told_decisions(
    draft: Draft, claimed: Container[tuple[int, int]], moved: Collection[int]
) -> list[Decision]:
    """What a meeting approved or noted in a sentence of its own, where no RESOLVED says it.

    `claimed` are the sentences that motions have taken up, as block and end, `moved` the blocks of what was moved.
    """
    names = own_names(draft)
    found = [
        each
        for section in draft.sections
        if is_of_business(draft, section)
        for each in _of_section(draft, section, names, claimed, moved)
    ]
    put = put_formally(draft)
    return [
        each
        for each in found
        if each.place.first not in draft.quoted or (each.confidence >= _PLAIN and each.place.first not in put)
    ]


_PLAIN = 0.9
"""How sure a decision must be that is told behind a question in the middle of a discussion."""


def _of_section(
    draft: Draft,
    section: Section,
    names: frozenset[str],
    claimed: Container[tuple[int, int]],
    moved: Collection[int],
) -> Iterator[Decision]:
    settled = any(at in section.content for at in moved)
    if not settled and draft.read(section.title).fits(DECIDED_LIST):
        for index in _entries(draft, section):
            if not draft.line(index).fits(NOTHING_DECIDED):
                text = draft.text(index)
                yield minuted_decision(draft, place(index), text, DecisionKind.APPROVED, DECIDED_LIST)
        return
    yield from _heading_that_decides(draft, section)
    labelled = list(find_labelled(draft, section))
    for index in labelled:
        kind = kind_of_entry(draft, index)
        yield minuted_decision(draft, place(index), draft.text(index), kind, LABEL_ALONE)
    resolved = {*resolved_blocks(draft, section), *labelled}
    told = [
        found
        for index in section.content
        if index not in resolved and _may_decide(draft, index)
        for each in _sentences_that_decide(draft, index, names, claimed)
        if (found := _titled(draft, section, each, settled))
    ]
    yield from _with_lists(draft, section, told)


def _may_decide(draft: Draft, index: int) -> bool:
    block = draft.blocks[index]
    return is_prose(block) and index > draft.masthead.last and len(block.text) < _LONGEST


def _titled(draft: Draft, section: Section, told: Decision, settled: bool) -> Decision | None:
    """A decision, with the title above it where it only says that it was carried: nothing where that is settled."""
    if len(told.text.split()) > _BARE:
        return told
    if not draft.read(told.text).fits(OUTCOME):
        return _run_in(draft, section, told) if told.found_by in _WITHOUT_MATTER else told
    if settled or decided_by_others(draft, section, told.place.first):
        return None
    where, first = told.place, told.place.first
    if not where.start and _said_above(draft, section, first) and draft.read(told.text).fits(OUTCOME_ALONE):
        return None
    if section.heading == first - 1 and not where.start:
        where = Place(first - 1, first)  # the words of a record stand where it says
    return replace(told, place=where, text=f"{section.title.rstrip(' :')}: {told.text}".lstrip(": "))


_WITHOUT_MATTER = ("decided-bare", "body-votes")
"""The rules of sentences that say only that something was approved, and perhaps how."""


def _run_in(draft: Draft, section: Section, told: Decision) -> Decision:
    """A decision that says nothing of what was approved, with the title that runs into its line."""
    heading, first = section.heading, told.place.first
    if heading != first - 1 or draft.blocks[heading].last != draft.blocks[first].first:
        return told
    return replace(told, place=Place(heading, first), text=draft.text(heading, first))


SAYS_NOTHING = "following-agreed"
"""The rule of sentences that say nothing but that something was agreed, and that it follows."""


def _with_lists(draft: Draft, section: Section, found: list[Decision]) -> Iterator[Decision]:
    """Decisions that only lead up to a list are quoted with it; where its entries decide, these count instead."""
    own = {each.place.first for each in found}
    for each in (_with_words_below(draft, section, told) for told in found):
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


def _with_words_below(draft: Draft, section: Section, told: Decision) -> Decision:
    """A decision; where its sentence ends in a colon and "That …" stands below, what stands there is its words."""
    below = told.place.last + 1
    if not draft.read(told.text).fits(LEADS_UP) or below not in section.content:
        return told
    that = draft.line(below).match(THAT)
    if that is None or that.start("words"):
        return told
    return replace(told, place=place(below), text=draft.text(below))


def _said_above(draft: Draft, section: Section, index: int) -> bool:
    """True if a paragraph stands above a line that only says that it was carried."""
    return index - 1 in section.content and is_prose(draft.blocks[index - 1])


_BARE = 6
"""An outcome of so few words says nothing of what was decided: the title above it does."""


def _heading_that_decides(draft: Draft, section: Section) -> list[Decision]:
    """The decision that an item's own heading tells: "3. The minutes of May were approved"."""
    title = folded(section.title)
    if section.heading is None or section.heading <= draft.masthead.last or section.heading in draft.quoted:
        return []
    rule = deciding_rule(title, draft.vocabulary) if len(title.split()) >= _FEWEST_OF_A_HEADING else None
    if rule is None or rule.confidence < _PLAIN_IN_HEADINGS:
        return []
    kind = outcome_of(rule, title, draft.vocabulary)
    return [minuted_decision(draft, place(section.heading), title, kind, rule)]


_PLAIN_IN_HEADINGS = 0.7
"""Minimum confidence of a rule by which a heading decides: "Ada Lark was elected Treasurer unopposed"."""
_FEWEST_OF_A_HEADING = 5
"""Minimum number of words of a heading that decides."""


def is_of_business(draft: Draft, section: Section) -> bool:
    """True if what stands in a section is told of the meeting: below an item, or anywhere in minutes."""
    if section.heading is not None and draft.item_anchor(section.heading):
        return True
    return draft.masthead.classification in _TELLS_DECISIONS and section.last > draft.masthead.last


_TELLS_DECISIONS = (Classification.MINUTES, Classification.NOTES, Classification.DECISION_LIST)
"""The kinds of documents that tell decisions outside items too."""


def _entries(draft: Draft, section: Section) -> list[int]:
    """The points of a section, without those that belong to another one."""
    items = [i for i in section.content if draft.blocks[i].kind is BlockKind.ITEM]
    outer = min((draft.blocks[i].level for i in items), default=0)
    return [
        i for i in items if draft.blocks[i].level == outer and any(map(str.isalnum, draft.blocks[i].text))
    ]


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
        plain = with_common_noun(in_common_words(sentence, names, body), draft.masthead.organization)
        rule = deciding_rule(plain, draft.vocabulary) or _elects(draft, index, sentence)
        if rule and names_movers_alone(sentence, draft.vocabulary):
            continue
        if rule and not another_body_decides(sentence, draft.masthead.organization, draft.vocabulary):
            where = span_place(draft.blocks, index, start, end)
            kind = outcome_of(rule, sentence, draft.vocabulary)
            found.append(minuted_decision(draft, where, sentence, kind, rule))
    return found


def _elects(draft: Draft, index: int, sentence: str) -> Rule | None:
    """The rule by which "Ann Lee was elected" decides below the heading of an election."""
    section = draft.section_of(index)
    headed = section is not None and draft.read(section.title).fits(ELECTION_HEADING)
    return NAMED_ELECTED if headed and draft.read(sentence).fits(NAMED_ELECTED) else None


def _after_label(text: str, start: int, end: int, vocabulary: Vocabulary) -> int:
    """Where a sentence begins behind a heading that runs into it."""
    label = read(text[start:end], vocabulary).match(RUN_IN)
    begun = start + label.end() if label else start
    return begun + len(text[begun:end]) - len(text[begun:end].lstrip(" :–—-"))
