"""Bundled .outlines files → Outlines: coasts, borders and countries, by window.

Made by make_outlines.py. After a first line that names the format and one of JSON (zones; rings of
zones as arcs; what lies beside each arc; names of claim lines) come five 32-bit numbers an arc
(offset, west, south, east, north) and the arcs: the number of points, then differences of longitude
and latitude in thousandths of a degree, as zigzag varints. Only arcs of the window are unpacked.
"""

import json
import sys
import tomllib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from briefgen.errors import KnowledgeError

__all__ = ["Line", "Outlines", "Window", "Zone", "disputed_areas", "load_outlines"]

SCALE = 1000
MAGIC = b"briefgen outlines 1"
FIELDS = 5
"""Numbers an arc in the table."""
LEVELS = ("fine", "coarse")

Line = tuple[tuple[float, float], ...]
"""Longitude, latitude in degrees; beyond ±180 where the window is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A part of the world, in degrees; ``east`` is past 180 where it crosses the date line."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a point lies in it; the point's longitude counts as it is."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A country, or an area that more than one claims."""

    name: str
    code: str = ""
    """ISO 3166-1 alpha-2 of a country; empty for an area and for what has none."""
    area: bool = False
    held_by: str = ""
    """Of an area: code of the country that holds it."""
    within: str = ""
    """Of an area: code of the country that it is recognised as a part of."""
    basis: str = ""
    """What that rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlines:
    """The outlines of one level."""

    zones: tuple[Zone, ...]
    rings: tuple[tuple[int, tuple[int, ...]], ...]
    """Zone, and its arcs: ``i`` forwards, ``~i`` backwards. Fill by the even-odd rule."""
    sides: tuple[tuple[int, ...], ...]
    """The zones beside each arc: one at a coast, the same twice at a first-level border."""
    claims: tuple[str, ...]
    """Names of the lines that somebody claims."""
    table: "array[int]"
    body: bytes

    def shores(self, window: Window) -> Iterator[tuple[int, Line]]:
        """The rings of zones that may reach into a window, with their zone.

        Of arcs outside the window only the ends are kept, which moves no line within it.
        """
        for shift in (-360, 0, 360):
            for zone, refs in self.rings:
                meets = [self._meets(max(ref, ~ref), window, shift) for ref in refs]
                if any(meets) or self._around(refs, window, shift):
                    yield zone, tuple(self._ring(refs, meets, shift))

    def borders(self, window: Window) -> Iterator[tuple[tuple[int, ...], Line]]:
        """Arcs that may reach into a window, with the zones beside them."""
        for shift in (-360, 0, 360):
            for arc, sides in enumerate(self.sides):
                if self._meets(arc, window, shift):
                    yield sides, tuple(self._points(arc, shift))

    def claimed(self, window: Window) -> Iterator[tuple[str, Line]]:
        """Claim lines that may reach into a window, with their names."""
        for shift in (-360, 0, 360):
            for number, name in enumerate(self.claims, len(self.sides)):
                if self._meets(number, window, shift):
                    yield name, tuple(self._points(number, shift))

    def _bounds(self, arc: int) -> tuple[float, float, float, float]:
        west, south, east, north = self.table[arc * FIELDS + 1 : arc * FIELDS + FIELDS]
        return west / SCALE, south / SCALE, east / SCALE, north / SCALE

    def _meets(self, arc: int, window: Window, shift: int) -> bool:
        west, south, east, north = self._bounds(arc)
        return (
            west + shift <= window.east
            and east + shift >= window.west
            and south <= window.north
            and north >= window.south
        )

    def _around(self, refs: tuple[int, ...], window: Window, shift: int) -> bool:
        """Whether the box of a whole ring meets the window, as one that lies all around it."""
        boxes = [self._bounds(max(ref, ~ref)) for ref in refs]
        return (
            min(box[0] for box in boxes) + shift <= window.west
            and max(box[2] for box in boxes) + shift >= window.east
            and min(box[1] for box in boxes) <= window.south
            and max(box[3] for box in boxes) >= window.north
        )

    def _ring(
        self, refs: tuple[int, ...], meets: list[bool], shift: int
    ) -> Iterator[tuple[float, float]]:
        for ref, near in zip(refs, meets, strict=True):
            if not near:
                yield next(self._points(max(ref, ~ref), shift))
            elif ref >= 0:
                yield from self._points(ref, shift)
            else:
                yield from reversed(tuple(self._points(~ref, shift)))

    def _points(self, arc: int, shift: int) -> Iterator[tuple[float, float]]:
        body, at = self.body, self.table[arc * FIELDS]
        values = [0, 0]
        count, at = _varint(body, at)
        for _ in range(count):
            for axis in (0, 1):
                step, at = _varint(body, at)
                values[axis] += step >> 1 if not step & 1 else -(step >> 1) - 1
            yield values[0] / SCALE + shift, values[1] / SCALE


def _varint(body: bytes, at: int) -> tuple[int, int]:
    """An unsigned number, and the offset after it."""
    value = shift = 0
    while True:
        byte = body[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7


@cache
def load_outlines(level: str) -> Outlines:
    """The ``fine`` outlines (a region, a country) or the ``coarse`` ones (a continent, the world).

    Raises KnowledgeError where the file is not one of ours.
    """
    assert level in LEVELS
    data = (resources.files("briefgen.knowledge") / "outlines" / f"{level}.outlines").read_bytes()
    magic, _, rest = data.partition(b"\n")
    if magic != MAGIC:
        raise KnowledgeError(f"{level}.outlines: not in the format of this version; reinstall")
    text, _, binary = rest.partition(b"\n")
    head = json.loads(text)
    table = array("i")
    count = (len(head["sides"]) + len(head["claims"])) * FIELDS * table.itemsize
    table.frombytes(binary[:count])
    if sys.byteorder == "big":
        table.byteswap()
    return Outlines(
        zones=tuple(Zone(**zone, area="code" not in zone) for zone in head["zones"]),
        rings=tuple((zone, tuple(refs)) for zone, refs in head["rings"]),
        sides=tuple(map(tuple, head["sides"])),
        claims=tuple(head["claims"]),
        table=table,
        body=binary[count:],
    )


def disputed_areas() -> tuple[str, ...]:
    """Names of the areas that more than one country claims."""
    text = (resources.files("briefgen.knowledge") / "outlines" / "disputed.toml").read_text("utf-8")
    return tuple(str(area["name"]) for area in tomllib.loads(text)["area"])
