"""Rules are what their examples say: each fits its own, none of its counter-examples, under a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from archive_builder import lang, recognise
from archive_builder.recognise.grammar.labels import RuleTable, read
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.grammar.slots import slots
from archive_builder.recognise.registry import rules, tables
from archive_builder.recognise.signs.deciding import deciding_rule
from archive_builder.settings import Vocabulary, load

VOCABULARY = load().vocabulary
TABLES = list(tables())
PACKAGE = Path(recognise.__file__).parent
FINISHED = ("facts.", "grammar.", "signs.", "records.")
"""Rooms of whose lists each reaches an example of a rule."""
OWN = [rule for name, table in TABLES if name.startswith(FINISHED) for rule in table]
NAMED = frozenset[str]().union(*(slots(rule.pattern) for rule in OWN))
"""The lists that the rules of the finished rooms name."""
INVENTED = "blorbed"
"""A word of no language, taught to each list in turn."""


def named(kind: str, rooms: tuple[str, ...] = ("",)) -> list[object]:
    """Each example of each rule, with the table that the rule stands in."""
    return [
        pytest.param(table, rule, example, id=f"{rule.name}: {example}")
        for name, table in TABLES
        if name.startswith(rooms)
        for rule in table
        for example in getattr(rule, kind)
    ]


@pytest.mark.parametrize(("table", "rule", "example"), named("examples"))
def test_an_example_is_named_by_its_own_rule(table: RuleTable, rule: Rule, example: str) -> None:
    label = read(example, VOCABULARY).label(table)
    assert label is not None
    assert label.rule is rule


@pytest.mark.parametrize(("table", "rule", "example"), named("counter_examples"))
def test_a_rule_does_not_fit_its_counter_example(table: RuleTable, rule: Rule, example: str) -> None:
    assert rule.match(example, VOCABULARY) is None


def test_every_rule_has_a_name_of_its_own() -> None:
    assert len(rules()) == len({id(rule) for _, table in TABLES for rule in table})


def test_every_rule_has_an_example() -> None:
    assert [rule.name for rule in rules().values() if not rule.examples] == []


def test_every_rule_says_what_it_does_not_fit() -> None:
    assert [rule.name for rule in rules().values() if not rule.counter_examples] == []


def extended(name: str) -> Vocabulary:
    """The vocabulary with an invented word in one list of `signs`."""
    lists = {**VOCABULARY.signs, name: (*VOCABULARY.signs[name], INVENTED, INVENTED.capitalize())}
    return VOCABULARY.model_copy(update={"signs": lists})


def taught(rule: Rule, name: str) -> bool:
    """True if a rule fits an example in which the invented word stands for a phrase of a list, once it is taught."""
    own = extended(name)
    for example in rule.examples:
        for phrase in VOCABULARY.signs[name]:
            for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", example, re.IGNORECASE):
                word = INVENTED.capitalize() if match.group()[:1].isupper() else INVENTED
                text = example[: match.start()] + word + example[match.end() :]
                if (fits := rule.match(text, own)) and caught(rule.match(text, VOCABULARY)) != caught(fits):
                    return True
    return keeps_out(rule, name, own)


def caught(match: re.Match[str] | None) -> dict[str, str] | None:
    """What the groups of a rule caught; None where it does not fit."""
    return match.groupdict() if match else None


def keeps_out(rule: Rule, name: str, own: Vocabulary) -> bool:
    """True if a rule fits a counter-example with the invented word until the word is taught."""
    for example in rule.counter_examples:
        for phrase in VOCABULARY.signs[name]:
            word = rf"(?<!\w){re.escape(phrase)}(?!\w)"
            for invented in (INVENTED.capitalize(), INVENTED):
                text = re.sub(word, invented, example, flags=re.IGNORECASE)
                if rule.match(text, VOCABULARY) and not rule.match(text, own):
                    return True
    return False


def test_every_list_is_named_by_a_pattern() -> None:
    code = "".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    used = {word.casefold() for word in re.findall(r"\{([A-Z_]+)\}", code)}
    used |= set(re.findall(r"[\"']([a-z_]+)[\"']", code))
    assert sorted(VOCABULARY.signs.keys() - NAMED - used) == []


@pytest.mark.parametrize("name", sorted(NAMED & VOCABULARY.signs.keys()))
def test_a_word_added_to_a_list_reaches_a_rule(name: str) -> None:
    using = [rule for rule in OWN if name in slots(rule.pattern)]
    assert [rule.name for rule in using if taught(rule, name)], [rule.name for rule in using]


def lists(table: Mapping[str, object], path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Each list of a table and of the tables in it, with its path."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from lists(value, f"{path}{name}.")
        elif isinstance(value, list):
            yield f"{path}{name}", value


@pytest.mark.parametrize(("name", "phrases"), list(lists(lang.table("words"))))
def test_no_list_holds_a_phrase_twice(name: str, phrases: list[str]) -> None:
    printed = name.endswith((".action_markers", ".opener"))
    folded = phrases if printed else [phrase.casefold() for phrase in phrases]
    assert sorted(folded) == sorted(set(folded))


def test_what_ends_the_name_of_a_body_ends_no_other_name() -> None:
    assert set(VOCABULARY.body_nouns) & set(VOCABULARY.organisation_nouns) == set()
    assert set(VOCABULARY.completed) & set(VOCABULARY.outstanding) == set()


def test_what_archive_toml_teaches_is_understood(tmp_path: Path) -> None:
    own = tmp_path / "archive.toml"
    own.write_text(
        '[vocabulary]\nbody_nouns = ["synod"]\n[vocabulary.signs]\nagreed = ["concurred"]\n', "utf-8"
    )
    sentence = "The Synod concurred to wait."
    assert deciding_rule(sentence, load(own).vocabulary) is not None
    assert deciding_rule(sentence, VOCABULARY) is None


def test_an_empty_list_fits_nothing() -> None:
    empty = VOCABULARY.model_copy(update={"signs": {**VOCABULARY.signs, "rejected": ()}})
    assert deciding_rule("Rejected the bid.", VOCABULARY) is not None
    assert deciding_rule("Rejected the bid.", empty) is None
    assert deciding_rule("Painted the shed.", empty) is None
