"""Labels: what rules say of a passage is kept with it, and each rule reads it once."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from archive_builder import recognise, settings
from archive_builder.model import BlockKind
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.labels import RuleTable, Words, read
from archive_builder.recognise.grammar.rule import Act, Rule
from tests import factories

VOCABULARY = settings.load().vocabulary
GATE = Rule("gate", r"the \s+ (?P<what> gate ) .*", ("the gate",), act=Act.REPORTS)
MOAT = Rule("moat", r"\b moat", ("moat",), anywhere=True)
SHUT = Rule("shut", r".* \b shut \b .*", ("shut",))


def test_a_label_names_its_rule_and_what_the_groups_caught() -> None:
    label = read("the gate is shut", VOCABULARY).label(GATE)
    assert label is not None
    assert (label.rule, label.act, label.match["what"]) == (GATE, Act.REPORTS, "gate")


def test_the_first_rule_of_a_table_that_fits_gives_the_label() -> None:
    words = read("the gate is shut", VOCABULARY)
    first, then = words.label(RuleTable(MOAT, SHUT, GATE)), words.label(RuleTable(GATE, SHUT))
    assert first is not None
    assert then is not None
    assert (first.rule, then.rule) == (SHUT, GATE)


def test_words_that_no_rule_fits_have_no_label() -> None:
    words = read("the hedge", VOCABULARY)
    assert words.label(RuleTable(GATE, MOAT)) is None
    assert not words.fits(GATE)
    assert words.match(MOAT) is None


def test_a_rule_reads_the_same_words_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    try_on = Rule.tried_on

    def counted(rule: Rule, text: str, *rest: object) -> re.Match[str] | None:
        tried.append(rule.name)
        return try_on(rule, text, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Rule, "tried_on", counted)
    words = Words("the gate is not shut", VOCABULARY)
    table = RuleTable(GATE, SHUT)
    for _ in range(3):
        assert words.fits(table)
        assert words.fits(SHUT)
    assert tried == ["gate", "shut"]


def test_passages_of_a_document_have_their_place_and_words_on_one_line() -> None:
    note = factories.block(BlockKind.NOTE, "A footnote.")
    draft = Draft(
        vocabulary=VOCABULARY, blocks=(factories.paragraph("The gate  shut. The moat froze."), note)
    )
    first, second = draft.sentences(0)
    assert (first.block, first.start, first.end, first.text) == (0, 0, 15, "The gate shut.")
    assert second.fits(MOAT)
    assert draft.line(0).text == "The gate shut. The moat froze."
    assert draft.line(1).text == ""


@pytest.mark.parametrize("room", ["records", "signs"])
def test_finders_ask_for_labels_and_try_no_rule_on_a_text_themselves(room: str) -> None:
    """A rule may be tried from a place in the middle of a text, which takes a third argument."""
    tried = [
        f"{path.name}:{call.lineno}"
        for path in sorted((Path(recognise.__file__).parent / room).glob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "match"
        if len(call.args) == 2 and "vocabulary" in ast.unparse(call.args[1])
    ]
    assert tried == []
