"""As what a word of a sentence stands, as a table of cases."""

import pytest

from briefgen.events.language.forms import form_of
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.language.words import read_wording

ENGLISH = load_statements("en")


@pytest.mark.parametrize(
    ("sentence", "word", "form"),
    [
        ("The yard closed its gates.", "closed", "past"),
        ("The gates were closed by the guards.", "closed", "past"),
        ("The gates are owned by the guild.", "owned", "state"),
        ("Two of the closed gates were painted.", "closed", "participle"),
        ("The yard has also closed its gates.", "closed", "perfect"),
        ("The yard had quietly closed its gates.", "closed", "pluperfect"),
        ("The yard closes its gates.", "closes", "present"),
        ("The yard is now closing its gates.", "closing", "ongoing"),
        ("Closing the gates, the yard saved money.", "Closing", "gerund"),
        ("The closing of the gates was a surprise.", "closing", "noun"),
        ("The yard decided to close its gates.", "close", "aim"),
        ("The gates are to be closed.", "closed", "aim"),
        ("The yard will close its gates.", "close", "supposed"),
        ("The gates would be closed.", "closed", "supposed"),
        ("The closure of the yard was a surprise.", "closure", "noun"),
        ("They signed 40 purchase contracts.", "contracts", "noun"),
        ("It closes in winter.", "closes", "present"),
        ("The yard has given two tugs away.", "given", "perfect"),
        ("The tugs were taken to Aven.", "taken", "past"),
        ("Tolls fell by a tenth.", "Tolls", "noun"),
        ("Ferries have docked here.", "Ferries", "noun"),
        ("The hull was being painted again.", "painted", "ongoing"),
        ("The guild has out-sold its rivals.", "out-sold", "perfect"),
        ("Two tugs built by the guild lie idle.", "built", "participle"),
        ("A warrant given in haste was void.", "given", "participle"),
        ("Tolls rose by 5 per cent.", "rose", "past"),
        ("The guild survived by lending tugs.", "survived", "past"),
    ],
)
def test_a_word_is_told_by_the_words_before_it(sentence: str, word: str, form: str) -> None:
    words = read_wording(sentence, 0, len(sentence)).words
    at = next(n for n, found in enumerate(words) if found.text == word)
    assert form == form_of(words, at, ENGLISH).value
