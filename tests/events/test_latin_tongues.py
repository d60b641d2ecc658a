"""German, Spanish and French: two tellings of one happening, and of two."""

from dataclasses import replace
from datetime import date

import pytest

from briefgen import pipeline
from briefgen.knowledge import load_project
from briefgen.knowledge.locale import load_locale
from briefgen.model import Document, civil_day
from briefgen.readers import Reading
from briefgen.temporal.tag import document_of

PROJECT = load_project(None)
DAY = date(2031, 3, 13)


def events(language: str, one: str, other: str) -> int:
    """How many happenings two reports of two publishers tell."""
    published = civil_day(DAY, PROJECT.zone)
    made = [document_of(t, published=published, locale=load_locale(language)) for t in (one, other)]
    documents = tuple(
        replace_named(document, name) for document, name in zip(made, ("a", "b"), strict=True)
    )
    chronology = pipeline.chronicle(Reading(documents=documents, notices=()), PROJECT, DAY)
    assert not chronology.undated
    return len(chronology.events)


def replace_named(document: Document, name: str) -> Document:
    source = replace(document.source, path=f"{name}.txt", publisher=f"Paper {name}")
    return replace(document, id=name, source=source)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "de",
            "Das Amtsgericht hat Ottokar Brinnig am Dienstag zu drei Jahren Haft verurteilt.",
            "Ottokar Brinnig ist am Dienstag vor dem Amtsgericht verurteilt worden: drei Jahre.",
        ),
        (
            "es",
            "La alcaldesa de Villarrosal, Nieves Ortuño, dimitió el martes.",
            "Nieves Ortuño renunció el martes a la alcaldía de Villarrosal.",
        ),
        (
            "fr",
            "Le maire de Lommeraie, Aubin Trécourt, a démissionné mardi.",
            "Aubin Trécourt a quitté son poste de maire de Lommeraie mardi.",
        ),
    ],
)
def test_one_happening(language: str, one: str, other: str) -> None:
    assert 1 == events(language, one, other)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "de",
            "Das Amtsgericht hat Ottokar Brinnig am Dienstag zu drei Jahren Haft verurteilt.",
            "Die Staatsanwaltschaft hat am Dienstag für Ottokar Brinnig drei Jahre Haft gefordert.",
        ),
        (
            "es",
            "La alcaldesa de Villarrosal, Nieves Ortuño, dimitió el martes.",
            "La oposición de Villarrosal exigió el martes la dimisión de Nieves Ortuño.",
        ),
        (
            "fr",
            "Le maire de Lommeraie, Aubin Trécourt, a démissionné mardi.",
            "Le maire de Lommeraie, Aubin Trécourt, a exclu mardi de démissionner.",
        ),
        (
            "fr",
            "Une frappe sur un marché de Lommeraie a tué sept personnes mardi.",
            "Une frappe sur une gare de Trécourt a tué sept personnes mardi.",
        ),
    ],
)
def test_two_happenings(language: str, one: str, other: str) -> None:
    assert 2 == events(language, one, other)
