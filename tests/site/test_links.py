"""The built site as files: every link and anchor leads somewhere, and a second build gives the same bytes."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from tests.built import URL, build_samples


def test_no_link_or_anchor_is_dead(site: Path) -> None:
    found = {
        path: LexborHTMLParser(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))
    }
    anchors = {path: {node.attributes["id"] for node in tree.css("[id]")} for path, tree in found.items()}
    dead = []
    for path, tree in found.items():
        here = urljoin(URL, path.relative_to(site).as_posix().removesuffix("index.html"))
        for link in _links(tree):
            url = urlsplit(urljoin(here, link))
            if url.scheme not in ("http", "https"):
                continue
            file = _file(site, url.geturl())
            if file is None or (
                url.fragment and file.suffix == ".html" and unquote(url.fragment) not in anchors[file]
            ):
                dead.append(f"{path.relative_to(site)}: {link}")
    assert dead == []


def _links(tree: LexborHTMLParser) -> list[str]:
    nodes = [(node, "href") for node in tree.css("a[href], link[href]")]
    nodes += [(node, "src") for node in tree.css("script[src], img[src]")]
    return [node.attributes[name] or "" for node, name in nodes]


def _file(site: Path, url: str) -> Path | None:
    """The file an address leads to; another host is as dead as a missing page."""
    if not url.startswith(URL):
        return None
    path = site / unquote(urlsplit(url.removeprefix(URL)).path)
    path = path / "index.html" if path.is_dir() else path
    return path if path.is_file() else None


def test_anchors_are_unique_on_their_page(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        ids = [
            node.attributes["id"] for node in LexborHTMLParser(path.read_text(encoding="utf-8")).css("[id]")
        ]
        assert sorted(set(ids), key=str) == sorted(ids, key=str), path.relative_to(site)


def test_building_again_elsewhere_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = build_samples(tmp_path)
    for first, second in ((site, again), (site.parent / "docs", tmp_path / "docs")):
        one, other = _contents(first), _contents(second)
        assert one.keys() == other.keys()
        assert [path for path in one if one[path] != other[path]] == []


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
