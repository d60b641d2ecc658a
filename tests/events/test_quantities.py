"""Quantities: figures in digits and words, what they count, what is no figure."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import KnowledgeError
from briefgen.events.figures.quantities import FoundQuantity, find_quantities

WORDS = st.sampled_from(
    [
        "at",
        "least",
        "3",
        "16",
        "drones",
        "and",
        "two",
        "-",
        "$",
        "million",
        "hundred",
        "of",
        "to",
        "5%",
        "each",
        "a",
        "dozen",
        "F-16",
        "killed",
        "1,000",
        ".",
        "people",
        "2024",
        "dozens",
        "thousands",
        "year-old",
        "one",
        "between",
    ]
)
CASES = Path(__file__).parents[1] / "cases" / "quantities.toml"


def _cases() -> list[Any]:
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=case["text"]) for case in cases]


def _told(found: FoundQuantity) -> str:
    one = found.quantity
    value = f"{one.value:.10g}" + (f"..{one.upper:.10g}" if one.upper else "")
    value += f"/{one.whole:.10g}" if one.whole else ""
    return " ".join(part for part in (value, one.unit, one.mod, one.scope) if part)


@pytest.mark.parametrize("case", _cases())
def test_quantities_of_a_sentence(case: dict[str, Any]) -> None:
    found = find_quantities(case["text"], language=case.get("language", "en"))
    assert case["found"] == [_told(one) for one in found]
    if "words" in case:
        assert case["words"] == [one.quantity.text for one in found]


def test_spans_of_dates_are_skipped() -> None:
    text = "For 11 days 12 ships waited."
    assert ["12 ship"] == [_told(one) for one in find_quantities(text, skip=[(4, 11)])]


def test_an_unknown_language_is_told() -> None:
    with pytest.raises(KnowledgeError, match=r"numbers\.xx\.toml"):
        find_quantities("12 ships", language="xx")


class TestFormatted:
    """A formatted number before a plural noun is given back, with its words."""

    @given(st.integers(2, 10**12))
    def test_separated(self, value: int) -> None:
        text = f"They counted {value:,} ships."
        (found,) = find_quantities(text)
        assert value == found.quantity.value
        assert "ship" == found.quantity.unit
        assert f"{value:,} ships" == found.quantity.text

    @given(st.integers(1, 10**6), st.integers(1, 10**6))
    def test_ranges(self, low: int, more: int) -> None:
        (found,) = find_quantities(f"Some {low:,} to {low + more:,} ships")
        assert (low, low + more) == (found.quantity.value, found.quantity.upper)
        assert "about" == found.quantity.mod

    @given(st.integers(1, 99), st.integers(0, 9))
    def test_decimals(self, whole: int, tenth: int) -> None:
        (found,) = find_quantities(f"It cost ${whole}.{tenth} million.")
        assert round((whole + tenth / 10) * 1e6) == round(found.quantity.value)
        assert "dollar" == found.quantity.unit


class TestOffsets:
    """A quantity is the words of the text at its offsets; none stands in another."""

    @given(
        st.one_of(
            st.text(max_size=60),
            st.lists(
                WORDS,
                max_size=12,
            ).map(" ".join),
        )
    )
    def test_offsets(self, text: str) -> None:
        end = 0
        for found in find_quantities(text):
            assert found.quantity.text == text[found.start : found.end]
            assert end <= found.start < found.end
            assert found.quantity.upper is None or found.quantity.upper > found.quantity.value
            end = found.end
