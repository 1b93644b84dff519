"""The marks of a web page's lists, as a browser prints them."""

from __future__ import annotations

import pytest

from archive_builder.read import html
from archive_builder.read.word.list_numbers import printed


@pytest.mark.parametrize(
    ("source", "marks"),
    [
        ("<ul><li>a<li>b</ul>", ["•", "•"]),
        ("<ol><li>a<li>b</ol>", ["1.", "2."]),
        ('<ol start="3"><li>a<li>b</ol>', ["3.", "4."]),
        ('<ol type="i"><li>a<li>b</ol>', ["i.", "ii."]),
        ('<ol type="A"><li>a<li value="4">b<li>c</ol>', ["A.", "D.", "E."]),
        ('<ol style="margin: 0; list-style-type: lower-roman"><li>a</ol>', ["i."]),
        ('<ol start="²" type="x"><li>a</ol>', ["1."]),
        (f'<ol start="{"9" * 5000}"><li>a</ol>', ["1."]),
        ("<li>a", ["•"]),
    ],
)
def test_marks(source: str, marks: list[str]) -> None:
    found = html.blocks(f"<main>{source}</main>")
    assert [block.marker for block in found] == marks


def test_a_number_without_figures_and_words_is_no_block() -> None:
    found = html.blocks(f"<p>{printed(0, '')}</p><p>{printed(0, '1.')}</p>")
    assert [block.marker for block in found] == ["1."]
