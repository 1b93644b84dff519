"""Forms become entries of the files that maintainers write by hand, whose comments stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from archive_builder.desk import RefusedChangeError
from tests.desk.conftest import NOTES, TODAY, Proposing

FILE = f"corrections/{NOTES}.yml"
BY_HAND = """# Checked against the recording on 3 May.
document:
  title: Notes of the Board   # as on its cover
  why: "the cover has it"
records:
# she asked for this by e-mail
- record: action-6-1
  set: {due: 2025-04-30}
  why: 'the recording has it'
- {record: question-6-2, drop: true, why: "no question"}
"""


def written(folder: Path, text: str, name: str = FILE) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def test_a_fact_is_corrected(proposed: Proposing) -> None:
    proposal = proposed(
        "action-6-1", "correct", owners="Hamish Dunnett\nAnn Lee", due="2025-05-01", why="said so"
    )
    assert proposal.name == FILE
    assert yaml.safe_load(proposal.after) == {
        "records": [
            {
                "record": "action-6-1",
                "set": {"owners": ["Hamish Dunnett", "Ann Lee"], "due": TODAY.replace(2025, 5, 1)},
                "why": "said so",
            }
        ]
    }


def test_a_fact_that_nobody_changed_is_not_set(proposed: Proposing) -> None:
    with pytest.raises(RefusedChangeError, match="Nothing was changed"):
        proposed("action-6-1", "correct", owners="Yasmin Farrukh", due="2025-04-30", why="said so")


def test_a_record_is_dropped(proposed: Proposing) -> None:
    proposal = proposed("question-6-1", "drop", why="a remark")
    [entry] = yaml.safe_load(proposal.after)["records"]
    assert entry == {"record": "question-6-1", "drop": True, "why": "a remark"}


def test_comments_and_other_entries_stay_as_they_were(proposed: Proposing, tmp_path: Path) -> None:
    written(tmp_path, BY_HAND)
    proposal = proposed("action-6-1", "correct", status="completed", why="it is done")
    kept = [line for line in BY_HAND.splitlines() if "set:" not in line and "why: 'the" not in line]
    assert [line for line in kept if line not in proposal.after.splitlines()] == []
    [corrected, _] = yaml.safe_load(proposal.after)["records"]
    assert corrected["set"] == {"due": TODAY.replace(2025, 4, 30), "status": "completed"}
    changed = [line for line in proposal.difference.splitlines()[2:] if line.startswith(("+", "-"))]
    assert len(changed) == 4


def test_the_comment_of_a_file_that_holds_nothing_else_stays(proposed: Proposing, tmp_path: Path) -> None:
    written(tmp_path, "# Nothing to correct so far.\n")
    assert proposed("question-6-1", "drop", why="x").after.startswith(
        "# Nothing to correct so far.\nrecords:\n"
    )


@pytest.mark.parametrize(
    "reason", ["no", "2025-01-01", "687", "a: b", '"quoted"', "# hash", "[list", "12:30", "é “x”"]
)
def test_any_words_are_kept_as_words(reason: str, proposed: Proposing) -> None:
    [entry] = yaml.safe_load(proposed("question-6-1", "drop", why=reason).after)["records"]
    assert entry["why"] == reason


def test_words_are_redacted(proposed: Proposing) -> None:
    proposal = proposed("question-6-1", "redact", words="of 12\n Quay Street", why="a home address")
    entry = {"passage": "of 12 Quay Street", "reason": "a home address"}
    assert yaml.safe_load(proposal.after) == {"redactions": [entry]}


def test_a_person_is_redacted(proposed: Proposing) -> None:
    proposal = proposed("question-6-1", "redact", words="Ann Lee", person="true", why="she asked")
    assert yaml.safe_load(proposal.after)["redactions"] == [{"name": "Ann Lee", "reason": "she asked"}]


def test_a_document_is_withdrawn(proposed: Proposing, tmp_path: Path) -> None:
    before = "# Decided by the clerk.\n- file: other.txt\n  date: 2026-01-01\n  reason: a mistake\n  by: the clerk\n"
    written(tmp_path, before, "withdrawn.yml")
    proposal = proposed("question-6-1", "withdraw", by="the clerk", why="by mistake")
    assert proposal.after.startswith(before)
    entry = {"file": NOTES, "date": TODAY, "reason": "by mistake", "by": "the clerk"}
    assert yaml.safe_load(proposal.after)[1] == entry


@pytest.mark.parametrize(
    ("act", "form", "fault"),
    [
        ("correct", {"due": "30/4/2025", "why": "x"}, "is no date"),
        ("correct", {"status": "nearly", "why": "x"}, "one of: outstanding, completed"),
        ("correct", {"due": "2025-05-01", "why": " "}, "Give the reason"),
        ("drop", {}, "Give the reason"),
        ("redact", {"why": "x"}, "Give the words"),
        ("withdraw", {"why": "x"}, "Say who"),
        ("delete", {"why": "x"}, "nothing of that name"),
    ],
)
def test_what_cannot_be_done_is_said(act: str, form: dict[str, str], fault: str, proposed: Proposing) -> None:
    with pytest.raises(RefusedChangeError, match=fault):
        proposed("action-6-1", act, **form)


@pytest.mark.parametrize(
    "text", ["records: [", "- a list", "records: words", "a: &x 1\nb: *x\n", "colour: red"]
)
def test_a_file_that_cannot_be_used_is_left_alone(text: str, proposed: Proposing, tmp_path: Path) -> None:
    written(tmp_path, text)
    with pytest.raises(RefusedChangeError, match="by hand first"):
        proposed("question-6-1", "drop", why="x")


def test_what_is_written_is_what_was_shown(proposed: Proposing, tmp_path: Path) -> None:
    proposal = proposed("question-6-1", "drop", why="x")
    proposal.write()
    assert (tmp_path / FILE).read_text("utf-8") == proposal.after
    assert [path.name for path in (tmp_path / "corrections").iterdir()] == [f"{NOTES}.yml"]
