"""Markdown lists in lists: each item is of the day of the item over it, however it is indented."""

from datetime import UTC

import pytest

from briefgen.readers import ReadOptions, read_bytes

OPTIONS = ReadOptions(zone=UTC)


def rows_under(text: str) -> list[tuple[str | None, str]]:
    (document,) = read_bytes(text.encode(), "notes.md", OPTIONS).documents
    assert document.published is None
    return [
        (row.date, document.text[row.start : row.end].removeprefix(f"{row.date}: "))
        for row in document.rows
    ]


DAYS = """# Watch notes

- Monday, 4 March 2030
  - Alca held up by ice
  - two crews searched
    - a skipper fined
- 2030-03-06: Lock shut
  - opened again at 18:00
- General: nothing new.
  - Pumps work.
"""
TOLD = [
    ("Monday, 4 March 2030", "Alca held up by ice"),
    ("Monday, 4 March 2030", "two crews searched"),
    ("Monday, 4 March 2030", "a skipper fined"),
    ("2030-03-06", "Lock shut"),
    ("2030-03-06", "opened again at 18:00"),
    (None, "General: nothing new."),
    (None, "Pumps work."),
]


@pytest.mark.parametrize("indent", ["  ", "   ", "    ", "\t"])
def test_items_are_of_the_day_of_the_item_over_them(indent: str) -> None:
    assert TOLD == rows_under(DAYS.replace("  ", indent))


@pytest.mark.parametrize(
    "day", ["**4 March 2030**", "4 March 2030:", "*2030-03-04*", "2030-03-04 –"]
)
def test_a_day_is_known_however_it_is_marked(day: str) -> None:
    text = f"# Log\n\n- {day}\n  - Lock shut\n  - Quay open\n"
    assert ["Lock shut", "Quay open"] == [told for _, told in rows_under(text)]
    assert all(date and "2030" in date for date, _ in rows_under(text))


def test_a_label_over_items_is_no_event_and_takes_no_day_away() -> None:
    text = """# Log

## 2030-03-04

* North
    * Alca held up by ice
* In the harbour:
    * Two quays shut

## 2030-03-05

1. Lock shut at noon
    - opened again at 18:00
2. Dam holds
"""
    assert [
        ("2030-03-04", "Alca held up by ice"),
        ("2030-03-04", "Two quays shut"),
        ("2030-03-05", "Lock shut at noon"),
        ("2030-03-05", "opened again at 18:00"),
        ("2030-03-05", "Dam holds"),
    ] == rows_under(text)


def test_an_item_keeps_the_day_that_it_names_itself() -> None:
    text = "# Log\n\n- 4 March 2030\n  - 3 March 2030: Lock shut\n  - Quay open\n"
    assert [("3 March 2030", "Lock shut"), ("4 March 2030", "Quay open")] == rows_under(text)


def test_code_and_paragraphs_within_items_stay() -> None:
    text = "# Log\n\n- 4 March 2030\n  - Lock shut\n\n    and the sluice, too\n"
    text += "\n```\n  - no item\n```\n"
    (document,) = read_bytes(text.encode(), "notes.md", OPTIONS).documents
    assert "and the sluice, too" in document.text
