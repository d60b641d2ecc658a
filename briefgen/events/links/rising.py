"""Groups → the same, a happening and the later counts of whom it killed or hurt made one.

"The toll from the flood in Orm rose to 11 on Tuesday" is no happening of Tuesday. A report that
only counts on ("the toll rose to", "so far", "have died") joins the happening of the days before
that it names: the same place, and a deed beside the harm. The newest count leads.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from briefgen.events.figures.scopes import RUNNING
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import read_wording
from briefgen.events.links.matter import Reader, shared
from briefgen.events.merging.casualties import HARMS, history, tolls_of
from briefgen.events.merging.deeds import deeds_of
from briefgen.events.merging.merge import Group
from briefgen.events.merging.series import tells_period
from briefgen.events.merging.standing import published_at
from briefgen.model import Document, Interval, Report, Status

__all__ = ["counted_on"]

LONGEST = timedelta(days=21)
"""So long after a happening its dead are counted on."""
DONE = frozenset({Status.OCCURRED, Status.ONGOING})


def counted_on(
    groups: Sequence[Group], documents: Sequence[Document], lexicon: Statements
) -> tuple[Group, ...]:
    """The groups, each happening joined with the later counts; in the order of the groups."""
    by_id = {document.id: document for document in documents}
    reader = Reader.of(documents, lexicon)
    kept: dict[int, Group] = dict(enumerate(groups))
    harmed = [n for n, g in kept.items() if _harm(g, reader)]
    for number in sorted(harmed, key=lambda n: (_out(kept[n], by_id), n)):
        later = kept[number]
        if not all(_counts_on(report, reader) for report in later.reports):
            continue
        homes = [
            (weight, -n)
            for n in harmed
            if n != number and n in kept and (weight := _is_of(later, kept[n], by_id, reader))
        ]
        if homes:
            home = -max(homes)[1]
            kept[home] = _joined(kept[home], kept.pop(number))
    return tuple(_led(group, by_id) for group in kept.values())


def _harm(group: Group, reader: Reader) -> bool:
    return any(tolls_of(r, reader.lexicon(r).language) for r in group.reports)


def _out(group: Group, documents: Mapping[str, Document]) -> float:
    return min(published_at(report, documents) for report in group.reports)


def _counts_on(report: Report, reader: Reader) -> bool:
    """Whether a report only counts on: "rose to 11", "so far", "eleven have died"."""
    lexicon = reader.lexicon(report)
    tolls = tolls_of(report, lexicon.language)
    if not tolls or report.status not in DONE:
        return False
    words = [w.lower for w in read_wording(report.quote, 0, len(report.quote)).words]
    deeds = deeds_of(lexicon.language)
    if tells_period(words, deeds):
        return False
    if any(quantity.scope == RUNNING for quantity in tolls.values()):
        return True
    return any(
        word in lexicon.perfect
        and any(
            set(HARMS) & deeds.families.get((deeds.stem(after),), frozenset())
            for after in words[n + 1 : n + 3]
        )
        for n, word in enumerate(words)
    )


def _is_of(
    later: Group, happening: Group, documents: Mapping[str, Document], reader: Reader
) -> int:
    """How surely a count is of a happening; 0: it is not."""
    when, told = _when(happening), _when(later)
    if when is None or told is None or when.start is None or told.start is None:
        return 0
    if not when.start <= told.start <= when.start + LONGEST:
        return 0
    if _out(happening, documents) > _out(later, documents):
        return 0
    best = 0
    for report in later.reports:
        for other in happening.reports:
            one, two = reader.features(other), reader.features(report)
            if one.language != two.language:
                return 0
            common = shared(one, two)
            deeds = (one.families & two.families & deeds_of(one.language).known) - set(HARMS)
            if common.apart or not common.names or not _no_fewer(other, report, one.language):
                continue
            if deeds:
                best = max(best, common.weight)
    return best


def _no_fewer(before: Report, after: Report, language: str) -> bool:
    """Whether a later count is no lower than an earlier one of the same harm, where both count."""
    one, other = tolls_of(before, language), tolls_of(after, language)
    return all(one[harm].value <= other[harm].value for harm in one if harm in other)


def _when(group: Group) -> Interval | None:
    if group.due is not None:
        return group.due
    dated = [r.interval for r in group.reports if r.interval is not None]
    return min(dated, key=lambda i: i.order) if dated else None


def _joined(happening: Group, later: Group) -> Group:
    return replace(
        happening,
        reports=(*happening.reports, *later.reports),
        why="; ".join(filter(None, (happening.why, later.why, "its dead or hurt counted on"))),
        due=_surest(happening),
    )


def _surest(group: Group) -> Interval | None:
    """The date of a happening: the narrowest that its own reports tell."""
    if group.due is not None:
        return group.due
    dated = [r.interval for r in group.reports if r.interval is not None]
    return min(
        dated,
        key=lambda i: (i.uncertain, i.approximate, i.length or timedelta.max, i.order),
        default=None,
    )


def _led(group: Group, documents: Mapping[str, Document]) -> Group:
    """The group led by its newest count, where one rose."""
    counts = history(group.reports, documents)
    if not counts or group.latest:
        return group
    newest = max(count[-1].value for count in counts)
    lead = tuple(
        report
        for report in group.reports
        if any(
            quantity.value == newest
            for quantity in tolls_of(report, documents[report.document].language).values()
        )
    )
    return replace(group, latest=lead, due=group.due or _surest(group))
