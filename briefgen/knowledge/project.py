"""What a user configures: Project, Theater, Topic, Party, Limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, time, tzinfo
from pathlib import Path

from briefgen.knowledge.areas import Ring
from briefgen.knowledge.feeds import Feed
from briefgen.knowledge.mail import Mail
from briefgen.knowledge.map_settings import MapSettings
from briefgen.knowledge.milestones import Milestone
from briefgen.knowledge.paper import Paper
from briefgen.knowledge.sections import Layout
from briefgen.knowledge.wiki import Wiki

__all__ = ["Family", "Limits", "Party", "Project", "Theater", "Topic"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theater:
    """A part of the operation: an ordered, named set of places."""

    id: str
    name: str
    places: tuple[str, ...] = ()
    """Names as in the places tables: towns, "Kharkiv Oblast", countries. A region or a country
    takes in all that lies in it, unless another theater names that more narrowly."""
    polygons: tuple[Ring, ...] = ()
    """Areas on the map, as rings of (longitude, latitude); points, towns and regions in them."""
    patterns: tuple[str, ...] = ()
    """Regular expressions, letter case ignored: of a place's name with its region ("Orm, Upper
    Hathel"), or of the words of a report ("northern (front|axis)")."""
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A kind of happening."""

    id: str
    name: str
    words: tuple[str, ...] = ()
    """Words and phrases that speak for it; matched as whole words, inflections included."""
    strong: tuple[str, ...] = ()
    """Words that hardly ever speak for anything else: they count twice."""
    weak: tuple[str, ...] = ()
    """Words that only lean its way: they count a third."""
    never: tuple[str, ...] = ()
    """Phrases in which such a word does not count."""
    foreign: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """ISO 639-1 codes of other languages, and the words of each that speak for it."""
    weight: float = 1.0
    scale: str | None = None
    """ACLED event type, where one corresponds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A side of a conflict, or a third party: for whom a claimant speaks."""

    id: str
    name: str
    words: tuple[str, ...] = ()
    """Words that tie a claimant to it: "Aven's", "Avenese", "Tolvane"."""
    side: bool = True
    """Whether it is a side of the conflict; False for third parties (mediators, the UN)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Publishers whose reports are one source: of one owner, or an agency and its copy."""

    id: str
    name: str
    publishers: tuple[str, ...] = ()
    """Whole names, as pages and sidecars give them."""
    domains: tuple[str, ...] = ()
    """Of their addresses; subdomains are theirs too."""
    credits: tuple[str, ...] = ()
    """How a text names the agency that it is from: "(Reuters)"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on hostile input."""

    file_bytes: int = 50_000_000
    """Of one file, also of one within an archive, and of standard input."""
    files: int = 20_000
    """In a folder, and in all archives of one source together."""
    unpacked_bytes: int = 500_000_000
    """All that one source unpacks to: members, attachments, records."""
    unpacked_ratio: int = 200
    """How many times its packed size a file in an archive may be, beyond its first megabyte."""
    rows: int = 100_000
    """Of one table: a CSV file, one sheet."""
    pages: int = 2_000
    """Of one PDF file."""
    feed_bytes: int = 10_000_000
    """Of what is fetched from one address, unpacked."""
    feed_seconds: int = 30
    """For all of it, redirects too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """All that is configured, with every table loaded."""

    folder: Path | None = None
    """Of the project file; None: there is none."""
    inbox: Path | None = None
    """The folder that is read where no source is named; None: there is no project file."""
    feeds: tuple[Feed, ...] = ()
    """What is fetched into the inbox."""
    title: str = "Daily Situation Brief"
    language: str = "en"
    """Language of the brief, and of sources whose language cannot be told."""
    zone: tzinfo = UTC
    cutoff: time = time(20, 0)
    """Information cut-off, local time of the project's zone, on the day briefed."""
    lookback_days: int = 7
    """How long before the day an event still stands in its theater, as "Earlier"."""
    key_developments: int = 7
    """How many, at most."""
    epoch: str | None = None
    """ISO date from which days are counted ("day 876"); None: not counted."""
    note: str | None = None
    """A line that stands under the title of every brief: "Every event below is invented"."""
    theaters: tuple[Theater, ...] = ()
    """In the order of the brief."""
    topics: tuple[Topic, ...] = ()
    """In the order of the brief."""
    parties: tuple[Party, ...] = ()
    families: tuple[Family, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    """Dated facts that texts count from."""
    places_files: tuple[Path, ...] = ()
    """Places tables of the user, beside the bundled gazetteer."""
    bundled_places: bool = True
    """Whether the bundled gazetteer is used; a project of invented places turns it off."""
    templates: Path | None = None
    """A folder whose templates come before the bundled ones."""
    review: Path | None = None
    """The analyst's review file, which every command applies where it is there."""
    archive: Path | None = None
    """Where editions are kept; None: nowhere."""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Field of event notes → names of the columns that hold it in tables of the user's own."""
    date_order: str | None = None
    """Order in dates of digits alone (``dmy``, ``mdy``, ``ymd``), where a table leaves it open."""
    mail: Mail = field(default_factory=Mail)
    layout: Layout = field(default_factory=Layout)
    wiki: Wiki | None = None
    map: MapSettings = field(default_factory=MapSettings)
    paper: Paper = field(default_factory=Paper)
    limits: Limits = field(default_factory=Limits)
