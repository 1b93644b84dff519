"""Files that a stage fails over are found, and no others are blamed."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from archive_builder.run.culprits import find_culprits

FILES = [f"{letter}.txt" for letter in "abcdefghijklm"]


@given(st.sets(st.sampled_from(FILES)))
def test_exactly_the_files_that_fail_by_themselves_are_found(broken: set[str]) -> None:
    found = find_culprits(FILES, lambda files: broken.isdisjoint(files))
    assert set(found) == broken
    assert list(found) == sorted(found)


@given(st.lists(st.sets(st.sampled_from(FILES), min_size=2, max_size=3), max_size=4))
def test_without_the_culprits_the_rest_works(combinations: list[set[str]]) -> None:
    def works(files: Sequence[str]) -> bool:
        return not any(combination <= set(files) for combination in combinations)

    found = find_culprits(FILES, works)
    assert works([file for file in FILES if file not in found])
    assert len(found) <= len(combinations)


def test_of_two_that_fail_only_together_the_later_is_left_out() -> None:
    assert find_culprits(FILES, lambda files: not {"c.txt", "k.txt"} <= set(files)) == ("k.txt",)


def test_one_culprit_costs_about_twice_a_whole_run() -> None:
    files = [f"{number:04}.txt" for number in range(1000)]
    costs: list[int] = []

    def works(some: Sequence[str]) -> bool:
        costs.append(len(some))
        return "0700.txt" not in some

    assert find_culprits(files, works) == ("0700.txt",)
    assert sum(costs) < 4.1 * len(files)  # the run that failed, two for the halves, one for the rest
