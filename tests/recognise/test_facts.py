"""What a document says of itself: kind, body, day, time and place, in heads of many shapes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive_builder import settings
from archive_builder.model import Classification, Document
from archive_builder.problem import Problem
from archive_builder.run.one_file import document
from archive_builder.sources import find

SETTINGS = settings.load()

ROSTER = "\n\nPresent: Ann Lee (Chair), Bo Ray\n\n1. Roof\n\nIt was agreed that the roof be mended.\n"


def read(folder: Path, text: str, name: str = "paper.md") -> tuple[Document, list[Problem]]:
    (folder / name).write_text(text, "utf-8")
    [source] = find([folder], lambda _: None, None)
    problems: list[Problem] = []
    found = document(source, SETTINGS, problems.append)
    return found[0], problems


BODIES = [
    ("Minutes of the Oxmere Parish Council held on 6 May 2025", "Oxmere Parish Council"),
    (
        "OXMERE PARISH COUNCIL\n\nMinutes of the ordinary meeting of the Parish Council, 6 May 2025",
        "Oxmere Parish Council",
    ),
    (
        "Minutes of Oxmere Annual Parish Council Meeting held in The Hut on 6 May 2025",
        "Oxmere Parish Council",
    ),
    ("Oxmere Parish Council Agenda & Minutes May Meeting\n\n6 May 2025", "Oxmere Parish Council"),
    (
        "Oxmere School\n\nMinutes of the Full Governing Body Meeting of Oxmere School, 6 May 2025",
        "Oxmere School Governing Body",
    ),
    (
        "STANDING COMMITTEE OF OXMERE\n\nON POLICY AND PRIORITIES\n\nMinutes, 6 May 2025",
        "Standing Committee of Oxmere on Policy and Priorities",
    ),
    ("Oxmere Library Board Action Tracker\n\n6 May 2025", "Oxmere Library Board"),
    ("MINUTES OF THE OXMERE PARISH COUNCIL PLANNING MEETING\n\n6 May 2025", "Oxmere Parish Council"),
    (
        "Minutes of the April Meeting of the Oxmere Mill Liaison Group\n\n6 April 2025",
        "Oxmere Mill Liaison Group",
    ),
    ("GSA Meeting Minutes: 2025-05-06", "GSA"),
    ("Charts – « Scales » Sub-Group VTC meeting\n\n6 May 2025 – 14:00 – 17:00", "Scales Sub-Group"),
    ("# District 10 Business Meeting\n\nDate: 6 May 2025", "District 10"),
    ("MINUTES OF OXMERE-HALE COUNCIL\n\n6 May 2025", "Oxmere-Hale Council"),
    ("ST. ANNE 708 HEALTH BOARD\n\nMINUTES\n\n6 May 2025", "St. Anne 708 Health Board"),
    ("Minutes of the Oxmere Residents Association AGM\n\n6 May 2025", "Oxmere Residents Association"),
    (
        "Minutes of the May meeting of Oxmere PC\n\nOxmere Parish Council met on 6 May 2025.",
        "Oxmere Parish Council",
    ),
    (
        "| Project: | Oxmere Glossary Group | Meeting Date/Time: | 6 May 2025 09:30 |\n|---|---|---|---|\n"
        "| Chairperson: | Ann Lee | Meeting Location: | Online |\n\nMinutes",
        "Oxmere Glossary Group",
    ),
    (
        "SPECIAL BOARD MEETING MINUTES\n\n"
        "The Board of Education of School District No. 7 (Oxmere) met on 6 May 2025.",
        "Board of Education of School District No. 7",
    ),
    ("Minutes\n\nThe 48th Wardens and Tutors meeting will be held on 6 May 2025.", "Wardens and Tutors"),
    (
        "Report to Council\n\nOxmere Ward Forum\n\n6 May 2025\n\n"
        "A meeting of the Oxmere Ward Forum was held on 6 May 2025.",
        "Oxmere Ward Forum",
    ),
    (
        "| Committee | Buildings Committee | Date | 6 May 2025 |\n|---|---|---|---|\n"
        "| Venue | The Hut | Time | 7pm |\n\n"
        "Minutes",
        "Buildings Committee",
    ),
]


BODIES += [
    ("# I. Oxmere Safety Committee\n\nMinutes, 6 May 2025", "I. Oxmere Safety Committee"),
    (
        "# Oxmere Fire District\n\n# ACTION SUMMARY MINUTES – REGULAR MEETING\n\n# BOARD OF DIRECTORS\n\n6 May 2025",
        "Oxmere Fire District",
    ),
    (
        "Library Committee Meeting\n\n6 May 2025\n\nThe Library is old. We love the Library. See the Library.",
        "Library Committee",
    ),
    ("MINUTES OF AN EXTRAORDINARY OXMERE PARISH COUNCIL MEETING\n\n6 May 2025", "Oxmere Parish Council"),
    ("Minutes of the Oxmere Annual Parish Meeting\n\n6 May 2025", "Oxmere Parish Meeting"),
    ("# Kite Trials WG Meeting 2025.05.06", "Kite Trials WG"),
    ("# 2025 Oxmere Roads Group Meeting\n\n6 May 2025", "Oxmere Roads Group"),
    (
        "The 3rd (Special) Meeting of the Oxmere Senate 2024-25 convened online on 6 May 2025.",
        "Oxmere Senate",
    ),
    (
        "---\ntitle: 3rd Meeting\ndescription: Minutes of the 3rd Meeting of the Oxmere Senate 2024-25.\n---\n\n"
        "6 May 2025",
        "Oxmere Senate",
    ),
    ("---\ntitle: May meeting\ncommittee: Oxmere Kite Committee\n---\n\n6 May 2025", "Oxmere Kite Committee"),
    (
        "| MINUTES OF THE OXMERE PARISH COUNCIL MEETING, 6 May 2025 | |\n|---|---|\n"
        "| Present: | Apologies: |\n| Cy Fox | Dee Moss |",
        "Oxmere Parish Council",
    ),
    ("| Oxmere | Roads | Group | Minutes |\n|---|---|---|---|\n\n6 May 2025", "Oxmere Roads Group"),
    ("Oxmere_Kite_Board_05-16-2025_Minutes", "Oxmere Kite Board"),
    ("---\nbody: Directors\ntitle: Minutes of Directors' meeting\n---\n\n6 May 2025", "Directors"),
    ("# Oxmere Kite Board Meeting, Q1 2025: Agenda\n\n6 May 2025", "Oxmere Kite Board"),
    ("# Oxmere Kite Board meeting #12\n\n6 May 2025", "Oxmere Kite Board"),
    ("Oxmere Kite Board – Minutes no. 3/2025\n\n6 May 2025", "Oxmere Kite Board"),
    (
        "MINUTES OF AN EXTRAORDINARY MEETING OF THE\n\nPARISH COUNCIL\n\n"
        "HELD IN THE VILLAGE HALL\n\nON 6 MAY 2025",
        "Parish Council",
    ),
    (
        "# Oxmere Road Coalition\n\nMinutes, 6 May 2025\n\n"
        "Ann Lee, R-9 ACT, made a motion for starting in May, Board meetings will be at ten.",
        "Oxmere Road Coalition",
    ),
    ("Oxmere PC meeting\n\nMinutes of Oxmere Parish Council, 6 May 2025", "Oxmere Parish Council"),
    (
        "The company for all of Oxmere that is enabling library services and is helped by Oxmere County Council"
        "\n\nOxmere Libraries IPS\n\nBOARD MEETING\n\n6 May 2025",
        "Oxmere Libraries IPS Board",
    ),
    # What says only of which sort it is, where nothing names it
    ("Board Meeting\n\n6 May 2025", "Board"),
    ("# 2025-May Public Board Meeting", "Board"),
    ("---\ntitle: Board of Directors Meeting\n---\n\n6 May 2025", "Board of Directors"),
    # Initials that the text is full of
    (
        "# Public Board Meeting\n\n6 May 2025\n\nThe OPX board is new. OPX has funds. OPX owes none. The rules of OPX "
        "stand. OPX is well.\n\nOPX rents a hut for those who come.",
        "OPX Board",
    ),
]


@pytest.mark.parametrize(("head", "body"), BODIES)
def test_the_body_is_the_one_that_most_speaks_for(tmp_path: Path, head: str, body: str) -> None:
    found, _ = read(tmp_path, head + ROSTER)
    assert found.organization == body


NAMED_IN_FILES = [
    ("opx-accounts-2025.md", "OPX's funds are low. Much was paid by OPX.", "OPX"),
    (
        "oxmere-works-annual-2025.md",
        "The Oxmere Works is open. We met at Oxmere Works. All of Oxmere Works sang.",
        "Oxmere Works",
    ),
    ("roof-repairs-2025.md", "Roof Repairs\n\nThe roof was old. Roof Repairs cost much.", ""),
    ("notes-2025.md", "AL spoke. AL said that AL agreed. AL noted it. AL asked.", ""),
]


@pytest.mark.parametrize(("name", "text", "body"), NAMED_IN_FILES)
def test_the_name_of_a_file_names_the_body_that_the_text_speaks_of(
    tmp_path: Path, name: str, text: str, body: str
) -> None:
    found, _ = read(tmp_path, f"# Annual report 2025\n\n{text}\n", name)
    assert found.organization == body


NO_BODIES = [
    "Minutes\n\n6 May 2025\n\nXXXX board spoke. XXXX sang. XXXX went. XXXX came. XXXX left. XXXX stood. XXXX.",
    "Minutes\n\n6 May 2025\n\nROOF group, a roof. ROOF. ROOF. ROOF. ROOF. ROOF. ROOF.",
    "Minutes\n\n6 May 2025\n\nChair, Oxmere Board",
    "Minutes of the Association\n\nThe meeting of the Association was held on 6 May 2025.",
    "Minutes for FY 2025\n\n6 May 2025",
    "Minutes\n\n6 May 2025",
    "Minutes of the meeting\n\n6 May 2025\n\nChaired by: Ann Lee",
    "Notes\n\nTo: The clerk\n\n6 May 2025",
]


@pytest.mark.parametrize("head", NO_BODIES)
def test_where_nothing_names_a_body_none_is_invented(tmp_path: Path, head: str) -> None:
    found, problems = read(tmp_path, head + ROSTER)
    assert found.organization == ""
    assert "no-body" in {problem.code for problem in problems}


DAYS = [
    (
        "# Oxmere Fire District\n\n# BOARD OF DIRECTORS\n\n6 May 2025\n\n# CALL TO ORDER\n\n"
        "Approve the minutes for the board meeting held on 2 April 2025.",
        date(2025, 5, 6),
    ),
    (
        "3 March 2025\n\nTo: The Warden and Tutors\n\nThe Tutors meeting will be held on 15 March 2025.",
        date(2025, 3, 15),
    ),
    (
        "Oxmere Council\n\nMinutes of the meeting of 6 May 2025\n\n"
        "The minutes of 4 March 2025 were approved.",
        date(2025, 5, 6),
    ),
    (
        "Oxmere Council\n\nMinutes\n\n"
        "The meeting was called to order on 6 May 2025. The next meeting is on 3 June 2025.",
        date(2025, 5, 6),
    ),
    ("Oxmere Council minutes\n\nPublished 9 May 2025\n\nHeld on 6 May 2025 in The Hut", date(2025, 5, 6)),
    (
        "---\ntitle: Oxmere Council\ndate: 2025-06-01\n---\n\nMinutes of the meeting held on 6 May 2025",
        date(2025, 5, 6),
    ),
]


@pytest.mark.parametrize(("head", "day"), DAYS)
def test_the_day_is_that_of_the_meeting(tmp_path: Path, head: str, day: date) -> None:
    assert read(tmp_path, head + ROSTER)[0].date == day


def test_a_file_name_alone_states_the_day_of_a_meeting_and_is_doubted(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "Oxmere Council\n\nMinutes" + ROSTER, "2025-05-06 minutes.md")
    assert found.date == date(2025, 5, 6)
    assert "doubtful-date" in [problem.code for problem in problems]


def test_a_folder_states_the_day_of_a_meeting(tmp_path: Path) -> None:
    (tmp_path / "2025-05-06").mkdir()
    found, _ = read(tmp_path, "Oxmere Council\n\nMinutes" + ROSTER, "2025-05-06/minutes.md")
    assert found.date == date(2025, 5, 6)


def test_a_file_name_alone_states_no_day_of_a_paper(tmp_path: Path) -> None:
    text = "Report of the Clerk\n\nRoof repairs\n\nThe roof leaks.\n"
    assert read(tmp_path, text, "2025-05-06 roof.md")[0].date is None


def test_a_folder_named_like_a_body_names_it(tmp_path: Path) -> None:
    (tmp_path / "finance-committee").mkdir()
    found, _ = read(tmp_path, "Minutes\n\n6 May 2025" + ROSTER, "finance-committee/minutes.md")
    assert found.organization == "Finance Committee"


LETTERHEAD = "\n\n".join(
    ["Mill Lane", "Oxmere OX1 2AB", "Board of Directors"]
    + [
        f"{name} Hale, Ward {place}"
        for place, name in enumerate(["Ann", "Bo", "Cy", "Dee", "Eve", "Fay"] * 2, 1)
    ]
)


def test_a_head_below_a_long_letterhead_is_found(tmp_path: Path) -> None:
    head = f"{LETTERHEAD}\n\nMINUTES\n\nOxmere Roads Committee\n\nTuesday, 6 May 2025\n\n5:30 PM"
    found, _ = read(tmp_path, head + ROSTER)
    assert (found.organization, found.date) == ("Oxmere Roads Committee", date(2025, 5, 6))


def test_a_head_that_runs_over_lines_is_read_as_one_sentence(tmp_path: Path) -> None:
    words = "MINUTES|OF PROCEEDINGS|AT MEETING|OF THE OXMERE JOINT|POLICING COMMITTEE HELD IN ST. ANNE|HALL,|OXMERE,|ON"
    head = "\n\n".join([*words.split("|"), "TUESDAY, 6TH MAY, 2025, AT 12.00 NOON."])
    found, _ = read(tmp_path, head + ROSTER)
    assert found.date == date(2025, 5, 6)
    assert found.organization == "Oxmere Joint Policing Committee"


def test_a_place_has_no_day_behind_it(tmp_path: Path) -> None:
    head = "MINUTES OF OXMERE PARISH COUNCIL MEETING HELD AT THE VILLAGE HALL TUESDAY 6TH MAY 2025"
    assert read(tmp_path, head + ROSTER)[0].venue == "VILLAGE HALL"


def test_what_only_tells_something_is_no_minutes(tmp_path: Path) -> None:
    text = "A letter\n\n" + "The clerk said so. Ann Lee replied that she agreed. Bo Ray asked why.\n\n" * 3
    assert read(tmp_path, text)[0].classification is Classification.UNKNOWN


def test_minutes_below_an_agenda_are_minutes(tmp_path: Path) -> None:
    text = "# Oxmere Club 6 May 2025\n\n## Agenda\n\n1. Roof\n2. Doors\n\n## Minutes\n\nPresent: Ann Lee, Bo Ray\n"
    assert read(tmp_path, text)[0].classification is Classification.MINUTES


KINDS = [
    (
        "Oxmere Council\n\nA motion as approved\n\nWHEREAS beaches are busy;\n\n"
        "THEREFORE BE IT RESOLVED that guards be hired.",
        "decision-record",
    ),
    (
        "To: All tutors\n\nThe Tutors meeting will be held on 15 March 2025.\n\n"
        "1. Minutes\n\n2. Doors\n\n3. Close",
        "agenda",
    ),
    (
        "Oxmere Council\n\n6 May 2025\n\nMr Lee reported a leak.\n\nMs Ray asked for a plan of the works.\n\n"
        "It was agreed that a plumber be called.\n\nThe meeting closed at 9 pm.",
        "minutes",
    ),
    (
        "Annual Chairpersons Report 2024/25 for Friends of Oxmere Library\n\nA full year lies behind us.",
        "annual-report",
    ),
    (
        "LB(4)1\n\nStatus update on what the Board asked for on 19.11.10\n\n| Action | Due | Status |\n"
        "|---|---|---|\n| Ann Lee to mend the gate | 11.01.11 | Completed |\n| Bo Ray to count the nets | "
        "monthly | On course |",
        "action-tracker",
    ),
]

KINDS += [
    # Papers that came late, whatever they call themselves
    (
        "Oxmere Council\n\nCabinet\n\n6 May 2025\n\nThe following report was unavailable when the agenda was "
        "published.\n\n7. Budget (Pages 3 - 20)",
        "agenda",
    ),
    ("# Supplementary Papers\n\nCabinet\n\n6 May 2025\n\n7. Budget (Pages 3 - 20)", "agenda"),
    # A record is minutes
    ("---\ntitle: 2025-05-06 OKC Meeting Record\n---\n\n# Announcements\n\nAll is well.", "minutes"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_kind_is_told_by_title_and_contents(tmp_path: Path, text: str, kind: str) -> None:
    assert read(tmp_path, text)[0].classification is Classification(kind)


PLACES = [
    ("Minutes of the meeting of 6 May 2025\n\nActions of the meeting on 19.11.10", "", ""),
    ("Minutes of the meeting held in The Hut at 7.30pm on Tuesday 6 May 2025", "Hut", "19:30"),
    ("Minutes\n\n6 May 2025 at 10.00 am in the Reading Room", "Reading Room", "10:00"),
    (
        "Minutes of the meeting held at Áras Seán, Co. Oxmere on 6 May 2025 at 9.30 a.m.",
        "Áras Seán, Co. Oxmere",
        "09:30",
    ),
    (
        "Minutes\n\n6 May 2025\n\nThe meeting was called to order at 6:00 pm by the Chair, Ann Church.",
        "",
        "18:00",
    ),
    ("## Venue: Room 4\n\n## Date: 6 May 2025\n\n## Start: 12.22pm", "Room 4", "12:22"),
    (
        "Minutes, 6 May 2025\n\n- **Date and time:** 6 May 2025 at 6:00 PM\n- **Location:** Zoom.\n"
        "- **Called to order:** 6:06 PM.",
        "Zoom",
        "18:00",
    ),
    (
        "Minutes, 6 May 2025\n\n- Attendees: Ann Lee, Bo Ray\n- Meeting started at: 20:15\n- Closed at: 21:10",
        "",
        "20:15",
    ),
    ("Minutes, 6 May 2025\n\nThe meeting was opened by the President, Ann Lee, at 19:35 hours.", "", "19:35"),
    ("Minutes, 6 May 2025\n\nThe Chair called the meeting to order at 19h40.", "", "19:40"),
    ("Minutes, 6 May 2025\n\nMeeting held in Club House commencing 8.30 pm", "Club House", "20:30"),
    ("Minutes\n\n6 May 2025, 1000-1200", "", "10:00"),
    ("Minutes\n\nDate 6 May 2025\n\nPlace Reading Room\n\nTime 12.00pm - 2.00pm", "Reading Room", "12:00"),
    ("Minutes, 6 May 2025\n\nPlace names are old", "", ""),
    (
        "Minutes\n\nTuesday, May 6, 2025\n\n5:30 PM, ROOMS A&B\n\n**1. Start**\n\n"
        "The Chair called the meeting to order at 5:32 PM.",
        "ROOMS A&B",
        "17:30",
    ),
    (
        "Minutes, 6 May 2025\n\n**1. CALL TO ORDER:** 6:36 pm\n\n**2. ROADS:** At 7:15 pm Ann Lee left.",
        "",
        "18:36",
    ),
    ("Minutes, 6 May 2025\n\n- Roads, 2000-2030\n- Location: 5 Mill Lane", "", ""),
]


FRONT = [
    '---\ntitle: Minutes\nlocation: "Zoom (Virtual)"\ntime: 7.30pm\ndate: 2025-05-06\n---\n\nIt was agreed.',
    '+++\ntitle = "Minutes"\nlocation = "Zoom (Virtual)"\ntime = "19:30"\ndate = 2025-05-06\n+++\n\nIt was agreed.',
    '---\ntype: minutes\nvenue: "Zoom (Virtual)"\nstart: 19:30\ndate: 2025-05-06\n---\n\n<p>It was agreed.</p>',
]


@pytest.mark.parametrize("text", FRONT)
@pytest.mark.parametrize("ending", ["md", "html"])
def test_the_front_matter_of_a_page_says_what_it_is(tmp_path: Path, text: str, ending: str) -> None:
    found, _ = read(tmp_path, text, f"paper.{ending}")
    assert found.classification is Classification.MINUTES
    assert found.date == date(2025, 5, 6)
    assert (found.venue, found.time and found.time.isoformat("minutes")) == ("Zoom (Virtual)", "19:30")
    assert [block.text for block in found.blocks] == ["It was agreed."]


@pytest.mark.parametrize(("head", "venue", "clock"), PLACES)
def test_time_and_place(tmp_path: Path, head: str, venue: str, clock: str) -> None:
    found, _ = read(tmp_path, f"Oxmere Council\n\n{head}{ROSTER}")
    assert (found.venue, found.time.isoformat("minutes") if found.time else "") == (venue, clock)


def test_other_meetings_without_a_year_are_near_the_documents_own_day(tmp_path: Path) -> None:
    text = (
        "Oxmere Council\n\nMinutes of the meeting held on 6 November 2025\n\n"
        "The minutes of the meeting held on 3rd October were agreed.\n\n"
        "Next meeting: Tuesday 13 January at 7pm"
    )
    found, _ = read(tmp_path, text)
    assert (found.previous_meeting, found.next_meeting) == (date(2025, 10, 3), date(2026, 1, 13))


def test_a_close_call_is_told_with_lines_that_settle_it(tmp_path: Path) -> None:
    text = "Oxmere Parish Council\n\nFenny Town Council\n\nMinutes, 6 May 2025" + ROSTER
    found, problems = read(tmp_path, text)
    [problem] = [problem for problem in problems if problem.code == "close-call"]
    corrections = tmp_path / "corrections"
    corrections.mkdir()
    (corrections / "paper.md.yml").write_text(
        f"document:\n  body: {found.organization}\n  why: settled\n", "utf-8"
    )
    settled, problems = read(tmp_path, text)
    assert f"`  body: {settled.organization}`" in problem.hint
    assert "close-call" not in {problem.code for problem in problems}


def test_a_close_call_of_kinds_names_them_as_a_correction_does(tmp_path: Path) -> None:
    text = "Oxmere Parish Council\n\nAgenda\n\nMinutes\n\n6 May 2025" + ROSTER
    _, problems = read(tmp_path, text)
    [problem] = [problem for problem in problems if problem.code == "close-call"]
    assert problem.message == "not sure of the kind: 'minutes', but 'agenda' is nearly as likely"


def test_a_folder_can_be_told_to_be_of_a_body(tmp_path: Path) -> None:
    (tmp_path / "parish").mkdir()
    (tmp_path / "parish" / "paper.md").write_text("Minutes\n\n6 May 2025" + ROSTER, "utf-8")
    known = settings.KnownBody(name="Oxmere Parish Council", folders=("parish/",))
    [source] = find([tmp_path], lambda _: None, None)
    [found] = document(source, SETTINGS.model_copy(update={"bodies": (known,)}), lambda _: None)
    assert found.organization == "Oxmere Parish Council"


def test_lines_above_a_form_are_no_document_of_their_own(tmp_path: Path) -> None:
    text = (
        "**Oxmere Roads Board**\n\n**Date:** 6 May 2025\n\n**Meeting Minutes**\n\nDate: 6 May 2025\n\n"
        "Venue: The Hut\n\nTime: 14:00\n\n## Agenda\n\n1. Roof\n"
    )
    (tmp_path / "paper.md").write_text(text + ROSTER, "utf-8")
    [source] = find([tmp_path], lambda _: None, None)
    [found] = document(source, SETTINGS, lambda _: None)
    assert found.classification is Classification.MINUTES


@pytest.mark.parametrize(
    ("printed", "hour"),
    [("7.30", 19), ("7.30pm", 19), ("7:30 a.m.", 7), ("07:30", 7), ("9.30", 9), ("19:30", 19), ("2:15", 14)],
)
def test_a_time_without_its_half_of_the_day_is_of_the_afternoon(
    tmp_path: Path, printed: str, hour: int
) -> None:
    found, _ = read(tmp_path, f"Oxmere Parish Council\n\nAgenda\n\nTuesday 6 May 2025 at {printed}" + ROSTER)
    assert found.time is not None
    assert found.time.hour == hour


LISTS = """---
title: Minutes of Directors' meeting
body: Directors
date: 2025-05-06
directors:
- Ann Lee
- Bo Ray
absent: [Carol Doe]
presiding: Ann Lee
agenda:
- item: Kites
- item: Money
---

