"""Theaters: the narrowest that names a place of the event."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import KnowledgeError
from briefgen.events.places.theaters import theater_of
from briefgen.knowledge import load_project
from briefgen.knowledge.areas import encloses
from briefgen.knowledge.gazetteer import load_gazetteer
from briefgen.knowledge.packs import load_theaters
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


SQUARE = ((10.0, 50.0), (12.0, 50.0), (12.0, 52.0), (10.0, 52.0))


def _point(name: str, lon: float, lat: float, **more: str) -> Place:
    return Place(name=name, precision=Precision.TOWN, lat=lat, lon=lon, **more)


def test_an_area_takes_the_towns_that_lie_in_it() -> None:
    theaters = (
        Theater(id="square", name="Square", polygons=(SQUARE,)),
        Theater(id="germany", name="Germany", places=("Germany",)),
    )
    inside, outside = _point("Orm", 11.0, 51.0), _point("Orm", 13.0, 51.0, country="DE")
    assert "square" == theater_of((inside,), theaters, GAZETTEER)
    assert "germany" == theater_of((outside,), theaters, GAZETTEER)
    assert theater_of((_point("Orm", 13.0, 51.0),), theaters, GAZETTEER) is None


def test_a_name_beats_an_area_beats_a_region_beats_a_country() -> None:
    named = Theater(id="named", name="Named", places=("Sumy",))
    drawn = Theater(
        id="drawn", name="Drawn", polygons=(((34.0, 50.5), (35.5, 50.5), (35.0, 51.5)),)
    )
    region = Theater(id="region", name="Region", places=("Sumy Oblast",))
    sumy = _places("Sumy")
    assert "named" == theater_of(sumy, (region, drawn, named), GAZETTEER)
    assert "drawn" == theater_of(sumy, (region, drawn), GAZETTEER)
    assert "region" == theater_of(sumy, (region,), GAZETTEER)


def test_a_pattern_of_a_name_and_of_the_words() -> None:
    theaters = (
        Theater(id="hathel", name="Hathel", patterns=(r"\bhathel\b", r"northern (front|axis)")),
        Theater(id="ukraine", name="Ukraine", places=("Ukraine",)),
    )
    dorm = _point("Dunmarrow", 1.0, 1.0, admin1="Upper Hathel")
    assert "hathel" == theater_of((dorm,), theaters, GAZETTEER)
    told = "Fighting on the Northern axis of Ukraine."
    assert "hathel" == theater_of(_places("Ukraine"), theaters, GAZETTEER, told)
    assert "ukraine" == theater_of(_places("Ukraine"), theaters, GAZETTEER, "Elsewhere.")
    assert theater_of((), theaters, GAZETTEER, "Elsewhere.") is None


@given(
    st.floats(-170, 170),
    st.floats(-80, 80),
    st.lists(st.tuples(st.floats(-5, 5), st.floats(-5, 5))),
)
def test_what_lies_left_of_a_ring_lies_outside(
    lon: float, lat: float, shifts: list[tuple[float, float]]
) -> None:
    ring = tuple((lon + abs(x), lat + y) for x, y in shifts)
    if len(ring) >= 3:
        assert not encloses(ring, lon - 1, lat)


WRONG = (
    ("polygons = [[[10, 50], [12, 50]]]", "three or more"),
    ("polygons = [[[10, 50], [12, 50], [500, 52]]]", "longitude comes first"),
    ('polygons = [["a", "b", "c"]]', "is no point"),
    ("polygons = [7]", "write a list"),
    ('patterns = ["(open"]', "no regular expression"),
    ("", "give polygons or patterns"),
)


@pytest.mark.parametrize(("line", "message"), WRONG)
def test_a_wrong_area_or_pattern_is_named(tmp_path: Path, line: str, message: str) -> None:
    file = tmp_path / "theaters.toml"
    file.write_text(f'[[theater]]\nid = "a"\nname = "A"\n{line}\n', encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message):
        load_theaters(["theaters.toml"], tmp_path)


def test_areas_and_patterns_are_read(tmp_path: Path) -> None:
    file = tmp_path / "theaters.toml"
    rings = "polygons = [[[10, 50], [12, 50], [12, 52], [10, 50]]]"
    file.write_text(
        f'[[theater]]\nid = "a"\nname = "A"\n{rings}\npatterns = ["a+"]\n', encoding="utf-8"
    )
    (theater,) = load_theaters(["theaters.toml"], tmp_path)
    assert (((10.0, 50.0), (12.0, 50.0), (12.0, 52.0)),) == theater.polygons
    assert ("a+",) == theater.patterns
