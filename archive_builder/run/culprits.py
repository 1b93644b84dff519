"""Which files a stage cannot get over: found by running it without them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

Works = Callable[[Sequence[str]], bool]
"""True if a stage gets through with these files and no others."""


def find_culprits(files: Sequence[str], works: Works) -> tuple[str, ...]:
    """Return the files that must be left out for the rest to work, in their order.

    `works` must be true of no files at all. First come those that fail by themselves, found by halving:
    about twice the cost of one whole run for one culprit. Of files that fail only together, the last is
    left out.
    """
    if works(files):
        return ()
    culprits = set(_failing_alone(files, works))
    kept = [file for file in files if file not in culprits]
    sound = 0
    while not works(kept):
        sound = _length_that_works(kept, works, sound)
        culprits.add(kept.pop(sound))
    return tuple(file for file in files if file in culprits)


def _failing_alone(files: Sequence[str], works: Works) -> Iterator[str]:
    """Yield the files that fail without any others; together, the given ones are known to fail."""
    if len(files) == 1:
        yield files[0]
        return
    middle = len(files) // 2
    for half in (files[:middle], files[middle:]):
        if not works(half):
            yield from _failing_alone(half, works)


def _length_that_works(files: Sequence[str], works: Works, sound: int) -> int:
    """Return how many of the first files work where one more does not.

    The first `sound` files are known to work, all of them together to fail.
    """
    broken = len(files)
    while broken - sound > 1:
        middle = (sound + broken) // 2
        if works(files[:middle]):
            sound = middle
        else:
            broken = middle
    return sound
