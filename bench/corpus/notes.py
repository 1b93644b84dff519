"""Notes of a board in the numbered frame that transcriptions have: questions, answers, actions."""

from __future__ import annotations

from collections.abc import Iterator

from bench.corpus.calendar import Holder, Sitting, ordinal
from bench.corpus.speech import Speaker

ITEMS = 4
"""Of business, besides updates and questions."""


def notes(sitting: Sitting, speaker: Speaker) -> str:
    """The notes of one meeting."""
    head = [
        f"## {sitting.body.name}",
        "### Notes of the Meeting",
        f"{sitting.held:%A} {ordinal(sitting.held.day)} {sitting.held:%B %Y}",
        "These notes give the main points of the meeting in the order in which they were raised.",
    ]
    rows = [f"{number}\t{row}" for number, row in enumerate(_rows(sitting, speaker), start=1)]
    return "\n\n".join([*head, "\n".join(rows)]) + "\n"


def _rows(sitting: Sitting, speaker: Speaker) -> Iterator[str]:
    at_table = [*sitting.members, *sitting.officers]
    here = [_listed(holder) for holder in at_table[:-2]]
    away = [_listed(holder) for holder in at_table[-2:]]
    yield f"{_p('Attendance', bold=True)} {_p(' '.join(here))} {_p('Apologies', bold=True)} {_p(' '.join(away))}"
    before = f"{sitting.before:%A} {ordinal(sitting.before.day)} {sitting.before:%B %Y}"
    yield (
        f"{_p('Notes of last meeting', bold=True)} "
        + _p(f"The notes of the last meeting, held on {before}, were approved.")
    )
    points = "".join(f"<li>{speaker.passage(2, 3)}</li>" for _ in range(3))
    yield f"{_p('PCC Update', bold=True)} {_p('The Commissioner gave an update on these matters:')} <ul>{points}</ul>"
    yield _p("Questions from Board members", bold=True) + "".join(
        _question(number, sitting, speaker) for number in (1, 2, 3)
    )
    for _ in range(ITEMS):
        yield _item(sitting, speaker)
    after = f"{ordinal(sitting.after.day)} {sitting.after:%B %Y}"
    yield f"{_p('CLOSE', bold=True)} Next meeting: {after}"


def _p(text: str, *, bold: bool = False) -> str:
    return f"<p><b>{text}</b></p>" if bold else f"<p>{text}</p>"


def _listed(holder: Holder) -> str:
    return f"{holder.name} ({holder.role})"


def _question(number: int, sitting: Sitting, speaker: Speaker) -> str:
    asker = speaker.chance.choice(sitting.members)
    asked = f"Question {number}: {speaker.subject()} (asked by {asker.name})"
    return f" {_p(asked, bold=True)} {_p(f'{speaker.sentence()} {speaker.question()}')} {_answer(speaker)}"


def _answer(speaker: Speaker) -> str:
    points = "".join(f"<li>• {speaker.passage(1, 2)}</li>" for _ in range(speaker.chance.randint(1, 3)))
    return f"<ul>{points}</ul>"


def _item(sitting: Sitting, speaker: Speaker) -> str:
    presenter = speaker.chance.choice(sitting.officers)
    shown = f"Presented by {presenter.role} {presenter.name}"
    parts = [
        _p(speaker.subject(), bold=True),
        _p(shown, bold=True),
        _p(f"{presenter.name} presented the report. The Board put the following questions:"),
    ]
    for _ in range(speaker.chance.randint(2, 5)):
        parts += [_p(speaker.question()), _answer(speaker)]
        if speaker.chance.random() < 0.3:
            owner = speaker.chance.choice(sitting.officers)
            parts.append(_p(f"ACTION – {owner.name} to provide {speaker.thing()}."))
    parts.append(_p(f"The Commissioner thanked {presenter.name}. {speaker.passage(1, 2)}"))
    return " ".join(parts)
