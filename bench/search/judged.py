"""How well a search answers queries that were judged by hand, and what each part of it brings.

    python -m bench.search.judged ../shared

The folder holds the documents (`corpus`, `documents/sources`) and the queries with the records that answer them
(`search-judged/queries.jsonl`). Each part is taken out by itself, and the rest is scored; SQLite's full-text
search over the same records stands beside it.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from statistics import mean
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from archive_builder import index, pipeline, settings
from archive_builder.index import acronyms, forms, lunr_words, terms
from archive_builder.index.spellings import Spellings
from archive_builder.model import Archive
from bench.search.__main__ import KEPT, ROOT, WRITTEN
from bench.search.table import page

Reply = Mapping[str, Any]
Grades = Mapping[str, int]
Query = tuple[str, Grades]
BEST = 5
"""Number of results that count."""
OPENING = 60
"""Number of letters by which a record is known again whose address has changed."""


def main() -> None:
    arguments = argparse.ArgumentParser(
        description="Judged queries, and what each part of the search brings."
    )
    arguments.add_argument("shared", type=Path)
    shared: Path = arguments.parse_args().shared
    sources = [shared / "corpus", shared / "documents" / "sources"]
    archive = pipeline.gather(sources, settings.load()).archive
    lines = (shared / "search-judged" / "queries.jsonl").read_text("utf-8").splitlines()
    measured = json.loads(KEPT.read_text("utf-8"))
    measured["judged"] = scores(archive, [json.loads(line) for line in lines])
    KEPT.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    WRITTEN.write_text(page(measured), encoding="utf-8")


def scores(archive: Archive, judged: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return a row for each variation of the search: its name, nDCG, success and how many found nothing."""
    rows = []
    for name, (vary, of, counts) in VARIATIONS.items():
        with vary(), tempfile.TemporaryDirectory() as folder:
            site = _placed(of(archive), Path(folder))
            everything = _ask(site, [{"text": "", "limit": 100_000, "texts": True}])[0]["results"]
            queries = [_graded(one, everything) for one in judged]
            known = [(text, grades) for text, grades in queries if grades]
            replies = _ask(site, [{"text": text, "limit": 20, "passages": True} for text, _ in known])
        found = [[one["url"] for one in reply["results"] if counts(one)] for reply in replies]
        rows.append({"name": name, "queries": len(known), **_score(known, found)})
    rows.append({"name": "SQLite FTS5, any word, bm25", "queries": len(known), **_fts5(everything, known)})
    return rows


def _placed(archive: Archive, folder: Path) -> Path:
    for asset in index.assets(archive):
        path = folder / asset.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.content)
    shutil.copytree(ROOT / "archive_builder" / "theme" / "assets" / "search", folder / "assets" / "search")
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    return folder


def _ask(site: Path, requests: Sequence[Mapping[str, object]]) -> list[dict[str, Any]]:
    command = ["node", str(Path(__file__).with_name("ask.mjs")), str(site)]
    done = subprocess.run(command, input=json.dumps(requests), capture_output=True, text=True, check=True)
    replies: list[dict[str, Any]] = json.loads(done.stdout)
    return replies


def _graded(judged: Mapping[str, Any], everything: Sequence[Reply]) -> Query:
    """Return a query with the grades of the records of this build, known by their address, else by their text."""
    by_url = {one["url"]: one for one in everything}
    by_text = {(one["kind"], _opening(one["text"])): one["url"] for one in reversed(everything)}
    grades: dict[str, int] = {}
    for one in judged["relevant"]:
        known = by_url.get(one["url"])
        is_same = known and (not one["text"] or _opening(known["text"]) == _opening(one["text"]))
        same_address = one["url"] if known else ""
        url = one["url"] if is_same else by_text.get((one["kind"], _opening(one["text"])), same_address)
        if url:
            grades[url] = max(grades.get(url, 0), one["grade"])
    return judged["query"], grades


def _opening(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()[:OPENING]


def _score(queries: Sequence[Query], found: Sequence[Sequence[str]]) -> dict[str, float]:
    gains = [[grades.get(url, 0) for url in urls] for (_, grades), urls in zip(queries, found, strict=True)]
    best = [_dcg(sorted(grades.values(), reverse=True)) for _, grades in queries]
    return {
        "ndcg": mean(_dcg(gain) / ideal for gain, ideal in zip(gains, best, strict=True)),
        "first": mean(bool(gain[:1] and gain[0] > 1) for gain in gains),
        "five": mean(any(gain[:BEST]) for gain in gains),
        "nothing": sum(not gain for gain in gains),
    }


def _dcg(gains: Sequence[int]) -> float:
    return sum((2**gain - 1) / math.log2(place + 2) for place, gain in enumerate(gains[:BEST]))


def _fts5(everything: Sequence[Reply], queries: Sequence[Query]) -> dict[str, float]:
    database = sqlite3.connect(":memory:")
    tokenizer = "porter unicode61 remove_diacritics 2"
    database.execute(
        f"create virtual table t using fts5(url unindexed, heading, people, text, tokenize='{tokenizer}')"
    )
    rows = [(one["url"], one["heading"], one["extra"], one["text"]) for one in everything]
    database.executemany("insert into t values (?, ?, ?, ?)", rows)

    def asked(text: str) -> list[str]:
        words = [word for word in re.findall(r"\w+", text.lower()) if word not in terms.STOP_WORDS]
        match = " OR ".join(f'"{word}"' for word in words)
        query = "select url from t where t match ? order by bm25(t) limit 20"
        return [url for (url,) in database.execute(query, (match,))] if words else []

    return _score(queries, [asked(text) for text, _ in queries])


Vary = Callable[[], AbstractContextManager[object]]
Variation = tuple[Vary, Callable[[Archive], Archive], Callable[[Reply], bool]]


def _same(archive: Archive) -> Archive:
    return archive


def _any(reply: Reply) -> bool:
    return True


def _has_all(reply: Reply) -> bool:
    return bool(reply["has"] == "all")


def _without_lay_words(archive: Archive) -> Archive:
    return replace(archive, topics=tuple(replace(topic, lay=()) for topic in archive.topics))


@contextmanager
def _no_spellings() -> Iterator[None]:
    none = Spellings({}, {}, {})
    with ExitStack() as stack:
        stack.callback(forms.joined.cache_clear)
        stack.enter_context(patch.object(terms, "SPELLINGS", none))
        stack.enter_context(patch.object(lunr_words, "SPELLINGS", none))
        forms.joined.cache_clear()
        yield


def _no_acronyms() -> AbstractContextManager[object]:
    return patch.object(acronyms, "glossary", lambda archive: iter(archive.glossary))


def _no_questions() -> AbstractContextManager[object]:
    nothing = {"openings": "", "asides": "", "links": "", "filters": []}
    return patch.object(index, "lang", SimpleNamespace(table=lambda name: nothing))


VARIATIONS: Mapping[str, Variation] = {
    "all of it": (nullcontext, _same, _any),
    "without records that have most of the words": (nullcontext, _same, _has_all),
    "without the words of questions": (_no_questions, _same, _any),
    "without spellings": (_no_spellings, _same, _any),
    "without lay words": (nullcontext, _without_lay_words, _any),
    "without acronyms that no document defines": (_no_acronyms, _same, _any),
}
"""Each with what is patched, what the archive becomes, and which results count."""


if __name__ == "__main__":
    main()
