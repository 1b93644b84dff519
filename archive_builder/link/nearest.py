"""Which questions may be most like one: its likeness to many others worked out at once, in columns.

One by one it takes most of the time of linking: a question has a hundred candidates among a thousand
documents, and six hundred among ten thousand.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Weights = npt.NDArray[np.float64]

Trait = str | tuple[str, str]
"""A stem, or two that are neighbours."""

ROUNDING = 1e-9
"""Sums in another order differ by less than this."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What questions are compared by: their stems, and neighbouring stems, each by a number."""

    of: Numbers
    """The traits of the first question, then those of the second, and so on."""
    starts: Numbers
    """Where those of each question begin, and where the last ends."""
    products: Weights
    """What a trait that two questions share adds to their likeness."""
    are_stems: npt.NDArray[np.bool_]
    """By trait: False for neighbours."""
    lengths: Weights
    """The length of each question, by which its likeness is scaled."""

    def of_question(self, number: int) -> Numbers:
        return self.of[self.starts[number] : self.starts[number + 1]]

    def of_questions(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """Return the traits of some questions, and where those of each begin."""
        firsts, sizes = self.starts[numbers], self.starts[numbers + 1] - self.starts[numbers]
        begins = np.cumsum(sizes) - sizes
        places = np.arange(int(sizes.sum())) + np.repeat(firsts - begins, sizes)
        return self.of[places], begins


def gather_traits(
    questions: Sequence[tuple[Collection[str], Iterable[tuple[str, str]]]], weigh: Callable[[str], float]
) -> Traits:
    """Return the traits of questions, given the stems and the neighbouring stems of each."""
    numbers: dict[Trait, int] = {}
    of: list[int] = []
    starts = [0]
    lengths = []
    for stems, pairs in questions:
        traits: tuple[Trait, ...] = (*stems, *pairs)
        of += (numbers.setdefault(trait, len(numbers)) for trait in traits)
        starts.append(len(of))
        lengths.append(math.sqrt(sum(weigh(stem) ** 2 for stem in stems)))
    products = [_product(trait, weigh) for trait in numbers]
    are_stems = [isinstance(trait, str) for trait in numbers]
    return Traits(
        np.array(of, dtype=np.int64),
        np.array(starts, dtype=np.int64),
        np.array(products, dtype=np.float64),
        np.array(are_stems, dtype=np.bool_),
        np.array(lengths, dtype=np.float64),
    )


def _product(trait: Trait, weigh: Callable[[str], float]) -> float:
    if isinstance(trait, str):
        return weigh(trait) ** 2
    one, other = trait
    return (weigh(one) + weigh(other)) ** 2 / 2


def find_nearest(
    traits: Traits, candidates: Iterable[Numbers], shared: int, least: float, most: int, figures: int
) -> Iterator[list[int]]:
    """Yield, for each question, those of its candidates that may be among the `most` that are most like it.

    They share at least `shared` stems, one less if two are neighbours in both, and are alike by at least
    `least`. Among them are all whose likeness, rounded to `figures` decimals, is that of one of the first.
    """
    products = np.zeros(len(traits.products))
    is_own = np.zeros(len(traits.products), dtype=np.bool_)
    tie = 10.0**-figures + ROUNDING
    for number, others in enumerate(candidates):
        if not len(others) or not traits.lengths[number]:
            yield []
            continue
        own = traits.of_question(number)
        products[own], is_own[own] = traits.products[own], True
        theirs, begins = traits.of_questions(others)
        likeness = np.add.reduceat(products[theirs], begins)
        likeness /= traits.lengths[number] * traits.lengths[others]
        stems = np.add.reduceat(is_own[theirs] & traits.are_stems[theirs], begins, dtype=np.int64)
        neighbours = np.logical_or.reduceat(is_own[theirs] & ~traits.are_stems[theirs], begins)
        products[own], is_own[own] = 0, False
        fits = (stems + neighbours >= shared) & (likeness >= least - ROUNDING)
        if np.count_nonzero(fits) > most:
            fits &= likeness >= np.partition(likeness[fits], -most)[-most] - tie
        yield [int(other) for other in others[fits]]
