"""Natural Earth in a GeoPackage → fine.outlines, coarse.outlines: borders as shared arcs.

Run with ``python -m briefgen.knowledge.make_outlines world_map.gpkg``; the GeoPackage is the one of
QGIS (Debian: package ``qgis-common``, ``usr/share/qgis/resources/data/world_map.gpkg``), whose
layers are Natural Earth's. Only the standard library is needed. The files it writes are committed;
see ATTRIBUTION.md for their licence, and :mod:`briefgen.knowledge.outlines` for their format.

A border that two units share is one arc, thinned once, so that neighbours never part. Units are
joined to *zones*: a country, or an area of disputed.toml.
"""

import json
import math
import sqlite3
import struct
import sys
import tomllib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

Point = tuple[int, int]
"""Longitude and latitude in thousandths of a degree."""
Line = list[Point]

HERE = Path(__file__).parent / "outlines"
SCALE = 1000
LEVELS = {"fine": (17.0, 0.002, True), "coarse": (140.0, 0.15, False)}
"""File → how far an arc may be moved (thousandths of a degree), the least area of a ring of its
own (square degrees), and whether first-level borders are kept."""
MAGIC = b"briefgen outlines 1\n"


class Unit(NamedTuple):
    """One first-level unit, and the zone that it belongs to."""

    zone: int
    rings: list[Line]


class Arcs(NamedTuple):
    """Lines between junctions, and the units' rings as references to them."""

    lines: list[Line]
    rings: list[tuple[int, list[int]]]
    """Zone, and arcs in order: ``i`` forwards, ``~i`` backwards."""


def main() -> None:
    """Write both files."""
    base = sqlite3.connect(sys.argv[1])
    zones, units = _units(base)
    left_out = tomllib.loads((HERE / "disputed.toml").read_text("utf-8"))["left_out"]
    claims = [
        (str(name), _round(line))
        for name, blob in base.execute("select name, geom from disputed_borders order by fid")
        for line in _lines(blob)
        if name not in left_out
    ]
    arcs = _arcs(units)
    for name, level in LEVELS.items():
        data = _encode(zones, arcs, claims, level)
        (HERE / f"{name}.outlines").write_bytes(data)
        print(f"{name}.outlines: {len(data) // 1024} KiB")  # noqa: T201


def _units(base: sqlite3.Connection) -> tuple[list[dict[str, str]], list[Unit]]:
    """The zones, countries before areas, and every unit with its zone."""
    areas = tomllib.loads((HERE / "disputed.toml").read_text("utf-8"))["area"]
    within = {unit: area["name"] for area in areas for unit in area["units"]}
    rows = base.execute(
        "select adm0_a3, iso_a2, admin, name, geom from states_provinces order by fid"
    ).fetchall()
    names = dict(base.execute("select iso_a2, NAME from countries"))
    countries = {
        a3: {"name": names.get(iso) or admin, "code": iso if iso != "-1" else ""}
        for a3, iso, admin, _, _ in sorted(rows, key=lambda row: [str(v) for v in row[:4]])
    }
    zones = list(countries.values()) + [
        {key: str(area[key]) for key in ("name", "held_by", "within", "basis") if key in area}
        for area in areas
    ]
    index = {a3: n for n, a3 in enumerate(countries)}
    area_index = {area["name"]: len(countries) + n for n, area in enumerate(areas)}
    units = []
    for a3, _, _, name, blob in rows:
        area = within.get(f"{a3}/{name}") or within.get(f"{a3}/*")
        rings = [ring for ring in (_round(line) for line in _lines(blob)) if len(ring) > 3]
        units.append(Unit(area_index[area] if area else index[a3], rings))
    return zones, units


def _lines(blob: bytes) -> Iterator[list[tuple[float, float]]]:
    """All rings or lines of a GeoPackage geometry, whatever its type."""
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    found: list[list[tuple[float, float]]] = []
    _read(blob, 8 + envelope, found)
    yield from found


