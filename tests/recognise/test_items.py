"""The items of business: what titles are set by, and what looks like a title and is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.recognise.test_facts import read

HEAD = "# Oxmere Kite Club minutes\n\n6 May 2025\n\nPresent: Ann Lee, Bo Ray\n\n"

CASES = {
    "titles in capitals before a colon": (
        "**LOST KITES:** None\n\n**MOTION:** Adopt the minutes. Carried.\n\n**CORRESPONDENCE:** A letter came.\n\n"
        "**TREASURER'S REPORT:** There is £40.\n\n**NEW BUSINESS:**\n\nThe hut leaks.\n",
        ["LOST KITES", "CORRESPONDENCE", "TREASURER'S REPORT", "NEW BUSINESS"],
    ),
    "matters below old and new business": (
        "## Money\n\nThere is £40.\n\n### Balance\n\nIt is kept in the mill.\n\n"
        "## Ongoing business\n\n### Kites in Fenny\n\nThey fly.\n\n### The hut\n\nIt leaks.\n\n"
        "## New business\n\n### A stove\n\nIt smokes.\n",
        ["Money", "Ongoing business", "Kites in Fenny", "The hut", "New business", "A stove"],
    ),
    "numbers in square brackets": (
        "[1] Kites of the year\n\nThey were judged by nine of us, and the red one won by far.\n\n"
        "[2] Funds\n\nThere is enough for the roof, and for another stove in winter.\n\n"
        "[3] Treasurer's report\n\nIt was read aloud and nobody asked anything about it.\n",
        ["1 Kites of the year", "2 Funds", "3 Treasurer's report"],
    ),
    "abbreviations among headings": (
        "## LAN\n\nThe cable is new.\n\n## Money\n\nThere is £40.\n\n## CVS\n\nNobody asked for it.\n",
        ["LAN", "Money", "CVS"],
    ),
    "lists that begin anew below titles in capitals": (
        "MATTERS ARISING\n\n1. The gate was still bad.\n\n2. The hedge had not been cut.\n\n"
        "CO OPTION\n\nThere had been one applicant.\n\n"
        "PLANNING\n\n1. Leave was given for a garage.\n\n2. Leave was given for a porch at the chapel\n\n"
        "3. A shed was agreed.\n\n"
        "CORRESPONDENCE\n\n1. The county wrote.\n\n2. Mr Hunt wrote.\n\n3. Thanks came.\n\n4. The auditor wrote\n\n"
        "5. The club wrote\n\n6. Minutes of the hall came\n",
        ["MATTERS ARISING", "CO OPTION", "PLANNING", "CORRESPONDENCE"],
    ),
    "lists that begin anew below headings, one of them usual": (
        "## Introduction\n\nBo Ray takes over.\n\n## Weir\n\n1. Sluice:\n\nIt drips.\n\n2. Bank:\n\nIt slips.\n\n"
        "3. WEEDS:\n\nThey grow.\n\n## Hut\n\n1. Roof:\n\nIt leaks.\n\n2. Door:\n\nIt sticks.\n\n"
        "## Path\n\n1. Mud:\n\nIt is deep.\n\n2. Steps:\n\nThey are worn.\n\n## AOB\n\nThere was none.\n",
        ["Introduction", "Weir", "Hut", "Path", "AOB"],
    ),
    "what was agreed and promised, told again behind the business": (
        "## Weir\n\nIt drips.\n\n## Hut\n\nIt leaks.\n\n## Any other business\n\nNone.\n\n"
        "## Actions\n\n- Bo Ray to mend it.\n\n## Decisions:\n\n- The hut stays.\n\n## Slides\n\nIn the hut.\n",
        ["Weir", "Hut", "Any other business"],
    ),
    "a month that heads the page": (
        "## October 2025\n\nMATTERS ARISING\n\nThe gate was oiled.\n\nCORRESPONDENCE\n\nA letter came.\n\n"
        "ANY OTHER BUSINESS\n\nThere was none.\n",
        ["MATTERS ARISING", "CORRESPONDENCE", "ANY OTHER BUSINESS"],
    ),
    "letters received below one of the titles in capitals": (
        "APOLOGIES\n\nThere was one from Cy Doe.\n\nROOF\n\nIt leaks again.\n\n"
        "MATTERS ARISING\n\nThe gate was oiled.\n\n"
        "CORRESPONDENCE\n\nThese came in.\n\n1. Crime survey of the county\n\n2. Water board on the weir\n\n"
        "3. Bus times of next year\n\n4. A plan for the pond\n",
        ["ROOF", "MATTERS ARISING", "CORRESPONDENCE"],
    ),
    "bold titles in small letters below those in capitals": (
        "**MINUTES OF THE LAST MEETING**\n\nThey were signed.\n\n**MATTERS ARISING**\n\n"
        "**Floods**\n\nThe weir is high.\n\n"
        "**Old engine**\n\nIt will go.\n\n**FINANCE**\n\n**Precept**\n\nIt stays.\n",
        ["MINUTES OF THE LAST MEETING", "MATTERS ARISING", "FINANCE"],
    ),
    "how the meeting ended, a year, the end": (
        "## Roof\n\nIt leaks.\n\n## 2024\n\nA dry year.\n\n## Path\n\nIt is wet.\n\n"
        "## Finished 7:23pm\n\nAll went home.\n\n"
        "## END OF MINUTES\n",
        ["Roof", "Path"],
    ),
    "headings of the page below the end": (
        "**Correspondence:**\n\nA letter came.\n\n**New business:**\n\nThe hut leaks.\n\n**Stove**\n\nIt smokes.\n\n"
        "Meeting adjourned at 9.05 pm by Ann Lee.\n\n## Sponsored by\n\nOxmere Mills\n\n## Weather in Oxmere\n\nFair\n",
        ["Correspondence", "New business", "Stove"],
    ),
    "a list below a label": (
        "## Kites\n\nSchedule:\n\n1. No new kites after 15 January.\n2. All judged by the end of May.\n"
        "3. Prizes in June.\n\n## Hut\n\nIt leaks.\n\n## Path\n\nIt is wet.\n",
        ["Kites", "Hut", "Path"],
    ),
    "somebody who is named elsewhere, before a colon": (
        "Ann Lee, Bo Ray and Lucas Penn came.\n\n"
        "Old Business: The gate was oiled.\n\nNew Business: A hut is for sale.\n\n"
        "Green Lane: It is wet.\n\nHigh Mill: It is to let.\n\nLucas Penn: Lucas has the papers.\n",
        ["Old Business", "New Business", "Green Lane", "High Mill"],
    ),
    "an ordinal and a number among titles without one": (
        "**MATTERS ARISING**\n\nNone came.\n\n**2 nd Homes Grant**\n\nIt was won.\n\n"
        "**BSC1 and BSC20**\n\nThe paths are wet.\n\n**FINANCE**\n\nThere is £40.\n\n"
        "**CORRESPONDENCE**\n\nA letter.\n\n"
        "**PLANNING**\n\n**CT.0006/4/C**\n\nA barn.\n\n"
        "**ROADS**\n\nThey are wet.\n\n**STOVE**\n\nIt leaks.\n\n**OTHER BUSINESS**\n\nNone.\n",
        ["MATTERS ARISING", "FINANCE", "CORRESPONDENCE", "PLANNING", "ROADS", "STOVE", "OTHER BUSINESS"],
    ),
    "who was appointed to what": (
        "APOLOGIES: None came.\n\nMATTERS ARISING: The gate was oiled.\n\n"
        "That we appoint the following members:\n\nPond Board: Ann Lee, James Ray, Charles, Mary Doe\n\n"
        "Library Board: Mary Fox and Tom Penn\n\nFence Inspector: James Ray\n\n"
        "CORRESPONDENCE: A letter came.\n\nFINANCE: There is £40.\n\nNEW BUSINESS: The hut leaks.\n",
        ["MATTERS ARISING", "CORRESPONDENCE", "FINANCE", "NEW BUSINESS"],
    ),
    "reports with a colon": (
        "Treasurer’s Report: Cy Doe reported the following:\n\n- There is £40.\n\n"
        "Pool Report: Dee Fox came late:\n\n- It is cold.\n\n"
        "Park Report: Ed Hale told of it:\n\n- A bench is broken.\n\nHut Report: Fay Moss was ill:\n\n- It leaks.\n",
        ["Treasurer’s Report", "Pool Report", "Park Report", "Hut Report"],
    ),
    "headings below a single one": (
        "# Part one\n\nThe papers are on the web.\n\n## Kites\n\nThey fly.\n\n"
        "## Hut\n\nIt leaks.\n\n## Path\n\nIt is wet.\n",
        ["Kites", "Hut", "Path"],
    ),
    "one heading set higher than the others by mistake": (
        "### Kites\n\nThey fly.\n\n### Hut\n\nIt leaks.\n\n### Path\n\nIt is wet.\n\n"
        "## Stove\n\nIt smokes.\n",
        ["Kites", "Hut", "Path", "Stove"],
    ),
    "headings below one without text": (
        "## Reports\n\n### Hut\n\nIt leaks.\n\n## Path\n\nIt is wet.\n\n"
        "## Open actions\n\n### The stove\n\nIt is cold.\n",
        ["Reports", "Hut", "Path", "Open actions"],
    ),
    "what stands around the business": (
        "## Recording\n\nIt is on the web.\n\n## Kites\n\nThey fly.\n\n## Useful links\n\nNone yet.\n\n"
        "## 2025-03-04 Oxmere Board\n\nIt met.\n\n## Board vacancies\n\nThere are two.\n",
        ["Kites", "Board vacancies"],
    ),
    "titles in small letters": (
        "## oxmere.example\n\nIt is down.\n\n## mend the kite #12\n\nIt is torn.\n\n## Hut\n\nIt leaks.\n",
        ["oxmere.example", "mend the kite #12", "Hut"],
    ),
    "a heading that only says that items follow": (
        "## Minutes\n\nAnn spoke of the hut, and of the path behind it.\n",
        [],
    ),
    "a list with what was said between its entries": (
        "## Items to discuss\n\n* The hut\n\nIt leaks, said Ann.\n\n"
        "* A path to the mill\n\nIt is wet.\n\n* Funds\n\nNone.\n",
        ["The hut", "A path to the mill", "Funds"],
    ),
    "a list of two entries below a heading with a picture": (
        "## 📋 Agenda\n\n* The hut\n* A path to the mill\n\n## Minutes\n\nAnn spoke of both for an hour.\n",
        ["The hut", "A path to the mill"],
    ),
    "a list of sentences below the agenda's heading": (
        "## Agenda\n\n* Ann spoke of the hut.\n* It leaks.\n* The path is wet.\n* Funds\n",
        [],
    ),
    "entries that head what was said, with minutes in brackets": (
        "# Agenda\n\n* Mending the hut (5 minutes)\n* A path (Ann)\n* Kites\n\n# Minutes\n\n"
        "## Topic: Mending the hut\n\nIt leaks.\n\n## Topic: A path\n\nIt is wet.\n\n## Topic: Kites\n\nThey fly.\n",
        ["Topic: Mending the hut", "Topic: A path", "Topic: Kites"],
    ),
    "short lines below the agenda's heading": (
        "## Agenda\n\nThe hut: see below\n\nKites: (Ann)\n\nPrevious actions: see below\n\n## Dates\n\nNone.\n",
        ["The hut", "Kites", "Previous actions"],
    ),
    "bold points of numbered items": (
        "1. Kites\n\nThey fly over the whole of the mill.\n\n"
        "2. Hut\n\n- **Stove**\n- **Roof**\n\nIt leaks in the rain.\n\n"
        "3. Funds\n\nThere is enough for a new stove.\n",
        ["1 Kites", "2 Hut", "3 Funds"],
    ),
    "numbers that are days and hours": (
        "**3 February**\n\nIt rained on the hut.\n\n"
        "**5 pm in the hut**\n\nAll came.\n\n**7 April**\n\nIt was dry again.\n",
        ["3 February", "5 pm in the hut", "7 April"],
    ),
    "titles that run into their text": (
        "1. Treasury: £166 is in the bank, and no more will come.\n\n2. Public Forum The main worry was the path.\n\n"
        "3. AOCB - none\n\n4. Hut - It leaks again, and nobody has the time to mend it.\n",
        ["1 Treasury", "2 Public Forum", "3 AOCB", "4 Hut"],
    ),
    "numerals, one of them before a sentence": (
        "I. Approval of the agenda\n\nIt was read.\n\n"
        "II. Approval of the minutes of the meeting of the Kite Club on 2 April 2025.\n\n"
        "III. Report on the hut\n\nIt leaks.\n\nIV. Funds\n\nThere is enough.\n",
        [
            "I Approval of the agenda",
            "II Approval of the minutes of the meeting of the Kite Club on 2 April 2025.",
            "III Report on the hut",
            "IV Funds",
        ],
    ),
    "a bold start of a sentence": (
        "1. **Minute**s of the last meeting were read.\n\n2. **Hut**\n\nIt leaks.\n\n3. **Funds**\n\nNone.\n",
        ["1 Minutes of the last meeting were read.", "2 Hut", "3 Funds"],
    ),
    "a usual title before the first number": (
        "**Welcome**\n\nAnn welcomed all.\n\n**Item 1: Hut**\n\nIt leaks.\n\n**Item 2: Kites**\n\nThey fly.\n\n"
        "**Item 3: Funds**\n\nNone.\n",
        ["Welcome", "1 Hut", "2 Kites", "3 Funds"],
    ),
    "numbered points below headings of items": (
        "## Photos\n\nThey were late.\n\n## Funds\n\n1. The swing comes in May\n2. A feast in June\n3. A grant\n\n"
        "The rest waits.\n\n## Treasurer's report\n\n1. There is £40\n2. A new bank\n\n"
        "## Hut\n\nIt leaks.\n\n## AOB\n\nNone.\n\n## Date of next meeting\n\nIn May.\n",
        ["Photos", "Funds", "Treasurer's report", "Hut", "AOB", "Date of next meeting"],
    ),
    "parts of a talk below an item without text": (
        "## Talk of the mill\n\n### About the mill\n\nIt is old.\n\n### Prices\n\nThey rise.\n\n## Funds\n\nNone.\n\n"
        "## Hut\n\nIt leaks.\n",
        ["Talk of the mill", "Funds", "Hut"],
    ),
    "days and sessions between items": (
        "## Thursday, 3 May\n\nAll came.\n\n## Kites\n\nThey fly.\n\n## Session C: Sept 14th\n\nThey met.\n\n"
        "## Hut\n\nIt leaks.\n",
        ["Kites", "Hut"],
    ),
    "capitals that hold numbers": (
        "### A. Call to order\n\nAnn called it.\n\n#### 1. Roll\n\nAll came.\n\n### B. Hut\n\nIt leaks.\n\n"
        "#### 1. Roof\n\nIt is old.\n\n#### 2. Stove\n\nIt smokes.\n\n### C. Funds\n\nNone.\n",
        ["A Call to order", "1 Roll", "B Hut", "1 Roof", "2 Stove", "C Funds"],
    ),
    "parts of several items with numbers of their own": (
        "2.1 Members\n\nThere are nine of them in the whole of the club.\n\n3.1 Roof\n\nIt leaks, and will leak.\n\n"
        "3.2 Stove\n\nIt smokes in the wind.\n\n6.1 Kites\n\nThey fly over the mill.\n\n"
        "6.2 Strings\n\nThey tear now and then.\n",
        ["2.1 Members", "3.1 Roof", "3.2 Stove", "6.1 Kites", "6.2 Strings"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_these_are_the_items(tmp_path: Path, name: str) -> None:
    text, items = CASES[name]
    found, _ = read(tmp_path, HEAD + text)
    assert [f"{item.number} {item.text}".strip() for item in found.items] == items


def test_a_table_of_nothing_but_empty_heads_stops_nothing(tmp_path: Path) -> None:
    found, problems = read(tmp_path, f"{HEAD}| | |\n| --- | --- |\n\n## Roof\n\nIt leaks.\n")
    assert [item.text for item in found.items] == ["Roof"]
    assert not [problem for problem in problems if problem.code == "internal-fault"]
