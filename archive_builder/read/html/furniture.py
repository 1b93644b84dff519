"""The furniture of a web page: menus, banners, site heads and feet, each told by a rule with a name.

What it holds is set aside under that name, and counted: it is no part of the document, and no word of it is
lost. A header, a footer or an aside that holds the document's own words is no furniture.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from archive_builder import lang
from archive_builder.read.html.letters import Letters, measured
from archive_builder.text import dates
from archive_builder.text.words import phrase

SITE = "site-"
"""What the names of all these rules begin with."""
_MAIN = "main, [role=main], article"
_LINKED = 0.5
"""A region with this part of its letters in links leads elsewhere."""
_MENU = (4, 0.8)
"""A list of so many links, and so little else, is a menu, where it stands outside the main content."""
_BARE_MENU = (6, 0.95)
"""The same, on a page that does not say what its main content is."""
_MOST = 0.5
"""What holds more of a page's letters is no furniture, whatever it is called."""
_LONGEST_BANNER = 1_200
"""Letters."""
_DEEPEST = 6
"""How deep a region is looked into, where it holds furniture and the document's own words."""
_NAMES = {
    "menu": frozenset(
        "nav navbar navigation menu main-menu topnav main-nav site-nav site-navigation".split()
    ),
    "header": frozenset("site-header page-header masthead banner siteheader".split()),
    "footer": frozenset("footer site-footer page-footer colophon sitefooter site-info".split()),
    "sidebar": frozenset("sidebar side-bar".split()),
    "widget": frozenset("widget widget-area".split()),
    "sharing": frozenset("share sharing share-buttons social social-links social-media addtoany".split()),
}
"""How web pages call their furniture: ids and classes, and what is meant."""
_REGIONS = ("header", "footer", "sidebar")
_OF_TAG = {"header": "header", "footer": "footer", "aside": "sidebar"}
_OF_ROLE = {"banner": "header", "contentinfo": "footer", "complementary": "sidebar"}
_NAMED_TAGS = frozenset("div section ul ol p nav aside header footer table form dl span".split())


@dataclass(frozen=True, slots=True)
class _Element:
    """An element with what the rules ask of it."""

    node: LexborNode
    tag: str
    role: str
    named: str
    """Its id and classes, in small letters."""
    letters: Letters
    is_most: bool
    """It holds most of the page."""
    in_main: bool
    """It stands in the main content, or in a region that is known to hold the document's words."""
    has_main: bool
    """The page says which its main content is."""

    def is_called(self, kind: str) -> bool:
        """True if the page calls it by a name of that kind of furniture."""
        if self.tag not in _NAMED_TAGS or self.is_most:
            return False
        return not _NAMES[kind].isdisjoint(self.named.split())


def find_furniture(parser: LexborHTMLParser) -> dict[int, str]:
    """The elements of a page that are furniture: the name of the rule by the node's `mem_id`."""
    body = parser.body
    if body is None:
        return {}
    main = frozenset(node.mem_id for node in parser.css(_MAIN))
    letters = measured(body)
    total = letters[body.mem_id].all
    found: dict[int, str] = {}
    stack = [(child, False) for child in body.iter()]
    while stack:
        node, in_main = stack.pop()
        element = _element(node, letters[node.mem_id], total, in_main, main)
        rule = _rule(element)
        region = "" if rule or element.in_main else _region(element)
        if rule:
            found[node.mem_id] = SITE + rule
        elif region:
            aside = dict.fromkeys(_parts_of_site(node, region, letters, _DEEPEST), SITE + region)
            found |= aside
        if node.mem_id not in found:
            inside = element.in_main or bool(region)
            stack += [(child, inside) for child in node.iter() if child.mem_id not in found]
    return found


def _element(node: LexborNode, letters: Letters, total: int, in_main: bool, main: frozenset[int]) -> _Element:
    said = node.attributes
    return _Element(
        node=node,
        tag=(node.tag or "").lower(),
        role=(said.get("role") or "").lower(),
        named=f"{said.get('id') or ''} {said.get('class') or ''}".lower(),
        letters=letters,
        is_most=letters.all > total * _MOST,
        in_main=in_main or node.mem_id in main,
        has_main=bool(main),
    )


