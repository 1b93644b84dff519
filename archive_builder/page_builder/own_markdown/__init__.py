"""A fast renderer for the forms of Markdown that the archive's own templates write, and for no others.

It gives the bytes of Python-Markdown with the extensions of `EXTENSIONS`, or raises `UnsureError` where a page
holds anything that is not plainly one of its forms; such a page is left to Python-Markdown.
"""

from archive_builder.page_builder.own_markdown.found import Heading
from archive_builder.page_builder.own_markdown.page import Rendered, render
from archive_builder.page_builder.own_markdown.unsure import UnsureError

__all__ = ["CONTENTS_DEPTH", "EXTENSIONS", "SETTINGS", "Heading", "Rendered", "UnsureError", "render"]

EXTENSIONS = frozenset(
    {
        "abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables",
        "toc", "pymdownx.details", "pymdownx.superfences",
    }
)  # fmt: skip
"""The extensions of Python-Markdown that the renderer stands for."""
CONTENTS_DEPTH = 4
"""The lowest level of heading that stands in a page's contents."""
SETTINGS = {
    "tables": {"use_align_attribute": True},
    "toc": {"permalink": False, "toc_depth": CONTENTS_DEPTH},
}
"""The settings of the extensions; all others are the extensions' own."""
