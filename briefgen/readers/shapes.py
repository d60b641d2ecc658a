"""The nouns between a file and its Documents: ReadOptions, File, Piece, Claim, Draft, Parsed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from enum import StrEnum

from briefgen.knowledge.milestones import Milestone
from briefgen.knowledge.project import Family, Limits
from briefgen.model import Basis, BlockKind, Bound, Dating, Document, Interval, Margin, Notice

__all__ = [
    "Claim",
    "Draft",
    "Fields",
    "File",
    "Parsed",
    "Part",
    "Piece",
    "ReadOptions",
    "Reading",
    "Scope",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What reading needs to know beside the sources."""

    zone: tzinfo
    """Where days begin, for dates that name no zone."""
    language: str = "en"
    """ISO 639-1; of texts too short to tell."""
    published: Dating | None = None
    """``--published``, basis OPTION: only for documents that carry no date of their own."""
    limits: Limits = field(default_factory=Limits)
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Field of event notes → the columns of tables that hold it, beyond the known names."""
    date_order: str | None = None
    """Order of day, month and year (``dmy``, ``mdy``, ``ymd``) where a column leaves it open."""
    families: tuple[Family, ...] = ()
    """Publishers whose reports are one source."""
    milestones: tuple[Milestone, ...] = ()
    """Dated facts that bound the date of an undated text that speaks of them."""
    detected: str | None = None
    """ISO 639-1; the language that most of the file at hand is in, set while it is read."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Those in which a date may be worded, likeliest first."""
        found = (self.detected, self.language)
        return tuple(dict.fromkeys(code for code in found if code))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read, in document order, and what went wrong."""

    documents: tuple[Document, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One source's bytes, and its text where the format is a text format."""

    name: str
    """As shown to readers; its suffix may have chosen the reader."""
    data: bytes
    text: str = ""
    """Decoded and tidied; empty for a reader of bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What the writer of event notes stated outright of one row, as written."""

    date: str | None = None
    undated: str | None = None
    """Why there is none, as a clause."""
    place: str | None = None
    who: str | None = None
    topics: tuple[str, ...] = ()
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One block to be: its kind, its text, and the row that it is, if it is one."""

    kind: BlockKind
    text: str
    row: Fields | None = None


class Scope(StrEnum):
    """What a claim speaks of."""

    DOCUMENT = "document"
    """One article alone."""
    ROW = "row"
    """Rows that name a source of their own; what is said of the file does not reach them."""
    FILE = "file"
    """All that a file holds; an article's own word on the same basis goes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing that says when a document is from."""

    basis: Basis
    why: str
    """One sentence in plain words."""
    interval: Interval | None = None
    """None: day and month without a year, told in `yearless`."""
    yearless: str | None = None
    """The words of a date that lacks its year: its year comes from a weaker claim or not at all."""
    scope: Scope = Scope.DOCUMENT
    doubt: str | None = None
    """Why it is coarser than its source meant it, as a clause; the reader of a brief is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article before it has offsets: what a reader makes."""

    pieces: tuple[Piece, ...]
    title: str | None = None
    """None: the first sentence, shortened, names the document; it is no block of the text."""
    claims: tuple[Claim, ...] = ()
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    """As the source declares it; None: told from the words."""
    scope: Scope = Scope.DOCUMENT
    """ROW: it names its own source, so what a sidecar says of the file's does not hold."""
    retrieved: datetime | None = None
    """When this copy was fetched or archived, where the source says so; a bound by itself."""
    bounds: tuple[Bound, ...] = ()
    """What else says that it cannot be from later: dates of change, of a file's making."""
    margins: tuple[Margin, ...] = ()
    """Captions, bylines, replies, corrections: beside the text, and no event."""
    titled: bool = True
    """Whether the title is a block of the text; False for notes, whose title tells nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file within a file: an archive's member, a letter's attachment, a record of a web archive.

    It is read as a file of its own; what its container says of it holds where it says nothing.
    """

    name: str
    """Within the container; its suffix may choose the reader."""
    data: bytes
    format: str | None = None
    """The reader, where the container says what it is; None: told as for any file."""
    sidecar: tuple[str, bytes] | None = None
    """Name and content of the sidecar that stands beside it in its container."""
    claims: tuple[Claim, ...] = ()
    """What the container says of its date."""
    publisher: str | None = None
    url: str | None = None
    retrieved: datetime | None = None
    bounds: tuple[Bound, ...] = ()
    told: bool = True
    """Whether it was put there to be read. Else it is, only if its name or content tells a
    format: a letter's attachments are pictures and cards as often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What a reader made of one file."""

    drafts: tuple[Draft, ...] = ()
    notes: tuple[str, ...] = ()
    """What went wrong, without the file's name."""
    parts: Iterable[Part | str] = ()
    """Files within it, made one at a time; a string tells what could not become one. The reader
    bounds each to `Limits.file_bytes`; number, sum and depth are bounded by who reads them."""
    format: str | None = None
    """Its format, where the reader can tell more than its own name."""
