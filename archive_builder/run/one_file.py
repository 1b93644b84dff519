"""The stages that look at one file alone: read -> redact -> tidy -> correct -> recognise."""

from __future__ import annotations

from dataclasses import replace

from archive_builder import correct, read, recognise, tidy
from archive_builder.model import Classification, Document, Reading
from archive_builder.problem import Problem, Report, Severity
from archive_builder.read import Confirmed
from archive_builder.removal.originals import with_published
from archive_builder.removal.private import report_private
from archive_builder.removal.redact import WITHHELD, redact, redact_text
from archive_builder.settings import Limits, Settings
from archive_builder.sources import CORRECTIONS, SourceFile


def document(source: SourceFile, settings: Settings, report: Report) -> tuple[Document, ...]:
    """One source file as documents: none, one, or a pack and its parts."""
    report = _without_redacted(source, report)
    try:
        corrections = source.folder / CORRECTIONS
        confirmed = read.Confirmed(
            hidden_words=correct.publishes_hidden_words(source.name, corrections),
            original=correct.publishes_original(source.name, corrections),
        )
        reading = read.read(source.path, source.file, settings, report, confirmed, source.stand_in)
        if reading is None:
            return ()
        reading = _redacted(reading, source, settings, report, confirmed)
        reading = tidy.tidy(reading)
        reading = correct.correct(reading, corrections, report, source.name)
        if not correct.publishes_private(source.name, corrections):
            report_private(reading, settings.private, report)
        documents = recognise.recognise(reading, settings, report)
        return correct.corrected(documents, source.name, corrections, report)
    except (MemoryError, SystemError):  # SystemError: a C library that could not say that memory ran out
        report(out_of_memory(source, settings.limits))
        return ()
    except Exception as error:
        # A document must never keep the others from being published: the fault is ours and is named.
        message = f"reading this document failed: {type(error).__name__}: {error}"
        hint = "this is a fault of the program: please report it with the document"
        report(Problem(source.file, 1, "internal-fault", message, hint, Severity.ERROR))
        return ()


def text_alone(source: SourceFile, settings: Settings, report: Report) -> tuple[Document, ...]:
    """One published original as its text, before anything is corrected or recognised in it; none if unreadable."""
    reading = read.read(source.path, source.file, settings, report, _PUBLISHED, source.stand_in)
    if reading is None:
        return ()
    reading = tidy.tidy(reading)
    return (
        Document(
            source=reading.source, classification=Classification.UNKNOWN, title="", blocks=reading.blocks
        ),
    )


_PUBLISHED = Confirmed(hidden_words=True, original=True)
"""What is published was looked at before it was."""


def _redacted(
    reading: Reading, source: SourceFile, settings: Settings, report: Report, confirmed: Confirmed
) -> Reading:
    """Return a reading without what is redacted in it, and the original that may be published, if any.

    Reports stale-redaction, an error, for words that its own corrections redact and that stand nowhere.
    """
    reading, applied = redact(reading, source.redactions)
    for redaction in source.redactions:
        if redaction.is_of_document and redaction not in applied:
            message = f"{redaction.origin} fits nowhere in the document"
            hint = "copy the words from the document, or remove the entry"
            report(Problem(source.file, 1, "stale-redaction", message, hint, Severity.ERROR))
    if any(redaction in applied or redaction.is_of_document for redaction in source.redactions):
        reading = replace(reading, source=replace(reading.source, withheld=WITHHELD))
    return with_published(reading, source, settings, report, confirmed)


def _without_redacted(source: SourceFile, report: Report) -> Report:
    """Return a report whose problems do not quote redacted words."""
    if not source.redactions:
        return report

    def quiet(problem: Problem) -> None:
        message = redact_text(problem.message, source.redactions)
        hint = redact_text(problem.hint, source.redactions)
        file = source.file if problem.file == source.name else problem.file
        report(replace(problem, file=file, message=message, hint=hint))

    return quiet


def out_of_memory(source: SourceFile, limits: Limits) -> Problem:
    """What is said of a file that does not fit into the memory it may use."""
    message = f"reading needs more than {limits.memory_bytes:,} bytes of memory"
    hint = "split the document, or raise limits.memory_bytes in archive.toml"
    return Problem(source.file, 1, "too-much-memory", message, hint, Severity.ERROR)
