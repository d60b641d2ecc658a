"""What was read: a Document, its blocks and sentences, where it came from and when."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from briefgen.model.interval import Interval

__all__ = [
    "Basis",
    "Block",
    "BlockKind",
    "Bound",
    "Dating",
    "Document",
    "Margin",
    "MarginKind",
    "Notice",
    "Row",
    "Sentence",
    "Source",
]


class Basis(StrEnum):
    """How a document's date is known, strongest first."""

    SIDECAR = "sidecar"
    """Said by the user in NAME.meta.yaml, for the article or the file."""
    FIELD = "field"
    """The document's own front matter or the row's own `published`."""
    JSON_LD = "json-ld"
    META = "meta"
    TIME = "time"
    """A `<time>` element of the page."""
    FEED = "feed"
    """The item's own date in an RSS, Atom or JSON feed."""
    MESSAGE = "message"
    """When a post or message was sent, as its export says."""
    CLOCK = "clock"
    """An entry's own time of day, "14:05", on a page that tells the day."""
    DATELINE = "dateline"
    """"KYIV, July 18 (Reuters) —" at the head of the text."""
    BYLINE = "byline"
    TITLE = "title"
    """The single day that a page's title is, or ends in: "Current events/2031 November 14"."""
    URL = "url"
    MAIL = "mail-header"
    """When the letter was sent that an item came in: after all that the item says itself."""
    OPTION = "option"
    """`--published`, given for sources that carry no date of their own."""
    INFERRED = "inferred"
    """Nothing says it: what the text tells bounds it, and why is said."""


class BlockKind(StrEnum):
    """What a stretch of a document is."""

    TITLE = "title"
    KICKER = "kicker"
    """A section label above the title: never an event."""
    STANDFIRST = "standfirst"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """A list item or a row of event notes."""

    @property
    def announces(self) -> bool:
        """Whether it only announces what the text tells: a title, a kicker, a heading."""
        return self in {BlockKind.TITLE, BlockKind.KICKER, BlockKind.HEADING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One stretch of a document's text, ``text[start:end]``; blocks do not overlap."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a document, ``text[start:end]``, within one block."""

    start: int
    end: int
    block: int
    """Index into the document's blocks."""
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of event notes: what the writer of the notes stated outright.

    ``text[start:end]`` is the row's statement; the fields are as written, None where absent.
    """

    start: int
    end: int
    date: str | None = None
    """The row's own date in any wording: "Thursday", "since February 2022", "2024-07-18"."""
    undated: str | None = None
    """Why a row of a table has no date, as a clause: 'its date field says “n/a”: not known'."""
    place: str | None = None
    who: str | None = None
    topics: tuple[str, ...] = ()
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a document came from, and how its text leads back there.

    The text of a document is a function of the raw bytes, the format and the options alone: who
    reads the bytes that have this digest again finds, at this position, the same text with the
    same offsets. A quote's offsets count characters of that text, never bytes of the file.
    """

    path: str
    """As shown to readers: relative to what was asked for, "/" between folders, never absolute.
    A file within an archive stands behind "!": ``week.zip!mon/page.html``."""
    position: int = 1
    """1-based place among the documents of the same file."""
    format: str
    """The reader that read it: ``text``, ``html``, ``markdown``, ``yaml``."""
    digest: str
    """SHA-256 of the file's raw bytes, hexadecimal; within an archive, of the unpacked bytes."""
    publisher: str | None = None
    url: str | None = None
    origin: str | None = None
    """Whose words these are, where not its publisher's alone: the id of a publisher family, or of
    the document of which it is a copy. Documents of one origin are one source."""
    retrieved: datetime | None = None
    """When this copy was fetched or archived, where the source says so; aware. Never the time of
    the file on disk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When a document was published, and how that is known."""

    interval: Interval
    basis: Basis
    why: str
    """One sentence in plain words: "the sidecar page.meta.yaml dates this title"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """Why a document cannot be from later: when it was changed, saved or fetched.

    A bound dates nothing. It can only contradict a dating, or narrow an inference.
    """

    latest: datetime
    """Aware; published at or before it."""
    why: str
    """A clause in plain words: "its properties say that it was changed 2024-07-18 09:30"."""


class MarginKind(StrEnum):
    """What stands beside a document's text."""

    CAPTION = "caption"
    """The line under a picture."""
    BYLINE = "byline"
    REPLY = "reply"
    """A reader's comment under it."""
    CORRECTION = "correction"
    """What the page takes back: "Correction: we said …"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """What stands beside a document's text and is no part of it: it makes no event."""

    kind: MarginKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article, post, mail or set of notes."""

    id: str
    """12 hexadecimal digits, derived from title, text and publisher."""
    title: str
    text: str
    """Title, standfirst and body, NFC, blocks parted by blank lines; never rewritten."""
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    """Of every block but kickers; in text order."""
    language: str
    """ISO 639-1, "und" when it could not be told."""
    source: Source
    published: Dating | None = None
    bounds: tuple[Bound, ...] = ()
    """Earliest first."""
    rows: tuple[Row, ...] = ()
    margins: tuple[Margin, ...] = ()
    """In the order of the page; kept apart from the text."""

    @property
    def order(self) -> tuple[str, int, str]:
        """Document order, independent of the order of the sources on the command line."""
        return self.source.path, self.source.position, self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something that a reader of the brief must know went wrong or was left out."""

    stage: str
    """``read``, ``find``, ``resolve``, ``gather``, ``merge``, ``compose`` or ``write``."""
    message: str
    """Place, reason and remedy."""
    document: str | None = None
    """Id of the document, or the path of what could not become one; None: the whole run."""
