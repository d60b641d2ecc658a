"""Event notes in YAML, JSON and Markdown become rows with the fields that their writer stated."""

import json
from datetime import UTC

import pytest

from briefgen.model import (
    BlockKind,
    Document,
    to_edtf,
)
from briefgen.readers import Reading, ReadOptions, parse_sidecar, read_bytes

OPTIONS = ReadOptions(zone=UTC)


def read_notes(text: str, name: str = "notes.yaml") -> Reading:
    return read_bytes(text.encode(), name, OPTIONS)


def rows(document: Document) -> list[tuple[str | None, str]]:
    return [(row.date, document.text[row.start : row.end]) for row in document.rows]


def test_rows_of_text_have_their_date_split_off() -> None:
    (document,) = read_notes(
        '- "Thursday: depot burned."\n- "since February 2022: war."\n- Nobody was hurt.\n'
    ).documents
    assert rows(document) == [
        ("Thursday", "Thursday: depot burned."),
        ("since February 2022", "since February 2022: war."),
        (None, "Nobody was hurt."),
    ]
    assert {BlockKind.ITEM} == {block.kind for block in document.blocks}
    assert document.title == "notes"


def test_a_row_without_quotes_round_it_is_understood_too() -> None:
    (document,) = read_notes("- Thursday: depot burned.\n- 2024-07-18: quay burned.\n").documents
    assert rows(document) == [
        ("Thursday", "Thursday: depot burned."),
        ("2024-07-18", "2024-07-18: quay burned."),
    ]


def test_every_field_is_kept_as_written_under_any_of_its_names() -> None:
    told = """
- date: 2024-07-18
  text: Depot burned.
  place: Port Aven
  who: the mayor
  topics: [fire, energy]
  status: occurred
- When: since Monday
  What: Ferry stopped.
  Where: Calder
  said by: the company
  tags: shipping; trade
- day: 14:05
  headline: Two cutters sail
  description: They carry ice.
  Reported-On: 2024-07-18
"""
    first, second = read_notes(told).documents
    assert [(row.date, row.place, row.who, row.topics, row.status) for row in first.rows] == [
        ("2024-07-18", "Port Aven", "the mayor", ("fire", "energy"), "occurred"),
        ("since Monday", "Calder", "the company", ("shipping", "trade"), None),
    ]
    assert rows(second) == [("14:05", "14:05: Two cutters sail. They carry ice.")]


def test_rows_are_grouped_by_the_source_that_they_name() -> None:
    told = """
publisher: Watch desk
published: 2024-07-19
title: Watch log
events:
  - "Thursday: one."
  - {text: two., source: Harbour Radio, url: "https://example.org/two", published: 2024-07-17}
  - "Friday: three."
  - {text: four., source: Harbour Radio, url: "https://example.org/two", published: 2024-07-17}
  - {text: five., source: Harbour Radio}
"""
    documents = read_notes(told).documents
    assert [
        (
            one.title,
            one.source.publisher,
            one.source.url,
            to_edtf(one.published.interval) if one.published else None,
            len(one.rows),
        )
        for one in documents
    ] == [
        ("Watch log", "Watch desk", None, "2024-07-19", 2),
        ("Watch log", "Harbour Radio", "https://example.org/two", "2024-07-17", 2),
        ("five.", "Harbour Radio", None, "2024-07-19", 1),
    ]


def test_a_row_s_own_source_and_date_stand_against_the_file_s_sidecar() -> None:
    sidecar, _ = parse_sidecar(b"publisher: Desk\npublished: 2024-07-19", "notes.meta.yaml")
    told = b"- one.\n- {text: two., source: Harbour Radio, published: 2024-07-10}\n"
    reading = read_bytes(told, "notes.yaml", OPTIONS, sidecar=sidecar)
    assert [
        (one.source.publisher, one.published and to_edtf(one.published.interval))
        for one in reading.documents
    ] == [("Desk", "2024-07-19"), ("Harbour Radio", "2024-07-10")]
    assert reading.notices == ()


def test_a_table_of_dates_is_a_list_of_rows() -> None:
    told = "title: Diary\n2024-07-18: [Depot burned., Quay burned.]\nFriday: Rain.\n"
    (document,) = read_notes(told).documents
    assert rows(document) == [
        ("2024-07-18", "2024-07-18: Depot burned."),
        ("2024-07-18", "2024-07-18: Quay burned."),
        ("Friday", "Friday: Rain."),
    ]