def _read(blob: bytes, at: int, found: list[list[tuple[float, float]]]) -> int:
    """One well-known binary geometry; the offset after it."""
    order = "<" if blob[at] else ">"
    kind = struct.unpack_from(order + "I", blob, at + 1)[0] % 1000
    count = int(struct.unpack_from(order + "I", blob, at + 5)[0])
    at += 9
    if kind == 2:  # a line
        values = struct.unpack_from(f"{order}{2 * count}d", blob, at)
        found.append(list(zip(values[::2], values[1::2], strict=True)))
        return at + 16 * count
    for _ in range(count):
        if kind == 3:  # a polygon: its rings are lines without a head
            points = struct.unpack_from(order + "I", blob, at)[0]
            values = struct.unpack_from(f"{order}{2 * points}d", blob, at + 4)
            found.append(list(zip(values[::2], values[1::2], strict=True)))
            at += 4 + 16 * points
        else:
            at = _read(blob, at, found)
    return at


def _round(line: Iterable[tuple[float, float]]) -> Line:
    points = [(round(x * SCALE), round(y * SCALE)) for x, y in line]
    return [p for n, p in enumerate(points) if n == 0 or p != points[n - 1]]


def _arcs(units: Sequence[Unit]) -> Arcs:  # noqa: C901 (one walk over all rings)
    """Rings cut where more than two lines meet, or where the neighbour changes."""
    beside: dict[Point, set[Point]] = defaultdict(set)
    owners: dict[tuple[Point, Point], list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        for ring in unit.rings:
            for a, b in pairwise(ring):
                beside[a].add(b)
                beside[b].add(a)
                owners[min(a, b), max(a, b)].append(number)

    def joint(before: Point, here: Point, after: Point) -> bool:
        if len(beside[here]) != 2:
            return True
        one = owners[min(before, here), max(before, here)]
        return sorted(one) != sorted(owners[min(here, after), max(here, after)])

    lines: list[Line] = []
    known: dict[tuple[Point, ...], int] = {}
    rings = []
    for unit in units:
        for closed in unit.rings:
            ring = closed[:-1]
            count = len(ring)
            cuts = [n for n in range(count) if joint(ring[n - 1], ring[n], ring[(n + 1) % count])]
            if not cuts:
                cuts = [ring.index(min(ring))]
            refs = []
            for first, last in zip(cuts, [*cuts[1:], cuts[0] + count], strict=True):
                line = tuple(ring[n % count] for n in range(first, last + 1))
                back = line[::-1]
                if back in known and line not in known:
                    refs.append(~known[back])
                    continue
                if line not in known:
                    known[line] = len(lines)
                    lines.append(list(line))
                refs.append(known[line])
            rings.append((unit.zone, refs))
    return Arcs(lines, rings)


def _encode(
    zones: Sequence[Mapping[str, str]],
    arcs: Arcs,
    claims: Sequence[tuple[str, Line]],
    level: tuple[float, float, bool],
) -> bytes:
    """Magic, a line of JSON, five numbers an arc, and the arcs as zigzag varints of differences."""
    eps, least, inner = level
    sides: dict[int, list[int]] = defaultdict(list)
    for zone, refs in arcs.rings:
        for ref in refs:
            sides[max(ref, ~ref)].append(zone)
    whole = {n: tuple(sorted(both)) for n, both in sides.items()}
    zone_rings = [
        (zone, ring)
        for zone, rings in sorted(_dissolve(arcs, whole).items())
        for ring in rings
        if _area(arcs, ring) >= least or any(len(whole[max(r, ~r)]) > 1 for r in ring)
    ]
    used = {max(ref, ~ref) for _, ring in zone_rings for ref in ring}
    if inner:
        used |= {n for n, both in whole.items() if len(both) == 2 and both[0] == both[1]}
    kept = sorted(used)
    number = {old: new for new, old in enumerate(kept)}
    body = bytearray()
    table = array("i")
    thin = [_thin(arcs.lines[n], eps) for n in kept] + [_thin(line, eps / 2) for _, line in claims]
    for line in thin:
        xs, ys = [x for x, _ in line], [y for _, y in line]
        table.extend((len(body), min(xs), min(ys), max(xs), max(ys)))
        _pack(line, body)
    if sys.byteorder == "big":
        table.byteswap()
    head = {
        "zones": list(zones),
        "rings": [
            [zone, [number[r] if r >= 0 else ~number[~r] for r in ring]]
            for zone, ring in zone_rings
        ],
        "sides": [list(whole[n]) for n in kept],
        "claims": [name for name, _ in claims],
    }
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    return MAGIC + text + b"\n" + table.tobytes() + bytes(body)


def _dissolve(arcs: Arcs, sides: Mapping[int, tuple[int, ...]]) -> dict[int, list[list[int]]]:
    """Each zone's own rings: its units' arcs but those between two of them, chained anew."""
    starts: dict[int, dict[Point, list[int]]] = defaultdict(lambda: defaultdict(list))
    for zone, refs in arcs.rings:
        for ref in refs:
            if sides[max(ref, ~ref)].count(zone) == 1:
                line = arcs.lines[max(ref, ~ref)]
                starts[zone][line[0] if ref >= 0 else line[-1]].append(ref)
    rings: dict[int, list[list[int]]] = defaultdict(list)
    for zone, open_ends in starts.items():
        for start in sorted(open_ends):
            while open_ends[start]:
                rings[zone].append(_chain(arcs, open_ends, start))
    return rings


def _chain(arcs: Arcs, open_ends: dict[Point, list[int]], start: Point) -> list[int]:
    chain: list[int] = []
    here = start
    while open_ends.get(here):
        ref = open_ends[here].pop(0)
        chain.append(ref)
        line = arcs.lines[max(ref, ~ref)]
        here = line[-1] if ref >= 0 else line[0]
        if here == start:
            break
    return chain


def _area(arcs: Arcs, ring: Sequence[int]) -> float:
    """Square degrees."""
    points: Line = []
    for ref in ring:
        line = arcs.lines[max(ref, ~ref)]
        points += line if ref >= 0 else line[::-1]
    total = sum(
        a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True)
    )
    return abs(total) / 2 / SCALE**2


