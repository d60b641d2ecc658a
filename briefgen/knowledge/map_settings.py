"""``[map]`` of briefgen.toml → MapSettings.

::

    [map]
    show = true
    extent = [22.0, 44.0, 41.0, 53.0]     # west, south, east, north; left out: by the events
    places = ["Odesa", "Kharkiv Oblast"]  # or: around these
    outlines = true                       # false: a schematic, places at their coordinates
    disputed = "dashed"                   # "control": as held; "recognised": as recognised
"""

from dataclasses import dataclass

from briefgen.knowledge.tables import Table, nearest

__all__ = ["MapSettings", "load_map"]

DISPUTED = ("dashed", "control", "recognised")


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSettings:
    """How the brief's map is drawn."""

    show: bool = True
    extent: tuple[float, float, float, float] | None = None
    """West, south, east, north in degrees; None: chosen from the day's events. East is less than
    west, or past 180, where the map crosses the date line."""
    places: tuple[str, ...] = ()
    """Names of places that are always on it: they choose the extent, and the events do not."""
    outlines: bool | None = None
    """Whether coasts and borders are drawn; None: where the project has real places."""
    disputed: str = "dashed"
    """``dashed``, ``control`` (as held) or ``recognised``: see knowledge/outlines/disputed.toml."""


def load_map(table: Table) -> MapSettings:
    """The settings of the map; the plain ones where there is no table.

    Raises ProjectError for an extent that is none, or a way to draw what is disputed that is
    unknown.
    """
    plain = MapSettings()
    table.asked.add("outlines")
    settings = MapSettings(
        show=table.flag("show", plain.show),
        extent=_extent(table),
        places=table.texts("places"),
        outlines=table.flag("outlines", True) if table.has("outlines") else None,
        disputed=_disputed(table, plain.disputed),
    )
    table.done()
    return settings


def _extent(table: Table) -> tuple[float, float, float, float] | None:
    table.asked.add("extent")
    if not table.has("extent"):
        return None
    value = table.values["extent"]
    wanted = "[west, south, east, north] in degrees is wanted, such as [22, 44, 41, 53]"
    numbers = value if isinstance(value, list) else []
    if len(numbers) != 4 or any(
        isinstance(n, bool) or not isinstance(n, int | float) for n in numbers
    ):
        raise table.fail("extent", f"is {value!r}; {wanted}")
    west, south, east, north = map(float, numbers)
    if not (-90 <= south < north <= 90 and -180 <= west <= 180 and -180 <= east <= 360):
        raise table.fail("extent", f"is {value!r}, which is no part of the world; {wanted}")
    return west, south, east + 360 if east <= west else east, north


def _disputed(table: Table, default: str) -> str:
    value = table.text("disputed", default)
    if value not in DISPUTED:
        known = ", ".join(f'"{name}"' for name in DISPUTED)
        raise table.fail("disputed", f'is "{value}"{nearest(value, DISPUTED)}; known are {known}')
    return value
