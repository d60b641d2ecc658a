"""Reasons and notices, told in English before the editor, in the language of a brief."""

import json
import string
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.editor.phrasebook import TOLD_IN, Told, load_phrasebook
from briefgen.editor.reworded import reword
from briefgen.editor.words import FOLDER, LANGUAGES, REASONS
from briefgen.knowledge.locale import load_locale
from briefgen.model import Grain, Interval
from briefgen.temporal.wording import label

EXPECTED = Path(__file__).parents[2] / "samples/expected"
OTHERS = [language for language in LANGUAGES if language != TOLD_IN]
ENGLISH = load_locale(TOLD_IN)


def phrases(language: str) -> dict[str, str]:
    path = FOLDER / f"{REASONS}{language}.toml"
    table: dict[str, str] = tomllib.loads(path.read_text("utf-8"))["reasons"]
    return table


def holes(phrase: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(phrase) if name)


def told(week: Path) -> Iterator[str]:
    """Every reason and notice of a sample."""
    found: dict[str, Any] = json.loads((week / "chronology.json").read_text("utf-8"))
    for event in (*found["events"], *found["undated"]):
        yield from (report["why"] for report in event["reports"])
    yield from (d["published"]["why"] for d in found["documents"] if d["published"])
    for notice in found["notices"]:
        yield notice["message"].removeprefix(f"{notice['document']}: ")


@pytest.mark.parametrize("language", OTHERS)
class TestALanguage:
    def test_has_the_phrases_of_the_others(self, language: str) -> None:
        assert phrases(OTHERS[0]).keys() == phrases(language).keys()

    def test_fills_no_hole_that_english_lacks(self, language: str) -> None:
        for english, own in phrases(language).items():
            assert set(holes(own)) <= set(holes(english)), english

    @pytest.mark.parametrize(
        "week", sorted(path.parent.name for path in EXPECTED.glob("*/chronology.json"))
    )
    def test_tells_what_the_samples_tell(self, language: str, week: str) -> None:
        """Nearly all: what is worded anew is marked as English until the table has it."""
        book, every = load_phrasebook(language), list(told(EXPECTED / week))
        left = [text for text in every if book.tell(text).language]
        assert len(left) <= len(every) * 0.02, f"words/{REASONS}{language}.toml lacks {left}"

    def test_keeps_what_it_does_not_know_and_says_so(self, language: str) -> None:
        text = "the moon was seen to rise twice"
        assert Told(text=text, language="en") == load_phrasebook(language).tell(text)


def test_english_stays_as_it_is() -> None:
    text = "counted from the article's date, Thu 12 Mar 2026 (its byline)."
    assert Told(text=text) == load_phrasebook("en").tell(text)


def test_german() -> None:
    """Parts and phrases within phrases; quotes stay what they are, whatever stands in them."""
    given = (
        "from the first end to the second; counted from “a; b (c” in the same sentence; "
        "“said” is past, so the latest one on or before it."
    )
    wanted = (
        "vom ersten bis zum zweiten Ende; gerechnet ab „a; b (c“ im selben Satz; "
        "„said“ ist Vergangenheit, also der letzte bis zu diesem Tag."
    )
    assert Told(text=wanted) == load_phrasebook("de").tell(given)


def test_ukrainian() -> None:
    given = "counted from the article's date, Thu 12 Mar 2026 (its byline)."
    wanted = "відлік від дати статті, чт, 12 бер. 2026 (з підпису)."
    assert Told(text=wanted) == load_phrasebook("uk").tell(given)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Days, runs of days, months, years, minutes; open on a side or rough."""
    day = draw(st.dates(date(1990, 1, 1), date(2099, 12, 1)))
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    grain = draw(st.sampled_from([Grain.MINUTE, Grain.PART, Grain.DAY, Grain.MONTH, Grain.YEAR]))
    if grain is Grain.MINUTE:
        start += timedelta(minutes=draw(st.integers(0, 1439)))
        end = start + timedelta(minutes=1)
    elif grain is Grain.PART:
        start += timedelta(hours=18)
        end = start + timedelta(hours=14)
    elif grain is Grain.DAY:
        end = start + timedelta(days=draw(st.integers(1, 40)))
    elif grain is Grain.MONTH:
        start = start.replace(day=1)
        end = (start + timedelta(days=31)).replace(day=1)
    else:
        start = start.replace(month=1, day=1)
        end = start.replace(year=start.year + 1)
    side = draw(st.sampled_from(["both", "both", "start", "end"])) if grain > Grain.PART else "both"
    return Interval(
        start=None if side == "start" else start,
        end=None if side == "end" else end,
        grain=grain,
        approximate=draw(st.booleans()) and side == "both",
        uncertain=draw(st.booleans()),
    )


@given(intervals(), st.sampled_from(OTHERS))
def test_a_date_in_other_words_is_the_date(interval: Interval, language: str) -> None:
    """Wording a date, and rewording its English words, come to the same."""
    wanted = load_locale(language)
    assert label(interval, wanted) == reword(label(interval, ENGLISH), ENGLISH, wanted)


def test_no_date_is_none() -> None:
    assert reword("the day before", ENGLISH, load_locale("de")) is None
