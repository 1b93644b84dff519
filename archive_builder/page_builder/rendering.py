"""Reads a page and renders its Markdown: by the fast renderer where it can, else by Python-Markdown.

One page in a hundred that the fast renderer took is rendered by Python-Markdown too, and the two are compared.
"""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import unquote, urlsplit

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url

from archive_builder.page_builder import own_markdown
from archive_builder.page_builder.own_markdown import Rendered, UnsureError

_LOG = logging.getLogger("mkdocs.structure.pages")
_CHECKED = 100
"""Of so many pages, one is rendered both ways."""
_DIFFERS = "comes out otherwise from the program's own renderer: every page was rendered by Python-Markdown"
"""What is said of a page that the two renderers do not agree on."""


def can_be_fast(config: MkDocsConfig) -> bool:
    """Return True if the configured Markdown is the one that the fast renderer stands for."""
    settings = {name: given for name, given in config.mdx_configs.items() if given}
    return set(config.markdown_extensions) == own_markdown.EXTENSIONS and settings == own_markdown.SETTINGS


def tells_of_difference(message: str) -> bool:
    """Return True if a message says that the two renderers do not agree on a page."""
    return message.endswith(_DIFFERS)


def read_page(page: Page, config: MkDocsConfig, files: Files, source: str, *, fast: bool) -> None:
    """Read and render a page, as MkDocs does where there are no plugins, and say in its words where that fails.

    `source`: the digest of the page's source. `fast`: by the fast renderer, if it takes the page.
    """
    try:
        page.read_source(config)
        if not fast or not render_fast(page, config, files):
            page.render(config, files)
        elif int(source[:8], 16) % _CHECKED == 0:
            _check(page, config, files)
    except Exception as error:
        reason = "" if isinstance(error, BuildError) else f" {error}"
        _LOG.error("Error reading page '%s':%s", page.file.src_uri, reason)
        raise


def render_fast(page: Page, config: MkDocsConfig, files: Files) -> bool:
    """Render a page by the fast renderer; return False if that leaves it to Python-Markdown."""
    links = _RelativePathTreeprocessor(page.file, files, config)
    try:
        rendered = own_markdown.render(page.markdown or "", lambda target: _address(target, links))
    except UnsureError:
        return False
    page.content = rendered.html
    page.toc = get_toc(nest_toc_tokens(_contents(rendered)))
    page._title_from_render = rendered.title
    page.present_anchor_ids = set(rendered.anchors)
    page.links_to_anchors = links.links_to_anchors
    return True


def _address(target: str, links: _RelativePathTreeprocessor) -> str:
    """Return the address of a link's target. Raises UnsureError where MkDocs has something to say of the link.

    It does what MkDocs' `path_to_url` does for a link that leads to a file of the site.
    """
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return target
    if parts.query or target.startswith("/"):
        raise UnsureError(f"a link with a query, or from the top: {target}")
    if not parts.path:
        return links.path_to_url(target)
    file = links.files.get_file_from_path(links._target_uri(links.file.src_uri, unquote(parts.path)))
    if file is None or file.inclusion.is_excluded():  # type: ignore[no-untyped-call]
        raise UnsureError(f"a link that leads nowhere: {target}")
    way = get_relative_url(file.url, links.file.url)
    if not parts.fragment:
        return way
    links.links_to_anchors.setdefault(file, {}).setdefault(parts.fragment, target)
    return f"{way}#{parts.fragment}"


def _contents(rendered: Rendered) -> list[Any]:
    """Return the headings of a page's contents, as Python-Markdown's extension `toc` lists them."""
    return [
        {"level": heading.level, "id": heading.anchor, "name": heading.name}
        for heading in rendered.headings
        if heading.level <= own_markdown.CONTENTS_DEPTH
    ]


def _check(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Render a page by Python-Markdown too, keep what that makes of it, and say if it is something else."""
    fast = outcome(page)
    page.render(config, files)
    if outcome(page) != fast:
        _LOG.warning("Doc file '%s' %s", page.file.src_uri, _DIFFERS)


def outcome(page: Page) -> tuple[object, ...]:
    """Return all that comes of a page's Markdown: HTML, contents, title, anchors, links with an anchor."""
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    return page.content, str(page.toc), page._title_from_render, page.present_anchor_ids, links
