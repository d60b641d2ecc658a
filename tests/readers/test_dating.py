"""When a document is from: one written order of bases, and what lost against it is said."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from briefgen.model import Basis, Bound, Dating, civil_day, to_edtf
from briefgen.readers import ReadOptions, read_bytes
from briefgen.readers.dated.datelines import read_byline, read_dateline, split_wording
from briefgen.readers.dated.dating import BASES, bounds_of, contradictions, settle, url_claim
from briefgen.readers.dated.fields import is_wording
from briefgen.readers.shapes import Claim, Draft, Scope

ENGLISH = ("en",)


def day_of(year: int, month: int, day: int) -> Claim:
    return Claim(basis=Basis.URL, why="", interval=civil_day(date(year, month, day), UTC))


def test_every_basis_has_its_place_in_the_order() -> None:
    assert set(Basis) == {basis for basis, _ in BASES}
    firsts = list(dict.fromkeys(basis for basis, _ in BASES))
    assert list(Basis) == firsts


def test_the_strongest_claim_wins_whatever_their_order() -> None:
    claims = [
        Claim(basis=basis, scope=scope, why=f"{basis} {scope}", interval=day.interval)
        for (basis, scope), day in zip(BASES, [day_of(2024, 7, 18)] * len(BASES), strict=True)
    ]
    for size in range(1, len(claims) + 1):
        dating, outvoted = settle(claims[-size:][::-1], UTC, ENGLISH)
        assert dating is not None
        assert dating.why == claims[-size].why
        assert outvoted == ()


def test_claims_a_day_apart_agree_and_further_ones_are_outvoted() -> None:
    strong = Claim(basis=Basis.JSON_LD, why="JSON", interval=civil_day(date(2024, 7, 18), UTC))
    for day, count in ((17, 0), (19, 0), (16, 1), (20, 1)):
        _, outvoted = settle([strong, day_of(2024, 7, day)], UTC, ENGLISH)
        assert count == len(outvoted), day


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://example.org/2024/07/18/depot", "2024-07-18"),
        ("https://example.org/2024/7/8/depot.html", "2024-07-08"),
        ("https://example.org/news-2024-07-18-depot", "2024-07-18"),
        ("https://example.org/a/20240718-depot", "2024-07-18"),
        ("https://example.org/2024/13/40/depot", None),
        ("https://example.org/story/1202407189", None),
        ("https://example.org/depot", None),
    ],
)
def test_an_address_dates_a_page_where_it_holds_a_day(url: str, edtf: str | None) -> None:
    dating, _ = settle(url_claim(url, UTC), UTC, ENGLISH)
    assert edtf == (dating and to_edtf(dating.interval))


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("Published 18 July 2024", "2024-07-18"),
        ("Published: July 18, 2024", "2024-07-18"),
        ("By Jane Doe | July 18, 2024", "2024-07-18"),
        ("By Jane Doe, July 18, 2024", "2024-07-18"),
        ("Jane Doe – 18 July 2024 – 5 min read", "2024-07-18"),
        ("18 July 2024", "2024-07-18"),
        ("Thursday 18 July 2024", "2024-07-18"),
        ("2024-07-18", "2024-07-18"),
        ("The Example Daily, 18 July 2024", "2024-07-18"),
        ("Published 18 July 2024, updated 20 July 2024", "2024-07-18"),
        ("Updated 20 July 2024", ""),
        ("Last updated: July 20, 2024", ""),
        ("By Jane Doe", ""),
        ("By Jane Doe, Border Correspondent", ""),
    ],
)
def test_a_byline_is_known_and_its_date_read(line: str, edtf: str) -> None:
    byline = read_byline(line, UTC, ENGLISH)
    assert byline is not None
    assert edtf == (to_edtf(byline.interval) if byline.interval else "")


@pytest.mark.parametrize(
    "line",
    [
        "Thursday",
        "July",
        "Depot Burns for a Second Day",
        "By the end of April the cable should lie",
        "By far the largest fire since 1998",
        "The accord of 18 July 2024 is dead",
        "In 2024 the depot burned",
        "On 18 July 2024 the depot burned down to its foundations",
    ],
)
def test_what_tells_something_is_no_byline(line: str) -> None:
    assert read_byline(line, UTC, ENGLISH) is None


@pytest.mark.parametrize(
    ("paragraph", "said", "dated"),
    [
        ("KYIV, July 18, 2024 (Reuters) — Text.", "July 18, 2024", True),
        ("PORT AVEN, 12 March — Text.", "12 March", False),
        ("PORT AVEN, Calder, March 12 (Wire) - Text.", "March 12", False),
        ("Port Aven, March 12, 2026 (Wire) – Text.", "March 12, 2026", True),
        ("PORT AVEN (Wire), 12 March 2026 -- Text.", "12 March 2026", True),
    ],
)
def test_a_dateline_is_read(paragraph: str, said: str, *, dated: bool) -> None:
    line = read_dateline(paragraph, UTC, ENGLISH)
    assert line is not None
    assert (said, dated) == (line.said, line.interval is not None)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The mayor said on March 12 that the depot — the larger one — burned.",
        "BRASK. Two guards were wounded on 12 March — one badly.",
        "Port Aven burned for 3 days — then it rained.",
        "KYIV, Thursday (Reuters) — Text.",
    ],
)
def test_what_is_no_dateline_is_left_alone(paragraph: str) -> None:
    assert read_dateline(paragraph, UTC, ENGLISH) is None


def test_a_dateline_takes_its_year_from_a_weaker_claim() -> None:
    text = b"Guards fire\n\nPORT AVEN, 30 December - Guards fired.\n"
    given = Dating(
        interval=civil_day(date(2026, 1, 2), UTC), basis=Basis.OPTION, why="--published says so"
    )
    options = ReadOptions(zone=UTC, published=given)
    (document,) = read_bytes(text, "a.txt", options).documents
    assert document.published is not None
    assert (to_edtf(document.published.interval), document.published.basis) == (
        "2025-12-30",
        Basis.DATELINE,
    )
    assert "--published says so" in document.published.why


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Пожежа на складі\n\n18 липня 2024\n\nПожежа триває, і ніхто її не гасить.", "uk"),
        (
            "Feuer im Lager\n\n18. Juli 2024\n\nDas Lager brennt und niemand löscht es.",
            "de",
        ),
    ],
)
def test_a_byline_is_read_in_the_language_of_its_text(text: str, language: str) -> None:
    (document,) = read_bytes(text.encode(), "a.txt", ReadOptions(zone=UTC)).documents
    assert document.published is not None
    assert ("2024-07-18", language) == (to_edtf(document.published.interval), document.language)


def test_the_option_dates_only_what_has_no_date() -> None:
    given = Dating(
        interval=civil_day(date(2026, 1, 2), UTC), basis=Basis.OPTION, why="--published says so"
    )
    options = ReadOptions(zone=UTC, published=given)
    bare = read_bytes(b"The depot burned.", "a.txt", options)
    dated = read_bytes(b"Depot burns\n\n18 July 2024\n\nThe depot burned.", "b.txt", options)
    assert [given] == [document.published for document in bare.documents]
    assert [Basis.BYLINE] == [one.published and one.published.basis for one in dated.documents]
    assert dated.notices == ()


@pytest.mark.parametrize(
    ("text", "said", "rest"),
    [
        ("Thursday: depot burned.", "Thursday", "depot burned."),
        ("since February 2022: war.", "since February 2022", "war."),
        ("2024-07-18 — depot burned.", "2024-07-18", "depot burned."),
        ("2024-07-18 depot burned.", "2024-07-18", "depot burned."),
        ("[2024-07-18 14:30] depot burned.", "2024-07-18 14:30", "depot burned."),
        ("**18 July 2024** depot burned.", "18 July 2024", "depot burned."),
        ("18 July 2024 – depot burned.", "18 July 2024", "depot burned."),
        ("overnight Tuesday to Wednesday: cut.", "overnight Tuesday to Wednesday", "cut."),
        ("Wednesday, 14:30: shots.", "Wednesday, 14:30", "shots."),
        ("in January: it left.", "in January", "it left."),
        ("by 31 March: out.", "by 31 March", "out."),
        ("yesterday: the tanker turned.", "yesterday", "the tanker turned."),
        ("My view: neither wants war.", None, "My view: neither wants war."),
        ("Nine of 12: all home.", None, "Nine of 12: all home."),
        ("The depot burned.", None, "The depot burned."),
    ],
)
def test_the_date_before_a_row_is_split_off(text: str, said: str | None, rest: str) -> None:
    assert (said, rest) == split_wording(text, ENGLISH)


@pytest.mark.parametrize("text", ["Update", "10", "Kyiv", "a depot in March burned", ""])
def test_words_that_name_no_time_are_no_wording(text: str) -> None:
    assert not is_wording(text, ENGLISH)


def test_scopes_are_only_those_of_the_order() -> None:
    assert {Scope.DOCUMENT, Scope.ROW, Scope.FILE} == {scope for _, scope in BASES}


def test_a_bound_dates_nothing_and_contradicts_a_later_date() -> None:
    changed = Bound(latest=datetime(2024, 7, 16, 9, 30, tzinfo=UTC), why="it was changed then")
    fetched = datetime(2024, 7, 15, tzinfo=UTC)
    bounds = bounds_of(Draft(pieces=(), bounds=(changed,), retrieved=fetched))
    assert bounds == (
        Bound(latest=fetched, why="this copy was retrieved 2024-07-15 00:00"),
        changed,
    )
    later = Dating(
        interval=civil_day(date(2024, 7, 18), UTC), basis=Basis.META, why="its meta tag says so"
    )
    (said,) = contradictions(later, bounds)
    assert said == (
        "dated 2024-07-18 because its meta tag says so; but this copy was retrieved "
        "2024-07-15 00:00, which is earlier: check its date"
    )
    assert contradictions(replace(later, interval=civil_day(date(2024, 7, 15), UTC)), bounds) == ()
    assert contradictions(None, bounds) == ()
    assert contradictions(later, ()) == ()
