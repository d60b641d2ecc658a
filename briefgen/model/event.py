"""What happened, by whose account: Place, Quantity, Attribution, Report, Event, Chronology."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from briefgen.model.document import Document, Notice
from briefgen.model.interval import Interval
from briefgen.model.mention import Mention

__all__ = [
    "Attribution",
    "Chronology",
    "DateBasis",
    "Edit",
    "Event",
    "Link",
    "LinkKind",
    "Place",
    "Precision",
    "Quantity",
    "Report",
    "Standing",
    "Status",
    "Tie",
]


class Status(StrEnum):
    """What kind of statement about the world an event is."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    SCHEDULED = "scheduled"
    DEADLINE = "deadline"
    BACKGROUND = "background"
    """History told in passing."""


class Standing(StrEnum):
    """How well an event stands."""

    CONFIRMED = "confirmed"
    """By both sides, or by an official confirmation."""
    CORROBORATED = "corroborated"
    """By at least two independent publishers."""
    SINGLE_SOURCE = "single-source"
    DISPUTED = "disputed"
    DENIED = "denied"


class Precision(StrEnum):
    """How finely a place was told."""

    POINT = "point"
    TOWN = "town"
    REGION = "region"
    COUNTRY = "country"


class DateBasis(StrEnum):
    """Where a report's interval comes from."""

    EXPRESSION = "expression"
    """An expression in the sentence itself."""
    ROW = "row"
    """The date field of a row of event notes."""
    INHERITED = "inherited"
    """A neighbouring sentence or the article: the why says which."""
    NONE = "none"


class Tie(StrEnum):
    """How a date is tied to what it dates: the order in which one is taken, nearest first."""

    CLAUSE = "clause"
    """An expression in the clause itself."""
    SENTENCE = "sentence"
    """An expression in another clause of the same sentence, on which this one hangs."""
    ROW = "row"
    """The date field of its row of event notes."""
    PARAGRAPH = "paragraph"
    """The sentence before it in the paragraph."""
    SPEAKER = "speaker"
    """An earlier statement of the same speaker."""
    STORY = "story"
    """The same happening, told elsewhere in the article with a date."""
    LEAD = "lead"
    """The day of the article's news, which its first sentences tell."""
    ARTICLE = "article"
    """The day of the article itself."""
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as the gazetteer knows it."""

    name: str
    admin1: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2, or the code that the user's own places file gives."""
    lat: float | None = None
    lon: float | None = None
    """Degrees, WGS 84; None where the gazetteer has no point."""
    precision: Precision = Precision.TOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure of a quote and what it counts."""

    value: float
    """The figure; of a range, the lower end."""
    upper: float | None = None
    """Upper end of a range, None otherwise."""
    unit: str
    """Singular stem of what is counted: ``drone``, ``prisoner``, ``percent``, ``dollar``."""
    text: str
    """As it stands in the quote: "14 grey patrol boats"."""
    mod: str | None = None
    """``at-least``, ``at-most``, ``about``, or None."""
    scope: str | None = None
    """``each`` side's; a ``part`` of more; ``more`` on top of others; ``running``, a count as it
    stood; or None: a count of all."""
    whole: float | None = None
    """What a part is a part of: of "nine of the thirteen" 13; None where that is not told."""

    @property
    def figure(self) -> tuple[float, float | None, str | None]:
        """What it says by number alone: two of the same are one figure, however worded."""
        return self.value, self.upper, self.mod


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says so, and how strongly."""

    who: str
    """The words of the text: "Aven's navy", "Piet Sand, harbour master of …"."""
    verb: str
    """Base form as in the locale: ``say``, ``claim``, ``confirm``, ``deny``, ``warn`` …"""
    said: str
    """The verb as it stands in the text."""
    party: str | None = None
    """Id of the side that the claimant speaks for; None: a third party or unknown."""
    denies: bool = False
    """Whether the claimant denies something, alone or beside what is said."""
    through: str | None = None
    """Who passes it on: of "media reported that the ministry said", the media."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One document's statement of one event."""

    document: str
    """Id of the document."""
    start: int
    end: int
    """Offsets of the quote in the document's text."""
    quote: str
    interval: Interval | None
    """When, in the project's zone; None: undated."""
    basis: DateBasis
    why: str
    """How the date was found, in plain words; for an undated report, why not."""
    tie: Tie = Tie.NONE
    """How the date is tied to what is told."""
    mention: Mention | None = None
    """The expression that dates it."""
    mentions: tuple[Mention, ...] = ()
    """Every expression inside the quote, in text order; the dating one among them."""
    status: Status
    attribution: Attribution | None = None
    places: tuple[Place, ...] = ()
    topics: tuple[str, ...] = ()
    """Ids of topics, best first; the first is its home."""
    theater: str | None = None
    """Id of a theater; None: elsewhere or unplaced."""
    quantities: tuple[Quantity, ...] = ()
    subject: str | None = None
    """What a pronoun at the head of the quote stands for, in words of the sentence before it; of a
    clause in focus without a subject of its own, the subject that it shares."""
    own: int | None = None
    """Where its own sentence starts in the document, where its quote takes in one before it so that
    a reader knows of whom it speaks; None: its quote is its own."""
    focus: tuple[int, int] | None = None
    """The clause of the quote that is told, where the rest of it is another report's; offsets in
    the document's text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One thing that the analyst's review changed in an event."""

    field: str
    """``headline``, ``date``, ``status``, ``topics`` or ``theater``."""
    before: str
    """In words, as the reports alone have it."""
    after: str


