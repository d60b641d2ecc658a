"""What is drawn: Picture, its layers of paths and texts, and the table that says the same.

A picture is geometry and words, no colours: a layer's role names what it is ("land", "marker"), and
the template gives each role its look. Lengths are in the picture's own units, of which the print
page has 680 across its text; the origin is the top left corner, y grows downwards.
"""

from dataclasses import dataclass
from typing import ClassVar

__all__ = ["Layer", "Path", "Picture", "PictureTable", "Shape", "Text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A line or an area."""

    kind: ClassVar[str] = "path"
    d: str
    """Path data as of SVG: ``M10 20L30 40Z``."""
    entry: int | None = None
    """Number of the entry that it stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A line of text."""

    kind: ClassVar[str] = "text"
    x: float
    y: float
    """Of the baseline."""
    text: str
    anchor: str = "start"
    """``start``, ``middle`` or ``end``: which point of the line stands at x."""
    width: float = 0.0
    """What it takes in the bundled font, which the page may not have; 0: not measured."""
    entry: int | None = None


Shape = Path | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Shapes of one look, drawn over the layers before."""

    role: str
    """What they are; templates choose the look by it."""
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureTable:
    """The same facts for readers who do not see the picture, or want the figures."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """As many cells a row as there are columns; the first heads its row."""
    entries: tuple[tuple[int, ...], ...] = ()
    """For each row the numbers of the entries that it speaks of; empty: of none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture with its title, its description and its table."""

    shape: str
    """``map``, ``strip``, ``hours``, ``claims`` or ``figures``."""
    anchor: str
    title: str
    unit: str = ""
    """A word beside the title: "UTC"."""
    description: str
    """What is to be seen, in a sentence or two."""
    legend: tuple[str, ...] = ()
    """Lines beneath: how the marks are to be read."""
    captions: tuple[str, ...] = ()
    """Lines beneath that hold for the table as well: what is not shown, and why."""
    width: float
    height: float
    """0 where there is a table and nothing drawn."""
    layers: tuple[Layer, ...] = ()
    table: PictureTable
    table_open: bool = False
    """Whether the table is a part of what is shown, and not only of what is told."""
