"""A text is tried on a rule only if it holds what the rule's pattern needs; no rule that fits is left out."""

from __future__ import annotations

import pytest

from archive_builder import settings
from archive_builder.recognise.grammar.clues import clues
from archive_builder.recognise.grammar.prefilter import Prefilter
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.registry import rules
from archive_builder.settings import Vocabulary

VOCABULARY = settings.load().vocabulary
RULES = tuple(rules().values())


def taught(**lists: tuple[str, ...]) -> Vocabulary:
    """The package's vocabulary with some lists of `signs` in the place of its own."""
    return VOCABULARY.model_copy(update={"signs": {**VOCABULARY.signs, **lists}})


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"hedge \s+ ward", [{"hedge"}, {"ward"}]),
        (r"Hedge", [{"hedge"}]),
        (r"(?: hedge | moat | wall ) s?", [{"hedge", "moat", "wall"}]),
        (r"(?: hedge | moat )? gate", [{"gate"}]),
        (r"(?: hedge \s warden | moat )+", [{"warden", "moat"}]),
        (r"hedge | .*", []),
        (r"hedge* gate{2,3}", [{"hedg"}, {"gat"}]),
        (r"(?= .* gate ) (?! moat ) .*", [{"gate"}]),
        (r"(?> gate ) (?P<who> moat ) (?P=who)", [{"gate"}, {"moat"}]),
        (r"[:–-] \s* \d{1,3}", [{":", "–", "-"}, {"0"}]),
        (r"[^:] | [a-z:]", []),
        (r"{MOATS} \b", [{"moat", "ditch"}]),
        (r"{MOATS} | {WALLS} \s gate", [{"moat", "ditch", "gate"}]),
        (r"{MOATS} | {WALLS}", [{"moat", "ditch", "wall", "hedge"}]),
        (r"{ANY} \s gate", [{"gate"}]),
        (r"{NOTHING} | gate", [{"gate"}]),
        (r"{NOTHING} \s gate", [set(), {"gate"}]),
    ],
)
def test_clues_are_what_each_text_that_fits_must_hold(pattern: str, needed: list[set[str]]) -> None:
    vocabulary = taught(moats=("moat", "the Ditch"), walls=("wall", "hedge"), any=("moat", "I"), nothing=())
    assert clues(pattern, vocabulary) == {frozenset(clue) for clue in needed}


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"{MINUTE} s?", "MİNUTES"),
        (r"{MINUTE} s?", "mınute"),
        (r"{MINUTE} s?", "minuteſ"),
        (r"{ASK} ed", "as\N{KELVIN SIGN}ed"),
        (r"{STREET}", "Straße"),
        (r".* {ASK} .*", "x" * 3000 + " ask"),
        (r"item \s \d+", "item ٣"),
        (r"x{ASK}ing", "xasking"),
    ],
)
def test_whatever_fits_is_tried(pattern: str, text: str) -> None:
    vocabulary = taught(minute=("minute",), ask=("ask",), street=("straße",))
    rule = Rule("invented", pattern, (text,))
    assert Prefilter([pattern], vocabulary).may_fit(pattern, text)
    assert rule.match(text, vocabulary)


def test_what_lacks_a_word_is_not_tried() -> None:
    pattern = r".* {ASK} .* \?"
    prefilter = Prefilter([pattern], taught(ask=("asked", "wondered")))
    assert prefilter.may_fit(pattern, "Cy Doe wondered why?")
    assert not prefilter.may_fit(pattern, "Cy Doe wondered.")
    assert not prefilter.may_fit(pattern, "Why was it so?")


def test_a_pattern_that_the_prefilter_does_not_know_is_tried() -> None:
    assert Prefilter([], VOCABULARY).may_fit(r"gate", "a moat")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_tried_on_its_examples_within_any_text(rule: Rule) -> None:
    prefilter = Prefilter([rule.pattern], VOCABULARY)
    for example in rule.examples:
        assert prefilter.may_fit(rule.pattern, example)
        assert prefilter.may_fit(rule.pattern, f"{example.upper()} — {example.swapcase()}")


def test_most_rules_are_not_tried_on_most_texts() -> None:
    known = Prefilter([rule.pattern for rule in RULES], VOCABULARY)
    tried = [rule.name for rule in RULES if known.may_fit(rule.pattern, "The lift was old and slow.")]
    assert len(tried) < len(RULES) / 5