def test_a_row_without_text_is_told_and_the_others_kept() -> None:
    reading = read_notes("- one.\n- {date: Thursday}\n- ~\n- three.\n")
    assert ["one.", "three."] == [text for one in reading.documents for _, text in rows(one)]
    assert [notice.message for notice in reading.notices] == [
        "notes.yaml: row 2 is left out: it has no text; give it text: …",
        "notes.yaml: row 3 is left out: it has no text; give it text: …",
    ]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.yaml", "- one\n - two: [", "not YAML: line"),
        ("a.yaml", "just a sentence", "holds no event notes"),
        ("a.yaml", "colour: red", "holds no event notes"),
        ("a.yaml", "[]", "holds no rows"),
        ("a.yaml", "published: soonish\nevents: [one.]", '"soonish" is no date'),
        ("a.yaml", "a: &a [x]\nb: [" + "*a, " * 200 + "]", "more than 100 aliases"),
        ("a.yaml", "[" * 100_000, "nested more than 30 deep"),
        ("a.json", '{"events": [', "not JSON"),
        ("a.json", "[" * 100_000, "not JSON: lists nested too deep"),
        ("a.jsonl", '{"text": "one."}\n{"text"\n', "line 2 is left out: not JSON"),
        ("a.md", "---\ntitle: [\n---\n\nThe depot burned.\n", "its front matter is left out"),
        ("a.md", "---\ndate: soonish\n---\n\nThe depot burned.\n", '"soonish" is no date'),
    ],
)
def test_what_is_wrong_is_told(name: str, text: str, told: str) -> None:
    reading = read_notes(text, name)
    assert [notice for notice in reading.notices if told in notice.message], reading.notices


def test_json_and_json_lines_are_the_same_notes() -> None:
    listed = [{"date": "Thursday", "text": "Depot burned.", "place": "Port Aven"}, "Rain."]
    lines = "\n".join(json.dumps(row) for row in listed)
    for text, name in ((json.dumps({"events": listed}), "n.json"), (lines, "n.jsonl")):
        (document,) = read_notes(text, name).documents
        assert rows(document) == [("Thursday", "Thursday: Depot burned."), (None, "Rain.")]
        assert document.rows[0].place == "Port Aven"


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("created_at", "1947316800000"),
        ("posted_at", "1947316800"),
        ("Sent at", "2031-09-16T09:20:00Z"),
        ("date_posted", "16 September 2031, 09:20 UTC"),
    ],
)
def test_a_post_is_dated_by_the_field_that_its_program_keeps(field: str, said: str) -> None:
    value = said if said.isdigit() else json.dumps(said)
    line = f'{{"{field}": {value}, "text": "Smoke over pier 4 this morning."}}'
    (document,) = read_notes(line, "p.jsonl").documents
    assert document.published is not None
    assert "2031-09-16T09:20:00Z" == to_edtf(document.published.interval)


def test_a_half_surrogate_in_json_does_no_harm() -> None:
    (document,) = read_notes('["De\\ud800pot burned."]', "n.json").documents
    assert document.text == "Depot burned."


MARKDOWN = """---
title: Notebook
date: 2026-03-12
source: The Long Fetch
url: https://example.org/notes
---

- since February 2024: both sides license boats.
- **2026-03-11** — the cable was cut.
- "Thursday: a court fined three skippers."
- My view: neither wants a war.

## Friday 13 March

- the ferry sailed again
- overnight: a drone was lost
"""


def test_markdown_notes_give_each_item_its_date() -> None:
    (document,) = read_notes(MARKDOWN, "notes.md").documents
    assert rows(document) == [
        ("since February 2024", "since February 2024: both sides license boats."),
        ("2026-03-11", "2026-03-11: the cable was cut."),
        ("Thursday", "Thursday: a court fined three skippers."),
        (None, "My view: neither wants a war."),
        ("Friday 13 March", "Friday 13 March: the ferry sailed again"),
        ("overnight", "overnight: a drone was lost"),
    ]
    assert (document.title, document.source.publisher, document.source.url) == (
        "Notebook",
        "The Long Fetch",
        "https://example.org/notes",
    )
    assert document.published is not None
    assert (to_edtf(document.published.interval), document.published.basis) == (
        "2026-03-12",
        "field",
    )


def test_a_markdown_article_keeps_its_parts() -> None:
    text = """# They walked to the door

Families marched through **Sallow Bay** on [Wednesday](https://example.org).
The crowd was put at 600.

> Col Tarrant is *not* missing.

## Tides

1. High water at 06:12
2. Low water at 12:30
"""
    (document,) = read_notes(text, "a.md").documents
    assert [
        (block.kind.value, document.text[block.start : block.end]) for block in document.blocks
    ] == [
        ("title", "They walked to the door"),
        (
            "paragraph",
            "Families marched through Sallow Bay on Wednesday. The crowd was put at 600.",
        ),
        ("paragraph", "Col Tarrant is not missing."),
        ("heading", "Tides"),
        ("item", "High water at 06:12"),
        ("item", "Low water at 12:30"),
    ]
    assert document.rows == ()


def test_markdown_of_several_first_headings_is_several_articles() -> None:
    text = "# Depot burns\n\nThe depot burned.\n\n# Ferry stops\n\n18 July 2024\n\nIt stopped.\n"
    reading = read_notes(text, "a.md")
    assert [(one.title, bool(one.published)) for one in reading.documents] == [
        ("Depot burns", False),
        ("Ferry stops", True),
    ]


def test_markdown_that_would_cost_too_much_is_read_as_text() -> None:
    reading = read_notes("The depot burned. " + "[" * 30_000 + "\n\nRain fell.", "a.md")
    assert "read as plain text" in reading.notices[0].message
    assert "Rain fell." in reading.documents[0].text
