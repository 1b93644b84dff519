"""Small archives made by hand: two board notes, and a panel's pack with minutes, tracker and report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time

from archive_builder.link.lifelines import find_lifelines
from archive_builder.link.threads import find_threads
from archive_builder.model import (
    Action,
    ActionMarker,
    ActionStatus,
    AgendaItem,
    AnswerStatus,
    Archive,
    Aside,
    Attendance,
    AttendanceStatus,
    Block,
    BlockKind,
    Body,
    Classification,
    Decision,
    DecisionKind,
    Document,
    Fidelity,
    Figure,
    Heading,
    Link,
    Meeting,
    Person,
    Place,
    ProgrammeRow,
    Question,
    Relation,
    Role,
    Row,
    Run,
    Source,
    Table,
    Text,
    TrackerRow,
)

BOARD = Body(slug="harbour-board", name="Harbour Accountability Board", short="HAB")
PANEL = Body(slug="harbour-panel", name="Harbour Police and Crime Panel", short="HPCP")


def runs(text: str) -> Text:
    return (Run(text),) if text else ()


def heading(text: str, level: int = 2, **more: object) -> Block:
    return block(BlockKind.HEADING, text, level=level, **more)


def paragraph(text: str, **more: object) -> Block:
    return block(BlockKind.PARAGRAPH, text, **more)


def item(text: str, marker: str = "•", level: int = 0) -> Block:
    return block(BlockKind.ITEM, text, marker=marker, level=level)


def table(rows: Iterable[Iterable[str]], header: int = 1) -> Block:
    made = tuple(Row(tuple(runs(cell) for cell in row), at, at) for at, row in enumerate(rows, start=1))
    return Block(kind=BlockKind.TABLE, rows=made, header=header, first=1, last=len(made))


def block(kind: BlockKind, text: str, **more: object) -> Block:
    return replace(Block(kind=kind, runs=runs(text), first=1, last=1), **more)  # type: ignore[arg-type]


def numbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks with the lines they would stand on, one after the other."""
    return tuple(replace(made, first=at, last=at) for at, made in enumerate(blocks, start=1))


def document(blocks: Iterable[Block] = (), **facts: object) -> Document:
    """A document of the board; whatever is named differs from it."""
    made = Document(
        path="meetings/harbour-board/2025-10-28/notes/",
        source=Source(
            file="2025-10-28 board notes.txt",
            sha256="5a" * 32,
            size=10_240,
            media_type="text/plain",
            words=900,
        ),
        classification=Classification.NOTES,
        title="Notes of the meeting",
        organization=BOARD.name,
        body=BOARD.slug,
        date=date(2025, 10, 28),
        blocks=numbered(blocks),
    )
    return replace(made, **facts)  # type: ignore[arg-type]


def question(anchor: str, place: Place, text: str = "", **facts: object) -> Question:
    made = Question(anchor=anchor, place=place, text=text, found_by="labelled-question")
    return replace(made, **facts)  # type: ignore[arg-type]


def action(anchor: str, place: Place, text: str = "", **facts: object) -> Action:
    return replace(Action(anchor=anchor, place=place, text=text, found_by="action"), **facts)  # type: ignore[arg-type]


def decision(anchor: str, place: Place, text: str = "", **facts: object) -> Decision:
    made = Decision(anchor=anchor, place=place, text=text, found_by="resolved", kind=DecisionKind.RESOLVED)
    return replace(made, **facts)  # type: ignore[arg-type]


def attended(
    name: str, role: str, person: str, status: AttendanceStatus = AttendanceStatus.PRESENT
) -> Attendance:
    return Attendance(
        name=name, role=role, organization="Harbour Police", status=status, place=Place(2, 2), person=person
    )


