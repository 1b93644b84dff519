"""The gate finds redacted words in whatever they are packed in, and lets nothing be published with them."""

from __future__ import annotations

import gzip
import io
import json
import sqlite3
import zipfile
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from archive_builder import index
from archive_builder.cli import main
from archive_builder.model import Archive, Redaction
from archive_builder.removal.gate import Gate, gate, leaks_of_cache
from archive_builder.sources import SourceFile
from tests.read import hidden_pdf
from tests.read.hidden_files import in_word, odt, run
from tests.removal import canaries
from tests.removal.repository import build, notes
from tests.removal.test_redactions import BOTH, corrections, redact

NAME = "Zoë Quillfeather"
REDACTION = Redaction(name=NAME, reason="a resident", origin="entry 1 of redactions.yml")
SOURCE = SourceFile(Path("a.txt"), "a.txt", Path(), redactions=(REDACTION,))


def the_gate() -> Gate:
    return gate(Archive(), [SOURCE])


def database(deleted: bool) -> bytes:
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("PRAGMA secure_delete = OFF")
        made.execute("CREATE TABLE actions (text)")
        made.executemany("INSERT INTO actions VALUES (?)", [(f"{'x' * 3000} {NAME}",)] * 9)
        if deleted:
            made.execute("DELETE FROM actions")
        made.commit()
        return made.serialize()


def full_text(words: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute(
            "CREATE VIRTUAL TABLE texts USING fts5(text, content = '', tokenize = 'porter unicode61')"
        )
        made.execute("INSERT INTO texts (rowid, text) VALUES (1, ?)", (words,))
        made.commit()
        return made.serialize()


def pdf(change: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(hidden_pdf.made(lambda canvas: None))))
    change(writer)
    for page in writer.pages:
        page.compress_content_streams()
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def with_note(writer: PdfWriter) -> None:
    hidden_pdf.under_black_note(writer)
    note = writer.pages[0]["/Annots"][0].get_object()  # type: ignore[index]
    note[NameObject("/Contents")] = TextStringObject(f"Ask {NAME} first")


