"""What a brief rests on: the record of its dates, its sources, what was left out."""

from dataclasses import dataclass
from typing import ClassVar

from briefgen.model.briefing.entry import Entry, Reference
from briefgen.model.briefing.sections import Section

__all__ = ["NoticeLine", "NoticesSection", "RecordSection", "SourceLine", "SourcesSection"]


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
    basis_language: str | None = None
    """ISO 639-1 of ``basis``; None: that of the brief."""
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
    language: str | None = None
    """ISO 639-1 of ``message``; None: that of the brief."""
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
