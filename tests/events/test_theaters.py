"""Theaters: the narrowest that names a place of the event."""

import pytest

from briefgen.events.theaters import theater_of
from briefgen.knowledge import load_project
from briefgen.knowledge.gazetteer import load_gazetteer
from briefgen.knowledge.project import Theater
from briefgen.model import Place, Precision

PROJECT = load_project(None)
GAZETTEER = load_gazetteer(PROJECT)


def _places(*names: str) -> tuple[Place, ...]:
    found = tuple(GAZETTEER.meant(name) for name in names)
    return tuple(place for place in found if place is not None)


@pytest.mark.parametrize(
    ("names", "theater"),
    [
        (("Azov",), "russia-border"),
        (("Sea of Azov",), "crimea"),
        (("Sevastopol",), "crimea"),
        (("Kostyantynivka",), "donetsk"),
        (("Kyiv",), "kyiv"),
        (("Kyiv Oblast",), "kyiv"),
        (("Lviv",), "west-center"),
        (("Moscow",), "russia-interior"),
        (("Yekaterinburg",), "russia-interior"),
        (("Russia",), "russia"),
        (("Ukraine",), "ukraine"),
        (("Brest",), "belarus"),
        (("Black Sea",), "odesa-black-sea"),
        (("Wiesbaden",), "europe"),
        (("Gaza Strip",), "middle-east"),
        (("Nairobi",), "africa"),
        (("Europe",), "europe"),
        ((), None),
    ],
)
def test_default_theaters(names: tuple[str, ...], theater: str | None) -> None:
    assert theater == theater_of(_places(*names), PROJECT.theaters, GAZETTEER)


def test_a_town_beats_a_region_beats_a_country() -> None:
    wide = _places("Ukraine", "Kharkiv Oblast", "Azov")
    assert "russia-border" == theater_of(wide, PROJECT.theaters, GAZETTEER)
    assert "kharkiv" == theater_of(wide[:2], PROJECT.theaters, GAZETTEER)


def test_of_equals_the_place_named_first() -> None:
    both = _places("Sumy", "Kharkiv")
    assert "sumy-chernihiv" == theater_of(both, PROJECT.theaters, GAZETTEER)
    assert "kharkiv" == theater_of(both[::-1], PROJECT.theaters, GAZETTEER)


def test_a_theater_that_names_the_town_beats_one_that_names_its_region() -> None:
    theaters = (
        Theater(id="region", name="R", places=("Kharkiv Oblast",)),
        Theater(id="town", name="T", places=("Kharkiv",)),
    )
    assert "town" == theater_of(_places("Kharkiv"), theaters, GAZETTEER)
    assert "region" == theater_of(_places("Kupiansk"), theaters, GAZETTEER)


def test_a_place_that_no_theater_names_is_elsewhere() -> None:
    theaters = (Theater(id="one", name="One", places=("Kharkiv",)),)
    assert theater_of(_places("Kupiansk", "Germany"), theaters, GAZETTEER) is None


def test_a_continent_is_wider_than_a_country() -> None:
    africa = Place(name="Africa", precision=Precision.COUNTRY)
    places = (africa, *_places("Germany"))
    assert "europe" == theater_of(places, PROJECT.theaters, GAZETTEER)
