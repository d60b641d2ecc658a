"""Ukrainian and Russian: sentences, quotes, wordings, apostrophes, and both matchers alike."""

from datetime import UTC, date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.knowledge.locale import load_locale
from briefgen.model import Grain, Interval, civil_day, from_edtf
from briefgen.temporal import find, full_day, label, split_sentences, tag
from briefgen.temporal.tag import document_of

UK, RU = load_locale("uk"), load_locale("ru")
BY_CODE = {"uk": UK, "ru": RU}
DAY = civil_day(date(2024, 7, 18), UTC)


def values_of(code: str, text: str) -> list[str]:
    locale = BY_CODE[code]
    return [mention.value for mention in tag(text, published=DAY, locale=locale, zone=UTC)]


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("uk", ["Порт відвідав В. О. Гнатюк.", "Пожежу загасили."]),
        ("uk", ["Це сталося 1939 р. Польща чекала.", "Міст стояв."]),
        ("uk", ["Збитки сягнули 5 млн. грн. за рік.", "Склад вулиці ім. Лесі Українки зник."]),
        ("uk", ["Див. ст. 12 закону.", "Там є ціни, строки і т. д.", "Він читав."]),
        ("uk", ["«Ми тут лишимося.»", "Він пішов."]),
        ("uk", ["„Ми тут лишимося.“", "Він пішов."]),
        ("uk", ["У XIX ст. тут жили.", "Нині порожньо."]),
        ("ru", ["Порт посетил В. О. Гнатов.", "Пожар потушили."]),
        ("ru", ["Это было в 1939 г. Польша ждала.", "Мост стоял."]),
        ("ru", ["Пришли все, т. е. Пётр и Анна.", "Их ждали на ул. Садовой."]),
        ("ru", ["Убыток достиг 5 млн. руб. за год.", "Дом сгорел."]),
    ],
)
def test_sentences_end_where_they_end(code: str, sentences: list[str]) -> None:
    text = " ".join(sentences)
    found = [text[start:end] for start, end in split_sentences(text, BY_CODE[code])]

    assert sentences == found


@pytest.mark.parametrize("mark", ["'", "’", "ʼ"])
def test_any_apostrophe_is_one(mark: str) -> None:
    assert ["2024-07-12"] == values_of("uk", f"Він поїхав у п{mark}ятницю.")
    assert ["P5D"] == values_of("uk", f"Це тривало п{mark}ять днів.")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("uk", "У понеділок мер сказав: «Учора ми бачили вогонь над портом»."),
        ("uk", "У понеділок мер сказав: „Учора ми бачили вогонь над портом“."),
        ("ru", "В понедельник мэр сказал: «Вчера мы видели огонь над портом»."),
    ],
)
def test_what_a_speaker_calls_yesterday_is_counted_from_the_day_of_the_speech(
    code: str, text: str
) -> None:
    assert ["2024-07-15", "2024-07-14"] == values_of(code, text)


@pytest.mark.parametrize(
    ("code", "edtf", "words"),
    [
        ("uk", "2024-07-18", "18 лип. 2024"),
        ("uk", "2022-02/..", "від лют. 2022"),
        ("uk", "2024-21", "весна 2024"),
        ("uk", "2024-21/..", "від весни 2024"),
        ("uk", "../2024-22", "до літа 2024"),
        ("uk", "199X", "1990-ті"),
        ("uk", "19XX", "XX ст."),
        ("uk", "2024-07-21~/2024-07~", "кінець лип. 2024"),
        ("ru", "2024-07-18", "18 июл. 2024"),
        ("ru", "../2024-22", "до лета 2024"),
        ("ru", "2024-23/..", "с осени 2024"),
        ("ru", "18XX", "XIX в."),
    ],
)
def test_dates_are_worded_in_the_language(code: str, edtf: str, words: str) -> None:
    assert words == label(from_edtf(edtf, UTC), BY_CODE[code])


def test_a_night_is_worded_with_both_days() -> None:
    night = Interval(
        start=DAY.start.replace(hour=18) if DAY.start else None,
        end=DAY.end.replace(hour=8) if DAY.end else None,
        grain=Grain.PART,
    )

    assert label(night, UK) == "ніч 18–19 лип. 2024"
    assert label(night, RU) == "ночь 18–19 июл. 2024"


def test_mastheads_have_months_in_their_case() -> None:
    assert full_day(date(2024, 7, 18), UK) == "четвер, 18 липня 2024 року"
    assert full_day(date(2024, 5, 9), RU) == "четверг, 9 мая 2024 года"


SIGNS = (
    "у", "в", "на", "з", "до", "року", "р.", "1941", "24-го", "12", "—", "«", "ʼ", "(", "XX",
    "ХХ",
    "6.05", "тому",
)  # fmt: skip
WORDS = {
    code: sorted({word for table in locale.lexicon.values() for word in table})
    for code, locale in BY_CODE.items()
}


@st.composite
def invented_texts(draw: st.DrawFn, code: str) -> str:
    words = draw(st.lists(st.sampled_from([*SIGNS, *WORDS[code]]), max_size=14))
    gaps = [draw(st.sampled_from([" ", " ", "-", ", ", "", "\u00a0", ". "])) for _ in words]
    text = "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    return text.title() if draw(st.booleans()) else text


@pytest.mark.parametrize("code", ["uk", "ru"])
@given(data=st.data())
def test_both_matchers_find_the_same(code: str, data: st.DataObject) -> None:
    """Letters of two bytes stand where they stand, with google-re2 on bytes and without."""
    pytest.importorskip("re2", reason="google-re2 is not installed: there is one path only")
    text = data.draw(invented_texts(code))
    document = document_of(text, published=None, locale=BY_CODE[code])

    found = find(document, BY_CODE[code])

    assert found == find(document, BY_CODE[code], fast=False)
    assert all(text[m.start : m.end] == m.text for m in found)
