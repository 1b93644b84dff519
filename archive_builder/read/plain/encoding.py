"""Bytes to text: byte order mark, else UTF-8, else Windows-1252 (LIBS: best of the guessers measured)."""

from __future__ import annotations

import codecs
import re

from archive_builder.read.outcome import RefusedError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_ENDS = re.compile(r"\r\n?|[\f\v\x85\u2028\u2029]")
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]")


def decoded(data: bytes) -> str:
    """The text of a file, with one kind of line end and without control characters.

    Refuses, by code: not-text.
    """
    name = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if not name and (data.count(0) > len(data) // 100 + 8 or _binary(data)):
        hint = "export the document again as text or HTML"
        raise RefusedError("not-text", "the file is binary data, not text", hint)
    try:
        text = data.decode(name or "utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", _ESCAPES.sub("", text)))


def _binary(data: bytes) -> bool:
    head = data[:4096]
    strange = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head)
    return strange > len(head) // 50 + 4
