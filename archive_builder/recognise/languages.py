"""What is not in English is text only: no record is made of it by rules that know English alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from archive_builder.model import Block, Document
from archive_builder.model.record_kinds import RECORD_KINDS
from archive_builder.problem import Problem, Report
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.text import languages

_BY_NUMBER = "items"
"""Items of business are told by their numbers, in any language."""


def only_english(draft: Draft) -> Draft:
    """A draft without the records that stand in text of another language; its items of business stay."""
    if not any(block.lang for block in draft.blocks):
        return draft
    kept: Mapping[str, Any] = {
        kind.held: tuple(each for each in kind.of(draft) if not draft.blocks[each.place.first].lang)
        for kind in RECORD_KINDS
        if kind.held != _BY_NUMBER
    }
    present = tuple(each for each in draft.attendance if not _is_told(draft.blocks[each.place.first]))
    return replace(draft, attendance=present, **kept)


def _is_told(block: Block) -> bool:
    """True if a block tells of people in sentences of another language; lists of names are read in any."""
    return bool(block.lang) and languages.is_prose(block.text)


def report_language(document: Document, report: Report) -> None:
    """Report other-language: in which language a document or some of it is, and that it is text only."""
    foreign = [block for block in document.blocks if block.lang]
    if not foreign:
        return
    name = languages.name(foreign[0].lang)
    what = "it is" if document.language else "parts of it are"
    message = f"{what} in {name}: this is read as text only, and makes no questions, actions or decisions"
    hint = "nothing need be done; publish a translation beside it if there is one"
    report(Problem(document.source.file, foreign[0].first, "other-language", message, hint))
