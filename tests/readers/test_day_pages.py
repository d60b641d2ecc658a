"""Lists under days: every item is of its day, whoever tells the day and in whatever wording."""

from datetime import UTC

import pytest

from briefgen.model import Basis, Document, to_edtf
from briefgen.readers import ReadOptions, read_bytes

OPTIONS = ReadOptions(zone=UTC)
ITEMS = """
- Ruvian drones hit a grain terminal in Port Aven, killing two dockers.
- A court in Norrby jails the ferry captain for four years.
"""


def read_page(text: str, name: str = "page.txt") -> Document:
    (document,) = read_bytes(text.encode(), name, OPTIONS).documents
    return document


def days_of(document: Document) -> list[str | None]:
    return [row.date for row in document.rows]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Portal:Current events/2031 November 14", "2031-11-14"),
        ("Portal:Current events/2031 November 14 - Openpedia", "2031-11-14"),
        ("14 November 2031 | The Marrick Post", "2031-11-14"),
        ("14. November 2031 – Kreisbote", "2031-11-14"),
        ("14 November 2031", "2031-11-14"),
        ("2031/11/14", "2031-11-14"),
        ("2031-11-14", "2031-11-14"),
        ("Situation report, Friday, 14 November 2031", "2031-11-14"),
        ("Strait briefing – November 14, 2031", "2031-11-14"),
        ("Daily log (14 November 2031)", "2031-11-14"),
        ("Lagebericht | 14. November 2031", "2031-11-14"),
        ("Chronologie : 14 novembre 2031", "2031-11-14"),
        ("Resumen del estrecho: 14 de noviembre de 2031", "2031-11-14"),
        ("Хроніка протоки: 14 листопада 2031 року", "2031-11-14"),
        ("Хроника пролива: 14 ноября 2031 года", "2031-11-14"),
    ],
)
def test_a_title_that_ends_in_a_single_day_dates_its_page(title: str, day: str) -> None:
    for text, name in ((f"# {title}\n{ITEMS}", "page.md"), (_html(title), "page.html")):
        document = read_page(text, name)
        assert document.published is not None, name
        assert day == to_edtf(document.published.interval)
        assert document.published.basis in {Basis.TITLE, Basis.BYLINE}  # a title may be a byline
        assert 2 == len(document.rows)
        assert all(days_of(document))


@pytest.mark.parametrize(
    "title",
    [
        "What was agreed on 14 November 2031 in Sender",
        "The storm of 14 November 2031 and those who sailed",
        "The strait, 3–14 November 2031",
        "Log: 12 October – 14 November 2031",
        "Current events/November 2031",
        "Flight 2031/11",
        "Fleet list 2031",
        "Seven days in May",
    ],
)
def test_a_title_without_a_single_day_at_its_end_dates_nothing(title: str) -> None:
    assert read_page(f"# {title}\n\nThe harbour was quiet.\n", "page.md").published is None


@pytest.mark.parametrize(
    "address",
    [
        "https://wiki.example/Portal:Current_events/2031_November_14",
        "https://paper.example/world/2031/nov/14/grain-terminal",
        "https://blog.example/14-november-2031-grain",
        "https://wiki.example/wiki/November_14,_2031",
        "https://wiki.example/wiki/14_%D0%BB%D0%B8%D1%81%D1%82%D0%BE%D0%BF%D0%B0%D0%B4%D0%B0_2031",
        "https://zeitung.example/14-dezember-2031-hafen",
    ],
)
def test_an_address_may_name_the_month_of_its_day(address: str) -> None:
    page = f'<html><head><link rel="canonical" href="{address}"></head><body>'
    page += "<h1>Grain terminal burns</h1><p>The grain terminal burned all night long.</p></body>"
    document = read_page(page, "page.html")
    assert document.published is not None
    assert Basis.URL is document.published.basis
    assert document.published.interval.start is not None
    assert 14 == document.published.interval.start.day


def test_every_item_of_a_day_page_is_a_row_of_that_day() -> None:
    text = """14 November 2031

Armed conflicts and attacks

* Ruvian drones hit a grain terminal in Port Aven.
* Kestrel forces take the village of Dorn.

Disasters and accidents

* A ferry capsizes off Sender; nine people are missing.
"""
    document = read_page(text)
    assert ["14 November 2031"] * 3 == days_of(document)
    assert "14 November 2031" == document.title


