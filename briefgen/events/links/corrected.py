"""Events → those whose figures a later report puts right: "to 26 from 27", "down to 13".

What corrects tells the right figure, and often the wrong one. An event told earlier that gives the
wrong one of the same thing counted, of a matter that both name, is linked to the correction; where
the wrong one is not told, that of the happening that the correction counts anew. Which figure is
which is told by the words before it (knowledge/cues/links.LANGUAGE.toml).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen.events.links.matter import Reader, shared
from briefgen.events.links.turns import turns, words_of
from briefgen.events.merging.contrasts import comparable
from briefgen.events.merging.deeds import deeds_of
from briefgen.knowledge.links import load_links
from briefgen.model import Event, Link, LinkKind, Quantity, Report, Status

__all__ = ["corrected"]

ARROW = "{wrong} → {right}"
PLANNED = frozenset({Status.SCHEDULED, Status.DEADLINE})
ENOUGH = 2
"""Names and nouns that a correction shares with what it corrects, where it tells the wrong figure;
a name counts twice."""
DISTINCT = 20
"""From here on a wrong figure tells which event is meant, beside one noun."""
SURE = 3
"""The same, where it does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mending:
    """A report that puts a figure right."""

    event: int
    report: Report
    right: Quantity
    wrong: Quantity | None


def corrected(
    events: Sequence[Event], reader: Reader, published: Mapping[str, float]
) -> list[Event]:
    """The events, each linked to what corrects a figure of it."""
    mendings = [
        mending
        for index, event in enumerate(events)
        if event.status not in PLANNED
        for report in event.reports
        for mending in _mendings(index, report, reader)
    ]
    if not mendings:
        return list(events)
    counting: dict[float, list[int]] = defaultdict(list)
    for index, event in enumerate(events):
        values = {q.value for report in event.reports for q in report.quantities}
        for value in sorted(values):
            counting[value].append(index)
    links: dict[int, list[Link]] = defaultdict(list)
    for mending in mendings:
        every = range(len(events)) if mending.wrong is None else counting[mending.wrong.value]
        for index in every:
            told = _wrong_in(mending, events[index], reader, published)
            if index != mending.event and told is not None:
                text = ARROW.format(wrong=_plain(told), right=_plain(mending.right))
                link = Link(kind=LinkKind.FIGURE, event=events[mending.event].id, text=text)
                if link not in links[index]:
                    links[index].append(link)
    return [
        replace(event, links=(*event.links, *links[n])) if links[n] else event
        for n, event in enumerate(events)
    ]


def _mendings(index: int, report: Report, reader: Reader) -> list[_Mending]:
    """What a report puts right: a figure behind "to", and the wrong one, where it is told."""
    lexicon = reader.lexicon(report)
    known = load_links(lexicon.language)
    if not report.quantities or not known.corrects:
        return []
    cues = [t for t in turns(report, known.corrects, known, lexicon) if not t.unsaid]
    if not cues:
        return []
    right = wrong = None
    for quantity in report.quantities:
        lead = _lead(report, quantity)
        if right is None and _ends(lead, known.right) and not _ends(lead, known.wrong):
            right = quantity
        elif wrong is None and _ends(lead, known.wrong):
            wrong = quantity
    if right is None or (wrong is not None and wrong.value == right.value):
        return []
    return [_Mending(event=index, report=report, right=right, wrong=wrong)]


def _lead(report: Report, quantity: Quantity) -> str:
    """The words before a figure, in lower case."""
    at = report.quote.find(quantity.text)
    words = [word.lower for word in words_of(report.quote) if word.end <= at]
    return " ".join(words[-3:])


def _ends(lead: str, phrases: Sequence[str]) -> bool:
    return any(lead == phrase or lead.endswith(f" {phrase}") for phrase in phrases)


def _wrong_in(
    mending: _Mending, event: Event, reader: Reader, published: Mapping[str, float]
) -> Quantity | None:
    """The figure of an event that a correction puts right; None where it gives none such."""
    for report in event.reports:
        if published.get(report.document, 0) > published.get(mending.report.document, 0):
            continue
        lexicon = reader.lexicon(report)
        deeds = deeds_of(lexicon.language)
        for quantity in report.quantities:
            if not comparable(quantity.unit, mending.right.unit, deeds) or quantity.scope:
                continue
            if mending.wrong is not None and quantity.value != mending.wrong.value:
                continue
            if quantity.value == mending.right.value:
                continue
            if _of_one_matter(mending, report, reader):
                return quantity
    return None


def _of_one_matter(mending: _Mending, report: Report, reader: Reader) -> bool:
    one, other = reader.features(report), reader.features(mending.report)
    if one.language != other.language:
        return False
    told = shared(one, other)
    if told.apart:
        return False
    if mending.wrong is None:
        known = deeds_of(one.language).known
        return (
            told.names > 0 and told.weight >= SURE and bool(one.families & other.families & known)
        )
    distinct = mending.wrong.value >= DISTINCT
    return told.weight >= ENOUGH or (distinct and told.nouns > 0)


def _plain(quantity: Quantity) -> str:
    return " ".join(quantity.text.split())
