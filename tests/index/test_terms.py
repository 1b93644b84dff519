"""The two halves of the search, Python's and JavaScript's, make the same terms of the same words."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from archive_builder.index.terms import fold, terms
from tests.conftest import LUNR_JS, NODE, ROOT

WORDS = """
    Tuesday Dudley survey pay key days valley money try tries agreed feed policing police policies
    generalisation rational hopping hoping falling generically yes yellow by say running caresses
    the who May may can’t PCC’s PCCs' O’Brien's co-operate A&E 1,234 £143,783 1.17 687(iii)(a)
    30/10/2025 café CAFÉ naïve Straße İzmir ﬁnance x² ½ Ⅷ Łódź ’quoted’ 'tis DIVERT COVID-19 e.g.
    a@b.org __init__
"""


def in_javascript(texts: list[str]) -> list[list[str]]:
    """The terms that `search-terms.js` makes of each text."""
    script = Path(__file__).parent / "terms.cjs"
    command = [NODE, script, LUNR_JS, ROOT / "docs" / "assets" / "search-terms.js"]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    made: list[list[str]] = json.loads(done.stdout)
    return made


def test_both_sides_agree_on_words_that_are_easily_got_wrong() -> None:
    words = WORDS.split()
    assert in_javascript(words) == [terms(word) for word in words]


def test_both_sides_agree_on_every_word_of_the_corpus(shared: Path) -> None:
    files = sorted((shared / "corpus").iterdir())
    words = sorted({word for file in files for word in file.read_text(encoding="utf-8").split()})
    assert len(words) > 5_000
    different = [(w, js) for w, js in zip(words, in_javascript(words), strict=True) if js != terms(w)]
    assert different == []


def test_both_sides_agree_on_the_sample_documents() -> None:
    files = sorted(path for path in (ROOT / "content").rglob("*") if path.suffix in (".txt", ".md", ".html"))
    words = sorted({word for file in files for word in file.read_text(encoding="utf-8").split()})
    assert in_javascript(words) == [terms(word) for word in words]


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("the PCC’s plan", "pcc plan"),
        ("O’Brien", "obrien"),
        ("café", "CAFE"),
        ("£1,234", "1234"),
        ("minute 687(iii)(a)", "687 iii a"),
        ("neighbourhood policing", "neighbourhoods police"),
        ("in May", "may"),
    ],
)
def test_spellings_of_one_thing_share_their_terms(printed: str, typed: str) -> None:
    assert set(terms(typed)) <= set(terms(printed))


def test_fold_leaves_the_bare_word() -> None:
    assert [fold(word) for word in ("Café’s", "PCCs'", "O’Brien", "1,000")] == [
        "cafe",
        "pccs",
        "obrien",
        "1000",
    ]
