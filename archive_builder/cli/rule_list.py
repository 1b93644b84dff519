"""The rules of recognition as a list to read: their names, acts and confidence, what fits and what does not."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.recognise import registry
from archive_builder.recognise.grammar.rule import Rule


def lines(act: str | None = None) -> Iterator[str]:
    """The list line by line, in the order of acts and names; of one act where it is given."""
    for rule in sorted(registry.rules().values(), key=lambda rule: (rule.act, rule.name)):
        if act is None or rule.act == act:
            yield from _lines(rule)


def acts() -> list[str]:
    """The speech acts that rules tell, from A to Z."""
    return sorted({str(rule.act) for rule in registry.rules().values()})


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.name} ({rule.act}, confidence {rule.confidence:g})"
    for example in rule.examples:
        yield f"  fits:     {example}"
    for example in rule.counter_examples:
        yield f"  does not: {example}"
