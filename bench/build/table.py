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
    yield from _times(sizes)
    whole = {size: builds for size, builds in sizes.items() if _is_whole(builds.get("cold", {}))}
    yield from _growth(whole)
    yield from _contents(whole)
    yield "## Beside plain MkDocs"
    yield "Processor seconds of `mkdocs build` on the same pages, beside a whole build: the ratio holds anywhere."
    yield _table(["documents", "mkdocs build", "archive build, cold", "one document more"], [*_ratios(whole)])


def _is_whole(built: Figures) -> bool:
    return bool(built) and not built.get("cut_off")


def _has_stages(builds: Mapping[str, Figures]) -> bool:
    """True unless each build was cut off before it could say what its stages took."""
    return any(len(built["seconds"]) > 1 for built in builds.values())


def _times(sizes: Sizes) -> Iterator[str]:
    yield "## Time and memory"
    yield (
        "Seconds by the clock, and of processor time in all processes but those that read the documents: the"
        " machine may have had other work. Memory is the most that one process held. A build that was cut off"
        " has what it took until then."
    )
    rows = [_time(size, kind, built) for size, builds in sizes.items() for kind, built in builds.items()]
    yield _table(["documents", "build", "seconds", "processor seconds", "MB of memory"], rows)
    for size, builds in sizes.items():
        if not _has_stages(builds):
            continue
        yield f"## Where the time goes, {int(size):,} documents"
        yield "Seconds by the clock. The stages that are indented run at once, in processes of their own."
        yield _stages(builds)


def _growth(sizes: Sizes) -> Iterator[str]:
    """Yield what one document more costs at each size, and how often as much as at the size before."""
    costs = {
        size: builds["one document more"]["processor_seconds"]
        for size, builds in sizes.items()
        if _is_whole(builds.get("one document more", {}))
    }
    if not costs:
        return
    yield "## What one document more costs"
    yield "Processor seconds of the build after it, and the factor to the size above."
    rows = []
    before = 0.0
    for size, seconds in costs.items():
        rows.append([f"{int(size):,}", f"{seconds:,.1f}", f"{seconds / before:.1f}" if before else ""])
        before = seconds
    yield _table(["documents", "processor seconds", "factor"], rows)


def _contents(sizes: Sizes) -> Iterator[str]:
    yield "## What comes of it"
    yield "Originals are the files that the documents were read from: they are as large as they are."
    head = ["documents", "pages", "files", "without originals", "MB of site", "without originals"]
    yield _table(head, [*_outcomes(sizes)])
    yield "## The largest folders of the site"
    yield _table(["documents", "folder", "MB", "files"], [*_folders(sizes)])
    yield "## What is kept between runs"
    yield (
        "The folders that the workflows keep, in megabytes before the host compresses them."
        " [Publish](../maintaining/publish.md#what-is-kept-between-runs) says how."
    )
    kept = [(size, builds["cold"]["kept_mb"]) for size, builds in sizes.items()]
    names = [*kept[0][1]] if kept else []
    rows = [[f"{int(size):,}", *(f"{found[name]:,}" for name in names)] for size, found in kept]
    yield _table(["documents", *(f"`{name}`" for name in names)], rows)


def _time(size: str, kind: str, built: Figures) -> list[str]:
    seconds, spent = built["seconds"]["all"], built["processor_seconds"]
    shown = f"{kind}, cut off" if built.get("cut_off") else kind
    return [f"{int(size):,}", shown, f"{seconds:,.1f}", f"{spent:,.1f}", f"{built['memory_mb']:,}"]


def _stages(builds: Mapping[str, Figures]) -> str:
    stages = dict.fromkeys(stage for built in builds.values() for stage in built["seconds"] if stage != "all")
    rows = []
    for stage in stages:
        shown = f"&emsp;{stage.strip()}" if stage.startswith(" ") else stage
        rows.append([shown, *(_seconds(built, stage) for built in builds.values())])
    return _table(["stage", *builds], rows)


def _seconds(built: Figures, stage: str) -> str:
    return f"{built['seconds'][stage]:,.1f}" if stage in built["seconds"] else ""


_ORIGINALS = "files"
"""The folder of the originals."""


def _outcomes(sizes: Sizes) -> Iterator[list[str]]:
    for size, builds in sizes.items():
        cold = builds["cold"]
        own_files = cold["files"] - cold["folders_files"][_ORIGINALS]
        own_mb = cold["site_mb"] - cold["folders_mb"][_ORIGINALS]
        counted = [f"{number:,}" for number in (cold["pages"], cold["files"], own_files)]
        yield [f"{int(size):,}", *counted, f"{cold['site_mb']:,.1f}", f"{own_mb:,.1f}"]


def _folders(sizes: Sizes) -> Iterator[list[str]]:
    for size, builds in sizes.items():
        cold = builds["cold"]
        folders = sorted(cold["folders_mb"].items(), key=lambda item: -item[1])
        for folder, found in folders[:6]:
            yield [f"{int(size):,}", f"`{folder}/`", f"{found:,}", f"{cold['folders_files'][folder]:,}"]


def _ratios(sizes: Sizes) -> Iterator[list[str]]:
    for size, builds in sizes.items():
        kinds = [builds.get(kind, {}).get("processor_seconds", "") for kind in ("cold", "one document more")]
        yield [f"{int(size):,}", *(f"{each}" for each in (builds["cold"].get("mkdocs_alone", ""), *kinds))]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
