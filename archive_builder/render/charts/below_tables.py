"""The chart below a table of a report: drawn from it, with a link to its figures as a CSV file."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from archive_builder.lang.interface import listed, say
from archive_builder.model import Block, Classification, Document, Table, addresses
from archive_builder.render.charts import drawing
from archive_builder.render.charts.readings import read_table
from archive_builder.render.document_text import markdown

DRAWN = (Classification.ANNUAL_REPORT, Classification.REPORT, Classification.APPENDIX)
"""Kinds of document whose tables hold figures."""


def write_chart(document: Document, block: Block, table: Table, label: str) -> str:
    """Return the chart of a table as HTML that Markdown leaves alone; empty where none can be drawn safely.

    Its class `links` marks it as something that the page adds to the words of the document.
    """
    reading = read_table(block) if document.classification in DRAWN else None
    if reading is None:
        return ""
    svg = drawing.draw(reading, say("charts.title", table=label), f"chart-{table.anchor}")
    shown = ET.tostring(svg, encoding="unicode", short_empty_elements=False)
    left_out = say("charts.left_out", names=listed(list(reading.left_out))) if reading.left_out else ""
    measure = f"{reading.measure}." if reading.measure else ""
    said = " ".join(filter(None, (measure, say("charts.from_table"), left_out)))
    file = addresses.table_file("", table.anchor)
    link = f'<a href="{markdown.attribute(file)}" download>{say("charts.csv")}</a>'
    caption = f"<figcaption>{markdown.raw(said)} {link}</figcaption>"
    return f'<figure class="chart links">{shown}{caption}</figure>'
