"""What a reader of a web page sees is what is read: its document, its forms; its furniture by name."""

from __future__ import annotations

import pytest

from archive_builder.model import BlockKind
from archive_builder.read import html
from archive_builder.read.outcome import Opened
from tests.read.shown import lost

DOCUMENT = "<h2>1. Roof</h2><p>The roof was looked at, and the builder came on Monday to mend it.</p>"
HEAD = "<h1>Oxmere Library Board</h1><p>Minutes of the meeting held on 6 May 2025</p>"
MENU = '<a href="/">Home</a> <a href="/news">News</a> <a href="/council">Council</a> <a href="/contact">Contact</a>'


def opened(page: str) -> Opened:
    found = html.read(f"<!doctype html><title>Oxmere</title><body>{page}</body>".encode())
    assert lost(found) == []
    return found


def text(page: str) -> str:
    return "\n".join(block.all_words for block in opened(page).blocks)


def asides(page: str) -> dict[str, str]:
    return {aside.rule: aside.text for aside in opened(page).asides}


@pytest.mark.parametrize(
    "page",
    [
        f"<header>{HEAD}</header><main>{DOCUMENT}</main>",
        f"<main><header>{HEAD}</header>{DOCUMENT}</main>",
        f"<article><header>{HEAD}</header>{DOCUMENT}</article>",
        f"{HEAD}<main>{DOCUMENT}</main>",
        f"<div id='header'>{HEAD}</div><div role='main'>{DOCUMENT}</div>",
        f"<header><nav>{MENU}</nav>{HEAD}</header><main>{DOCUMENT}</main>",
        f"<div role='banner'>{HEAD}</div>{DOCUMENT}",
        f"<article>{HEAD}</article><article>{DOCUMENT}</article>",
    ],
)
def test_a_head_that_is_the_document_s_own_is_read(page: str) -> None:
    assert text(page).startswith("Oxmere Library Board\nMinutes of the meeting held on 6 May 2025\n1. Roof")


@pytest.mark.parametrize("tag", ["aside", "footer", "div class='sidebar'", "div role='complementary'"])
@pytest.mark.parametrize(
    "own",
    [
        "<h2>Actions</h2><p>ACTION: Bo Ray to ring the builder.</p>",
        "<p>ACTION: Bo Ray to ring the builder.</p>",
        "<p>ACTION: Bo Ray to ring the builder.</p><p>Signed: Ann Lee, 3 June 2025</p><p>© 2025 Oxmere</p>",
    ],
)
def test_an_aside_or_a_foot_with_the_document_s_words_is_read(tag: str, own: str) -> None:
    page = f"<main>{HEAD}{DOCUMENT}</main><{tag}>{own}</{tag.split()[0]}>"
    assert "ACTION: Bo Ray to ring the builder." in text(page)
    assert "© 2025 Oxmere" not in text(page)


@pytest.mark.parametrize(
    ("rule", "furniture", "words"),
    [
        ("site-menu", f"<nav>{MENU}</nav>", "Home News Council Contact"),
        ("site-menu", f"<div class='navbar'><p>{MENU}</p></div>", "Home News Council Contact"),
        ("site-menu", f"<ul><li>{MENU.replace('</a>', '</a></li><li>')}</ul>", "Home News Council Contact"),
        ("site-header", f"<header>{MENU}<p>Welcome</p></header>", "Home News Council Contact Welcome"),
        ("site-header", "<header><h1><a href='/'>Oxmere</a></h1></header>", "Oxmere"),
        ("site-footer", "<footer><p>Town Hall</p><p>© 2024 Oxmere</p></footer>", "Town Hall © 2024 Oxmere"),
        ("site-footer", "<div id='footer'>All rights reserved.</div>", "All rights reserved."),
        ("site-sidebar", f"<aside>{MENU}</aside>", "Home News Council Contact"),
        ("site-widget", "<div class='widget'><h3>Weather</h3><p>Rain</p></div>", "Weather Rain"),
        ("site-cookie-notice", "<div id='cookie-bar'>We use cookies.</div>", "We use cookies."),
        ("site-cookie-notice", "<div role='dialog'>This site sets cookies.</div>", "This site sets cookies."),
        ("site-breadcrumbs", "<ol class='breadcrumbs'><li>Home</li><li>Minutes</li></ol>", "Home Minutes"),
        ("site-skip-link", "<a href='#main'>Skip to content</a>", "Skip to content"),
        ("site-search", "<form role='search'>Search <input type='search'></form>", "Search"),
        ("site-form", "<form>Your name <input type='password'></form>", "Your name"),
        ("site-button", "<button>Print</button>", "Print"),
        ("site-sharing", "<div class='social-links'>Share this</div>", "Share this"),
    ],
)
def test_furniture_is_set_aside_by_name_and_counted(rule: str, furniture: str, words: str) -> None:
    page = f"{furniture}<main>{HEAD}{DOCUMENT}</main>"
    assert asides(page) == {rule: words}
    assert words in " ".join(opened(page).words.split())
    assert text(page) == text(f"<main>{HEAD}{DOCUMENT}</main>")


