"""The stages that make files of a linked archive: data, pages, search, feeds and calendars.

The stages are cut into shares that need nothing of one another, each made in a process of its own; what
has to know of all of them is made last.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from itertools import chain
from pathlib import Path

from archive_builder import export, publish, published, render
from archive_builder.model import Asset, DataFiles, Page, addresses
from archive_builder.pipeline import kept_shares, shares
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
)
from archive_builder.publish import Draft
from archive_builder.removal.gate import Gate, checked, raise_leaks
from archive_builder.run import forked, left_out
from archive_builder.run.watch import Watch
from archive_builder.run.workers import cores

_FEW = 20
"""Up to this number of documents, starting further processes takes longer than it saves."""


def drafts(making: Making, docs: Path, gate: Gate, watch: Watch, aside: Path) -> Iterator[Draft]:
    """Yield all that is generated, laid aside where it differs from what stands in the docs folder.

    Raises LeakError behind the last file, if any holds redacted words, and FailedStage.
    """
    leaks = list(making.leaks)
    keys = _keys(making, gate) if making.kept else {}
    made = dict(_standing(making, docs, keys))
    if making.kept:
        making.kept.unlink(missing_ok=True)  # until all of it stands
    wanting = [share for share in SHARES if share.name not in made]
    works = [
        partial(shares.make, share, making, Desk(docs, gate, aside, f"{number}-"))
        for number, share in enumerate(wanting)
    ]
    for share, done in zip(wanting, forked.run(works, _processes(making)), strict=True):
        watch.add(done.taken)
        leaks += done.leaks
        made[share.name] = done
    yield from chain.from_iterable(done.drafts for done in made.values())
    yield from publish.lay_aside(checked(gate, _last(making, made), leaks), docs, aside, "last-")
    raise_leaks(leaks)
    if making.kept:
        _keep(making.kept, made, keys)


def _keep(place: Path, made: Mapping[str, Made], keys: Mapping[str, str]) -> None:
    """Keep what the shares were made of, for the next build."""
    with suppress(OSError):  # what cannot be kept is made again
        place.parent.mkdir(exist_ok=True)
        for done in made.values():
            if done.units:
                done.units.replace(place.with_suffix(done.units.suffix))
    keeping = {name: kept_shares.kept(keys[name], done.drafts, done.described) for name, done in made.items()}
    kept_shares.write(place, keeping)


def _standing(making: Making, docs: Path, keys: Mapping[str, str]) -> Iterator[tuple[str, Made]]:
    """Yield the shares that were made of the same by the last build and stand as it left them."""
    known = kept_shares.read(making.kept)
    for name, key in keys.items() if known else ():
        if name in known and known[name].key == key:
            standing = kept_shares.standing(known[name].files, docs)
            if standing is not None:
                yield name, Made(standing, known[name].described, (), {})


def _keys(making: Making, gate: Gate) -> dict[str, str]:
    """Return the digest of what each share is made of: of all that `_files` gives to its stage."""
    archive = kept_shares.digest_of_archive(making.archive) if making.kept else ""
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
    sources = (draft.path for share in SHARES if share.pages for draft in made[share.name].drafts)
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
