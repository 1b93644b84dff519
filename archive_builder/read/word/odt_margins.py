"""Headers and footers of an OpenDocument text: what stands above the text of the first page is content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from archive_builder.model import Aside
from archive_builder.read.word.margins import MarginLine, on_one_line
from archive_builder.read.word.odt_names import STYLE, TABLE, TEXT, named
from archive_builder.text.words import words

_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_HEADERS = tuple(f"{STYLE}header{which}" for which in ("-first", "", "-left"))
_FOOTERS = tuple(f"{STYLE}footer{which}" for which in ("-first", "", "-left"))
_NUMBERS = (f"{TEXT}page-number", f"{TEXT}page-count")


@dataclass(frozen=True, slots=True)
class Margin:
    """A header or footer that is printed on pages of the text."""

    root: Element
    rule: str
    is_first: bool
    """It stands above the text of the first page."""


def margins_of(content: Element, styles: Element | None) -> list[Margin]:
    """The headers and footers of the page styles that a text uses, each once."""
    pages = {page.get(f"{STYLE}name") or "": page for page in named(styles, f"{STYLE}master-page")}
    used = _used(content, pages) if any(len(page) for page in pages.values()) else []
    found: list[Margin] = []
    for number, name in enumerate(used):
        shown = [each for each in pages[name] if each.get(f"{STYLE}display") != "false"]
        opens = next((each for tag in _HEADERS for each in shown if each.tag == tag), None)
        for each in shown:
            if each.tag in (*_HEADERS, *_FOOTERS):
                rule = "running-head" if each.tag in _HEADERS else "running-foot"
                found.append(Margin(each, rule, number == 0 and each is opens))
    return found


def _used(content: Element, pages: dict[str, Element]) -> list[str]:
    """The page styles in the order in which paragraphs ask for them, and those that follow them."""
    asked = {
        style.get(f"{STYLE}name"): style.get(f"{STYLE}master-page-name")
        for style in named(content, f"{STYLE}style")
    }
    starts = [node for node in content.iter() if node.tag in (*_PARAGRAPHS, f"{TABLE}table")]
    names = [asked.get(node.get(f"{TEXT}style-name") or node.get(f"{TABLE}style-name")) for node in starts]
    first = names[0] if names and names[0] else "Standard"
    wanted = dict.fromkeys([first, *(name for name in names if name)])
    following = [pages[name].get(f"{STYLE}next-style-name") for name in wanted if name in pages]
    known = [name for name in dict.fromkeys([*wanted, *following]) if name and name in pages]
    return known or list(pages)[:1]


def read_margins(margins: Sequence[Margin], body: Element) -> tuple[list[Element], list[Aside]]:
    """What headers and footers add to a text: paragraphs above it, and what is set aside.

    The header of the first page is content, as far as its words are not in the text again. Everything
    else is set aside: `running-head`, `running-foot`, `page-number`.
    """
    known = on_one_line(_text(body)) if margins else ""
    above: list[Element] = []
    asides: list[Aside] = []
    for margin in margins:
        for number, paragraph in enumerate(_paragraphs(margin.root)):
            text = _text(paragraph)
            if not words(text):
                continue
            line = MarginLine(text, number, any(node.tag in _NUMBERS for node in paragraph.iter()))
            rule = line.rule(margin.rule)
            if margin.is_first and rule != "page-number" and line.adds_to(known):
                holder = Element(f"{TEXT}section")
                holder.append(paragraph)
                above.append(holder)
            else:
                asides.append(Aside(1, text, rule))
    return above, asides


def _paragraphs(root: Element) -> Iterator[Element]:
    """Paragraphs that stand in no other paragraph."""
    stack = [root]
    while stack:
        node = stack.pop()
        if node.tag in _PARAGRAPHS:
            yield node
        else:
            stack += reversed(node)


def _text(node: Element) -> str:
    """The words below an element on one line."""
    return " ".join("".join(_walked(node)).split())


def _walked(node: Element) -> Iterator[str]:
    stack: list[Element | str] = [node]
    while stack:
        at = stack.pop()
        if isinstance(at, str):
            yield at
            continue
        is_apart = at.tag in (*_PARAGRAPHS, f"{TEXT}tab", f"{TEXT}s", f"{TEXT}line-break")
        yield f"{' ' if is_apart else ''}{at.text or ''}"
        for child in reversed(at):
            stack += [child.tail or "", child]
