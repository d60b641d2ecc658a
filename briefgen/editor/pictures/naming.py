"""Place + words → the place under its name in the brief's language, where CLDR knows one.

Countries have names there, and one town of each time zone, which is most capitals. Every other
place keeps the name that the gazetteer has; English keeps them all.
"""

from dataclasses import replace

from briefgen.editor.words import Words
from briefgen.model import Place, Precision

__all__ = ["area_name", "country_name", "in_language"]

GIVEN = "en"
"""The language of the gazetteer's names."""


def in_language(place: Place, words: Words) -> Place:
    """The place with its name in the brief's language."""
    if words.language == GIVEN or not place.country:
        return place
    if place.precision is Precision.COUNTRY:
        return replace(place, name=country_name(place.country, place.name, words))
    return replace(place, name=words.town(place.name, place.country) or place.name)


def country_name(code: str | None, given: str, words: Words) -> str:
    """The country's name; the one given where the language has none for the code."""
    if words.language == GIVEN or not code:
        return given
    return words.country(code) or given


def area_name(name: str, words: Words) -> str:
    """The name of a claimed area, by the words' table."""
    return words.among("areas", name)
