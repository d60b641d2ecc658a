"""Figures of two reports: what they agree on, what they exclude, and laws of both."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.events.figures.quantities import find_quantities
from briefgen.events.figures.tallies import excluded, rounded, values_of
from briefgen.model import Quantity

EXCLUDE = [
    ("14 boats", "17 boats"),
    ("at least 18 boats", "17 boats"),
    ("up to 12 boats", "17 boats"),
    ("20 to 30 boats", "17 boats"),
    ("about 40 boats", "17 boats"),
    ("dozens of boats", "17 boats"),
    ("95 boats each", "180 boats"),
    ("22 of 30 boats", "24 of 30 boats"),
    ("nine of the thirteen boats", "17 boats"),
    ("eight of its boats", "17 boats"),
    ("12 grey and 8 green boats", "17 boats"),
    ("half a million boats", "400,000 boats"),
]
FIT = [
    ("14 boats", "fourteen boats"),
    ("at least 14 boats", "17 boats"),
    ("more than a dozen boats", "at least 15 boats"),
    ("up to 40 boats", "17 boats"),
    ("15 to 20 boats", "17 boats"),
    ("about 18 boats", "17 boats"),
    ("dozens of boats", "64 boats"),
    ("40 or more boats", "64 boats"),
    ("95 boats each", "190 boats"),
    ("95 boats each", "95 boats"),
    ("nine of the thirteen boats", "13 boats"),
    ("nine of the thirteen boats", "nine boats"),
    ("three of the boats", "17 boats"),
    ("another three boats", "17 boats"),
    ("12 grey and 5 green boats", "17 boats"),
    ("two or three boats", "three boats"),
]


def told(text: str) -> tuple[Quantity, ...]:
    return tuple(found.quantity for found in find_quantities(f"They counted {text} there."))


@pytest.mark.parametrize(("one", "other"), EXCLUDE)
def test_figures_that_cannot_both_be_so(one: str, other: str) -> None:
    assert excluded(told(one), told(other))
    assert excluded(told(other), told(one))


@pytest.mark.parametrize(("one", "other"), FIT)
def test_figures_that_may_both_be_so(one: str, other: str) -> None:
    assert told(one)
    assert not excluded(told(one), told(other))
    assert not excluded(told(other), told(one))


def test_a_count_that_goes_on_is_no_conflict_with_one_of_another_day() -> None:
    nine, thirteen = told("nine dead"), (find_quantities("The toll rose to 13.")[0].quantity,)
    assert excluded(nine, thirteen)
    assert not excluded(nine, thirteen, later=1)
    assert not excluded(nine, thirteen, later=-1)
    assert excluded(nine, told("13 dead"), later=1)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("95 boats each", {95, 190}),
        ("nine of the thirteen boats", {9, 13}),
        ("21 grey and 8 green boats", {21, 8, 29}),
        ("another four boats", {4}),
    ],
)
def test_what_figures_stand_for(text: str, values: set[float]) -> None:
    assert values == values_of(told(text))


QUANTITIES = st.lists(
    st.builds(
        Quantity,
        value=st.integers(1, 40).map(float),
        unit=st.just("boat"),
        text=st.just("9 boats"),
        mod=st.sampled_from([None, "at-least", "at-most", "about"]),
        scope=st.sampled_from([None, "each", "part", "more", "running"]),
    ),
    max_size=3,
)


class TestLaws:
    """Who is asked first does not matter; nothing excludes itself, or what says nothing."""

    @given(QUANTITIES, QUANTITIES, st.sampled_from([-1, 0, 1]))
    def test_symmetric(
        self, one: Sequence[Quantity], other: Sequence[Quantity], later: int
    ) -> None:
        assert excluded(one, other, later=later) == excluded(other, one, later=-later)

    @given(QUANTITIES)
    def test_itself(self, one: Sequence[Quantity]) -> None:
        assert not excluded(one, one)
        assert not excluded(one, [])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("More than 1,000 hens died.", "A total of 1,024 hens died.", True),
        ("Some 20,000 hens died.", "In all 19,700 hens died.", True),
        ("Exactly 1,000 hens died.", "Exactly 1,024 hens died.", False),
        ("About 8 hens died.", "Some 9 hens died.", False),
        ("More than 1,000 hens died.", "At least 4,000 hens died.", False),
    ],
)
def test_one_figure_rounded(one: str, other: str, *, same: bool) -> None:
    left, right = ([q.quantity for q in find_quantities(text)] for text in (one, other))
    assert same == rounded(left, right) == rounded(right, left)