def _thin(line: Line, eps: float) -> Line:
    """Ramer–Douglas–Peucker; degrees of longitude count less towards the poles."""
    if len(line) < 3:
        return line
    shrink = max(0.1, math.cos(math.radians(line[0][1] / SCALE)))
    keep = bytearray(len(line))
    keep[0] = keep[-1] = 1
    if line[0] == line[-1]:  # a ring of its own: its farthest point stays too
        far = max(range(len(line)), key=lambda n: math.dist(line[n], line[0]))
        keep[far] = 1
        stack = [(0, far), (far, len(line) - 1)]
    else:
        stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        (x1, y1), (x2, y2) = line[first], line[last]
        dx, dy = (x2 - x1) * shrink, y2 - y1
        length = math.hypot(dx, dy)
        best, at = 0.0, 0
        for n in range(first + 1, last):
            px, py = (line[n][0] - x1) * shrink, line[n][1] - y1
            away = abs(dy * px - dx * py) / length if length else math.hypot(px, py)
            if away > best:
                best, at = away, n
        if best > eps:
            keep[at] = 1
            stack += [(first, at), (at, last)]
    return [point for point, kept in zip(line, keep, strict=True) if kept]


def _pack(line: Line, body: bytearray) -> None:
    _varint(len(line), body)
    x = y = 0
    for px, py in line:
        for value in (px - x, py - y):
            _varint(value * 2 if value >= 0 else -value * 2 - 1, body)
        x, y = px, py


def _varint(value: int, body: bytearray) -> None:
    while value > 127:
        body.append(value & 127 | 128)
        value >>= 7
    body.append(value)


if __name__ == "__main__":
    main()
