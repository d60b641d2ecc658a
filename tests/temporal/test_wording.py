"""Intervals in the words of a brief."""

import tomllib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.knowledge.locale import LANGUAGES, load_locale
from briefgen.model import Basis, Grain, Interval
from briefgen.temporal.wording import full_day, label

EN = load_locale("en")
CASES = Path(__file__).parent.parent / "cases" / "temporal_wording.toml"


def moment_of(text: str) -> datetime | None:
    return datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None


@pytest.mark.parametrize(
    "case", tomllib.loads(CASES.read_text(encoding="utf-8"))["label"], ids=lambda c: c["words"]
)
def test_interval_is_worded(case: dict[str, str]) -> None:
    interval = Interval(
        start=moment_of(case["start"]),
        end=moment_of(case["end"]),
        grain=Grain[case["grain"]],
        approximate=case.get("mark") == "~",
        uncertain=case.get("mark") == "?",
    )

    assert case["words"] == label(interval, EN)


def test_full_day_is_for_mastheads() -> None:
    assert full_day(date(2024, 7, 18), EN) == "Thursday 18 July 2024"


@given(
    start=st.datetimes(
        min_value=datetime(1000, 1, 1),  # noqa: DTZ001 (made aware below)
        max_value=datetime(2900, 1, 1),  # noqa: DTZ001 (made aware below)
    ),
    length=st.timedeltas(min_value=timedelta(minutes=1), max_value=timedelta(days=40000)),
    grain=st.sampled_from(Grain),
    approximate=st.booleans(),
)
def test_every_bounded_interval_names_its_century(
    start: datetime, length: timedelta, grain: Grain, approximate: bool
) -> None:
    """Whatever the ends and the grain, there are words, and a year or a century in them."""
    first = start.replace(tzinfo=UTC)
    interval = Interval(start=first, end=first + length, grain=grain, approximate=approximate)

    words = label(interval, EN)

    years = {str(y) for y in range(first.year - 120, (first + length).year + 1)}
    assert any(year in words for year in years) or "century" in words


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_basis_of_a_date_has_words(code: str) -> None:
    assert {basis.value for basis in Basis} == set(load_locale(code).wording.bases)
