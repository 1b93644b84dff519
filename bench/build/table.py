"""The measured figures as a page of the documentation. Nothing on it is typed by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Figures = Mapping[str, Any]
Sizes = Mapping[str, Mapping[str, Figures]]


def page(sizes: Sizes) -> str:
    """The whole page, of the builds of each size by the edit that came before."""
    return "\n\n".join(_parts(dict(sorted(sizes.items(), key=lambda size: int(size[0]))))) + "\n"


def _parts(sizes: Sizes) -> Iterator[str]:
    yield "# A whole build, measured"
    yield (
        "Written by `.venv/bin/python -m bench.build`; [Tests](tests.md) says how to repeat it. Each size is"
        " an archive of `bench.corpus`, built by `archive build --timings`: cold, without a cache or a site,"
        " and again after each edit."
    )
    yield "## Time and memory"
    yield (
        "Seconds by the clock, and of processor time in all processes but those that read the documents: the"
        " machine may have had other work. Memory is the most that one process held."
    )
    rows = [_time(size, kind, built) for size, builds in sizes.items() for kind, built in builds.items()]
    yield _table(["documents", "build", "seconds", "processor seconds", "MB of memory"], rows)
    for size, builds in sizes.items():
        yield f"## Where the time goes, {int(size):,} documents"
        yield "Seconds by the clock. The stages that are indented run at once, in processes of their own."
        yield _stages(builds)
    yield "## What comes of it"
    yield _table(["documents", "pages", "files", "MB of site"], [*_outcomes(sizes)])
    yield "## The largest folders of the site"
    yield _table(["documents", "folder", "MB"], [*_folders(sizes)])
    yield "## What is kept between runs"
    yield (
        "The folders that the workflows keep, in megabytes before the host compresses them."
        " [Publish](../maintaining/publish.md#what-is-kept-between-runs) says how."
    )
    kept = [(size, builds["cold"]["kept_mb"]) for size, builds in sizes.items()]
    names = [*kept[0][1]] if kept else []
    rows = [[f"{int(size):,}", *(f"{found[name]:,}" for name in names)] for size, found in kept]
    yield _table(["documents", *(f"`{name}`" for name in names)], rows)
    yield "## Beside plain MkDocs"
    yield "Processor seconds of `mkdocs build` on the same pages, beside a whole build: the ratio holds anywhere."
    yield _table(["documents", "mkdocs build", "archive build, cold", "one document more"], [*_ratios(sizes)])


def _time(size: str, kind: str, built: Figures) -> list[str]:
    seconds, spent = built["seconds"]["all"], built["processor_seconds"]
    return [f"{int(size):,}", kind, f"{seconds:,.1f}", f"{spent:,.1f}", f"{built['memory_mb']:,}"]


def _stages(builds: Mapping[str, Figures]) -> str:
    stages = dict.fromkeys(stage for built in builds.values() for stage in built["seconds"] if stage != "all")
    rows = []
    for stage in stages:
        shown = f"&emsp;{stage.strip()}" if stage.startswith(" ") else stage
        rows.append([shown, *(_seconds(built, stage) for built in builds.values())])
    return _table(["stage", *builds], rows)


def _seconds(built: Figures, stage: str) -> str:
    return f"{built['seconds'][stage]:,.1f}" if stage in built["seconds"] else ""


def _outcomes(sizes: Sizes) -> Iterator[list[str]]:
    for size, builds in sizes.items():
        cold = builds["cold"]
        yield [f"{int(size):,}", *(f"{cold[key]:,}" for key in ("pages", "files", "site_mb"))]


def _folders(sizes: Sizes) -> Iterator[list[str]]:
    for size, builds in sizes.items():
        folders = sorted(builds["cold"]["folders_mb"].items(), key=lambda item: -item[1])
        yield from ([f"{int(size):,}", f"`{name}/`", f"{found:,}"] for name, found in folders[:6])


def _ratios(sizes: Sizes) -> Iterator[list[str]]:
    for size, builds in sizes.items():
        kinds = [builds.get(kind, {}).get("processor_seconds", "") for kind in ("cold", "one document more")]
        yield [f"{int(size):,}", *(f"{each}" for each in (builds["cold"].get("mkdocs_alone", ""), *kinds))]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
