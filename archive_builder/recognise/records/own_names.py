"""What a body calls itself in its minutes, where that is no common word: "SOT3 agreed", "OLAF noted"."""

from __future__ import annotations

from collections import defaultdict

from archive_builder.recognise.grammar.draft import Draft, is_prose
from archive_builder.recognise.signs.beside_decisions import ACTS_BY_NAME
from archive_builder.text.words import folded

_OFTEN = 3
"""Minimum number of sentences in which a name decides."""
_VERBS = 2
"""Minimum number of verbs by which it does."""


def own_names(draft: Draft) -> frozenset[str]:
    """The names under which a body decides: its initials, or what decides again and again and is nobody present."""
    verbs: dict[str, set[str]] = defaultdict(set)
    times: dict[str, int] = defaultdict(int)
    for block in draft.blocks:
        if is_prose(block) and (match := draft.read(folded(block.text)).match(ACTS_BY_NAME)):
            verbs[match["name"]].add(match["verb"].casefold())
            times[match["name"]] += 1
    present = {_initials(attended.name) for attended in draft.attendance}
    own = _initials(draft.masthead.organization)
    return frozenset(
        name
        for name, used in verbs.items()
        if name == own or (times[name] >= _OFTEN and len(used) >= _VERBS and name not in present)
    )


def in_common_words(sentence: str, names: frozenset[str], body: str) -> str:
    """A sentence with the body's own name at its beginning replaced by a common word for it."""
    for name in names:
        for opening in (f"{name} ", f"The {name} ", f"the {name} "):
            if sentence.startswith(opening):
                return f"The {body} {sentence.removeprefix(opening)}"
    return sentence


def with_common_noun(sentence: str, organization: str) -> str:
    """A sentence in which a council of some tier, if it is the body that met, is only "Council"."""
    *_, tier, noun = ["", "", *organization.split()]
    return sentence.replace(f"{tier} {noun}", noun) if tier and noun.casefold() == "council" else sentence


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())
