"""One day's brief: Briefing, the Count of its header."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from briefgen.model.briefing.entry import Entry
from briefgen.model.briefing.sections import Section

__all__ = ["Briefing", "Count"]


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
    number: int | None
    """Of the edition; None: no archive counts them."""
    revision: int
    """1, and one more each time that the same day was issued anew."""
    edition_label: str
    """"First edition", "Edition 12, revision 2"."""
    cutoff_label: str
    """"Information cut-off 20:00 UTC"."""
    period_label: str
    day_count: str | None
    """"Day 876"; None: not counted."""
    change: str
    """What changed since the last edition in one line, or that there is none to compare with."""
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
