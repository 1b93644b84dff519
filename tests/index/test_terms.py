"""The two halves of the search, Python's and JavaScript's, make the same terms of the same words."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_builder import index
from archive_builder.index.terms import fold, terms
from archive_builder.model import Archive
from tests.conftest import ROOT
from tests.index.conftest import in_node, placed

WORDS = """
    Tuesday Dudley survey pay key days valley money try tries agreed feed policing police policies
    generalisation rational hopping hoping falling generically yes yellow by say running caresses
    the who May may can’t PCC’s PCCs' O’Brien's co-operate A&E 1,234 £143,783 1.17 687(iii)(a)
    30/10/2025 café CAFÉ naïve Straße İzmir ﬁnance x² ½ Ⅷ Łódź ’quoted’ 'tis DIVERT COVID-19 e.g.
    a@b.org __init__
    東京都港区 水 2023年度 COVID感染症 データベース ﾃﾞｰﾀ 佐々木 ตำรวจนครบาล สถานี ๑๒๓ 北京市-上海市 서울특별시
    𠮷野家 警察's
"""


Made = Callable[[list[str]], list[list[str]]]


@pytest.fixture(scope="module")
def in_javascript(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Makes the terms of each text as a reader's browser does."""
    site = placed(index.assets(Archive()), tmp_path_factory.mktemp("terms"))
    return lambda texts: in_node("terms.mjs", site, given=texts)


def test_both_sides_agree_on_words_that_are_easily_got_wrong(in_javascript: Made) -> None:
    words = WORDS.split()
    assert in_javascript(words) == [terms(word) for word in words]


def test_both_sides_agree_on_every_word_of_the_corpus(shared: Path, in_javascript: Made) -> None:
    files = sorted((shared / "corpus").iterdir())
    words = sorted({word for file in files for word in file.read_text(encoding="utf-8").split()})
    assert len(words) > 5_000
    different = [(w, js) for w, js in zip(words, in_javascript(words), strict=True) if js != terms(w)]
    assert different == []


def test_both_sides_agree_on_the_sample_documents(in_javascript: Made) -> None:
    files = sorted(path for path in (ROOT / "content").rglob("*") if path.suffix in (".txt", ".md", ".html"))
    words = sorted({word for file in files for word in file.read_text(encoding="utf-8").split()})
    assert in_javascript(words) == [terms(word) for word in words]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(st.sampled_from("東京水データｶﾞ々ตำร๑a1é -'、。👮𠮷서"), max_size=8), max_size=40))
def test_both_sides_cut_scripts_without_spaces_alike(in_javascript: Made, texts: list[str]) -> None:
    assert in_javascript(texts) == [terms(text) for text in texts]


def test_a_script_without_spaces_is_cut_into_bigrams() -> None:
    assert terms("東京都の水 COVID感染") == ["東京", "京都", "都の", "の水", "covid", "感染"]


@pytest.mark.deep
def test_both_sides_agree_on_words_made_at_random(in_javascript: Made) -> None:
    chance = random.Random(3)
    beginnings = "a b c ch d f g h i k l m n o p qu r s st t u v w y é ł ñ".split()
    middles = "a e i o u y ay ee ll nn ss tt st ng 1 2' ' ’s -".split()
    ends = (
        "ational tional enci anci izer bli alli entli eli ousli ization ation ator alism iveness fulness "
        "ousness aliti iviti biliti logi icate ative alize iciti ical ful ness ance ence er ic able ible ant "
        "ement ment ent ou ism ate iti ous ive ize sses ies ss s eed ed ing at bl iz y e ll ion sion tion"
    ).split()
    words = [
        chance.choice(beginnings)
        + "".join(chance.choices([*beginnings, *middles], k=chance.randint(0, 5)))
        + chance.choice([*ends, ""])
        + chance.choice([*ends, ""])
        for _ in range(100_000)
    ]
    words = [chance.choice((str.lower, str.upper, str.capitalize))(word) for word in words]
    different = [(w, js) for w, js in zip(words, in_javascript(words), strict=True) if js != terms(w)]
    assert different == []


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
