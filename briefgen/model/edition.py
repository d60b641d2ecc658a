"""What was issued: Edition, the EventState of each event in it, the Past that the next one sees."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from briefgen.model.document import Document
from briefgen.model.event import Link, Place, Report, Standing, Status
from briefgen.model.interval import Interval

__all__ = ["Correction", "Edition", "EventState", "Mark", "Past", "Serial", "Shift"]


class Mark(StrEnum):
    """What an edition says of an event that the last one did not."""

    NEW = "new"
    """First told now, and not before the last edition's period."""
    LATE = "late"
    """First told now, though it was over before the last edition's period."""
    UPDATED = "updated"
    """Told before; a value is another, and the old one was not wrong."""
    CORRECTED = "corrected"
    """Told before, and what was told was wrong."""
    CLOSED = "closed"
    """Was going on or planned when last told, and is over."""
    SAME = "same"
    """Told before, and nothing that is told of it changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One value of an event that is not what it was, worded."""

    field: str
    """``date``, ``figures``, ``status``, ``standing``, ``place`` or ``told``."""
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventState:
    """What one edition told of one event."""

    lineage: str
    """Id that the event had in the first edition that told it; it keeps this name."""
    event: str
    """Its id in the chronology of that edition."""
    number: int
    """Of the entry in that edition; 0: it was not told in the brief."""
    headline: str
    status: Status
    standing: Standing
    interval: Interval | None
    theater: str | None = None
    """Id of the theater."""
    topics: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    reports: tuple[Report, ...]
    """Best first; their mentions are not kept."""
    publishers: int
    """How many stand behind it, independent of each other."""
    fulfilled_by: str | None = None
    """Of a scheduled event: id of the event that reports it as having happened."""
    links: tuple[Link, ...] = ()
    """What other events said of it."""
    was: tuple[Interval, ...] = ()
    """Of a plan that was moved: its dates before."""
    edition: int
    """Number of the edition that this state is of."""
    first: int
    """Number of the first edition that told it."""
    mark: Mark = Mark.NEW
    shifts: tuple[Shift, ...] = ()
    why: str = ""
    """Of a correction: why the old value was wrong."""
    expires: datetime | None = None
    """Of a developing event: when it stops being one unless more is reported; aware."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A line of the ledger: what an edition told that was wrong, and what is right."""

    lineage: str
    headline: str
    """As the edition that corrects it words it; of a withdrawn event, as it was told."""
    edition: int
    """Number of the edition that corrects."""
    revision: int
    wrong_in: int
    """Number of the last edition that told it wrong."""
    shifts: tuple[Shift, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Serial:
    """How an event goes on through the editions: what a program that keeps it must know."""

    lineage: str
    """The name under which it is known, whatever its id becomes."""
    sequence: int = 0
    """How often something else was told of it than before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One issued brief: its number, its period, and the state of every event in it."""

    number: int
    revision: int
    """1, and one more each time that the same day is issued anew."""
    day: date
    period: Interval
    cutoff: datetime
    """Aware."""
    events: tuple[EventState, ...]
    """In the chronology's order, undated last."""
    corrections: tuple[Correction, ...] = ()
    """Those that this edition makes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What was issued before, as far as the next edition must know it."""

    number: int
    """Of the edition to be composed."""
    revision: int = 1
    last: Edition | None = None
    """Of the latest earlier day that was issued, in its latest revision; None: there is none."""
    replaced: Edition | None = None
    """Of a revision: the one of the same day before it."""
    states: tuple[EventState, ...] = ()
    """The latest state of every event told up to ``last`` that may be told again."""
    corrections: tuple[Correction, ...] = ()
    """The ledger of the month before, newest first."""
    documents: tuple[Document, ...] = ()
    """Those that the states rest on; without their text."""
