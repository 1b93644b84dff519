"""A report to a body: numbered sections and paragraphs, recommendations, a table of figures."""

from __future__ import annotations

from collections.abc import Iterator

from bench.corpus.calendar import Sitting
from bench.corpus.minutes import printed
from bench.corpus.speech import Speaker

SECTIONS = 5
"""Besides purpose and recommendations."""


def report(sitting: Sitting, speaker: Speaker) -> str:
    """A paper for one meeting."""
    return "\n\n".join(_paragraphs(sitting, speaker)) + "\n"


def _paragraphs(sitting: Sitting, speaker: Speaker) -> Iterator[str]:
    author = speaker.chance.choice(sitting.officers)
    yield f"# Report to the {sitting.body.name}"
    yield f"## {speaker.subject()}"
    yield f"**Date: {printed(sitting.held)}**"
    yield f"Report of: {author.name}, {author.role}"
    yield "### 1 Purpose"
    yield f"- 1.1 {speaker.passage(2, 3)}"
    yield "### 2 Recommendations"
    yield f"- 2.1 That the body note the progress made with {speaker.subject().lower()}."
    yield f"- 2.2 That the body advise the Commissioner on {speaker.thing()}."
    for section in range(3, 3 + SECTIONS):
        yield f"### {section} {speaker.subject()}"
        paragraphs = range(1, speaker.chance.randint(5, 8))
        yield "\n".join(f"- {section}.{number} {speaker.passage(3, 5)}" for number in paragraphs)
        if section == 4:
            yield f"Table 1: {speaker.subject()}"
            yield _table(sitting, speaker)


def _table(sitting: Sitting, speaker: Speaker) -> str:
    year = sitting.held.year
    head = ["District", f"{year - 2}/{(year - 1) % 100:02}", f"{year - 1}/{year % 100:02}"]
    rows = [[holder.role, speaker.figure(), speaker.figure()] for holder in sitting.members]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * 3, *rows])
