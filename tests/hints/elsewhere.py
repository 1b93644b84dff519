"""The codes whose hint is not applied by `test_hints`, each with the reason."""

from __future__ import annotations

_REPORT = "the hint asks to report a fault of the program"
_NOTHING = "the hint says that nothing need be done"
_MACHINE = "it depends on the machine, which a test cannot change"
_FETCH = "tests/hints/test_fetch_hints.py"
_SITE = "tests/hints/test_site_hints.py"
_PROGRAM = "it takes a word processor or text recognition"

ELSEWHERE = {
    "ambiguous-reference": _NOTHING,
    "other-language": _NOTHING,
    "repeated-number": _NOTHING,
    "repeated-title": _NOTHING,
    "recognised-text": "the hint asks to compare the page with the original",
    "close-call": "the hint is that of no-body and no-layout: lines for a correction",
    "body-of-neighbours": "the hint is that of no-body: lines for a correction",
    "dead-link": _REPORT,
    "evidence-not-found": _REPORT,
    "internal-fault": _REPORT,
    "left-out": _REPORT,
    "shared-id": _REPORT,
    "site-fault": _REPORT,
    "words-lost": _REPORT,
    "no-answer": _MACHINE,
    "reader-died": _MACHINE,
    "too-much-memory": _MACHINE,
    "too-much-output": _MACHINE,
    "too-slow": _MACHINE,
    "unreadable-file": _MACHINE,
    "unreadable-folder": _MACHINE,
    "large-site": "it takes a site of a gigabyte",
    "changed-meanwhile": "the hint is to build again: tests/test_originals.py",
    "no-libreoffice": _PROGRAM,
    "no-text-layer": _PROGRAM,
    "page-without-text": _PROGRAM,
    "part-not-read": _PROGRAM,
    "unreadable-letters": _PROGRAM,
    "bad-redacted-file": "tests/removal",
    "redacted-words": "tests/removal/test_gate.py",
    "address-refused": _FETCH,
    "bad-fetch-record": _FETCH,
    "bad-sources": _FETCH,
    "more-next-time": _FETCH,
    "no-contact": _FETCH,
    "not-a-paper": _FETCH,
    "not-fetched": _FETCH,
    "nothing-listed": _FETCH,
    "robots-forbid": _FETCH,
    "faint-accent": _SITE,
    "unusable-mark": _SITE,
    "changed-file": _SITE,
    "missing-file": _SITE,
    "unlisted-file": _SITE,
    "changed-original": _SITE,
    "quotation-not-in-original": _SITE,
    "quotation-not-on-page": _SITE,
    "no-manifest": _SITE,
    "unread-original": _PROGRAM,
}
