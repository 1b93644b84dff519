"""Questions that resemble one another, and those that only look so."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random

from archive_builder.link import related
from archive_builder.link.related import RELATED, find_related
from archive_builder.model import Archive, Body, Place
from tests import factories

VANS = "Have thefts of vans from farms in the Ludwater valley gone up since the spring?"
VANS_AGAIN = "How many vans were stolen from farms in the Ludwater valley, and were any found?"
OTHERS = (
    "How many officers left the Force in the last year?",
    "What does the Force do for victims of fraud who cannot use the internet?",
    "When will the custody suite at Hallowick reopen, and what has it cost?",
    "Is the target for answering emergency calls being met at weekends?",
    "What was learned from the inspection of the property stores?",
)


def archive(*meetings: Sequence[str]) -> Archive:
    documents = []
    for month, texts in enumerate(meetings, start=1):
        asked = [factories.question(f"question-{n}", Place(n, n), text) for n, text in enumerate(texts)]
        blocks = [factories.paragraph(text) for text in texts]
        documents.append(
            factories.document(
                blocks,
                questions=tuple(asked),
                date=date(2025, month, 1),
                path=f"meetings/board/2025-{month:02}-01/notes/",
            )
        )
    return Archive(documents=tuple(documents))


def test_two_questions_on_one_matter_find_each_other_and_show_their_words() -> None:
    found = find_related(archive((VANS, *OTHERS[:2]), (VANS_AGAIN, *OTHERS[2:])))
    first, second = (
        "meetings/board/2025-01-01/notes/#question-0",
        "meetings/board/2025-02-01/notes/#question-0",
    )
    assert {name: [likeness.question for likeness in alike] for name, alike in found.items()} == {
        first: [second],
        second: [first],
    }
    assert {"vans", "farms", "valley"} <= set(found[first][0].words)


def test_questions_of_one_meeting_are_not_related() -> None:
    assert find_related(archive((VANS, VANS_AGAIN, *OTHERS))) == {}


def test_the_words_of_asking_relate_nothing() -> None:
    asked = "Can the Chief Constable provide an update and explain the number for this year?"
    assert (
        find_related(archive((asked, *OTHERS), ("Please provide the number for last year and explain it.",)))
        == {}
    )


def test_the_name_of_another_body_silences_nobody() -> None:
    two = archive((VANS, *OTHERS[:2]), (VANS_AGAIN, *OTHERS[2:]))
    named = replace(two, bodies=(Body(slug="vans", name="Ludwater Valley Farms Vans Committee"),))
    assert find_related(named) == find_related(two)


def test_no_more_than_three() -> None:
    found = find_related(archive(*[(VANS, other) for other in OTHERS]))
    assert {len(alike) for alike in found.values()} == {RELATED}


def test_a_new_document_leaves_the_likeness_of_others_as_it_was() -> None:
    before = [(VANS, *OTHERS[:2]), (VANS_AGAIN, *OTHERS[2:])]
    after = find_related(archive(*before, ("Who looks after the lamps on the quay at Fenny Hythe?",)))
    assert after == find_related(archive(*before))


def test_the_real_questions_on_firearms_licensing(corpus_archive: Archive) -> None:
    threads = corpus_archive.threads
    board = "meetings/accountability-and-governance-board"
    february, october = f"{board}/2025-02-25/notes/#question-5-1", f"{board}/2025-10-28/notes/#question-8-5"
    assert [likeness.question for likeness in threads[february].related] == [october]
    assert [likeness.question for likeness in threads[october].related] == [february]


def test_the_nearest_are_those_that_comparing_one_by_one_finds() -> None:
    chance = Random(7)
    words = [
        f"{start}{end}" for start in ("bar", "dol", "fen", "gul", "mor") for end in ("bek", "dun", "lop")
    ]
    texts = [" ".join(chance.choices(words, k=chance.randint(4, 9))) for _ in range(60)]
    made = archive(*[texts[at : at + 6] for at in range(0, 60, 6)])
    asked = list(related._questions(made))
    weights = related._weights(made)
    lengths = [math.sqrt(sum(weights[stem] ** 2 for stem in question.words)) for question in asked]
    wanted = {}
    for number, others in enumerate(related._candidates(asked)):
        one = asked[number]
        alike = (
            related._likeness(one, asked[other], weights, lengths[number] * lengths[other])
            for other in others
            if is_comparable(one, asked[other])
        )
        ordered = sorted(filter(None, alike), key=lambda likeness: (-likeness.score, likeness.question))
        if ordered:
            wanted[one.id] = tuple(ordered[:RELATED])
    assert wanted
    assert find_related(made) == wanted


def is_comparable(one: related._Asked, other: related._Asked) -> bool:
    """True if two questions share enough words."""
    return len(one.stems & other.stems) + bool(one.pairs & other.pairs) >= related.SHARED
