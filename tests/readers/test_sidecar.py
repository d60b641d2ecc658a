"""A sidecar gives what its file lacks, article by article, and says what it could not use."""

from datetime import UTC

import pytest

from briefgen.model import Basis, to_edtf
from briefgen.readers import Reading, ReadOptions, parse_sidecar, read_bytes

OPTIONS = ReadOptions(zone=UTC)
PAGE = b"""Strait Crisis

Envoys Meet in the Calder \xe2\x80\x9cGlass House\xe2\x80\x9d for Talks


The envoys met.

Continue Reading

Strait Crisis

Depot Burns for a Second Day


The depot burned.
"""


def with_sidecar(yaml: str, data: bytes = PAGE, name: str = "page.txt") -> Reading:
    sidecar, notes = parse_sidecar(yaml.encode(), "page.meta.yaml")
    assert sidecar is not None
    assert notes == ()
    return read_bytes(data, name, OPTIONS, sidecar=sidecar)


def dates(reading: Reading) -> list[tuple[str, str] | None]:
    return [
        (to_edtf(one.published.interval), one.published.why) if one.published else None
        for one in reading.documents
    ]


def test_the_article_s_date_goes_before_the_file_s() -> None:
    reading = with_sidecar(
        "published: 2024-07-18\narticles:\n"
        "  - {title: Depot Burns for a Second Day, published: 2024-06-19}"
    )
    assert dates(reading) == [
        ("2024-07-18", "the sidecar page.meta.yaml dates this file"),
        ("2024-06-19", "the sidecar page.meta.yaml dates this title"),
    ]
    assert reading.notices == ()


@pytest.mark.parametrize(
    "title",
    [
        "Envoys Meet in the Calder “Glass House” for Talks",
        "envoys meet in the calder 'glass house' for talks".replace("'", '\\"'),
        "ENVOYS  MEET IN THE CALDER",
        "Envoys Meet",
    ],
)
def test_a_title_matches_whatever_its_case_and_quotes_and_by_its_beginning(title: str) -> None:
    reading = with_sidecar(f'articles:\n  - {{title: "{title}", published: 2024-07-18}}')
    assert [date and date[0] for date in dates(reading)] == ["2024-07-18", None]


def test_an_entry_that_matches_nothing_is_told() -> None:
    reading = with_sidecar("articles:\n  - {title: Something Else, published: 2024-07-18}")
    assert dates(reading) == [None, None]
    assert '"Something Else" matches no article' in reading.notices[0].message
    assert reading.notices[0].document == "page.txt"


def test_an_entry_that_matches_two_articles_dates_neither() -> None:
    page = PAGE.replace(b"Depot Burns for a Second Day", b"Envoys Meet in the Rain at Last")
    reading = with_sidecar("articles: [{title: Envoys Meet in the, published: 2024-07-18}]", page)
    assert dates(reading) == [None, None]
    assert "matches more than one article" in reading.notices[0].message


def test_publisher_address_and_language_are_given_too() -> None:
    reading = with_sidecar(
        "publisher: Example Daily\nurl: https://example.org/page\nlanguage: en-GB\narticles:\n"
        "  - {title: Depot Burns, publisher: Harbour Radio, url: 'https://example.org/depot'}"
    )
    assert [(one.source.publisher, one.source.url) for one in reading.documents] == [
        ("Example Daily", "https://example.org/page"),
        ("Harbour Radio", "https://example.org/depot"),
    ]
    assert {one.language for one in reading.documents} == {"en"}


def test_a_title_for_a_file_that_has_none() -> None:
    reading = with_sidecar("title: Harbour letter", b"The depot burned. Nobody was hurt.")
    assert [(one.title, one.text) for one in reading.documents] == [
        ("Harbour letter", "The depot burned. Nobody was hurt.")
    ]


def test_a_published_that_is_no_date_is_told() -> None:
    reading = with_sidecar("published: soonish")
    assert dates(reading) == [None, None]
    assert 'published: "soonish" is no date; write it as 2024-07-18' in reading.notices[0].message


@pytest.mark.parametrize(
    ("yaml", "told"),
    [
        ("published: 2024-07-18\ncolour: red", "colour is not known and left out"),
        ("articles: {title: x}", "articles must be a list"),
        ("articles: [{published: 2024-07-18}]", "articles 1 has no title"),
        ("publisher: [a, b]", "publisher must be one text"),
        ("", "is empty"),
    ],
)
def test_what_is_wrong_in_it_is_told_and_the_rest_used(yaml: str, told: str) -> None:
    sidecar, notes = parse_sidecar(yaml.encode(), "page.meta.yaml")
    assert sidecar is not None
    assert told in notes[0]


@pytest.mark.parametrize(
    ("yaml", "told"),
    [
        ("published: [2024", "not YAML: line 2"),
        ("- a\n- b", "must be a table"),
        ("a: &a [x]\nb: [" + "*a, " * 200 + "]", "more than 100 aliases"),
        ("[" * 5000, "nested more than 30 deep"),
        ("!!python/object/apply:os.system ['true']", "must be a table"),
        ("\x00\x01", "binary file"),
    ],
)
def test_a_sidecar_of_no_use_is_told_and_left_out(yaml: str, told: str) -> None:
    sidecar, notes = parse_sidecar(yaml.encode(), "page.meta.yaml")
    assert sidecar is None
    assert told in notes[0]


def test_the_sidecar_outvotes_what_the_text_says_and_says_so() -> None:
    text = b"Depot burns\n\nPORT AVEN, July 15, 2024 (Wire) - The depot burned.\n"
    reading = with_sidecar("published: 2024-07-18", text)
    assert [one.published and one.published.basis for one in reading.documents] == [Basis.SIDECAR]
    message = reading.notices[0].message
    assert "dated 2024-07-18 because the sidecar page.meta.yaml dates this file" in message
    assert 'outvoted: its dateline says "July 15, 2024" (2024-07-15)' in message
    assert reading.documents[0].id == reading.notices[0].document
