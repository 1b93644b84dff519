"""What a person sees on the page of a Word or OpenDocument file is what is read: in boxes, fields, forms, margins."""

# ruff: noqa: E501 (lines of XML)

from __future__ import annotations

import io
import zipfile

import pytest

from archive_builder.read import READERS
from archive_builder.read.odd_signs import without_odd_signs
from archive_builder.read.outcome import Opened
from tests.read.office import odt, p, part, r, table, tc, word
from tests.read.shown import lost, shown

TEXT = "A lantern was lit."


def opened(data: bytes, ending: str) -> Opened:
    return without_odd_signs(READERS[ending].open(data))


def lines(data: bytes, ending: str) -> list[str]:
    """The blocks of a file as they are shown, its asides behind them; no word of it may be lost."""
    found = opened(data, ending)
    assert lost(found) == []
    return [line.removeprefix("- ") for line in shown(found).splitlines()]


BOX = "<w:txbxContent>{}</w:txbxContent>"
NEW_BOX = "<w:drawing><wp:anchor>{}<a:graphic><a:graphicData><wps:wsp><wps:txbx>{}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
OLD_BOX = "<w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict>"


def box(words: str, place: str = "") -> str:
    """A text box as Word stores it: once for itself, once for its predecessors."""
    inside = BOX.format(p(words))
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{NEW_BOX.format(place, inside)}</mc:Choice>'
        f"<mc:Fallback>{OLD_BOX.format(inside)}</mc:Fallback></mc:AlternateContent></w:r>"
    )


ABOVE = '<wp:positionV relativeFrom="paragraph"><wp:posOffset>-900</wp:posOffset></wp:positionV>'
GROUP = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:inline><a:graphic><a:graphicData><wpg:wgp>'
    + "".join(f"<wps:wsp><wps:txbx>{BOX.format(p(words))}</wps:txbx></wps:wsp>" for words in ("Pier", "Quay"))
    + "</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
)
CHECKED = '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{}</w:ffData></w:fldChar></w:r>'
    "<w:r><w:instrText> {} </w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
LIST = '<w:ddList>{}<w:listEntry w:val="Yes"/><w:listEntry w:val="No"/></w:ddList>'
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
CONTROL_START, CONTROL_END = "<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"
SYMBOL = '<w:r><w:sym w:font="{}" w:char="{}"/></w:r>'

