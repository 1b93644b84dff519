"""`archive doctor --licences`: the packages that the program needs, and under which terms each may be used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROGRAM = "archive-builder"
_UNKNOWN = "not stated"
_CLASSIFIER = "License :: OSI Approved :: "
_LONGEST = 60
"""Maximum number of letters of a licence's name: some packages give the whole text in its place."""


@dataclass(frozen=True, slots=True)
class Part:
    """A package that is installed."""

    name: str
    version: str
    licence: str
    """As an expression of SPDX where the package has one, else the name that it gives."""

    @property
    def is_licensed(self) -> bool:
        """True if the package says under which terms it may be used."""
        return self.licence != _UNKNOWN


def parts(extras: frozenset[str] = frozenset()) -> tuple[Part, ...]:
    """Return the packages that the program needs, itself first, the others by their names.

    `extras` are the extras of the program that count too: "ocr".
    """
    seen: set[tuple[str, frozenset[str]]] = set()
    _collect(PROGRAM, extras, seen)
    names = {name for name, _ in seen} - {PROGRAM}
    return tuple(_part(metadata.distribution(name)) for name in (PROGRAM, *sorted(names)))


def _collect(name: str, extras: frozenset[str], seen: set[tuple[str, frozenset[str]]]) -> None:
    """Add an installed package and all that it needs to `seen`; what is not installed here is left out.

    A package may be needed several times, with one extra and another.
    """
    if (name, extras) in seen:
        return
    try:
        required = metadata.requires(name) or ()
    except metadata.PackageNotFoundError:
        return
    seen.add((name, extras))
    for needed in map(Requirement, required):
        if _is_wanted(needed, extras):
            _collect(canonicalize_name(needed.name), frozenset(needed.extras), seen)


def _is_wanted(needed: Requirement, extras: frozenset[str]) -> bool:
    marker = needed.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def _part(installed: metadata.Distribution) -> Part:
    return Part(installed.metadata["Name"], installed.version, _licence(installed))


def _licence(installed: metadata.Distribution) -> str:
    """Return a package's licence: its expression, else its classifiers, else the first line of what it says."""
    told = installed.metadata
    if "License-Expression" in told:
        return told["License-Expression"]
    classifiers = [line for line in told.get_all("Classifier") or () if line.startswith(_CLASSIFIER)]
    if classifiers:
        return ", ".join(line.removeprefix(_CLASSIFIER) for line in classifiers)
    said = told["License"].strip().partition("\n")[0] if "License" in told else ""
    return said[:_LONGEST] or _UNKNOWN


def lines(listed: tuple[Part, ...]) -> Iterator[str]:
    """The packages as a table."""
    width = max(len(part.name) for part in listed)
    for part in listed:
        yield f"{part.name:{width}}  {part.version:14}  {part.licence}"
