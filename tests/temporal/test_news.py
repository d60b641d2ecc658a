"""Whole sentences of news: everything in them, and nothing else."""

import tomllib
from datetime import UTC, date
from pathlib import Path
from typing import Any

import pytest

from briefgen.knowledge.locale import load_locale
from briefgen.model import Anchor, civil_day, to_edtf
from briefgen.temporal import tag

EN = load_locale("en")
CASES = Path(__file__).parent.parent / "cases" / "temporal_news.toml"


@pytest.mark.parametrize(
    "case", tomllib.loads(CASES.read_text(encoding="utf-8"))["case"], ids=lambda c: c["text"][:60]
)
def test_sentence(case: dict[str, Any]) -> None:
    day = civil_day(date.fromisoformat(case["date"]), UTC) if "date" in case else None
    mentions = tag(case["text"], published=day, locale=EN, zone=UTC)

    wanted = [entry.partition(" = ") for entry in case["found"]]
    assert [text for text, _, _ in wanted] == [mention.text for mention in mentions]
    for (_, _, told), mention in zip(wanted, mentions, strict=True):
        value, _, edtf = told.partition(" ")
        assert value == mention.value, mention.why
        if edtf == "-":
            assert mention.interval is None
        elif edtf:
            assert mention.interval is not None
            assert edtf == to_edtf(mention.interval)


def test_without_a_date_relatives_stay_open_and_say_why() -> None:
    found = tag("It burned yesterday.", published=None, locale=EN, zone=UTC)[0]

    assert found.interval is None
    assert found.anchor is Anchor.NONE
    assert "no date to count from" in found.why


def test_why_is_a_plain_sentence() -> None:
    day = civil_day(date(2024, 7, 18), UTC)

    found = tag("The port reported on Thursday a fire.", published=day, locale=EN, zone=UTC)[0]

    assert found.why == (
        "“Thursday” → Thu 18 Jul 2024: counted from the article's date, Thu 18 Jul 2024 (given); "
        "“reported” is past, so the latest one on or before it."
    )
    assert found.cues == ("past: reported",)


def test_conflicting_cues_make_it_uncertain() -> None:
    day = civil_day(date(2024, 7, 17), UTC)

    found = tag(
        "Talks failed in the north Thursday must resume.", published=day, locale=EN, zone=UTC
    )[0]

    assert found.interval is not None
    assert found.interval.uncertain
    assert len(found.cues) == 2


def test_a_time_at_a_line_s_end_is_not_of_the_next_line_s_day() -> None:
    day = civil_day(date(2024, 7, 18), UTC)

    found = tag("Updated 5 p.m.\nEarly Friday it sank.", published=day, locale=EN, zone=UTC)

    assert ["5 p.m.", "Early Friday"] == [mention.text for mention in found]
