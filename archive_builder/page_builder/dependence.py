"""What all pages of a site are made from, and whether one page can depend on another."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

from jinja2 import meta
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from archive_builder.page_builder import kept_pages
from archive_builder.theme import FOLDER as THEME

SELF_CONTAINED = frozenset(
    {
        "abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "meta",
        "sane_lists", "smarty", "tables", "toc",
        "pymdownx.caret", "pymdownx.details", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.mark",
        "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde",
    }
)  # fmt: skip
"""Extensions of Markdown that look at nothing but the page."""
_LIBRARIES = ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions", "Jinja2", "MarkupSafe")
_NOT_OF_A_PAGE = frozenset({"config_file_path", "docs_dir", "hooks", "plugins", "site_dir", "theme", "watch"})
"""Settings that are no part of a page, or stand in its key by another way."""
_OF_ALL_PAGES = frozenset({"pages", "build_date_utc"})
"""What a template would have to name to depend on other pages or on the day."""
_META_IN_NAVIGATION = ("icon", "status", "subtitle")
"""Front matter that Material shows wherever a page stands in the navigation."""


def pages_depend_on_more(config: MkDocsConfig) -> bool:
    """Return True if one page could depend on another by a way that a page's key does not hold."""
    if config.plugins or config.hooks or config.extra_templates:
        return True
    if not SELF_CONTAINED.issuperset(config.markdown_extensions):
        return True
    parse = config.theme.get_env().parse
    templates = [
        path
        for folder in _own_folders(config)
        for path in folder.rglob("*.html")
        if path.name not in config.theme.static_templates
    ]
    names = (meta.find_undeclared_variables(parse(path.read_text(encoding="utf-8"))) for path in templates)
    return any(_OF_ALL_PAGES & found for found in names)


def _own_folders(config: MkDocsConfig) -> list[Path]:
    """Return the folders of the theme that are ours or the repository's; those of libraries are told by version."""
    folders = map(Path, config.theme.dirs)
    return [folder for folder in folders if folder == THEME or "site-packages" not in folder.parts]


def digest_of_shared(config: MkDocsConfig, navigation: Navigation) -> str:
    """Return the digest of what all pages are made from."""
    versions = [f"{library} {metadata.version(library)}" for library in _LIBRARIES]
    settings = {name: repr(value) for name, value in config.items() if name not in _NOT_OF_A_PAGE}
    theme = {name: repr(config.theme[name]) for name in sorted(config.theme)}
    told = repr((sys.version, versions, sorted(settings.items()), theme, _outline(navigation)))
    own = [kept_pages.digest_of_templates(folder) for folder in _own_folders(config)]
    program = [path.read_bytes() for path in sorted(Path(__file__).parent.rglob("*.py"))]
    return kept_pages.digest(told.encode(), "".join(own).encode(), *program)


def _outline(navigation: Navigation) -> list[tuple[object, ...]]:
    """Return what a page shows of the navigation."""
    outline: list[tuple[object, ...]] = [(item.title, repr(item)) for item in navigation.items]
    for page in navigation.pages:
        outline.append((page.title, page.url, [page.meta.get(name) for name in _META_IN_NAVIGATION]))
    return outline
