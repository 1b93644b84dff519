"""Actions: those marked as such, and undertakings made in the discussion."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from archive_builder.model import Action, Block, Place, Question
from archive_builder.recognise.grammar import Draft, is_prose, place, unique
from archive_builder.recognise.owners import due, named_owners, owners
from archive_builder.recognise.runin import OWNER_ALONE, action_marker
from archive_builder.recognise.task_lists import in_columns, listed
from archive_builder.recognise.undertakings import undertaking
from archive_builder.text.names import resolve
from archive_builder.text.sentences import spans
from archive_builder.text.words import folded, phrase, words


def acted(draft: Draft) -> Draft:
    """A draft with its actions: marked ones first where both claim the same words."""
    taken: set[str] = set()
    counts: dict[str, int] = {}
    found = []
    marker = action_marker(draft.vocabulary)
    for index, block in enumerate(draft.blocks):
        if not is_prose(block) or index <= draft.masthead.last:
            continue
        item = draft.item_anchor(index)
        hit = marked(block, marker)
        if hit:
            found.append(_explicit(draft, index, hit, item))
        else:
            found += _undertaken(draft, index, item)
    found += [*listed(draft), *in_columns(draft)]
    found.sort(key=lambda action: (action.place.first, action.place.row or 0))
    named = []
    for action in found:
        counts[action.item] = counts.get(action.item, 0) + 1
        number = action.identifier or str(counts[action.item])
        name = f"action-{action.item.removeprefix('item-')}-{number}".replace("--", "-")
        named.append(replace(action, anchor=unique(name, taken)))
    return replace(draft, actions=tuple(named))


@dataclass(frozen=True, slots=True)
class Marked:
    """Where the words of a marked action stand in its block, and the owner its marker names."""

    start: int
    end: int
    owner: str
    rule: str


_NAMED_MARKER = re.compile(r"(?:ACTION|Action)s?\s*\((?P<owner>[^()]{2,50})\)\s*[:–-]?\s*")
_MARKER_BEHIND = re.compile(
    r"\s*[\[(]?\b(?:ACTION|Action)s?\b\s*(?:by|for)?\s*[:–-]?\s*(?P<owner>[A-Z]{2,4}(?:\s*(?:/|,|&|and)\s*[A-Z]{2,4})*|the\s+Clerk|Clerk|Chair)[\])]?\s*\.?$"
)
_SENTENCE_END = re.compile(r"(?<=[.?!)”\"])\s+")


def marked(block: Block, marker: re.Pattern[str]) -> Marked | None:
    """A block as a marked action: "ACTION - ...", "Action (Ann): ...", "... Action: AL"."""
    text = block.text
    if match := _NAMED_MARKER.match(text):
        return (
            Marked(match.end(), len(text), match["owner"], "action-marker-owner")
            if text[match.end() :].strip()
            else None
        )
    if match := marker.match(text):
        return Marked(match.end(), len(text), "", "action-marker") if text[match.end() :].strip() else None
    if match := _MARKER_BEHIND.search(text) or _owner_behind(text):
        start = [begin for begin, end in spans(text[: match.start()])][-1:]
        return Marked(start[0], match.start(), match["owner"], "action-marker-behind") if start else None
    return None


def _owner_behind(text: str) -> re.Match[str] | None:
    """The marker and names at the end of a paragraph that says the action before them."""
    found = (OWNER_ALONE.fullmatch(text, match.end()) for match in _SENTENCE_END.finditer(text))
    return next((match for match in found if match), None)


def _explicit(draft: Draft, index: int, hit: Marked, item: str) -> Action:
    block = draft.blocks[index]
    text = folded(block.text[hit.start : hit.end])
    inside = hit.rule == "action-marker-behind" and hit.start > 0
    return Action(
        anchor="",
        place=Place(index, index, hit.start, len(block.text)) if inside else place(index),
        text=text,
        item=item,
        owners=named_owners(hit.owner, draft) if hit.owner else owners(text, draft),
        questions=_questions_before(draft, index, item, text),
        due=due(text),
        found_by=hit.rule,
    )


def _questions_before(draft: Draft, index: int, item: str, text: str) -> tuple[str, ...]:
    """The questions an action arises from: the one directly before it, in the same item.

    And those before that one, as long as each shares two telling words with the action.
    """
    before: list[Question] = [
        question for question in draft.questions if question.item == item and question.place.first < index
    ]
    chosen = before[-1:]
    for question in reversed(before[:-1]):
        if len(telling(question.text) & telling(text)) < _SHARED:
            break
        chosen.append(question)
    return tuple(question.anchor for question in chosen)


_SHARED = 2


def telling(text: str) -> set[str]:
    """A text's longer words without a plural's s: enough to tell whether two passages share a subject."""
    return {word.rstrip("s") for word in words(text) if len(word) > 2 and word not in _COMMON}


_COMMON = frozenset(
    "the and are for any this that with what how when where which there has have had can could will would been"
    " was were other more than also into from they their these those across whether police force officer"
    " officers provide update".split()
)


def _undertaken(draft: Draft, index: int, item: str) -> list[Action]:
    """Sentences of a block in which somebody undertakes something."""
    if not draft.items:
        return []
    text = draft.blocks[index].text
    found = []
    for start, end in spans(text):
        sentence = text[start:end]
        if len(sentence) > 600 or sentence.endswith("?") or not (hit := undertaking(sentence)):
            continue
        rule, groups = hit
        whole = start == 0 and end >= len(text.rstrip())
        found.append(
            Action(
                anchor="",
                place=place(index) if whole else Place(index, index, start, end),
                text=folded(sentence),
                item=item,
                owners=_undertaker(groups["who"], text[:start], draft),
                questions=_questions_before(draft, index, item, sentence)[:1],
                due=due(sentence),
                marker="undertaking",
                found_by=rule.name,
                confidence=rule.confidence,
            )
        )
    return found


def _undertaker(who: str, before: str, draft: Draft) -> tuple[str, ...]:
    """The person an undertaking names; "he" and "she" are the last office or person named before."""
    people = draft.people()
    if who.casefold() in ("he", "she", "they"):
        offices = phrase(
            (*draft.vocabulary.ranks, *draft.vocabulary.ranks.values(), *(p.name for p in people))
        )
        surnames = "|".join(re.escape(p.name.split()[-1]) for p in people if len(p.name.split()) > 1)
        mentions = re.findall(rf"\b(?:{offices}|{surnames or offices})\b", before)
        who = mentions[-1] if mentions else ""
    head = re.split(r",\s", who)[0]
    person = resolve(head, people, draft.vocabulary) if head else None
    if person:
        return (person.name,)
    return (folded(head),) if head and head.casefold() not in ("we", "i") else ()
