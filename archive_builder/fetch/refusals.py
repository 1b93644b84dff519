"""Why something was not fetched: what is raised between the parts of this package, and becomes a problem."""

from __future__ import annotations

from typing import Self

from archive_builder.problem import Severity


class NotFetchedError(Exception):
    """An address could not be fetched, or may not be; the message says why."""

    def __init__(self, code: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint
        self.severity = severity

    def at(self, address: str) -> Self:
        """Return the error with the address in its message."""
        message = str(self)
        if address in message:
            return self
        return type(self)(self.code, f"{address}: {message}", self.hint, self.severity)


LATER = "nothing need be done: the next run asks again"


def unreachable(message: str, hint: str = LATER) -> NotFetchedError:
    """The error of an address that did not answer as it should: the next run asks again."""
    return NotFetchedError("not-fetched", message, hint)


def refused(message: str, hint: str) -> NotFetchedError:
    """The error of an address that may not be asked for."""
    return NotFetchedError("address-refused", message, hint)
