"""Projection, extent and lines: there and back, across the date line, inside the frame."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.editor.pictures.extent import Spot, choose, unwrap
from briefgen.editor.pictures.graticule import bar_length, graticule
from briefgen.editor.pictures.lines import clip_line, clip_ring, to_path
from briefgen.editor.pictures.projection import fit
from briefgen.knowledge.outlines import Window
from briefgen.model.picture import Text

BOX = (0.0, 0.0, 100.0, 60.0)
points = st.tuples(st.floats(-300, 300), st.floats(-300, 300))
windows = st.builds(
    lambda west, south, wide, tall: Window(
        west=west, south=south, east=west + wide, north=min(80.0, south + tall)
    ),
    st.floats(-200, 180),
    st.floats(-80, 70),
    st.floats(1, 90),
    st.floats(1, 60),
)


def spot(lon: float, lat: float, weight: float = 1.0) -> Spot:
    return Spot(lon=lon, lat=lat, weight=weight)


class TestProjection:
    """Every projection is undone by its inverse, and shows its window whole."""

    @given(windows, st.floats(0, 1), st.floats(0, 1))
    def test_back_undoes_forward(self, window: Window, right: float, up: float) -> None:
        """There and back gives the same place."""
        lon = window.west + right * (window.east - window.west)
        lat = window.south + up * (window.north - window.south)
        projection = fit(window, 680, 400, 20)
        assert (lon, lat) == pytest.approx(projection.back(*projection(lon, lat)), abs=1e-6)

    @given(windows)
    def test_the_corners_are_in_the_frame(self, window: Window) -> None:
        """A window's corners lie in the frame, within its margin."""
        projection = fit(window, 680, 400, 20)
        for lon in (window.west, window.east):
            for lat in (window.south, window.north):
                x, y = projection(lon, lat)
                assert 20 - 1e-6 <= x <= 660 + 1e-6
                assert 20 - 1e-6 <= y <= 380 + 1e-6

    @given(windows)
    def test_north_is_up_and_east_is_right(self, window: Window) -> None:
        """At the middle of the frame."""
        projection = fit(window, 680, 400, 20)
        lon, lat = projection.middle
        assert projection(lon, lat + 0.1)[1] < projection(lon, lat)[1]
        assert projection(lon + 0.1, lat)[0] > projection(lon, lat)[0]


def test_a_conic_keeps_shapes_near_its_middle() -> None:
    projection = fit(Window(west=20, south=44, east=40, north=53), 680, 400, 0)
    assert "conic" == projection.name
    (x1, y1), (x2, y2) = projection(30, 48), projection(30, 49)
    east = abs(projection(31, 48.5)[0] - projection(30, 48.5)[0])
    assert 0.6626 == pytest.approx(east / ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, abs=0.01)


def test_the_scale_bar_is_as_long_as_it_says() -> None:
    projection = fit(Window(west=20, south=44, east=40, north=53), 680, 400, 0)
    length, km = bar_length(projection)
    assert 111.2 * length / km == pytest.approx(
        projection(30, 48)[1] - projection(30, 49)[1], rel=0.02
    )


def test_a_graticule_names_its_lines() -> None:
    projection = fit(Window(west=-46, south=31, east=-43, north=33.5), 680, 400, 10)
    lines, words = graticule(projection, 100)
    texts = [shape.text for shape in words.shapes if isinstance(shape, Text)]
    assert any(text.endswith("N") for text in texts)
    assert any(text.endswith("W") for text in texts)
    assert lines.shapes


class TestExtent:
    """What the map shows."""

    def test_nothing_gives_no_window(self) -> None:
        assert choose([], 2.0, 1.7) is None

    def test_one_place_stands_in_the_middle(self) -> None:
        window = choose([spot(30.5, 50.4)], 2.6, 1.7)
        assert window is not None
        assert (30.5, 50.4) == pytest.approx(
            ((window.west + window.east) / 2, (window.south + window.north) / 2)
        )
        assert 2.6 == pytest.approx(window.north - window.south)

    def test_a_far_place_is_left_off_where_the_rest_is_near(self) -> None:
        near = [spot(30, 50), spot(31, 49), spot(32, 51), spot(33, 50)]
        window = choose([*near, spot(-77, 39)], 2.0, 1.7)
        assert window is not None
        assert not window.holds(-77, 39)
        assert all(window.holds(s.lon, s.lat) for s in near)

    def test_far_places_of_weight_stay(self) -> None:
        spots = [spot(30, 50), spot(31, 49), spot(-77, 39, 5)]
        window = choose(spots, 2.0, 1.7)
        assert window is not None
        assert all(window.holds(s.lon, s.lat) for s in spots)

    def test_places_on_both_sides_of_the_date_line_stay_together(self) -> None:
        window = choose([spot(178, -17), spot(-175, -21)], 2.0, 1.7)
        assert window is not None
        assert window.east - window.west < 20

    @given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-80, 80)), min_size=1, max_size=8))
    def test_unwrapping_moves_by_whole_turns(self, found: list[tuple[float, float]]) -> None:
        """Only the number of turns changes, and they span one at most."""
        before = [spot(lon, lat) for lon, lat in found]
        after = unwrap(before)
        for one, other in zip(before, after, strict=True):
            turns = (other.lon - one.lon) / 360
            assert turns == pytest.approx(round(turns), abs=1e-9)
        lons = [one.lon for one in after]
        assert max(lons) - min(lons) <= 360


class TestClipping:
    """What is drawn lies in the frame."""

    @given(st.lists(points, min_size=3, max_size=20))
    def test_a_clipped_ring_lies_in_the_box(self, ring: list[tuple[float, float]]) -> None:
        """No corner is outside."""
        for x, y in clip_ring(ring, BOX):
            assert -1e-6 <= x <= 100 + 1e-6
            assert -1e-6 <= y <= 60 + 1e-6

    @given(st.lists(points, min_size=2, max_size=20))
    def test_a_clipped_line_lies_in_the_box(self, line: list[tuple[float, float]]) -> None:
        """No part is outside."""
        for part in clip_line(line, BOX):
            assert len(part) > 1
            for x, y in part:
                assert -1e-6 <= x <= 100 + 1e-6
                assert -1e-6 <= y <= 60 + 1e-6

    def test_a_line_that_leaves_and_returns_is_two(self) -> None:
        line = [(10.0, 30.0), (50.0, -90.0), (90.0, 30.0)]
        assert 2 == len(list(clip_line(line, BOX)))

    def test_a_ring_around_the_box_fills_it(self) -> None:
        ring = [(-10.0, -10.0), (200.0, -10.0), (200.0, 200.0), (-10.0, 200.0)]
        assert {(0, 0), (100, 0), (100, 60), (0, 60)} == set(clip_ring(ring, BOX))

    def test_a_path_is_thinned_and_short(self) -> None:
        line = [(x / 10, 5 + (x % 2) / 100) for x in range(1000)]
        path = to_path([line])
        assert re.fullmatch(r"M0 5l99\.9 0", path)

    def test_a_ring_too_small_to_see_is_left_out(self) -> None:
        assert "" == to_path([[(1, 1), (1.5, 1), (1.5, 1.5)]], closed=True)
