"""What a brief says of earlier ones: the Change of an entry, what changed, the corrections."""

from dataclasses import dataclass
from typing import ClassVar

from briefgen.model.briefing.entry import Reference
from briefgen.model.briefing.sections import Section

__all__ = [
    "ChangeGroup",
    "ChangeLine",
    "ChangesSection",
    "CorrectionLine",
    "CorrectionsSection",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One thing that is not as the last edition told it."""

    headline: str
    """Shortened; of an event that is told no more, as it was told."""
    text: str
    """What changed: "figures: 16 drones → 18 drones"; empty where the group's title says all."""
    why: str
    """Of a correction: why what was told was wrong; else empty."""
    reference: Reference | None
    """The entry; None: it is told no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGroup:
    """Changes of one kind."""

    mark: str
    """``corrected``, ``updated``, ``closed``, ``late``, ``new`` or ``lapsed``."""
    title: str
    lines: tuple[ChangeLine, ...] = ()
    references: tuple[Reference, ...] = ()
    """Of what is new: the entries, which tell the rest themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesSection(Section):
    """What changed since an earlier edition."""

    kind: ClassVar[str] = "changes"
    groups: tuple[ChangeGroup, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the note is all that it says."""
        return not self.groups


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionLine:
    """A line of the ledger."""

    edition: str
    """The last that told it wrong: "Edition 3"."""
    corrected: str
    """The one that corrected it: "Edition 4, revision 2"."""
    headline: str
    text: str
    """Wrong → right."""
    why: str
    reference: Reference | None
    """The entry, where this brief tells the event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsSection(Section):
    """Every correction of what an edition told, newest first."""

    kind: ClassVar[str] = "corrections"
    corrections: tuple[CorrectionLine, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the note is all that it says."""
        return not self.corrections
