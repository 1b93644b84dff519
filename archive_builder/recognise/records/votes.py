"""Votes: how many, and who, voted for and against what was decided."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from archive_builder.model import Block, BlockKind, Decision
from archive_builder.model.records import Vote
from archive_builder.model.statuses import VoteOutcome
from archive_builder.recognise.grammar.anchors import unique, within_item
from archive_builder.recognise.grammar.draft import Draft, is_prose, place
from archive_builder.recognise.grammar.rule import Rule, compiled, first_rule
from archive_builder.recognise.grammar.table_heads import body_rows, headings_of
from archive_builder.recognise.signs.formal_motions import LOST
from archive_builder.recognise.signs.moving import CARRIED, MOVED
from archive_builder.recognise.signs.voting import (
    BALLOT,
    DISSENT,
    IS_CARRIED,
    LABEL,
    NUMBERS,
    RATIO,
    ROLL_CALL,
    SIDE,
    TOTAL,
    VOTE_COLUMN,
    VOTE_HEADING,
    VOTER,
)
from archive_builder.settings import Vocabulary
from archive_builder.text.sentences import spans
from archive_builder.text.words import folded, words

_NAMES = {
    "votes_for": "names_for",
    "votes_against": "names_against",
    "abstentions": "names_abstaining",
    "absent": "names_absent",
    "recused": "names_recused",
}
"""The field of a vote that has the names, by the group of the rules that tells the side."""
_COUNTED = ("votes_for", "votes_against", "abstentions")
"""The sides whose numbers a vote has."""
_NEAR = 4
"""Maximum number of blocks between a decision and the vote on it."""
_BELOW = 2
"""Maximum number of blocks from a vote down to the decision it led to: "RESOLVED" may stand between."""
_LINES = 20
"""Maximum number of blocks from the first line of a vote down to the decision it led to."""
_LONGEST = 400
"""Maximum number of characters of a block that lists who voted how."""
_LONGEST_SENTENCE = 600
"""Maximum number of characters of a sentence that tells of a vote."""
_SHORT = 80
"""A passage of at most so many characters is always looked at."""
_MOST_NAMES = 60


@dataclass(slots=True)
class _Found:
    """A vote while its lines are gathered."""

    first: int
    last: int
    rule: Rule
    numbers: dict[str, int] = field(default_factory=dict)
    """As printed, by side."""
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def number(self, side: str) -> int | None:
        """How many votes a side has: as printed, else how many names are."""
        return self.numbers.get(side, len(self.names[side]) if side in self.names else None)

    @property
    def sides(self) -> set[str]:
        return {*self.numbers, *self.names}

    @property
    def is_whole(self) -> bool:
        """True if it tells two sides, or two members' votes; "For: Information" is no vote."""
        if self.rule in (ROLL_CALL, BALLOT, SIDE):
            return sum(len(self.names.get(side, ())) for side in _COUNTED) > 1
        return "votes_for" in self.sides and len(self.sides & set(_COUNTED)) > 1


def find_votes(draft: Draft) -> Draft:
    """A draft with its votes, each with the decision it was about, where that is found.

    A vote without a decision stands by itself if it is listed side by side, or what was moved stands
    in its own block: a motion that was lost is no decision, and its vote is news all the same.
    """
    near = _decisions_near(draft)
    voted: set[str] = set()
    anchors: set[str] = set()
    of_item: Counter[str] = Counter()
    votes = []
    for found in _gathered(draft):
        free = [each for each in near.get(found.first, ()) if each.anchor not in voted]
        decision = _decision_beside(draft, found, free)
        if decision is None and not _stands_alone(draft, found):
            continue
        voted.add(decision.anchor if decision else "")
        item = draft.item_anchor(found.first)
        of_item[item] += 1
        vote = _vote(draft, found, decision, of_item[item])
        votes.append(replace(vote, anchor=unique(vote.anchor, anchors)))
    return replace(draft, votes=tuple(votes))


def _vote(draft: Draft, found: _Found, decision: Decision | None, number: int) -> Vote:
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


def _words(draft: Draft, found: _Found) -> str:
    block = draft.blocks[found.first]
    if block.kind is BlockKind.TABLE:
        return folded(" ".join(run.text for row in block.rows for cell in row.cells for run in cell))
    return draft.text(found.first, found.last)


def _outcome(draft: Draft, found: _Found) -> VoteOutcome | None:
    """What became of it, by the vote's own words or those directly below."""
    below = draft.blocks[found.last + 1].text if found.last + 1 < len(draft.blocks) else ""
    told = [_words(draft, found)]
    if CARRIED.match(folded(below), draft.vocabulary):
        told.append(folded(below))
    for text in told:
        if LOST.match(text, draft.vocabulary):
            return VoteOutcome.LOST
        if IS_CARRIED.match(text, draft.vocabulary):
            return VoteOutcome.CARRIED
    return None


