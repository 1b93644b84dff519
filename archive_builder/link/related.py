"""Questions that resemble one another: asked at different meetings in the same telling words.

Likeness is the cosine of the questions' stems, weighed by how rare they are in questions and answers;
two neighbouring stems that both questions have count once more. Only questions that share a rare stem
are compared, so that the work grows with the archive and not with its square.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lunr.stop_word_filter import WORDS

from archive_builder.link.taken_up import stemmed
from archive_builder.model import Archive, Likeness, Question
from archive_builder.text.words import words

RELATED = 3
"""How many a question is shown with at most."""
ALIKE = 0.33
"""The least likeness. Read over all pairs of the real notes in the shared material: those above it, with
the words below set aside, are about one matter."""
SHARED = 3
"""The fewest telling words two questions share; one less where two of them stand side by side in both."""
COMPARED = 8
"""By how many of its rarest stems a question finds others."""
COMMON = 100
"""Of a stem of more questions than this only the newest are looked at."""
SHOWN = 4
"""How many of the shared words are shown."""

_EMPTY = frozenset(WORDS) | frozenset(
    "ask asks asking meeting meetings many much more less give given provide explain details"
    " information asked question update year years month months last next time times number current"
    " currently new per within further page pages paragraph report reports reference references terms"
    " item section please set out confirm describe outline clarify say said tell told known know taken"
    " take taking place".split()
)
"""Words in which questions are put, whatever they are about."""

Meeting = tuple[str, object]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question as it is compared."""

    id: str
    meeting: Meeting
    words: Mapping[str, str]
    """Its telling stems, each with the word as it is printed."""
    pairs: frozenset[tuple[str, str]]
    """Neighbouring stems."""


def related(archive: Archive) -> dict[str, tuple[Likeness, ...]]:
    """For each question the likest of other meetings, the likest first; ties by address."""
    asked = list(_questions(archive))
    weights = _weights(archive)
    lengths = [math.sqrt(sum(weights[stem] ** 2 for stem in question.words)) for question in asked]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, question in enumerate(asked):
        for stem in question.words:
            holders[stem].append(number)
    found = {}
    for number, question in enumerate(asked):
        alike = [
            likeness
            for other in _candidates(question, holders)
            if asked[other].meeting != question.meeting
            if (likeness := _likeness(question, asked[other], weights, lengths[number] * lengths[other]))
        ]
        if alike:
            ordered = sorted(alike, key=lambda likeness: (-likeness.score, likeness.question))
            found[question.id] = tuple(ordered[:RELATED])
    return found


def _questions(archive: Archive) -> Iterator[_Asked]:
    """All that count. The words of a body's name relate none of its questions, which are full of them."""
    empty = {body.slug: _EMPTY.union(words(body.name)) for body in archive.bodies}
    for document in archive.documents:
        if not document.same_as:
            meeting = (document.body, archive.day_of(document) or document.path)
            for question in document.questions:
                told = _telling(question, empty.get(document.body, _EMPTY))
                pairs = frozenset((a, b) for (a, _), (b, _) in pairwise(told) if a != b)
                yield _Asked(document.id_of(question), meeting, dict(reversed(told)), pairs)


def _telling(question: Question, empty: frozenset[str]) -> list[tuple[str, str]]:
    told = stemmed(f"{question.title} {question.text}")
    return [(stem, word) for stem, word in told if word not in empty and not word.isdigit()]


def _weights(archive: Archive) -> Mapping[str, float]:
    """How telling each stem is: the rarer in questions and answers, the more."""
    texts = [
        text
        for document in archive.documents
        for question in document.questions
        for text in (f"{question.title} {question.text}", question.answer_text)
    ]
    spread = Counter(stem for text in texts for stem in {stem for stem, _ in stemmed(text)})
    return {stem: math.log(1 + len(texts) / number) for stem, number in spread.items()}


def _candidates(question: _Asked, holders: Mapping[str, Sequence[int]]) -> list[int]:
    """Questions that share one of the rarest stems that any share."""
    shared = [stem for stem in question.words if len(holders[stem]) > 1]
    rarest = sorted(shared, key=lambda stem: (len(holders[stem]), stem))[:COMPARED]
    return sorted({at for stem in rarest for at in holders[stem][-COMMON:]})


def _likeness(one: _Asked, other: _Asked, weights: Mapping[str, float], scale: float) -> Likeness | None:
    both = one.words.keys() & other.words.keys()
    if not scale or len(both) + 1 < SHARED:  # most pairs end here
        return None
    shared = sorted(both, key=lambda stem: (-weights[stem], stem))
    together = sorted(one.pairs & other.pairs)
    if len(shared) + bool(together) < SHARED:
        return None
    product = sum(weights[stem] ** 2 for stem in shared)
    product += sum((weights[a] + weights[b]) ** 2 / 2 for a, b in together)
    if product / scale < ALIKE:
        return None
    words = tuple(one.words[stem] for stem in shared[:SHOWN])
    return Likeness(question=other.id, words=words, score=round(product / scale, 4))
