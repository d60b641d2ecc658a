"""The deeds of a text: families of its words, and its main verb."""

import pytest

from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.merging.deeds import deeds_of, joined, kin_of, main_deed

LEXICON = load_statements("en")
DEEDS = deeds_of("en")


def words(text: str) -> list[str]:
    return text.lower().split()


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("police arrested the envoy", {"arrest"}),
        ("the envoy was detained", {"arrest"}),
        ("the strike was called off", {"end", "cancel"}),
        ("fire broke out at the mill", {"begin"}),
        ("the dam gave way", {"collapse"}),
        ("talks will be held on monday", set()),  # "hold" is light
        ("the port is to close", {"close"}),
        ("the council put the vote off", set()),
        ("a quiet day", set()),
    ],
)
def test_main_deed(text: str, families: set[str]) -> None:
    assert families == main_deed(words(text), LEXICON, DEEDS)


def test_a_verb_of_no_family_stands_for_itself() -> None:
    assert {"knit"} == main_deed(words("she knitted a scarf"), LEXICON, DEEDS)


def test_nothing_is_known_of_the_deeds_of_another_language() -> None:
    assert frozenset() == main_deed(words("police arrested him"), LEXICON, deeds_of("xx"))


def test_kin_of_words_and_phrases() -> None:
    kin = kin_of(words("the dam gave way near a truck"), LEXICON, DEEDS.families)
    assert {"collapse"} <= kin[LEXICON.canonical("gave")]
    assert {"collapse"} == kin[LEXICON.canonical("way")]
    things = kin_of(words("a truck left"), LEXICON, DEEDS.things)
    lorries = kin_of(words("a lorry left"), LEXICON, DEEDS.things)
    assert things[LEXICON.canonical("truck")] == lorries[LEXICON.canonical("lorry")]


def test_two_look_ups_in_one() -> None:
    one, other = {"a": frozenset({"x"})}, {"a": frozenset({"y"}), "b": frozenset({"z"})}
    assert {"a": {"x", "y"}, "b": {"z"}} == joined(one, other)
