"""Languages without rules: plain dates by their names, marked as such, and nothing invented."""

from datetime import UTC, date

import pytest
from dateparser.data.languages_info import language_order

from briefgen.errors import KnowledgeError
from briefgen.knowledge.locale import LANGUAGES
from briefgen.knowledge.plain_words import has_words, language_of, locale_of, plain_locale
from briefgen.model import Mention, civil_day, to_edtf
from briefgen.temporal import tag

DAY = civil_day(date(2024, 7, 18), UTC)
OTHERS = sorted(code for code in language_order if len(code) == 2 and code not in LANGUAGES)


def plainly(text: str, code: str) -> tuple[Mention, ...]:
    return tag(text, published=DAY, locale=plain_locale(code), zone=UTC)


def told(text: str, code: str) -> list[str]:
    return [
        f"{mention.text} = {to_edtf(mention.interval) if mention.interval else None}"
        for mention in plainly(text, code)
    ]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        (
            "pl",
            "Most runął wczoraj; w poniedziałek, 15 lipca 2024 r., płonęły hale. W środę padało.",
            [
                "wczoraj = 2024-07-17",
                "poniedziałek, 15 lipca 2024 = 2024-07-15",
                "środę = 2024-07-17?",
            ],
        ),
        ("pl", "Padało 3 dni temu, a w zeszłym tygodniu nie.",
         ["3 dni temu = 2024-07-15", "w zeszłym tygodniu = 2024-07-08/2024-07-14"]),
        ("it", "Il ponte è caduto ieri; lunedì 15 luglio 2024 bruciò. 3 giorni fa pioveva.",
         ["ieri = 2024-07-17", "lunedì 15 luglio 2024 = 2024-07-15", "3 giorni fa = 2024-07-15"]),
        ("it", "A luglio 2024 pioveva, il 5 maggio no, il 18/07/2024 sì.",
         ["luglio 2024 = 2024-07", "5 maggio = 2024-05-05?", "18/07/2024 = 2024-07-18"]),
        ("tr", "Köprü dün çöktü. 15 Temmuz 2024 yandı. 3 gün önce yağdı. Geçen hafta da.",
         ["dün = 2024-07-17", "15 Temmuz 2024 = 2024-07-15", "3 gün önce = 2024-07-15",
          "Geçen hafta = 2024-07-08/2024-07-14"]),
        ("ar", "انهار الجسر أمس. في 15 يوليو 2024 احترق. قبل 3 أيام. يوم الاثنين.",
         ["أمس = 2024-07-17", "15 يوليو 2024 = 2024-07-15", "قبل 3 أيام = 2024-07-15",
          "الاثنين = 2024-07-15?"]),
        ("pt", "A ponte caiu ontem, segunda-feira, 15 de julho de 2024. Há 3 dias choveu.",
         ["ontem = 2024-07-17", "segunda-feira, 15 de julho de 2024 = 2024-07-15",
          "Há 3 dias = 2024-07-15"]),
        ("zh", "2024年7月15日大桥倒塌。昨天下雨。3天前起火。星期一开会。2024年7月多雨。",
         ["2024年7月15日 = 2024-07-15", "昨天 = 2024-07-17", "3天前 = 2024-07-15",
          "星期一 = 2024-07-15?", "2024年7月 = 2024-07"]),
    ],
)  # fmt: skip
def test_plain_expressions_are_found(code: str, text: str, found: list[str]) -> None:
    assert found == told(text, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("pl", "Pokój 10, cena 12 zł, wynik 3:2, marka maj, telefon 22 2024."),
        ("it", "Il 10 di cuori, 3 a 2, marzo pazzo, Mario Gennaio e 2024 sedie."),
        ("pt", "A segunda casa, a quarta vez, 10 reais."),
        ("tr", "Oda 10, fiyat 12 lira, sonuç 3:2."),
        ("zh", "他有10个苹果和3本书。"),
    ],
)
def test_no_date_is_made_of_a_figure_or_a_name_alone(code: str, text: str) -> None:
    assert [] == told(text, code)


def test_it_is_marked_as_such() -> None:
    found = plainly("Most runął wczoraj.", "pl")[0]

    assert found.rule == "fallback-day"
    assert "fallback" in found.why
    assert "“pl” has no rules" in found.why


@pytest.mark.parametrize("code", OTHERS)
def test_every_language_reads_its_own_months(code: str) -> None:
    """A day, a month by its longest name and a year are that day, in whatever language."""
    words = plain_locale(code).plain
    assert words is not None
    names = [name for name, number in words.months.items() if number == "7"]
    assert names
    text = f"15 {max(names, key=len)} 2024" if words.counters is None else "2024-07-15"

    assert ["2024-07-15"] == [found.value for found in plainly(text, code)]


def test_a_language_that_nobody_knows_is_an_error() -> None:
    assert not has_words("qq")
    with pytest.raises(KnowledgeError, match="no words of language 'qq'"):
        locale_of("qq")


def test_a_file_of_its_own_comes_before_plain_words() -> None:
    assert all(locale_of(code).plain is None for code in LANGUAGES)


def test_without_words_a_text_is_in_the_default_language() -> None:
    lorem = "Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt"

    assert "en" == language_of(lorem, "en")
    assert "pl" == language_of("Most zawalił się wczoraj, a dziś spłonęły trzy hale.", "en")
