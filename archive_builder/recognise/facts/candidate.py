"""Candidates for a fact of a document, weighed by what speaks for each and against it.

A fact is never settled by the first rule that fits: every place that could say it gives candidates, each
with named features, and `weights.toml` says how much a feature counts. The sum decides; the runner-up
and the distance to it are kept, so that a close call can be told to the maintainer.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from archive_builder.model import Weighed


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that a fact may have, with one reason to think so."""

    value: str
    """As the fact is written in the data: "minutes", "Fenny Parish Council", "2025-03-04"."""
    features: frozenset[str]
    """The names of weights that count for it or against it."""
    words: str = ""
    """The printed words it was read from."""


def candidate(value: str, *features: str, words: str = "") -> Candidate:
    """A candidate; empty names among the features are left out."""
    return Candidate(value, frozenset(name for name in features if name), words)


def weigh(fact: str, candidates: Iterable[Candidate]) -> tuple[Weighed, ...]:
    """All candidates of a fact, the best first; what several places say is one candidate with all features.

    Of two with the same score the one found first is the better.
    """
    weights = _weights()[fact]
    features: dict[str, dict[str, None]] = {}
    words: dict[str, str] = {}
    for each in candidates:
        features.setdefault(each.value, {}).update(dict.fromkeys(sorted(each.features)))
        words.setdefault(each.value, each.words)
    weighed = [
        Weighed(
            fact=fact,
            value=str(value),  # a kind is given as what it is called
            score=round(sum(weights[name] for name in names), 2),
            reasons=tuple(sorted(names, key=lambda name: (-abs(weights[name]), name))),
            words=words[value],
        )
        for value, names in features.items()
    ]
    return tuple(sorted(weighed, key=lambda one: -one.score))


def best(weighed: tuple[Weighed, ...], fact: str) -> str:
    """The value of the best candidate; empty where none reaches the fact's threshold."""
    reached = weighed and weighed[0].score >= _weights()[fact]["threshold"]
    return weighed[0].value if reached else ""


def rival(weighed: Sequence[Weighed], fact: str) -> Weighed | None:
    """The runner-up, if it is so near to the best that a person should look."""
    weights = _weights()[fact]
    if len(weighed) < 2 or weighed[1].score < weights["threshold"]:
        return None
    return weighed[1] if weighed[0].score - weighed[1].score < weights["close"] else None


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    text = (resources.files("archive_builder.recognise.facts") / "weights.toml").read_text("utf-8")
    return tomllib.loads(text)