class LinkKind(StrEnum):
    """What a later event says of an earlier one."""

    ENDED = "ended"
    """A state is over: "reopened"."""
    CALLED_OFF = "called-off"
    """A plan will not come about."""
    POSTPONED = "postponed"
    """A plan has no day any more."""
    UNMET = "unmet"
    """A plan did not come about."""
    FIGURE = "figure"
    """A figure was not right."""
    RELATED = "related"
    """It is of the same story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What another event, told later or beside it, says of this one."""

    kind: LinkKind
    event: str
    """Id of the other event; its own where one of its own reports says so."""
    text: str = ""
    """Of a figure: what was told and what is right, in the words of the texts: "27 → 26"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One or more reports of the same happening."""

    id: str
    """12 hexadecimal digits, derived from the content of the first report."""
    headline: str
    """One line in words of the best report, its relative dates made absolute."""
    status: Status
    standing: Standing
    interval: Interval | None
    """None only among a chronology's undated."""
    theater: str | None = None
    topics: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    reports: tuple[Report, ...]
    """Best first."""
    why: str = ""
    """Why these reports are one event, or why the standing is what it is."""
    fulfilled_by: str | None = None
    """Of a scheduled event: id of the event that reports it as having happened."""
    links: tuple[Link, ...] = ()
    """What other events say of it, in their order."""
    was: tuple[Interval, ...] = ()
    """Of a plan that was moved: its dates before, the first one first."""
    edits: tuple[Edit, ...] = ()
    """What the analyst's review changed."""
    note: str | None = None
    """The analyst's remark."""
    assessment: str | None = None
    """The analyst's judgement, no fact of any report."""
    grade: str | None = None
    """The analyst's grade of source and information: "B2"."""

    @property
    def lasts(self) -> bool:
        """Whether its date, open at the start, tells how long it goes on, not when it is due."""
        open_start = self.interval is not None and self.interval.start is None
        return open_start and self.status in {Status.ONGOING, Status.SCHEDULED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """Events in order, with all that was read and all that went wrong."""

    date: date
    """The day briefed."""
    cutoff: datetime
    """Nothing published later is counted; aware."""
    documents: tuple[Document, ...]
    """In document order."""
    events: tuple[Event, ...]
    """Dated, in order: earliest, then narrower first, then document order."""
    undated: tuple[Event, ...] = ()
    """Reports without a date, in document order."""
    notices: tuple[Notice, ...] = ()
