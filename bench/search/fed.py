"""What the engines are fed: the archive of a corpus, and its entries as pages."""

from __future__ import annotations

import html
import pickle
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import groupby
from pathlib import Path

from archive_builder import link, settings
from archive_builder.index.entries import entries
from archive_builder.index.entry import Entry
from archive_builder.link import topic_vocabulary
from archive_builder.model import Archive, Document
from archive_builder.render.document_text import markdown
from archive_builder.run import one_file
from archive_builder.sources import SourceFile, find
from bench import corpus


def archive(documents: int, folder: Path, jobs: int) -> Archive:
    """The archive of so many documents; kept in the folder, for it is not what is measured."""
    kept = folder / "archive.pickle"
    if not kept.is_file():
        for _ in corpus.write(range(documents), folder / "content"):
            pass
        files = find([folder / "content"], lambda problem: None)
        with ProcessPoolExecutor(jobs) as pool:
            read = [document for found in pool.map(_read, files, chunksize=50) for document in found]
        with kept.open("wb") as file:
            of = link.link(read, settings.load(), lambda problem: None, topic_vocabulary.load())
            pickle.dump(of, file, pickle.HIGHEST_PROTOCOL)
    return load(kept)


def _read(source: SourceFile) -> tuple[Document, ...]:
    return one_file.document(source, _defaults(), lambda problem: None)


@cache
def _defaults() -> settings.Settings:
    return settings.load()


def load(kept: Path) -> Archive:
    """An archive that this program kept itself."""
    with kept.open("rb") as file:
        found = pickle.load(file)
    assert isinstance(found, Archive)
    return found


def size(kept: Path) -> dict[str, int]:
    """How much an archive holds, as it is fed."""
    of = load(kept)
    found = list(entries(of))
    words = sum(len(f"{entry.heading} {entry.text}".split()) for entry in found)
    return {"documents": len(of.documents), "entries": len(found), "words": words}


def by_page(of: Archive) -> Iterator[tuple[str, list[Entry]]]:
    """The entries of each page."""
    for path, found in groupby(entries(of), key=lambda entry: entry.url.partition("#")[0]):
        yield path, list(found)


def write_html(of: Archive, folder: Path) -> None:
    """A page for each document, for Pagefind."""
    for path, found in by_page(of):
        title = of.document(path)
        parts = [f"<h1>{html.escape(title.title if title else found[0].heading)}</h1>"]
        for entry in found:
            anchor = entry.url.partition("#")[2]
            parts.append(f'<h2 id="{html.escape(anchor)}">{html.escape(entry.heading)}</h2>')
            parts += [f"<p>{html.escape(words)}</p>" for words in (entry.extra, entry.text) if words]
        page = folder / path / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        name = html.escape(title.title if title else found[0].heading)
        body = "\n".join(parts)
        page.write_text(
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{name}</title></head>'
            f"<body><main data-pagefind-body>\n{body}\n</main></body></html>\n",
            encoding="utf-8",
        )


def write_markdown(of: Archive, folder: Path) -> None:
    """The same pages as Markdown, for Material."""
    for path, found in by_page(of):
        title = of.document(path)
        parts = [f"# {markdown.line(title.title if title else found[0].heading)}"]
        for entry in found:
            anchor = entry.url.partition("#")[2]
            parts.append(f"## {markdown.line(entry.heading) or 'Text'} {{: #{anchor or 'top'} }}")
            parts += [markdown.line(words) for words in (entry.extra, entry.text) if words]
        page = folder / path / "index.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    (folder / "index.md").write_text("# Archive\n", encoding="utf-8")
