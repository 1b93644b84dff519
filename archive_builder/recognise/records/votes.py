"""Votes: how many, and who, voted for and against what was decided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from archive_builder.model import Decision
from archive_builder.model.records import Vote
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft, is_prose, place
from archive_builder.recognise.grammar.rule import Rule, compiled
from archive_builder.recognise.signs.voting import LABEL, NUMBERS, RATIO
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded, words

_SIDES = ("votes_for", "votes_against", "abstentions")
_NAMES = {"votes_for": "names_for", "votes_against": "names_against", "abstentions": "names_abstaining"}
_NEAR = 4
"""Blocks between a decision and the vote on it."""
_LONGEST = 400
"""Characters of a block that lists who voted how."""
_MOST_NAMES = 60


@dataclass(slots=True)
class _Found:
    """A vote while its lines are gathered."""

    first: int
    last: int
    numbers: dict[str, int]
    names: dict[str, tuple[str, ...]]
    rule: Rule


def find_votes(draft: Draft) -> Draft:
    """A draft with the votes on its decisions. A vote that no decision stands beside is none of them."""
    taken: set[str] = set()
    found = []
    for vote in _gathered(draft):
        decision = _decision_beside(draft, vote)
        if decision is not None and decision.anchor not in taken:
            taken.add(decision.anchor)
            found.append(_vote(draft, vote, decision))
    anchors: set[str] = set()
    votes = (replace(vote, anchor=unique(vote.anchor, anchors)) for vote in found)
    return replace(draft, votes=tuple(votes))


def _vote(draft: Draft, found: _Found, decision: Decision) -> Vote:
    return Vote(
        anchor=f"vote-{decision.anchor}",
        place=place(found.first, found.last),
        text=draft.text(found.first, found.last),
        item=decision.item,
        decision=decision.anchor,
        found_by=found.rule.name,
        confidence=found.rule.confidence,
        **{side: found.numbers.get(side) for side in _SIDES},  # type: ignore[arg-type]
        **{_NAMES[side]: names for side, names in found.names.items()},  # type: ignore[arg-type]
    )


def _gathered(draft: Draft) -> Iterator[_Found]:
    """The votes of a document; lines that each list one side are one vote."""
    now: _Found | None = None
    for index, block in enumerate(draft.blocks):
        text = folded(block.text) if is_prose(block) else ""
        one = _in_text(text, index, draft.vocabulary) if text else None
        if (
            now
            and one
            and one.rule is LABEL
            and now.rule is LABEL
            and not set(now.numbers) & set(one.numbers)
        ):
            now = _Found(now.first, index, now.numbers | one.numbers, now.names | one.names, LABEL)
        else:
            if now and _is_whole(now):
                yield now
            now = one
    if now and _is_whole(now):
        yield now


def _is_whole(found: _Found) -> bool:
    """True if both sides are told; "For: Information" alone is no vote."""
    return {"votes_for", "votes_against"} <= set(found.numbers)


def _in_text(text: str, index: int, vocabulary: Vocabulary) -> _Found | None:
    labelled = ":" in text or "–" in text or "(" in text
    if not labelled and not _voting_words(vocabulary) & set(words(text)):
        return None  # most passages: nothing dearer is asked of them
    for rule in (NUMBERS, RATIO):
        if match := rule.match(text, vocabulary):
            numbers = {side: _number(match[side], vocabulary) for side in _SIDES if match[side]}
            return _Found(index, index, numbers, {}, rule)
    return _labelled(text, index, vocabulary) if len(text) <= _LONGEST else None


@lru_cache(maxsize=4)
def _voting_words(vocabulary: Vocabulary) -> frozenset[str]:
    """The words of which every vote that is printed holds one."""
    lists = ("votes", "vote", "voted_against", "abstaining", "carried", "approved")
    return frozenset(word for name in lists for phrase in vocabulary.signs[name] for word in words(phrase))


def _labelled(text: str, index: int, vocabulary: Vocabulary) -> _Found | None:
    """The sides that labels name: a number behind each, or names, which are counted."""
    labels = list(compiled(LABEL.pattern, vocabulary).finditer(text))
    found = _Found(index, index, {}, {}, LABEL)
    for at, label in enumerate(labels):
        end = labels[at + 1].start() if at + 1 < len(labels) else len(text)
        side = next(side for side in _SIDES if label[side])
        said = text[label.end() : end].strip(" .;,)(")
        if (counted := _count(said, label["number"], vocabulary)) is None:
            return None
        found.numbers[side], names = counted
        if names:
            found.names[side] = names
    return found if found.numbers else None


def _count(said: str, printed: str | None, vocabulary: Vocabulary) -> tuple[int, tuple[str, ...]] | None:
    """The number and names of one side; None where what is said is neither."""
    nobody = compiled(r"{NOBODY} | [-–]?", vocabulary)
    if nobody.fullmatch(said):
        return int(printed or 0), ()
    if compiled(r"{A_NUMBER} (?: \s+ {VOTES} )?", vocabulary).fullmatch(said):
        return _number(said.split()[0], vocabulary), ()
    names = tuple(folded(name) for name in re.split(r",|;|\band\b|&", said) if name.strip())
    if len(names) > _MOST_NAMES or not all(_is_name(name) for name in names):
        return None
    return int(printed) if printed else len(names), names


def _is_name(text: str) -> bool:
    """True if a text is one to five words that begin with capitals."""
    parts = text.split()
    return 0 < len(parts) <= 5 and all(part[0].isupper() for part in parts)


def _number(printed: str, vocabulary: Vocabulary) -> int:
    if printed.isdigit():
        return int(printed)
    return vocabulary.signs["number_in_words"].index(printed.casefold())


def _decision_beside(draft: Draft, vote: _Found) -> Decision | None:
    """The decision in the same passage, else the nearest one a few blocks above, else directly below."""
    held = [each for each in draft.decisions if each.place.first <= vote.first <= each.place.last]
    above = [each for each in draft.decisions if 0 < vote.first - each.place.last <= _NEAR]
    below = [each for each in draft.decisions if each.place.first - vote.last == 1]
    for near in (held[-1:], above[-1:], below[:1]):
        if near:
            return near[0]
    return None
