"""Places: what names do in a sentence, and where it is set."""

import string
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.events import surroundings
from briefgen.events.places.mentions import Role, find_places, locate
from briefgen.events.rows import stated_places
from briefgen.knowledge import load_project
from briefgen.knowledge.gazetteer import load_gazetteer
from briefgen.knowledge.project import Project
from briefgen.model import Place, Precision

CASES = Path(__file__).parents[1] / "cases" / "places.toml"
VERBS = frozenset({"said", "denied", "claimed"})
GAZETTEER = load_gazetteer(Project())
PIECES = st.sampled_from(
    [
        "Kyiv", "in", "Kharkiv", "regions", "region", ",", "and", "Russia’s", "Russian", "U.S.",
        "Jordan", "Smith", "the", "village of", "said", "Sea of Azov", "-backed", ".", "\n", "Nice",
        "Харкова", "область", "’s", "Governor", "New York", "forces",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, max_size=14).map(" ".join),
    st.text(alphabet=string.ascii_letters + " ,.’'-Київ\n", max_size=80),
    st.text(max_size=60),
)


def _cases() -> list[Any]:
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=case["text"]) for case in cases]


@pytest.mark.parametrize("case", _cases())
def test_places_of_a_sentence(case: dict[str, Any]) -> None:
    text = case["text"]
    language = case.get("language", "en")
    names = find_places(text, GAZETTEER, language=language, reporting_verbs=VERBS)
    places = locate(text, GAZETTEER, language=language, reporting_verbs=VERBS)
    if "names" in case:
        told = [f"{n.text} = {n.role}" for n in names if n.role is not Role.ADJECTIVE]
        assert case["names"] == told
    assert case["set"] == [place.name for place in places]
    if "country" in case:
        assert case["country"] == places[0].country
    if "admin1" in case:
        assert case["admin1"] == places[0].admin1


def test_the_context_settles_a_name_that_several_places_have() -> None:
    kherson = GAZETTEER.named("Kherson Oblast")
    text = "A shell fell near Kostyantynivka."
    assert "Donetsk Oblast" == locate(text, GAZETTEER)[0].admin1
    assert "Kherson Oblast" == locate(text, GAZETTEER, context=kherson)[0].admin1


def test_an_adjective_places_nothing() -> None:
    names = find_places("Ukrainian pilots met Danish pilots.", GAZETTEER)
    assert [Role.ADJECTIVE, Role.ADJECTIVE] == [name.role for name in names]
    assert () == locate("Ukrainian pilots met Danish pilots.", GAZETTEER)


def test_a_verb_of_saying_makes_a_capital_a_government_only_where_it_is_one() -> None:
    text = "Overnight Kyiv claimed nothing."
    assert Role.ACTOR is find_places(text, GAZETTEER, reporting_verbs=VERBS)[0].role
    assert Role.MENTION is find_places(text, GAZETTEER)[0].role


def test_users_places_come_before_bundled_ones(tmp_path: Path) -> None:
    table = tmp_path / "places.toml"
    table.write_text(
        '[[place]]\nname = "Kyiv"\ncountry = "XA"\nlat = 1\nlon = 2\n'
        '[[place]]\nname = "Kestrel Narrows"\naliases = ["the Narrows"]\nprecision = "point"\n',
        encoding="utf-8",
    )
    beside = load_gazetteer(Project(places_files=(table,)))
    assert "XA" == locate("A fire in Kyiv.", beside)[0].country
    narrows = Place(name="Kestrel Narrows", precision=Precision.POINT)
    assert (narrows,) == locate("A ship sank in the Narrows.", beside)
    alone = load_gazetteer(Project(places_files=(table,), bundled_places=False))
    assert () == locate("A fire in Lviv.", alone)


class TestOffsets:
    """A name is the words of the text at its offsets; names stand in order, none in another."""

    @given(TEXTS)
    def test_offsets(self, text: str) -> None:
        end = 0
        for name in find_places(text, GAZETTEER, reporting_verbs=VERBS):
            assert name.text == text[name.start : name.end]
            assert end <= name.start < name.end
            end = name.end


class TestLocate:
    """Where a text is set is a pure function of the text; narrower places stand first."""

    @given(TEXTS)
    def test_deterministic_and_narrowest_first(self, text: str) -> None:
        places = locate(text, GAZETTEER)
        assert places == locate(text, GAZETTEER)
        ranks = [_rank(place) for place in places]
        assert sorted(ranks) == ranks
        assert len(set(places)) == len(places)


def _rank(place: Place) -> int:
    towns = {Precision.POINT: 0, Precision.TOWN: 0, Precision.REGION: 1, Precision.COUNTRY: 2}
    return towns[place.precision] + (place.country is None and place.precision is Precision.COUNTRY)


def test_a_long_list_is_read_in_one_pass() -> None:
    text = "Drones over the " + ", ".join(["Kharkiv", "Sumy", "Poltava"] * 1500) + " regions"
    names = find_places(text, GAZETTEER)
    assert 4500 == len(names)
    assert {Precision.REGION} == {name.place.precision for name in names}
    assert {Role.LOCATION} == {name.role for name in names}


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Vienna", ["Vienna"]),
        ("Vienna, Austria", ["Vienna"]),
        ("Vienna, Ruritania", []),
    ],
)
def test_a_row_in_an_unknown_country_is_no_place_abroad(field: str, names: list[str]) -> None:
    project = load_project(None)
    around = surroundings(project, load_gazetteer(project))
    assert names == [place.name for place in stated_places(field, "en", around)]
