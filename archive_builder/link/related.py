"""Questions that resemble one another: asked at different meetings in the same uncommon words.

Likeness is the cosine of the questions' stems, weighed by how rare they are in questions and answers;
two neighbouring stems that both questions have count once more. How rare a stem is, is told in steps of
twice as often, so that a new document leaves nearly all likenesses as they were. Only questions that share
two of the rarer stems are compared, so that the time grows linearly with the archive.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from lunr.stop_word_filter import WORDS

from archive_builder import lang
from archive_builder.link.nearest import Numbers, find_nearest, gather_traits
from archive_builder.link.undertakings import stemmed
from archive_builder.model import Archive, Likeness, Question
from archive_builder.text.words import words

RELATED = 3
"""Maximum number of related questions of a question."""
ALIKE = 0.33
"""Least likeness of related questions. Tuned by reading all pairs of a set of real notes: those above it
are about the same thing."""
SHARED = 3
"""Least number of words that related questions share; one less if two of them are neighbours in both."""
COMPARED = 12
"""Number of a question's rarest stems by which others are looked up."""
BOTH = 2
"""Least number of these stems that two questions share before they are compared."""
COMMON = 300
"""Maximum number of questions looked up by one stem: the newest."""
SHOWN = 4
"""Maximum number of shared words that are shown."""
FIGURES = 4
"""Number of decimals of a likeness."""

Meeting = tuple[str, object]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, ready to be compared."""

    id: str
    meeting: Meeting
    words: Mapping[str, str]
    """Its stems, each with the word as it is printed."""
    stems: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    """Neighbouring stems."""


def find_related(archive: Archive) -> dict[str, tuple[Likeness, ...]]:
    """Return the most similar questions of other meetings for each question, the most similar first."""
    asked = list(_questions(archive))
    weights = _weights(archive)
    traits = gather_traits([(question.words, question.pairs) for question in asked], weights.__getitem__)
    nearest = find_nearest(traits, _candidates(asked), SHARED, ALIKE, RELATED, FIGURES)
    lengths = traits.lengths.tolist()
    found = {}
    for number, others in enumerate(nearest):
        question = asked[number]
        alike = [
            likeness
            for other in others
            if (likeness := _likeness(question, asked[other], weights, lengths[number] * lengths[other]))
        ]
        if alike:
            ordered = sorted(alike, key=lambda likeness: (-likeness.score, likeness.question))
            found[question.id] = tuple(ordered[:RELATED])
    return found


def _questions(archive: Archive) -> Iterator[_Asked]:
    """Yield the questions that count. The words of a body's name do not relate its questions."""
    common = lang.word_list("question_words").union(WORDS)
    ignored = {body.slug: common.union(words(body.name)) for body in archive.bodies}
    for document in archive.documents:
        if not document.same_as:
            meeting = (document.body, archive.day_of(document) or document.path)
            for question in document.questions:
                told = _telling(question, ignored.get(document.body, common))
                pairs = frozenset((a, b) for (a, _), (b, _) in pairwise(told) if a != b)
                printed = dict(reversed(told))
                yield _Asked(document.id_of(question), meeting, printed, frozenset(printed), pairs)


def _telling(question: Question, ignored: frozenset[str]) -> list[tuple[str, str]]:
    """Return the words that may relate a question to others, each with its stem before it."""
    told = stemmed(f"{question.title} {question.text}")
    return [(stem, word) for stem, word in told if word not in ignored and not word.isdigit()]


def _weights(archive: Archive) -> Mapping[str, float]:
    """Return the weight of each stem: the rarer in questions and answers, the higher."""
    texts = [
        text
        for document in archive.documents
        for question in document.questions
        for text in (f"{question.title} {question.text}", question.answer_text)
    ]
    spread = Counter(stem for text in texts for stem in {stem for stem, _ in stemmed(text)})
    return {stem: math.log(1 + _step(len(texts)) / _step(number)) for stem, number in spread.items()}


def _step(number: int) -> int:
    """Return the power of two that is nearest to a number, as a factor."""
    return 1 << round(math.log2(number))


def _candidates(asked: Sequence[_Asked]) -> Iterator[Numbers]:
    """Yield, for each question, those of other meetings that share enough of its rarest stems, by number."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, question in enumerate(asked):
        for stem in question.words:
            holders[stem].append(number)
    newest = {stem: np.array(numbers[-COMMON:], dtype=np.int64) for stem, numbers in holders.items()}
    of_meetings: dict[Meeting, int] = {}
    meetings = np.array([of_meetings.setdefault(each.meeting, len(of_meetings)) for each in asked])
    for number, question in enumerate(asked):
        shared = [stem for stem in question.words if len(holders[stem]) > 1]
        rarest = sorted(shared, key=lambda stem: (len(holders[stem]), stem))[:COMPARED]
        looked_up = [newest[stem] for stem in rarest] or [np.zeros(0, dtype=np.int64)]
        found, times = np.unique(np.concatenate(looked_up), return_counts=True)
        yield found[(times >= BOTH) & (meetings[found] != meetings[number])]


def _likeness(one: _Asked, other: _Asked, weights: Mapping[str, float], scale: float) -> Likeness | None:
    shared = sorted(one.stems & other.stems, key=lambda stem: (-weights[stem], stem))
    together = sorted(one.pairs & other.pairs)
    product = sum(weights[stem] ** 2 for stem in shared)
    product += sum((weights[a] + weights[b]) ** 2 / 2 for a, b in together)
    score = product / scale
    if score < ALIKE:
        return None
    words = tuple(one.words[stem] for stem in shared[:SHOWN])
    return Likeness(question=other.id, words=words, score=round(score, FIGURES))
