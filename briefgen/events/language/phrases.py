"""Listed phrases that stand in a text as whole words."""

import re
from collections.abc import Mapping
from functools import lru_cache

__all__ = ["phrase_set"]

_RUN = re.compile(r"[^\W_]+")


def phrase_set(text: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The phrases that stand in a lower-case text as whole words, in their listed order."""
    single, longer = _parted(phrases)
    padded = f" {text} "
    hits = [(single[run], run) for run in set(_RUN.findall(text)) if run in single]
    hits += [(at, p) for at, p in longer if p in padded and _whole(padded, p)]
    return tuple(phrase for _, phrase in sorted(hits))


@lru_cache(maxsize=512)
def _parted(
    phrases: tuple[str, ...],
) -> tuple[Mapping[str, int], tuple[tuple[int, str], ...]]:
    """Phrases of one plain word, with their place in the list, and the others."""
    places = {phrase: at for at, phrase in reversed(list(enumerate(phrases)))}
    single = {phrase: at for phrase, at in places.items() if phrase.isalnum()}
    return single, tuple((at, p) for p, at in places.items() if p not in single)


def _whole(padded: str, phrase: str) -> bool:
    at = padded.find(phrase)
    while at >= 0:
        before, after = padded[at - 1], padded[at + len(phrase)]
        if not before.isalnum() and not after.isalnum():
            return True
        at = padded.find(phrase, at + 1)
    return False
