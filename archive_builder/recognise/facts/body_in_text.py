"""Names of bodies that only the running text has: initials that it is full of, the words of the file's name.

They are looked at where no line or sentence names the body, and need more than one reason each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from archive_builder.model import BlockKind
from archive_builder.recognise.facts.candidate import Candidate, candidate
from archive_builder.recognise.facts.view import View
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.settings import Vocabulary
from archive_builder.text import acronyms
from archive_builder.text.words import folded

_INITIALS = re.compile(
    r"""
    (?<![\w./@-])
    (?P<initials> [A-Z] (?: [A-Z&] | (?<=[A-Z]) \d ){1,7} \d?  # OPX, S1A, OK39
      | (?P<mixed> [A-Z][a-z]{1,8} (?: [A-Z][a-z]{0,8} )+ )  # OkSA, PyKites
    )
    (?![\w@-]) (?P<owning> ['’]s\b )?
    """,
    re.VERBOSE,
)
"""Initials, and words with capitals within: many things are written like these, so that the file must be named so."""
_SMALL = re.compile(r"(?<!\w)[a-z]{2,8}(?!\w)")
"""A word in small letters: what stands so in a text is a word also where it is in capitals."""
_OF_BODY = r"\s+ (?: {BODY_NOUNS} | {MEMBERS} | {MEETING} )"
"""What stands behind the name of a body and nothing else's: "board", "members", "AGM"."""
_ACTING = r"\s+ {TOLD} \b"
"""What stands behind the initials of somebody who sat there as often as behind those of a body."""
_NO_NAME = r"""
    {PAPER} | {DRAFT_PAPER} | {MEETING} | {MONTH} | {SORT_OF_MEETING} | {WEEKDAY} | {BODY_NOUNS} | {MEMBERS}
    | {WORD_OF_FILES} | \d+ | \w
"""
"""Words of a file's name that name no body."""
_SPOKEN_OF = 3
"""Times that a text must speak of its body."""
_OFTEN = 6
_WITHIN = 2
"""Times that it must do so within a sentence, and not in a heading."""
_AHEAD = 2
"""How many times as often as the next initials those of the body stand in a text."""
_MOST_ACTING = 0.3
_LONGEST = 5
"""Words of the longest name that is looked for in a file's name."""


def find_in_text(view: View) -> Iterator[Candidate]:
    """Names in the running text, each with what speaks for it there."""
    text = folded(" ".join(block.text for block in view.blocks if block.kind is not BlockKind.FIGURE))
    text = f"{folded(view.page_title)}. {text}"
    yield from _initials(text, view)
    yield from _words_of_file(text, view)


def _initials(text: str, view: View) -> Iterator[Candidate]:
    vocabulary = view.vocabulary
    found = [
        match
        for match in _INITIALS.finditer(text)
        if not match["mixed"] or match["mixed"].casefold() in view.file_words
    ]
    counts = Counter(match["initials"] for match in found)
    for name in _of_other_things(counts, text, view):
        counts.pop(name, None)
    acting = Counter(
        m["initials"] for m in found if compiled(_ACTING, vocabulary).match(text, m.end("initials"))
    )
    counts = Counter({name: n for name, n in counts.items() if acting[name] <= _MOST_ACTING * n})
    ranked = counts.most_common()
    for place, (name, count) in enumerate(ranked):
        in_file = name.casefold() in view.file_words
        if count < _SPOKEN_OF and not (in_file and count > 1):
            continue
        mine = [match for match in found if match["initials"] == name]
        bodied = any(compiled(_OF_BODY, vocabulary).match(text, match.end()) for match in mine)
        owning = sum(1 for match in mine if match["owning"])
        next_count = ranked[place + 1][1] if place + 1 < len(ranked) else 0
        features = {
            "in-text": True,
            "often": count >= _OFTEN,
            "foremost": place == 0 and count >= _AHEAD * next_count,
            "of-body": bodied,
            "owning": owning > 0,
            "named-in-file": in_file,
            "begins-file": view.file_words[:1] == [name.casefold()]
            and not compiled(_NO_NAME, vocabulary).fullmatch(name),
        }
        yield candidate(name, *(feature for feature, holds in features.items() if holds), words=name)


def _of_other_things(counts: Counter[str], text: str, view: View) -> set[str]:
    """Initials that are of no body: words in capitals, and what a section is headed with."""
    small = set(_SMALL.findall(text))
    words = {name for name in counts if (name.isupper() and name.casefold() in small) or len(set(name)) == 1}
    headed = {folded(block.text).strip(" :") for block in view.blocks if block.kind is BlockKind.HEADING}
    return words | headed | _of_no_body(text, view.vocabulary)


def _of_no_body(text: str, vocabulary: Vocabulary) -> set[str]:
    """Initials that the text defines as something else's: of a person, a paper, a law; and those that all know."""
    body = compiled(r".* \b (?: {BODY_NOUNS} | {ORGANISATION_NOUNS} | {TEAM_NOUN} ) \b .*", vocabulary)
    others = {each.short for each in acronyms.defined(text) if not body.match(each.meaning)}
    return others | set(vocabulary.signs["initials_of_no_body"]) | set(vocabulary.signs["short_noun"])


def _words_of_file(text: str, view: View) -> Iterator[Candidate]:
    """The longest run of words of the file's name that the text uses as a name: "the Fenny Works"."""
    words = view.file_words
    plain = compiled(_NO_NAME, view.vocabulary)
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            run = words[start : start + length]
            if any(plain.fullmatch(word) for word in run) or (length == 1 and len(run[0]) < 5):
                continue
            printed = _printed(run, text)
            if printed:
                yield printed
                return


def _printed(run: list[str], text: str) -> Candidate | None:
    """A run of words as the text prints it with capitals, if it speaks of it often enough, and within sentences.

    A single word is a name only where it has the article that names of places lack: "the Works".
    """
    name = "\\s+".join(map(_with_capital, run))
    bounds = r"(?<!\w)" if len(run) > 1 else r"(?<=\bthe\s)"
    beside = r"(?!\w)(?!\s[A-Z])(?P<behind>['’]s\b|\s[a-z])?"
    pattern = re.compile(rf"(?P<before>\b[a-z]+\s)?{bounds}(?P<name>{name}){beside}")
    mentions = list(pattern.finditer(text))
    within = [match for match in mentions if match["before"] or match["behind"]]
    if len(mentions) < _SPOKEN_OF or len(within) < _WITHIN:
        return None
    name = Counter(match["name"] for match in within).most_common(1)[0][0]
    features = ("in-text", "named-in-file", "often" if len(mentions) >= _OFTEN else "", "within-sentences")
    return candidate(name, *features, words=name)


def _with_capital(word: str) -> str:
    """A pattern for a word that begins with a capital, whatever the case of its other letters."""
    return f"{re.escape(word[0].upper())}(?i:{re.escape(word[1:])})"
