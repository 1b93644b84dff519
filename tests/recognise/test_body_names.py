"""The name of the body where little says it: behind a day, by initials, in a running head, by the name of a site."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.recognise.test_facts import read

PRESENT = "\n\nPresent: Ann Lee (Chair), Bo Ray\n"

BODIES = [
    # A day before the name, set off from it or not
    ("# 2025-05-06 : OKC Panel Minutes", "OKC Panel"),
    ("# 2025-05-06 Oxmere Kite Board", "Oxmere Kite Board"),
    ("---\ntitle: 2025-05-06 Oxmere Kite Board\n---", "Oxmere Kite Board"),
    ("# 6 May 2025 Oxmere Kite Board", "Oxmere Kite Board"),
    ("# 2025-05-06 Oxmere Tools Co-op: All Hands", "Oxmere Tools Co-op"),
    ("# Agenda 2025.5.6 Pan OKXC Group Meeting", "Pan OKXC Group"),
    # The number of the meeting before what the paper is called
    ("# Oxmere Core Keepers Meeting 76 Notes\n\n6 May 2025", "Oxmere Core Keepers"),
    ("# Oxmere Layer Meeting 164 [2025-05-06]\n\n### [GitHub Agenda](https://example.org)", "Oxmere Layer"),
    # Initials stay initials where the line has small letters, too
    ("# OKXF TAC Meeting - 6 May, 2025", "OKXF TAC"),
    ("# OKAN PC minutes, 6 May 2025", "OKAN PC"),
    # Initials before what was talked about
    ("# OKXM coastal model planning meeting minutes\n\n6 May 2025", "OKXM"),
    # A board's title above the name of whose it is
    (
        "Executive Committee Meeting Minutes\n\nOxmere Section OKS\n\nThursday, 6 May 2025\n\n6:30 PM\n\n"
        "Mill Brewing Company",
        "Oxmere Section OKS Executive Committee",
    ),
    # One sentence is about the next meeting, another about this one
    (
        "A meeting of the Metropolitan District of Oxmere will be held on 6 May 2025 in The Hut.\n\n"
        "The last meeting of the Metropolitan District of Oxmere was held on 4 March 2025.",
        "Metropolitan District of Oxmere",
    ),
    # No body: who comes, what was done, what a notice is about, what a link leads to, where it was
    ("## 2025-05-06 Member's Meeting", ""),
    ("# Annual Homeowners Meeting\n\n6 May 2025", ""),
    ("# Work Session\n\n- **Date:** 6 May 2025\n- **Place:** The Hut", ""),
    ("![Fair Play Policy Notice](a.png)\n\n# Announcements\n\n6 May 2025", ""),
    ("# Meeting Notes\n\n### [Audio/Video of the meeting](https://example.org)\n\n6 May 2025", ""),
    ("# Roof Repairs Report\n\n6 May 2025", ""),
    ("# [GitHub Agenda Page](https://example.org)\n\n6 May 2025", ""),
    ("# Meeting Minutes\n\n6 May 2025\n\n6:30 PM\n\nMill Brewing Company", ""),
    ("# Roles of the TAG\n\n6 May 2025", ""),
    ("TRUST MEETING MINUTES\n\n6 May 2025", ""),
    (
        "# Minutes\n\n6 May 2025\n\nThe young teachers as well as the scout leader meetings will take place in May.",
        "",
    ),
]


@pytest.mark.parametrize(("head", "body"), BODIES)
def test_the_name_of_the_body(tmp_path: Path, head: str, body: str) -> None:
    found, _ = read(tmp_path, head + PRESENT)
    assert found.organization == body


NAMED_IN_FILES = [
    # Initials that the file's name begins with
    ("okxs-2025-05-06.md", "The OKXS has a page. Bo Ray wrote on the page of the OKXS.", "OKXS"),
    ("oksa-agm-2025-05-06.md", "26 of 29 are OkSA members. OkSA is well. All of OkSA sang.", "OkSA"),
    ("ok39-may-6.md", "OK39 met in May. Ann asked what OK39 may do. OK39 is well.", "OK39"),
    # Another body that the text speaks of
    (
        "pykites-2025-05-06.md",
        "PyKites waits for the XKF board. XKF is old. XKF and PyKites met XKF. PyKites is well. XKF. XKF.",
        "PyKites",
    ),
    # What is neither: a word in capitals, a name that the file has not
    ("final-2025-05-06.md", "It is FINAL. The paper is FINAL.", ""),
    ("notes-2025-05-06.md", "KiteHub is well. KiteHub sang. All of KiteHub came.", ""),
]


@pytest.mark.parametrize(("name", "text", "body"), NAMED_IN_FILES)
def test_initials_that_the_file_is_named_for(tmp_path: Path, name: str, text: str, body: str) -> None:
    found, _ = read(tmp_path, f"# Minutes\n\n6 May 2025{PRESENT}\n{text}\n", name)
    assert found.organization == body


SITES = [
    ("Minutes, 6 May 2025 | Oxmere Kite Flyers", "Oxmere Kite Flyers"),
    ("Oxmere Kite Hall | Trustees Meeting Minutes", "Oxmere Kite Hall Trustees"),
    ("Minutes, 6 May 2025 - Kitehub", ""),
    ("Minutes, 6 May 2025 – Home", ""),
]


@pytest.mark.parametrize(("title", "body"), SITES)
def test_the_name_of_a_site_is_that_of_the_body_where_its_foot_says_so(
    tmp_path: Path, title: str, body: str
) -> None:
    text = (
        f"<html><head><title>{title}</title></head><body><nav><a href='/'>Home</a></nav><main><h1>Minutes</h1>"
        "<p>6 May 2025</p><p>Present: Ann Lee (Chair), Bo Ray</p><p>It was agreed to wait.</p></main>"
        "<footer>© 2025 Oxmere Kite Flyers and Oxmere Kite Hall</footer></body></html>"
    )
    found, _ = read(tmp_path, text, "paper.html")
    assert found.organization == body
