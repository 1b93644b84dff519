"""Minutes of a panel in Markdown: numbered items, discussion, resolutions with lettered parts."""

from __future__ import annotations

from collections.abc import Iterator

from bench.corpus.calendar import Holder, Sitting
from bench.corpus.speech import Speaker

ITEMS = 6
"""Of business, besides apologies, the minutes and the tracker."""
ASKING = 2
"""Items whose resolution asks for something; the others' only note."""


def printed(day: object) -> str:
    """A date as minutes have it: 8 September 2025."""
    return f"{day:%d %B %Y}".lstrip("0")


def resolved(sitting: Sitting) -> list[tuple[str, str]]:
    """What a meeting asked for: number and words, the same in its minutes and in later trackers."""
    speaker = Speaker(-1 - sitting.month * 100 - sitting.body.number)
    asked = []
    for item in range(ASKING):
        number = sitting.first_minute + 3 + item
        for part in "ab":
            asked.append((f"{number} ii {part}", _capital(f"{speaker.thing()}.")))
    return asked


def minutes(sitting: Sitting, speaker: Speaker) -> str:
    """The minutes of one meeting."""
    return "\n\n".join(_paragraphs(sitting, speaker)) + "\n"


def _paragraphs(sitting: Sitting, speaker: Speaker) -> Iterator[str]:
    yield f"# {sitting.body.name}"
    held = f"{sitting.held:%A} {printed(sitting.held)} at 14:00 hours"
    yield f"## Minutes of the meeting held on {held}, Guildhall, {sitting.body.seat}"
    yield "### Present"
    yield "\n".join(f"- Cllr {holder.name} – {holder.role}" for holder in sitting.members[:-1])
    yield "### Also present"
    yield "\n".join(f"- {holder.name} – {holder.role}" for holder in sitting.officers[:5])
    number = sitting.first_minute
    yield f"### {number} Apologies"
    yield f"Apologies were received from Cllr {sitting.members[-1].name}."
    yield f"### {number + 1} Minutes of last meeting"
    yield "**RESOLVED:**"
    confirmed = (
        f"the minutes of the meeting held on {printed(sitting.before)} be confirmed as a correct record"
    )
    yield f"That {confirmed} and signed by the Chair."
    yield f"### {number + 2} Action tracker"
    yield speaker.passage(1, 3)
    yield "**RESOLVED:**"
    yield "That the action tracker be noted."
    asked = resolved(sitting)
    for item in range(ITEMS):
        yield from _item(
            number + 3 + item, [words for _, words in asked[2 * item : 2 * item + 2]], sitting, speaker
        )
    yield f"### {number + 9} Date of next meeting"
    yield f"The next meeting will take place on {sitting.after:%A} {printed(sitting.after)}."
    yield "The meeting ended at 16:05 hours."


def _item(number: int, asked: list[str], sitting: Sitting, speaker: Speaker) -> Iterator[str]:
    yield f"### {number} {speaker.subject().capitalize()}"
    presenter = sitting.officers[speaker.chance.randrange(5)]
    yield f"{presenter.name}, {presenter.role}, introduced the report. {speaker.passage(1, 3)}"
    yield "\n".join(_point(sitting, speaker) for _ in range(speaker.chance.randint(3, 6)))
    yield "**RESOLVED:**"
    yield f"i. That the report on {speaker.subject().lower()} be noted."
    if asked:
        yield f"ii. That the {presenter.role} provide the Panel with:"
        yield "\n".join(f"- {words}" for words in asked)


def _point(sitting: Sitting, speaker: Speaker) -> str:
    member: Holder = speaker.chance.choice(sitting.members)
    last = member.name.split()[-1]
    if speaker.chance.random() < 0.08:
        holder = sitting.officers[speaker.chance.randrange(5)]
        told = f"{holder.name} undertook to send members {speaker.thing()}."
    else:
        told = f"The Commissioner said that {speaker.sentence()}"
    return f"- **{speaker.subject()}.** Cllr {last} said that {speaker.sentence()} {told}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
