"""Whatever a page holds: the fast renderer gives the bytes of Python-Markdown, or leaves the page to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.page_builder.own_markdown.both_ways import render_both
from tests.page_builder.own_markdown.test_forms import FORMS, OTHERS

PLAIN = st.sampled_from(
    ["word", "two words", " ", ", ", "Text", "é", "’", "1998", "\\_", "&amp;", "**bold**"]
)
SIGNS = st.sampled_from(
    [
        "**", "*", "_", "`", "\\", "\\*", "\\|", "\\\\", "&", "&#58;", "<", ">", "<br>", "[", "]", "(", ")",
        "](../index.md)", "[a](../index.md)", "{: .cls }", "{: #name }", "{", "}", "#", "|", "!", "-", "+", "=",
        "~", "^", ":", ".", "5. ", "- ", "> ", "\n", "\n\n", "    ", "  ", "<p>", "</p>", "<td>", "a_b", "_a",
        "[^1]", "<hr>", "<figcaption>", "<em>", "</em>", '<span id="x">', "</span>", "<!-- x", "wzxhzdk:0",
    ]
)  # fmt: skip
"""What means something to Markdown, whole or in part."""
PIECES = st.one_of(PLAIN, PLAIN, PLAIN, SIGNS)
WORDS = st.lists(PIECES, min_size=1, max_size=5).map("".join)
SHAPES = st.sampled_from(
    [
        "{0}",
        "{0}\n{{: .item }}",
        "## {0} {{: #id }}",
        "### {0}",
        "- {0}\n- {1}",
        "- {0}\n    - {1}",
        "1.  {0}\n\n    > {1}",
        "1. {0}\n2. {1}",
        "Name\n:   {0}\n\n{1}\n:   x",
        "> {0}",
        "| a | b |\n| --- | --- |\n| {0} | {1} |",
        '<div class="b" id="d" markdown="1">\n\n{0}\n\n{1}\n\n</div>',
        '<div class="t">\n<table>\n<tr><td>{0}</td><td>{1}</td></tr>\n</table>\n</div>',
        '<div markdown="1">\n\n<div class="t">\n{0}<table>\n<tr><td>{1}</td></tr></table>\n</div>\n\n</div>',
        '<details class="x" markdown="1">\n<summary>{0}</summary>\n\n{1}\n\n</details>',
    ]
)
BLOCKS = st.builds(lambda shape, one, two: shape.format(one, two), SHAPES, WORDS, WORDS)
KNOWN = st.sampled_from([*FORMS.values(), *OTHERS.values()])
PAGES = st.lists(st.one_of(BLOCKS, BLOCKS, KNOWN), min_size=1, max_size=4).map("\n\n".join)


@settings(max_examples=400, deadline=None)
@given(PAGES)
def test_any_page(docs: Path, page: str) -> None:
    _try(page, docs)


@pytest.mark.deep
@settings(max_examples=20_000, deadline=None)
@given(PAGES)
def test_very_many_pages(docs: Path, page: str) -> None:
    _try(page, docs)


def _try(page: str, docs: Path) -> None:
    both = render_both(page, docs)
    assert both.fast in (None, both.reference)
