"""Figures over the years: a page for each body whose annual reports print the same figures again and again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from archive_builder.lang.interface import count, listed, say
from archive_builder.model import Body, Page, addresses
from archive_builder.render import wording
from archive_builder.render.charts import drawing
from archive_builder.render.charts.over_years import Figure, Value, figures_by_body
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.templating import Written, fill
from archive_builder.text.slugs import distinct_slugs

MOST = 40
"""Maximum number of figures on one page."""


def pages(context: Context) -> Iterator[Page]:
    """`figures/<body>/`."""
    for slug, figures in figures_by_body(context.counted).items():
        body = context.bodies[slug]
        batches = [figures[start : start + MOST] for start in range(0, len(figures), MOST)]
        for number, batch in enumerate(batches, start=1):
            yield _page(body, batch, number, len(batches), context)


def _page(body: Body, figures: Sequence[Figure], number: int, of: int, context: Context) -> Page:
    first = addresses.figures(body.slug)
    path = addresses.numbered(first, number)
    part = say("numbers.page_of", page=number, pages=of) if of > 1 else ""
    name = say("pages.figures.title", body=body.name)
    anchors = distinct_slugs(figure.key for figure in figures)
    return Page(
        path=path,
        title=f"{name}{part}",
        front={"description": say("pages.figures.description", body=body.name, part=part)},
        body=fill(
            "figures",
            path,
            name=name + part,
            body=body,
            number=count(len(figures), "figure"),
            figures=[_shown(figure, anchors[figure.key], path, context) for figure in figures],
            earlier=addresses.numbered(first, number - 1) if number > 1 else "",
            later=addresses.numbered(first, number + 1) if number < of else "",
        ),
    )


def _shown(figure: Figure, anchor: str, page: str, context: Context) -> dict[str, object]:
    title = say("charts.title", table=f"{figure.table}: {figure.name}")
    svg = drawing.draw(figure.reading(), title, f"chart-{anchor}")
    shown = ET.tostring(svg, encoding="unicode", short_empty_elements=False)
    return {
        "name": figure.name,
        "table": figure.table,
        "anchor": f"figure-{anchor}",
        "chart": Written(f'<figure class="chart">{shown}</figure>'),
        "rows": [
            (value.period.printed, value.number.printed, _sources(value, page, context))
            for value in figure.values
        ],
    }


def _sources(value: Value, page: str, context: Context) -> Written:
    """The reports that print a figure, each linked to its table."""
    linked = []
    for source in value.sources:
        document = context.archive.document(addresses.page_of(source))
        if document:
            linked.append(markdown.link(wording.title_of(document), page, source))
    return Written(listed(linked))
