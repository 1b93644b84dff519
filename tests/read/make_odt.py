"""The small OpenDocument texts in `files/`, one quirk each; `make_files` writes them."""

from __future__ import annotations

from tests.read.invented import SAID, zipped

KIND = {"mimetype": b"application/vnd.oasis.opendocument.text"}
ODT_START = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content office:version="1.3"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink">
<office:automatic-styles>
 <style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
 <style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>
 <text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a"
   style:num-prefix="(" style:num-suffix=")"/>
 </text:list-style>
 <text:list-style style:name="L2">
  <text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
</office:automatic-styles>
<office:body><office:text>"""
ODT_END = "</office:text></office:body></office:document-content>"
ODT_TEXT = """
<text:h text:outline-level="1">Minutes of the Lantern Committee</text:h>
<text:p><text:span text:style-name="T1">Thursday 6 March 2025</text:span></text:p>
<text:list text:style-name="L1"><text:list-item><text:p>Apologies</text:p></text:list-item></text:list>
<text:p>Mr Adeyemi had<text:s text:c="2"/>sent his <text:a xlink:href="https://board.example/a">apologies</text:a>.</text:p>
<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p>Lanterns</text:p>
<text:list><text:list-item><text:p>on the quay</text:p></text:list-item></text:list>
</text:list-item></text:list>
<text:list text:style-name="L2"><text:list-item><text:p>Four are broken</text:p></text:list-item></text:list>
<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Lantern</text:p></table:table-cell>
<table:table-cell><text:p>State</text:p></table:table-cell></table:table-row></table:table-header-rows>
<table:table-row><table:table-cell><text:p>L1</text:p></table:table-cell>
<table:table-cell><text:p>good</text:p><text:p>clean</text:p></table:table-cell></table:table-row></table:table>"""
ODT_TRACKED = """<text:tracked-changes><text:changed-region><text:deletion>
<text:p>refused</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p>The panel <text:change-start/>agreed<text:change-end/> to pay.
<text:span text:style-name="T2">Do not publish this.</text:span> It closed.</text:p>"""


ODT_PICTURES = f"""<text:p>More lanterns were mended.</text:p>
<text:p><draw:frame><draw:image xlink:href="Pictures/1.png"/><svg:title>Bars</svg:title>
<svg:desc>{SAID}</svg:desc></draw:frame></text:p>
<text:p>Figure 1: Lanterns by month</text:p>
<text:p>The quay <draw:frame><draw:image xlink:href="Pictures/1.png"/></draw:frame>is lit again.</text:p>"""
ODT_NUMBER_STYLES = """
 <text:list-style style:name="N1">
  <text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="." text:start-value="4"/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"
   style:num-letter-sync="true" text:start-value="26"/>
  <text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="2"/>
 </text:list-style>
 <text:list-style style:name="N2">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."
   style:num-list-format="Question %1%:"/>
  <text:list-level-style-number text:level="2" style:num-format="1" loext:num-list-format="%1%-%2%"/>
 </text:list-style>
 <text:list-style style:name="N3">
  <text:list-level-style-number text:level="1" style:num-format="" style:num-suffix="."/></text:list-style>
 <style:style style:name="P1" style:family="paragraph" style:list-style-name="L1"/>
 <style:style style:name="P2" style:family="paragraph" style:parent-style-name="P1"/>"""
ODT_HEADINGS = """<office:document-styles office:version="1.3"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:styles>
<text:outline-style style:name="Outline">
 <text:outline-level-style text:level="1" style:num-format=""/>
 <text:outline-level-style text:level="2" style:num-format="1" style:num-suffix="."/>
 <text:outline-level-style text:level="3" style:num-format="1" text:display-levels="2"/>
</text:outline-style></office:styles></office:document-styles>"""


def listed(style: str, *items: str, more: str = "") -> str:
    """A list; an item that is no text of its own is a list below the item before it."""
    made = ""
    for item in items:
        inner = item if item.startswith("<text:list") else f"<text:p>{item}</text:p>"
        made = made.removesuffix("</text:list-item>") if inner is item and made else f"{made}<text:list-item>"
        made += f"{inner}</text:list-item>"
    name = f' text:style-name="{style}"' if style else ""
    return f"<text:list{name}{more}>{made}</text:list>"


def heading(level: int, text: str, more: str = "") -> str:
    return f'<text:h text:outline-level="{level}"{more}>{text}</text:h>'


ODT_NUMBERS = "".join(
    (
        heading(1, "Minutes of the Lantern Committee"),
        heading(2, "Welcome"),
        heading(3, "Who was there"),
        heading(2, "A heading without a number", ' text:is-list-header="true"'),
        heading(2, "Lanterns"),
        heading(3, "On the quay"),
        heading(2, "Begun anew at nine", ' text:restart-numbering="true" text:start-value="9"'),
        listed("N1", "Pier", listed("", "Twenty-sixth", "Twenty-seventh", listed("", "Two levels")),
               more=' xml:id="list1"'),
        "<text:p>A paragraph between.</text:p>",
        listed("N1", "Quay, counted on", listed("", "Twenty-sixth again"), more=' text:continue-list="list1"'),
        listed("N1", "Begun anew", more=' xml:id="list2"'),
        listed("N1", "The first list once more", more=' text:continue-list="list1"'),
        listed("N1", "Second", more=' text:continue-numbering="true"').replace(
            "<text:list-item>", '<text:list-item text:start-value="20">'),
        listed("L2", "A bullet", listed("L1", "within")),
        listed("N2", "How many lanterns are lit?", listed("", "All of them")),
        listed("N3", "In a list, and nothing is printed"),
        listed("", "In the list of its style").replace("<text:p>", '<text:p text:style-name="P2">'),
        "<text:list text:style-name='L1'><text:list-header><text:p>Above the items</text:p></text:list-header>"
        "<text:list-item><text:p>An item</text:p><text:p>goes on</text:p></text:list-item></text:list>",
    )
)  # fmt: skip


NUMBERED = f"{ODT_START}{ODT_NUMBERS}{ODT_END}".replace(
    "</office:automatic-styles>", f"{ODT_NUMBER_STYLES}</office:automatic-styles>"
)


def open_documents() -> None:
    zipped("numbers.odt", {**KIND, "content.xml": NUMBERED.encode(), "styles.xml": ODT_HEADINGS.encode()})
    for name, body in (("lists.odt", ODT_TEXT), ("tracked.odt", ODT_TRACKED), ("pictures.odt", ODT_PICTURES)):
        content = f"{ODT_START}{body}{ODT_END}".encode()
        zipped(name, {**KIND, "content.xml": content})
