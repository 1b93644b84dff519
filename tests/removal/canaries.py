"""One invented document in every format: a name and an address in its title, list, text, table and notes."""

from __future__ import annotations

from archive_builder.model import Block, BlockKind, Row, Run
from tests.formats import set_as_docx, set_as_html, set_as_odt
from tests.read import drawn_pdf

NAME = "Vesper Quillfeather"
ADDRESS = "12 Gorse Lane"
CANARIES = ("quillfeather", "vesper", "gorse")
"""What must be in no file that a build leaves behind, in small letters."""

LINES = (
    "Fenny Board",
    "Notes of the Meeting: the complaint of {NAME}",
    "{day} March 2024",
    "Present",
    "Ann Lee (Chair)",
    "{NAME} (Resident)",
    "1. Gates",
    "Ms Quillfeather of {ADDRESS} asked why the gate was open. QUILLFEATHER said that it was cold.",
    "Q1. Did V. Quillfeather see the gate?",
    "A1. Yes, she did.",
    "ACTION: {NAME} to mend the gate by 5 May 2024.",
)


def lines(day: int) -> list[str]:
    return [line.format(NAME=NAME, ADDRESS=ADDRESS, day=day) for line in LINES]


def blocks(day: int) -> tuple[Block, ...]:
    """The lines as blocks, and a table in which the name stands, in two styles in one of its cells."""
    made = [
        Block(kind=BlockKind.PARAGRAPH, runs=(Run(line),), first=at, last=at)
        for at, line in enumerate(lines(day)[1:], start=1)
    ]
    rows = (
        Row(((Run("Who"),), (Run("What"),)), 20, 20),
        Row(
            ((Run("Vesper Quill"), Run("feather", bold=True)), (Run("moved to"), Run(f" {ADDRESS}"))), 21, 21
        ),
    )
    return (*made, Block(kind=BlockKind.TABLE, rows=rows, header=1, first=20, last=21))


def files() -> dict[str, bytes]:
    """A file of each format, by name; the names hold the person's, too."""
    text = "\n\n".join([*lines(14), "Who | What", f"{NAME} | moved to {ADDRESS}"])
    mark_down = "\n\n".join(
        [f"# {lines(15)[1]}", *lines(15), f"| Who | What |\n|---|---|\n| {NAME} | of {ADDRESS} |"]
    )
    drawn = [(72.0, 780.0 - 20 * at, line) for at, line in enumerate(lines(16))]
    return {
        "2024 Quillfeather.docx": set_as_docx.file("Fenny Board", blocks(11)),
        "2024 Quillfeather.odt": set_as_odt.file("Fenny Board", blocks(12)),
        "2024 Quillfeather.html": set_as_html.page("Fenny Board", blocks(13)).encode(),
        "2024 Quillfeather.txt": text.encode(),
        "2024 Quillfeather.md": mark_down.encode(),
        "2024 Quillfeather.pdf": drawn_pdf.lines(drawn),
    }
