"""A figure and the words around it → of what it is the count.

"95 each" is each side's, "nine of the thirteen" a part ("eight of its sailors" is none), "another
four" comes on top of others, "rose to 13" and "13 so far" are counts that go on: such figures are
no conflict with a count of all. The words are data (knowledge/cues/numbers.LANGUAGE.toml).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.events.figures.numbers import Figure, Part, figure_at
from briefgen.knowledge.cues import Numbers

__all__ = ["EACH", "MORE", "PART", "RUNNING", "Whole", "rises", "scope_of", "whole_of"]

EACH = "each"
PART = "part"
MORE = "more"
RUNNING = "running"
BEFORE = 5
"""Words before a figure among which one tells its scope."""
AROUND = 12
NEXT = 2
"""Words after "each" among which a figure is what each has."""


@dataclass(frozen=True, slots=True)
class Whole:
    """What a figure is a part of, and the part behind the words that say so."""

    value: float | None
    last: int
    named: bool
    """Whether its noun follows: "nine of the *hikers*", not "nine of them"."""
    owned: bool = False
    """Whether all that are counted are somebody's: "eight of its sailors"."""


def whole_of(parts: Sequence[Part], figure: Figure, last: int, words: Numbers) -> Whole | None:
    """What the figure before a part is a part of: "12 of 15", "nine of the", "three of them"."""
    at = last + (last < len(parts) and parts[last].lower in words.out)
    if figure.currency or at >= len(parts) or parts[at].lower not in words.of:
        return None
    at += 1
    if at < len(parts) and parts[at].lower in words.them:
        return Whole(None, at + 1, named=False)
    article = at < len(parts) and parts[at].lower in words.articles
    at += article
    inner = figure_at(parts, at, words) if at < len(parts) else None
    if inner is not None and not inner.currency and inner.value >= figure.value:
        return Whole(inner.value, inner.last, named=True)
    if not article or inner is not None:
        return None
    return Whole(None, at, named=True, owned=parts[at - 1].lower in words.owners)


def scope_of(
    parts: Sequence[Part], span: tuple[int, int, int], whole: Whole | None, words: Numbers
) -> str | None:
    """The scope of a figure: ``span`` is where its words begin, its noun begins, and both end."""
    first, last, end = span
    if whole is not None and not whole.owned:
        return PART
    if _more(parts, span, words):
        return MORE
    if _each_after(parts, end, words) or _each_before(parts, first, words):
        return EACH
    reached = bool(first) and parts[first - 1].lower in words.reaching - words.of
    if reached and rises(parts, first, words):
        return RUNNING
    around = [part.lower for part in parts[max(0, first - AROUND) : first]]
    behind = [part.lower for part in parts[last : last + AROUND]]
    return RUNNING if any(_says(told, words) for told in (around, behind)) else None


def rises(parts: Sequence[Part], at: int, words: Numbers) -> bool:
    """Whether a verb shortly before a part tells of a count that goes on."""
    return any(part.lower in words.rising for part in parts[max(0, at - BEFORE) : at])


def _more(parts: Sequence[Part], span: tuple[int, int, int], words: Numbers) -> bool:
    first, last, end = span
    if first and parts[first - 1].lower in words.more_before:
        return True
    for at in (last, end):
        if at >= len(parts) or parts[at].lower not in words.more_after:
            continue
        return tuple(part.lower for part in parts[at : at + 2]) not in words.mods
    return False


def _each_after(parts: Sequence[Part], end: int, words: Numbers) -> bool:
    """Whether the words after a figure say so: "95 each", not "two sides each freed 95"."""
    after = _clause(parts[end : end + words.each_within])
    at = next((n for n, part in enumerate(after) if part.lower in words.each), None)
    if at is None:
        return False
    behind = range(end + at + 1, min(end + at + 1 + NEXT, len(parts)))
    return not any(figure_at(parts, n, words) for n in behind)


def _each_before(parts: Sequence[Part], first: int, words: Numbers) -> bool:
    """Whether the clause before a figure says that it is each side's."""
    before = [part.lower for part in _clause(parts[max(0, first - BEFORE) : first][::-1])][::-1]
    return any(
        tuple(before[at : at + size]) in words.each_before
        for at in range(len(before))
        for size in range(1, len(before) - at + 1)
    )


def _says(told: Sequence[str], words: Numbers) -> bool:
    """Whether words say "so far", within one sentence."""
    return any(
        tuple(told[at : at + size]) in words.so_far
        for at in range(len(told))
        for size in range(1, 5)
    )


def _clause(parts: Sequence[Part]) -> list[Part]:
    """Words up to the next mark."""
    kept: list[Part] = []
    for part in parts:
        if part.kind != "word":
            break
        kept.append(part)
    return kept
