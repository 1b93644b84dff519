"""A stage that fails over one document costs that document; all others are published."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archive_builder import check, export, index, link, pipeline, publish, render, settings
from archive_builder.index.partition import Part
from archive_builder.model import Archive, Asset, Page
from archive_builder.problem import Severity
from tests.run.repository import make_repository

SETTINGS = settings.load()
BAD = "b.txt"
TEXT = """{body}

Minutes of the meeting held on {day} March 2024

1. Opening

The Chair opened the meeting.

2. Quayside lighting

RESOLVED: That the lamps of the {body} be mended.
"""
NESTED = "".join("    " * depth + "- x\n\n" for depth in range(600))
"""What Python-Markdown cannot convert: it goes deeper than Python lets it."""


@pytest.fixture
def places(tmp_path: Path) -> publish.Places:
    """A repository with three documents, and its folders."""
    make_repository(tmp_path)
    for day, name in enumerate(("a.txt", BAD, "c.txt"), start=1):
        text = TEXT.format(body=f"{name[0].upper()}stead Harbour Board", day=day)
        (tmp_path / "content" / name).write_text(text, encoding="utf-8")
    return publish.Places(root=tmp_path, docs=tmp_path / "docs", site=tmp_path / "site")


def has_bad(archive: Archive) -> bool:
    return any(document.source.file == BAD for document in archive.documents)


def stumble(archive: Archive) -> None:
    """Fail as a fault of the program would, if the document is there."""
    if has_bad(archive):
        raise ZeroDivisionError("invented fault")


def faulty(sound: Callable[..., object]) -> Callable[..., object]:
    """A function that first looks at its archive, and stumbles over one document."""

    def stumbling(given: Archive | Part, *rest: object) -> object:
        stumble(given.archive if isinstance(given, Part) else given)
        return sound(given, *rest)

    return stumbling


def stumbling_kind(context: render.Context) -> Iterator[Page | Asset]:
    stumble(context.archive)
    yield from ()


def in_link(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(link.glossary, "find_acronyms", faulty(link.glossary.find_acronyms))


def in_check(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(check, "VALIDATORS", (*check.VALIDATORS, faulty(check.doubts)))


def in_pages(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(render, "PAGE_KINDS", (*render.PAGE_KINDS, stumbling_kind))


def in_feeds(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(render, "ASSET_KINDS", (*render.ASSET_KINDS, stumbling_kind))


def in_index(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(index, "segment", faulty(index.segment))


def in_export(patch: pytest.MonkeyPatch) -> None:
    sound = export.KINDS["documents"]

    def stumbling(lookup: object) -> object:
        stumble(lookup.archive)  # type: ignore[attr-defined]
        return sound(lookup)  # type: ignore[arg-type]

    patch.setattr(export, "KINDS", {**export.KINDS, "documents": stumbling})


def in_addresses(patch: pytest.MonkeyPatch) -> None:
    def home(context: render.Context) -> Iterator[Page]:
        if has_bad(context.archive):
            yield Page(path="", title="Another home", front={}, body="# Another home")

    patch.setattr(render, "PAGE_KINDS", (*render.PAGE_KINDS, home))


def in_site(patch: pytest.MonkeyPatch) -> None:
    def pages(context: render.Context) -> Iterator[Page]:
        body = NESTED if has_bad(context.archive) else "# Sound"
        yield Page(path="nested/", title="Nested", front={}, body=body)

    patch.setattr(render, "PAGE_KINDS", (*render.PAGE_KINDS, pages))


STAGES = {
    in_link: "linking the documents failed",
    in_check: "linking the documents failed",
    in_pages: "making the pages failed",
    in_feeds: "making feeds and calendars failed",
    in_index: "making the search failed",
    in_export: "exporting the data failed",
    in_addresses: "two files have the address index.md",
    in_site: "building the page nested/index.md failed",
}


@pytest.mark.parametrize(
    ("breaks", "words"), STAGES.items(), ids=lambda value: getattr(value, "__name__", "")
)
def test_the_document_that_a_stage_fails_over_is_left_out(
    breaks: Callable[[pytest.MonkeyPatch], None],
    words: str,
    places: publish.Places,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    breaks(monkeypatch)
    gathered = pipeline.gather([places.root / "content"], SETTINGS)
    written = pipeline.publish_docs(gathered, SETTINGS, places)
    problems, archive = written.problems, written.gathered.archive
    if breaks is in_site:
        built = pipeline.publish_site(written, SETTINGS, places)
        assert built.published
        problems, archive = built.problems, built.gathered.archive
    (problem,) = (problem for problem in problems if problem.code == "left-out")
    assert (problem.file, problem.severity) == (BAD, Severity.ERROR)
    assert words in problem.message
    assert [document.source.file for document in archive.documents] == ["a.txt", "c.txt"]
    for document in archive.documents:
        assert (places.docs / document.path / "index.md").is_file()
    assert not list(places.docs.glob("meetings/bstead*"))
    listed = (places.docs / "problems" / "index.md").read_text(encoding="utf-8")
    assert BAD in listed
    assert "take the document out" in listed


def test_a_stage_that_fails_without_any_document_leaves_the_old_pages(
    places: publish.Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    gathered = pipeline.gather([places.root / "content"], SETTINGS)
    pipeline.publish_docs(gathered, SETTINGS, places)
    before = {path: path.read_bytes() for path in places.docs.rglob("*") if path.is_file()}

    def broken(context: render.Context) -> Iterator[Page]:
        raise KeyError("of nobody")
        yield

    monkeypatch.setattr(render, "PAGE_KINDS", (broken,))
    with pytest.raises(pipeline.StageError, match="making the pages failed: KeyError: 'of nobody'"):
        pipeline.publish_docs(gathered, SETTINGS, places)
    assert {path: path.read_bytes() for path in places.docs.rglob("*") if path.is_file()} == before


def test_a_full_disk_is_no_documents_fault(places: publish.Places, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(context: render.Context) -> Iterator[Page]:
        raise OSError(28, "No space left on device")
        yield

    monkeypatch.setattr(render, "PAGE_KINDS", (full,))
    gathered = pipeline.gather([places.root / "content"], SETTINGS)
    with pytest.raises(OSError, match="No space left"):
        pipeline.publish_docs(gathered, SETTINGS, places)


def test_where_the_only_document_is_left_out_nothing_is_published(
    places: publish.Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_link(monkeypatch)
    for name in ("a.txt", "c.txt"):
        (places.root / "content" / name).unlink()
    with pytest.raises(pipeline.StageError, match=r"b\.txt:1: error: linking the documents failed"):
        pipeline.gather([places.root / "content"], SETTINGS)


def test_a_dead_link_on_a_page_is_said_of_its_document(
    places: publish.Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = render.document.pages

    def pages(context: render.Context) -> Iterator[Page]:
        for page in sound(context):
            body = f"{page.body}\n\n[gone](gone.md)" if "bstead" in page.path else page.body
            yield Page(path=page.path, title=page.title, front=page.front, body=body)

    kinds = [pages if kind is sound else kind for kind in render.PAGE_KINDS]
    monkeypatch.setattr(render, "PAGE_KINDS", tuple(kinds))
    gathered = pipeline.gather([places.root / "content"], SETTINGS)
    written = pipeline.publish_docs(gathered, SETTINGS, places)
    built = pipeline.publish_site(written, SETTINGS, places)
    assert built.published
    assert [p.file for p in built.problems if p.code == "site-fault" and "gone.md" in p.message] == [BAD]
    assert len(list((places.site / "meetings").glob("bstead*/2024-03-02/minutes/index.html"))) == 1


SHARED_CASES = ("reading/07*", "layouts/crash-tagged-row-of-spaces.pdf")


@pytest.mark.parametrize("pattern", SHARED_CASES)
def test_documents_that_once_stopped_a_build_are_published_with_others(
    pattern: str, places: publish.Places, shared: Path
) -> None:
    found = [path for path in (shared / "cases").glob(pattern) if path.is_file()]
    found += [
        path for folder in (shared / "cases").glob(pattern) for path in folder.rglob("*") if path.is_file()
    ]
    for path in found:
        if path.suffix in (".txt", ".pdf", ".docx", ".md", ".html"):
            shutil.copy(path, places.root / "content")
    gathered = pipeline.gather([places.root / "content"], SETTINGS)
    written = pipeline.publish_docs(gathered, SETTINGS, places)
    files = {document.source.file for document in written.gathered.archive.documents}
    assert {"a.txt", BAD, "c.txt"} <= files


def test_two_persons_of_one_address_keep_no_document_from_the_site(places: publish.Places) -> None:
    for day, name in ((11, "Zoë Lee"), (12, "Zoe Lee"), (13, "Zoe Lée")):
        text = f"Dstead Harbour Board\n\nMinutes of the meeting held on {day} March 2024\n\n"
        text += f"Present: {name} (Chair)\n\n1. Lamps\n\nACTION: {name} to mend the lamps.\n"
        (places.root / "content" / f"d{day}.txt").write_text(text, encoding="utf-8")
    gathered = pipeline.gather([places.root / "content"], SETTINGS)
    written = pipeline.publish_docs(gathered, SETTINGS, places)
    files = {document.source.file for document in written.gathered.archive.documents}
    left = {problem.file for problem in written.problems if problem.code == "left-out"}
    assert {"a.txt", BAD, "c.txt", "d11.txt"} <= files
    assert files | left >= {"d12.txt", "d13.txt"}
