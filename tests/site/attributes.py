"""Which attribute may stand on which element of a published page, and what its value may look like.

Whatever is not named here is a fault: text of a document, of a correction or of `archive.toml` is shown
as text and never becomes an attribute, an element that loads or runs something, or a style.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

TEXT = r"[^\x00-\x08\x0b-\x1f\x7f]*"
"""The words of a label or of a description: any, for they are only read out."""
ID = r"[\w.-]+"
NUMBER = r"\d+"
NOTHING = ""
WITHIN = r"(?![\w+.-]*:|//)[\w./?=&%+#:*~-]*"
"""An address within the site: it names no scheme and no host."""
SAFE = rf"{WITHIN}|https?://[^\s<>\"]+|mailto:[^\s<>\"]+"
FILES = rf"{WITHIN}|https?://[\w.:/%-]+"
MEDIA = r"application/atom\+xml|text/calendar"


def _classes(*names: str) -> str:
    one = "|".join(map(re.escape, names))
    return rf"(?:{one})(?: (?:{one}))*"


CHIPS = (
    *("chip", "answered", "promised", "not-answered", "open", "closed", "dropped", "taken-up", "unknown"),
    *("overdue", "soon", "later", "unnamed"),
    *("resolved", "approved", "noted", "lost", "key-decision", "recommendation"),
)
RECORD = ("record", "continued", "question", "answer", "action", "decision", "row", "item")

ALLOWED: Mapping[str, Mapping[str, str]] = {
    "a": {
        "href": SAFE,
        "class": _classes("md-skip", "quote", "site-name", "bar-contents", "bar-top"),
        "aria-label": TEXT,
        "aria-current": "page|true",
        "download": NOTHING,
        "type": MEDIA,
    },
    "article": {"class": _classes("md-typeset", "text")},
    "body": {"dir": "ltr"},
    "button": {
        "class": _classes("menu-button", "theme-button"),
        "type": "submit|button",
        "aria-controls": "__main-links",
        "aria-expanded": "false",
    },
    "del": {},
    "desc": {"id": ID},
    "details": {"class": _classes("changes", "figures", "in-place", "provenance"), "open": "|open"},
    "div": {
        "class": _classes(
            *RECORD,
            *("bar-inner", "in-place", "calendar", "columns", "compared", "entries", "facts", "gaps", "glossary", "highlight"),
            *("numbers", "page"),
            *("opening", "people", "register", "search", "search-browse", "search-help", "search-line", "search-page"),
            *("site-header__inner", "source", "table-region", "timeline", "ways"),
            *("md-container", "md-dialog", "md-dialog__inner", "md-grid", "md-main__inner", "md-typeset"),
        ),
        "id": ID,
        "role": "region",
        "tabindex": "0",
        "aria-label": TEXT,
        "data-md-component": "skip|announce|container|dialog",
        "data-feeds": r"[a-z ]+",
    },
    "dl": {"class": "examples"},
    "circle": {"class": r"line-[1-4]", "cx": NUMBER, "cy": NUMBER, "r": NUMBER},
    "figure": {"class": _classes("chart", "links"), "id": ID},
    "footer": {"class": "site-footer"},
    "form": {
        "class": _classes("search-form", "header-search"),
        "role": "search",
        "aria-label": "Search from any page|Search this archive",
        "action": WITHIN,
        "method": "get",
    },
    "h1": {"id": ID},
    "h2": {"id": ID},
    "h3": {"id": ID},
    "h4": {"id": ID},
    "h5": {"id": ID},
    "h6": {"id": ID},
    "header": {"class": "site-header"},
    "html": {"class": "no-js", "lang": "en"},
    "img": {
        "class": "site-mark",
        "src": r"(?!//)[\w./-]*(?:assets/favicon\.svg|brand/mark\.(?:svg|png))",
        "alt": NOTHING,
        "width": NUMBER,
        "height": NUMBER,
    },
    "input": {
        "class": "md-toggle",
        "id": "__drawer|__search|__header-query|home-search|not-found-search|query",
        "data-md-toggle": "drawer|search",
        "type": "checkbox|search",
        "name": "q",
        "autocomplete": "off",
        "spellcheck": "false",
        "enterkeyhint": "search",
        "placeholder": "Search",
    },
    "ins": {},
    "label": {"class": _classes("md-overlay", "visually-hidden"), "for": ID},
    "link": {"rel": "[a-z]+", "href": FILES, "type": MEDIA, "title": TEXT},
    "main": {"class": "md-main", "data-md-component": "main"},
    "meta": {
        "charset": "utf-8",
        "http-equiv": "Content-Security-Policy",
        "name": "viewport|description|generator|color-scheme|twitter:card",
        "property": "og:(?:type|site_name|title|description|url)",
        "content": TEXT,
    },
    "nav": {
        "class": _classes("bar", "contents", "crumbs", "follow", "letters", "main-links", "pager", "parts"),
        "id": "__main-links|__contents",
        "aria-label": "[A-Z][a-z ]+",
    },
    "p": {
        "class": _classes(
            "bar-place", "printed", "document-links", "item", "label", "lead", "links", "meta", "missing", "more", "note", "report"
        ),
        "id": ID,
    },
    "path": {"class": r"axis|line line-[1-4]", "d": r"[MLH\d .-]+"},
    "rect": {"x": NUMBER, "y": NUMBER, "width": NUMBER, "height": NUMBER},
    "script": {
        "src": WITHIN,
        "type": r"module|application/(?:ld\+)?json",
        "async": NOTHING,
        "id": "__terms",
    },
    "span": {
        "class": _classes(
            *RECORD,
            *CHIPS,
            *("on-screen", "printed-address", "printed-day"),
            *("kind", "label", "links", "mark", "meta", "reply", "said", "together", "visually-hidden"),
        ),
        "id": ID,
        "role": "heading",
        "aria-level": "[2-6]",
    },
    "sup": {"class": "note-mark", "id": ID},
    "svg": {
        "viewBox": r"0 0 \d+ \d+",
        "width": NUMBER,
        "height": NUMBER,
        "role": "img",
        "aria-labelledby": rf"{ID} {ID}",
    },
    "td": {"align": "left|center|right"},
    "text": {"class": "end|middle|series", "x": NUMBER, "y": NUMBER},
    "th": {"scope": "col", "align": "left|center|right"},
    "title": {"id": ID},
    "tr": {"class": _classes(*RECORD), "id": ID},
}
"""By element: its attributes, and a pattern that the whole value fits."""

PLAIN = frozenset(
    ["head", "ul", "ol", "li", "dt", "dd", "table", "caption", "thead", "tbody", "blockquote", "summary"]
    + ["figcaption", "em", "strong", "code", "pre", "br", "-text", "-comment"]
)
"""Elements that may stand on a page and have no attribute."""


def faults(page: str) -> Iterator[str]:
    """Each element and attribute of a page that may not stand there, and each id that stands there twice."""
    root = LexborHTMLParser(page).root
    assert root is not None
    ids: Counter[str] = Counter()
    for node in root.traverse(include_text=False):
        if node.tag not in ALLOWED and node.tag not in PLAIN:
            yield f"<{node.tag}>"
        yield from _attributes(node)
        ids[node.attributes.get("id") or ""] += 1
    yield from (f'id="{name}" {number} times' for name, number in ids.items() if name and number > 1)


def _attributes(node: LexborNode) -> Iterator[str]:
    allowed = ALLOWED.get(node.tag or "", {})
    for name, value in node.attributes.items():
        shape = allowed.get(name)
        if shape is None or not re.fullmatch(shape, value or "", re.DOTALL):
            yield f"<{node.tag} {name}={value!r}>"
