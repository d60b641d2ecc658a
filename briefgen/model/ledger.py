"""What the exports say, decided and worded: Ledger, its lines and spans.

The chronology in its own order, each event told once, beside the event itself: formats of other
programs need both the words and the values.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from briefgen.model.briefing import Entry, NoticeLine, SourceLine
from briefgen.model.event import Event
from briefgen.model.interval import Interval

__all__ = ["Ledger", "Line", "Span"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One event: as it is, and as it is told."""

    event: Event
    entry: Entry
    """Its words, its quotes; numbered in the chronology's order, undated ones last."""
    edtf: str | None
    """The date, to the letter of the EDTF profile; None: undated."""
    status: str
    """In words."""
    about: tuple[str, ...]
    """Status, standing and marks, in words, none twice."""
    topics: tuple[str, ...]
    """Names, best first."""
    kind: str | None
    """ACLED event type of its home topic, where that has one."""
    countries: Mapping[str, str]
    """Code → name, of the countries of its places; a code that no table knows stands for itself."""
    sources: tuple[SourceLine, ...]
    """Those that report it, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A named stretch of the time line; spans of one ledger do not overlap."""

    title: str
    interval: Interval
    """Both sides known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The chronology, ready to be written in the formats of other programs."""

    language: str
    """ISO 639-1."""
    title: str
    note: str | None
    heading: str
    """The word for a chronology."""
    facts: str
    """How many documents, events and undated ones, in words."""
    day: date
    """The day briefed."""
    date_label: str
    """"Thursday, 18 July 2024"."""
    cutoff: datetime
    """Aware, in the project's zone; also the date of every file made."""
    cutoff_label: str
    lines: tuple[Line, ...]
    """Dated, in the chronology's order."""
    undated: tuple[Line, ...]
    """In document order."""
    spans: tuple[Span, ...]
    """Before the period, the period, and what lies ahead, as far as there is anything in them."""
    sources: tuple[SourceLine, ...]
    """All documents, numbered, in document order."""
    notices: tuple[NoticeLine, ...]
    words: Mapping[str, str]
    """Short words that formats set around the texts."""

    @property
    def all(self) -> tuple[Line, ...]:
        """Every line: the dated ones, then the undated ones."""
        return (*self.lines, *self.undated)

    def quoted(self, text: str) -> str:
        """A text in the quotation marks of the language."""
        return f"{self.words['quote_opens']}{text}{self.words['quote_closes']}"
