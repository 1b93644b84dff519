"""What is done to a real file: bytes of it changed, or the text inside its container."""

from __future__ import annotations

import contextlib
import copy
import io
import re
import zipfile
import zlib
from xml.etree import ElementTree

from hypothesis import strategies as st

from archive_builder.model import Aside, Block, BlockKind
from archive_builder.read import formats, packages
from archive_builder.read.outcome import RefusedError
from tests.conftest import ROOT

FOLDERS = (
    ROOT / "content",
    ROOT / "tests" / "read" / "files",
    *sorted((ROOT / "tests" / "formats" / "files").iterdir()),
)
READERS = {
    "text": (".txt",), "markdown": (".md",), "html": (".html",),
    "docx": (".docx",), "odt": (".odt",), "pdf": (".pdf",),
}  # fmt: skip
"""The readers by name, and the endings of their files."""
LARGEST = 40_000
"""Bytes: larger seeds would only make fewer runs."""
PARTS = ("document.xml", "content.xml", "numbering.xml", "styles.xml")

TOKENS = (
    *(
        b"<",
        b">",
        b"</",
        b"&#0;",
        b"&#xD800;",
        b"&",
        b'"',
        b"\x00",
        b"\xff\xfe",
        b"\r",
        b"\x0c",
        b"-1",
        b"0",
        b"1e9",
    ),
    *(b"99999999999999999999", "²".encode(), "٣".encode(), "\ue000".encode(), "\u202e".encode(), b"%PDF-1.7"),
    *(b"<table><tr><td colspan=9999>", b"<ol start=9999999>", b"<li>", b"<w:tbl>", b"<text:list>", b"</w:p>"),
    *(
        b"endobj",
        b"stream\n",
        b"/Kids [1 0 R]",
        b"/Length -1",
        b"BT ",
        b" Tj",
        b" Tm",
        b" Q",
        b"q ",
        b"/MCID -1 ",
    ),
    *(b"\t", b"\t\t\t", b"***", b"[](", b"- ", b"1. ", b"> ", b"|---|", b"---\n"),
)
"""What readers stumble over: ends of things, numbers out of range, names that mean something."""
_SAYABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd]")
"""What no XML may hold."""
PIECES = st.one_of(st.binary(min_size=1, max_size=8), st.sampled_from(TOKENS))
Change = tuple[float, str, bytes]
CHANGES = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.sampled_from(["over", "in", "out", "copy", "swap", "end"]),
        PIECES,
    ),
    min_size=1,
    max_size=8,
)


def seeds(reader: str) -> dict[str, bytes]:
    """The small real files of a reader, by name."""
    found = (path for folder in FOLDERS for path in sorted(folder.iterdir()))
    return {
        f"{path.parent.name}/{path.name}": path.read_bytes()
        for path in found
        if path.suffix in READERS[reader] and path.stat().st_size <= LARGEST
    }


def mutated(data: bytes, changes: list[Change]) -> bytes:
    """A file with bytes overwritten, put in, taken out, copied from elsewhere, swapped, or its end cut off."""
    made = bytearray(data)
    for at, how, put in changes:
        place = int(at * max(0, len(made) - 1))
        reach = place + len(put) * 7
        match how:
            case "over":
                made[place : place + len(put)] = put
            case "in":
                made[place:place] = put
            case "out":
                del made[place:reach]
            case "copy":
                made[place:place] = bytes(made[len(made) - reach % (len(made) + 1) :][:200])
            case "swap":
                made[place:reach] = bytes(reversed(made[place:reach]))
            case _:
                if at > 0.7:
                    del made[place:]
    return bytes(made)


def mutated_inside(reader: str, data: bytes, changes: list[Change]) -> bytes:
    """A file whose text is mutated and whose container is whole: a zip's parts, a PDF's streams."""
    if reader in ("docx", "odt"):
        return _zip_inside(data, changes)
    return _pdf_inside(data, changes) if reader == "pdf" else mutated(data, changes)


def _zip_inside(data: bytes, changes: list[Change]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(held, "w") as made:
        for name in package.namelist():
            part = package.read(name)
            made.writestr(name, mutated_xml(part, changes) if name.endswith(PARTS) else part)
    return held.getvalue()


def mutated_xml(data: bytes, changes: list[Change]) -> bytes:
    """A part of a word processor's file that is still well-formed: its elements and attributes changed."""
    root = ElementTree.fromstring(data)
    for at, how, put in changes:
        every = list(root.iter())
        one, other = every[int(at * (len(every) - 1))], every[len(put) * 31 % len(every)]
        said = _SAYABLE.sub("", put.decode("utf-8", "replace"))
        match how:
            case "over" if one.attrib:
                one.set(sorted(one.attrib)[len(put) % len(one.attrib)], said)
            case "in":
                one.text = said
            case "out" if len(one):
                one.remove(one[len(put) % len(one)])
            case "copy" if len(list(other.iter())) < 1000:
                one.append(copy.deepcopy(other))
            case "swap":
                one.tag, other.tag = other.tag, one.tag
            case _:
                one.clear()
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _pdf_inside(data: bytes, changes: list[Change]) -> bytes:
    """The first stream that can be unpacked, mutated; its length is then wrong, which readers must bear."""
    start = data.find(b"stream\n")
    while start != -1:
        begin, end = start + 7, data.find(b"endstream", start)
        with contextlib.suppress(zlib.error):
            packed = zlib.compress(mutated(zlib.decompress(data[begin:end].rstrip(b"\r\n")), changes))
            return data[:begin] + packed + b"\n" + data[end:]
        start = data.find(b"stream\n", end)
    return mutated(data, changes)


def read_or_refused(reader: str, data: bytes) -> None:
    """Fail with whatever a reader raises but its refusal, and where its blocks are not what blocks must be."""
    packages.kind_of(data)
    try:
        opened = formats.READERS[READERS[reader][0]].open(data)
    except RefusedError as error:
        if not (error.code and error.hint):
            raise AssertionError(f"a refusal without a code or a way out: {error}") from error
        return
    for block in opened.blocks:
        _whole(block)
    for aside in opened.asides:
        assert isinstance(aside, Aside)
        assert aside.rule


def _whole(block: Block) -> None:
    assert 0 < block.first <= block.last
    assert block.page is None or block.page > 0
    assert 0 <= block.header <= len(block.rows)
    holds = block.text or block.marker or any(run.struck for run in block.runs)
    assert holds or block.kind is BlockKind.FIGURE
    block.text.encode()  # raises where half a character came through
