"""Originals from the source to the docs folder: which are published, where, and that they are what was read."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from archive_builder import link, pipeline, publish, settings
from archive_builder.model import Classification, Document, Place, Source
from archive_builder.problem import Problem
from tests.conftest import ROOT

FILES = ROOT / "tests" / "read" / "files"
MINUTES = "Example Board\n\nNotes of the meeting\n\n12 March 2024\n\nAll was well.\n"
LOADED = settings.load()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "corrections").mkdir(parents=True)
    return folder


def built(content: Path, given: settings.Settings = LOADED) -> tuple[pipeline.Gathered, Path]:
    """What was read, and the docs folder that it is published in."""
    (content.parent / "mkdocs.yml").write_text("site_name: Test\n")
    gathered = pipeline.gather([content], given)
    docs = content.parent / "docs"
    places = publish.Places(root=content.parent, docs=docs, site=content.parent / "site")
    pipeline.publish_docs(gathered, given, places)
    return gathered, docs


def published(docs: Path) -> dict[str, bytes]:
    """The originals in a docs folder by address, hidden files left aside."""
    return {
        path.relative_to(docs).as_posix(): path.read_bytes()
        for path in sorted((docs / "files").rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def source(name: str, sha256: str, media_type: str = "text/plain", **more: str) -> Source:
    return Source(file=name, sha256=sha256, size=9, media_type=media_type, **more)  # type: ignore[arg-type]


def placed(*sources: Source, given: settings.Settings = LOADED) -> list[Source]:
    """Sources as `link` gives them back."""
    documents = [
        Document(source=each, classification=Classification.NOTES, title=f"Notes {at}")
        for at, each in enumerate(sources)
    ]
    archive = link.link(documents, given, lambda problem: None)
    return [document.source for document in sorted(archive.documents, key=lambda d: d.title)]


def test_an_original_stands_under_its_hash_with_its_own_bytes(content: Path) -> None:
    (content / "2024-03 Notes.txt").write_text(MINUTES)
    gathered, docs = built(content)
    sha256 = hashlib.sha256(MINUTES.encode()).hexdigest()
    address = f"files/{sha256[:12]}/2024-03-Notes.txt"
    assert published(docs) == {address: MINUTES.encode()}
    [document] = gathered.archive.documents
    assert document.source.original == address


def test_two_files_of_one_name_do_not_collide(content: Path) -> None:
    for folder, words in (("a", MINUTES), ("b", MINUTES.replace("12 March", "13 March"))):
        (content / folder).mkdir()
        (content / folder / "notes.txt").write_text(words)
    _, docs = built(content)
    assert [address.rpartition("/")[2] for address in published(docs)] == ["notes.txt", "notes.txt"]


def test_what_a_browser_could_run_is_published_as_text(content: Path) -> None:
    page = f"<html><body><h1>Notes</h1><p>{MINUTES}</p><script>alert(1)</script></body></html>"
    (content / "notes.html").write_text(page)
    (content / "more.md").write_text(MINUTES)
    _, docs = built(content)
    found = {address.rpartition("/")[2]: data for address, data in published(docs).items()}
    assert found == {"notes-html.txt": page.encode(), "more-md.txt": MINUTES.encode()}


def test_what_was_not_read_is_not_published(content: Path) -> None:
    shutil.copy(FILES / "scan.pdf", content)
    shutil.copy(FILES / "password.pdf", content)
    (content / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (content / "notes.txt").write_text(MINUTES)
    _, docs = built(content)
    assert [address.rpartition("/")[2] for address in published(docs)] == ["notes.txt"]


@pytest.mark.parametrize("name", ["tracked.docx", "tracked.odt"])
def test_a_file_with_tracked_changes_is_not_published(name: str, content: Path) -> None:
    shutil.copy(FILES / name, content)
    gathered, docs = built(content)
    assert published(docs) == {}
    [document] = gathered.archive.documents
    assert document.source.original == ""
    assert document.source.withheld == "it holds words that a reader of the page cannot see"


def test_an_original_is_switched_off_with_a_reason(content: Path) -> None:
    (content / "notes.txt").write_text(MINUTES)
    fix = content / "corrections" / "notes.txt.yml"
    fix.write_text("original: {publish: false, why: it shows home addresses}\n")
    gathered, docs = built(content)
    assert published(docs) == {}
    [document] = gathered.archive.documents
    assert document.source.withheld == "it shows home addresses"
    fix.unlink()
    _, docs = built(content)
    assert len(published(docs)) == 1


@pytest.mark.parametrize(
    "fix", ["original: {publish: maybe, why: x}", "original: {publish: false}", "orignal: x"]
)
def test_corrections_that_cannot_be_used_withhold_the_original(fix: str, content: Path) -> None:
    (content / "notes.txt").write_text(MINUTES)
    (content / "corrections" / "notes.txt.yml").write_text(fix)
    gathered, docs = built(content)
    assert "bad-corrections" in [problem.code for problem in gathered.problems]
    assert published(docs) == {}


def test_a_setting_switches_all_originals_off(content: Path) -> None:
    (content / "notes.txt").write_text(MINUTES)
    off = LOADED.model_copy(update={"site": LOADED.site.model_copy(update={"originals": False})})
    gathered, docs = built(content, off)
    assert not (docs / "files").exists()
    assert {d.source.withheld for d in gathered.archive.documents} == {"this archive publishes no originals"}


def test_an_original_that_is_no_longer_wanted_is_removed(content: Path) -> None:
    (content / "notes.txt").write_text(MINUTES)
    _, docs = built(content)
    before = published(docs)
    (content / "notes.txt").write_text(MINUTES.replace("well", "ill"))
    _, docs = built(content)
    assert len(published(docs)) == 1
    assert published(docs) != before


def test_files_whose_hashes_begin_alike_do_not_collide() -> None:
    one, other = source("notes.txt", "a" * 64), source("notes.txt", "a" * 63 + "b")
    third = source("other.txt", "a" * 62 + "cc")
    assert [each.original for each in placed(one, other, third)] == [
        f"files/{'a' * 64}/notes.txt",
        f"files/{'a' * 63}b/notes.txt",
        "files/aaaaaaaaaaaa/other.txt",
    ]


def test_a_pack_and_its_parts_share_one_original() -> None:
    gathered = pipeline.gather([ROOT / "content" / "panel-pack-2025-06-09.txt"], LOADED)
    assert len(gathered.archive.documents) > 1
    assert len({document.source.original for document in gathered.archive.documents}) == 1


def test_each_row_of_a_table_over_pages_has_its_own_page(content: Path) -> None:
    shutil.copy(FILES / "table-over-pages.pdf", content)
    gathered, _ = built(content)
    [document] = gathered.archive.documents
    [at] = [at for at, block in enumerate(document.blocks) if block.rows]
    rows = range(len(document.blocks[at].rows))
    assert {document.page_of(Place(at, at, row=row)) for row in rows} == {1, 2}


@pytest.mark.parametrize("change", ["rewritten", "removed", "folder"])
def test_a_file_that_changed_meanwhile_is_not_published(change: str, content: Path) -> None:
    path = content / "notes.txt"
    path.write_text(MINUTES)
    (content / "other.txt").write_text(MINUTES.replace("12 March", "13 March"))
    gathered = pipeline.gather([content], LOADED)
    path.unlink()
    if change == "rewritten":
        path.write_text(MINUTES.replace("well", "will"))
    elif change == "folder":
        path.mkdir()
    places = publish.Places(root=content.parent, docs=content.parent / "docs", site=content.parent / "site")
    problems: list[Problem] = []
    files = {each.file: each.path for each in gathered.files}
    archive = publish.copy(places, gathered.archive, files, problems.append)
    assert [(problem.file, problem.code) for problem in problems] == [("notes.txt", "changed-meanwhile")]
    assert [address.rpartition("/")[2] for address in published(places.docs)] == ["other.txt"]
    withheld = {document.source.file: document.source.withheld for document in archive.documents}
    assert withheld == {"notes.txt": "the file was changed while this archive was built", "other.txt": ""}


def test_a_change_meanwhile_is_said_on_the_page_and_to_whoever_builds(content: Path) -> None:
    path = content / "notes.txt"
    path.write_text(MINUTES)
    (content.parent / "mkdocs.yml").write_text("site_name: Test\n")
    gathered = pipeline.gather([content], LOADED)
    path.write_text("Something else")
    places = publish.Places(root=content.parent, docs=content.parent / "docs", site=content.parent / "site")
    written = pipeline.publish_docs(gathered, LOADED, places)
    assert [problem.code for problem in written.problems] == ["changed-meanwhile"]
    page = (places.docs / gathered.archive.documents[0].path / "index.md").read_text()
    assert "The original is not published: the file was changed while this archive was built." in page
    assert "changed or removed after it was read" in (places.docs / "problems" / "index.md").read_text()


def test_a_folder_of_somebody_else_is_refused(content: Path) -> None:
    (content / "notes.txt").write_text(MINUTES)
    (content.parent / "docs" / "files").mkdir(parents=True)
    (content.parent / "docs" / "files" / "mine.txt").write_text("mine")
    with pytest.raises(publish.RefusedError, match="files holds files written by hand"):
        built(content)
    assert (content.parent / "docs" / "files" / "mine.txt").read_text() == "mine"


def test_a_withheld_source_has_no_address() -> None:
    [made] = placed(replace(source("a.docx", "a" * 64), withheld="it holds tracked changes"))
    assert (made.original, made.withheld) == ("", "it holds tracked changes")
