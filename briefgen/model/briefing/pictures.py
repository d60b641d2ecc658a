"""The part of a brief that is looked at: PicturesSection."""

from dataclasses import dataclass
from typing import ClassVar

from briefgen.model.briefing.sections import Section
from briefgen.model.picture import Picture

__all__ = ["PicturesSection"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturesSection(Section):
    """Map, strips, charts: those for which the day has something to show."""

    kind: ClassVar[str] = "pictures"
    pictures: tuple[Picture, ...] = ()
    narrow: tuple[Picture, ...] = ()
    """Some of them again, for a narrow column: less wide, with words as tall."""
    tables_title: str = ""
    """Heading of the tables, where they stand apart."""
    as_table: str = ""
    """What unfolds a table."""

    @property
    def empty(self) -> bool:
        """Whether the note is all that it says."""
        return not self.pictures
