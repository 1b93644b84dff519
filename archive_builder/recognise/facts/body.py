"""The body that met or published: every name that the document may give it, weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive_builder.model import Classification, Weighed
from archive_builder.recognise.facts.body_name import (
    NamePart,
    cased,
    generic,
    name_features,
    names_in,
    within_another,
    without_sorts,
)
from archive_builder.recognise.facts.candidate import Candidate, candidate, weigh
from archive_builder.recognise.facts.view import View
from archive_builder.recognise.grammar.rule import Rule, compiled
from archive_builder.recognise.signs.masthead_fields import REPORT_OF
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded, words

WHO_MET = (
    Rule(
        "meeting-of",
        r"""(?: .{0,90}? \b )?? {MEETING} \s (?:\([^()]*\)\s)? of \s (?:(?:the|a)\s)?
            (?P<body> (?-i:[A-Z]) [^.;:]{3,110}? )
            (?= \s (?: was | is | were | will | has | to | via | {HELD} | {BEGAN} | {PLANNED} ) \b
              | \s (?: on | at | in ) \s (?: the \s | \d | {WEEKDAY} \b | {MONTH} \b )
              | , \s | [.;:]? $ ) .*""",
        (
            "A meeting of the Fenny Parish Council was held in the hall.",
            "At a meeting of Larkfield School Board held on Monday",
            "Meeting of the Fenny Forum in May",
            "The meeting of the Fenny Forum due to be held on Monday has been cancelled.",
        ),
        ("The minutes of the meeting were read.", "The next meeting is in May."),
    ),
    Rule(
        "body-meeting",
        r"""(?:the\s)? (?:\d+(?:st|nd|rd|th)\s)? (?P<body> (?-i:[A-Z]) [^.;:]{3,90}? ) \s
            (?:{SORT_OF_MEETING}\s)* {MEETING} \s (?: was | is | will ) \b .*""",
        (
            "The 48th Masters and Tutors meeting will be held on Saturday.",
            "The Fenny Forum monthly meeting was quiet.",
        ),
        ("The meeting was opened at six.",),
    ),
    Rule(
        "body-held",
        r"""(?:the\s)? (?P<body> (?-i:[A-Z]) (?: [^.;:,] | \b no\. ){3,90}? ) \s
            (?: {HELD} \s (?: its | their | a | an | the | this ) \s (?: {SORT_OF_MEETING} \s )* {MEETING} \b
              | {MET} \s (?: on | at | in | for | via ) \b ) .*""",
        (
            "Fenny Community Council held their meeting at 7.30pm.",
            "The Larkfield Board of Trustees met on Monday.",
        ),
        ("The Chair held a long speech to be out of order.",),
    ),
)
_ANOTHER = r".* \b (?: {PREVIOUS} | {UPCOMING} ) \s (?: [\w’'-]+ \s ){0,6}? {MEETING} \b .*"
_SUMMONS = r".* \b {SUMMONS} \b .*"
_ADDRESSEE = r"{ADDRESSEE} \s* : .*"
_LABELLED = r"[^:]{2,30}:\s.*"
_PAPER_LABEL = r"[^:]* \b (?: {PAPER} | {MEETING} ) \s? : .*"
"""A label that names the paper and no field: "Club Meeting Minutes: 4 May 2025"."""
_GOES_ON = re.compile(r"(?:on|for|of|and|&)\b", re.IGNORECASE)
_IS_BROKEN = re.compile(r"(?:\b(?:of|for|and|the)|&)$", re.IGNORECASE)
_BODY_FIELDS = (
    "committee",
    "board",
    "body",
    "group",
    "panel",
    "name of committee",
    "meeting",
    "meeting of",
    "title of meeting",
    "meeting title",
    "name of meeting",
    "project",
)
"""Fields of a head that name the body."""
_NEAR = 3
"""Lines between the name of a body and that of a body of it."""
_LATE = 6
"""Lines; a name further down the head is seldom that of the body."""


def weigh_bodies(view: View, kind: Classification) -> tuple[Weighed, ...]:
    """All names that the body may have, the best first."""
    found = [*_in_lines(view), *_in_sentences(view), *_elsewhere(view, kind), *_known(view)]
    found = _spelled_alike(found)
    return weigh("body", [*found, *_supported(found, view)])


def _in_lines(view: View) -> Iterator[Candidate]:
    """Names in the lines of the head: in the title, alone on a line, before a dash or "meeting minutes"."""
    titles = {line.block for line in view.titles}
    previous: NamePart | None = None
    above = -_NEAR
    for place, line in enumerate(view.lines):
        if len(line.text) > 140 and line.block not in titles:
            continue
        set_as_title = "title-line" if line.title else ""
        first = "first-line" if place == 0 else ""
        last, far = (2, "far") if view.pack else (_LATE, "late")
        late = far if place >= last else ""
        addressed = "addressee" if _is_addressed(line.text, view.vocabulary) else ""
        parts = names_in(line.text, view.vocabulary)
        labelled = "labelled" if _is_labelled(line.text, view.vocabulary) else ""
        for part in parts:
            stated = "title-of" if part.stated and line.block in titles else ""
            subject = "far" if view.pack and part.with_paper and not part.stated else ""
            paper = "with-paper" if part.with_paper else ""
            features = name_features(part.name, view.vocabulary)
            named = within_another(part.name, view.vocabulary) and "generic" not in features
            inner = "inner" if named and place - above < _NEAR else ""
            if "no-noun" not in features:
                above = place
            yield candidate(
                part.name,
                "line",
                inner,
                set_as_title,
                first,
                late,
                addressed,
                labelled,
                subject,
                stated,
                paper,
                *features,
                words=line.text,
            )
        if previous is not None and parts:
            yield from _joined(previous, parts[0], line.title, view.vocabulary)
        previous = parts[0] if parts and not addressed else None


def _is_labelled(text: str, vocabulary: Vocabulary) -> bool:
    """True if a line is a field: "Taken by: …"; but not if what stands before the colon is the paper's name."""
    return bool(re.match(_LABELLED, text)) and not compiled(_PAPER_LABEL, vocabulary).match(text)


