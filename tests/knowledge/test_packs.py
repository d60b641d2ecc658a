"""The bundled packs are sound: ids, words, places."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.errors import KnowledgeError
from briefgen.events.topics import stem
from briefgen.knowledge.gazetteer import load_gazetteer
from briefgen.knowledge.packs import load_parties, load_theaters, load_topics, pack_names
from briefgen.knowledge.project import Project, Theater, Topic

ACLED = {
    "Battles",
    "Explosions/Remote violence",
    "Violence against civilians",
    "Protests",
    "Riots",
    "Strategic developments",
}
GAZETTEER = load_gazetteer(Project())


def test_the_packs_that_are_there() -> None:
    assert ("russia-ukraine", "world") == pack_names("theaters")
    assert ("russia-ukraine", "world") == pack_names("topics")
    assert ("russia-ukraine",) == pack_names("parties")


@pytest.mark.parametrize("pack", pack_names("theaters"))
def test_a_theaters_places_are_known_and_stand_once(pack: str) -> None:
    seen: dict[str, str] = {}
    for theater in load_theaters((pack,)):
        for name in theater.places:
            assert GAZETTEER.meant(name) is not None, f"{theater.id}: {name}"
            assert name not in seen, f"{name} is in {seen[name]} and {theater.id}"
            seen[name] = theater.id


def test_the_world_pack_holds_every_country() -> None:
    named = {name for theater in load_theaters(("world",)) for name in theater.places}
    countries = [GAZETTEER.entries[index].place.name for index in GAZETTEER.countries.values()]
    assert [] == [name for name in countries if name not in named]


def test_the_war_pack_holds_every_region_of_ukraine_and_russia() -> None:
    named = {name for theater in load_theaters(("russia-ukraine",)) for name in theater.places}
    regions = {
        entry.place.name
        for entry in GAZETTEER.entries
        if entry.kind == "R" and entry.place.country in {"UA", "RU"}
    }
    assert set() == regions - named


@pytest.mark.parametrize("pack", pack_names("topics"))
def test_topics(pack: str) -> None:
    for topic in load_topics((pack,)):
        assert topic.scale is None or topic.scale in ACLED, topic.id
        stems = [" ".join(stem(word) for word in phrase.split()) for phrase in topic.words]
        assert len(set(topic.words)) == len(topic.words), topic.id
        assert all(stems), topic.id


def test_no_topic_of_one_pack_takes_the_place_of_another() -> None:
    both = load_topics(("russia-ukraine", "world"))
    assert len(both) == sum(len(load_topics((pack,))) for pack in ("russia-ukraine", "world"))


def test_a_word_ties_to_one_party_only() -> None:
    seen: dict[str, str] = {}
    for party in load_parties(("russia-ukraine",)):
        for word in party.words:
            assert word not in seen, f"{word} is in {seen[word]} and {party.id}"
            seen[word] = party.id


def test_a_pack_is_no_path() -> None:
    with pytest.raises(KnowledgeError, match="no bundled pack"):
        load_topics(("../packs/world",))


@pytest.mark.parametrize("language", ["de", "uk"])
@pytest.mark.parametrize("load", [load_theaters, load_topics])
def test_a_language_names_all_theaters_and_topics(
    language: str, load: Callable[..., tuple[Theater, ...] | tuple[Topic, ...]]
) -> None:
    packs = ("russia-ukraine", "world")
    english, called = load(packs), load(packs, None, language)
    assert [one.id for one in english] == [one.id for one in called]
    same = {one.name for one in english} & {one.name for one in called}
    assert same <= {"Belarus"}


def test_a_theater_of_the_projects_own_keeps_its_name(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[[theater]]\nid = "kyiv"\nname = "Kyiv and around"\nplaces = ["Kyiv"]\n')
    named = {one.id: one.name for one in load_theaters(("world", "mine.toml"), tmp_path, "uk")}
    assert "Kyiv and around" == named["kyiv"]
    assert "Європа" == named["europe"]
