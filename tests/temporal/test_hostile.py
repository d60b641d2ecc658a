"""No input makes the tagger hang: work grows with length, and no faster."""

import sys
import time
from datetime import UTC, date

import pytest

from briefgen.knowledge.locale import load_locale
from briefgen.model import civil_day
from briefgen.temporal import find, resolve, tag, tie
from briefgen.temporal.tag import document_of

EN = load_locale("en")
DAY = civil_day(date(2024, 7, 18), UTC)
PIECES = (
    "9", "last ", "(", "“", "on Thursday ", "1 2 ", "a ", "July 1-", "two days later ",
    "early ", "\n", "1:", "Jan. ", "14:05 ", "the ", "'90s ",
)  # fmt: skip


@pytest.mark.parametrize("piece", ["9", "last ", "(", " "], ids=repr)
def test_a_megabyte_of_one_thing_ends_fast(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))

    started = time.process_time()
    tag(text, published=DAY, locale=EN, zone=UTC)

    assert time.process_time() - started < 10


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        started = time.process_time()
        mentions = tag(text, published=DAY, locale=EN, zone=UTC)
        assert all(text[m.start : m.end] == m.text for m in mentions)
        return time.process_time() - started

    short, long = seconds(4_000), seconds(16_000)

    assert long < 0.3 + 8 * short


@pytest.mark.parametrize("fast", [True, False], ids=["re2", "re"])
@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_four_times_the_text_takes_four_times_the_steps(piece: str, *, fast: bool) -> None:
    """Steps are calls of functions: a count, so that no other load on the machine can change it."""

    def steps(size: int) -> int:
        count = 0

        def called(_frame: object, event: str, _argument: object) -> None:
            nonlocal count
            count += event in {"call", "c_call"}

        text = piece * (size // len(piece))
        sys.setprofile(called)
        try:
            document = document_of(text, published=DAY, locale=EN)
            mentions = resolve(document, find(document, EN, fast=fast), EN, UTC)
            tie(document, mentions, EN, UTC)
        finally:
            sys.setprofile(None)
        return count

    steps(3_000)  # what is compiled and remembered once
    short, long = steps(3_000), steps(12_000)

    assert long < 4.3 * short + 1000