def board_notes() -> Document:
    """Notes with a labelled question, a bulleted answer, and an action in the midst of a paragraph."""
    asked = "What is the average time to renew a certificate, and when will the backlog of 412 be cleared?"
    promise = "Colin Wray to send the board the monthly figures."
    talk = f"Members were concerned about Tuesday closures at the front desk. {promise} The item was closed."
    blocks = [
        heading("Harbour Accountability Board", 1),
        paragraph("Tuesday 28th October 2025"),
        heading("Attendance", 2, number="1"),
        paragraph("Amira Osei (Commissioner)\nColin Wray (Assistant Chief Constable)"),
        heading("Notes of last meeting", 2, number="2"),
        paragraph("The notes of the last meeting, held on 23 September 2025, were approved."),
        heading("Questions from members", 2, number="3"),
        paragraph(f"Question 1: Firearms licensing (asked by Amira Osei) {asked}"),
        item("Renewals take 14 weeks on average, down from 19 weeks in June."),
        item("The backlog is expected to be cleared by March 2026:"),
        item("two officers joined the unit in August;", "–", 1),
        item("a third begins in November.", "–", 1),
        paragraph("How many neighbourhood officers were moved to other duties during the summer?"),
        paragraph("The force does not hold this figure and will write to the board."),
        heading("Any other business", 2, number="4"),
        paragraph(talk),
        paragraph("The next meeting is on 25 November 2025."),
    ]
    start = talk.index(promise)
    return document(
        blocks,
        time=time(14, 0),
        venue="Committee Room 2, Quay House",
        previous_meeting=date(2025, 9, 23),
        next_meeting=date(2025, 11, 25),
        headings=(
            Heading(anchor="attendance", level=2, text="Attendance", block=2),
            Heading(anchor="notes-of-last-meeting", level=2, text="Notes of last meeting", block=4),
            Heading(anchor="questions-from-members", level=2, text="Questions from members", block=6),
            Heading(anchor="any-other-business", level=2, text="Any other business", block=14),
        ),
        attendance=(
            attended("Amira Osei", "Commissioner", "people/amira-osei/"),
            attended("Colin Wray", "Assistant Chief Constable", "people/colin-wray/"),
            attended("Ines Duarte", "Chief Executive", "", AttendanceStatus.APOLOGIES),
        ),
        items=tuple(
            AgendaItem(anchor=f"item-{n}", place=Place(at, at), text=text, number=str(n), found_by="frame")
            for n, at, text in (
                (1, 2, "Attendance"),
                (2, 4, "Notes of last meeting"),
                (3, 6, "Questions from members"),
                (4, 14, "Any other business"),
            )
        ),
        questions=(
            question(
                "question-3-1",
                Place(7, 7),
                asked,
                label="Question 1",
                title="Firearms licensing",
                asked_by="Amira Osei",
                asker="people/amira-osei/",
                answer=Place(8, 11),
                answer_text="Renewals take 14 weeks",
                answer_status=AnswerStatus.ANSWERED,
                item="item-3",
            ),
            question(
                "question-3-2",
                Place(12, 12),
                blocks[12].text,
                answer=Place(13, 13),
                answer_text=blocks[13].text,
                answer_status=AnswerStatus.PROMISED,
                confidence=0.7,
                item="item-3",
            ),
        ),
        actions=(
            action(
                "action-4-1",
                Place(15, 15, start, start + len(promise)),
                "send the board the monthly figures.",
                owners=("Colin Wray",),
                owner_ids=("people/colin-wray/",),
                questions=("question-3-1",),
                item="item-4",
            ),
        ),
        decisions=(
            decision("decision-2-1", Place(5, 5), blocks[5].text, kind=DecisionKind.APPROVED, item="item-2"),
        ),
        asides=(Aside(line=1, text="Page 1 of 3", rule="page-number"),),
        fidelity=Fidelity(source_words=212, kept_words=210, lost=("Page", "1")),
    )


def earlier_notes() -> Document:
    """Notes of July: one question, no answer."""
    blocks = [
        heading("Harbour Accountability Board", 1),
        paragraph("How long does it take to renew a firearms certificate?"),
    ]
    return document(
        blocks,
        path="meetings/harbour-board/2025-07-22/notes/",
        date=date(2025, 7, 22),
        source=replace(document().source, file="2025-07-22 board notes.txt", sha256="6b" * 32),
        questions=(question("question-1", Place(1, 1), blocks[1].text),),
        attendance=(attended("Colin Wray", "Chief Superintendent", "people/colin-wray/"),),
    )


PACK_FILE = Source(
    file="panel/pack-2025-11-03.txt",
    sha256="7c" * 32,
    size=80_000,
    media_type="text/plain",
    pages=41,
    words=9_000,
)


def pack() -> tuple[Document, ...]:
    """A pack of the panel: agenda, minutes of September, action tracker, report, work programme."""
    whole = document(
        (),
        path="meetings/harbour-panel/2025-11-03/agenda-pack/",
        source=PACK_FILE,
        classification=Classification.AGENDA_PACK,
        title="HARBOUR POLICE AND CRIME PANEL",
        organization=PANEL.name,
        body=PANEL.slug,
        date=date(2025, 11, 3),
    )
    return whole, minutes(), tracker(), report(), programme()


def part(position: int, blocks: Iterable[Block], **facts: object) -> Document:
    made = document(
        blocks,
        source=PACK_FILE,
        organization=PANEL.name,
        body=PANEL.slug,
        date=date(2025, 11, 3),
        part_of="meetings/harbour-panel/2025-11-03/agenda-pack/",
        position=position,
    )
    return replace(made, **facts)  # type: ignore[arg-type]


