"""Features → pairs of reports worth comparing: those that share a rare word, and a day.

Comparing every report with every other grows with the square of the pile. Two reports are compared
when they share a stem that few reports hold at all, or that few hold on a day on which both may
have happened; a day's pile of much alike reports is told apart by how many stems two of them share.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from briefgen.events.merging.across import shared_figures
from briefgen.events.merging.features import Features

__all__ = ["candidates"]

FEW = 40
"""A stem that so few reports hold is a key by itself."""
SHORT = timedelta(days=10)
"""A window of so many days is filed under each of them."""
VISITS = 1500
"""A report looks at so many others of its days, those with its rarest stems first ..."""
NEAREST = 50
"""... and is compared with so many of them: those that share most with it."""

Block = tuple[str, int]


def candidates(
    features: Sequence[Features], weights: Mapping[str, float]
) -> Iterator[tuple[int, int]]:
    """Pairs ``a < b`` of places in ``features``, each once, in order."""
    near = _crowded(features, weights)
    holders: dict[str, list[int]] = defaultdict(list)
    for index, feature in enumerate(features):
        for stem in sorted(feature.keys):
            holders[stem].append(index)
    for members in holders.values():
        if len(members) <= FEW:
            for a, b in combinations(members, 2):
                near[a].add(b)
    reports, languages = [f.report for f in features], [f.language for f in features]
    for a, b in shared_figures(reports, languages):
        near[a].add(b)
    for a, others in enumerate(near):
        for b in sorted(others):
            yield a, b


def _crowded(features: Sequence[Features], weights: Mapping[str, float]) -> list[set[int]]:
    """For each report the later ones that share a day and the most telling stems with it."""
    blocks: dict[Block, list[int]] = defaultdict(list)
    filed = [_days(feature) for feature in features]
    for index, feature in enumerate(features):
        for day in filed[index]:
            for stem in feature.stems:
                blocks[stem, day].append(index)
    near: list[set[int]] = [set() for _ in features]
    for index, feature in enumerate(features):
        keys = sorted(
            (len(blocks[stem, day]), stem, day) for stem in feature.stems for day in filed[index]
        )
        shared: dict[int, dict[str, None]] = defaultdict(dict)
        visits = 0
        for size, stem, day in keys:
            visits += size
            if visits > VISITS:
                break
            for other in blocks[stem, day]:
                shared[other][stem] = None
        shared.pop(index, None)
        told = {other: sum(weights[stem] for stem in stems) for other, stems in shared.items()}
        for other in sorted(told, key=lambda o: (-told[o], o))[:NEAREST]:
            near[min(index, other)].add(max(index, other))
    return near


def _days(feature: Features) -> range:
    """The days, as ordinals, under which a report is filed; none for a long or open window."""
    window = feature.window
    if window is None or window.start is None or window.end is None:
        return range(0)
    if window.end - window.start > SHORT:
        return range(0)
    last = (window.end - timedelta(microseconds=1)).toordinal()
    return range(window.start.toordinal(), last + 1)
