"""A stem with its endings → every word that it spells: ``тиж(день|ня)`` → тиждень, тижня.

The notation is that of the shapes of rules: ``(a|b)`` is either, ``[a]`` is perhaps. A word may
hold several; they do not stand inside one another.
"""

import re
from itertools import product

from briefgen.errors import KnowledgeError

__all__ = ["spelled"]

_PIECE = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]|([^()\[\]|]+)")


def spelled(word: str, where: str) -> tuple[str, ...]:
    """Every spelling, in the order in which the endings are written.

    Raises KnowledgeError, naming where the word stands, for a bracket without its other half.
    """
    choices: list[tuple[str, ...]] = []
    at = 0
    while at < len(word):
        piece = _PIECE.match(word, at)
        if piece is None:
            raise KnowledgeError(
                f"{where}: {word!r} has a bracket or bar at character {at + 1} that stands alone; "
                "endings are written stem(one|other) or stem[perhaps]"
            )
        either, perhaps, plain = piece.groups()
        if either is not None:
            choices.append(tuple(either.split("|")))
        elif perhaps is not None:
            choices.append(("", *perhaps.split("|")))
        else:
            choices.append((plain,))
        at = piece.end()
    return tuple("".join(parts) for parts in product(*choices))
