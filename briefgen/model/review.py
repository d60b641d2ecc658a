"""What an analyst decides of events: Ruling, Review, Edit."""

from dataclasses import dataclass, replace
from enum import StrEnum

from briefgen.model.event import Status
from briefgen.model.interval import Interval

__all__ = ["Decision", "Review", "Ruling"]


class Decision(StrEnum):
    """Whether an event stands."""

    ACCEPT = "accept"
    REJECT = "reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """One block of a review file: what was decided of one event. None or empty: left alone."""

    event: str
    """Id of the event when the block was written."""
    reports: tuple[str, ...] = ()
    """Keys of the event's reports then: they find the event again when its id has changed."""
    decision: Decision | None = None
    headline: str | None = None
    date: Interval | None = None
    status: Status | None = None
    topics: tuple[str, ...] = ()
    theater: str | None = None
    merge: tuple[str, ...] = ()
    """Ids of events that are the same happening."""
    split: tuple[tuple[str, ...], ...] = ()
    """Keys of reports, a tuple for each event that they make of their own."""
    note: str | None = None
    """For the desk and for the reader: why."""
    assessment: str | None = None
    """What the analyst makes of it; shown apart from the facts."""
    grade: str | None = None
    """Source reliability and credibility of the information (NATO AJP-2.1): "A1" to "F6"."""

    @property
    def rules(self) -> bool:
        """Whether anything is decided."""
        return any(
            (
                self.decision,
                self.headline,
                self.date,
                self.status,
                self.topics,
                self.theater,
                self.merge,
                self.split,
                self.note,
                self.assessment,
                self.grade,
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A review file, read."""

    name: str
    """Of the file, for messages."""
    rulings: tuple[Ruling, ...] = ()
    """Those that decide anything, in the file's order."""

    def without_rejections(self) -> "Review":
        """The same, but that what it rejects is left among the events."""
        return replace(
            self,
            rulings=tuple(
                replace(r, decision=None) if r.decision is Decision.REJECT else r
                for r in self.rulings
            ),
        )