## Kites

The Directors agreed to fly them.
"""


def test_people_and_agenda_of_front_matter_are_words_of_the_document(tmp_path: Path) -> None:
    found, _ = read(tmp_path, LISTS)
    assert (found.title, found.organization) == ("Minutes of Directors' meeting", "Directors")
    assert [(row.name, row.role, row.status.value) for row in found.attendance] == [
        ("Ann Lee", "Chair", "present"),
        ("Bo Ray", "", "present"),
        ("Carol Doe", "", "apologies"),
    ]
    assert [item.text for item in found.items] == ["Kites"]
    assert "Money" in [block.text for block in found.blocks]
    assert next(block.first for block in found.blocks if block.text == "Money") == 12


TEXTS = """---
title: Spring Kite Group Meeting
start: 2025-05-06T18:00:19.304Z
location: Reading Room
groups:
  - Kite
agenda: >-
  This is what will be discussed:


  * Actions from the last meeting

  * Strings

  * Tails
minutes: >-
  ### Attendance


  *Ann Lee, Bo Ray*


  ### Key points


  * The strings are all torn, and it was agreed to buy new ones. Nobody knows how they came to be torn in one week
    of wind that was no stronger than any other week of wind in the spring, as Ann Lee said more than once.

  * Bo Ray will ring the weaver.