def _gathered(draft: Draft) -> Iterator[_Found]:
    """The votes of a document; neighbouring lines that each tell one side, or one member's vote, are one."""
    now: _Found | None = None
    for index, block in enumerate(draft.blocks):
        one = _in_block(block, index, draft.vocabulary)
        if now and one and _goes_on(now, one):
            now.last = index
            now.numbers = one.numbers | now.numbers
            for side, names in one.names.items():
                now.names[side] = (*now.names.get(side, ()), *names)
            continue
        if now and now.is_whole:
            yield now
        now = one
    if now and now.is_whole:
        yield now


def _goes_on(now: _Found, one: _Found) -> bool:
    """True if a line goes on with the vote above it: with the next side or member, or with names for its numbers."""
    if now.last != one.first - 1:
        return False
    if now.rule in (RATIO, NUMBERS):
        return one.rule is LABEL and not now.names and bool(one.names)
    return now.rule is one.rule and (now.rule is BALLOT or (now.rule is LABEL and not now.sides & one.sides))


def _in_block(block: Block, index: int, vocabulary: Vocabulary) -> _Found | None:
    if block.kind is BlockKind.TABLE:
        return _in_table(block, index, vocabulary)
    text = folded(block.text) if is_prose(block) else ""
    if not text or not _may_tell(text, vocabulary):
        return None
    sentences = [text[start:end] for start, end in spans(text) if end - start <= _LONGEST_SENTENCE]
    listed = _labelled(text, index, vocabulary) or _called(sentences, index, vocabulary)
    return _with_numbers(sentences, index, listed, vocabulary)


def _may_tell(text: str, vocabulary: Vocabulary) -> bool:
    """True if a passage may tell of a vote; of most passages nothing dearer is asked than this."""
    if len(text) <= _SHORT:
        return True
    within, before = _voting_words(vocabulary)
    found = words(text)
    return bool(found) and (found[0] in before or not within.isdisjoint(found))


@lru_cache(maxsize=4)
def _voting_words(vocabulary: Vocabulary) -> tuple[frozenset[str], frozenset[str]]:
    """The words of which a long vote holds one, and those that it may begin with: "for" stands everywhere."""
    within = ("votes", "vote", "voted_against", "abstaining", "carried", "approved")
    return _words_in(within, vocabulary), _words_in(("voted_for",), vocabulary)


