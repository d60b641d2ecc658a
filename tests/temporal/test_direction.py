"""Dates that need a direction: tense and words of planning tell past from future."""

import tomllib
from datetime import UTC, date
from pathlib import Path

import pytest

from briefgen.knowledge.locale import load_locale
from briefgen.model import civil_day
from briefgen.temporal import tag

EN = load_locale("en")
CASES = Path(__file__).parent.parent / "cases" / "temporal_direction.toml"


@pytest.mark.parametrize(
    ("text", "expression", "value"), tomllib.loads(CASES.read_text(encoding="utf-8"))["cases"]
)
def test_direction(text: str, expression: str, value: str) -> None:
    day = civil_day(date(2024, 7, 18), UTC)

    found = {m.text: m for m in tag(text, published=day, locale=EN, zone=UTC)}

    assert expression in found
    assert value == found[expression].value, found[expression].why


def test_a_name_is_no_cue() -> None:
    day = civil_day(date(2024, 7, 18), UTC)

    found = tag("Edmund Will arrived on Saturday.", published=day, locale=EN, zone=UTC)[0]

    assert found.value == "2024-07-13"
    assert found.cues == ("past: arrived",)
