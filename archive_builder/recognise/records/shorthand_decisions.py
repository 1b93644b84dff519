"""Decisions in shorthand: lines that name a mover and a second, or say that all agreed, below what was decided."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from archive_builder.model import BlockKind, Place
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose
from archive_builder.recognise.grammar.labels import read
from archive_builder.recognise.grammar.passage import span_place
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.records.motion_words import motion_in_title
from archive_builder.recognise.signs.beside_decisions import RUN_IN
from archive_builder.recognise.signs.moving import MOVED, THAT, TO
from archive_builder.recognise.signs.shorthand import (
    LABELLED_OUTCOME,
    MOVERS_ALONE,
    OF_CANDIDATE,
    OF_OTHERS,
    OUTCOME_ALONE,
    PUT_TO_VOTE_ABOVE,
    TALLY,
    TO_BE_APPROVED,
)
from archive_builder.settings import Vocabulary
from archive_builder.text.sentences import spans
from archive_builder.text.words import folded

_LONGEST = 140
"""Maximum number of characters of a line or sentence in shorthand."""
_LINES = 4
"""Maximum number of lines over which mover, second and outcome are spread."""


_LABEL = 4
"""Maximum number of words of a line that leads up to what was resolved: "And Resolved:"."""


@dataclass(frozen=True, slots=True)
class ToldInShort:
    """What was decided with the shorthand below or behind it."""

    place: Place
    text: str
    rule: Rule


def find_told_in_short(
    draft: Draft, section: Section, settled: Sequence[Place], taken: Container[int]
) -> Iterator[ToldInShort]:
    """The decisions of a section that shorthand tells, where none was found in the same words.

    `taken` are the blocks that belong to motions found before.
    """
    done = section.first - 1
    for index in section.content:
        if index <= max(done, draft.masthead.last) or index in taken or not _may_tell(draft, index):
            continue
        last, rule = _lines(draft, section, index)
        told = _below(draft, section, index, last, rule) if rule else _behind(draft, index)
        done = last
        if told and not any(_meet(told.place, other) for other in settled):
            yield told


def decided_by_others(draft: Draft, section: Section, index: int) -> bool:
    """True if a bare outcome is what others decided, as in a list of planning applications."""
    above = draft.blocks[index - 1].text if index - 1 in section.content else ""
    texts = (section.title, above)
    return any(draft.read(folded(text)).fits(OF_OTHERS) for text in texts)


def names_movers_alone(text: str, vocabulary: Vocabulary) -> bool:
    """True if a sentence names a mover and a second, and nothing of what they moved."""
    return len(text) <= _LONGEST and read(text, vocabulary).fits(MOVERS_ALONE)


def _may_tell(draft: Draft, index: int) -> bool:
    return is_prose(draft.blocks[index]) and index not in draft.quoted


def _rule_for(draft: Draft, text: str) -> Rule | None:
    """The rule by which some words are shorthand and nothing else."""
    if len(text) > _LONGEST:
        return None
    rules = (MOVERS_ALONE, OUTCOME_ALONE)
    return next((rule for rule in rules if draft.read(text).fits(rule)), None)


def _lines(draft: Draft, section: Section, first: int) -> tuple[int, Rule | None]:
    """The last of the lines from `first` on that are shorthand together, and their rule."""
    longest = min(first + _LINES - 1, section.last)
    for last in range(longest, first - 1, -1):
        blocks = draft.blocks[first : last + 1]
        if all(is_prose(block) and len(block.text) <= _LONGEST for block in blocks):
            joined = ". ".join(folded(block.text).strip(" .–—-") for block in blocks)
            if rule := _rule_for(draft, joined):
                return last, rule
    return first, None


def _below(draft: Draft, section: Section, first: int, last: int, rule: Rule) -> ToldInShort | None:
    """Shorthand in lines of its own, with the paragraph above it or, where there is none, the section's title."""
    said = folded(" ".join(draft.blocks[index].text for index in range(first, last + 1)))
    above = _above_tallies(draft, section, first - 1)
    if _leads_up(draft, last + 1):
        return None
    if (title := _title_of_labelled(draft, section, above, said)) is not None:
        return ToldInShort(Place(title, title), folded(draft.blocks[title].text), rule)
    if (moved := _moved_above(draft, section, first)) is not None:
        return ToldInShort(Place(moved, last), f"{draft.text(moved)} {said}", rule)
    if above in section.content and _may_tell(draft, above) and not _ends_a_list(draft, above):
        what, where = folded(draft.blocks[above].text), Place(above, last)
        said = draft.text(above + 1, last)
    elif section.heading is not None and section.title:
        if section.heading != above:  # the words of a record stand where it says, and no others are added
            return ToldInShort(Place(first, last), said, rule)
        what, where = f"{folded(section.title).rstrip(' :')}:", Place(above, last)
    else:
        return None
    if what.endswith("?") or draft.read(what).fits(OF_CANDIDATE) or decided_by_others(draft, section, first):
        return None
    return ToldInShort(where, f"{what} {said}", rule)


