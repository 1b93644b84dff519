"""Documents set line by line: which lines are one paragraph."""

from __future__ import annotations

import pytest

from archive_builder.model import Block, BlockKind, Run
from archive_builder.tidy.lines import joined_lines

TEXT = (
    "The chair welcomed members of the public and thanked the officers for their work on the new",
    "crossing at Mill Lane, which had taken longer than anyone had hoped when the scheme was first",
    "brought to the committee.",
    "The engineer said that the lights would be switched on in the second week of the month, and that",
    "the footway would stay closed until then.",
)
"""Lines of a paper by which its width is known."""


def joined(*lines: str, bold: bool = False) -> list[str]:
    """What becomes of some lines in a document of which each line is a paragraph."""
    texts = [*TEXT, *TEXT, *lines, *TEXT]
    blocks = [
        Block(kind=BlockKind.PARAGRAPH, runs=(Run(text, bold=bold and text in lines),), first=n, last=n)
        for n, text in enumerate(texts)
    ]
    made = [block.text for block in joined_lines(blocks)[0]]
    return made[4:-2]


@pytest.mark.parametrize(
    "lines",
    [
        ("Cllr. Ann Lee, Cllr Tom Grant, Cllr. Eve", "Moss, Cllr. Ida Pell, Cllr. Noel Ash"),
        ("Ann Lee, Tom Grant, Eve", "Moss, Ida Pell, Noel Ash"),
        ("Cllr. Ann Lee, Cllr Tom Grant, Cllr.", "Eve Moss and Cllr. Ida Pell"),
        ("The minutes of the last meeting, as sent out, were proposed by Mr.", "Grant and agreed."),
        ("The committee noted the letter of the county, and", "Ann Lee will answer it"),
    ],
)
def test_a_line_that_breaks_off_goes_on_in_the_next(lines: tuple[str, str]) -> None:
    assert joined(*lines) == [" ".join(lines)]


@pytest.mark.parametrize(
    "lines",
    [
        ("Mr. A. Lee, Head of Service", "Ms. T. Grant, Senior Planner"),
        ("Ann Lee, Tom Grant", "Apologies, if any, were sent to the clerk"),
        ("Ann Lee, Chair", "Tom Grant, Clerk"),
        (
            "Meeting of the Harbour Board in the Old Mill, Quay Street on Monday 4 May at 3.30 p.m.",
            "Members Present",
        ),
        ("The chair thanked all.", "Members left at nine"),
        ("Members present:", "Ann Lee"),
    ],
)
@pytest.mark.parametrize("bold", [False, True])
def test_a_line_that_is_whole_stands_alone(lines: tuple[str, str], bold: bool) -> None:
    assert joined(*lines, bold=bold) == list(lines)


def test_lines_of_a_long_paragraph_are_judged_one_by_one() -> None:
    """That the paragraph is long by now says nothing of its last line."""
    above = (
        "Notice was given of the meeting of the Harbour Board which is to be held in the Old Mill in",
        "Quay",
    )
    assert joined(*above, "Members Present") == [" ".join(above), "Members Present"]