def test_days_without_years_have_the_year_of_the_month_in_the_title() -> None:
    text = "November 2031 in the strait\n\nNovember 14\n* Drones hit a terminal.\n* A mill burns.\n"
    text += "\nNovember 13\n* Shells fall on Tolm.\n* A ferry capsizes.\n"
    assert ["2031-11-14", "2031-11-14", "2031-11-13", "2031-11-13"] == days_of(read_page(text))


def test_headings_within_a_day_leave_the_day_as_it_is() -> None:
    text = "# Events of November 2031\n\n## November 14\n\n### War\n\n- Drones hit a terminal.\n"
    text += (
        "\n### Courts\n\n- A captain is jailed.\n\n## November 13\n\n### War\n\n- Shells fall.\n"
    )
    document = read_page(text, "page.md")
    assert ["2031-11-14", "2031-11-14", "2031-11-13"] == days_of(document)


def test_what_a_wiki_adds_to_a_heading_is_no_part_of_the_day() -> None:
    page = "<html><body><h1>Current events/November 2031</h1>"
    for day, stamp in (("November 14, 2031", "2031-11-14"), ("November 13, 2031", "2031-11-13")):
        page += f"<h2>{day} ({stamp}) edit history watch</h2><h3>War[edit]</h3>"
        page += "<ul><li>Drones hit a terminal.</li><li>A mill burns down.</li></ul>"
    document = read_page(page + "</body></html>", "page.html")
    told = ["November 14, 2031", "November 14, 2031", "November 13, 2031", "November 13, 2031"]
    assert told == days_of(document)


def test_a_topic_over_items_is_no_item_of_its_own() -> None:
    page = "<html><body><h1>14 November 2031</h1><ul><li>Kestrel Strait war<ul>"
    page += "<li>Drones hit a terminal. (Wire)</li><li>Kestrel forces take Dorn. (Wire)</li>"
    page += "</ul></li></ul><ul><li>A mill burns down. (Post)</li></ul></body></html>"
    assert 3 == len(read_page(page, "page.html").rows)


@pytest.mark.parametrize(
    ("lines", "dates"),
    [
        (
            "Jan. 27: deadline for bids\nTomorrow: the council meets\nThursday – a hearing",
            ["Jan. 27", "Tomorrow", "Thursday"],
        ),
        ("27. Januar: Frist für Gebote endet\nMorgen: der Rat tagt", ["27. Januar", "Morgen"]),
        ("27 janvier : fin du délai\nDemain : le conseil siège", ["27 janvier", "Demain"]),
        ("27 de enero: fin del plazo\nMañana: sesión del consejo", ["27 de enero", "Mañana"]),
        ("27 січня: кінець строку\nЗавтра: засідає рада", ["27 січня", "Завтра"]),
        ("27 января: конец срока\nЗавтра: заседает совет", ["27 января", "Завтра"]),
        ("00:30 Two drones shot down\n00:55 Fire at the depot", ["00:30", "00:55"]),
    ],
)
def test_lines_that_a_day_or_a_clock_heads_are_entries(lines: str, dates: list[str]) -> None:
    for gap in ("\n", "\n\n"):
        text = lines.replace("\n", gap)
        assert dates == days_of(read_page(f"The strait this week\n\n{text}\n"))


def test_a_calendar_in_an_article_is_entries_and_the_article_stays() -> None:
    text = "Harbour days\n\n" + "The council met all day and said little of it. " * 6
    text += (
        "\n\n09:00 Opening by the mayor\n10:00 Boat race\n14:00 Crane rides\n\nIt ends at dusk.\n"
    )
    document = read_page(text)
    assert ["09:00", "10:00", "14:00"] == days_of(document)
    assert "It ends at dusk." in document.text


def test_one_line_under_a_day_alone_may_be_a_title_still() -> None:
    text = "Thursday: what the pilots want\n\nThe pilots of the sound want shorter nights.\n"
    document = read_page(text)
    assert "Thursday: what the pilots want" == document.title
    assert () == document.rows


def _html(title: str) -> str:
    items = "".join(f"<li>{line[2:]}</li>" for line in ITEMS.strip().split("\n"))
    return f"<html><body><h1>{title}</h1><ul>{items}</ul></body></html>"