def _is_addressed(text: str, vocabulary: Vocabulary) -> bool:
    """True if a line says for whom a paper is, or of whom a report: "To: …", "Report of the Chief Officer"."""
    addressed = compiled(_ADDRESSEE, vocabulary).match(text)
    return bool(addressed or REPORT_OF.match(text, vocabulary))


def _joined(above: NamePart, below: NamePart, title: bool, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """Two lines as one name: a broken one, or a body below the name of the one that it is of."""
    if _GOES_ON.match(below.printed) or _IS_BROKEN.search(above.printed):
        parts = names_in(f"{above.name} {below.printed}", vocabulary)
        name = parts[0].name if parts else ""
    elif _is_of(above.name, below.name, vocabulary):
        name = f"{above.name} {without_sorts(below.name, vocabulary)}"
    else:
        return
    paper = "with-paper" if below.with_paper else ""
    set_as_title = "title-line" if title else ""
    features = name_features(name, vocabulary)
    yield candidate(name, "line", "joined", "first-line", set_as_title, paper, *features, words=name)


def _is_of(above: str, below: str, vocabulary: Vocabulary) -> bool:
    """True if "Board of Governors" stands below the name of the school whose board it is."""
    named = not {"no-noun", "generic"} & set(name_features(above, vocabulary))
    board = generic(below, vocabulary) and within_another(below, vocabulary)
    return named and board and not _short_for(_key(below), _key(above))


def _in_sentences(view: View) -> Iterator[Candidate]:
    """Names in the sentences that say who met."""
    for _, sentence in (*view.opening, *view.ending):
        if len(sentence) > 400:
            continue
        for rule in WHO_MET:
            match = rule.match(sentence, view.vocabulary)
            if not match:
                continue
            named = names_in(match["body"], view.vocabulary)[:1]
            for part in named:
                another = "of-another" if compiled(_ANOTHER, view.vocabulary).match(sentence) else ""
                summons = "summons" if compiled(_SUMMONS, view.vocabulary).match(sentence) else ""
                features = name_features(part.name, view.vocabulary)
                yield candidate(part.name, "sentence", summons, another, *features, words=sentence)
            break


def _elsewhere(view: View, kind: Classification) -> Iterator[Candidate]:
    """Names in running heads, the page's title, the last lines, and that of the pack."""
    for field in _BODY_FIELDS:
        if said := view.fields.get(field):
            yield from _stated("field", said, view)
    for text in view.running:
        yield from _stated("running-head", text, view)
    yield from _of_folder(view)
    parts = [part for part in re.split(r"\s+[|–—»·:-]+\s+|\s*\|\s*", folded(view.page_title)) if part]
    for part in parts:
        yield from _stated("page-title", part, view, "page-title-end" if part is parts[-1] else "")
    for _, text in view.ending:
        if len(text) < 100 and compiled(r".* \b {MEETING} \b .*", view.vocabulary).match(text):
            yield from (each for each in _stated("ending", text, view) if "no-noun" not in each.features)
    if view.pack and view.pack.organization:
        yield candidate(
            view.pack.organization, "of-the-pack", *name_features(view.pack.organization, view.vocabulary)
        )


def _of_folder(view: View) -> Iterator[Candidate]:
    """The name of the folder that a file is in, if it reads like that of a body: "finance-committee/"."""
    folder = view.file.rpartition("/")[0].rpartition("/")[2]
    for part in names_in(re.sub(r"[_-]+", " ", folder), view.vocabulary)[:1]:
        features = name_features(cased(part.name), view.vocabulary)
        if "body-noun" in features:
            yield candidate(cased(part.name), "folder", *features, words=folder)


def _stated(feature: str, text: str, view: View, more: str = "") -> Iterator[Candidate]:
    for part in names_in(text, view.vocabulary)[:1]:
        paper = "with-paper" if part.with_paper else ""
        yield candidate(
            part.name, feature, more, paper, *name_features(part.name, view.vocabulary), words=text
        )


def _known(view: View) -> Iterator[Candidate]:
    """Bodies that `archive.toml` names: those whose name stands in the head, and that of the folder."""
    head = folded(" ".join((*(line.text for line in view.lines), view.page_title, *view.running))).casefold()
    for body in view.bodies:
        names = [name for name in (body.name, *body.also) if f" {name.casefold()} " in f" {head} "]
        if names:
            yield candidate(names[0], "known", words=names[0])
        if any(view.file.startswith(folder) for folder in body.folders):
            yield candidate(body.name, "known", "body-noun", words=f"folder {view.file.rpartition('/')[0]}")


def _key(name: str) -> tuple[str, ...]:
    return tuple(word for word in words(name.replace("&", " and ")) if word not in ("the", "and"))


def _spelled_alike(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with one spelling for each name: the first that is not all capitals."""
    spellings: dict[tuple[str, ...], str] = {}
    for each in found:
        kept = spellings.setdefault(_key(each.value), each.value)
        if kept.isupper() and not each.value.isupper():
            spellings[_key(each.value)] = each.value
    return [
        Candidate(cased(spellings[_key(each.value)]), each.features, each.words)
        for each in found
        if _key(each.value)
    ]


def _supported(found: Sequence[Candidate], view: View) -> Iterator[Candidate]:
    """What speaks for a name besides where it stands: other candidates, the text and the file's name."""
    keys = {each.value: _key(each.value) for each in found}
    acting = compiled(r"\b the \s+ (\w+) \s+ {TOLD} \b", view.vocabulary).findall(view.body_words)
    own = (each for each in found if "line" in each.features and "labelled" not in each.features)
    nameless = all("no-noun" in each.features for each in own)
    for each in found:
        if nameless and {"with-paper", "first-line"} <= each.features:
            yield candidate(each.value, "only-name")
    for name, key in keys.items():
        if any(_shorter(other, key) for other in keys.values() if other != key):
            yield candidate(name, "says-more")
        if name.casefold() in view.body_words:
            yield candidate(name, "mentioned")
        yield from _of_short_names(name, key, found)
        if key[-1] in acting:
            yield candidate(name, "acts")
        initials = "".join(word[0] for word in key)
        joined = " ".join(view.file_words)
        if len(key) > 1 and (initials in view.file_words or " ".join(key) in joined):
            yield candidate(name, "in-file-name")


def _of_short_names(name: str, key: tuple[str, ...], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """What is said of a body by a short name, "the Full Council", is said of the one with the whole name."""
    for each in found:
        short = _key(each.value)
        named = _short_for(short, key, "generic" in each.features) or _abbreviates(short, key)
        if each.value != name and named:
            yield candidate(name, *(each.features & _TRANSFERRED))


_TRANSFERRED = frozenset({"title-of", "sentence", "with-paper", "running-head"})


def _short_for(short: tuple[str, ...], name: tuple[str, ...], generic: bool = True) -> bool:
    """True if a name of a word or two may stand for a longer one: it ends alike, and says nothing else."""
    alike = len(short) <= 2 and len(short) < len(name) and short[-1] == name[-1]
    return alike and (generic or set(short) < set(name))


def _abbreviates(short: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """True if a name ends in the initials of what the other ends in: "Fenny PC", "Fenny Parish Council"."""
    rest = name[len(short) - 1 :]
    same = len(rest) > 1 and short[:-1] == name[: len(short) - 1]
    return same and short[-1] == "".join(word[0] for word in rest)


def _shorter(short: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """True if a name of two words or more is the beginning or the end of another."""
    return 1 < len(short) < len(name) and short in (name[: len(short)], name[-len(short) :])