def zipped(name: str, content: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return held.getvalue()


HOLDING = {
    "a/index.md": f"---\ntitle: x\npeople:\n- {NAME}\n---\n\nHeld.".encode(),
    "b/index.md": b"Held by Zo&euml; <strong>Quill</strong>feather.",
    "a.html": b"<p>Held by <b>Quill</b>feather.</p>",
    "b.html": b"<p>Held by Qu&#105;llfeather.</p>",
    "c.html": f'<a href="https://x.example/?q={quote(NAME)}">words</a>'.encode(),
    "d.html": b"<p>Held by Quill&shy;feather.</p>",
    "e.html": b"<p>Held by Quill-\nfeather.</p>",
    "feed.xml": b"<feed><title>Zo&#235; QUILLFEATHER</title></feed>",
    "meetings.ics": b"BEGIN:VEVENT\r\nSUMMARY:Heard from Ms Quillfea\r\n ther\r\nEND:VEVENT\r\n",
    "a.jsonl": (json.dumps({"id": 1}) + "\n" + json.dumps({"text": "by\nQuillfeather"}) + "\n").encode(),
    "a.json": json.dumps({"owners": ["Zo\u00eb\u00a0Quill\u00adfeather"]}).encode(),
    "a.csv": b"who,what\nZ. Quillfeather,gate\n",
    "a.sqlite": database(deleted=False),
    "free-pages.sqlite": database(deleted=True),
    "full-text.sqlite": full_text("held by Quillfeather"),
    "sitemap.xml.gz": gzip.compress(b"<loc>https://x.example/people/zoe-quillfeather/</loc>"),
    "search/base/t/0-1a2b3c4d/0.bin": gzip.compress(b'[["a","held by\\nQuillfeather"]]'),
    "data/a.jsonl.gz": gzip.compress(json.dumps({"text": "by\nQuillfeather"}).encode()),
    "data/a.csv.zip": zipped("a.csv", b"who,what\nZ. Quillfeather,gate\n"),
    "data/a.sqlite.gz": gzip.compress(database(deleted=False)),
    "data/full-text.sqlite.gz": gzip.compress(full_text("held by Quillfeather")),
    "people/zoe-quillfeather/index.md": b"Nothing.",
    "text.pdf": hidden_pdf.made(hidden_pdf.words),
    "metadata.pdf": pdf(lambda writer: writer.add_metadata({"/Subject": NAME})),
    "note.pdf": pdf(with_note),
    "attached.pdf": pdf(lambda writer: writer.add_attachment("notes.txt", NAME.encode())),
    "a.docx": in_word(run("", "Held by Quill") + run("<w:b/>", "feather")),
    "a.odt": odt("<text:p>Held by Quill<text:span>feather</text:span></text:p>"),
    "within.docx": zipped("word/embeddings/inner.docx", in_word(run("", NAME))),
    "core.docx": zipped("docProps/core.xml", f"<a><b>{NAME}</b></a>".encode()),
    "wide.txt": NAME.encode("utf-16"),
    "old.txt": NAME.encode("latin-1"),
}
"""Files of every sort of output that hold the name, by their path."""


@pytest.mark.parametrize("path", HOLDING)
def test_a_name_is_found_in_every_sort_of_file(path: str) -> None:
    (found,) = the_gate().leaks(path, HOLDING[path])
    assert found.code == "redacted-words"
    assert "redacted word" in found.message or "entry 1 of redactions.yml" in found.message
    assert "quill" not in str(found).casefold()


@pytest.mark.parametrize("path", [path for path in HOLDING if "quill" not in path])
def test_a_file_without_the_name_passes(path: str) -> None:
    other = Redaction(name="Bo Nettlefold", reason="a resident")
    assert (
        gate(Archive(), [SourceFile(Path("a"), "a", Path(), redactions=(other,))]).leaks(path, HOLDING[path])
        == ()
    )


@pytest.mark.parametrize("word", ["quillfeather", "quillfeath", "zoe"])
def test_words_and_stems_in_the_files_of_the_search(word: str) -> None:
    content = index.packing.packed(
        index.packing.parts(
            index.packing.words(["gate", word, "zulu"]), index.packing.listed([1, 1, 1]), b"\0\0\0", b"[]"
        )
    )
    (path,) = index.folders.in_folders("d", [content]).files
    found = the_gate().leaks(f"search/base/{path}", content)
    assert "a redacted word would be published" in [problem.message for problem in found]


def test_a_stem_that_common_words_have_too_is_no_leak() -> None:
    short = Redaction(name="Ines Quillfeather", reason="a resident")
    words = gate(Archive(), [SourceFile(Path("a"), "a", Path(), redactions=(short,))]).words
    assert words == {"ines", "quillfeather", "quillfeath"}


def test_sorted_words_are_read_back() -> None:
    words = sorted({f"{letter}{number:x}é" for letter in "aab" for number in range(0, 5000, 7)})
    packed = index.packing.parts(index.packing.words(words), b"x" * 300, b"rest")
    assert index.packing.split_words(index.packing.split(packed, 3)[0]) == words
    assert index.packing.split(packed, 3)[1:] == [b"x" * 300, b"rest"]


def test_an_entry_of_the_cache_is_found_and_removed(tmp_path: Path) -> None:
    (tmp_path / "entry").write_bytes(b"packed")
    entry = (tmp_path / "entry", "a.txt", f'[".."]\n{{"text":"{NAME}"}}'.encode())
    assert len(list(leaks_of_cache(the_gate(), [entry], [SOURCE]))) == 1
    assert not (tmp_path / "entry").exists()


SAID = f"Ms Quillfeather of {canaries.ADDRESS} asked why the gate was open."


def in_page_by_hand(folder: Path) -> None:
    page = folder / "docs" / "about.md"
    page.write_text(f"# About\n\nWith thanks to {canaries.NAME}.\n", "utf-8")


def in_settings(folder: Path) -> None:
    (folder / "archive.toml").write_text(f'[site]\ndescription = "Papers of {canaries.NAME}"\n', "utf-8")


def in_other_document(folder: Path) -> None:
    notes(folder, "other.txt", f"The door of {canaries.ADDRESS} was seen.", day=19)


def in_title_by_hand(folder: Path) -> None:
    text = f"document: {{title: Complaint of {canaries.NAME}, why: none}}\nredactions:\n{BOTH}"
    corrections(folder, "secret.txt", text)


def in_redacted_original(folder: Path) -> None:
    original = folder / "content" / "redacted" / "secret.txt"
    original.parent.mkdir()
    original.write_text(SAID, "utf-8")


def in_tombstone(folder: Path) -> None:
    entry = (
        "- file: other.txt\n  date: 2026-03-04\n  reason: Ms Quillfeather asked for it.\n  by: the clerk\n"
    )
    notes(folder, "other.txt", "The door was seen.", day=19)
    (folder / "content" / "withdrawn.yml").write_text(entry, "utf-8")


@pytest.mark.parametrize(
    ("leak", "place"),
    [
        (in_page_by_hand, "about/index.html:"),
        (in_settings, "index.md:"),
        (in_other_document, "other.txt:8:"),
        (in_title_by_hand, "meetings/fenny-board/2024-03-12/notes/index.md:"),
        (in_redacted_original, "files/"),
        (in_tombstone, "meetings/fenny-board/2024-03-19/notes/index.md:"),
    ],
)
def test_nothing_is_published_with_redacted_words(
    leak: Callable[[Path], None], place: str, folder: Path
) -> None:
    notes(folder, "secret.txt", "The gate was seen.")
    assert build().exit_code == 0
    before = {path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()}
    notes(folder, "secret.txt", SAID)
    redact(folder, "secret.txt")
    leak(folder)
    done = build()
    assert done.exit_code == 2, done.output
    assert place in done.output
    assert "[redacted-words]" in done.output
    assert not any(canary in done.output.casefold() for canary in canaries.CANARIES)
    entries = [path.read_bytes().split(b"\n", 2)[2] for path in (folder / ".cache").iterdir()]
    assert not any(b"Quillfeather" in zlib.decompress(entry) for entry in entries)
    assert before == {path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()}


def test_words_that_others_may_have_pass(folder: Path) -> None:
    notes(folder, "secret.txt", SAID)
    redact(folder, "secret.txt", BOTH.replace("  reason: a home", "  only_here: true\n  reason: a home"))
    in_other_document(folder)
    done = build("--no-site")
    assert done.exit_code == 0, done.output
    own = folder / "docs" / "meetings" / "fenny-board" / "2024-03-12" / "notes" / "index.md"
    assert canaries.ADDRESS not in own.read_text("utf-8")


def test_a_redacted_file_is_published_in_the_place_of_the_original(folder: Path) -> None:
    notes(folder, "secret.txt", SAID)
    redact(folder, "secret.txt")
    clean = folder / "content" / "redacted" / "secret.txt"
    clean.parent.mkdir()
    clean.write_text("A resident asked why the gate was open.", "utf-8")
    done = build("--no-site")
    assert done.exit_code == 0, done.output
    (original,) = (folder / "docs" / "files").rglob("*.txt")
    assert original.read_bytes() == clean.read_bytes()
    page = (folder / "docs" / "meetings/fenny-board/2024-03-12/notes/index.md").read_text("utf-8")
    assert "redacted: a resident" in page
    assert original.parent.name in page


def test_a_site_with_a_redacted_original_can_be_verified(folder: Path) -> None:
    source = notes(folder, "secret.txt", SAID)
    asked = source.read_text("utf-8").replace("mend the gate", "write to Ms Quillfeather about the gate")
    source.write_text(asked, "utf-8")
    redact(folder, "secret.txt")
    clean = folder / "content" / "redacted" / "secret.txt"
    clean.parent.mkdir()
    shown = source.read_text("utf-8").replace("Ms Quillfeather", "█████").replace(canaries.ADDRESS, "█████")
    clean.write_text(shown, "utf-8")
    done = build()
    assert done.exit_code == 0, done.output
    assert list((folder / "site" / "files").rglob("*.txt"))
    verified = CliRunner().invoke(main, ["verify", "site"])
    assert verified.exit_code == 0, verified.output
    assert "redacted: a resident" in (folder / "site" / "data" / "actions.jsonl").read_text("utf-8")
