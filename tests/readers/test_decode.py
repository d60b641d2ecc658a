"""Bytes of every encoding become the text that was meant, or a clear refusal."""

import pytest

from briefgen.errors import SourceError
from briefgen.readers.raw.decode import decode, tidy

UKRAINIAN = "Пожежа на складі у порту триває другу добу, повідомила мер міста."
RUSSIAN = "Пожар на складе в порту продолжается вторые сутки, сообщила мэр."
FRENCH = "L'incendie du dépôt a été maîtrisé à l'aube, a déclaré la préfecture."
GERMAN = "Das Öllager in der Nähe des Hafens brannte über Nacht: großer Schaden."
ENGLISH = "The mayor said “nobody was hurt” – at the café."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (UKRAINIAN, "utf-8"),
        (UKRAINIAN, "utf-8-sig"),
        (UKRAINIAN, "utf-16"),
        (UKRAINIAN, "utf-32"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "koi8_u"),
        ("Пожежу погашено.", "cp1251"),
        ("Київ", "cp1251"),
        ("ПОЖЕЖА НА СКЛАДІ", "cp1251"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "cp866"),
        ("The mayor of Київ said that the trains were running again.", "cp1251"),
        (FRENCH, "latin-1"),
        ("Café", "latin-1"),
        ("Dépôt brûlé à Étaples", "cp1252"),
        (GERMAN, "latin-1"),
        ("Feuer gelöscht: größter Schaden", "latin-1"),
        ("El depósito ardió, según el señor Núñez. ¿Quién lo atacó?", "latin-1"),
        ("Pożar składu ugaszono w środę, powiedział burmistrz Łęcki.", "cp1250"),
        (ENGLISH, "cp1252"),
    ],
)
def test_the_text_that_was_meant_comes_out(text: str, encoding: str) -> None:
    assert text == decode(text.encode(encoding)).text


def test_a_page_that_names_its_encoding_is_believed() -> None:
    page = '<meta charset="windows-1253"><p>Η φωτιά στο λιμάνι'
    assert page == decode(page.encode("cp1253")).text


def test_a_page_that_names_a_wrong_encoding_is_read_all_the_same() -> None:
    page = '<meta charset="shift_jis-not"><p>' + FRENCH
    assert page == decode(page.encode("cp1252")).text


def test_a_guessed_encoding_is_told() -> None:
    assert ("read as cp1251, told from its letters; save it as UTF-8 if names look wrong",) == (
        decode(UKRAINIAN.encode("cp1251")).notes
    )


def test_utf8_cut_in_the_middle_of_a_letter_stays_utf8() -> None:
    decoded = decode(UKRAINIAN.encode()[:-2])
    assert UKRAINIAN[:40] == decoded.text[:40]
    assert ("1 broken character in its utf-8",) == decoded.notes


def test_greek_is_left_to_charset_normalizer() -> None:
    text = "Η πυρκαγιά στο λιμάνι συνεχίζεται για δεύτερη ημέρα, δήλωσε ο δήμαρχος της πόλης. " * 4
    assert text == decode(text.encode("cp1253")).text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n", "a PDF file"),
        (b"PK\x03\x04rest", "an office document"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"some\x00thing\x00else here that is long", "NUL bytes"),
        (bytes(range(1, 9)) * 20, "control characters"),
    ],
)
def test_a_binary_file_is_refused_with_what_it_is(data: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what):
        decode(data)


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("a\r\nb\rc\u2028d\x85e\x0bf", "a\nb\nc\nd\ne\nf"),
        ("cafe\u0301", "café"),
        ("18\u00a0July\u202f2024", "18 July 2024"),
        ("on\u2011the\u2011ground", "on-the-ground"),
        ("zero\u200bwidth soft\u00adhyphen \ufeffmark", "zerowidth softhyphen mark"),
        ("bell\x07 and \x1b escape", "bell and  escape"),
        ("lone \ud800 half", "lone  half"),
        ("la\u200dtin", "latin"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_is_not_seen_goes_and_what_is_seen_stays(raw: str, plain: str) -> None:
    assert plain == tidy(raw)


def test_direction_overrides_are_removed_and_counted() -> None:
    decoded = decode("depot \u202eburned\u202c down".encode())
    assert decoded.text == "depot burned down"
    assert "2 direction overrides removed" in decoded.notes[0]
