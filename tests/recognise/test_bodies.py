"""The name of the body: how it is told from what a paper is called, and from bodies that are only spoken of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.recognise.test_facts import read

BODIES = [
    # The paper's name without "of" before the body's, and a part of a paper
    ("# Minutes Oxmere Kite Council Planning meeting May 6, 2025", "Oxmere Kite Council"),
    ("Notes Oxmere Parish Council\n\n6 May 2025", "Oxmere Parish Council"),
    ("EXCERPTS FROM THE OXMERE ROADS COMMITTEE MEETING MINUTES\n\nMAY 6, 2025", "Oxmere Roads Committee"),
    ("Extract of the minutes of the Oxmere Roads Committee\n\n6 May 2025", "Oxmere Roads Committee"),
    ("# Oxmere Kite Board Meeting, Q4, 2025: Agenda\n\n6 May 2025", "Oxmere Kite Board"),
    ("---\ntitle: Forthcoming Oxmere Panel meetings\n---\n\n6 May 2025", "Oxmere Panel"),
    # The paper's name behind the body's, and a calendar of meetings
    (
        "# Oxmere Kite Foundation, Minutes of a Regular Meeting of the Board of Directors\n\n6 May 2025",
        "Oxmere Kite Foundation",
    ),
    (
        "OXMERE-CUM-FENNY PARISH COUNCIL\n\nCALENDAR OF PARISH COUNCIL MEETINGS – 2025-2026\n\n6 May 2025",
        "Oxmere-cum-Fenny Parish Council",
    ),
    # Of whom somebody is the treasurer
    ("# OPX Treasurer’s report\n\nMay 2025\n\nThere is £40.", "OPX"),
    # The title says which sort of body met: what the text speaks of is another
    (
        "MINUTES OF THE MEETING OF THE PARISH COUNCIL\n\nHELD IN THE HUT\n\nON 6 MAY 2025\n\n"
        "Present: Ann Lee, Bo Ray\n\nA meeting of the River Park Joint Committee was held in the mill.",
        "Parish Council",
    ),
    (
        "Fenny Community College District\n\nBoard Meeting Minutes\n\n6 May 2025",
        "Fenny Community College District Board",
    ),
    # A day, a year or a number before the name
    ("# Minutes from the 2025-05-06 Oxmere Kite Committee Meeting\n\nAll is well.", "Oxmere Kite Committee"),
    ("# Agenda for the 2025 06 05 17:00 OKC Panel Meeting\n\n6 May 2025", "OKC Panel"),
    ("# 2025-05-06 Exceptional Oxmere Board Meeting Notes\n\nAll is well.", "Oxmere Board"),
    ("# Oxmere Kite WG meeting 2025 May 6\n\nAll is well.", "Oxmere Kite WG"),
    ("# 2025 OXKF Annual General Meeting\n\n6 May 2025\n\nThe OXKF is well.", "OXKF"),
    ("Minutes of the 2025 annual Oxmere Parish Council meeting.\n\n6 May 2025", "Oxmere Parish Council"),
    ("Minutes Oxmere committee meeting Tue May 6 2025\n\nPresent: Ann Lee", "Oxmere committee"),
    ("Agenda for the One Hundred and Third Meeting of the Kite Council\n\n6 May 2025", "Kite Council"),
    # The name alone above "Minutes", and with an address
    ("Kite Oversight\n\nAction Minutes\n\nMay 6, 2025\n\nMembers present: Ann Lee, Bo Ray", "Kite Oversight"),
    (
        "# Oxmere Kite Federation Box 155\n\n# Fenny, BC\n\n# Minutes of 2025\n\n6 May 2025",
        "Oxmere Kite Federation",
    ),
    # Initials whose words the text has, and words that say what a meeting was like
    (
        "# Minutes of OHRA Open Meeting\n\n6 May 2025\n\nThe Oxmere Hill Residents' Association was founded in May.",
        "Oxmere Hill Residents' Association",
    ),
    ("# Minutes of OHRA Open Meeting\n\n6 May 2025\n\nOne Hundred Red Apples were eaten.", "OHRA"),
    ("Minutes of a very well attended Oxmere Meeting\n\n6 May 2025\n\nPresent: Ann Lee, Bo Ray", ""),
    # Several things in a name, and its noun on a line of its own
    (
        "MINUTES\n\nA meeting of the Housing, Leisure & Fire Services Policy Committee was held on 6 May 2025.",
        "Housing, Leisure & Fire Services Policy Committee",
    ),
    (
        "**HOUSING AND FIRE STRATEGIC POLICY**\n\n**COMMITTEE**\n\nMinutes, 6 May 2025",
        "Housing and Fire Strategic Policy Committee",
    ),
    # A long line that begins with the name
    (
        "# Minutes of Oxmere Hill Virtual PC Meeting\n\nOXMERE HILL PARISH COUNCIL Draft (until approved at the next "
        "meeting) Minutes of the Ordinary Meeting held on Tuesday 6 May 2025 at 7.00 pm, online by video",
        "Oxmere Hill Parish Council",
    ),
    # What is the body by one word: a title alone
    ("# AGENDA\n\n# CABINET\n\nTuesday, 6 May 2025, at 10.00 am\n\nThe Cabinet will meet.", "Cabinet"),
    # No body: a common word, what a section is about, and people of a body
    (
        "Present: Ann Lee, Bo Ray\n\n# HTX\n\nHTX is well. The HTX board of HTX members has HTX funds. HTX’s day is "
        "6 May 2025.",
        "",
    ),
    (
        "# Summary of Discussions from VC 6 May 2025\n\nPresent: Ann Lee, Bo Ray\n\nThe kite was discussed.",
        "",
    ),
    ("# Discussion agenda\n\n6 May 2025\n\n- the discussion of kites", ""),
    ("# Minutes of the mini meeting on 6 May 2025\n\nAll is well.", ""),
    (
        "# Minutes of the Parish Council meeting of 6 May 2025\n\nVic Penn (Mill Club) 11 Members of the Kite Group",
        "Parish Council",
    ),
    # A body that somebody went to
    (
        "MINUTES OF THE MEETING OF THE PARISH COUNCIL\n\nHELD IN THE HUT\n\nON 6 MAY 2025\n\n"
        "Present: Ann Lee, Bo Ray\n\n"
        "On 3 May Cllr Lee attended a meeting of the Mill Trust Committee. The Committee agreed to wait.",
        "Parish Council",
    ),
]


@pytest.mark.parametrize(("head", "body"), BODIES)
def test_the_body_is_told_from_what_stands_around_it(tmp_path: Path, head: str, body: str) -> None:
    found, _ = read(tmp_path, f"{head}\n")
    assert found.organization == body


def test_notes_of_a_committee_named_for_papers_keep_its_name(tmp_path: Path) -> None:
    found, _ = read(tmp_path, "Oxmere Records Committee\n\nMinutes, 6 May 2025\n")
    assert found.organization == "Oxmere Records Committee"


DAYS = [
    # Something else was held on a day that the first sentences name
    (
        "notes of 6 May 2025.md",
        "Present: Ann Lee, Bo Ray\n\nA party was held on Sunday, 4 May 2025.\n",
        "2025-05-06",
    ),
    (
        "notes of 6 May 2025.md",
        "Present: Ann Lee, Bo Ray\n\nThe Board Meeting was moved to Tuesday, 6 May 2025.\n",
        "2025-05-06",
    ),
]


DAYS += [
    # Day and month in figures: what the file's name and the other dates say
    ("2025-05-06.md", "# Oxmere Board Meeting 05/06/2025\n\nPresent: Ann Lee, Bo Ray\n", "2025-05-06"),
    ("board-april-2025.md", "# Oxmere Board Meeting 4/8/2025\n\nPresent: Ann Lee, Bo Ray\n", "2025-04-08"),
    (
        "a.md",
        "# Oxmere Board Meeting 4/8/2025\n\nPresent: Ann Lee\n\nThe fair is on 4/25/2025.\n",
        "2025-04-08",
    ),
    (
        "a.md",
        "# Oxmere Board Meeting 4/8/2025\n\nPresent: Ann Lee\n\nThe fair is on 25/8/2025.\n",
        "2025-08-04",
    ),
    ("a.md", "# Oxmere Board Meeting 4/8/2025\n\nPresent: Ann Lee\n", "2025-08-04"),
    # Several days: the first
    ("a.md", "# Oxmere Board Meeting, October 3-4, 2025\n\nPresent: Ann Lee\n", "2025-10-03"),
    ("a.md", "# Oxmere Board Meeting, 26–29 October 2025\n\nPresent: Ann Lee\n", "2025-10-26"),
    # What a bracket says of another meeting
    (
        "a.md",
        "Oxmere Board\n\nDraft (until approved at the next meeting) minutes of the meeting held on 6 May 2025\n",
        "2025-05-06",
    ),
]


@pytest.mark.parametrize(("name", "text", "day"), DAYS)
def test_the_day_is_that_of_the_meeting(tmp_path: Path, name: str, text: str, day: str) -> None:
    found, _ = read(tmp_path, text, name)
    assert str(found.date) == day


def test_the_title_of_a_meeting_below_its_date_is_no_place(tmp_path: Path) -> None:
    text = "Oxmere Swimming Club\n\n6 May 2025\n\nOxmere Swimming Club Meeting\n\nPresent: Ann Lee, Bo Ray\n"
    assert read(tmp_path, text)[0].venue == ""


def test_a_file_that_is_named_an_agenda_of_a_meeting_is_one(tmp_path: Path) -> None:
    text = "Roads were discussed. It was agreed that the lane be mended. Ann Lee reported on the mill.\n"
    found, _ = read(tmp_path, text, "oxmere-meeting-agenda-2025-05-06.md")
    assert found.classification.value == "agenda"


PLACES = [
    ("Notes of the meeting held in the village hall on 6 May 2025", "village hall"),
    ("Minutes of the Oxmere Board, Tuesday 6 May 2025 18:00 at 11 Mill Road Fenny", "11 Mill Road Fenny"),
    ("Minutes of the Oxmere Board held in private on 6 May 2025", ""),
    ("The Oxmere Board met on 6 May 2025 in April and voted on it.", ""),
    ("The Oxmere Board met on 6 May 2025 in Fenny to make a new garden for children.", ""),
    (
        "Minutes of the Oxmere Board held in the Council Chamber, Fenny and on 6 May 2025",
        "Council Chamber, Fenny",
    ),
    ("The Oxmere Board will meet in the board room situated at 38 Mill Road on 6 May 2025.", ""),
]


@pytest.mark.parametrize(("head", "place"), PLACES)
def test_the_place_of_the_meeting(tmp_path: Path, head: str, place: str) -> None:
    found, _ = read(tmp_path, f"{head}\n\nPresent: Ann Lee, Bo Ray\n")
    assert found.venue == place


def test_the_hour_behind_the_sign_for_at(tmp_path: Path) -> None:
    text = "# Oxmere Board Meeting 6 May 2025\n\nMeeting was called to order by Supervisor Lee@ 6:05 PM\n"
    found, _ = read(tmp_path, text)
    assert found.time is not None
    assert found.time.isoformat("minutes") == "18:05"


def test_the_next_meeting_is_the_soonest(tmp_path: Path) -> None:
    text = (
        "# Oxmere Board minutes 6 May 2025\n\nPresent: Ann Lee, Bo Ray\n\n"
        "The next annual meeting is planned for 5 May 2026.\n\nNext meeting: 3 June 2025\n"
    )
    found, _ = read(tmp_path, text)
    assert str(found.next_meeting) == "2025-06-03"
