"""The document's date, or the last date told → Start: the day to count from, and its words."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from briefgen.model import Anchor, Dating, Grain, Interval
from briefgen.temporal.explain import basis_words, interval_words

__all__ = ["Start", "from_publication", "from_story"]


class Start(NamedTuple):
    """A day to count from, and where it comes from."""

    day: date | None
    moment: datetime | None
    anchor: Anchor
    whence: str
    """In words: "the article's date, Thu 18 Jul 2024 (sidecar)"."""
    uncertain: bool = False


def from_publication(dating: Dating | None, published: Interval | None) -> Start:
    """Counted from the document's date."""
    if dating is None or published is None or published.start is None:
        return Start(None, None, Anchor.NONE, "")
    start, told = published.start, interval_words(_day(published))
    return Start(
        start.date(),
        start if published.grain <= Grain.MINUTE else None,
        Anchor.PUBLICATION,
        f"the article's date, {told} ({basis_words(dating.basis)})",
        published.uncertain or published.grain > Grain.DAY,
    )


def from_story(narrative: Interval, *, uncertain: bool = False) -> Start:
    """Counted from the last date told."""
    start = narrative.start
    whence = f"the last date told before it, {interval_words(narrative)}"
    return Start(start and start.date(), None, Anchor.NARRATIVE, whence, uncertain)


def _day(published: Interval) -> Interval:
    """The publication as a day, where it is told to the minute."""
    if published.grain >= Grain.DAY or published.start is None:
        return published
    midnight = published.start.replace(hour=0, minute=0, second=0, microsecond=0)
    return replace(published, start=midnight, end=midnight + timedelta(days=1), grain=Grain.DAY)