# The rules.


def _is_breadcrumbs(element: _Element) -> bool:
    return "breadcrumb" in element.named and not element.is_most


def _is_menu(element: _Element) -> bool:
    if element.tag == "nav" or element.role in ("navigation", "menu", "menubar"):
        return True
    return element.is_called("menu") or _is_list_of_links(element)


def _is_list_of_links(element: _Element) -> bool:
    if element.in_main or element.tag not in ("ul", "ol", "div", "table", "p"):
        return False
    links, share = _MENU if element.has_main else _BARE_MENU
    letters = element.letters
    return letters.links >= links and letters.share >= share and not letters.papers


def _is_cookie_notice(element: _Element) -> bool:
    if element.is_most or element.letters.all > _LONGEST_BANNER:
        return False
    is_banner = re.search(r"cookie|consent|gdpr", element.named) or element.role in ("dialog", "alertdialog")
    return bool(is_banner and _says("cookie_notices", element.node))


def _is_skip_link(element: _Element) -> bool:
    href = element.node.attributes.get("href") or ""
    return element.tag == "a" and href.startswith("#") and _says("skip_links", element.node)


def _is_search(element: _Element) -> bool:
    if element.role == "search":
        return True
    return element.tag == "form" and element.node.css_first("input[type=search], input[name=q]") is not None


def _is_site_form(element: _Element) -> bool:
    if element.tag != "form":
        return False
    log_in = element.node.css_first("input[type=password]") is not None
    return log_in or (element.has_main and not element.in_main)


def _is_button(element: _Element) -> bool:
    return element.tag == "button"


def _is_sharing(element: _Element) -> bool:
    return element.is_called("sharing")


def _is_widget(element: _Element) -> bool:
    return element.is_called("widget") and not element.in_main


_RULES: dict[str, Callable[[_Element], bool]] = {
    "breadcrumbs": _is_breadcrumbs,
    "menu": _is_menu,
    "cookie-notice": _is_cookie_notice,
    "skip-link": _is_skip_link,
    "search": _is_search,
    "form": _is_site_form,
    "button": _is_button,
    "sharing": _is_sharing,
    "widget": _is_widget,
}


def _rule(element: _Element) -> str:
    return next((name for name, fits in _RULES.items() if fits(element)), "")


def _region(element: _Element) -> str:
    """Which region of a page an element is, by its tag, role or name; empty for none."""
    of_page = _OF_TAG.get(element.tag) or _OF_ROLE.get(element.role)
    return of_page or next((region for region in _REGIONS if element.is_called(region)), "")


def _parts_of_site(
    node: LexborNode, region: str, letters: Mapping[int, Letters], depth: int
) -> Iterator[int]:
    """What of a header, footer or sidebar is furniture: all of it, nothing, or some of its elements."""
    leads_elsewhere = letters[node.mem_id].share >= _LINKED
    if not leads_elsewhere and (region == "header" or not _says("notices", node)):
        return
    parts = list(node.iter())
    if not parts or not depth or not _holds_document(node):
        yield node.mem_id
        return
    for part in parts:
        yield from _parts_of_site(part, region, letters, depth - 1)


def _holds_document(node: LexborNode) -> bool:
    """True if a region holds words of a document: a day, a heading of its own, a table."""
    if any(heading.css_first("a") is None for heading in node.css("h1, h2, h3, h4")):
        return True
    return node.css_first("td") is not None or dates.first_date(_text(node)) is not None


def _says(words: str, node: LexborNode) -> bool:
    """True if an element has one of the words of a list of `web_pages.toml`."""
    return bool(_pattern(words).search(_text(node)))


def _text(node: LexborNode) -> str:
    return (node.text(separator=" ") or "")[:5_000]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    alternatives: Iterable[str] = lang.table("web_pages")[name]
    return re.compile(rf"(?<!\w)(?:{phrase(alternatives)})(?!\w)", re.IGNORECASE)
