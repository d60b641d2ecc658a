"""Document of an inferred window + Mentions → what they mean on whichever day of it is true.

A document that may be of any of several days is resolved as of each of them. What comes out the
same on all days is kept; what moves with the day stays unresolved, and says why.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta, tzinfo

from briefgen.knowledge.locale import Locale
from briefgen.model import Anchor, Basis, Dating, Document, Interval, Mention, civil_day
from briefgen.temporal.resolve import resolve
from briefgen.temporal.stated import Stated

__all__ = ["is_window", "resolve_within"]

DAY = timedelta(days=1, hours=2)
"""A window longer than a civil day leaves more than one day open."""
MOST = 40
"""Days that are tried; of a longer window its first and last ones."""


def is_window(dating: Dating | None) -> bool:
    """Whether a document is dated by inference to more than one day."""
    if dating is None or dating.basis is not Basis.INFERRED:
        return False
    length = dating.interval.length
    return length is None or length > DAY


def resolve_within(
    document: Document,
    mentions: Sequence[Mention],
    locale: Locale,
    zone: tzinfo,
    *,
    stated: tuple[Stated, ...] = (),
) -> tuple[Mention, ...]:
    """The mentions as `resolve` gives them where every day of the window gives the same."""

    def read(told: Document) -> tuple[Mention, ...]:
        return resolve(told, mentions, locale, zone, stated=stated)

    dating = document.published
    if dating is None or not is_window(dating) or not mentions:
        return read(document)
    readings = [
        read(replace(document, published=replace(dating, interval=day)))
        for day in _days(dating.interval, zone)
    ]
    if not readings:
        return read(replace(document, published=None))
    return tuple(
        _agreed(said, [reading[index] for reading in readings])
        for index, said in enumerate(mentions)
    )


def _days(window: Interval, zone: tzinfo) -> list[Interval]:
    if window.start is None or window.end is None:
        return []
    first = window.start.astimezone(zone).date()
    last = (window.end - timedelta(seconds=1)).astimezone(zone).date()
    days = [first + timedelta(days=shift) for shift in range((last - first).days + 1)]
    if len(days) > MOST:
        days = [*days[: MOST // 2], *days[-MOST // 2 :]]
    return [replace(civil_day(day, zone), uncertain=window.uncertain) for day in days]


def _agreed(said: Mention, readings: Sequence[Mention]) -> Mention:
    """One mention, as all days have it; unresolved where they differ."""
    first = readings[0]
    if all((one.interval, one.value) == (first.interval, first.value) for one in readings):
        return first
    why = (
        f"“{said.text}”: the article's date is only known as a window, and the days in it give "
        "different dates"
    )
    return replace(said, value=said.expression.value, interval=None, anchor=Anchor.NONE, why=why)
