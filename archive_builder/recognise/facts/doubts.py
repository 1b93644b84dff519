"""What is not sure of a document's facts: none found, a date that may be another, two candidates nearly alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archive_builder.model import Classification, Document, Weighed
from archive_builder.problem import Problem, Report
from archive_builder.recognise.facts.candidate import rival
from archive_builder.text import dates
from archive_builder.text.words import folded, words

_DATE_REACH = 14
"""Blocks in which the date of a document is looked for, as its masthead is."""
_NAMES = {"kind": "kind", "body": "body", "date": "day"}
"""The facts that a correction can settle, as they are called in a sentence."""


def report_doubts(document: Document, settled: Mapping[str, str], report: Report) -> None:
    """Tell what a person should look at; `settled` are the facts that a correction gives.

    Reports no-layout, no-body, undated, doubtful-date and close-call.
    """
    file = document.source.file
    if document.classification is Classification.UNKNOWN:
        message = "nothing in it tells what kind of document this is; it is published as plain text"
        report(Problem(file, 1, "no-layout", message, _hint(file, _KIND, *_missing(document))))
        return
    if not document.organization:
        hint = _hint(file, _BODY)
        report(Problem(file, 1, "no-body", "nothing in it says which body it is of", hint))
    if document.classification is not Classification.ANNUAL_REPORT and not (
        document.date and "date" in settled
    ):
        _report_date(document, report)
    for problem in _close_calls(document, settled):
        report(problem)


_KIND, _BODY, _DATE = "kind: minutes", "body: NAME", "date: YYYY-MM-DD"
"""The lines of a correction that settle a fact."""


def _missing(document: Document) -> Iterator[str]:
    """Yield the lines for the facts that would be missed next, once the kind is known."""
    if not document.organization:
        yield _BODY
    if document.date is None:
        yield _DATE


def _hint(file: str, *facts: str) -> str:
    """How facts are settled by hand, as lines of the document's correction file."""
    lines = ", ".join(f"`  {fact}`" for fact in facts)
    return f"write into corrections/{file}.yml the lines `document:`, {lines} and `  why: …`"


def _report_date(document: Document, report: Report) -> None:
    file, lines = document.source.file, [folded(block.text) for block in document.blocks[:_DATE_REACH]]
    hint = _hint(file, _DATE)
    if document.date is None:
        printed = next((day for line in lines for day in dates.impossible(line)), "")
        why = f": there is no {printed}" if printed else ""
        report(Problem(file, 1, "undated", f"no date was found in its first lines{why}", hint))
        return
    if _is_by_name_alone(document):
        message = "not sure of the date: only the name of the file or folder says it"
        report(Problem(file, 1, "doubtful-date", message, hint))
        return
    said = (dated for line in lines for dated in dates.dates(line) if dated.day == document.date)
    if (first := next(said, None)) and first.doubt:
        report(Problem(file, 1, "doubtful-date", f"not sure of the date: {first.doubt}", hint))


def _is_by_name_alone(document: Document) -> bool:
    day = next((one for one in document.weighed if one.fact == "date"), None)
    return day is not None and day.reasons == ("in-file-name",)


def _close_calls(document: Document, settled: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each fact for which nearly as much speaks for another value, with the line that settles it."""
    file = document.source.file
    for fact, name in _NAMES.items():
        weighed = [one for one in document.weighed if one.fact == fact]
        other = rival(weighed, fact) if fact not in settled else None
        if other is None or (fact == "body" and _is_alike(weighed[0], other)):
            continue
        message = f"not sure of the {name}: {weighed[0].value!r}, but {other.value!r} is nearly as likely"
        hint = (
            f"settle it in corrections/{file}.yml with the lines `document:` and"
            f" `  {fact}: {weighed[0].value}` or `  {fact}: {other.value}`, and `  why: …`"
        )
        yield Problem(file, 1, "close-call", message, hint)


def _is_alike(one: Weighed, other: Weighed) -> bool:
    """True if one name is part of the other: the short and the long name of a body."""
    names = set(words(one.value)), set(words(other.value))
    return names[0] <= names[1] or names[1] <= names[0]
