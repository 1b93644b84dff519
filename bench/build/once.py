"""One build by the pipeline that `archive build` runs: seconds by stage, memory, what is in the site."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest import mock

from archive_builder import pipeline, publish, settings
from archive_builder.run.cache import Cache
from bench.memory import most_of_children, most_of_this

ROOT = Path(__file__).parents[2]
STAGES = (
    ("link", pipeline.link, "link"),
    ("check", pipeline.check, "check"),
    ("originals", pipeline.publish, "copy"),
    ("render", pipeline.render, "pages"),
    ("feeds", pipeline.render, "assets"),
    ("index", pipeline.index, "assets"),
    ("export", pipeline.export, "exported"),
    ("write", pipeline.publish, "write"),
    ("mkdocs", pipeline.publish, "build"),
)
"""The pipeline's stages behind reading: what they are called here, and where they are found."""

Figures = dict[str, Any]


def once(content: Path, work: Path, jobs: int) -> Figures:
    """One build in this process: seconds by stage, memory at most, what is in the site."""
    took: dict[str, float] = {}
    held: dict[str, float] = {}
    with ExitStack() as patches:
        for stage, module, function in STAGES:
            timed = _timed(stage, getattr(module, function), took, held)
            patches.enter_context(mock.patch.object(module, function, timed))
        start = time.perf_counter()
        loaded = settings.load()
        gathered = pipeline.gather([content], loaded, jobs=jobs, cache=Cache(work / "cache"))
        took["read"] = max(time.perf_counter() - start - took["link"] - took["check"], 0)
        places = publish.Places(root=ROOT, docs=work / "docs", site=work / "site")
        published = pipeline.publish_docs(gathered, loaded, places)
        with most_of_children() as mkdocs:
            outcome = pipeline.publish_site(published, loaded, places)
        took["all"] = time.perf_counter() - start
    took["write"] -= sum(took[stage] for stage in ("render", "feeds", "index", "export"))  # it draws on them
    archive = gathered.archive
    return {
        "documents": len(gathered.files),
        "records": sum(1 for _ in archive.each()),
        "links": len(archive.links),
        "published": outcome.published,
        "faults": len(outcome.problems) - len(published.problems),
        "seconds": {stage: round(seconds, 2) for stage, seconds in took.items()},
        "builder_mb": {stage: round(most) for stage, most in held.items()},
        "mkdocs_mb": round(mkdocs[0]),
        **_contents(work / "site"),
    }


def _timed(
    stage: str, function: Callable[..., Any], took: dict[str, float], held: dict[str, float]
) -> Callable[..., Any]:
    def called(what: Callable[[], Any]) -> Any:
        start = _spent()
        try:
            return what()
        finally:
            took[stage] = took.get(stage, 0) + _spent() - start
            held[stage] = most_of_this()

    def each(files: Iterator[Any]) -> Generator[Any, None, Any]:
        while True:
            try:
                yield called(lambda: next(files))
            except StopIteration as end:
                return end.value

    def timed(*given: Any, **named: Any) -> Any:
        made = called(lambda: function(*given, **named))
        return each(made) if isinstance(made, Iterator) else made

    return timed


def _spent() -> float:
    """Processor seconds of this process and of those it waited for: the machine may be busy otherwise."""
    spent = os.times()
    return sum(spent[:4])


def _contents(site: Path) -> Figures:
    files = [path for path in site.rglob("*") if path.is_file()]
    return {
        "files": len(files),
        "pages": sum(path.suffix == ".html" for path in files),
        "site_mb": round(sum(path.stat().st_size for path in files) / 1e6, 1),
    }
