"""The file that is published in the place of one whose words are redacted: `redacted/FILE` of its folder."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from archive_builder import read
from archive_builder.model import Reading, Source
from archive_builder.problem import Problem, Report
from archive_builder.read import Confirmed
from archive_builder.settings import Settings
from archive_builder.sources import SourceFile

_PICTURES = frozenset({"no-text-layer", "empty-file"})
"""Problems of a file that only shows its words, as one does whose pages were made pictures: it is as it should be."""


def with_published(
    reading: Reading, source: SourceFile, settings: Settings, report: Report, confirmed: Confirmed
) -> Reading:
    """Return a reading whose source is the file to be published: its fingerprint, size and pages.

    It is read as any other, so that one with hidden words is withheld. Reports what is found of it, and
    bad-redacted-file where it cannot be opened; it is then withheld.
    """
    if source.published is None:
        return reading
    problems: list[Problem] = []
    name = f"redacted/{source.file}"
    shown = read.read(source.published, name, settings, problems.append, confirmed)
    for problem in problems:
        if problem.code not in _PICTURES:
            report(problem)
    if shown is not None:
        return replace(reading, source=_of(shown.source, reading.source))
    if not problems or problems[0].code not in _PICTURES:
        message = "the redacted file cannot be opened, and no original is published"
        hint = "export it again, or remove it from the folder `redacted`"
        report(Problem(name, 1, "bad-redacted-file", message, hint))
        return replace(reading, source=replace(reading.source, withheld="its redacted file cannot be read"))
    data = source.published.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    made = replace(reading.source, sha256=digest, size=len(data), pages=None, withheld="")
    return replace(reading, source=made)


def _of(published: Source, read_from: Source) -> Source:
    """Return the published file as the source, named and counted as the one that was read."""
    return replace(published, file=read_from.file, words=read_from.words, recognition=read_from.recognition)
