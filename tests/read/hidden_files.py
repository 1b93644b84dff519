"""Word, OpenDocument and web files that hold words nobody can see; all names are invented."""

from __future__ import annotations

import io
import zipfile

SECRET = "Vesper Quillfeather"
SHOWN = "The board heard a complaint."
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def docx(body: str, styles: str = "") -> bytes:
    """A Word file of a body and of styles, in Word's XML."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.wordprocessingml.document.main+xml"/></Types>'
    )
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="{}/{}" Target="{}"/></Relationships>'
    )
    return zipped(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": relations.format(relation, "officeDocument", "word/document.xml"),
            "word/_rels/document.xml.rels": relations.format(relation, "styles", "styles.xml"),
            "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
            "word/styles.xml": f'<w:styles xmlns:w="{_WORD}">{styles}</w:styles>',
        }
    )


def run(properties: str, text: str = SECRET) -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def in_word(content: str, properties: str = "", styles: str = "") -> bytes:
    return docx(paragraph(run("", SHOWN)) + paragraph(content, properties), styles)


def cell(properties: str, content: str) -> str:
    inner = f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(content)}</w:tc>"
    return f"<w:tbl><w:tr>{inner}<w:tc>{paragraph(run('', 'Ferry'))}</w:tc></w:tr></w:tbl>"


def odt(body: str, styles: str = "") -> bytes:
    """An OpenDocument text of a body and of automatic styles."""
    names = " ".join(
        f'xmlns:{short}="{_ODF}:{name}:1.0"'
        for short, name in (
            ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"),
            ("fo", "xsl-fo-compatible"),
        )
    )  # fmt: skip
    content = (
        f"<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text><text:p>{SHOWN}</text:p>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def span(properties: str) -> bytes:
    style = (
        '<style:style style:name="T1" style:family="text">'
        f"<style:text-properties {properties}/></style:style>"
    )
    return odt(f'<text:p>By <text:span text:style-name="T1">{SECRET}</text:span> of late</text:p>', style)


def page(body: str, head: str = "") -> bytes:
    head = f"<head><title>Minutes</title>{head}</head>"
    return f"<!DOCTYPE html><html>{head}<body><p>{SHOWN}</p>{body}</body></html>".encode()


def styled(style: str) -> bytes:
    return page(f'<p>By <span style="{style}">{SECRET}</span> of late</p>')


def zipped(parts: dict[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name), part)
    return held.getvalue()


BLACK = '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'
WHITE_TEXT = '<w:color w:val="FFFFFF"/>'
_HIDDEN_STYLE = '<w:style w:type="{}" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
_CHILD_STYLE = '<w:style w:type="character" w:styleId="Child"><w:basedOn w:val="Gone"/></w:style>'
_BLACK_OUT = (
    '<w:style w:type="character" w:styleId="Out"><w:rPr><w:highlight w:val="black"/></w:rPr></w:style>'
)

HIDDEN: dict[str, bytes] = {
    "vanish.docx": in_word(run("<w:vanish/>")),
    "web-hidden.docx": in_word(run("<w:webHidden/>")),
    "spec-vanish.docx": in_word(run("<w:specVanish/>")),
    "highlight.docx": in_word(run('<w:highlight w:val="black"/>')),
    "highlight-black-text.docx": in_word(run('<w:color w:val="000000"/><w:highlight w:val="black"/>')),
    "shading.docx": in_word(run(BLACK)),
    "shading-black-text.docx": in_word(run(f'<w:color w:val="000000"/>{BLACK}')),
    "solid-shading.docx": in_word(run('<w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>')),
    "paragraph-shading.docx": in_word(run('<w:color w:val="0A0A0A"/>'), BLACK),
    "cell-shading.docx": docx(paragraph(run("", SHOWN)) + cell(BLACK, run('<w:color w:val="000000"/>'))),
    "white.docx": in_word(run(WHITE_TEXT)),
    "white-highlight.docx": in_word(run(f'{WHITE_TEXT}<w:highlight w:val="white"/>')),
    "theme-white.docx": in_word(run('<w:color w:themeColor="background1"/>')),
    "same-colours.docx": in_word(run('<w:color w:val="C00000"/><w:shd w:val="clear" w:fill="BF0000"/>')),
    "tiny.docx": in_word(run('<w:sz w:val="2"/>')),
    "hidden-style.docx": in_word(run('<w:rStyle w:val="Gone"/>'), styles=_HIDDEN_STYLE.format("character")),
    "style-of-style.docx": in_word(
        run('<w:rStyle w:val="Child"/>'), styles=_HIDDEN_STYLE.format("character") + _CHILD_STYLE
    ),
    "hidden-paragraph.docx": in_word(run(""), '<w:pStyle w:val="Gone"/>', _HIDDEN_STYLE.format("paragraph")),
    "black-style.docx": in_word(run('<w:rStyle w:val="Out"/>'), styles=_BLACK_OUT),
    "hidden-row.docx": docx(
        paragraph(run("", SHOWN))
        + f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{paragraph(run(''))}</w:tc></w:tr></w:tbl>"
    ),
    "none.odt": span('text:display="none"'),
    "white.odt": span('fo:color="#ffffff"'),
    "black-on-black.odt": span('fo:color="#000000" fo:background-color="#000000"'),
    "blacked-out.odt": span('fo:background-color="#000000"'),
    "tiny.odt": span('fo:font-size="1pt"'),
    "section.odt": odt(f'<text:section text:display="none"><text:p>{SECRET}</text:p></text:section>'),
    "section-if.odt": odt(
        f'<text:section text:display="condition" text:is-hidden="true"><text:p>{SECRET}</text:p></text:section>'
    ),
    "text.odt": odt(
        f'<text:p>By <text:hidden-text text:is-hidden="true" text:string-value="{SECRET}"/>of late</text:p>'
    ),
    "paragraph.odt": odt(f'<text:p>{SECRET}<text:hidden-paragraph text:is-hidden="true"/></text:p>'),
    "row.odt": odt(
        "<table:table><table:table-row><table:table-cell><text:p>Ferry</text:p></table:table-cell></table:table-row>"
        f'<table:table-row table:visibility="collapse"><table:table-cell><text:p>{SECRET}</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    ),
    "hidden.html": page(f"<p hidden>{SECRET}</p>"),
    "until-found.html": page(f'<p hidden="until-found">{SECRET}</p>'),
    "display.html": styled("display:none"),
    "display-loud.html": styled("DISPLAY : None !important"),
    "visibility.html": styled("visibility:hidden"),
    "collapse.html": page(f"<table><tr style='visibility:collapse'><td>{SECRET}</tr></table>"),
    "font-size.html": styled("font-size:0"),
    "font-size-px.html": styled("font-size:1px"),
    "font-size-part.html": styled("font-size:0%"),
    "opacity.html": styled("opacity:0"),
    "off-screen.html": styled("position:absolute; left:-9999px"),
    "off-top.html": styled("position: fixed; top: -100em"),
    "indent.html": page(f"<p style='text-indent:-9999px'>{SECRET}</p>"),
    "clip.html": styled("position:absolute; clip: rect(0, 0, 0, 0)"),
    "clip-path.html": styled("position:absolute; clip-path: inset(50%)"),
    "white.html": styled("color:#fff"),
    "white-named.html": styled("color:white;background:white"),
    "black.html": styled("background:#000;color:black"),
    "font.html": page(f'<p><font color="#ffffff">{SECRET}</font></p>'),
    "dialog.html": page(f"<dialog>{SECRET}</dialog>"),
    "sheet.html": page(f'<p class="x">{SECRET}</p>', "<style>p.x, p.y { display: none }</style>"),
    "sheet-screen.html": page(
        f'<p class="x">{SECRET}</p>', "<style>@media screen { .x { visibility: hidden } }</style>"
    ),
    "sheet-later.html": page(
        f'<p class="x">{SECRET}</p>', "<style>.x { display: block } .x { display: none }</style>"
    ),
}
"""Files in which the secret cannot be seen."""

SEEN: dict[str, bytes] = {
    "plain.docx": in_word(run("")),
    "vanish-off.docx": in_word(run('<w:vanish w:val="0"/>')),
    "yellow.docx": in_word(run('<w:highlight w:val="yellow"/>')),
    "white-on-black.docx": in_word(run(f'{WHITE_TEXT}<w:highlight w:val="black"/>')),
    "white-on-shading.docx": in_word(run(f"{WHITE_TEXT}{BLACK}")),
    "white-in-black-paragraph.docx": in_word(run(WHITE_TEXT), BLACK),
    "automatic-in-black-paragraph.docx": in_word(run(""), BLACK),
    "white-in-black-cell.docx": docx(paragraph(run("", SHOWN)) + cell(BLACK, run(WHITE_TEXT))),
    "own-size.docx": in_word(run('<w:sz w:val="16"/>')),
    "plain.odt": span('fo:color="#000000"'),
    "white-on-black.odt": span('fo:color="#ffffff" fo:background-color="#000000"'),
    "shown-section.odt": odt(f'<text:section text:display="true"><text:p>{SECRET}</text:p></text:section>'),
    "shown-text.odt": odt(
        f'<text:p><text:hidden-text text:is-hidden="false">{SECRET}</text:hidden-text></text:p>'
    ),
    "plain.html": styled(""),
    "aria.html": page(f'<p aria-hidden="true">{SECRET}</p>'),
    "details.html": page(f"<details><summary>More</summary>{SECRET}</details>"),
    "shown-inside.html": page(
        f'<div style="visibility:hidden"><p style="visibility:visible">{SECRET}</p></div>'
    ),
    "size-inside.html": page(f'<div style="font-size:0"><p style="font-size:12px">{SECRET}</p></div>'),
    "white-on-black.html": styled("color:white;background:#000"),
    "white-unknown.html": page(
        f'<p style="color:white">{SECRET}</p>', '<link rel="stylesheet" href="site.css">'
    ),
    "sheet-more.html": page(
        f'<p class="x on">{SECRET}</p>', "<style>.x.on { display: block } .x { display: none }</style>"
    ),
    "sheet-print.html": page(
        f'<p class="x">{SECRET}</p>', "<style>@media print { .x { display: none } }</style>"
    ),
    "sheet-hover.html": page(f'<p class="x">{SECRET}</p>', "<style>.x:hover { display: none }</style>"),
    "hidden-and-shown.html": page(f"<p hidden class=x>{SECRET}</p>", "<style>.x { display: block }</style>"),
    "near.html": styled("position:relative; left:-4px"),
}
"""Files in which it can be seen, though something there looks like hiding."""
