"""The stages that look at one file alone: read -> tidy -> correct -> recognise."""

from __future__ import annotations

from archive_builder import correct, read, recognise, tidy
from archive_builder.model import Document
from archive_builder.problem import Problem, Report, Severity
from archive_builder.settings import Limits, Settings
from archive_builder.sources import CORRECTIONS, SourceFile


def document(source: SourceFile, settings: Settings, report: Report) -> tuple[Document, ...]:
    """One source file as documents: none, one, or a pack and its parts."""
    try:
        corrections = source.folder / CORRECTIONS
        confirmed = read.Confirmed(
            hidden_words=correct.publishes_hidden_words(source.file, corrections),
            original=correct.publishes_original(source.file, corrections),
        )
        reading = read.read(source.path, source.file, settings, report, confirmed, source.stand_in)
        if reading is None:
            return ()
        reading = tidy.tidy(reading)
        reading = correct.correct(reading, corrections, report)
        documents = recognise.recognise(reading, settings, report)
        return correct.corrected(documents, source.file, corrections, report)
    except (MemoryError, SystemError):  # SystemError: a C library that could not say that memory ran out
        report(out_of_memory(source, settings.limits))
        return ()
    except Exception as error:
        # A document must never keep the others from being published: the fault is ours and is named.
        message = f"reading this document failed: {type(error).__name__}: {error}"
        hint = "this is a fault of the program: please report it with the document"
        report(Problem(source.file, 1, "internal-fault", message, hint, Severity.ERROR))
        return ()


def out_of_memory(source: SourceFile, limits: Limits) -> Problem:
    """What is said of a file that does not fit into the memory it may use."""
    message = f"reading needs more than {limits.memory_bytes:,} bytes of memory"
    hint = "split the document, or raise limits.memory_bytes in archive.toml"
    return Problem(source.file, 1, "too-much-memory", message, hint, Severity.ERROR)
