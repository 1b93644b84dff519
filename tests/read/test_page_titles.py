"""What a saved web page says it is called."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from archive_builder.read.html.content import title


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<html><head><title>Minutes  of\nthe Panel</title></head><body>x</body></html>", "Minutes of the Panel"),
        ('<!--#set var="title" value="Fenny &amp; Ashby" --><h1><!--#echo var="title" --></h1>', "Fenny & Ashby"),
        ("<body><svg><title>A drawing</title></svg><p>Minutes</p></body>", ""),
        ("<!-- title: Fenny Panel --><p>Minutes</p>", ""),
    ],
)  # fmt: skip
def test_the_title_of_a_page(page: str, said: str) -> None:
    """Of its comments only the directive to a server counts: that title was on the page as it was served."""
    assert title(LexborHTMLParser(page), page) == said