@pytest.mark.parametrize(
    "content",
    [
        "<ul>" + "".join(f"<li><a href='{n}.pdf'>Paper {n}</a></li>" for n in range(9)) + "</ul>",
        "<ul>" + "".join(f"<li><a href='#item-{n}'>Item {n}</a></li>" for n in range(9)) + "</ul>",
        "<p>See <a href='/a'>the report</a>.</p>",
        "<div class='menu'>" + DOCUMENT * 9 + "</div>",
        "<footer>Signed: Ann Lee, Chair</footer>",
        "<aside>Apologies: Bo Ray</aside>",
    ],
)
def test_lists_of_papers_and_plain_regions_are_no_furniture(content: str) -> None:
    assert asides(f"{HEAD}{DOCUMENT}{content}") == {}


def test_furniture_stands_where_it_stood() -> None:
    found = opened(f"<nav>{MENU}</nav><main>{DOCUMENT}</main><footer>© Oxmere</footer>")
    assert [(aside.line, aside.rule) for aside in found.asides] == [(1, "site-menu"), (3, "site-footer")]


@pytest.mark.parametrize(
    "page",
    [
        "<p>be <s>sold</s> mended</p>",
        "<p>be <del>sold</del> mended</p>",
        "<p>be <strike>sold</strike> mended</p>",
        "<p>be <s>sold</s><ins>mended</ins></p>",
        "<p>be <span style='text-decoration: line-through'>sold</span> mended</p>",
        "<p>be <span style='text-decoration-line: underline line-through'>sold</span> mended</p>",
        "<style>.gone { text-decoration: line-through red }</style><p>be <b class=gone>sold</b> mended</p>",
        "<table><tr><td>be <s>sold</s> mended</td><td>Ann Lee</td></tr></table>",
        "<table><tr><td>1</td><td>be <s>sold</s> mended</td></tr></table>",
        "<ul><li>be <s>sold</s> mended</li></ul>",
    ],
)
def test_struck_out_words_stay_and_are_not_read(page: str) -> None:
    [block] = opened(page).blocks
    assert "sold" not in block.text
    assert "be" in block.text
    assert "mended" in block.text
    assert " sold " in block.all_words


@pytest.mark.parametrize(
    "page",
    [
        "<p><s>The roof is sold.</s></p>",
        "<p style='text-decoration: line-through'>The roof is sold.</p>",
        "<del><p>The roof is sold.</p></del>",
        "<style>.w { text-decoration: line-through }</style><div class=w><p>The roof is sold.</p></div>",
    ],
)
def test_a_paragraph_that_is_wholly_struck_out_stays(page: str) -> None:
    [block] = opened(page).blocks
    assert block.text == ""
    assert block.all_words.strip() == "The roof is sold."


def test_a_row_that_is_struck_out() -> None:
    [table] = opened(
        "<table><tr><td>a</td><td>b</td></tr>"
        "<tr style='text-decoration: line-through'><td>c</td><td>d</td></tr></table>"
    ).blocks
    assert table.rows[0].texts == ("a", "b")
    assert "".join(run.struck for cell in table.rows[1].cells for run in cell) == "cd"


