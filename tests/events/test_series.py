"""Which one of a series a report tells of, and what sets two of one series apart."""

from datetime import UTC, date

import pytest

from briefgen.events.figures.quantities import find_quantities
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.merging.deeds import deeds_of
from briefgen.events.merging.features import Features, features_of
from briefgen.events.merging.series import other_number, tells_again, tells_period
from briefgen.model import DateBasis, Report, Status, civil_day

LEXICON = load_statements("en")
DEEDS = deeds_of("en")


def told(quote: str) -> Features:
    report = Report(
        document="a",
        start=0,
        end=len(quote),
        quote=quote,
        interval=civil_day(date(2024, 7, 18), UTC),
        basis=DateBasis.EXPRESSION,
        why="",
        status=Status.OCCURRED,
        quantities=tuple(q.quantity for q in find_quantities(quote)),
    )
    return features_of(report, LEXICON)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The 54th exchange took place.", "The 55th exchange took place.", True),
        ("The third race was stopped.", "The fourth race was stopped.", True),
        ("The third race was stopped.", "The 3rd race was called off.", False),
        ("Troops took Hill 305.", "Troops took Hill 412.", True),
        ("Unit 2 was shut.", "Unit 2 of the plant was shut.", False),
        ("The third race was stopped.", "The second goal decided the match.", False),
        (
            "The third prisoner exchange in seven weeks took place, the 54th exchange of the war.",
            "The sides held their 54th prisoner swap.",
            False,
        ),
        ("The 54th prisoner swap took place.", "The 55th prisoner exchange took place.", True),
        ("Troops found 305 shells.", "Troops found 412 shells.", False),
    ],
)
def test_two_of_a_series(one: str, other: str, *, apart: bool) -> None:
    left, right = told(one).numbered, told(other).numbered
    assert apart == (other_number(left, right) is not None)
    assert other_number(left, right) == other_number(right, left)


def test_names_of_a_state_its_people_and_its_seat_are_one() -> None:
    kinds = [told(f"On Monday {name} signed.").families for name in ("Kyiv", "Ukraine")]
    assert {"state UA"} <= kinds[0] & kinds[1]
    assert "state UA" not in told("On Monday Warsaw signed.").families


@pytest.mark.parametrize(
    ("text", "again", "period"),
    [
        ("a second such blast in orm", True, False),
        ("another blast in orm", True, False),
        ("a blast in orm", False, False),
        ("floods have killed 60 this year", False, True),
        ("floods killed 60 in orm", False, False),
    ],
)
def test_what_was_before_and_what_is_counted_over_a_period(
    text: str, *, again: bool, period: bool
) -> None:
    assert again == tells_again(text.split(), DEEDS)
    assert period == tells_period(text.split(), DEEDS)
