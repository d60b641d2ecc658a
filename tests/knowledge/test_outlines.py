"""The bundled outlines: what lies where, who borders on whom, and what is disputed."""

import pytest

from briefgen.knowledge.outlines import Window, disputed_areas, load_outlines

BLACK_SEA = Window(west=27, south=41, east=42, north=50)
FIJI = Window(west=175, south=-20, east=183, north=-15)


def inside(lon: float, lat: float, rings: list[tuple[tuple[float, float], ...]]) -> bool:
    crossed = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                crossed += 1
    return crossed % 2 == 1


@pytest.mark.parametrize("level", ["fine", "coarse"])
@pytest.mark.parametrize(
    ("lon", "lat", "zone"),
    [
        (30.5, 49.5, "Ukraine"),
        (34.4, 45.2, "Crimea"),
        (39.7, 47.5, "Russia"),
        (33.0, 41.4, "Turkey"),
        (28.5, 47.0, "Moldova"),
        (33.0, 43.0, None),
    ],
)
def test_a_point_lies_in_its_zone(level: str, lon: float, lat: float, zone: str | None) -> None:
    outlines = load_outlines(level)
    by_zone: dict[int, list[tuple[tuple[float, float], ...]]] = {}
    for number, ring in outlines.shores(BLACK_SEA):
        by_zone.setdefault(number, []).append(ring)
    found = [outlines.zones[n].name for n, rings in by_zone.items() if inside(lon, lat, rings)]
    assert ([zone] if zone else []) == found


def test_land_is_found_across_the_date_line() -> None:
    outlines = load_outlines("fine")
    rings = [r for n, r in outlines.shores(FIJI) if outlines.zones[n].code == "FJ"]
    assert any(lon > 180 for ring in rings for lon, _ in ring)
    assert any(lon < 180 for ring in rings for lon, _ in ring)


def test_a_border_is_one_line_between_two_zones() -> None:
    outlines = load_outlines("fine")
    pairs = {
        tuple(sorted(outlines.zones[side].name for side in sides))
        for sides, _ in outlines.borders(BLACK_SEA)
    }
    assert ("Moldova", "Romania") in pairs
    assert ("Crimea", "Ukraine") in pairs
    assert ("Ukraine", "Ukraine") in pairs
    assert ("Moldova", "Turkey") not in pairs


def test_disputed_areas_are_zones_of_their_own_at_both_levels() -> None:
    for level in ("fine", "coarse"):
        areas = {zone.name for zone in load_outlines(level).zones if zone.area}
        assert set(disputed_areas()) == areas


def test_no_line_of_contact_is_bundled() -> None:
    claims = set(load_outlines("fine").claims)
    assert claims
    assert not claims & {"Ukrainian claim", "Ceasefire Line 1994"}