---
"""


def test_minutes_in_the_front_matter_are_the_text_of_the_document(tmp_path: Path) -> None:
    found, _ = read(tmp_path, TEXTS)
    assert (found.title, found.organization) == ("Spring Kite Group Meeting", "Spring Kite Group")
    assert (found.date, found.venue) == (date(2025, 5, 6), "Reading Room")
    assert [row.name for row in found.attendance] == ["Ann Lee", "Bo Ray"]
    assert [item.text for item in found.items] == ["Actions from the last meeting", "Strings", "Tails"]
    assert [action.text for action in found.actions] == ["Bo Ray will ring the weaver."]
    assert next(block.first for block in found.blocks if block.text == "Tails") == 15
    assert found.fidelity.lost == ()


def test_a_long_value_of_front_matter_under_another_key_is_text_as_it_stands(tmp_path: Path) -> None:
    text = f"---\ntitle: Minutes\nremarks: {'The kites are torn. ' * 20}\n---\n\nIt was agreed.\n"
    found, _ = read(tmp_path, text)
    assert "remarks:" in " ".join(block.text for block in found.blocks)


def test_lists_of_front_matter_are_read_in_toml_and_with_tabs(tmp_path: Path) -> None:
    toml = '+++\ntitle = "Minutes"\npresent = ["Ann Lee (AL)", "Bo Ray (BR)"]\n+++\n\nIt was agreed.\n'
    tabs = "---\ntitle: Minutes\nroll-call: [Ann Lee (AL),\n\tBo Ray (BR)]\n---\n\nIt was agreed.\n"
    for text in (toml, tabs):
        assert [row.name for row in read(tmp_path, text)[0].attendance] == ["Ann Lee", "Bo Ray"]
