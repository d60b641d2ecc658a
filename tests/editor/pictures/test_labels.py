"""Marks and names of a map: none covers another, none leaves the frame."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.editor.pictures.labels import Named, Placed, meet, place
from briefgen.editor.pictures.lines import Box

FRAME: Box = (0.0, 0.0, 400.0, 240.0)

named = st.builds(
    Named,
    x=st.floats(5, 395),
    y=st.floats(5, 235),
    mark=st.sampled_from([0.0, 2.2, 9.0, 11.5]),
    width=st.floats(8, 130),
    height=st.floats(8, 14),
    needed=st.booleans(),
    free=st.booleans(),
)


def boxes(points: list[Named], placed: tuple[Placed, ...]) -> list[Box]:
    marks = [
        (spot.x - point.mark, spot.y - point.mark, spot.x + point.mark, spot.y + point.mark)
        for point, spot in zip(points, placed, strict=True)
        if spot.shown and point.mark
    ]
    return marks + [spot.box for spot in placed if spot.box is not None]


class TestPlacement:
    """Greedy placement, whatever the points."""

    @given(st.lists(named, max_size=14))
    def test_no_two_boxes_overlap(self, points: list[Named]) -> None:
        """No mark or name covers another."""
        found = boxes(points, place(points, FRAME))
        assert [] == [pair for pair in combinations(found, 2) if meet(*pair)]

    @given(st.lists(named, max_size=14))
    def test_all_stay_in_the_frame(self, points: list[Named]) -> None:
        """Nothing leaves the frame."""
        for left, top, right, bottom in boxes(points, place(points, FRAME)):
            assert FRAME[0] <= left <= right <= FRAME[2]
            assert FRAME[1] <= top <= bottom <= FRAME[3]

    @given(st.lists(named, max_size=8))
    def test_what_is_taken_stays_free(self, points: list[Named]) -> None:
        """Nothing is placed where the scale bar is."""
        bar = (300.0, 200.0, 400.0, 240.0)
        placed = place(points, FRAME, (bar,))
        assert not any(meet(box, bar) for box in boxes(points, placed))

    @given(st.lists(named, max_size=10))
    def test_the_same_points_are_placed_alike(self, points: list[Named]) -> None:
        """The map of a day is the same every time."""
        assert place(points, FRAME) == place(points, FRAME)


def test_a_lone_name_stands_to_the_right_of_its_mark() -> None:
    (spot,) = place([Named(x=100, y=100, mark=9, width=50, height=12)], FRAME)
    assert (100, 100, False, False) == (spot.x, spot.y, spot.moved, spot.led)
    assert spot.box is not None
    assert spot.box[0] > 109


def test_a_second_mark_on_a_spot_moves_aside_and_both_are_named() -> None:
    one = Named(x=100, y=100, mark=9, width=50, height=12)
    first, second = place([one, one], FRAME)
    assert (False, True) == (first.moved, second.moved)
    assert first.box is not None
    assert second.box is not None


def test_a_name_with_no_room_is_left_out_but_its_mark_stands() -> None:
    wide = Named(x=200, y=120, mark=9, width=500, height=12)
    (spot,) = place([wide], FRAME)
    assert (None, True) == (spot.box, spot.shown)


def test_a_town_with_no_room_for_its_name_is_not_shown() -> None:
    wide = Named(x=200, y=120, mark=2, width=500, height=12, needed=False)
    (spot,) = place([wide], FRAME)
    assert (None, False) == (spot.box, spot.shown)
