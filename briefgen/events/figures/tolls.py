"""A figure without a noun of its own → what it counts all the same.

Its noun may stand apart ("put at 45 the number of soldiers killed", "the death toll rose to 13"),
or be shared with the next figure ("33 aerial and 10 naval drones").
"""

from collections.abc import Sequence

from briefgen.events.figures.counted import noun_after
from briefgen.events.figures.numbers import Figure, Part, figure_at, number_value
from briefgen.knowledge.cues import Numbers

__all__ = ["counted_apart", "next_figure"]

FAR = 16
"""Words between a count and its figure, at most: "the *toll* from … rose to 13"."""
NEAR = 3
"""Words between the verb of who gives a count and the figure, or between that and "and"."""
PHRASE = 3
"""Words of "the number of", of "death toll", at most."""
ENDS = ".;!?"


def counted_apart(
    parts: Sequence[Part], figure: Figure, span: tuple[int, int], words: Numbers
) -> str | None:
    """What a figure counts whose noun stands apart; ``span`` is that of its words."""
    return _put(parts, figure, span, words) or _reached(parts, figure, span[0], words)


def next_figure(
    parts: Sequence[Part], figure: Figure, last: int, words: Numbers, *, split: bool = False
) -> tuple[Figure, int] | None:
    """The figure that shares its noun with the one before it, and where that one's words end.

    Of "33 aerial and 10 naval drones" 10. ``split`` where "to" parts two figures as well: "grew
    from 20 to 30 boats".
    """
    if figure.value == 1 and not figure.plain:  # "this one and 5 others"
        return None
    at = last
    while at < len(parts) and at < last + NEAR and _describes(parts, at, words):
        at += 1
    if at > last and at < len(parts) and parts[at].kind == "dash":  # "Luft- und Seedrohnen"
        at += 1
    if at >= len(parts):
        return None
    joint = parts[at].lower in words.joined | words.alternatives or parts[at].text == ","
    if not (joint and at > last) and not (split and parts[at].lower in words.to):
        return None
    begin = at + 1
    for length in range(PHRASE, 0, -1):
        if tuple(part.lower for part in parts[begin : begin + length]) in words.mods:
            begin += length
            break
    following = figure_at(parts, begin, words) if begin < len(parts) else None
    return None if following is None or following.currency else (following, at)


def _describes(parts: Sequence[Part], at: int, words: Numbers) -> bool:
    """Whether a part is an adjective between a figure and a noun."""
    word = parts[at].lower
    if parts[at].kind != "word" or word in words.joined | words.alternatives:
        return False
    return word not in words.stop and number_value(word, words) is None


def _put(
    parts: Sequence[Part], figure: Figure, span: tuple[int, int], words: Numbers
) -> str | None:
    """Put at N the number of X · put at N the X."""
    first, last = span
    put = any(part.lower in words.puts for part in parts[max(0, first - NEAR) : first])
    at = last + (last < len(parts) and parts[last].lower in words.articles)
    for start in (at, last):
        size = _phrase(parts, start, words.number_of)
        if size:
            return _counted(parts, figure, start + size, words)
    return _counted(parts, figure, at, words) if put and at > last else None


def _reached(parts: Sequence[Part], figure: Figure, first: int, words: Numbers) -> str | None:
    """The toll … rose to N · the number of X stands at N."""
    if not first or parts[first - 1].lower not in words.reaching | words.starting | words.to:
        return None
    for at in range(first - 1, max(-1, first - 1 - FAR), -1):
        if parts[at].text in ENDS:
            return None
        for size in range(PHRASE, 0, -1):
            phrase = tuple(part.lower for part in parts[at : at + size])
            if phrase in words.tolls:
                return words.tolls[phrase]
        size = _phrase(parts, at, words.number_of)
        if size:
            return _counted(parts[:first], figure, at + size, words)
    return None


def _counted(parts: Sequence[Part], figure: Figure, at: int, words: Numbers) -> str | None:
    """What a phrase counts: its noun, or people where it says what befell them."""
    found = noun_after(parts, figure, at, words)
    if found is not None:
        return found[0]
    hurt = any(part.lower in words.hurt_after for part in parts[at : at + NEAR])
    return words.hurt_unit if hurt else None


def _phrase(parts: Sequence[Part], at: int, phrases: frozenset[tuple[str, ...]]) -> int:
    """How many words a phrase that stands at a part has; 0 where none does."""
    for size in range(PHRASE, 0, -1):
        if tuple(part.lower for part in parts[at : at + size]) in phrases:
            return size
    return 0
