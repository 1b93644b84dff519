"""What the initials of a body stand for, where the text has the words: "SRA", "the Selby Residents' Association"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from archive_builder.recognise.facts.body_looks import NO_NOUN, name_features
from archive_builder.recognise.facts.candidate import Candidate, candidate
from archive_builder.recognise.facts.view import View

_INITIALS = re.compile(r"[A-Z]{3,6}")
_REST = r"[\w'’-]*[a-z]['’]?"
"""The rest of a word of a name: "Residents’"."""
_BETWEEN = r"\s+(?:(?:and|the|&)\s+){0,2}"
"""What may stand between two words of a name and has no letter in its initials."""


def find_spelled_out(found: Iterable[Candidate], view: View) -> Iterator[Candidate]:
    """The names in the text that candidates are the initials of, each where it ends in a noun of bodies."""
    for initials in sorted({each.value for each in found if _INITIALS.fullmatch(each.value)}):
        spelled = _BETWEEN.join(letter + _REST for letter in initials)
        words = re.compile(rf"(?<!\w){spelled}(?!\w)")
        names = Counter(
            " ".join(match[0].split()) for block in view.blocks for match in words.finditer(block.text)
        )
        for name, _ in names.most_common(1):
            features = name_features(name, view.vocabulary)
            if NO_NOUN not in features:
                yield candidate(name, "in-text", *features, words=name)
