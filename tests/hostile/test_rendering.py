"""Pages of hostile documents come out of the fast renderer as they come out of Python-Markdown."""

from __future__ import annotations

from tests.hostile.conftest import Built
from tests.page_builder.own_markdown.test_sites import check_pages


def test_every_page_is_rendered_as_python_markdown_renders_it(built: Built) -> None:
    check_pages(built.folder / "docs")
