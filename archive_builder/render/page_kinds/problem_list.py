"""What could not be read or is uncertain, in plain English, by file."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.lang.interface import say
from archive_builder.model import CERTAIN, Page, addresses
from archive_builder.model.record_kinds import RECORD_KINDS
from archive_builder.problem import Problem, Severity
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.records import labels
from archive_builder.render.records.tally import grouped
from archive_builder.render.templating import Written, fill

PAGE = addresses.PROBLEMS


def pages(context: Context) -> Iterator[Page]:
    """`problems/`: the problems reported by the build, and the records that are not sure."""
    files = grouped(context.problems, lambda problem: problem.file)
    yield Page(
        path=PAGE,
        title=say("pages.problems.title"),
        front={"description": say("pages.problems.description")},
        body=fill(
            "problems",
            PAGE,
            files=[
                (
                    file.rpartition("/")[2] or say("pages.problems.archive"),
                    [_line(problem) for problem in problems],
                )
                for file, problems in files.items()
            ],
            doubtful=list(_doubtful(context)),
        ),
    )


def _line(problem: Problem) -> tuple[str, Written]:
    """Return the message and the way out, each as a sentence."""
    message = wording.capital(problem.message)
    if problem.line > 0:
        message = say("pages.problems.at_line", line=problem.line, message=problem.message)
    if problem.severity is Severity.ERROR:
        message = say("pages.problems.not_read", message=message)
    hint = _sentence(wording.capital(problem.hint)) if problem.hint else ""
    return _sentence(message), Written(markdown.with_code(hint))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _doubtful(context: Context) -> Iterator[Written]:
    for kind in RECORD_KINDS:
        for document, record in context.each(kind.record):
            if record.confidence < CERTAIN:
                words = context.title(document, record)
                name = wording.capital(wording.record_name(record))
                where = labels.place_of(document)
                yield Written(
                    f"{markdown.link(words, PAGE, document.id_of(record))} "
                    f'<span class="meta">{markdown.escape(name)}, {markdown.escape(where)}</span>'
                )
