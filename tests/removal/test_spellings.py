"""Words are found in every spelling, and a name is told from another of the same surname."""

from __future__ import annotations

import pytest

from archive_builder.model import DoubtfulWord, Reading, Recognition, Redaction, Source
from archive_builder.removal import redact
from archive_builder.removal.redact import redact_text
from archive_builder.removal.spellings import fold, letters
from tests.factories import paragraph

NAME = Redaction(name="Zoë Quillfeather", also=("Zoe-Marie",), reason="a resident")
PASSAGE = Redaction(passage="12 Quay Street", reason="an address")
SHORT = Redaction(name="Jane Lee", reason="a resident")
GONE = "[redacted: a resident]"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zoë Quillfeather asked.", f"{GONE} asked."),
        ("ZOE QUILLFEATHER ASKED.", f"{GONE} ASKED."),
        ("Ms Z. Quillfeather’s question", f"{GONE}’s question"),
        ("Cllr. Quillfeather asked.", f"{GONE} asked."),
        ("Quillfeather, Zoe (Chair)", f"{GONE} (Chair)"),
        ("Zoë\u00a0Quill\u00adfeather", GONE),
        ("Zoë Quill-\nfeather", GONE),
        ("Zoe\u0308 Quillfeather", GONE),
        ("zoe.quillfeather@example.org wrote", f"{GONE}@example.org wrote"),
        ("zquillfeather@example.org wrote", f"{GONE} wrote"),
        ("people/zoe-quillfeather/", f"people/{GONE}/"),
        ("2024_Quillfeather_complaint.pdf", f"2024_{GONE}_complaint.pdf"),
        ("Will Quillfeather answer?", f"Will {GONE} answer?"),
        ("zoe–marie came", f"{GONE} came"),
        ("Ann Quillfeather asked.", "Ann Quillfeather asked."),
        ("A. Quillfeather asked.", "A. Quillfeather asked."),
        ("Quillfeathers asked.", "Quillfeathers asked."),
    ],
)
def test_a_name_in_all_its_forms(text: str, shown: str) -> None:
    assert redact_text(text, [NAME]) == shown


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("of 12 Quay Street.", True),
        ("of 12  QUAY\nSTREET", True),
        ("of 12 Quay-Street", True),
        ("12-quay-street", True),
        ("of 112 Quay Street", False),
        ("of 12 Quay Streets", False),
        ("of 12 Quay Lane", False),
    ],
)
def test_a_passage_in_all_its_spellings(text: str, is_found: bool) -> None:
    assert (PASSAGE.shown in redact_text(text, [PASSAGE])) is is_found


@pytest.mark.parametrize("text", ["He fell asleep.", "Ann Lee asked.", "people/ann-lee/", "sleet"])
def test_a_short_name_is_not_found_in_others(text: str) -> None:
    assert redact_text(text, [SHORT]) == text


def test_words_that_overlap_are_marked_once() -> None:
    both = (Redaction(passage="Ms Quillfeather of 12 Quay Street", reason="private"), PASSAGE, NAME)
    assert redact_text("Ms Quillfeather of 12 Quay Street came.", both) == "[redacted: private] came."


@pytest.mark.parametrize(
    "text", ["plain words", "Zoë’s co\u00adop — 12½ ﬁnds", "İstanbul ſtraße 1\u200b2", "e\u0301"]
)
def test_the_letters_of_a_text_are_those_of_its_fold(text: str) -> None:
    assert letters(text) == "".join(sign for sign in fold(text).text if sign.isalnum())


def test_without_redactions_nothing_is_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redact, "letters", lambda _: pytest.fail("searched"))
    source = Source(file="a.txt", sha256="", size=0, media_type="text/plain")
    reading = Reading(source=source, blocks=(paragraph("Zo\u00eb came."),))
    assert redact.redact(reading, ()) == (reading, frozenset())


def test_doubtful_words_that_are_redacted_are_not_named() -> None:
    doubtful = tuple(DoubtfulWord(word, 1, 40) for word in ("Quillfeather", "QUILLFEATHER,", "roof"))
    source = Source(
        file="a.pdf", sha256="", size=0, media_type="", recognition=Recognition((1,), 80, 9, doubtful)
    )
    reading = Reading(source=source, blocks=(paragraph("Zoe Quillfeather saw the roof."),))
    made, _ = redact.redact(reading, (NAME,))
    assert made.source.recognition is not None
    assert [word.text for word in made.source.recognition.doubtful] == ["roof"]
