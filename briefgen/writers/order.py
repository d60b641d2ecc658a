"""What a writer is given: Order, and what it is: Writer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefgen.knowledge.project import Project
from briefgen.model import Briefing, Chronology

__all__ = ["Order", "Writer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """All that a writer may look at."""

    briefing: Briefing
    chronology: Chronology
    project: Project
    made: Mapping[str, bytes]
    """By format: the outputs that this writer needs, made already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """One output format."""

    file: str
    """Name of the file, ``{date}`` in it."""
    make: Callable[[Order], bytes]
    needs: Callable[[Project], tuple[str, ...]] = lambda _: ()
    """Formats that a project's output of this one must have made before."""
