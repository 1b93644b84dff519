"""Every rule names its own examples, and in a table of rules no earlier one takes them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

from archive_builder import recognise
from archive_builder.recognise.grammar.rule import Rule, first_rule
from archive_builder.settings import load

VOCABULARY = load().vocabulary
MODULES = [
    importlib.import_module(info.name)
    for info in pkgutil.walk_packages(recognise.__path__, f"{recognise.__name__}.")
]


def tables() -> Iterator[tuple[str, tuple[Rule, ...]]]:
    """Each table of rules, a rule that stands alone being a table of one."""
    seen: set[int] = set()
    for module in MODULES:
        for name, value in vars(module).items():
            rules = (value,) if isinstance(value, Rule) else value
            if isinstance(rules, tuple) and rules and all(isinstance(rule, Rule) for rule in rules):
                fresh = tuple(rule for rule in rules if id(rule) not in seen)
                seen |= {id(rule) for rule in rules}
                if fresh:
                    yield f"{module.__name__.rpartition('.')[2]}.{name}", rules


EXAMPLES = [
    pytest.param(table, rule, example, id=f"{rule.name}: {example}")
    for _, table in tables()
    for rule in table
    for example in rule.examples
]


@pytest.mark.parametrize(("table", "rule", "example"), EXAMPLES)
def test_an_example_is_named_by_its_own_rule(table: tuple[Rule, ...], rule: Rule, example: str) -> None:
    hit = first_rule(table, example, VOCABULARY)
    assert hit is not None
    assert hit[0] is rule


def test_every_rule_has_an_example() -> None:
    assert [rule.name for _, table in tables() for rule in table if not rule.examples] == []