def _words_in(names: Sequence[str], vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(word for name in names for phrase in vocabulary.signs[name] for word in words(phrase))


def _with_numbers(
    sentences: Sequence[str], index: int, listed: _Found | None, vocabulary: Vocabulary
) -> _Found | None:
    """A vote with the numbers that a sentence prints, and the names of those who voted otherwise."""
    for sentence in sentences:
        hit = first_rule((NUMBERS, RATIO), sentence, vocabulary)
        if hit is None:
            continue
        rule, match = hit
        found = listed if listed and listed.is_whole else _Found(index, index, rule)
        printed = {side: _number(match[side], vocabulary) for side in _COUNTED if match[side]}
        found.numbers = printed | found.numbers
        if not found.names and (apart := DISSENT.match(sentence, vocabulary)):
            found.names[_side(apart)] = _split(apart["names"])
        return found
    return listed


def _labelled(text: str, index: int, vocabulary: Vocabulary) -> _Found | None:
    """The sides that labels name: a number behind each, or names, or both."""
    if len(text) > _LONGEST:
        return None
    labels = list(LABEL.each(text, vocabulary))
    found = _Found(index, index, LABEL)
    for at, label in enumerate(labels):
        end = labels[at + 1].start() if at + 1 < len(labels) else len(text)
        side, said = _side(label), _first_sentence(text[label.end() : end])
        names = _listed(said, vocabulary)
        number = _printed(said, label["number"], vocabulary)
        if names is None and number is None:
            return None
        if names:
            found.names[side] = names
        if number is not None:
            found.numbers[side] = number
    return found if found.sides else None


def _called(sentences: Sequence[str], index: int, vocabulary: Vocabulary) -> _Found | None:
    """The votes of a roll call, each behind its member's name: "Roll call vote: Lee yes, Ray no"."""
    for sentence in sentences:
        if call := ROLL_CALL.match(sentence, vocabulary):
            return _ballots(sentence[call.end() :], _Found(index, index, ROLL_CALL), vocabulary)
    return _ballots(sentences[0], _Found(index, index, BALLOT), vocabulary) if len(sentences) == 1 else None


def _ballots(said: str, found: _Found, vocabulary: Vocabulary) -> _Found | None:
    """The vote with one member's vote after the other; None where something else is said."""
    for piece in re.split(r"[,;]|\band\b", said):
        ballot = BALLOT.match(piece.strip(" .,;"), vocabulary)
        if ballot is None:
            return None
        side = _side(ballot)
        found.names[side] = (*found.names.get(side, ()), ballot["name"])
    return found


def _in_table(block: Block, index: int, vocabulary: Vocabulary) -> _Found | None:
    """The votes of a table with a row a member: a column a side, or one column that says the side."""
    heads = headings_of(block) if block.header else []
    voters = [at for at, head in enumerate(heads) if VOTER.match(head, vocabulary)]
    sides = {at: _side(match) for at, head in enumerate(heads) if (match := SIDE.match(head, vocabulary))}
    said = [at for at, head in enumerate(heads) if VOTE_COLUMN.match(head, vocabulary)]
    if not voters or not (len(sides) > 1 or said):
        return None
    found = _Found(index, index, SIDE)
    for _, row in body_rows(block):
        name = folded(row.cell(voters[0]))
        if not name or TOTAL.match(name, vocabulary):
            continue
        cells = {at: row.cell(at).strip() for at in (*sides, *said)}
        if side := _ticked(cells, sides, vocabulary):
            found.names[side] = (*found.names.get(side, ()), name)
    return found


def _ticked(cells: Mapping[int, str], sides: Mapping[int, str], vocabulary: Vocabulary) -> str:
    """The side that a member's cells tell; empty where they tell none, or two."""
    ticked = [sides[at] for at, cell in cells.items() if at in sides and cell.strip("-–0")]
    spoken = [
        match for at, cell in cells.items() if at not in sides and (match := SIDE.match(cell, vocabulary))
    ]
    told = {*ticked, *map(_side, spoken)}
    return told.pop() if len(told) == 1 else ""


def _side(match: re.Match[str]) -> str:
    return next(side for side in _NAMES if match[side])


def _first_sentence(text: str) -> str:
    start, end = next(iter(spans(text)), (0, len(text)))
    return text[start:end].strip(" .;,)(")


def _printed(said: str, printed: str | None, vocabulary: Vocabulary) -> int | None:
    """The number of one side, in brackets behind its label or as all that is said."""
    if printed:
        return int(printed)
    if compiled(r"{NOBODY}", vocabulary).fullmatch(said):
        return 0
    if compiled(r"{A_NUMBER} (?: \s+ {VOTES} )?", vocabulary).fullmatch(said):
        return _number(said.split()[0], vocabulary)
    return None


def _listed(said: str, vocabulary: Vocabulary) -> tuple[str, ...] | None:
    """The names of one side; None where what is said is something else."""
    if compiled(r"{NOBODY} | [-–]?", vocabulary).fullmatch(said):
        return ()
    names = _split(said)
    return names if len(names) <= _MOST_NAMES and all(map(_is_name, names)) else None


def _split(said: str) -> tuple[str, ...]:
    return tuple(folded(name) for name in re.split(r",|;|\band\b|&", said) if name.strip())


def _is_name(text: str) -> bool:
    """True if a text is one to five words that begin with capitals."""
    parts = text.split()
    return 0 < len(parts) <= 5 and all(part[0].isupper() for part in parts)


def _number(printed: str, vocabulary: Vocabulary) -> int:
    if printed.isdigit():
        return int(printed)
    return vocabulary.signs["number_in_words"].index(printed.casefold())


def _decisions_near(draft: Draft) -> Mapping[int, Sequence[Decision]]:
    """The decisions that a vote may be on, by the block that the vote begins with."""
    near: dict[int, list[Decision]] = defaultdict(list)
    for decision in draft.decisions:
        for block in range(decision.place.first - _LINES, decision.place.last + _NEAR + 1):
            near[block].append(decision)
    return near


def _decision_beside(draft: Draft, vote: _Found, free: Sequence[Decision]) -> Decision | None:
    """The decision in the same passage, else the nearest above under the same heading, else directly below.

    `free` are those near it that have no vote yet. What was lost is not what was decided above it.
    """
    held = [each for each in free if each.place.first <= vote.first <= each.place.last]
    if held:
        return held[-1]
    if _outcome(draft, vote) is VoteOutcome.LOST:
        return None
    above = [each for each in free if 0 < vote.first - each.place.last <= _NEAR]
    if above and not _is_parted(draft, above[-1].place.last, vote.first):
        return above[-1]
    below = [each for each in free if 0 < each.place.first - vote.last <= _BELOW]
    return below[0] if below and not _is_parted(draft, vote.last, below[0].place.first) else None


def _is_parted(draft: Draft, above: int, below: int) -> bool:
    """True if a heading stands between two blocks, and is not that of the vote itself: "Roll call:"."""
    between = (s for s in draft.sections if s.heading is not None and above < s.heading < below)
    return any(not VOTE_HEADING.match(section.title, draft.vocabulary) for section in between)


def _stands_alone(draft: Draft, vote: _Found) -> bool:
    if vote.rule in (LABEL, BALLOT, ROLL_CALL, SIDE):
        return True
    text = folded(draft.blocks[vote.first].text)
    moved = any(first_rule(MOVED, text[start:end], draft.vocabulary) for start, end in spans(text))
    return moved or CARRIED.match(text, draft.vocabulary) is not None
