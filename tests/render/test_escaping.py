"""What the source prints is what a reader reads, through the extensions of every site."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_builder.model import Run
from archive_builder.render.document_text import markdown
from archive_builder.render.document_text.nesting import Stretch
from tests.render import hostile_words, site

HOSTILE = (
    "# not a heading",
    "- not a list",
    "+ nor this",
    "1. not renumbered",
    "1986\\. A great year",
    "* * *",
    "---",
    "===",
    "> no quotation",
    "!!! note",
    "??? details",
    ": no definition",
    "~~~ fence",
    "``` fence",
    "`code`",
    "*no* _emphasis_ __here__",
    "5 * 3 * 2 and snake_case_name",
    "<script>alert(1)</script>",
    "<!-- gone? -->",
    "a < b && b > c",
    "&amp; &lt; &nbsp; &#35;",
    "[text](https://example.org)",
    "![picture](x.png)",
    "[note]: https://example.org",
    "[^1] and [^1]: foot",
    "*[HTML]: no abbreviation",
    "{: .no-class #no-id }",
    "text {: #id }",
    "| no | table |",
    "back\\slash \\* \\",
    '--8<-- "file"',
    "{{ config }} {% raw %}",
    "https://example.org/a_b_c",
    "someone@example.org",
    "<https://example.org>",
    '=== "tab"',
    "trailing #",
    "trailing hashes ##",
    "^sup^ ~sub~ ==mark== ++key++",
    "£5m – “quoted” … ½ §12",
)
CONTEXTS = {
    "cell": ("| a | b |\n| --- | --- |\n| c | {} |", "td:last-child"),
    "paragraph": ("{}", "p"),
    "list item": ("- one\n- {}", "li:last-child"),
    "nested item": ("- one\n    - {}", "li li"),
    "heading": ("## {} {{: #an-id }}", "h2"),
    "definition": ("Term\n:   {}", "dd"),
    "record": ('<div class="record" markdown="1">\n\n{}\n\n</div>', "div p"),
}
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn", "Zl", "Zp"]), max_size=60)


def shown(context: str, written: str) -> str:
    template, place = CONTEXTS[context]
    found = site.html(template.format(written)).css_first(place)
    return " ".join(found.text().split()) if found else ""


@pytest.mark.parametrize("context", CONTEXTS)
@pytest.mark.parametrize("text", [*HOSTILE, *hostile_words.SIGNS.values(), hostile_words.ALL])
def test_hostile_text_is_read_as_printed(context: str, text: str) -> None:
    assert shown(context, markdown.line(text)) == " ".join(text.split())


@given(ANY_TEXT, st.sampled_from(sorted(CONTEXTS)))
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_as_printed(text: str, context: str) -> None:
    assert shown(context, f"x {markdown.escape(text)} x") == " ".join(f"x {text} x".split())
    if text.strip():
        assert shown(context, markdown.line(text)) == " ".join(text.split())


@given(st.lists(st.tuples(ANY_TEXT, st.booleans(), st.booleans()), max_size=4), st.integers(0, 40))
@settings(max_examples=200, deadline=None)
def test_styled_and_marked_text_is_read_as_printed(parts: list[tuple[str, bool, bool]], start: int) -> None:
    runs = tuple(Run(text, bold, italic, "https://example.org/?a&b") for text, bold, italic in parts)
    length = sum(len(run.text) for run in runs)
    stretch = Stretch(min(start, length), length, '<span class="record" id="here">')
    written = markdown.escape_opening(markdown.styled(runs, [stretch]))
    assert shown("paragraph", f"x {written}") == " ".join(f"x {''.join(run.text for run in runs)}".split())


HTML_CONTEXTS = {
    "cell": (
        '<div markdown="1">\n\n<div class="table-region">\n<table>\n<tr><td>{}</td></tr>\n</table>\n</div>'
        "\n\n</div>",
        "td",
    ),
    "cell behind an element": (
        "<div markdown='1'>\n\n<table><tr><td><b></b>{}</td></tr></table>\n\n</div>",
        "td",
    ),
    "caption": (
        "<div markdown='1'>\n\n<figure>\n<figcaption>{}</figcaption>\n</figure>\n\n</div>",
        "figcaption",
    ),
    "summary": ('<details markdown="1">\n<summary>{}</summary>\n\na\n\n</details>', "summary"),
    "line": ('<span class="mark">{}</span> a', "span"),
    "definition": ("<div markdown='1'>\n\n<dl>\n<div><dt>a</dt><dd>{}</dd></div>\n</dl>\n\n</div>", "dd"),
    "page": ("<table><tr><td>{}</td></tr></table>", "td"),
}


def shown_in_html(context: str, text: str) -> str:
    template, place = HTML_CONTEXTS[context]
    page = site.html(template.format(markdown.raw(text)))
    found = page.css_first(place)
    assert found is not None
    assert not [node for node in page.css("*") if set(node.attributes) - {"class"}]
    return " ".join(found.text().split())


@pytest.mark.parametrize("context", HTML_CONTEXTS)
@pytest.mark.parametrize("text", [*HOSTILE, *hostile_words.SIGNS.values(), hostile_words.ALL])
def test_hostile_text_in_html_is_read_as_printed(context: str, text: str) -> None:
    assert shown_in_html(context, text) == " ".join(text.split())


@given(ANY_TEXT, st.sampled_from(sorted(HTML_CONTEXTS)))
@settings(max_examples=300, deadline=None)
def test_any_text_in_html_is_read_as_printed(text: str, context: str) -> None:
    assert shown_in_html(context, text) == " ".join(text.split())


@pytest.mark.parametrize("signs", [*hostile_words.SIGNS.values(), hostile_words.ALL, "\x02wzxhzdk:0\x03"])
@pytest.mark.parametrize("as_html", [True, False])
def test_an_address_stays_one(signs: str, *, as_html: bool) -> None:
    href = "https://example.org/" + re.sub(r'[\s<>"]', "", signs)
    written = markdown.styled((Run("words", href=href),), as_html=as_html)
    text = (
        f'<div markdown="1">\n\n<table><tr><td>{written}</td></tr></table>\n\n</div>' if as_html else written
    )
    page = site.html(text)
    [link] = page.css("a")
    assert link.text() == "words"
    assert link.attributes == {"href": href.replace("\x02", "%02").replace("\x03", "%03")}
    assert not [node for node in page.css("*") if node.tag != "a" and node.attributes]


@given(ANY_TEXT)
@settings(max_examples=100, deadline=None)
def test_the_name_of_a_table_is_read_as_printed(text: str) -> None:
    name = markdown.block_attribute(text)
    page = site.html(f'<div markdown="1">\n\n<div aria-label="{name}">\n<table></table>\n</div>\n\n</div>')
    [region] = page.css("[aria-label]")
    assert region.attributes == {"aria-label": text}


def test_a_line_break_of_the_source_stays_one() -> None:
    assert markdown.styled((Run("Cllr Ames\nCllr Banda"),)) == "Cllr Ames<br> Cllr Banda"


@pytest.mark.parametrize("href", ["javascript:alert(1)", "#top", "page.html", "//host/x", "https://a b"])
def test_only_links_that_lead_somewhere_safe_are_links(href: str) -> None:
    assert markdown.styled((Run("words", href=href),)) == "words"


def test_links_are_relative_to_the_page() -> None:
    assert markdown.to_source("a/b/", "c/d/#x") == "../../c/d/index.md#x"
    assert markdown.to_source("", "a/") == "a/index.md"
    assert markdown.to_source("a/", "a/#x") == "index.md#x"
    assert markdown.to_page("a/b/", "c/#x") == "../../c/#x"
    assert markdown.to_page("a/b/", "a/b/#x") == "#x"
