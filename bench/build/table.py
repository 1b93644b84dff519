"""The measured figures as a page of the documentation. Nothing on it is typed by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Figures = Mapping[str, Any]

STAGES = {
    "read": "read, recognise",
    "link": "link",
    "check": "check",
    "originals": "copy the originals",
    "render": "write pages",
    "feeds": "write feeds and calendars",
    "index": "make the search index",
    "export": "make the data files",
    "write": "compare and lay in place",
    "mkdocs": "MkDocs",
}
"""The stages as a reader of the page knows them, in the order of a build."""
KINDS = {"cold": "cold", "again": "nothing changed", "one month more": "one month more"}


def page(sizes: Mapping[str, Mapping[str, Figures]]) -> str:
    """The whole page, of the builds of each size by their kind."""
    return "\n\n".join(_parts(dict(sorted(sizes.items(), key=lambda size: int(size[0]))))) + "\n"


def _parts(sizes: Mapping[str, Mapping[str, Figures]]) -> Iterator[str]:
    yield "# A whole build, measured"
    yield (
        "Written by `.venv/bin/python -m bench.build`; [Tests](tests.md) says how to repeat it. Each size is"
        " built from documents of `bench.corpus` by the pipeline that `archive build` runs: cold, without a"
        " cache or a site; again with nothing changed; and with the documents of one more month."
    )
    builds = [(size, kind, built[kind]) for size, built in sizes.items() for kind in KINDS if kind in built]
    yield "## Time and memory"
    yield "Seconds by the clock; the most memory that a process held at once."
    head = ["documents", "build", "seconds", "documents a second", "builder, MB", "MkDocs, MB"]
    yield _table(head, [_time(*build) for build in builds])
    yield "## Where the time goes"
    yield (
        "Seconds by stage. The first is by the clock, with a worker for each core; the others are seconds of"
        " processor time."
    )
    yield _table(
        ["stage", *(f"{int(size):,}, {KINDS[kind]}" for size, kind, _ in builds)],
        [[name, *(f"{b['seconds'][stage]:,.1f}" for _, _, b in builds)] for stage, name in STAGES.items()],
    )
    yield "## What comes of it"
    keys = ("records", "links", "pages", "files", "site_mb")
    yield _table(
        ["documents", "records", "links", "pages", "files", "MB of site"],
        [[f"{int(s):,}", *(f"{b['cold'][key]:,}" for key in keys)] for s, b in sizes.items() if "cold" in b],
    )


def _time(size: str, kind: str, built: Figures) -> list[str]:
    seconds = built["seconds"]["all"]
    return [
        f"{int(size):,}",
        KINDS[kind],
        f"{seconds:,.1f}",
        f"{built['documents'] / seconds:,.1f}",
        f"{max(built['builder_mb'].values()):,}",
        f"{built['mkdocs_mb']:,}",
    ]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
