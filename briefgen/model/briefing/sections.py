"""A brief under its headings: Section and the kinds of it that tell events."""

from dataclasses import dataclass
from typing import ClassVar

from briefgen.model.briefing.entry import Entry, Reference

__all__ = [
    "AheadSection",
    "ChronologyRow",
    "ChronologySection",
    "Claim",
    "Dispute",
    "DisputedSection",
    "EntrySection",
    "Group",
    "MatrixRow",
    "MatrixSection",
    "Section",
    "TextSection",
    "UndatedSection",
]


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
    """One side's words on a disputed event, or a third party's."""

    claimant: str
    party: str | None = None
    """For whom it speaks, worded: the side's name, or that it is a third party; None: unknown."""
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
class ChronologyRow:
    """One event in the order of time."""

    reference: Reference
    headline: str
    """Cut to one line of a printed page."""
    where: str | None
    """Name of its theater; None: it has none."""
    topic: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologySection(Section):
    """Every dated event of the brief in the order of time, each in one line."""

    kind: ClassVar[str] = "chronology"
    rows: tuple[ChronologyRow, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the note is all that it says."""
        return not self.rows


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