def minutes() -> Document:
    """Minutes with a resolution in lettered parts and an undertaking inside a bulleted point."""
    point = (
        "Morale – the Commissioner was asked for figures on leavers. He undertook to share the staff survey. "
        "Members welcomed this."
    )
    promise = "He undertook to share the staff survey."
    blocks = [
        heading("MINUTES OF THE MEETING HELD ON MONDAY 8 SEPTEMBER 2025", 1),
        heading("212 ANNUAL REPORT", 2),
        paragraph("In discussion the following points were made:"),
        item(point),
        item("Call handling – 101 calls were answered in 94 seconds on average."),
        paragraph("RESOLVED: -"),
        item("That the report be noted.", "i."),
        item("That the Commissioner provide the panel with:", "ii."),
        item("the findings of the staff survey; and", "a.", 1),
        item("data on resignations across the force.", "b.", 1),
    ]
    start = point.index(promise)
    parent = "212 ii"
    return part(
        1,
        blocks,
        path="meetings/harbour-panel/2025-09-08/minutes/",
        classification=Classification.MINUTES,
        title="Minutes of the meeting held on Monday 8 September 2025",
        date=date(2025, 9, 8),
        headings=(Heading(anchor="annual-report", level=2, text="212 ANNUAL REPORT", block=1),),
        items=(
            AgendaItem(
                anchor="item-212", place=Place(1, 1), text="ANNUAL REPORT", number="212", found_by="m"
            ),
        ),
        actions=(
            action(
                "action-212-1",
                Place(3, 3, start, start + len(promise)),
                promise,
                marker=ActionMarker.UNDERTAKING,
                owners=("PCC",),
                item="item-212",
            ),
        ),
        decisions=(
            decision("minute-212-i", Place(6, 6), blocks[6].text, identifier="212 i", item="item-212"),
            decision("minute-212-ii", Place(7, 9), blocks[7].text, identifier="212 ii", item="item-212"),
            decision("minute-212-ii-a", Place(8, 8), blocks[8].text, identifier="212 ii a", parent=parent),
            decision("minute-212-ii-b", Place(9, 9), blocks[9].text, identifier="212 ii b", parent=parent),
        ),
        attendance=(attended("Amira Osei", "Police and Crime Commissioner", "people/amira-osei/"),),
    )


def tracker() -> Document:
    """An action tracker: two tables, a row each."""
    header = ["Minute no.", "Meeting", "Action", "Update"]
    blocks = [
        heading("Panel action tracker", 1),
        paragraph("Table 1: Outstanding actions"),
        table(
            [
                header,
                ["212 ii a", "Sept 2025", "Share the findings of the staff survey", "Expected in December"],
            ]
        ),
        paragraph("Table 2: Completed actions"),
        table([header, ["198", "June 2025", "Visit the control room", "Visited on 14 August 2025"]]),
    ]
    return part(
        2,
        blocks,
        path="meetings/harbour-panel/2025-11-03/tracker/",
        classification=Classification.ACTION_TRACKER,
        title="Panel action tracker",
        tables=(
            Table(
                anchor="table-1",
                caption="Table 1: Outstanding actions",
                header=tuple(header),
                rows=1,
                columns=4,
                block=2,
            ),
            Table(anchor="table-2", caption="", header=tuple(header), rows=1, columns=4, block=4),
        ),
        tracker_rows=(
            TrackerRow(
                anchor="tracker-212-ii-a",
                place=Place(2, 2, row=1),
                text="Share the findings of the staff survey",
                identifier="212 ii a",
                meeting="Sept 2025",
                update="Expected in December",
                found_by="tracker-table",
            ),
            TrackerRow(
                anchor="tracker-198",
                place=Place(4, 4, row=1),
                text="Visit the control room",
                identifier="198",
                meeting="June 2025",
                update="Visited on 14 August 2025",
                status=ActionStatus.COMPLETED,
                found_by="tracker-table",
            ),
        ),
    )