@pytest.mark.parametrize("style", ["underline", "none"])
def test_what_only_looks_like_struck_out_is_not(style: str) -> None:
    assert text(f"<p>be <del style='text-decoration: {style}'>sold</del> now</p>") == "be sold now"


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("<input type=checkbox checked> Approved", "☒ Approved"),
        ("<input type=checkbox> Rejected", "☐ Rejected"),
        ("<label><input type=radio checked>Approved</label>", "☒ Approved"),
        ("Owner: <input type=text value='Bo Ray'>", "Owner: Bo Ray"),
        ("Owner: <input value='Bo Ray'>", "Owner: Bo Ray"),
        ("Due: <input type=date value='2025-06-03'>", "Due: 2025-06-03"),
        ("Notes <textarea>Mend it</textarea>", "Notes Mend it"),
        ("<select><option>Open</option><option selected>Done</option></select>", "Done"),
        ("<select><option>Open</option><option>Done</option></select>", "Open"),
        ("<select multiple><option selected>A</option><option>B<option selected>C</select>", "A, C"),
        ("Said <input type=hidden value=x><input type=password value=y>", "Said"),
        ("Said <input type=submit value=Send><input type=text>", "Said"),
    ],
)
@pytest.mark.parametrize("around", ["<p>{}</p>", "<form><p>{}</p></form>", "<main><form>{}</form></main>"])
def test_what_is_filled_in_is_text(form: str, said: str, around: str) -> None:
    assert text(around.format(form)) == said


def test_a_box_in_a_cell() -> None:
    [table] = opened(
        "<table><tr><th>Action</th><th>Done</th></tr>"
        "<tr><td>Mend it</td><td><input type=checkbox checked></td></tr></table>"
    ).blocks
    assert table.rows[1].texts == ("Mend it", "☒")


@pytest.mark.parametrize("word", ["anti<wbr>social", "anti&shy;social", "anti<wbr/>social"])
def test_a_place_where_a_word_may_be_broken_does_not_break_it(word: str) -> None:
    assert text(f"<p>An {word} act</p>").replace("\u00ad", "") == "An antisocial act"


def test_the_caption_of_a_table_is_read() -> None:
    found = opened("<table><caption>Votes cast</caption><tr><td>For</td><td>Against</td></tr></table>").blocks
    assert [block.kind for block in found] == [BlockKind.PARAGRAPH, BlockKind.TABLE]
    assert found[0].text == "Votes cast"


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>x()</script>", "<noscript>Turn it on</noscript>", "<iframe>none</iframe>",
        "<svg><title>icon</title></svg>", "<template><p>x</p></template>", "<video>no video</video>",
    ],
)  # fmt: skip
def test_what_a_browser_never_shows_is_not_read(unseen: str) -> None:
    assert text(f"<p>Seen</p>{unseen}") == "Seen"


@pytest.mark.parametrize(
    "page",
    [
        '<p>Mended<sup><a href="#n1">1</a></sup> now.</p><p id="n1">By Bo Ray.</p>',
        '<p>Mended<sup><a href="#n1">1</a></sup> now.</p><p id="n1"><a href="#b">1</a> By Bo Ray.</p>',
        '<p>Mended<a class="footnote-ref" href="#fn1">[1]</a> now.</p><section><ol><li id="fn1"><p>By Bo Ray.'
        ' <a href="#fnref1">↩</a></p></li></ol></section>',
        '<p>Mended<a href="#n1"><sup>1</sup></a> now.</p><div><a name="n1"></a>By Bo Ray.</div>',
        "<p>Mended<sup>1</sup> now.</p><p><sup>1</sup> By Bo Ray.</p>",
    ],
)
def test_a_note_stands_apart_from_the_word_that_it_is_marked_at(page: str) -> None:
    text, note = opened(page).blocks
    assert text.text == "Mended now."
    assert [run.note for run in text.runs if run.note] == ["1"]
    assert (note.kind, note.marker, note.text) == (BlockKind.NOTE, "1", "By Bo Ray.")


@pytest.mark.parametrize(
    "page",
    [
        "<p>5 m<sup>2</sup> of it</p>",
        "<p>the 3<sup>rd</sup> one</p>",
        '<p>See <a href="#s">1</a></p><p id="s">Item one</p>',
        '<p>Mended<sup><a href="#gone">1</a></sup> now.</p>',
    ],
)
def test_raised_figures_and_links_are_not_always_marks(page: str) -> None:
    assert all(not run.note for block in opened(page).blocks for run in block.runs)


@pytest.mark.parametrize("word", ["mended", "Mended.", "(mended)", "“mended”"])
def test_a_raised_figure_without_a_note_is_no_part_of_its_word(word: str) -> None:
    [block] = opened(f"<p>It was {word}<sup>4</sup> by hand.</p>").blocks
    assert block.text == f"It was {word} by hand."
    assert [run.note for run in block.runs if run.note] == ["4"]
