"""An event as a brief tells it: Entry, the Evidence that it rests on, a Reference to it."""

from dataclasses import dataclass

__all__ = ["Change", "Entry", "EntryLink", "Evidence", "Figure", "Reference"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One report behind an entry: its words, where they stand, and how they were dated."""

    quote: str
    """The document's own words, ``document.text[start:end]``."""
    source: int
    """Number of the source."""
    start: int
    end: int
    claimant: str | None = None
    """Who says so, in the words of the text; None: the publisher itself."""
    said: str | None = None
    """The time expression that dates the report, as it stands in the text."""
    when: str | None = None
    """What that resolves to, worded; None: undated."""
    why: str = ""
    """How the date was found, or why none was; without what ``said`` and ``when`` tell."""
    why_language: str | None = None
    """ISO 639-1 of ``why``; None: that of the brief."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of one event on which its reports disagree, as one of them gives it."""

    text: str
    """As it stands in the quote: "16 drones"."""
    sources: tuple[int, ...]
    claimant: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An entry told elsewhere in the brief."""

    number: int
    anchor: str
    """``e5``: the id of the entry's element."""
    headline: str
    label: str
    """"Key development 1", "entry 14"."""
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLink:
    """What another entry says of this one, or this one of another."""

    label: str
    """"ended on 8 May 2031", "moved from 8 May 2031", "corrects a figure of"."""
    reference: Reference | None = None
    """The other entry; None: this one itself says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How an entry stands to what the last edition told of its event."""

    mark: str
    """``new``, ``late``, ``updated``, ``corrected``, ``closed`` or ``same``."""
    label: str
    """The mark and what is another now: "updated: figures 16 drones → 18 drones"; empty for
    what is the same and not developing."""
    why: str = ""
    """Of a correction: why what was told was wrong."""
    was: str | None = None
    """The status of its event when that was told last; None: it is told first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event, told once."""

    number: int
    """1-based, in reading order over the whole brief."""
    event: str
    """Id of the event in the chronology."""
    lineage: str
    """The name under which the event is known through all editions, whatever its id becomes."""
    anchor: str
    when: str
    """The date, worded; for an undated event the word for that."""
    headline: str
    status: str
    """``occurred``, ``ongoing``, ``scheduled``, ``deadline`` or ``background``."""
    standing: str
    """``confirmed``, ``corroborated``, ``single-source``, ``disputed`` or ``denied``."""
    standing_label: str
    """In words: "two reports, one publisher"."""
    topic: str | None = None
    """Name of its home topic."""
    theater: str | None = None
    """Name of its theater."""
    story: str = ""
    """In what article it is told, where the headline leans on it: "In “A380 lands in Toulouse”"."""
    attribution: str | None = None
    """Who says so, where the headline does not: "Harbour office; Marl coast guard"."""
    attribution_label: str = ""
    """What stands before them: "According to"; "Also" where the headline names another one."""
    stated_by: str = ""
    """Every claimant, named by the headline or not; the publishers where nobody is quoted."""
    marks: tuple[str, ...] = ()
    """"reported late", "not yet reported as having happened"."""
    change: Change | None = None
    """Against the last edition; None: there is none."""
    sources: tuple[int, ...]
    """Numbers of the sources that report it, best first."""
    figures: tuple[tuple[Figure, ...], ...] = ()
    """Figures that disagree, a tuple for each thing counted."""
    evidence: tuple[Evidence, ...]
    """At least one; best first."""
    score: str | None = None
    """Of a key development: what ranked it, in words."""
    merged: str = ""
    """Why these reports are one event, where more than one report tells it."""
    merged_language: str | None = None
    """ISO 639-1 of ``merged``; None: that of the brief."""
    grade: str | None = None
    """The analyst's grade: "B2"."""
    note: str | None = None
    """The analyst's remark."""
    assessment: str | None = None
    """The analyst's judgement: shown apart from what the sources say."""
    reference: Reference | None = None
    """Of a scheduled event that has happened: the entry that says so."""
    links: tuple[EntryLink, ...] = ()
    """How it hangs together with other entries: what ended it, moved it, corrects it."""
