"""The run: what is on offer, what of it is new or has changed, and where it is put."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from archive_builder.fetch import papers
from archive_builder.fetch.answer import Answer
from archive_builder.fetch.client import Client
from archive_builder.fetch.listing import SOURCES_FILE, Listed
from archive_builder.fetch.places import Offer, offers
from archive_builder.fetch.records import Fetched, Records, load, withdrawn_files
from archive_builder.fetch.refusals import NotFetchedError
from archive_builder.fetch.storing import Store, file_as_answer
from archive_builder.problem import Problem, Severity
from archive_builder.settings import WITHDRAWN_FILE


@dataclass(frozen=True, slots=True)
class Place:
    """Where documents are put, and how large they may be."""

    folder: Path
    """The sources folder, `content/`."""
    most_bytes: int
    today: datetime.date
    dry_run: bool = False
    """True to look at the lists only: nothing is downloaded and nothing written."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document that came, or in a dry run would be asked for."""

    source: str
    address: str
    title: str
    file: str = ""
    """Its path below `content/`; empty in a dry run."""
    version: int = 1


@dataclass(slots=True)
class Outcome:
    """What a run brought."""

    arrivals: list[Arrival] = field(default_factory=list)
    same: int = 0
    """Number of documents on offer that are here already."""
    problems: list[Problem] = field(default_factory=list)


def fetch(sources: Sequence[Listed], client: Client, place: Place) -> Outcome:
    """Fetch what is new at some sources.

    Whatever goes wrong with a document or a source is a problem of the outcome, and the others come:
    bad-fetch-record, not-fetched, nothing-listed, robots-forbid, address-refused, too-large, not-a-paper,
    more-next-time.
    """
    outcome = Outcome()
    run = _Run(client, place, outcome, load(place.folder, outcome.problems.append))
    for listed in sources:
        run.look_at(listed)
    return outcome


@dataclass(slots=True)
class _Run:
    client: Client
    place: Place
    outcome: Outcome
    records: Records
    store: Store = field(init=False)
    withdrawn: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.store = Store(self.records)
        self.withdrawn = withdrawn_files(self.place.folder, WITHDRAWN_FILE)

    def look_at(self, listed: Listed) -> None:
        """Fetch what is new at one source."""
        try:
            found = self._take_all(listed)
        except NotFetchedError as error:
            self._trouble(listed, error)
            return
        except OSError:
            raise  # there is no room, for instance: no source is to blame
        except Exception as error:  # over one page: the other sources are looked at all the same
            message = f"looking at {listed.address} made the program stumble: {type(error).__name__}: {error}"
            hint = "please report it, with the address"
            self._say(_problem(listed, "internal-fault", message, hint, Severity.ERROR))
            return
        if not found:
            message = f"no link of {listed.address} leads to a document"
            hint = (
                "open the page, and write under take what the addresses or words of its links have in common"
            )
            self._say(_problem(listed, "nothing-listed", message, hint, Severity.WARNING))

    def _take_all(self, listed: Listed) -> int:
        """Take what is on offer, up to the limit; return the number of documents that were looked at."""
        found = downloaded = 0
        for offer in offers(listed, self.client, lambda error: self._trouble(listed, error)):
            found += 1
            if downloaded == listed.most_new:
                self._say_more(listed)
                break
            downloaded += self._take(listed, offer)
        return found

    def _take(self, listed: Listed, offer: Offer) -> bool:
        """Take a document if it is new or has changed; return True if it was new and was asked for."""
        known = self.records.by_address.get(offer.address)
        if known and not self._may_have_changed(listed, known):
            self.outcome.same += 1
            return False
        if self.place.dry_run:
            self._dry(listed, offer, known)
            return known is None
        try:
            answer = self._asked(offer, known)
            self._receive(listed, offer, answer, known)
        except NotFetchedError as error:
            self._trouble(listed, error.at(offer.address))
        return known is None

    def _may_have_changed(self, listed: Listed, known: Fetched) -> bool:
        """True if a document is asked for again: it came lately, and nobody has removed or withdrawn it."""
        age = (self.place.today - known.fetched).days
        is_there = (self.place.folder / known.file).is_file()
        return is_there and known.file not in self.withdrawn and age <= listed.again_days

    def _dry(self, listed: Listed, offer: Offer, known: Fetched | None) -> None:
        if known:
            self.outcome.same += 1
        else:
            self.outcome.arrivals.append(Arrival(listed.name, offer.address, offer.words))

    def _asked(self, offer: Offer, known: Fetched | None) -> Answer:
        if offer.path is not None:
            return file_as_answer(offer.path, offer.address, self.place.most_bytes)
        before = Answer(offer.address, 200, etag=known.etag, modified=known.modified) if known else None
        return self.client.get(offer.address, self.place.most_bytes, before)

    def _receive(self, listed: Listed, offer: Offer, answer: Answer, known: Fetched | None) -> None:
        """Put what came into its place, unless the same file is here already."""
        fingerprint = hashlib.sha256(answer.body).hexdigest()
        held = known if answer.status == 304 else self.records.by_fingerprint.get(fingerprint)
        if held:
            self.outcome.same += 1
            self._add_address(held, offer.address)
            return
        file = self.store.file_like(answer.body)
        if file:
            self.outcome.same += 1
            self._write_down(listed, offer, answer, file, fingerprint, 1)
            return
        name = papers.name_of(answer.name, answer.address, offer.words)
        ending = papers.ending_of(answer.body, name, listed.web_pages)
        file = self.store.free_path(listed.into, name, ending, fingerprint, known)
        version = known.version + 1 if known else 1
        self.store.write(file, answer.body)
        self._write_down(listed, offer, answer, file, fingerprint, version)
        self.outcome.arrivals.append(Arrival(listed.name, offer.address, offer.words, file, version))

    def _write_down(
        self, listed: Listed, offer: Offer, answer: Answer, file: str, fingerprint: str, version: int
    ) -> None:
        self.records.write(
            Fetched(
                address=offer.address,
                source=listed.name,
                title=offer.words,
                file=file,
                fetched=self.place.today,
                sha256=fingerprint,
                size=len(answer.body),
                version=version,
                etag=answer.etag,
                modified=answer.modified,
            )
        )

    def _add_address(self, held: Fetched, address: str) -> None:
        if address not in (held.address, *held.also) and not self.place.dry_run:
            self.records.write(held.model_copy(update={"also": (*held.also, address)}))

    def _say_more(self, listed: Listed) -> None:
        message = f"there is more than the {listed.most_new:,} documents of one run"
        hint = "nothing need be done: the others come with the next runs; most_new in sources.toml raises the limit"
        self._say(_problem(listed, "more-next-time", message, hint, Severity.WARNING))

    def _trouble(self, listed: Listed, error: NotFetchedError) -> None:
        self._say(_problem(listed, error.code, str(error), error.hint, error.severity))

    def _say(self, problem: Problem) -> None:
        self.outcome.problems.append(problem)


def _problem(listed: Listed, code: str, message: str, hint: str, severity: Severity) -> Problem:
    return Problem(SOURCES_FILE, listed.line, code, f"{listed.name}: {message}", hint, severity)
