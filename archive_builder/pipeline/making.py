"""The stages that make files of a linked archive: data, pages, search, feeds and calendars.

The stages are cut into shares that need nothing of one another, each made in a process of its own; what
has to know of all of them is made last.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

from archive_builder import export, publish, published, render
from archive_builder.model import Asset, DataFiles, Page, addresses
from archive_builder.pipeline import kept_shares, shares
from archive_builder.pipeline.kept_shares import KeptShare
from archive_builder.pipeline.shares import (
    EXPORT,
    FOLLOW,
    INDEX,
    RENDER,
    SHARES,
    WRITING,
    Desk,
    Made,
    Making,
    Share,
)
from archive_builder.publish import Draft
from archive_builder.removal.gate import Gate, checked, raise_leaks
from archive_builder.run import forked, left_out
from archive_builder.run.counts import Counts
from archive_builder.run.watch import Watch
from archive_builder.run.workers import cores

MAKING = "making what is published, and writing what changed"

_FEW = 20
"""Up to this number of documents, starting further processes takes longer than it saves."""


def drafts(making: Making, docs: Path, gate: Gate, watch: Watch, aside: Path) -> Iterator[Draft]:
    """Yield all that is generated, laid aside where it differs from what stands in the docs folder.

    Raises LeakError behind the last file, if any holds redacted words, and FailedStage.
    """
    leaks = list(making.leaks)
    if making.kept:
        making = replace(making, digests=kept_shares.digests_of_documents(making.archive))
    keys = _keys(making, gate) if making.kept else {}
    known = kept_shares.read(making.kept)
    made = dict(_standing(docs, keys, known))
    if making.kept:
        making.kept.unlink(missing_ok=True)  # until all of it stands
    wanting = [share for share in SHARES if share.name not in made]
    for share, done in _make(wanting, making, Desk(docs, gate, aside, ""), known, watch):
        watch.add(done.taken)
        leaks += done.leaks
        made[share.name] = done
    yield from chain.from_iterable(done.drafts for done in made.values())
    yield from publish.lay_aside(checked(gate, _last(making, made), leaks), docs, aside, "last-")
    raise_leaks(leaks)
    if making.kept:
        _keep(making.kept, made, keys)


def _make(
    wanting: Sequence[Share], making: Making, desk: Desk, known: Mapping[str, KeptShare], watch: Watch
) -> Iterator[tuple[Share, Made]]:
    """Make shares at once, and show how many files are made of as many as the last build made."""
    counts = Counts(len(wanting))
    works = []
    for number, share in enumerate(wanting):
        own_desk = replace(desk, prefix=f"{number}-", count=partial(counts.advance, number))
        works.append(partial(shares.make, share, making, own_desk))
    files = _files_of_last_build(wanting, known)

    def show() -> None:
        done = counts.whole()
        watch.reached(MAKING, done, files if done <= files else 0)

    yield from zip(wanting, forked.run(works, _processes(making), show), strict=True)


def _files_of_last_build(wanting: Iterable[Share], known: Mapping[str, KeptShare]) -> int:
    """Return how many files the last build made in these shares; 0 if that is not known of all of them."""
    names = [share.name for share in wanting]
    return sum(len(known[name].files) for name in names) if all(name in known for name in names) else 0


def _keep(place: Path, made: Mapping[str, Made], keys: Mapping[str, str]) -> None:
    """Keep what the shares were made of, for the next build."""
    with suppress(OSError):  # what cannot be kept is made again
        place.parent.mkdir(exist_ok=True)
        for done in made.values():
            if done.units:
                done.units.replace(place.with_suffix(done.units.suffix))
    keeping = {name: kept_shares.kept(keys[name], done.drafts, done.described) for name, done in made.items()}
    kept_shares.write(place, keeping)


def _standing(
    docs: Path, keys: Mapping[str, str], known: Mapping[str, KeptShare]
) -> Iterator[tuple[str, Made]]:
    """Yield the shares that were made of the same by the last build and stand as it left them."""
    for name, key in keys.items() if known else ():
        if name in known and known[name].key == key:
            standing = kept_shares.standing(known[name].files, docs)
            if standing is not None:
                yield name, Made(standing, known[name].described, (), {})


def _keys(making: Making, gate: Gate) -> dict[str, str]:
    """Return the digest of what each share is made of: of all that `_files` gives to its stage."""
    archive = kept_shares.digest_of_archive(making.archive, making.digests)
    rules = shares.rules(gate)
    site = (making.settings.model_dump_json(), making.address)
    given: Mapping[str, tuple[str, ...]] = {
        EXPORT: (repr(making.problems),),
        RENDER: (repr(making.problems), *site),
        INDEX: (),
        FOLLOW: site,
    }
    return {share.name: kept_shares.key((archive, rules, *given[share.stage])) for share in SHARES}


def _processes(making: Making) -> int:
    return cores() if len(making.archive.documents) > _FEW else 1


def _last(making: Making, made: Mapping[str, Made]) -> Iterator[Page | Asset]:
    """Make what describes other files or leads to them, and what no document has a part in."""
    sources = (draft.path for share in SHARES if share.stage == RENDER for draft in made[share.name].drafts)
    pages = {addresses.page_of_source(path) for path in sources}
    for page in left_out.named(RENDER, partial(_describing, making, made[EXPORT].described)):
        pages.add(page.path)
        yield page
    leads = (*published.leads(making.archive, pages), *export.leads(made[EXPORT].described))
    yield from render.moved.assets(leads, making.settings.site.name, making.address)
    yield from publish.standing_pages()
    yield from making.look


def _describing(making: Making, described: DataFiles) -> Generator[Page, None, None]:
    archive, settings, address = making.archive, making.settings, making.address
    yield from render.pages(archive, making.problems, settings, address, described, (render.Part.DESCRIBING,))


def run_stage(stage: str, making: Making) -> None:
    """Run one stage here, and throw away what it makes."""
    wanted = [share for share in SHARES if stage in (share.stage, WRITING)]
    files = chain.from_iterable(shares.files_of(share, making) for share in wanted)
    if stage in (RENDER, WRITING):
        files = chain(files, _describing(making, DataFiles()))
    made: Iterable[object] = publish.each_once(publish.unlaid(files)) if stage == WRITING else files
    deque(made, maxlen=0)
