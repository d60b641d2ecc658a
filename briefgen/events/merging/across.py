"""Reports in two languages → whether they tell the same happening: by what needs no words.

Words of two languages do not meet, but figures with their unit, places and topics do: "16 drones"
and "16 безпілотників" are one quantity. Two reports of one time tell one happening when a figure
agrees, none excludes the other, and both lie in one place, or, for a figure that is no everyday
number, are of one topic.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from briefgen.model import Place, Precision, Quantity, Report

__all__ = ["agreement", "shared_figures"]

EVERYDAY = 10
"""Figures below this are everyday numbers."""
FEW = 40
"""A figure that more reports hold is no key."""


def agreement(one: Report, other: Report) -> str | None:
    """What shows that two reports of one time tell one happening, None where nothing does."""
    mine, others = _figures(one), _figures(other)
    shared = sorted(mine & others)
    units = {unit for unit, _ in mine} & {unit for unit, _ in others}
    if not shared or units - {unit for unit, _ in shared}:
        return None
    placed = _share_place(one.places, other.places)
    topic = bool(set(one.topics) & set(other.topics))
    rare = any(value >= EVERYDAY for _, value in shared)
    apart = bool(_narrow(one.places)) and bool(_narrow(other.places)) and not placed
    if apart or not (placed or topic) or not (rare or (placed and topic)):
        return None
    told = ", ".join(f"{value:.10g} {unit}" for unit, value in shared[:3])
    return f"told in two languages; figures agree ({told})" + ("; one place" if placed else "")


def shared_figures(
    reports: Sequence[Report], languages: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``reports`` in two languages that hold one figure, in order."""
    if len(set(languages)) < 2:
        return
    holders: dict[tuple[str, float], list[int]] = defaultdict(list)
    for index, report in enumerate(reports):
        for figure in sorted(_figures(report)):
            holders[figure].append(index)
    for members in holders.values():
        if len(members) <= FEW:
            yield from ((a, b) for a, b in combinations(members, 2) if languages[a] != languages[b])


def _figures(report: Report) -> set[tuple[str, float]]:
    return {(q.unit, q.value) for q in report.quantities if _counts(q)}


def _counts(quantity: Quantity) -> bool:
    """Whether a figure is told as it was counted: "dozens" agrees with too much."""
    return quantity.value > 1 and not (quantity.mod == "about" and quantity.text.isalpha())


def _share_place(one: Sequence[Place], other: Sequence[Place]) -> bool:
    """Whether both name a place finer than a country, or two of which one holds the other."""
    left, right = _narrow(one), _narrow(other)
    return any(
        a == b or (a.country == b.country and a.admin1 == b.admin1 and a.admin1 in {a.name, b.name})
        for a in left
        for b in right
    )


def _narrow(places: Sequence[Place]) -> list[Place]:
    return [place for place in places if place.precision is not Precision.COUNTRY]
