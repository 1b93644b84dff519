"""The short form of the fuzzing; the long one is `python -m tests.fuzz READER MINUTES`."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.mutations import CHANGES, READERS, Change, mutated, mutated_inside, read_or_refused, seeds

SHORT = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("reader", READERS)
def test_every_reader_has_seeds_that_it_reads(reader: str) -> None:
    found = seeds(reader)
    assert found
    smallest = min(found.values(), key=len)
    read_or_refused(reader, smallest)


@pytest.mark.deep
@pytest.mark.parametrize("reader", READERS)
@SHORT
@given(data=st.data(), changes=CHANGES, inside=st.booleans())
def test_mutated_files_are_read_or_refused(
    reader: str, data: st.DataObject, changes: list[Change], inside: bool
) -> None:
    seed = data.draw(st.sampled_from(sorted(seeds(reader).items())))[1]
    read_or_refused(reader, mutated_inside(reader, seed, changes) if inside else mutated(seed, changes))
