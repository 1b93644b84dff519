"""Fills the page templates: whatever a template prints is escaped unless it is Markdown already."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from archive_builder.lang import LANGUAGE
from archive_builder.lang.interface import count
from archive_builder.model import addresses
from archive_builder.render import wording
from archive_builder.render.document_text import markdown


class Written(str):
    """Text that is Markdown already: links, passages, labels."""

    __slots__ = ()


def fill(template: str, page: str, **values: object) -> str:
    """A page's Markdown from the language's `pages/<template>.md.j2`; `page` is the path links start from."""
    text = (
        _environment()
        .get_template(f"{template}.md.j2")
        .render(
            values,
            link=lambda words, target: Written(markdown.link(words, page, target)),
            source=lambda target: Written(markdown.to_source(page, target)),
        )
    )
    return _without_empty_runs(text)


@cache
def _environment() -> Environment:
    # Jinja's own escaping is for HTML; `finalize` sees each printed value and does ours.
    environment = Environment(
        loader=PackageLoader("archive_builder.lang", f"{LANGUAGE}/pages"),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_escape_printed,
    )
    environment.filters.update(
        day=wording.day, capital=wording.capital, written=Written, address=_address, raw=_raw
    )
    environment.globals.update(count=count, addresses=addresses)
    return environment


def _raw(text: str) -> Written:
    return Written(markdown.raw(text))


def _address(url: str) -> Written:
    return Written(markdown.address(url))


def _escape_printed(value: object) -> object:
    return value if isinstance(value, Written) else markdown.line(str(value))


def _without_empty_runs(text: str) -> str:
    """One empty line where conditions in a template left several."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).strip() + "\n"
