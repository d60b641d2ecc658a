"""What a long line can do without, as a table of cases; and in which order it goes."""

import re
import tomllib
from datetime import UTC, date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.events.brevity.shorten import LONG, read_passage, shorten
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.language.words import read_wording
from briefgen.model import Expression, Mention, TimexType, civil_day

TABLE = Path(__file__).parent.parent / "cases" / "brevity.toml"
CASES = tomllib.loads(TABLE.read_text("utf-8"))["case"]
BRACED = re.compile(r"\{([^}]*)\}")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
WORDS = load_statements("en")


def dated(text: str, words: str) -> Mention:
    start = text.index(words)
    said = Expression(type=TimexType.DATE, value="")
    return Mention(
        start=start,
        end=start + len(words),
        text=words,
        rule="day",
        expression=said,
        value="",
        interval=civil_day(date(2032, 5, 4), UTC),
    )


def shortened(text: str, words: str | None = None, *, longest: int = 0) -> str:
    own = None if words is None else dated(text, words)
    years = tuple(dated(text, year) for year in YEAR.findall(text))
    mentions = years if own is None else (*years, own)
    passage = read_passage(read_wording(text, 0, len(text)), mentions, WORDS)
    at, kept = 0, ""
    for unit in shorten(passage, own, longest=longest, fewest=0) if passage is not None else ():
        assert at <= unit.start < unit.end <= len(text)
        kept += text[at : unit.start] + unit.put
        at = unit.end
    left = " ".join((kept + text[at:]).split())
    return left[:1].upper() + left[1:]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["why"])
def test_what_goes_and_what_stays(case: dict[str, Any]) -> None:
    text = BRACED.sub(r"\1", case["text"])
    left = " ".join(BRACED.sub("", case["text"]).split())
    assert left[:1].upper() + left[1:] == shortened(text, case.get("date"))


def test_every_case_says_another_thing() -> None:
    assert len(CASES) == len({case["why"] for case in CASES}) == len({c["text"] for c in CASES})


LONG_ONE = (
    "In a ceremony before envoys of both islands, the Northern Harbour Union (NHU) of Orm, "
    "the oldest of its kind on the coast, opened the new pier of the port, which was built by a "
    "firm from Aven over the course of a long and stormy winter."
)


def test_the_least_loss_goes_first_and_no_more_than_needed() -> None:
    parts = ("(NHU)", "the oldest of its kind", "which was")
    told = [shortened(LONG_ONE, longest=n) for n in range(len(LONG_ONE.split()), 0, -1)]
    lost = [tuple(part for part in parts if part not in line) for line in dict.fromkeys(told)]
    assert [
        ("(NHU)",),
        ("(NHU)", "which was"),
        ("(NHU)", "the oldest of its kind", "which was"),
    ] == lost


def test_a_sentence_that_is_not_long_keeps_all_but_what_says_nothing() -> None:
    text = "The Northern Harbour Union (NHU), which meets in Orm, closed nine piers."
    assert "The Northern Harbour Union, which meets in Orm, closed nine piers." == shortened(
        text, longest=LONG
    )


TEXTS = [BRACED.sub(r"\1", case["text"]) for case in CASES]


class TestNothingIsPutIn:
    """What is left of a sentence is its own words, in their order."""

    @given(st.sampled_from(TEXTS), st.integers(min_value=0, max_value=40))
    def test_the_words_left_stand_in_the_sentence_in_their_order(
        self, text: str, longest: int
    ) -> None:
        words = iter(w.strip(",.").casefold() for w in text.split())
        left = shortened(text, longest=longest).split()
        assert all(word.strip(",.").casefold() in words for word in left)

    @given(st.sampled_from(TEXTS), st.integers(min_value=0, max_value=40))
    def test_a_line_is_told_shorter_the_fewer_words_it_may_have(
        self, text: str, longest: int
    ) -> None:
        shorter = shortened(text, longest=longest)
        assert len(shorter) <= len(shortened(text, longest=longest + 1))
