"""The maintainer's desk: a bar on each record of the site that `archive serve` shows, and what it writes.

The bar is no part of a site: the server puts it into the pages that it serves. It changes nothing but files of
corrections and the list of withdrawals, each after somebody has seen the difference.

facts_of(documents, files)   what the bar says of each record, by page and anchor
propose(form, facts, ...)    what a form would change in which file
Desk                         answers the requests of the bar
"""

from archive_builder.desk.facts import Facts, facts_of
from archive_builder.desk.proposals import Proposal, propose
from archive_builder.desk.requests import PREFIX, Answer, Desk
from archive_builder.desk.values import RefusedChangeError

__all__ = ["PREFIX", "Answer", "Desk", "Facts", "Proposal", "RefusedChangeError", "facts_of", "propose"]
