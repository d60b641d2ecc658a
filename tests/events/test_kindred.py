"""Names in any case, and one situation told in Ukrainian and in Russian."""

from dataclasses import replace
from datetime import UTC, date

import pytest

from briefgen.events.figures.quantities import find_quantities
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.merging.contrasts import incompatible
from briefgen.events.merging.deeds import deeds_of
from briefgen.events.merging.features import Features, features_of
from briefgen.events.merging.kindred import one_situation_across
from briefgen.events.merging.likeness import compare
from briefgen.events.merging.rivals import same_name
from briefgen.events.merging.series import other_number
from briefgen.model import DateBasis, Report, Status, civil_day


def told(quote: str, language: str, day: int = 18, published: int = 18) -> Features:
    report = Report(
        document=language,
        start=0,
        end=len(quote),
        quote=quote,
        interval=civil_day(date(2031, 6, day), UTC),
        basis=DateBasis.EXPRESSION,
        why="",
        status=Status.OCCURRED,
        quantities=tuple(q.quantity for q in find_quantities(quote, language=language)),
    )
    return features_of(report, load_statements(language), civil_day(date(2031, 6, published), UTC))


def compared(one: Features, other: Features) -> bool:
    """Whether two tell one happening, all their words weighed alike."""
    return compare(one, other, dict.fromkeys(one.stems | other.stems, 1.0) | {one.date: 1.0}).same


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("uk", ["ольшани", "ольшан", "ольшанах", "ольшанська"]),
        ("uk", ["рогачівка", "рогачівці", "рогачівку", "рогачівкою"]),
        ("uk", ["лужків", "лужкова", "лужкові", "лужківщина", "лужківській"]),
        ("ru", ["лужков", "лужкова", "лужкове", "лужковская", "лужковой"]),
        ("ru", ["вересково", "верескове", "вересковской"]),
    ],
)
def test_the_forms_of_a_name_have_one_root(language: str, forms: list[str]) -> None:
    deeds = deeds_of(language)
    assert 1 == len({deeds.root(form) for form in forms})
    assert all(same_name(forms[0], form, deeds) for form in forms)


def test_other_names_have_other_roots() -> None:
    deeds = deeds_of("uk")
    assert not same_name("рогачівка", "ракитне", deeds)
    assert not same_name("лужків", "лугове", deeds)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Біля Лужківки морпіхи знищили ворожий склад боєприпасів.",
            "Неподалік Лужківки морпіхи ліквідували склад боєприпасів окупантів.",
        ),
        (
            "У Рогачівці пролунали потужні вибухи, горить нафтобаза.",
            "Вибухи прогриміли в Рогачівці: палає нафтобаза.",
        ),
    ],
)
def test_sides_and_deeds_have_many_names(one: str, other: str) -> None:
    assert compared(told(one, "uk"), told(other, "uk"))


def test_whose_depot_it_is_sets_two_apart() -> None:
    one = told("У Рогачівці дрони вразили російський склад пального.", "uk")
    other = told("У Рогачівці дрони вразили український склад пального.", "uk")
    assert not compared(one, other)


FIRE = "Дрони вразили нафтобазу в Рогачівці, спалахнула пожежа."


def test_one_situation_in_two_languages() -> None:
    one = told(FIRE, "uk")
    other = told("Беспилотники поразили нефтебазу в Рогачевке, вспыхнул пожар.", "ru")
    assert one_situation_across(one, other) is not None
    assert one_situation_across(other, one) is not None
    assert compared(one, other)


@pytest.mark.parametrize(
    "other",
    [
        "Беспилотники поразили нефтебазу в Ракитном, вспыхнул пожар.",
        "Глава города посетил школу в Рогачевке, где шёл ремонт.",
    ],
)
def test_two_situations_in_two_languages(other: str) -> None:
    assert one_situation_across(told(FIRE, "uk"), told(other, "ru")) is None


def test_what_happens_tomorrow_was_not_told_today() -> None:
    early = replace(told(FIRE, "uk", 17, 17), window=None)
    late = told(FIRE, "uk", 18, 18)
    wide = replace(early, window=late.window)
    assert incompatible(late, wide) == "their dates differ"
    assert incompatible(late, replace(wide, published=late.published)) is None


def test_a_match_of_one_stage_is_none_of_another() -> None:
    one = told("«Граніт» переміг «Вітер» у чвертьфіналі кубка.", "uk")
    other = told("«Граніт» переміг «Вітер» у третьому турі.", "uk")
    assert other_number(one.numbered, other.numbered) is not None


def test_an_ordinal_of_two_words_counts_both() -> None:
    one = told("Відбувся шістдесят дев'ятий обмін полоненими.", "uk")
    other = told("Відбувся 69-й обмін полоненими.", "uk")
    assert other_number(one.numbered, other.numbered) is None
    later = told("Відбувся 70-й обмін полоненими.", "uk")
    assert other_number(one.numbered, later.numbered) is not None
