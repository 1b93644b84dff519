"""Sentences that look like those of an archive, as many as are wanted, and never quite the same.

A chain over the sentences of the samples gives ordinary words in a likely order. Into it come invented
words, so that n words of text hold about GROWTH * n ** POWER different ones (Heaps' law; the figures are
those of real minutes). An invented word is used again in its document, and now and then in later ones, the
older the more often. Figures are changed digit by digit.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from bench.corpus.names import coined

SAMPLES = Path(__file__).parents[2] / "content"
GROWTH, POWER = 7.46, 0.60
WORDS = 2_000
"""In a document, on average: what the vocabulary's growth is reckoned with."""
_MARKUP = re.compile(r"<[^>]*>|[*_#|\\]+")
_SENTENCE = re.compile(r"[A-Z][^.?!\n]{25,240}[.?](?=\s|$)")
_MARKED = re.compile(
    r"ACTION|RESOLVED|Question \d|undert[ao]+k|Minutes? of|Presented|Present|&|\bmeeting\b|:"
)
_FIGURE = re.compile(r"(?!(?:19|20)\d\d\b)[£]?\d[\d,.]*\d[%m]?")
_OLDER = 12
"""Uses of older invented words in a document."""

Chain = dict[tuple[str, ...], list[str]]


@cache
def _chain() -> tuple[Chain, list[list[str]]]:
    """What may follow one word and what two, and all sentences."""
    follows: Chain = defaultdict(list)
    sentences = []
    for path in sorted(SAMPLES.iterdir()):
        if path.suffix not in (".txt", ".md"):
            continue
        plain = re.sub(r"(?<=\S)\n(?=\S)", " ", _MARKUP.sub(" ", path.read_text("utf-8")))
        for sentence in _SENTENCE.findall(plain):
            words = sentence.split()
            if _MARKED.search(sentence) or len(words) < 6:
                continue
            sentences.append(words)
            for at in range(1, len(words)):
                follows[(words[at - 1],)].append(words[at])
                if at > 1:
                    follows[words[at - 2], words[at - 1]].append(words[at])
    return dict(follows), sentences


def vocabulary(words: float) -> int:
    """How many invented words a text of so many words has met."""
    known = 3_000  # the samples' own
    return max(int(GROWTH * max(words, 0) ** POWER) - known, 0)


class Speaker:
    """Whoever speaks in one document: sentences, questions, figures, each time others."""

    def __init__(self, document: int) -> None:
        self.chance = random.Random(f"document {document}")
        first, last = vocabulary(document * WORDS), vocabulary((document + 1) * WORDS)
        new = [number for number in range(first, last) for _ in range(self.chance.randrange(1, 4))]
        old = [int(first * self.chance.random() ** 3) for _ in range(_OLDER)] if first else []
        self._invented = [coined(number) for number in new + old]
        self.chance.shuffle(self._invented)
        self._rate = len(self._invented) / (WORDS / 16)  # a sentence has some sixteen words

    def sentence(self) -> str:
        """A statement."""
        return f"{self._words()}."

    def question(self) -> str:
        """A sentence that asks."""
        opening = self.chance.choice(
            (
                "How many of",
                "What is being done about",
                "When will the Force report on",
                "Why did",
                "Which of",
            )
        )
        words = self._words()
        return f"{opening} {words[0].lower()}{words[1:]}?"

    def passage(self, least: int, most: int) -> str:
        """Some sentences."""
        return " ".join(self.sentence() for _ in range(self.chance.randint(least, most)))

    def subject(self) -> str:
        """What an item may be called: two ordinary words, and now and then an invented one."""
        _, sentences = _chain()
        plain = [w for w in self.chance.choice(sentences) if w.isalpha() and w.islower() and len(w) > 4]
        chosen = self.chance.sample(plain, min(2, len(plain))) or ["matters"]
        if self._invented and self.chance.random() < 0.4:
            chosen.append(self._invented[-1])
        return " and ".join(word.capitalize() for word in chosen)

    def thing(self) -> str:
        """What somebody may be asked to provide."""
        words = self._words().split()
        return f"the figures for {' '.join(words[1:9]).strip(',;').lower()}"

    def figure(self) -> str:
        return f"{self.chance.randrange(1_000, 99_999):,}"

    def _words(self) -> str:
        follows, sentences = _chain()
        said = list(self.chance.choice(sentences)[:2])
        while len(said) < 34 and not said[-1].endswith((".", "?")):
            two = follows.get((said[-2], said[-1]), [])
            one = follows.get((said[-1],), [])
            if not one and not two:
                break
            said.append(self.chance.choice(one if not two or self.chance.random() < 0.4 else two))
        said = [self._figure(word) for word in said]
        if self._invented and self.chance.random() < self._rate:
            self._name(said)
        return " ".join(said).rstrip(".?,;–- ")

    def _name(self, said: list[str]) -> None:
        """Put an invented word into a sentence, most often as a name."""
        word = self._invented.pop()
        named = word.capitalize() if self.chance.random() < 0.7 else word
        places = [at for at in range(1, len(said)) if said[at].isalpha() and len(said[at]) > 5]
        said[self.chance.choice(places) if places else -1] = named

    def _figure(self, word: str) -> str:
        if not _FIGURE.fullmatch(word.rstrip(".,;")):
            return word
        return re.sub(r"\d", lambda digit: str(self.chance.randrange(1, 10)), word)
