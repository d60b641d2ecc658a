"""Tables in pages and Markdown: rows of what and when are events of their days, others prose."""

from datetime import UTC

import pytest

from briefgen.readers import Reading, ReadOptions, read_bytes

OPTIONS = ReadOptions(zone=UTC)
MARKDOWN = """# Log of the week

| Date | Event | Place |
|------|-------|-------|
| 16 July 2031 | Silo burned | Venn |
| 17 July 2031 | Lock shut | Venn |
"""
ROW = "<tr><td>{}</td><td>{}</td><td>{}</td></tr>"
PAGE = (
    "<html><head><title>Log of the week</title></head><body><h1>Log of the week</h1>"
    "<p>All that the desk heard of in the week, as far as it could be checked by telephone.</p>"
    "<table><tr><th>Date</th><th>Event</th><th>Place</th></tr>{}</table></body></html>"
)


def rows_of(reading: Reading) -> list[tuple[str | None, str | None, str]]:
    return [
        (row.date, row.place, document.text[row.start : row.end].removeprefix(f"{row.date}: "))
        for document in reading.documents
        for row in document.rows
    ]


TOLD = [("16 July 2031", "Venn", "Silo burned"), ("17 July 2031", "Venn", "Lock shut")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (MARKDOWN, "log.md"),
        (
            PAGE.format(
                ROW.format("16 July 2031", "Silo burned", "Venn")
                + ROW.format("17 July 2031", "Lock shut", "Venn")
            ),
            "log.html",
        ),
        (
            PAGE.format(
                "<tr><td>16 July 2031</td><td>Silo burned</td><td rowspan='2'>Venn</td></tr>"
                "<tr><td>17 July 2031</td><td>Lock shut</td></tr>"
            ),
            "log.html",
        ),
    ],
)
def test_a_table_of_events_is_rows_of_their_days(text: str, name: str) -> None:
    reading = read_bytes(text.encode(), name, OPTIONS)
    assert TOLD == rows_of(reading)
    assert all(document.published is None for document in reading.documents)


def test_the_text_around_a_table_is_an_article_still() -> None:
    rows = ROW.format("16 July 2031", "Silo burned", "Venn") * 2
    first, second = read_bytes(PAGE.format(rows).encode(), "log.html", OPTIONS).documents
    assert "checked by telephone" in first.text
    assert "Silo burned" not in first.text
    assert ("Log of the week", "Log of the week") == (first.title, second.title)


def test_rows_of_another_table_are_no_bylines() -> None:
    text = (
        "# Fleet\n\n| Ship | Built |\n|---|---|\n| Alca | 16 July 2001 |\n| Uria | 9 May 2002 |\n"
    )
    (document,) = read_bytes(text.encode(), "fleet.md", OPTIONS).documents
    assert document.published is None
    assert "Uria" in document.text
