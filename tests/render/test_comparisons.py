"""A question that was asked before says so wherever it is listed, and stands beside the earlier ones."""

from __future__ import annotations

import re
from datetime import date

from archive_builder.model import Archive, Page, addresses
from archive_builder.render import pages
from archive_builder.render.records.repeats import find_repeats
from archive_builder.settings import load

ASKED = "meetings/wpcp/2025-09-08/minutes/#question-237-told-2"
BEFORE = "meetings/wpcp/2025-06-09/minutes/#question-226-told-1"
COMPARED = "questions/wpcp/2025-09-08/asked-before/"


def made(archive: Archive) -> dict[str, Page]:
    return {page.path: page for page in pages(archive, (), load())}


def test_repeats_are_earlier_or_later_and_never_of_the_same_day(sample_archive: Archive) -> None:
    found = find_repeats(sample_archive)
    assert BEFORE in found[ASKED].earlier
    assert ASKED in found[BEFORE].later

    def day(question: str) -> date:
        meeting = addresses.parse_meeting(addresses.page_of(question))
        assert meeting
        return meeting.day

    for question, repeats in found.items():
        assert all(day(earlier) < day(question) for earlier in repeats.earlier)
        assert all(day(later) > day(question) for later in repeats.later)
        assert list(map(day, repeats.earlier)) == sorted(map(day, repeats.earlier))


def test_each_question_stands_beside_the_earlier_ones_with_their_answers(sample_archive: Archive) -> None:
    body = made(sample_archive)[COMPARED].body
    section = body.partition("{: #minutes-question-237-told-2 }")[2].partition("\n## ")[0]
    assert [section.index(day) for day in ("9 June 2025", "8 September 2025")] == sorted(
        section.index(day) for day in ("9 June 2025", "8 September 2025")
    )
    assert section.count("<strong>Answer</strong>") == 2
    assert section.count("#question-226-told-1") == section.count("#question-237-told-2") == 1


def test_lists_lead_to_the_comparison_from_both_questions(sample_archive: Archive) -> None:
    site = made(sample_archive)
    later = site["meetings/wpcp/2025-09-08/"].body
    assert re.search(
        r"\[asked before, on 9 June 2025\]\(\S+asked-before/index\.md#minutes-question-237-told-2\)", later
    )
    earlier = site["meetings/wpcp/2025-06-09/"].body
    assert "[asked again, on 8 September 2025]" in earlier


def test_a_meeting_without_repeats_has_no_such_page(sample_archive: Archive) -> None:
    written = {path for path in made(sample_archive) if path.endswith("asked-before/")}
    found = find_repeats(sample_archive)
    asked = {addresses.page_of(question) for question, repeats in found.items() if repeats.earlier}
    meetings = {"/".join(path.split("/")[:3]) + "/" for path in asked}
    assert written == {addresses.asked_before(meeting) for meeting in meetings}


def test_a_topic_tells_its_story_in_order_of_time(sample_archive: Archive) -> None:
    site = made(sample_archive)
    topics = [site[topic.path].body for topic in sample_archive.topics if topic.path in site]
    assert topics
    for body in topics:
        days = re.findall(
            r"^### \[[^]]+\]\(\.\./\.\./meetings/\w+/(\d{4}-\d\d-\d\d)/index\.md\)", body, re.MULTILINE
        )
        assert days == sorted(days)
        asked = sum(map(int, re.findall(r"\]\(#in-[\w-]+\) \((\d+)\)", body)))
        told = re.search(r"(\d+) questions?\b", body)
        assert asked == (int(told[1]) if told else 0)