def report() -> Document:
    """A report: numbered paragraphs, a table, a lost figure, a recommendation, bold and linked words."""
    bold = (
        Run("Call times ", bold=True),
        Run("rose by 3% & fell again; see "),
        Run("the dashboard", href="https://example.org/d?a=1&b=2"),
        Run("."),
    )
    blocks = [
        heading("POLICE VISIBILITY AND ACCESS", 1),
        heading("Purpose", 2, marker="1."),
        paragraph("This report sets out how the force answers the public.", marker="1.1"),
        Block(kind=BlockKind.PARAGRAPH, runs=bold, marker="1.2", first=1, last=1),
        paragraph("Figure 1: Calls answered within ten seconds"),
        table([["Month", "Calls", "Share"], ["June", "18,204", "81%"], ["July", "19,377", "79%"]]),
        heading("Recommendation", 2, marker="2."),
        paragraph("The Panel is recommended to note the report.", marker="2.1"),
    ]
    return part(
        3,
        blocks,
        path="meetings/harbour-panel/2025-11-03/police-visibility-and-access/",
        classification=Classification.REPORT,
        title="POLICE VISIBILITY AND ACCESS",
        authors=("Ines Duarte",),
        figures=(
            Figure(
                anchor="figure-1",
                caption="Figure 1: Calls answered within ten seconds",
                missing=True,
                block=4,
            ),
        ),
        tables=(
            Table(
                anchor="table-1", caption="", header=("Month", "Calls", "Share"), rows=2, columns=3, block=5
            ),
        ),
        decisions=(
            decision(
                "recommendation-2-1",
                Place(7, 7),
                blocks[7].text,
                kind=DecisionKind.RECOMMENDATION,
                identifier="2.1",
            ),
        ),
    )


def programme() -> Document:
    """A work programme of one row."""
    blocks = [
        heading("Work programme 2025-26", 1),
        table([["Date", "Topic", "Presenting"], ["9 February 2026", "Precept", "Ines Duarte"]]),
    ]
    return part(
        4,
        blocks,
        path="meetings/harbour-panel/2025-11-03/work-programme/",
        classification=Classification.WORK_PROGRAMME,
        title="Work programme 2025-26",
        programme=(
            ProgrammeRow(
                anchor="programme-2026-02-09-precept",
                place=Place(1, 1, row=1),
                text="Precept",
                scheduled=date(2026, 2, 9),
                found_by="programme-table",
            ),
        ),
    )


def archive() -> Archive:
    """All of it, linked."""
    notes, september = board_notes(), minutes()
    panel = pack()
    archive = Archive(
        documents=(earlier_notes(), september, notes, panel[0], *panel[2:]),
        bodies=(BOARD, PANEL),
        meetings=(
            Meeting(
                body=BOARD, held=date(2025, 7, 22), documents=("meetings/harbour-board/2025-07-22/notes/",)
            ),
            Meeting(body=PANEL, held=date(2025, 9, 8), documents=(september.path,)),
            Meeting(body=BOARD, held=date(2025, 10, 28), documents=(notes.path,)),
            Meeting(
                body=PANEL,
                held=date(2025, 11, 3),
                documents=(panel[0].path, *(bound.path for bound in panel[2:])),
            ),
        ),
        people=(
            Person(
                id="people/amira-osei/",
                name="Amira Osei",
                roles=(
                    Role(
                        role="Police and Crime Commissioner",
                        organization="",
                        first_seen=date(2025, 9, 8),
                        last_seen=date(2025, 10, 28),
                    ),
                ),
            ),
            Person(id="people/colin-wray/", name="Colin Wray", other_names=("Colin Rey",)),
        ),
        links=links(),
    )
    lines = find_lifelines(archive, archive.links)
    return replace(archive, lifelines=lines, threads=find_threads(archive, archive.links, lines))


def links() -> tuple[Link, ...]:
    notes, september = (
        "meetings/harbour-board/2025-10-28/notes/",
        "meetings/harbour-panel/2025-09-08/minutes/",
    )
    tracked = "meetings/harbour-panel/2025-11-03/tracker/"
    return (
        Link(
            source=f"{notes}#action-4-1",
            target=f"{notes}#question-3-1",
            relation=Relation.ARISES_FROM,
            reason="it stands below the question",
        ),
        Link(
            source=f"{tracked}#tracker-212-ii-a",
            target=f"{september}#minute-212-ii-a",
            target_text="212 ii a",
            relation=Relation.TRACKS,
            reason="212 ii a, Sept 2025",
        ),
        Link(
            source=f"{tracked}#tracker-198",
            target_text="198, June 2025",
            relation=Relation.TRACKS,
            reason="198, June 2025",
        ),
        Link(
            source=f"{september}#minute-212-ii-b",
            relation=Relation.UNTRACKED,
            reason="the tracker follows 212 ii a",
        ),
        Link(
            source=notes,
            target_text="23 September 2025",
            relation=Relation.PREVIOUS_MEETING,
            reason="The notes of the last meeting, held on 23 September 2025, were approved.",
        ),
        Link(
            source=notes,
            target_text="2025-11-25",
            relation=Relation.NEXT_MEETING,
            reason="The next meeting is on 25 November 2025.",
        ),
        Link(
            source="meetings/harbour-panel/2025-11-03/agenda-pack/",
            target="meetings/harbour-panel/2025-09-08/",
            relation=Relation.PREVIOUS_MEETING,
            reason="To confirm the minutes of the meeting held on 8 September 2025.",
        ),
    )
