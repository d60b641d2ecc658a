"""Groups + Review → Groups: those put together that are one happening, those parted that are not.

Run before events are built, so that dates, standings and headlines are found anew from what then
belongs together. Nothing to do with the order of the blocks: partings first, then joinings.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from briefgen.events.merging.merge import Group
from briefgen.events.review.match import Found, report_key
from briefgen.model import Notice, Report
from briefgen.model.review import Review, Ruling

__all__ = ["regroup"]


def regroup(
    named: Sequence[tuple[str, Group]], review: Review
) -> tuple[tuple[Group, ...], tuple[Notice, ...]]:
    """The groups as the review wants them, in the order of the first report of each.

    ``named`` are groups with the ids of the events that they would be. A notice for each block
    that asks to join or to part what is not there any more.
    """
    groups = [group for _, group in named]
    found = Found((identifier, group.reports) for identifier, group in named)
    notices: list[Notice] = []
    owner = list(range(len(groups)))
    blocks = {ruling.event: ruling for ruling in review.rulings}
    for ruling in review.rulings:
        if not ruling.merge:
            continue
        mine = found.of(ruling)
        for name in ruling.merge:
            other = found.named(name, blocks)
            if mine is None or other is None:
                gone = ruling.event if mine is None else name
                notices.append(_lost(review, ruling, f"merge: {gone} is not among the events"))
            elif mine == other:
                notices.append(_lost(review, ruling, f"merge: {name} is this event already"))
            else:
                _unite(owner, mine, other)
    parted, lost = _parted(groups, review, found)
    notices += lost
    return tuple(_joined(groups, owner, parted)), tuple(notices)


def _unite(owner: list[int], one: int, other: int) -> None:
    """Let both, and all that belong to either, belong to the lower."""
    low, high = sorted((owner[one], owner[other]))
    for place, of in enumerate(owner):
        if of == high:
            owner[place] = low


def _parted(
    groups: Sequence[Group], review: Review, found: Found
) -> tuple[dict[str, str], list[Notice]]:
    """Key of a report that leaves its group → name of the event that it makes with others."""
    leaves: dict[str, str] = {}
    notices = []
    for ruling in review.rulings:
        mine = found.of(ruling) if ruling.split else None
        for number, keys in enumerate(ruling.split):
            held = [key for key in keys if mine is not None and found.holding(key) == mine]
            for key in keys:
                if key not in held:
                    told = f"split: report {key} is not in this event"
                    notices.append(_lost(review, ruling, told))
            if mine is not None and len(held) < len(groups[mine].reports):
                leaves |= dict.fromkeys(held, f"{ruling.event}/{number}")
    return leaves, notices


def _joined(
    groups: Sequence[Group], owner: Sequence[int], leaves: dict[str, str]
) -> Iterator[Group]:
    """Each group with what is united with it, without what leaves it; then those that left."""
    together = Counter(owner)
    wholes: dict[str, list[Report]] = defaultdict(list)
    whys: dict[str, list[str]] = defaultdict(list)
    for place, group in enumerate(groups):
        home = str(owner[place])
        whys[home] += ["put together by the review"] if together[owner[place]] > 1 else []
        whys[home] += filter(None, [group.why])
        for report in group.reports:
            name = leaves.get(report_key(report), home)
            wholes[name].append(report)
            if name != home:
                whys[name] = ["parted by the review"]
    for name, reports in wholes.items():
        yield Group(reports=tuple(reports), why="; ".join(dict.fromkeys(whys[name])))


def _lost(review: Review, ruling: Ruling, why: str) -> Notice:
    return Notice(stage="review", message=f"{review.name}, event {ruling.event}: {why}")
