"""The body of a document that does not name it surely, by the other documents of its folder."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive_builder.model import Classification, Document, Weighed
from archive_builder.problem import Problem, Report
from archive_builder.text.spellings import spelling_key

_FEWEST = 3
"""Documents of a folder that must be of one body."""
_SHARE = 0.8
"""The share of a folder's documents, of those that name a body, that must name the same."""
NEIGHBOURS = "neighbours"
"""The reason that is kept with a body which is taken from the other documents."""


def body_key(name: str) -> str:
    """Return what the printed names of one body have in common."""
    return spelling_key(name).removeprefix("the ")


def with_bodies_of_neighbours(documents: Sequence[Document], report: Report) -> Iterator[Document]:
    """Yield the documents, those of meetings that name no body with that of the others in their folder.

    A body that no other document of the folder has gives way to one that three have, if the document
    names that one too and less surely, or only says what sort of body it is: "Parish Council". Reports
    body-of-neighbours.
    """
    folders: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        folders[_folder(document)].append(document)
    counts = {
        folder: Counter(body_key(each.organization) for each in held) for folder, held in folders.items()
    }
    names = {body_key(each.organization): each.organization for each in reversed(documents)}
    for document in documents:
        name = _body_of_neighbours(document, counts[_folder(document)], names)
        if not name:
            yield document
            continue
        reason = Weighed(fact="body", value=name, score=0.0, reasons=(NEIGHBOURS,), words="")
        yield replace(document, organization=name, weighed=(reason, *document.weighed))
        if document.position in (0, 1):
            report(_problem(document, name))


def _body_of_neighbours(document: Document, counts: Counter[str], names: dict[str, str]) -> str:
    """Return the body to take instead of the document's own, or nothing."""
    if document.classification is Classification.UNKNOWN:
        return ""
    own = body_key(document.organization)
    if own:
        if counts[own] > 1:
            return ""
        said = (body_key(each.value) for each in document.weighed if each.fact == "body" and each.score > 0)
        longer = (key for key in counts if key.endswith(f" {own}"))
        other = next((key for key in (*said, *longer) if key != own and counts[key] >= _FEWEST), "")
        return names.get(other, "")
    named = Counter({key: count for key, count in counts.items() if key})
    if not named:
        return ""
    key, count = named.most_common(1)[0]
    return names[key] if count >= _FEWEST and count >= _SHARE * named.total() else ""


def _folder(document: Document) -> str:
    return document.source.file.rpartition("/")[0]


def _problem(document: Document, name: str) -> Problem:
    file = document.source.file
    return Problem(
        file,
        1,
        "body-of-neighbours",
        f"not sure of the body: {name!r} is that of the other documents in its folder",
        f"settle it in corrections/{file}.yml with the lines `document:` and `  body: {name}`, and `  why: …`;"
        " for the whole folder, name it in archive.toml under [[bodies]] in `folders`",
    )