def _moved_above(draft: Draft, section: Section, first: int) -> int | None:
    """The block that says what was put to the vote, behind a label some lines above, or as the section's title."""
    lowest = max(section.first, first - _LINES)
    labelled = (at for at in range(first - 1, lowest - 1, -1) if draft.line(at).fits(PUT_TO_VOTE_ABOVE))
    return next(labelled, motion_in_title(draft, first))


def _above_tallies(draft: Draft, section: Section, above: int) -> int:
    """The block above the lines that say who voted how: what was voted on, or their own where none stands there."""
    over = above
    while over in section.content and draft.line(over).fits(TALLY):
        over -= 1
    return over if over in section.content else above


def _title_of_labelled(draft: Draft, section: Section, above: int, said: str) -> int | None:
    """The line "Approval of …" above a paragraph on it, where the outcome below is labelled "Action: approved"."""
    if not draft.read(said).fits(LABELLED_OUTCOME) or above not in section.content:
        return None
    title = above
    while draft.blocks[title].tight and title - 1 in section.content:
        title -= 1
    return title if title < above and draft.line(title).fits(TO_BE_APPROVED) else None


def _leads_up(draft: Draft, below: int) -> bool:
    """True if the words of a motion follow below its movers."""
    if below >= len(draft.blocks):
        return False
    text = folded(draft.blocks[below].text)
    if text.endswith(":") and len(text.split()) <= _LABEL:
        return True
    that = draft.read(text).match(THAT)
    return bool(that and not that.start("words")) or draft.read(text).fits(TO)


def _ends_a_list(draft: Draft, index: int) -> bool:
    """True if a block is the last entry of a list and moves nothing itself: what was decided is not said there."""
    entries = [draft.blocks[at].kind is BlockKind.ITEM for at in (index - 1, index) if at >= 0]
    return all(entries) and not draft.line(index).fits(MOVED)


def _behind(draft: Draft, index: int) -> ToldInShort | None:
    """Shorthand at the end of a paragraph, with the sentence or label before it."""
    text = draft.blocks[index].text
    sentences = list(spans(text))
    end = sentences[-1][1] if sentences else 0
    label = draft.read(text).match(RUN_IN)
    starts = [begun for begun, _ in sentences[-_LINES:]]
    behind = label.end() if label and label.end() < len(text) else 0
    for begun in dict.fromkeys((behind, *starts)):
        rule = _rule_for(draft, folded(text[begun:end])) if begun else None
        if rule is None:
            continue
        before = max((start for start, _ in sentences if start < begun), default=0)
        said = folded(text[before:end])
        if folded(text[before:begun]).endswith("?") or draft.read(said).fits(OF_OTHERS):
            return None
        return ToldInShort(span_place(draft.blocks, index, before, end), said, rule)
    return None


def _meet(one: Place, other: Place) -> bool:
    """True if two places share words."""
    if one.first > other.last or other.first > one.last:
        return False
    if one.first == one.last == other.first == other.last and other.row is None:
        end_one = one.end if one.end is not None else _LONGEST**3
        end_other = other.end if other.end is not None else _LONGEST**3
        return (one.start or 0) < end_other and (other.start or 0) < end_one
    return True
