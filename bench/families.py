"""How reading grows with a document's length, for texts made to be hard on one rule or another.

    .venv/bin/python -m bench.families [NAME…] [--letters 12500] [--rounds 3]

Each family repeats a line or a word up to a length, and up to four times that. Printed are the seconds
of CPU that reading, tidying and recognising take, the best of several rounds, and their ratio: four for
work that grows as the text does, sixteen for work that grows with its square. Exit status 1 where one is
above MOST.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from archive_builder import settings
from archive_builder.problem import Problem
from archive_builder.read import read
from archive_builder.recognise import recognise
from archive_builder.settings import Settings
from archive_builder.tidy import tidy

TIMES = 4
"""How much longer the longer text of a family is."""
MOST = 5.0
"""The highest ratio that counts as linear: four, and what a machine's clock wavers by."""
LEAST = 0.02
"""Seconds of CPU: what takes less is too short to be compared."""
HEAD = "Minutes of the Fernhollow Board\nTuesday 14 May 2024\n\n"
TRACKER = f"{HEAD}Ref\tAction\tOwner\tStatus\n"
Family = Callable[[int], str]
"""Gives a text of about as many letters as asked for."""


def repeated(piece: str, head: str = HEAD) -> Family:
    """A family of texts that repeat a piece after a head."""
    return lambda letters: head + piece * (letters // len(piece))


def counted(line: str, head: str = HEAD) -> Family:
    """A family of texts of a line each with its own number, put in at `{}`."""

    def text(letters: int) -> str:
        count = letters // (len(line) + 2)
        return head + "".join(line.format(number) for number in range(1, count + 1))

    return text


def wrapped(before: str, piece: str, after: str) -> Family:
    """A family of texts of one piece many times over between a beginning and an end."""
    return lambda letters: HEAD + before + piece * (letters // len(piece)) + after


FAMILIES: dict[str, Family] = {
    # marks of text files
    "rule-then-keys": lambda letters: "---\n" + "a: b\n" * (letters // 5),
    "keys": repeated("a: b\n"),
    "rules": repeated("---\n"),
    "dashes-and-x": wrapped("", "-", "x\n"),
    "dashes-and-tabs": repeated("---\t---\n"),
    "pipes": repeated("| a | b |\n"),
    "pipes-and-rules": repeated("| a | b |\n|---|---|\n"),
    "one-row-of-pipes": wrapped("|", "a|", "\n|---|\n"),
    "tabs": repeated("a\tb\n"),
    "one-row-of-tabs": wrapped("", "a\t", "\n"),
    "blank-lines": repeated("\n"),
    "spaces": wrapped("a", " ", "b\n"),
    "spaces-and-lines": repeated(" \n"),
    "open-brackets": wrapped("", "[", "\n"),
    "links": repeated("[a](b) "),
    "open-links": wrapped("", "[a](", "\n"),
    "pictures": wrapped("", "![", "\n"),
    "stars": wrapped("", "*a ", "\n"),
    "two-stars": wrapped("", "**a ", "\n"),
    "backticks": repeated("`a``b"),
    "tags": wrapped("", "<b>", "\n"),
    "half-tags": wrapped("", "<", "\n"),
    "tags-unclosed": wrapped("", "<a ", "\n"),
    "comments": wrapped("", "<!--", "\n"),
    "entities": wrapped("", "&#38;", "\n"),
    "quotations": wrapped("", "> ", "a\n"),
    "bullets": repeated("- a\n"),
    "bullets-in-a-line": wrapped("", "- ", "a\n"),
    "bullets-deeper": lambda letters: HEAD + "".join(f"{' ' * (at % 40)}- a\n" for at in range(letters // 24)),
    "bullet-signs": wrapped("", "• a ", "\n"),
    "numbers": counted("{}. He went.\n"),
    "headings": repeated("# A\n"),
    "frame-rows": counted("{}\t<p>He went.</p>\n"),
    "frame-lists": wrapped("1\t<p>a</p>", "<ul><li>a", "\n"),
    "enumeration": wrapped("1\t<p>a</p><ul><li>", "(1) a; ", "</ul>\n"),
    # lines and words
    "one-letter-lines": repeated("a\n"),
    "one-letter-paragraphs": repeated("a\n\n"),
    "one-word": wrapped("", "a", "\n"),
    "one-capital-word": wrapped("", "A", "\n"),
    "capital-lines": repeated("A\n"),
    "digits": wrapped("", "1", "\n"),
    "digits-and-dots": wrapped("", "1.", " a\n"),
    "sentences": repeated("He went. "),
    "sentence-lines": repeated("He went.\n"),
    "questions": repeated("Why? "),
    "commas": repeated("a, "),
    "colons": repeated("a: "),
    "apostrophes": wrapped("a", "'", "\n"),
    "quotes": wrapped("", '"a ', "\n"),
    "hyphens": wrapped("", "a-", "\n"),
    "brackets-in-brackets": wrapped("", "(a ", "\n"),
    "capitals-before-bracket": wrapped("", "A", " (ABC) said.\n"),
    "capitalised-before-bracket": wrapped("", "Ab ", "(ABC) said.\n"),
    "definitions": repeated("Fern Hollow Board (FHB) "),
    "acronyms": repeated("ABC "),
    "combining-marks": wrapped("a", "\u0301", "\n"),
    "direction-marks": wrapped("a", "\u202e", "b\n"),
    "no-break-spaces": wrapped("a", "\u00a0", "b\n"),
    # what recognition looks for
    "present": repeated("Present: "),
    "present-lines": repeated("Present:\n"),
    "present-names": wrapped("Present: ", "Ann Lee, ", "\n"),
    "apologies": repeated("Apologies: Ann Lee\n"),
    "roles": wrapped("Present: ", "Ann Lee (Chair) ", "\n"),
    "names-in-a-line": wrapped("", "Ann Lee ", "said.\n"),
    "titled-names": wrapped("", "Cllr Lee ", "said.\n"),
    "resolved": repeated("RESOLVED: That it be noted.\n"),
    "resolved-in-a-line": repeated("RESOLVED that it be noted; "),
    "resolved-words": wrapped("", "RESOLVED ", "\n"),
    "agreed": repeated("It was agreed that it be noted. "),
    "action": repeated("Action: Ann Lee to write. "),
    "action-lines": repeated("Action: Ann Lee to write.\n"),
    "owner-lines": repeated("ACTION: AL\n"),
    "questions-asked": repeated("Question 1: Why?\nAnswer: So.\n"),
    "question-numbers": counted("Q{}. Why?\n"),
    "one-question-number": repeated("Q1. Why?\nA. So.\n"),
    "dates": repeated("14 May 2024 "),
    "date-lines": repeated("14 May 2024\n"),
    "times": repeated("10.30 am "),
    "items": counted("{}. APOLOGIES\n"),
    "one-item-number": repeated("1. APOLOGIES\n"),
    "minute-numbers": counted("{}/24 Apologies\n"),
    "one-minute-number": repeated("12/24 Apologies\n"),
    "tracker-one-number": repeated("12/24\tWrite to the county\tAnn Lee\tOpen\n", TRACKER),
    "tracker": counted("{}/24\tWrite to the county\tAnn Lee\tOpen\n", TRACKER),
    "resolved-one-number": repeated("Decision 4: That it be noted.\n"),
    "moved": repeated("Moved by Ann Lee, seconded by Bo Ray. "),
    "addresses": wrapped("", "a@b.", "\n"),
    "web-addresses": wrapped("", "http://a.b/", "\n"),
    "contents": counted("{}. Apologies .......... 3\n"),
    "page-numbers": counted("Page {}\n\n"),
    # So long that the longest text has fewer than a thousand: from there on numbers are taken for years.
    "numbers-above-titles": counted("{}\nApologies of all the members who could not come\n\n"),
}  # fmt: skip


def seconds(text: str, path: Path, loaded: Settings) -> float:
    """The CPU that it takes to read, tidy and recognise a text.

    What was made before is frozen: else a long text pays for walks over the objects of all tests before it.
    """
    path.write_text(text, "utf-8")
    problems: list[Problem] = []
    gc.collect()
    gc.freeze()
    begun = time.process_time()
    reading = read(path, path.name, loaded, problems.append)
    if reading is not None:
        recognise(tidy(reading), loaded, problems.append)
    taken = time.process_time() - begun
    gc.unfreeze()
    return taken


def growth(family: Family, letters: int, rounds: int, path: Path) -> tuple[float, float]:
    """The least CPU for a text and for one four times as long, their rounds taken in turn."""
    loaded = settings.load()
    texts = family(letters), family(letters * TIMES)
    pairs = [(seconds(texts[0], path, loaded), seconds(texts[1], path, loaded)) for _ in range(rounds)]
    short, long = (min(times) for times in zip(*pairs, strict=True))
    return short, long


def ratio(short: float, long: float) -> float:
    """How many times as long; one for what is too short to be compared."""
    return long / max(short, LEAST / TIMES) if long > LEAST else 1.0


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Growth of reading, by families of hard texts.")
    parser.add_argument("names", nargs="*", default=sorted(FAMILIES), metavar="NAME")
    parser.add_argument("--letters", type=int, default=12_500)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(arguments)
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        seconds(HEAD + "He went.\n" * 50, Path(folder) / "text.md", settings.load())  # builds the patterns
        for name in asked.names:
            short, long = growth(FAMILIES[name], asked.letters, asked.rounds, Path(folder) / "text.md")
            grown = ratio(short, long)
            worst = max(worst, grown)
            sign = "  <--" if grown > MOST else ""
            print(f"{name:28} {short:8.3f} s {long:8.3f} s {grown:6.1f}{sign}", flush=True)
    return 0 if worst <= MOST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
