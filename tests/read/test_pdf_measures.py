"""The thresholds of the PDF reader stand in one object, each with what it means; no module has its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import pytest

from archive_builder.read import pdf
from archive_builder.read.pdf.measures import MEASURES, nearest_size

ROOM = Path(pdf.__file__).parent
MODULES = sorted(path.name for path in ROOM.glob("*.py") if path.name != "measures.py")
NO_MEASURES = {
    *(0, 1, 2),  # places in a sequence, counts of a pair, halves
    *(90, 180, 270, 360),  # turns
    *(
        4,
        8,
        13,
        128,
        255,
        2048,
    ),  # edges of a box, numbers of a four-sided place, a flag, colours, a file's head
}


def numbers(module: str) -> Iterator[tuple[int, float]]:
    """The numbers of a module that may be thresholds, each with its line."""
    tree = ast.parse((ROOM / module).read_text("utf-8"))
    places = {
        id(each)
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript)
        for each in ast.walk(node.slice)
    }
    for node in ast.walk(tree):
        if id(node) in places:
            continue
        if (
            isinstance(node, ast.Constant)
            and type(node.value) in (int, float)
            and node.value not in NO_MEASURES
        ):
            yield node.lineno, node.value


@pytest.mark.parametrize("module", MODULES)
def test_no_module_has_a_threshold_of_its_own(module: str) -> None:
    assert list(numbers(module)) == []


def test_every_measure_says_what_it_means() -> None:
    module = ast.parse((ROOM / "measures.py").read_text("utf-8"))
    [shape] = [node for node in module.body if isinstance(node, ast.ClassDef)]
    named = [
        node.target.id
        for node in shape.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    ]
    told = [
        before.target.id
        for before, node in pairwise(shape.body)
        if isinstance(before, ast.AnnAssign)
        and isinstance(before.target, ast.Name)
        and isinstance(node, ast.Expr)
    ]
    assert told == named == [field.name for field in fields(MEASURES)]


def test_sizes_are_counted_to_the_nearest_half() -> None:
    assert [nearest_size(size) for size in (10.9, 11.2, 11.3)] == [11.0, 11.0, 11.5]
