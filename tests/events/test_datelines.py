"""Datelines: no part of what is told, wherever and however a wire sets them."""

from datetime import date

import pytest

from briefgen import pipeline
from briefgen.events.language.datelines import after_dateline
from briefgen.knowledge import load_project
from briefgen.model import Basis, Dating, from_edtf
from briefgen.readers import Reading, ReadOptions, text_document

PROJECT = load_project(None)
DAY = Dating(interval=from_edtf("2031-03-13", PROJECT.zone), basis=Basis.OPTION, why="given")
TOLD = "A ferry sank off Harrow on Wednesday, killing three people."


@pytest.mark.parametrize(
    "head",
    [
        "HARROW, March 12 (Wire) -- ",
        "HARROW, Kent (AW)_ ",
        "HARROW (AW) — ",
        "PORT AVEN, 12 March 2031 – ",
        "Harrow (aw) - ",
        "Port Aven, 12 mar (EFW).- ",
        "Puerto de la Cruz (EFW) — ",
        "Aven/Harrow (aw) - ",
        "Port Aven, 12 de marzo.- ",
        "Harrow (Kent), 12 mar.- ",
        "Harrow.- ",
        "HARROW, 12. März - ",
        "12 March 2031, PORT AVEN – ",
        "Гарів, 12 березня (Укрвісті) — ",
        "ГАРОВ, 12 марта /ВЕСТ/. — ",
        "ГАРОВ, 12 марта - ",
        "-- ",
        "March 12, 2031\nthumb ",
        "12 de marzo de 2031\n",
        "150px ",
    ],
)
def test_what_is_told_starts_behind_the_dateline(head: str) -> None:
    text = head + TOLD
    assert TOLD == text[after_dateline(text, 0, len(text)) :]


@pytest.mark.parametrize("head", ["Harrow - ", "PORT AVEN – ", "Villa de Orm — "])
def test_a_place_and_a_dash_below_a_title(head: str) -> None:
    title = "Ferry sinks off Harrow\n\n"
    text = title + head + TOLD
    assert TOLD == text[after_dateline(text, len(title), len(text)) :]


def test_a_place_and_a_dash_further_down_stay() -> None:
    above = "Ferry sinks\n\nIt sank.\n\nThree died.\n\nOne lived.\n\n"
    text = f"{above}Harrow - {TOLD}"
    assert len(above) == after_dateline(text, len(above), len(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Navy (USN) — long short of hulls — bought two.",
        "Harrow Steel (HST) - once the largest yard - closed.",
        "On 3 May, NATO – the alliance – met in Orm.",
        "Two ferries collided off Harrow (12 hurt) on Wednesday.",
        "HARROW burned for 3 days.",
        "On March 12, 2031 two ferries collided.",
    ],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert after_dateline(text, 0, len(text)) == 0


@pytest.mark.parametrize(
    "line",
    [
        "HARROW, March 12 (Wire) --",
        "HARROW, 12 March.",
        "HARROW, March 12. /WEST/.",
        "HARROW (AW)_",
    ],
)
def test_a_dateline_of_its_own_tells_nothing(line: str) -> None:
    options = ReadOptions(zone=PROJECT.zone, published=DAY)
    document = text_document(f"Ferry sinks\n\n{line}\n\n{TOLD}\n", options)
    reading = Reading(documents=(document,), notices=())
    chronology = pipeline.chronicle(reading, PROJECT, date(2031, 3, 13))
    told = [event.headline for event in chronology.events]
    assert ["A ferry sank off Harrow on 12 Mar 2031, killing three people."] == told
    assert not chronology.undated
