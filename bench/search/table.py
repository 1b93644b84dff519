"""The measured figures as a page of the documentation. Nothing on it is typed by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median
from typing import Any

from bench.search.browser import NETS

Figures = Mapping[str, Any]
ENGINES = ("ours", "pagefind", "material")


def page(measured: Figures) -> str:
    """The whole page."""
    sizes = sorted((name for name in measured if name.isdigit()), key=int)
    return "\n\n".join(_parts(measured, sizes)) + "\n"


def _parts(measured: Figures, sizes: Sequence[str]) -> Iterator[str]:
    yield "# The search, measured"
    yield (
        "Written by `.venv/bin/python -m bench.search`; [Tests](tests.md) says how to repeat it. Every engine"
        " was given the same texts, the documents of `bench.corpus` entry by entry, and was served by the"
        " same server over HTTP/2; slow lines are emulated in it. Times are milliseconds in Chromium until"
        " ten results stand in the page. They depend on the machine: compare columns, not runs."
    )
    yield _table(
        ["documents", "pages", "entries", "words"],
        [[_count(int(size)), *(_count(n) for n in measured[size]["fed"].values())] for size in sizes],
    )
    yield "## The first search of a first visit"
    yield (
        "Median over the kinds of query. Ours shows the beginnings of texts first, then the words in context"
        " (“whole”); Pagefind's results come with theirs. Material loads its index with each page; its time"
        " is that from the visit to the first results. Of ours a page has the script that waits for a search"
        " box to be touched. Requests are those of the search, without the page's own."
    )
    yield _table(
        ["documents", "engine", *(f"{net}, ms" for net in NETS), "kB", "kB at most", "requests at most"],
        [row for size in sizes for row in _cold(size, measured[size])],
    )
    yield "## Ours in shares of Pagefind's time, Fast 4G, by kind of query"
    both = [size for size in sizes if "pagefind" in measured[size]]
    yield _table(
        ["kind of query", *(f"{_count(int(size))}: {what}" for size in both for what in ("first", "whole"))],
        _shares(measured, both),
    )
    yield "## One session, ms: a query for the first time / again"
    yield _table(
        [
            "kind of query",
            *(f"{_count(int(size))}: {name}" for size in sizes for name in _named(measured[size])),
        ],
        _sessions(measured, sizes),
    )
    yield "## Building the index"
    yield (
        "Ours is made from the archive in memory, which its megabytes include; Pagefind's time is that of"
        " its own program; Material's is what a build of the site takes longer with it, a difference that"
        " other work on the machine can turn negative by the clock."
    )
    head = ["documents", "engine", "seconds", "processor seconds", "MB of memory", "MB of index", "files"]
    yield _table([*head, "MB in the reader's browser"], [r for s in sizes for r in _built(s, measured[s])])
    yield from _stretches(measured, sizes)
    if "judged" in measured:
        yield from _judged(measured["judged"])
    yield "## What was asked"
    yield _table(
        ["kind", "queries"], [[kind, ", ".join(asked)] for kind, asked in measured["queries"].items()]
    )


def _stretches(measured: Figures, sizes: Sequence[str]) -> Iterator[str]:
    known = {size: measured[size]["ours"] for size in sizes if "stretches" in measured[size]["ours"]["build"]}
    if not known:
        return
    yield "## Texts in stretches of files"
    yield (
        "A reader asks for a stretch of a file of texts (HTTP Range); the manifest tells where each begins. A"
        " host that does not answer Range sends whole files of some 100 kB."
    )
    rows = []
    for size, ours in known.items():
        build = ours["build"]
        figures = (build["text_files"], build["stretches"], build["manifest_bytes"] / 1000)
        whole = _over_kinds(ours["cold"]["Fast 4G"], _of("all_bytes")) / 1000
        rows.append([_count(int(size)), *map(_count, (*figures, whole))])
    heads = ["documents", "files of texts", "stretches", "kB of the manifest", "kB of a first search"]
    yield _table(heads, rows)


def _judged(rows: Sequence[Figures]) -> Iterator[str]:
    yield "## How well it answers"
    yield (
        f"Written by `.venv/bin/python -m bench.search.judged ../shared`: {rows[0]['queries']} queries of"
        " journalists and the public, each with the records that answer it, judged by hand. nDCG of the first"
        " five results; the share of queries whose first result answers, and that have a helpful one among five;"
        " how many find nothing. A row takes one part of the search out and leaves the others."
    )
    keys = ("ndcg", "first", "five")
    yield _table(
        ["search", "nDCG@5", "first answers", "one of five helps", "find nothing"],
        [[row["name"], *(f"{row[key]:.2f}" for key in keys), f"{row['nothing']}"] for row in rows],
    )


def _named(size: Figures) -> list[str]:
    return [name for name in ENGINES if name in size]


def _cold(size: str, measured: Figures) -> Iterator[list[str]]:
    for name in _named(measured):
        cold = measured[name]["cold"]
        for before, more in [("", ""), *([("all_", ", whole")] if name == "ours" else [])]:
            times = [_count(_over_kinds(cold[net], _of(f"{before}ms"))) for net in NETS]
            runs = [run for runs in cold["Fast 4G"].values() for run in runs]
            sent = (
                _over_kinds(cold["Fast 4G"], _of(f"{before}bytes")),
                max(run[f"{before}bytes"] for run in runs),
            )
            requests = max(run.get(f"{before}requests", 0) for run in runs)
            label = measured[name]["build"]["name"] + more
            sizes = [_count(number / 1000) for number in sent]
            yield [_count(int(size)), label, *times, *sizes, _count(requests) if requests else "not counted"]


def _of(key: str) -> Callable[[Figures], float]:
    return lambda run: float(run[key])


def _over_kinds(kinds: Figures, value: Callable[[Figures], float]) -> float:
    return median(median(value(run) for run in runs) for runs in kinds.values())


def _shares(measured: Figures, sizes: Sequence[str]) -> list[list[str]]:
    shares = {
        kind: [_share(measured[size], kind, key) for size in sizes for key in ("ms", "all_ms")]
        for kind in measured["queries"]
    }
    columns = list(zip(*shares.values(), strict=True))
    return [
        *([kind, *(f"{share:.2f}" for share in row)] for kind, row in shares.items()),
        ["median", *(f"{median(column):.2f}" for column in columns)],
        ["at most", *(f"{max(column):.2f}" for column in columns)],
    ]


def _share(size: Figures, kind: str, key: str) -> float:
    ours, theirs = (size[name]["cold"]["Fast 4G"][kind] for name in ("ours", "pagefind"))
    return median(run[key] for run in ours) / median(run["ms"] for run in theirs)


def _sessions(measured: Figures, sizes: Sequence[str]) -> list[list[str]]:
    columns = [measured[size][name]["warm"]["kinds"] for size in sizes for name in _named(measured[size])]
    rows = [
        [kind, *(f"{column[kind]['first_ms']:.0f} / {column[kind]['repeated_ms']:.0f}" for column in columns)]
        for kind in measured["queries"]
    ]
    middle = [
        tuple(median(kind[key] for kind in column.values()) for key in ("first_ms", "repeated_ms"))
        for column in columns
    ]
    return [*rows, ["median", *(f"{first:.0f} / {again:.0f}" for first, again in middle)]]


def _built(size: str, measured: Figures) -> Iterator[list[str]]:
    for name in _named(measured):
        built = measured[name]["build"]
        keys = ("seconds", "processor_seconds", "mb_at_most", "index_mb", "files")
        held = measured[name]["warm"]["renderer_mb"]
        yield [_count(int(size)), built["name"], *(_count(built[key]) for key in keys), _count(held)]


def _count(number: float) -> str:
    return f"{number:,.1f}" if isinstance(number, float) and number < 10 else f"{number:,.0f}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    sides = ["--:" if cell[:1].isdigit() else "---" for cell in rows[0]]
    lines = [head, ["---", *sides[1:]], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
