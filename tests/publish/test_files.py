"""The docs folder: only what changed is written, only what is ours is removed or replaced."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import frontmatter
import pytest

from archive_builder.model import Asset, Page
from archive_builder.publish import Places, RefusedError, SharedAddressError, Written, write
from archive_builder.publish.standing_pages import OURS, standing_pages

QUESTIONS = Page(
    path="questions/", title="Questions: all", front={"date": date(2025, 3, 18)}, body="# Questions\n"
)
HOME = Page(path="", title="Home", front={}, body="# Home")
DATA = Asset(path="data/questions.jsonl", content=b"{}\n")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A repository with one hand-written page and one asset."""
    docs = tmp_path / "docs"
    (docs / "assets").mkdir(parents=True)
    (docs / "about.md").write_text("# About\n")
    (docs / "assets" / "archive.css").write_text("body {}\n")
    return Places(root=tmp_path, docs=docs, site=tmp_path / "site")


def elsewhere(places: Places) -> Places:
    return Places(root=places.root, docs=places.root / "elsewhere", site=places.site)


def tree(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_pages_are_written_beside_the_hand_written_ones(places: Places) -> None:
    assert write(places, [HOME, QUESTIONS, DATA]) == Written(changed=6, same=0, removed=0)
    assert tree(places.docs) == [
        ".generated",
        "about.md",
        "assets/archive.css",
        "data/.generated",
        "data/questions.jsonl",
        "index.md",
        "questions/.generated",
        "questions/index.md",
    ]


def test_front_matter_is_yaml_with_the_title_first(places: Places) -> None:
    write(places, [QUESTIONS])
    text = (places.docs / "questions" / "index.md").read_text(encoding="utf-8")
    assert text == "---\ntitle: 'Questions: all'\ndate: 2025-03-18\n---\n\n# Questions\n"
    assert frontmatter.loads(text).metadata == {"title": "Questions: all", "date": date(2025, 3, 18)}


def test_an_unchanged_file_is_left_alone(places: Places) -> None:
    write(places, [QUESTIONS])
    before = (places.docs / "questions" / "index.md").stat().st_mtime_ns
    assert write(places, [QUESTIONS]) == Written(changed=0, same=3, removed=0)
    assert (places.docs / "questions" / "index.md").stat().st_mtime_ns == before


def test_what_is_stale_goes_and_what_is_written_by_hand_stays(places: Places) -> None:
    write(places, [HOME, QUESTIONS, DATA])
    write(places, [QUESTIONS])
    assert tree(places.docs) == [
        ".generated",
        "about.md",
        "assets/archive.css",
        "questions/.generated",
        "questions/index.md",
    ]
    assert not (places.docs / "data").exists()


def test_a_hand_written_page_wins_over_a_generated_one(places: Places) -> None:
    (places.docs / "index.md").write_text("# Our own home\n")
    write(places, [HOME])
    write(places, [HOME])
    assert (places.docs / "index.md").read_text() == "# Our own home\n"


def test_a_folder_written_by_hand_is_refused_before_anything_is_written(places: Places) -> None:
    (places.docs / "questions").mkdir()
    (places.docs / "questions" / "mine.md").write_text("mine")
    with pytest.raises(RefusedError, match="questions holds files written by hand"):
        write(places, [HOME, QUESTIONS])
    assert not (places.docs / "index.md").exists()


def test_a_folder_that_is_a_link_is_refused(places: Places, tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (places.docs / "questions").symlink_to(tmp_path / "precious")
    with pytest.raises(RefusedError, match="is a link"):
        write(places, [QUESTIONS])


def test_another_docs_folder_gets_the_hand_written_pages_too(places: Places) -> None:
    write(places, [HOME])  # a build beside them first: its pages are not hand-written
    write(elsewhere(places), [QUESTIONS])
    assert tree(places.root / "elsewhere") == [
        ".generated",
        "about.md",
        "assets/.generated",
        "assets/archive.css",
        "questions/.generated",
        "questions/index.md",
    ]


def test_a_hand_written_page_that_went_away_goes_there_too(places: Places) -> None:
    write(elsewhere(places), [])
    (places.docs / "about.md").unlink()
    write(elsewhere(places), [])
    assert "about.md" not in tree(places.root / "elsewhere")


@pytest.mark.parametrize("path", ["/etc/passwd", "../outside.txt", "data/../../outside.txt"])
def test_nothing_is_written_outside_the_docs_folder(path: str, places: Places) -> None:
    with pytest.raises(ValueError, match="not an address"):
        write(places, [Asset(path=path, content=b"")])


def test_nothing_changes_unless_everything_can_be_made(places: Places) -> None:
    write(places, [HOME, DATA])
    before = {path: (places.docs / path).read_bytes() for path in tree(places.docs)}

    def broken() -> Iterator[Page | Asset]:
        yield Page(path="", title="Another home", front={}, body="# Another")
        yield QUESTIONS
        raise ValueError("this page cannot be made")

    with pytest.raises(ValueError, match="cannot be made"):
        write(places, broken())
    assert {path: (places.docs / path).read_bytes() for path in tree(places.docs)} == before


def test_two_pages_at_one_address_are_an_error_that_names_both(places: Places) -> None:
    other = Page(path=QUESTIONS.path, title="Questions: another", front={}, body="# Another\n")
    write(places, [HOME])
    before = tree(places.docs)
    with pytest.raises(SharedAddressError, match="'Questions: all' and 'Questions: another'"):
        write(places, [HOME, QUESTIONS, other])
    assert tree(places.docs) == before


def test_a_file_that_comes_twice_with_the_same_bytes_is_written_once(places: Places) -> None:
    others = [Asset(path=f"data/{number}", content=b"%d" % number) for number in range(5)]
    write(places, [DATA, *others[:3], DATA, *others[3:]])
    assert (places.docs / DATA.path).read_bytes() == DATA.content
    for other in others:
        assert (places.docs / other.path).read_bytes() == other.content


def test_a_standing_page_is_written_until_somebody_takes_it_over(places: Places) -> None:
    page = places.docs / "help.md"
    write(places, standing_pages())
    assert OURS in page.read_text("utf-8")
    own = page.read_text("utf-8").replace(OURS, "Our office is open on Tuesdays.")
    page.write_text(own, encoding="utf-8")
    for _ in range(2):
        write(places, standing_pages())
        assert page.read_text("utf-8") == own
    write(elsewhere(places), standing_pages())
    assert (places.root / "elsewhere" / "help.md").read_text("utf-8") == own


def test_a_changed_standing_page_that_still_says_whose_it_is_is_written_anew(places: Places) -> None:
    write(places, standing_pages())
    (places.docs / "help.md").write_text(f"# Mine\n\n{OURS}\n", encoding="utf-8")
    write(places, standing_pages())
    assert "# Mine" not in (places.docs / "help.md").read_text("utf-8")


@pytest.mark.parametrize("turned", [False, True])
def test_a_file_and_a_page_at_its_address_take_each_others_place(places: Places, turned: bool) -> None:
    leading = Asset(path=f"{DATA.path}/index.html", content=b"<p>It is now at another address.</p>")
    before, after = (leading, DATA) if turned else (DATA, leading)
    write(places, [HOME, before])
    written = write(places, [HOME, after])
    assert (written.changed, written.removed) == (1, 1)
    assert (places.docs / after.path).read_bytes() == after.content
    assert before.path not in tree(places.docs)
