"""Invented words: places, people and whatever else an archive names and no dictionary has."""

from __future__ import annotations

import random

_FIRST = (
    "Ada Amir Anneke Beatriz Bram Carys Conor Dagny Dilys Edda Emeka Farida Fintan Gwen Hana Ivo Iona Jarek Kezia"
    " Lars Leila Magnus Mirela Nadir Olwen Osian Petra Quentin Rhona Rafal Sadia Sorcha Tariq Thora Ulric Vesna"
    " Wilfred Xanthe Yusra Zofia"
).split()
_BEGIN = "b br c ch cr d dr f fl g gl gr h j k kl l m n p pr r s sc sh sk sl st t th tr v w y z".split()
_MIDDLE = "a ae ai e ea ei i ia ie o oa oo ou u y".split()
_END = "b ck d ft g l ld ll m mp n nd ng nt p r rd rk rn rst s ss st t th x".split()
_TOWN = "bury by combe dale field ford ham ley mere minster mouth ness stoke thorpe ton wick worth".split()


def coined(number: int) -> str:
    """Invented word number so-and-so, always the same, in small letters."""
    which = random.Random(f"word {number}")
    syllables = 2 if which.random() < 0.6 else 3
    return "".join(_syllable(which, last=at == syllables - 1) for at in range(syllables))


def _syllable(which: random.Random, *, last: bool) -> str:
    end = which.choice(_END) if last or which.random() < 0.1 else ""
    return which.choice(_BEGIN) + which.choice(_MIDDLE) + end


def place(number: int) -> str:
    """The name of a town."""
    which = random.Random(f"place {number}")
    return (_syllable(which, last=True) + which.choice(_TOWN)).capitalize()


def first_name(which: random.Random) -> str:
    return which.choice(_FIRST)


def surname(which: random.Random) -> str:
    return coined(which.randrange(100_000)).capitalize()