WORD_LINES: dict[str, tuple[str, list[str]]] = {
    "a box below its paragraph": (p(TEXT, box("By the pier.")), ["P0  A lantern was lit.", "P0  By the pier."]),
    "a box above its paragraph": (p(TEXT, box("By the pier.", ABOVE)), ["P0  By the pier.", "P0  A lantern was lit."]),
    "an old box": (p(f"<w:r>{OLD_BOX.format(BOX.format(p(TEXT)))}</w:r>"), [f"P0  {TEXT}"]),
    "boxes in a group": (p(GROUP), ["P0  Pier", "P0  Quay"]),
    "a box in a box": (
        p(box("Outside.").replace("</w:txbxContent>", f"{p(box('Inside.'))}</w:txbxContent>", 1)),
        ["P0  Outside.", "P0  Inside."],
    ),
    "a box in a cell": (table(tc(p("Pier", box("lit"))) + tc("Quay")), ["T0", "    | Pier / lit | Quay"]),
    "a simple field": (p("Held on ", f'<w:fldSimple w:instr="DATE">{r("4 March 2025")}</w:fldSimple>', "."), ["P0  Held on 4 March 2025."]),
    "fields in a field": (
        p('<w:fldSimple w:instr="REF a">' + '<w:fldSimple w:instr="REF b">' + r("minute 4") + "</w:fldSimple>" * 2),
        ["P0  minute 4"],
    ),
    "directions": (p(f"<w:dir>{r('One ')}<w:bdo>{r('lantern')}</w:bdo></w:dir>"), ["P0  One lantern"]),
    "elements of others": (p(f"<w:smartTag><w:customXml>{r(TEXT)}</w:customXml></w:smartTag>"), [f"P0  {TEXT}"]),
    "controls around paragraphs": (CONTROL.format("", p(TEXT)), [f"P0  {TEXT}"]),
    "controls around rows": (
        table(tc("L1") + tc("lit"), tc("L2") + tc("out")).replace("<w:tr>", f"{CONTROL_START}<w:tr>", 1).replace("</w:tr>", f"</w:tr>{CONTROL_END}", 1),
        ["T0", "    | L1 | lit", "    | L2 | out"],
    ),
    "a reading above a word": (
        p(f"<w:r><w:ruby><w:rt>{r('kay')}</w:rt><w:rubyBase>{r('Quay')}</w:rubyBase></w:ruby></w:r>"),
        ["P0  Quay (kay)"],
    ),
    "an old list, second entry": (p("Lit: ", FIELD.format(LIST.format('<w:result w:val="1"/>'), "FORMDROPDOWN", "")), ["P0  Lit: No"]),
    "an old list, untouched": (p("Lit: ", FIELD.format(LIST.format(""), "FORMDROPDOWN", "")), ["P0  Lit: Yes"]),
    "an old list with its result": (p("Lit: ", FIELD.format(LIST.format(""), "FORMDROPDOWN", r("Perhaps"))), ["P0  Lit: Perhaps"]),
    "a typed field": (p("Who: ", FIELD.format("<w:textInput/>", "FORMTEXT", r("Ada Quill"))), ["P0  Who: Ada Quill"]),
    "a chosen entry": (p("Lit: ", CONTROL.format("<w:dropDownList/>", r("Yes"))), ["P0  Lit: Yes"]),
    "a chosen entry that is not stored as text": (
        p("Lit: ", CONTROL.format('<w:dropDownList w:lastValue="2"><w:listItem w:value="2" w:displayText="No"/></w:dropDownList>', "<w:r/>")),
        ["P0  Lit: No"],
    ),
    "a prompt": (
        p("Who: ", CONTROL.format("<w:showingPlcHdr/>", r("Click here to enter text."))),
        ["P0  Who:", "aside form-prompt: Click here to enter text."],
    ),
    "a ticked control": (p(CHECKED.format(1, r("☒")), " Lit"), ["P0  ☒ Lit"]),
    "a control with a tick of its own": (p(CHECKED.format(1, r("✓")), " Lit"), ["P0  ✓ Lit"]),
    "an empty control drawn with a picture font": (
        p(CHECKED.format(0, SYMBOL.format("Wingdings", "F0A8")), " Lit"),
        ["P0  ☐ Lit"],
    ),
    "a control whose sign says nothing": (p(CHECKED.format(1, r("X")), " Lit"), ["P0  ☒ Lit"]),
    "an old box, ticked": (p(FIELD.format("<w:checkBox><w:checked/></w:checkBox>", "FORMCHECKBOX", ""), " Lit"), ["P0  ☒ Lit"]),
    "an old box, untouched": (p(FIELD.format('<w:checkBox><w:default w:val="0"/></w:checkBox>', "FORMCHECKBOX", ""), " Lit"), ["P0  ☐ Lit"]),
    "an old box, unticked": (
        p(FIELD.format('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "FORMCHECKBOX", ""), " Lit"),
        ["P0  ☐ Lit"],
    ),
    "a symbol": (p(SYMBOL.format("Wingdings", "F0FE"), " Lit"), ["P0  ☑ Lit"]),
    "a letter of a picture font": (p(r("\u00fc", '<w:rFonts w:ascii="Wingdings"/>'), " Lit"), ["P0  ✓ Lit"]),
    "struck out": (p("One ", r("old", "<w:strike/>"), " lantern"), ["P0  One ~~old~~ lantern"]),
    "struck out by two lines": (p("One ", r("old", "<w:dstrike/>"), " lantern"), ["P0  One ~~old~~ lantern"]),
    "not struck out": (p("One ", r("old", '<w:strike w:val="0"/>'), " lantern"), ["P0  One old lantern"]),
    "wholly struck out": (p(r(TEXT, "<w:strike/>")), [f"P0  ~~{TEXT}~~"]),
    "a struck cell": (table(tc("L1") + tc(p(r("lit", "<w:strike/>"))), tc("L2") + tc("out")), ["T0", "    | L1 | ~~lit~~", "    | L2 | out"]),
    "hyphens": (p("co", "<w:r><w:noBreakHyphen/></w:r>", "op and la", "<w:r><w:softHyphen/></w:r>", "ntern"), ["P0  co‑op and lantern"]),
    "lists set side by side": (
        p("Present:", "<w:r><w:tab/></w:r>", "Apologies:")
        + p("Ada Quill", "<w:r><w:tab/><w:tab/></w:r>", "Bo Wick")
        + p("<w:r><w:tab/></w:r>", "Cy Lamp")
        + p("Di Glow", "<w:r><w:tab/></w:r>"),
        ["T0", "    = Present: | Apologies:", "    | Ada Quill | Bo Wick", "    |  | Cy Lamp", "    | Di Glow |"],
    ),
    "tabs behind numbers": (p("1.", "<w:r><w:tab/></w:r>", "Lamps") + p("2.", "<w:r><w:tab/></w:r>", "Wicks"), ["I0 1. Lamps", "I0 2. Wicks"]),
    "a tab in a sentence": (p("Lit", "<w:r><w:tab/></w:r>", "at dusk."), ["P0  Lit at dusk."]),
    "merged cells": (
        table(
            tc("Held") + tc("Action"),
            tc("4 March", '<w:vMerge w:val="restart"/>') + tc("Buy oil"),
            tc("", "<w:vMerge/>") + tc("Trim wicks"),
            tc("Lamps of the quay", '<w:gridSpan w:val="2"/>'),
        ),
        ["T0", "    = Held | Action", "    | 4 March | Buy oil", "    | <4 March> | Trim wicks", "    | Lamps of the quay |"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WORD_LINES)
def test_word(name: str) -> None:
    body, wanted = WORD_LINES[name]
    assert lines(word(body), ".docx") == wanted


@pytest.mark.parametrize("name", WORD_LINES)
def test_strict_word(name: str) -> None:
    """The same in the names of the strict form of the standard."""
    body, wanted = WORD_LINES[name]
    assert lines(_strict(word(body)), ".docx") == wanted


def _strict(data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(made, "w") as target:
        for name in package.namelist():
            said = package.read(name)
            for family in (b"wordprocessingml", b"officeDocument", b"drawingml"):
                usual = b"http://schemas.openxmlformats.org/" + family + b"/2006/"
                said = said.replace(usual, b"http://purl.oclc.org/ooxml/" + family + b"/")
            target.writestr(zipfile.ZipInfo(name), said)
    return made.getvalue()


NOTE = '<w:footnote w:id="{}"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>'


def test_notes_of_a_word_file() -> None:
    """Counted in the order of their marks, footnotes and endnotes apart; an author's own mark counts nothing."""
    marks = '<w:r><w:footnoteReference w:id="{}"{}/>{}</w:r>'
    body = p(
        "Lit",
        marks.format(7, "", ""),
        " at dusk",
        marks.format(8, ' w:customMarkFollows="1"', "<w:t>*</w:t>"),
        ".",
    )
    body += p("Out", marks.format(2, "", ""), '<w:r><w:endnoteReference w:id="1"/></w:r>', ".")
    notes = part(
        "footnotes",
        NOTE.format(2, r("By the wind.")) + NOTE.format(7, r("By hand.")) + NOTE.format(8, r("Or before.")),
    )
    ends = part(
        "endnotes",
        '<w:endnote w:id="1"><w:p>' + r("See the log.") + "</w:p><w:p>" + r("Page 4.") + "</w:p></w:endnote>",
    )
    data = word(body, {"word/footnotes.xml": notes, "word/endnotes.xml": ends})
    assert lines(data, ".docx") == [
        "P0  Lit[^1] at dusk[^*].",
        "P0  Out[^2][^i].",
        "N0 1 By hand.",
        "N0 * Or before.",
        "N0 2 By the wind.",
        "N0 i See the log. Page 4.",
    ]


HEADER = "Lantern Board"


def sections(*marks: str, titled: bool = False) -> str:
    first = "<w:titlePg/>" if titled else ""
    return f"<w:sectPr>{''.join(marks)}{first}</w:sectPr>"


def mark(where: str, kind: str, identity: str) -> str:
    return f'<w:{where}Reference w:type="{kind}" r:id="{identity}"/>'


PAGE = p("Page ", '<w:fldSimple w:instr=" PAGE ">' + r("1") + "</w:fldSimple>")


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (p(TEXT), [f"P0  {HEADER}", f"P0  {TEXT}", "aside page-number: Page 1", "aside running-foot: Printed at dusk"]),
        (
            p(f"Minutes of the {HEADER}"),
            [f"P0  Minutes of the {HEADER}", f"aside running-head: {HEADER}", "aside page-number: Page 1", "aside running-foot: Printed at dusk"],
        ),
    ],
)  # fmt: skip
def test_headers_and_footers_of_a_word_file(body: str, wanted: list[str]) -> None:
    """The header of the first page is content unless the text says it again; the rest is set aside by name."""
    parts = {"word/h.xml": part("hdr", p(HEADER) + PAGE), "word/f.xml": part("ftr", p("Printed at dusk"))}
    data = word(
        body + sections(mark("header", "default", "h"), mark("footer", "default", "f")),
        parts,
        {"h": "h.xml", "f": "f.xml"},
    )
    assert lines(data, ".docx") == wanted


def test_only_headers_that_are_printed_count() -> None:
    parts = {f"word/{name}.xml": part("hdr", p(f"Header {name}")) for name in "abc"}
    marks = (mark("header", "first", "a"), mark("header", "default", "b"), mark("header", "even", "c"))
    targets = {name: f"{name}.xml" for name in "abc"}
    assert lines(word(p(TEXT) + sections(*marks), parts, targets), ".docx") == ["P0  Header b", f"P0  {TEXT}"]
    titled = word(p(TEXT) + sections(*marks, titled=True), parts, targets)
    assert lines(titled, ".docx") == ["P0  Header a", f"P0  {TEXT}", "aside running-head: Header b"]


def test_text_of_diagrams_and_charts() -> None:
    drawing = "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>{}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    said = "<a:p><a:r><a:t>{}</a:t></a:r></a:p>"
    parts = {
        "word/diagrams/data1.xml": part("d", said.format("Light the lamp")),
        "word/charts/chart1.xml": part(
            "c",
            said.format("Lamps by month")
            + "<c:strCache><c:pt><c:v>May</c:v></c:pt><c:pt><c:v>June</c:v></c:pt></c:strCache>",
        ),
    }
    body = p(drawing.format('<dgm:relIds r:dm="d"/>')) + p(drawing.format('<c:chart r:id="c"/>'))
    data = word(body, parts, {"d": "diagrams/data1.xml", "c": "charts/chart1.xml"})
    assert lines(data, ".docx") == ["P0  Light the lamp", "P0  Lamps by month", "P0  May; June"]


INNER = word(p("From a Word file."))


@pytest.mark.parametrize(
    ("name", "inside", "wanted"),
    [
        ("a.html", b"<html><body><p>From a page.</p></body></html>", ["P0  Before.", "P0  From a page.", "P0  After."]),
        ("a.txt", b"From a text.\n", ["P0  Before.", "P0  From a text.", "P0  After."]),
        ("a.docx", INNER, ["P0  Before.", "P0  From a Word file.", "P0  After."]),
        ("a.bin", b"\x00\x01", None),
        ("a.rtf", b"{\\rtf1 Lost}", None),
    ],
)  # fmt: skip
def test_files_in_the_place_of_text(name: str, inside: bytes, wanted: list[str] | None) -> None:
    """Read where they can be, else named."""
    data = word(p("Before.") + '<w:altChunk r:id="a"/>' + p("After."), targets={"a": name})
    data = _with_part(data, f"word/{name}", inside)
    found = opened(data, ".docx")
    assert [doubt.code for doubt in found.doubts] == ([] if wanted else ["part-not-read"])
    assert [line.removeprefix("- ") for line in shown(found).splitlines()][:3] == (
        wanted or ["P0  Before.", "P0  After.", shown(found).splitlines()[2]]
    )


def _with_part(data: bytes, name: str, inside: bytes) -> bytes:
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a") as package:
        package.writestr(zipfile.ZipInfo(name), inside)
    return made.getvalue()


SPAN = '<text:span text:style-name="{}">{}</text:span>'
STRUCK = (
    '<style:style style:name="S1" style:family="text">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="S2" style:family="text" style:parent-style-name="S1"/>'
    '<style:style style:name="S3" style:family="text">'
    '<style:text-properties style:text-line-through-style="none" style:text-line-through-type="none"/></style:style>'
    '<style:style style:name="S4" style:family="paragraph">'
    '<style:text-properties style:text-line-through-type="double"/></style:style>'
)
FRAME = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
FORM = (
    '<office:forms><form:form><form:checkbox form:id="c1" form:label="Lit" form:current-state="checked"/>'
    '<form:checkbox form:id="c2" form:label="Out"/><form:text form:id="c3" form:current-value="Ada Quill"/>'
    '<form:radio form:id="c4" form:label="Pier" form:current-selected="true"/>'
    '<form:password form:id="c5" form:current-value="secret"/>'
    '<form:listbox form:id="c6"><form:option form:label="Yes"/>'
    '<form:option form:label="No" form:current-selected="true"/></form:listbox></form:form></office:forms>'
)
CONTROL_ODT = '<draw:control draw:control="{}"/>'
CELL = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"


def x(*inside: str, style: str = "") -> str:
    """A paragraph of an OpenDocument text."""
    return f'<text:p text:style-name="{style}">{"".join(inside)}</text:p>'


TAB = "<text:tab/>"
ODT_LINES: dict[str, tuple[str, list[str]]] = {
    "struck out": (x("One ", SPAN.format("S1", "old"), " lantern"), ["P0  One ~~old~~ lantern"]),
    "struck out by a parent": (x("One ", SPAN.format("S2", "old"), " lantern"), ["P0  One ~~old~~ lantern"]),
    "not struck out": (x("One ", SPAN.format("S3", "old"), " lantern"), ["P0  One old lantern"]),
    "wholly struck out": (x(TEXT, style="S4"), [f"P0  ~~{TEXT}~~"]),
    "a box in a sentence": (x("A lantern ", FRAME.format("By the pier."), "was lit."), ["P0  A lantern was lit.", "P0  By the pier."]),
    "a shape with text": (x(TEXT, "<draw:custom-shape><text:p>Pier</text:p></draw:custom-shape>"), [f"P0  {TEXT}", "P0  Pier"]),
    "shapes in a group": (
        x(f"<draw:g>{FRAME.format('Pier')}{FRAME.format('Quay')}</draw:g>"),
        ["P0  Pier", "P0  Quay"],
    ),
    "notes": (
        x("Lit", '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>By hand.</text:p><text:p>Twice.</text:p></text:note-body></text:note>', " at dusk.")
        + x("Out."),
        ["P0  Lit[^1] at dusk.", "P0  Out.", "N0 1 By hand. Twice."],
    ),
    "a reading above a word": (
        x("<text:ruby><text:ruby-base>Quay</text:ruby-base><text:ruby-text>kay</text:ruby-text></text:ruby>"),
        ["P0  Quay (kay)"],
    ),
    "a drop-down": (x('Lit: <text:drop-down><text:label text:value="Yes"/><text:label text:value="No"/>No</text:drop-down>'), ["P0  Lit: No"]),
    "fields": (x("Held on <text:date>4 March 2025</text:date>, <text:placeholder>here</text:placeholder>."), ["P0  Held on 4 March 2025, here."]),
    "controls": (
        FORM + x(*(CONTROL_ODT.format(f"c{number}") for number in range(1, 7))),
        ["P0  ☒ Lit ☐ Out Ada Quill ☒ Pier No"],
    ),
    "a box in the text": (
        x('<loext:content-control loext:checkbox="true" loext:checked="true">X</loext:content-control> Lit'),
        ["P0  ☒ Lit"],
    ),
    "lists set side by side": (
        x("Present:", TAB, "Apologies:") + x("Ada Quill", TAB, TAB, "Bo Wick") + x(TAB, "Cy Lamp") + x("Di Glow", TAB),
        ["T0", "    = Present: | Apologies:", "    | Ada Quill | Bo Wick", "    |  | Cy Lamp", "    | Di Glow |"],
    ),
    "merged cells": (
        "<table:table><table:table-row>" + CELL.format("", "Held") + CELL.format("", "Action") + "</table:table-row><table:table-row>"
        + CELL.format(' table:number-rows-spanned="2"', "4 March") + CELL.format("", "Buy oil") + "</table:table-row><table:table-row>"
        + "<table:covered-table-cell/>" + CELL.format("", "Trim wicks") + "</table:table-row></table:table>",
        ["T0", "    = Held | Action", "    | 4 March | Buy oil", "    | <4 March> | Trim wicks"],
    ),
    "a table in a cell": (
        "<table:table><table:table-row>" + CELL.format("", "Pier") + "<table:table-cell><table:table><table:table-row>"
        + CELL.format("", "lit") + "</table:table-row></table:table></table:table-cell></table:table-row></table:table>",
        ["P0  Pier", "P0  lit"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ODT_LINES)
def test_opendocument(name: str) -> None:
    body, wanted = ODT_LINES[name]
    assert lines(odt(body, STRUCK), ".odt") == wanted


PAGES = (
    '<style:master-page style:name="Standard">'
    f"<style:header><text:p>{HEADER}</text:p></style:header>"
    "<style:footer><text:p>Page <text:page-number>1</text:page-number></text:p><text:p>Printed at dusk</text:p></style:footer>"
    '</style:master-page><style:master-page style:name="Unused"><style:header><text:p>Unused</text:p></style:header></style:master-page>'
)


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (x(TEXT), [f"P0  {HEADER}", f"P0  {TEXT}"]),
        (x(f"Minutes of the {HEADER}"), [f"P0  Minutes of the {HEADER}", f"aside running-head: {HEADER}"]),
    ],
)
def test_headers_and_footers_of_an_opendocument_text(body: str, wanted: list[str]) -> None:
    data = odt(body, pages=PAGES)
    assert lines(data, ".odt") == [
        *wanted,
        "aside page-number: Page 1",
        "aside running-foot: Printed at dusk",
    ]


RAISED = '<w:vertAlign w:val="superscript"/>'
HIGH = (
    '<style:style style:name="R" style:family="text"><style:text-properties style:text-position="super 58%"/>'
    "</style:style>"
)


@pytest.mark.parametrize(
    ("before", "figure", "shown"),
    [
        ("A lantern", "1", "A lantern[^1] hung."),
        ("A lantern.", "12", "A lantern.[^12] hung."),
        ("Some 5 m", "2", "Some 5 m2 hung."),
        ("Some 10", "3", "Some 103 hung."),
        ("On the 3", "rd", "On the 3rd hung."),
        ("A yard", "2", "A yard2 hung."),
    ],
)
def test_a_raised_figure_without_a_note_is_no_part_of_its_word(before: str, figure: str, shown: str) -> None:
    made = word(p(before, r(figure, RAISED), " hung."))
    assert lines(made, ".docx") == [f"P0  {shown}"]
    span = f'<text:span text:style-name="R">{figure}</text:span>'
    made = odt(f"<text:p>{before}{span} hung.</text:p>", HIGH)
    assert lines(made, ".odt") == [f"P0  {shown}"]
