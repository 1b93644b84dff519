"""Links to anchors that no page has, said as MkDocs says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archive_builder.page_builder.kept_pages import KeptPage, Said


def missing_anchors(pages: Mapping[str, KeptPage], level: int) -> Iterator[Said]:
    """Say in MkDocs' words which links lead to an anchor that is not there."""
    anchors = {source: frozenset(page.anchors) for source, page in pages.items()}
    for source, page in sorted(pages.items()):
        for to, anchor, link in page.links:
            if to in anchors and anchor not in anchors[to]:
                yield level, _missing_anchor(source, to, anchor, link)


def _missing_anchor(source: str, to: str, anchor: str, link: str) -> str:
    if to != source:
        problem = f"the doc '{to}' does not contain an anchor '#{anchor}'."
    elif anchor.startswith("fnref:"):
        problem = (
            "there is no such anchor on this page. This seems to be a footnote that is never referenced."
        )
    else:
        problem = "there is no such anchor on this page."
    return f"Doc file '{source}' contains a link '{link}', but {problem}"
