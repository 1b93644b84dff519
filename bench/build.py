"""What a whole build costs: pages, seconds by stage, memory, megabytes.

    .venv/bin/python -m bench.build 100 1000 --into FOLDER [--jobs 2]

For each size a corpus (bench.corpus) is written into FOLDER and built three times, by the pipeline that
`archive build` runs, each time in a process of its own: cold; again with nothing changed; and with the
five documents of one more month. "read" and "all" are seconds by the clock, what stands between them are
processor seconds, which others on the machine disturb less. Written are a table and, as `FOLDER/build.json`,
the figures. FOLDER must lie outside the repository; ten thousand documents take some gigabytes in it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest import mock

from archive_builder import pipeline, publish, settings
from archive_builder.cache import Cache
from bench import corpus
from bench.memory import most_of_children, most_of_this

ROOT = Path(__file__).parent.parent
MORE = len(corpus.FORMS)
STAGES = (
    ("link", pipeline.link, "link"),
    ("check", pipeline.check, "check"),
    ("originals", pipeline.publish, "copy"),
    ("render", pipeline.render, "pages"),
    ("index", pipeline.index, "assets"),
    ("export", pipeline.export, "assets"),
    ("write", pipeline.publish, "write"),
    ("mkdocs", pipeline.publish, "build"),
)
"""The pipeline's stages behind reading: what they are called here, and where they are found."""
KINDS = ("cold", "again", "one month more")

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
            outcome = pipeline.publish_site(gathered, places, published.configuration)
        took["all"] = time.perf_counter() - start
    archive = gathered.archive
    return {
        "documents": len(gathered.files),
        "records": sum(1 for _ in archive.each()),
        "links": len(archive.links),
        "published": outcome.published,
        "faults": len(outcome.faults),
        "seconds": {stage: round(seconds, 2) for stage, seconds in took.items()},
        "builder_mb": {stage: round(most) for stage, most in held.items()},
        "mkdocs_mb": round(mkdocs[0]),
        **_contents(work / "site"),
    }


def _timed(
    stage: str, function: Callable[..., Any], took: dict[str, float], held: dict[str, float]
) -> Callable[..., Any]:
    def timed(*given: Any, **named: Any) -> Any:
        start = _spent()
        try:
            return function(*given, **named)
        finally:
            took[stage] = took.get(stage, 0) + _spent() - start
            held[stage] = most_of_this()

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


def measured(documents: int, folder: Path, jobs: int) -> Iterator[Figures]:
    """A size, built cold, again, and with one month more; each in a process of its own."""
    content, work = folder / "content", folder / "work"
    for extra in corpus.write(range(documents, documents + MORE), content):
        extra.unlink()
    for _ in corpus.write(range(documents), content):
        pass
    for kind in KINDS:
        if kind == KINDS[-1]:
            for _ in corpus.write(range(documents, documents + MORE), content):
                pass
        command = [sys.executable, "-m", "bench.build", "--once", str(content), str(work), str(jobs)]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
        yield {"size": documents, "kind": kind, **json.loads(done.stdout)}


def table(rows: list[Figures]) -> str:
    """The figures of several builds as a Markdown table."""
    stages = ["read", *(stage for stage, _, _ in STAGES), "all"]
    head = ["documents", "build", *stages, "builder MB", "MkDocs MB", "pages", "files", "site MB"]
    lines = [head, ["---", "---", *["--:"] * (len(head) - 2)]]
    for row in rows:
        seconds = [f"{row['seconds'][stage]:.1f}" for stage in stages]
        counts = [f"{row[key]:,}" for key in ("pages", "files", "site_mb")]
        most = max(row["builder_mb"].values())
        lines.append(
            [f"{row['size']:,}", row["kind"], *seconds, f"{most:,}", f"{row['mkdocs_mb']:,}", *counts]
        )
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> None:
    if sys.argv[1:2] == ["--once"]:
        content, work, jobs = sys.argv[2:]
        json.dump(once(Path(content), Path(work), int(jobs)), sys.stdout)
        return
    arguments = argparse.ArgumentParser(description="What a whole build costs.")
    arguments.add_argument("documents", type=int, nargs="+")
    arguments.add_argument("--into", type=Path, required=True, help="a folder outside the repository")
    arguments.add_argument("--jobs", type=int, default=2)
    asked = arguments.parse_args()
    into = asked.into.resolve()
    if into.is_relative_to(ROOT):
        arguments.error("--into must lie outside the repository")
    rows: list[Figures] = []
    for documents in asked.documents:
        for row in measured(documents, into / f"{documents}", asked.jobs):
            rows.append(row)
            (into / "build.json").write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
            print(table([row]).splitlines()[-1], file=sys.stderr)
    print(table(rows))


if __name__ == "__main__":
    main()
