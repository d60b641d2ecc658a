"""Gazetteer: names, keys, tables of the user."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.knowledge.gazetteer import BUNDLED, HERE, Entry, Kind, load_gazetteer
from briefgen.knowledge.keys import fold
from briefgen.knowledge.project import Project
from briefgen.model import Place, Precision

GAZETTEER = load_gazetteer(Project())


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Kamianets-Podilskyi", "kamianets podilskyi"),
        ("KYIV", "kyiv"),
        ("Côte d’Ivoire", "cote divoire"),
        ("São Paulo", "sao paulo"),
        ("Łódź", "lodz"),
        ("St. Petersburg", "st petersburg"),
        ("Куп’янськ", "купянськ"),
        ("Орёл", "орел"),
        ("", ""),
    ],
)
def test_keys(name: str, key: str) -> None:
    assert key == fold(name)


@pytest.mark.parametrize(
    ("name", "own", "country"),
    [
        ("Kiev", "Kyiv", "UA"),
        ("Київ", "Kyiv", "UA"),
        ("Zaporozhye", "Zaporizhzhia", "UA"),
        ("Kharkov", "Kharkiv", "UA"),
        ("Crimea", "Crimea", "UA"),
        ("Sevastopol", "Sevastopol", "UA"),
        ("Belgorod", "Belgorod", "RU"),
        ("US", "United States", "US"),
        ("U.K.", "United Kingdom", "GB"),
        ("Britain", "United Kingdom", "GB"),
        ("Bavaria", "Bavaria", "DE"),
        ("Georgia", "Georgia", "GE"),
        ("Black Sea", "Black Sea", None),
        ("Bombay", "Mumbai", "IN"),
        ("Malekhiv", "Malekhiv", "UA"),
    ],
)
def test_a_name_means(name: str, own: str, country: str | None) -> None:
    place = GAZETTEER.meant(name)
    assert place is not None
    assert (own, country) == (place.name, place.country)


@pytest.mark.parametrize("name", ["us", "White House", "Sides", "Atlantis Minor", ""])
def test_a_name_that_no_table_has(name: str) -> None:
    assert GAZETTEER.meant(name) is None
    assert () == GAZETTEER.named(name)


def test_adjectives_are_no_names() -> None:
    assert () == GAZETTEER.named("Ukrainian")
    assert ["Ukraine"] == [entry.place.name for entry in GAZETTEER.peoples("ukrainian")]


def test_countries() -> None:
    ukraine = GAZETTEER.country("UA")
    assert ukraine is not None
    assert ("Ukraine", Precision.COUNTRY) == (ukraine.name, ukraine.precision)
    assert GAZETTEER.country("ZZ") is None
    assert GAZETTEER.country(None) is None


def test_words_are_marked() -> None:
    nice = GAZETTEER.candidates("nice")[0]
    assert nice.common
    assert all(entry.hidden for entry in GAZETTEER.candidates("central"))
    assert any(entry.person for entry in GAZETTEER.candidates("jordan"))


def test_the_tables_are_small_and_complete() -> None:
    assert sum((HERE / file).stat().st_size for file in BUNDLED) < 3_000_000
    kinds = {entry.kind for entry in GAZETTEER.entries}
    assert set(Kind) == kinds
    for entry in GAZETTEER.entries:
        place = entry.place
        assert place.name == place.name.strip()
        if entry.kind in {Kind.TOWN, Kind.VILLAGE, Kind.CAPITAL}:
            assert place.lat is not None
            assert place.country in GAZETTEER.countries


def test_users_regions_and_countries_fill_what_they_leave_out(tmp_path: Path) -> None:
    table = tmp_path / "places.toml"
    table.write_text(
        '[[place]]\nname = "Aven"\nprecision = "country"\nadjectives = ["Avenese"]\n'
        '[[place]]\nname = "Northshore"\ncountry = "Aven"\nprecision = "region"\n'
        '[[place]]\nname = "ABC"\naliases = ["A.B.C."]\n',
        encoding="utf-8",
    )
    own = load_gazetteer(Project(places_files=(table,), bundled_places=False))
    assert "Aven" == own.entries[0].place.country
    assert "Northshore" == own.entries[1].place.admin1
    assert ("Aven", "Northshore", "ABC") == own.display_names()
    assert own.named("ABC")
    assert () == own.named("abc")
    assert ["Aven"] == [entry.place.name for entry in own.peoples("avenese")]


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    table = tmp_path / "places.toml"
    project = Project(places_files=(table,), bundled_places=False)
    table.write_text('[[place]]\nname = "One"\n', encoding="utf-8")
    assert (Place(name="One"),) == load_gazetteer(project).named("One")
    table.write_text('[[place]]\nname = "Another"\n', encoding="utf-8")
    assert (Place(name="Another"),) == load_gazetteer(project).named("Another")


def _identity(entry: Entry) -> str:
    return f"{entry.place.name}, {entry.place.lat}"


class TestKeys:
    """A key is its own key, however the name was written."""

    @given(st.text(alphabet="abcXYZéłø '’-.–Київа", max_size=20))
    def test_case_and_apostrophes_do_not_matter(self, name: str) -> None:
        assert fold(name) == fold(name.upper().lower())
        assert fold(name) == fold(name.replace("’", "'"))

    @pytest.mark.parametrize("entry", GAZETTEER.entries[::97], ids=_identity)
    def test_every_place_is_found_by_its_own_name(self, entry: object) -> None:
        place = entry.place  # type: ignore[attr-defined]
        assert place in GAZETTEER.named(place.name)
