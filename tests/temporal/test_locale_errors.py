"""Wrong data in a language's file: the error names file, table or rule, place and reason."""

import pytest

from briefgen.errors import KnowledgeError
from briefgen.knowledge.locale import LANGUAGES, load_locale, parse_locale
from briefgen.temporal.rules import compile_rules

WORDING = """
language = "xx"
name = "Test"
[wording]
months = ["1","2","3","4","5","6","7","8","9","10","11","12"]
months_long = ["1","2","3","4","5","6","7","8","9","10","11","12"]
weekdays = ["1","2","3","4","5","6","7"]
weekdays_long = ["1","2","3","4","5","6","7"]
seasons = ["1","2","3","4"]
[wording.parts]
[wording.phrases]
[lexicon.month]
july = "7"
"""


def rule_text(shape: str, reading: str = "calendar") -> str:
    return f'{WORDING}\n[[rule]]\nname = "r"\nshape = "{shape}"\nreading = "{reading}"\n'


def test_unknown_language_lists_the_known() -> None:
    with pytest.raises(KnowledgeError, match=f"no locale for language 'tlh'.*{LANGUAGES[0]}"):
        load_locale("tlh")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("language = ", "not TOML"),
        (WORDING.replace('"12"]', "]", 1).replace('"11",]', '"11"]'), "months must be 12 words"),
        (WORDING + 'July = "7"', "must be written in lower case"),
        (WORDING + "june = 6", r"\[lexicon.month\] 'june' must be a text"),
        (rule_text("{month}").replace("reading", "raeding"), "key must be one of"),
        (
            rule_text("x") + "[[rule]]" + rule_text("x").split("[[rule]]")[1],
            "twice",
        ),
        (rule_text("{month}") + 'not_before = ["@nouns"]', "must be one of"),
        (rule_text("{month}") + 'type = "YEAR"', "must be DATE, TIME, DURATION or SET"),
        (WORDING + '"jul(y|ies" = "7"', r"\[lexicon.month\]: 'jul\(y|ies' has a bracket"),
        (WORDING + '"jul(y|ies)" = "8"', "'july' has two values, '7' and '8'"),
        ('rules = "x"\n' + WORDING, "top-level key must be one of"),
        ('capitals = "verbs"\n' + WORDING, '"names" or "nouns"'),
        ('leads = ["@moons"]\n' + WORDING, "leads must be one of @month, not '@moons'"),
        (WORDING + '[wording.changes]\nsince = "x"', r"\[wording.changes.since\] must be a table"),
    ],
    ids=range(14),
)
def test_wrong_table_is_named(text: str, reason: str) -> None:
    with pytest.raises(KnowledgeError, match=reason) as caught:
        parse_locale(text, "locales/xx.toml")

    assert str(caught.value).startswith("locales/xx.toml: ")


@pytest.mark.parametrize(
    ("shape", "caret", "reason"),
    [
        ("in {mnoth}", 3, "no .lexicon.mnoth."),
        ("in (a|b", 3, "'.' is not closed"),
        ("in {month", 3, "'{' is not closed"),
        ("in a)", 4, "closes nothing"),
        ("[in]", 0, "no word of it must occur"),
    ],
)
def test_wrong_shape_is_shown_with_a_caret(shape: str, caret: int, reason: str) -> None:
    locale = parse_locale(rule_text(shape), "locales/xx.toml")

    with pytest.raises(KnowledgeError, match=reason) as caught:
        compile_rules(locale)

    message, shown, mark = str(caught.value).splitlines()
    assert "locales/xx.toml: rule 'r'" in message
    assert shown == f"  {shape}"
    assert mark.index("^") == caret + 2


def test_a_list_may_name_another_and_a_lexicon_table() -> None:
    text = f'leads = ["@near", "@month", "mo[o]n"]\n{WORDING}\n[lists]\nnear = ["in", "of[f]"]'

    locale = parse_locale(text, "locales/xx.toml")

    assert frozenset({"in", "of", "off", "july", "mon", "moon"}) == locale.leads


def test_figures_are_found_in_every_language() -> None:
    locale = parse_locale(WORDING, "locales/xx.toml")

    assert {"iso-date", "iso-date-time", "iso-month", "day-month-year-dots"} == {
        rule.data.name for rule in compile_rules(locale).rules
    }


def test_unknown_reading_lists_the_known() -> None:
    locale = parse_locale(rule_text("{month}", "guess"), "locales/xx.toml")

    with pytest.raises(
        KnowledgeError, match=r"no reading 'guess'; known are: before_christ, .*calendar"
    ):
        compile_rules(locale)
