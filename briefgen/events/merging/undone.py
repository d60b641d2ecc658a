"""Words of a report → the deeds that it tells were tried, feared or prevented, and not done.

"The navy foiled a hijacking and arrested 23 men" and "23 men were arrested" tell one deed done,
though only one of them tells of one that was not.
"""

from collections.abc import Mapping, Sequence
from itertools import takewhile

from briefgen.events.language.lexicon import Statements
from briefgen.events.merging.deeds import Deeds
from briefgen.events.merging.foreground import MARK, Foreground

__all__ = ["undone_in"]

BEFORE, AFTER = 2, 4
"""Words around "attempt", "foiled", at most, among which stands what was not done."""


def undone_in(
    words: Sequence[str],
    front: Foreground,
    kin: Mapping[str, frozenset[str]],
    lexicon: Statements,
    deeds: Deeds,
) -> frozenset[str]:
    """The families of deeds that were not done; ``words`` and ``kin`` as for the foreground."""
    found = set(front.main) if front.undone else set()
    stops = lexicon.coordinators | {MARK}
    for at, word in enumerate(words):
        if lexicon.stem(word) not in deeds.failure:
            continue
        behind = words[max(0, at - BEFORE) : at][::-1]
        ahead = words[at + 1 : at + 1 + AFTER]
        for near in (behind, ahead):
            for told in takewhile(lambda w: w not in stops, near):
                found |= kin.get(lexicon.canonical(told), frozenset())
    return frozenset(found)
