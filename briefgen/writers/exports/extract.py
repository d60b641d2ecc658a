"""What an export is given: Extract, and what it is: Export."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from briefgen.knowledge.project import Project
from briefgen.model import Chronology, Serial
from briefgen.model.ledger import Ledger

__all__ = ["Export", "Extract"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """All that an export may look at."""

    ledger: Ledger
    chronology: Chronology
    project: Project
    every: bool = False
    """Whether a calendar holds what has happened too, and not only what is planned or due."""
    width: int = 110
    """Columns of a table for a terminal."""
    serials: Mapping[str, Serial] = field(default_factory=dict)
    """Event id → how it goes on through the editions of an archive; empty without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One format of ``briefgen timeline``."""

    suffix: str
    """Of the file: ``timeline-2024-07-18.geojson``."""
    make: Callable[[Extract], bytes]
    binary: bool = False
    """Whether a terminal cannot show it."""
