"""Words of the brief: every language says all that English says, in all of its plurals."""

import string
from collections.abc import Iterator
from typing import Any

import pytest
from babel import Locale

from briefgen.editor.words import CATEGORIES, LANGUAGES, Words, load_words
from briefgen.errors import KnowledgeError
from briefgen.knowledge.locale import LANGUAGES as LOCALES

ENGLISH = load_words("en")
OTHERS = [language for language in LANGUAGES if language != "en"]


def texts(words: Words) -> Iterator[tuple[str, Any]]:
    """Every text and plural by its key."""
    for section, table in words.table.items():
        if isinstance(table, dict) and section != "numbers":
            for name, found in table.items():
                yield f"{section}.{name}", found


def fields(found: str | dict[str, str]) -> set[str]:
    """The braces of a text; of a plural those of all forms. A number in words is a number."""
    forms = [found] if isinstance(found, str) else list(found.values())
    names = {field for form in forms for _, field, _, _ in string.Formatter().parse(form)}
    return {"n" if name == "spelled" else name for name in names if name}


def test_german_and_ukrainian_are_among_the_languages() -> None:
    assert {"de", "en", "uk"} <= set(LANGUAGES)
    assert set(LANGUAGES) <= set(LOCALES), "a brief's dates need a locale"


@pytest.mark.parametrize("language", OTHERS)
class TestALanguage:
    def test_has_the_keys_of_english(self, language: str) -> None:
        words = load_words(language)
        assert language == words.language == words.table["language"]
        assert dict(texts(ENGLISH)).keys() == dict(texts(words)).keys()
        assert ENGLISH.table["numbers"].keys() == words.table["numbers"].keys()

    def test_fills_the_fields_of_english(self, language: str) -> None:
        theirs = dict(texts(load_words(language)))
        for key, found in texts(ENGLISH):
            mine, other = fields(found), fields(theirs[key])
            unnumbered = mine == {"n"} and isinstance(found, dict)  # "one event", in all forms
            assert mine == other or (unnumbered and not other), key

    def test_says_each_text_in_its_own_words(self, language: str) -> None:
        """What is as in English is listed, so that nothing is forgotten."""
        theirs = dict(texts(load_words(language)))
        same = {
            key
            for key, found in texts(ENGLISH)
            if theirs[key] == found
            and isinstance(found, str)
            and any(map(str.isalpha, plain(found)))
        }
        assert same <= SAME.get(language, frozenset())


SAME = {
    "de": frozenset(
        {
            "fields.status",
            "pictures.map.scale",
            "pictures.map.within",
            "controls.search",
            "pictures.areas.Kosovo",
            "pictures.areas.Somaliland",
        }
    ),
}
"""Words that are the same in both languages."""


def plain(text: str) -> str:
    """The words without what is filled in."""
    return "".join(literal for literal, *_ in string.Formatter().parse(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_the_forms_of_its_language(language: str) -> None:
    words = load_words(language)
    wanted = Locale.parse(words.forms).plural_form.tags | {"other"}
    wanted &= {"other", *(Locale.parse(words.forms).plural_form(n) for n in range(1000))}
    for key, found in texts(words):
        if not isinstance(found, str):
            assert set(found) <= set(CATEGORIES), key
            assert wanted <= set(found), key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("n", [*range(31), 101, 112, 1234, 1_000_000])
def test_every_plural_can_be_said_of_every_number(language: str, n: int) -> None:
    words = load_words(language)
    for key, found in texts(words):
        if not isinstance(found, str):
            others = dict.fromkeys(fields(found) - {"n"}, "x")
            said = words.text(key, n=n, **others)
            assert "{" not in said
            assert said.strip() == said != ""


COUNTED = [
    ("en", 1, "event"),
    ("en", 2, "events"),
    ("de", 1, "Ereignis"),
    ("de", 0, "Ereignisse"),
    ("uk", 1, "подія"),
    ("uk", 3, "події"),
    ("uk", 11, "подій"),
    ("uk", 21, "подія"),
    ("uk", 25, "подій"),
    ("uk", 114, "подій"),
]


@pytest.mark.parametrize(("language", "n", "said"), COUNTED)
def test_a_noun_is_counted(language: str, n: int, said: str) -> None:
    assert said == load_words(language).text("counts.events", n=n)


FIGURES = [("en", "1,234", "7.5"), ("de", "1.234", "7,5"), ("uk", "1\N{NO-BREAK SPACE}234", "7,5")]


@pytest.mark.parametrize(("language", "thousand", "half"), FIGURES)
def test_figures_are_written_as_the_language_writes_them(
    language: str, thousand: str, half: str
) -> None:
    words = load_words(language)
    assert thousand == words.count(1234)
    assert half == words.count(7.5)
    assert thousand in words.text("change_counts.new", n=1234)


LISTS = [("en", "a, b and c"), ("de", "a, b und c"), ("uk", "a, b і c")]


@pytest.mark.parametrize(("language", "listed"), LISTS)
def test_lists_are_joined_as_the_language_joins_them(language: str, listed: str) -> None:
    words = load_words(language)
    assert listed == words.joined(["a", "b", "c"])
    assert "a" == words.joined(["a"])
    assert "" == words.joined([])


def test_a_small_number_is_a_word() -> None:
    assert "two independent publishers" == ENGLISH.text("standing.corroborated", n=2)
    assert "12 independent publishers" == ENGLISH.text("standing.corroborated", n=12)
    assert "п’ять незалежних видань" == load_words("uk").text("standing.corroborated", n=5)


def test_a_language_without_words_has_those_of_english() -> None:
    assert "en" == load_words("eo").language
    assert "en" == load_words("../en").language


@pytest.mark.parametrize("key", ["counts.nothing", "nothing.at_all", "counts"])
def test_a_key_that_the_table_lacks_is_told(key: str) -> None:
    with pytest.raises(KnowledgeError, match=r"words/en\.toml"):
        ENGLISH.text(key, n=1)


def test_a_plural_wants_a_number() -> None:
    with pytest.raises(KnowledgeError, match="counts nothing"):
        ENGLISH.text("counts.events", n="two")


def test_names_on_maps_are_those_of_the_language() -> None:
    """Countries and the towns of time zones by CLDR, claimed areas by our table; all else stays."""
    german = load_words("de")
    assert "Warschau" == german.town("Warsaw", "PL")
    assert "Kiew" == german.town("Kyiv", "UA")
    assert german.town("Warsaw", "US") is None
    assert "Krim" == german.among("areas", "Crimea")
    assert "Elsewhere" == german.among("areas", "Elsewhere")
