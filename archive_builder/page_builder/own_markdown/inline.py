"""Text within a block: escaped characters, references, tags, strong words and links."""

from __future__ import annotations

import re

from archive_builder.page_builder.own_markdown import attributes
from archive_builder.page_builder.own_markdown.found import Found
from archive_builder.page_builder.own_markdown.unsure import UnsureError

_OF_MEANING = re.compile(r"[\\&<>*\[\]{}`_!\n]")
"""The characters in which Markdown finds anything."""
_TAG = rf"""
    < (?: / (?:{{names}})
      | (?P<name> (?:{{names}}) \b ) (?P<attributes> {attributes.HTML_ATTRIBUTES} ) )
    >
""".replace("{names}", "a|abbr|br|code|del|em|ins|q|small|span|strong|sub|sup")
_FORM = re.compile(
    rf"""
    \\ (?P<escaped> [\\`*_{{}}\[\]()>\#+.!|-] )
  | (?P<reference> & (?: \#[0-9]+ | \#x[0-9a-fA-F]+ | [a-zA-Z0-9]+ ) ; )
  | (?P<tag> {_TAG} )
  | \*\* (?! \s ) (?P<strong> (?: \\. | [^*\\\n] )+ ) (?<! \s ) \*\* (?! \* )
  | \[ (?! \^ ) (?P<words> (?: \\. | [^\[\]\\\n] )+ ) \] \( (?P<target> [^\s()<>\\"'*`&\[\]{{}}]+ ) \)
  | (?P<literal> (?<= [^\W_] ) _ (?= [^\W_] ) | > | (?<! \s ) \n (?! \s ) | ! (?! \[ ) )
    """,
    re.VERBOSE,
)


def render_text(text: str, found: Found, *, in_link: bool = False) -> str:
    """Return the HTML of text; notes the anchors in it. Raises UnsureError."""
    if not _OF_MEANING.search(text):
        return text
    written: list[str] = []
    at = 0
    for meant in _OF_MEANING.finditer(text):
        if meant.start() < at:
            continue
        form = _FORM.match(text, meant.start())
        if form is None:
            raise UnsureError(f"{meant[0]!r} in: {text[max(0, at - 20) : at + 60]}")
        written.append(text[at : form.start()])
        html, at = _render_form(form, found, in_link)
        written.append(html)
    return "".join((*written, text[at:]))


def _render_form(form: re.Match[str], found: Found, in_link: bool) -> tuple[str, int]:
    """Return the HTML of a form, and where the text goes on after it."""
    kind = form.lastgroup
    if kind == "tag":
        if form["attributes"]:
            found.anchors.update(attributes.find_anchors(form["name"], form["attributes"]))
        return form["tag"], form.end()
    if kind == "target":
        return _render_link(form, found, in_link)
    if kind == "strong":
        return f"<strong>{render_text(form['strong'], found, in_link=in_link)}</strong>", form.end()
    if kind == "reference":
        return form["reference"], form.end()
    character = form["escaped"] or form["literal"]
    return ("&gt;" if character == ">" else character), form.end()


def _render_link(form: re.Match[str], found: Found, in_link: bool) -> tuple[str, int]:
    if in_link:
        raise UnsureError(f"a link within a link: {form[0]}")
    given: dict[str, str] = {}
    end = form.end()
    listed = attributes.LIST.match(form.string, end)
    if listed:
        given = attributes.read_list(listed[0])
        end = listed.end()
        found.add_block_anchor(given.get("id"))
    given["href"] = found.link_to(form["target"])
    return f"<a{attributes.write(given)}>{render_text(form['words'], found, in_link=True)}</a>", end
