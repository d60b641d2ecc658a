"""What a brief says, decided and worded: Briefing, its sections and their entries.

Every text is final: writers and templates loop over it, and neither sort, count nor word anything.
Texts are plain; escaping is the writer's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

__all__ = [
    "AheadSection",
    "Briefing",
    "Claim",
    "Count",
    "Dispute",
    "DisputedSection",
    "Entry",
    "EntrySection",
    "Evidence",
    "Figure",
    "Group",
    "MatrixRow",
    "MatrixSection",
    "NoticeLine",
    "NoticesSection",
    "RecordSection",
    "Reference",
    "Section",
    "SourceLine",
    "SourcesSection",
    "TextSection",
    "UndatedSection",
]


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
    """How the date was found, or why none was."""


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
class Entry:
    """One event, told once."""

    number: int
    """1-based, in reading order over the whole brief."""
    event: str
    """Id of the event in the chronology."""
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
    attribution: str | None = None
    """Who says so, where the headline does not: "Harbour office; Marl coast guard"."""
    stated_by: str = ""
    """Every claimant, named by the headline or not; the publishers where nobody is quoted."""
    marks: tuple[str, ...] = ()
    """"reported late", "not yet reported as having happened"."""
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
    reference: Reference | None = None
    """Of a scheduled event that has happened: the entry that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Entries of a section that share a topic or a state."""

    title: str | None = None
    """None: the section has but one group."""
    references: tuple[Reference, ...] = ()
    """What belongs here and is told elsewhere."""
    entries: tuple[Entry, ...] = ()
    earlier: tuple[Entry, ...] = ()
    """From before the period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the brief under a heading of its own."""

    kind: ClassVar[str]
    anchor: str
    title: str
    note: str | None = None
    """One line under the heading: what is in it, or that nothing is."""

    def entries(self) -> tuple[Entry, ...]:
        """The entries that have their home here, in reading order."""
        return ()

    @property
    def empty(self) -> bool:
        """Whether the note is all that it says."""
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntrySection(Section):
    """Key developments, a theater, what has no place, background: entries in groups."""

    kind: ClassVar[str] = "entries"
    role: str
    """``key``, ``theater``, ``elsewhere`` or ``continuing``."""
    groups: tuple[Group, ...] = ()

    def entries(self) -> tuple[Entry, ...]:
        """Current ones before earlier ones, group by group."""
        return tuple(e for group in self.groups for e in (*group.entries, *group.earlier))

    @property
    def empty(self) -> bool:
        """Whether the note is all that it says."""
        return not self.groups


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSection(Section):
    """A heading and its note, nothing else."""

    kind: ClassVar[str] = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class AheadSection(Section):
    """What is scheduled or due: a table."""

    kind: ClassVar[str] = "ahead"
    groups: tuple[Group, ...] = ()

    def entries(self) -> tuple[Entry, ...]:
        """In the order of the table."""
        return tuple(e for group in self.groups for e in group.entries)

    @property
    def empty(self) -> bool:
        """Whether the note is all that it says."""
        return not self.groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One side's words on a disputed event."""

    claimant: str
    text: str
    """A quote."""
    source: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A disputed event, each claim beside its claimant."""

    reference: Reference
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedSection(Section):
    """All that is disputed or denied."""

    kind: ClassVar[str] = "disputed"
    disputes: tuple[Dispute, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the note is all that it says."""
        return not self.disputes


@dataclass(frozen=True, slots=True, kw_only=True)
class UndatedSection(Section):
    """Reports without a date, each with the reason."""

    kind: ClassVar[str] = "undated"
    members: tuple[Entry, ...] = ()

    def entries(self) -> tuple[Entry, ...]:
        """In document order."""
        return self.members

    @property
    def empty(self) -> bool:
        """Whether the note is all that it says."""
        return not self.members


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One row of the matrix."""

    title: str
    anchor: str | None
    """The section that holds these events; None where there is none."""
    cells: tuple[str, ...]
    """Counts, empty where there is nothing; the last is the row's sum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixSection(Section):
    """How many events by theater (rows) and topic (columns)."""

    kind: ClassVar[str] = "matrix"
    columns: tuple[str, ...] = ()
    """Heads of all columns, that of the row titles and that of the sums included."""
    rows: tuple[MatrixRow, ...] = ()
    total: tuple[str, ...] = ()
    """Sums of the columns, without the row's title; empty for a single row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSection(Section):
    """For each entry in order: the words it rests on, and how their date was found."""

    kind: ClassVar[str] = "record"
    members: tuple[Entry, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the note is all that it says."""
        return not self.members


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One numbered source."""

    number: int
    anchor: str
    """``s3``."""
    title: str
    publisher: str | None
    when: str
    """Its date, worded; or the word for undated."""
    basis: str
    """How that is known."""
    url: str | None
    path: str
    """The file it was read from, and which article of it."""
    cited: tuple[Reference, ...]
    """Entries that rest on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesSection(Section):
    """All documents, numbered, in document order."""

    kind: ClassVar[str] = "sources"
    sources: tuple[SourceLine, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the note is all that it says."""
        return not self.sources


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLine:
    """One notice."""

    stage: str
    message: str
    numbers: tuple[int, ...] = ()
    """Numbers of the sources that it befell."""
    paths: tuple[str, ...] = ()
    """Of files that became no source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesSection(Section):
    """What was left out, and what went wrong."""

    kind: ClassVar[str] = "notices"
    notices: tuple[NoticeLine, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the note is all that it says."""
        return not self.notices


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One figure of the header."""

    value: str
    label: str
    """"documents", in the number that the value asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """One day's brief, ready to be written in any format."""

    language: str
    """ISO 639-1."""
    title: str
    note: str | None
    """A line that stands under the title."""
    day: date
    """The day briefed."""
    cutoff: datetime
    """Aware, in the project's zone; nothing later is counted. Also the date of every file made."""
    date_label: str
    """"Thursday, 18 July 2024"."""
    date_short: str
    """"18 Jul 2024"."""
    edition_label: str
    """"First edition"."""
    cutoff_label: str
    """"Information cut-off 20:00 UTC"."""
    period_label: str
    day_count: str | None
    """"Day 876"; None: not counted."""
    change: str
    """What changed since the last edition, or that there is none to compare with."""
    counts: tuple[Count, ...]
    bottom_line: tuple[str, ...]
    """At most three sentences."""
    sections: tuple[Section, ...]
    """In reading order."""
    words: Mapping[str, str]
    """Short words that templates set around the texts: ``when``, ``what``, ``contents`` …"""

    def entries(self) -> Iterator[Entry]:
        """Every entry, once, in reading order."""
        for section in self.sections:
            yield from section.entries()
