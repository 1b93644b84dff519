"""What people have put right by hand in `content/corrections/`, and the check that it still applies.

A correction file is named after its document (`corrections/2025-03-18 notes.txt.yml`):

    document: {kind: minutes, title: Minutes, body: Town Panel, date: 2025-03-18, why: "no masthead"}
    text:
    - {printed: "Councilor Smtih", read: "Councillor Smith", why: "misprint on page 4"}
    - {printed: "of 12 Quay Street", read: "", private: true, why: "a home address"}
    records:
    - {record: action-6-1, set: {owners: [Ann Lee]}, why: "she took it over in the meeting"}
    - {record: question-6-2, drop: true, why: "this is no question"}
    redactions:
    - {name: Ann Lee, reason: "a resident who asked for it"}
    original: {publish: false, why: "it shows home addresses"}
    hidden: publish

Redacted words are taken out before anything else reads the document (`removal`). Text is corrected before
recognition, records after it and before they are linked. A record is named
by its anchor, in a pack together with the number of its part (`part: 2`).
"""

from archive_builder.correct.file import (
    Corrections,
    RedactionEntry,
    corrections_of,
    fault_of_file,
    orphans,
    publishes_hidden_words,
    publishes_original,
    publishes_private,
)
from archive_builder.correct.records import corrected
from archive_builder.correct.text import correct

__all__ = [
    "Corrections",
    "RedactionEntry",
    "correct",
    "corrected",
    "corrections_of",
    "fault_of_file",
    "orphans",
    "publishes_hidden_words",
    "publishes_original",
    "publishes_private",
]
