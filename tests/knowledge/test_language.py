"""Languages told by small words, alphabets and a library; very short texts by the default."""

import pytest

from briefgen.knowledge.language import detect_language, normal_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The mayor said that the depot burned for a second day and that nobody was hurt.", "en"),
        (
            "Le maire a déclaré que le dépôt brûlait depuis deux jours et que personne ne l'a vu.",
            "fr",
        ),
        (
            "Der Bürgermeister sagte, dass das Lager seit zwei Tagen brennt und niemand es sah.",
            "de",
        ),
        (
            "El alcalde dijo que el depósito ardió por segundo día y que no hubo heridos.",
            "es",
        ),
        (
            "Мер міста повідомила, що пожежа на складі триває другу добу і ніхто не постраждав.",
            "uk",
        ),
        (
            "Мэр города сообщила, что пожар на складе продолжается вторые сутки, никто не ранен.",
            "ru",
        ),
        ("Rain fell.", "en"),
        ("Пожежу погашено.", "uk"),
        ("Є поранені, їх двоє.", "uk"),
        ("港で火災が発生し、けが人はいなかったと市長が述べた。", "ja"),
        ("12 34", "und"),
        (
            "Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt",
            "la",
        ),
        ("Most zawalił się wczoraj, a dziś spłonęły trzy hale.", "pl"),
        ("Il ponte è crollato ieri, oggi sono bruciati tre capannoni.", "it"),
        ("A ponte caiu ontem e hoje arderam três armazéns.", "pt"),
        ("Köprü dün çöktü, bugün üç depo yandı.", "tr"),
        ("انهار الجسر أمس واحترقت اليوم ثلاثة مستودعات.", "ar"),
        ("大桥昨天倒塌，今天三座仓库起火。", "zh"),
        ("Der Hafen brannte gestern.", "de"),
        ("Le port a brûlé hier soir.", "fr"),
        ("El puerto ardió anoche.", "es"),
        ("Rail strike ends", "en"),
    ],
)
def test_the_language_is_told(text: str, code: str) -> None:
    assert code == detect_language(text, "en")


@pytest.mark.parametrize(
    ("declared", "code"),
    [("en-GB", "en"), ("UK", "uk"), ("fr_FR", "fr"), ("english", None), ("", None), (None, None)],
)
def test_a_declared_code_is_cut_to_its_language(declared: str | None, code: str | None) -> None:
    assert code == normal_code(declared)
