"""Word and OpenDocument files as bytes, made of a few lines of their XML."""

from __future__ import annotations

import io
import zipfile

from tests.read.make_odt import ODT_END, ODT_START

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>"""
_RELATIONSHIPS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs, or of words."""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def r(words: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def table(*rows: str) -> str:
    """A table of rows of cells that `tc` makes."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def tc(words: str, properties: str = "") -> str:
    """A cell of words, or of paragraphs."""
    inside = words if words.startswith("<w:p") else p(words)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def part(root: str, inside: str) -> str:
    """A part of a Word file with its root element."""
    return f'<?xml version="1.0"?><w:{root} {NAMES}>{inside}</w:{root}>'


def word(body: str, parts: dict[str, str] | None = None, targets: dict[str, str] | None = None) -> bytes:
    """A Word file; `targets` names the parts that its relationships lead to."""
    leading = "".join(
        f'<Relationship Id="{name}" Type="{_R}/part" Target="{target}"/>'
        for name, target in (targets or {}).items()
    )
    held = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'{_RELATIONSHIPS}<Relationship Id="r" Type="{_R}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"{_RELATIONSHIPS}{leading}</Relationships>",
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        **(parts or {}),
    }
    return _zipped({name: content.encode() for name, content in held.items()})


def odt(body: str, styles: str = "", pages: str = "") -> bytes:
    """An OpenDocument text, with automatic styles and with the page styles of `styles.xml`."""
    content = (
        ODT_START.replace("</office:automatic-styles>", f"{styles}</office:automatic-styles>")
        + body
        + ODT_END
    )
    content = content.replace("<office:document-content", f"<office:document-content {_FORMS}", 1)
    held = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()}
    if pages:
        head, _, _ = ODT_START.partition("<office:automatic-styles>")
        root = head.replace("document-content", "document-styles")
        held["styles.xml"] = (
            f"{root}<office:master-styles>{pages}</office:master-styles></office:document-styles>".encode()
        )
    return _zipped(held)


_FORMS = 'xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0"'


def _zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()
