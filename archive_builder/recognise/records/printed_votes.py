"""Votes as they are printed: in a sentence, in lines with a side each, as a roll call, as a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from archive_builder.model import Block, BlockKind
from archive_builder.recognise.grammar.draft import Draft, is_prose
from archive_builder.recognise.grammar.labels import RuleTable, read
from archive_builder.recognise.grammar.passage import Passage
from archive_builder.recognise.grammar.rule import Rule, compiled
from archive_builder.recognise.records.vote_tables import names_in_table
from archive_builder.recognise.signs.voting import (
    BALLOT,
    DISSENT,
    LABEL,
    NUMBERS,
    RATIO,
    ROLL_CALL,
    SIDE,
    SIDES,
    side_of,
)
from archive_builder.settings import Vocabulary
from archive_builder.text.sentences import spans
from archive_builder.text.words import folded, words

_COUNTED = SIDES[:3]
"""The sides whose numbers a vote has."""
_LONGEST = 400
"""Maximum number of characters of a block that lists who voted how."""
_LONGEST_SENTENCE = 600
"""Maximum number of characters of a sentence that tells of a vote."""
_SHORT = 80
"""A passage of at most so many characters is always looked at."""
_MOST_NAMES = 60
"""Maximum number of names behind one label."""


@dataclass(slots=True)
class PrintedVote:
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


def gather_votes(draft: Draft) -> Iterator[PrintedVote]:
    """The votes of a document; neighbouring lines that each tell one side, or one member's vote, are one."""
    yield from _gathered(draft, range(len(draft.blocks)))


def vote_in(draft: Draft, blocks: Sequence[int]) -> PrintedVote | None:
    """The vote that some blocks print, in order; the last of several."""
    return next(iter(reversed([*_gathered(draft, sorted(set(blocks)))])), None)


def _gathered(draft: Draft, blocks: Iterable[int]) -> Iterator[PrintedVote]:
    now: PrintedVote | None = None
    for index in blocks:
        one = _in_block(draft, draft.blocks[index], index)
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


def _goes_on(now: PrintedVote, one: PrintedVote) -> bool:
    """True if a line goes on with the vote above it: with the next side or member, or with names for its numbers."""
    if now.last != one.first - 1:
        return False
    if now.rule in (RATIO, NUMBERS):
        return one.rule is LABEL and not now.names and bool(one.names)
    return now.rule is one.rule and (now.rule is BALLOT or (now.rule is LABEL and not now.sides & one.sides))


def _in_block(draft: Draft, block: Block, index: int) -> PrintedVote | None:
    vocabulary = draft.vocabulary
    if block.kind is BlockKind.TABLE:
        names = names_in_table(block, vocabulary)
        return PrintedVote(index, index, SIDE, names=names) if names is not None else None
    text = folded(block.text) if is_prose(block) else ""
    if not text or not _may_tell(text, vocabulary):
        return None
    sentences = [one for one in draft.sentences(index) if one.end - one.start <= _LONGEST_SENTENCE]
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
    within = ("votes", "vote", "voted_against", "abstaining", "passed", "lost", "approved")
    return _words_in(within, vocabulary), _words_in(("voted_for",), vocabulary)


def _words_in(names: Sequence[str], vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(word for name in names for phrase in vocabulary.signs[name] for word in words(phrase))


def _with_numbers(
    sentences: Sequence[Passage], index: int, listed: PrintedVote | None, vocabulary: Vocabulary
) -> PrintedVote | None:
    """A vote with the numbers that a sentence prints, and the names of those who voted otherwise."""
    for sentence in sentences:
        label = sentence.label(_COUNTS)
        if label is None:
            continue
        found = listed if listed and listed.is_whole else PrintedVote(index, index, label.rule)
        sides = [side for side in _COUNTED if label.match[side]]
        printed = {side: _number(label.match[side], vocabulary) for side in sides}
        found.numbers = printed | found.numbers
        if not found.names and (apart := sentence.match(DISSENT)):
            found.names[side_of(apart)] = _split(apart["names"])
        return found
    return listed


_COUNTS = RuleTable(NUMBERS, RATIO)


def _labelled(text: str, index: int, vocabulary: Vocabulary) -> PrintedVote | None:
    """The sides that labels name: a number behind each, or names, or both."""
    if len(text) > _LONGEST:
        return None
    labels = list(LABEL.each(text, vocabulary))
    found = PrintedVote(index, index, LABEL)
    for at, label in enumerate(labels):
        end = labels[at + 1].start() if at + 1 < len(labels) else len(text)
        side, said = side_of(label), _first_sentence(text[label.end() : end])
        names = _listed(said, vocabulary)
        number = _printed(said, label["number"], vocabulary)
        if names is None and number is None:
            return None
        if names:
            found.names[side] = names
        if number is not None:
            found.numbers[side] = number
    return found if found.sides else None


def _called(sentences: Sequence[Passage], index: int, vocabulary: Vocabulary) -> PrintedVote | None:
    """The votes of a roll call, each behind its member's name: "Roll call vote: Lee yes, Ray no"."""
    for sentence in sentences:
        if call := sentence.match(ROLL_CALL):
            return _ballots(sentence.text[call.end() :], PrintedVote(index, index, ROLL_CALL), vocabulary)
    if len(sentences) != 1:
        return None
    return _ballots(sentences[0].text, PrintedVote(index, index, BALLOT), vocabulary)


def _ballots(said: str, found: PrintedVote, vocabulary: Vocabulary) -> PrintedVote | None:
    """The vote with one member's vote after the other; None where something else is said."""
    for piece in re.split(r"[,;]|\band\b", said):
        ballot = read(piece.strip(" .,;"), vocabulary).match(BALLOT)
        if ballot is None:
            return None
        side = side_of(ballot)
        found.names[side] = (*found.names.get(side, ()), ballot["name"])
    return found


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
    if printed.casefold() in vocabulary.signs["nobody"]:
        return 0
    return vocabulary.signs["number_in_words"].index(printed.casefold())
