"""For each problem code: how it comes about, and what its hint says, done to the letter.

A hint with several ways out has a case for each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from archive_builder.problem import Problem
from tests.hints.situations import (
    PAPER,
    as_one_person,
    as_the_hint_writes_it,
    as_word,
    corrected,
    damaged_lock,
    lines,
    linked,
    lock_as_committed,
    locked,
    minutes,
    of_another_day,
    pipe,
    published,
    put,
    put_in_another,
    quoted,
    removed,
    replaced,
    two_copies,
    two_files_of_one_meeting,
    two_spellings,
    with_attachment,
    with_password,
    withdrawn,
    without_its_action,
    without_password,
)
from tests.hints.workbench import MINUTES, Workbench


@dataclass(frozen=True)
class Case:
    """A situation with a problem, and the way out."""

    code: str
    begin: Callable[[Workbench], None]
    follow: Callable[[Workbench, Problem], None]
    way: str = ""
    """Which of several ways out it is."""


_ENTRY = "date: 2026-03-04\n  reason: by mistake\n  by: the clerk\n"
_FAR = "meetings/fenny-hollow-parish-council/2025-03-04/minutes/"
_TO_WITHDRAW = "content/withdrawn.yml"
_CORRECTIONS = "content/corrections/a.txt.yml"
_ASKED = ("ACTION:", "Ann Lee asked: when will the road be mended?\nACTION:")
_VOTES = ("road be mended.", "road be mended.\n\nFor (4): Ann Lee, Bo Ray, Cy Doe\nAgainst (0)")
_HOME = ("None.", "None. Ann Lee lives at 3 Bramble Lane, Oxmere, OX1 2AB.")
_UNSEEN = (
    "<html><body><h1>Fenny Hollow Parish Council</h1><h2>Minutes of the meeting held on 4 March 2025</h2>"
    "<p>Present: Ann Lee</p><p style='display:none'>words that nobody sees</p></body></html>"
)
_ERROR_PAGE = "<!doctype html><html><body><h1>Minutes of 4 March 2025</h1><p>Fenny Hollow Parish Council</p>"

CASES = (
    Case("empty-file", put("content/a.txt", ""), put_in_another("a.txt", MINUTES)),
    Case("unknown-format", put("content/a.xlsx", b"PK\x05\x06" + bytes(18)), put_in_another("a.pdf", PAPER)),
    Case("password", put("content/a.pdf", with_password()), without_password),
    Case("damaged-file", put("content/a.pdf", PAPER[:400]), put_in_another("a.pdf", PAPER), "exported anew"),
    Case(
        "damaged-file",
        put("content/a.pdf", _ERROR_PAGE),
        put_in_another("a.html", _ERROR_PAGE),
        "named .html",
    ),
    Case(
        "damaged-file",
        put("content/a.pdf", _ERROR_PAGE),
        put_in_another("a.pdf", PAPER),
        "the document itself",
    ),
    Case("not-text", put("content/a.txt", bytes(range(256)) * 9), put_in_another("a.txt", MINUTES)),
    Case(
        "too-large",
        minutes(toml="[limits]\nfile_bytes = 100\n"),
        replaced("archive.toml", "100", "50_000_000"),
    ),
    Case("too-long", minutes(toml="[limits]\nblocks = 2\n"), replaced("archive.toml", "2", "100_000")),
    Case("link-not-followed", linked, put_in_another("a.txt", MINUTES)),
    Case("not-a-file", pipe, removed("content/pipe.txt")),
    Case("no-layout", put("content/a.txt", "Hello there. This says nothing much.\n"), quoted),
    Case("no-body", minutes(("Fenny Hollow Parish Council\n", "")), quoted),
    Case("undated", minutes((" held on 4 March 2025", "")), quoted),
    Case("undated", minutes(("4 March", "31 February")), quoted, "no such day"),
    Case("doubtful-date", minutes(("4 March 2025", "04/03/25")), quoted),
    Case(
        "same-meeting",
        two_files_of_one_meeting,
        lines("content/corrections/b.txt.yml", "document: {date: 2025-04-01, why: misprint}"),
        "another day",
    ),
    Case(
        "same-meeting",
        two_files_of_one_meeting,
        lines("content/corrections/b.txt.yml", "document: {body: Fenny Hollow Trust, why: misprint}"),
        "another body",
    ),
    Case("duplicate-file", two_copies, removed("content/b.txt")),
    Case("shared-address", two_spellings, as_one_person),
    Case(
        "not-sure",
        minutes(_ASKED),
        lines(_CORRECTIONS, "records: [{record: question-2-1, set: {asked_by: Ann Lee}, why: it is so}]"),
        "confirmed",
    ),
    Case(
        "not-sure",
        minutes(_ASKED),
        lines(_CORRECTIONS, "records: [{record: question-2-1, drop: true, why: no question}]"),
        "dropped",
    ),
    Case(
        "vote-count",
        minutes(_VOTES),
        lines(
            _CORRECTIONS,
            "records: [{record: vote-minute-2, set: {names_for: [Ann Lee, Bo Ray, Cy Doe]}, why: it is so}]",
        ),
    ),
    Case("private", minutes(_HOME), lines(_CORRECTIONS, "private: publish"), "published"),
    Case("private", minutes(_HOME), lines("archive.toml", "[private]\naddresses = false"), "kind turned off"),
    Case(
        "private",
        minutes(_HOME),
        lines(
            _CORRECTIONS, "redactions: [{passage: '3 Bramble Lane, Oxmere, OX1 2AB', reason: a home address}]"
        ),
        "redacted",
    ),
    Case("odd-signs", minutes(("Bo Ray to", "Bo \u202eRay to")), put_in_another("a.txt", MINUTES)),
    Case(
        "hidden-words",
        put("content/a.html", _UNSEEN),
        lines("content/corrections/a.html.yml", "hidden: publish"),
        "published",
    ),
    Case(
        "hidden-words",
        put("content/a.html", _UNSEEN),
        put_in_another("a.html", _UNSEEN.replace("words that nobody sees", "")),
        "taken out",
    ),
    Case("carries-more", put("content/a.pdf", with_attachment()), put_in_another("a.pdf", PAPER), "without"),
    Case(
        "carries-more",
        put("content/a.pdf", with_attachment()),
        lines("content/corrections/a.pdf.yml", "original: {publish: true, why: it may}"),
        "published",
    ),
    Case(
        "tracked-changes",
        put("content/a.docx", as_word(comment=True)),
        put_in_another("a.docx", as_word(comment=False)),
    ),
    Case(
        "address-gone",
        published(lambda bench: bench.remove("content/a.txt")),
        lambda bench, _: bench.put_minutes("a.txt"),
        "put back",
    ),
    Case("address-gone", published(lambda bench: bench.remove("content/a.txt")), locked, "confirmed"),
    Case("address-moved", published(of_another_day), locked, "confirmed"),
    Case(
        "address-moved",
        published(of_another_day),
        lines(_CORRECTIONS, "document: {date: 2025-03-04, why: misprint}"),
        "date corrected",
    ),
    Case("anchor-gone", published(without_its_action), locked),
    Case("bad-lock", published(damaged_lock), lock_as_committed),
    Case(
        "bad-corrections",
        corrected("documnet: {kind: minutes, why: x}"),
        replaced(_CORRECTIONS, "documnet", "document"),
    ),
    Case(
        "bad-corrections",
        corrected("kind: minutes\n"),
        replaced(_CORRECTIONS, "kind: minutes", "document:\n  kind: minutes\n  why: x"),
        "fact at the top",
    ),
    Case(
        "stale-correction",
        corrected("text: [{printed: horse, read: house, why: x}]"),
        removed(_CORRECTIONS),
        "removed",
    ),
    Case(
        "stale-correction",
        corrected("text: [{printed: the, read: that, why: x}]"),
        replaced(_CORRECTIONS, "printed: the", "printed: write to the"),
        "mended",
    ),
    Case(
        "bad-redactions",
        corrected("redactions: [{passage: Bo Ray}]"),
        replaced(_CORRECTIONS, "}", ", reason: he asked}"),
    ),
    Case(
        "stale-redaction",
        corrected("redactions: [{passage: no such words, reason: x}]"),
        removed(_CORRECTIONS),
    ),
    Case("bad-withdrawal", withdrawn(f"- file: a.tx\n  {_ENTRY}"), as_the_hint_writes_it, "misspelt"),
    Case(
        "bad-withdrawal",
        withdrawn("- file: a.txt\n  reason: by mistake\n  by: the clerk\n"),
        lines(_TO_WITHDRAW, "  date: 2026-03-04"),
        "without a day",
    ),
    Case(
        "unknown-address",
        withdrawn(f"- address: meetings/nowhere/2025-03-05/minutes/\n  {_ENTRY}"),
        replaced(_TO_WITHDRAW, "meetings/nowhere/2025-03-05/minutes/", _FAR),
    ),
)
