"""Words that hold every sign of HTML, of Markdown and of each extension, and an archive made of nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from archive_builder.link.lifelines import find_lifelines
from archive_builder.link.threads import find_threads
from archive_builder.model import Abbreviation, Archive, Aside, BlockKind, Document, Topic
from tests import factories

SIGNS: Mapping[str, str] = {
    "marks": r"""\ ` `` * ** _ __ { } [ ] ( ) # + - . ! | ~ ^ = : ; , ? < > & " ' $ % @ /""",
    "a tag": """<script>hx()</script> </td></tr></table></div> <img src=x onerror=hx()> "><svg onload=hx()>""",
    "a comment": "<!-- contents --> --> <![CDATA[ ]]> <? ?>",
    "an entity": "&lt;b&gt; &#123; &amp;amp; &nbsp;",
    "a code span": "`code` ``co`de``",
    "a link": "[a](javascript:hx) [a](style=position:fixed;inset:0) [a][b] [b]: https://hx.invalid ![a](x)",
    "an address": "<https://hx.invalid> <hx@hx.invalid> https://hx.invalid/a_b_c*d*",
    "abbr": "*[HX]: hx",
    "footnotes": "[^1] [^1]: hx",
    "md_in_html": '<div markdown="1" onclick="hx()">*hx*</div> <td markdown=span>',
    "toc": "[TOC]",
    "admonition": '!!! note "hx"',
    "details": '???+ note "hx"',
    "def_list": ":   hx",
    "superfences": "```hx ~~~hx",
    "tables": "| a | b | --- | ---: |",
    "a placeholder": "wzxhzdk:0 klzzwxh:0001 zz1337820767766393449qq",
    "a template": "{{ config }} {% raw %} {# hx #}",
    "attr_list": """{: style='position:fixed;inset:0' onclick='hx()' hidden .hx #hx }""",
}
"""By what reads them; the list of attributes comes last, as it does in what it is meant for."""
ALL = " ".join(SIGNS.values())

NO_SLASH = "\N{FRACTION SLASH}"
"""Stands for the one sign that the name of a file cannot hold."""
LEFT = frozenset(
    """
    slug path id anchor sha256 media_type original found_by confidence item parent part_of same_as person
    asker owner_ids presenter_ids source target layout rule answer_status status period questions body href
    documents code Action.marker
    """.split()
)
"""Fields that hold no text of a document: addresses, and words of a fixed list."""


class Hostile:
    """Fills whatever can hold a text with a word of its own and the signs behind it."""

    def __init__(self, signs: str = ALL) -> None:
        self.signs = signs
        self.places: dict[str, str] = {}
        """Where each word was put: `hx7q` to `Question.text`."""

    def text(self, place: str) -> str:
        token = f"HX{len(self.places) + 1}q"
        self.places[token.lower()] = place
        return f"{token} {self.signs}"

    def made(self, value: Any, place: str = "") -> Any:
        """The value with each text in it, however deep, replaced."""
        if is_dataclass(value) and not isinstance(value, type):
            held = [field.name for field in fields(value) if field.init]
            kind = type(value).__name__
            return replace(value, **{key: self.made(getattr(value, key), f"{kind}.{key}") for key in held})
        if isinstance(value, tuple):
            return tuple(self.made(part, place) for part in value)
        name = place.rpartition(".")[2]
        if not isinstance(value, str) or isinstance(value, Enum) or LEFT & {name, place}:
            return value
        made = self.text(place) if value or name in ALWAYS else ""
        return f"{made}.txt".replace("/", NO_SLASH) if name == "file" else made


ALWAYS = frozenset(["title", "caption", "marker", "update", "withheld", "corrected", "venue", "asked_by"])
"""Fields that are filled even where the archive leaves them empty."""


def archive(filler: Hostile) -> Archive:
    """The archive of `factories`, every text in it hostile; bodies, people and topics too."""
    plain = factories.archive()
    topic = Topic(slug="calls", name="Calls", about="Calls to the force")
    short = Abbreviation(short="HXA", meaning="Harbour", documents=(plain.documents[0].path,))
    about = {document.id_of(record): (topic.slug,) for document, record in plain.each()}
    put_right = Aside(line=1, text="misprint", rule="corrected", note="read otherwise")
    documents = tuple(replace(each, asides=(*each.asides, put_right)) for each in plain.documents)
    whole = replace(plain, documents=documents, topics=(topic,), glossary=(short,), about=about)
    made: Archive = filler.made(whole)
    made = replace(made, documents=tuple(map(_with_captions, made.documents)))
    lines = {
        name: replace(course, path=f"actions/{at}/")
        for at, (name, course) in enumerate(find_lifelines(made, made.links).items())
    }
    asked = {
        name: replace(thread, path=f"questions/{at}/")
        for at, (name, thread) in enumerate(find_threads(made, made.links, lines).items())
    }
    return replace(made, lifelines=lines, threads=asked)


def _with_captions(document: Document) -> Document:
    """A document whose tables are headed by the paragraph before them."""
    tables = tuple(
        replace(table, caption=document.blocks[table.block - 1].text)
        if document.blocks[table.block - 1].kind is BlockKind.PARAGRAPH
        else table
        for table in document.tables
    )
    return replace(document, tables=tables)
