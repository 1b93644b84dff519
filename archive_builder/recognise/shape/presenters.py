"""What stands behind the title of an item: who presented it, and on which pages its paper is."""

from __future__ import annotations

import re

from archive_builder.recognise.grammar.draft import Draft, Section
from archive_builder.recognise.grammar.rule import Rule, compiled
from archive_builder.settings import Vocabulary
from archive_builder.text.names import bare, looks_like_name, resolve

_BY = r"""
    (?: (?:was|were) \s+ {PRESENTED} | (?-i:(?=[a-z])) {PRESENTED} ) \s+ (?: by \s+ )? (?P<who> (?-i:[A-Z]) [^.:]*? )
    (?= \s* (?: [.:] | ,? \s+ and \s+ {COVERED} | $ ) )
"""
_LABEL = r"^ {PRESENTER_LABEL} \s* : \s* (?P<who> (?-i:[A-Z]) [^.:]* ) $"
"""A line that says who presents and nothing else: "Presenter: Ann Lee"."""
_GAVE = r"^ The \s+ (?P<who> (?-i:[A-Z]) [^.]*? ) ,? \s+ {GAVE_REPORT} \s+ an? \s"


PRESENTED = Rule(
    "presented-by",
    r"(?P<title>.*?)\s*[:–-]?\s*(?:\(\s*)?{PRESENTED}\s+by:?\s+(?P<who>.+?)\s*[:)]*",
    (
        "Digital strategy Presented by Helen Moss, Assistant Director",
        "Substance misuse Presented by ACC Ann Lee:",
    ),
    ("Digital strategy presented to the Board",),
)


def named_people(who: str, draft: Draft) -> tuple[str, ...]:
    """The people of "the Chief Officer, Ann Lee and T/ACC Bo Ray": names without offices, where there are any."""
    parts = [part.strip() for part in re.split(r",|&|\band\b", who) if part.strip()]
    persons = (resolve(part, draft.people(), draft.vocabulary) for part in parts)
    bares = [
        person.name if person else bare(part, draft.vocabulary)
        for part, person in zip(parts, persons, strict=True)
    ]
    roles = {word.casefold() for word in draft.vocabulary.role_nouns}
    names = [name for name in bares if looks_like_name(name) and not roles & set(name.casefold().split())]
    return tuple(dict.fromkeys(names)) or tuple(parts)


def find_presenters(draft: Draft, section: Section) -> tuple[str, ...]:
    """Who presented an item, from "was presented by" in its title or first lines."""
    texts = [draft.text(section.heading)] if section.heading is not None else []
    texts += [draft.text(index) for index in list(section.content)[:2]]
    for text in texts[1:] + texts[:1]:
        forms = (compiled(pattern, draft.vocabulary) for pattern in (_BY, _GAVE, _LABEL))
        if match := next((found for form in forms if (found := form.search(text))), None):
            return named_people(match["who"], draft)
    return ()


def without_presenter(title: str, vocabulary: Vocabulary) -> str:
    """A title without the words behind it that say who presents."""
    match = PRESENTED.match(title, vocabulary)
    return (match["title"] if match and match["title"] else title).strip(" :–—-")


_PAGES = r"\s* [(\[] \s* {PAGES_WORD} \s* \d+ (?: \s* (?: [–-] | to | and ) \s* \d+ )? \s* [)\]] \s* $"
"""The pages of an item's paper in the pack: "(Pages 25 - 100)", "[pp 3-7]"."""


def without_pages(title: str, vocabulary: Vocabulary) -> str:
    """A title without the pages of its paper behind it."""
    return compiled(_PAGES, vocabulary).sub("", title) or title
