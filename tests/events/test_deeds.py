"""The deeds of a text: families of its words, and its main verb."""

import pytest

from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.merging.deeds import deeds_of, joined, kin_of
from briefgen.events.merging.foreground import Foreground, foreground_of

LEXICON = load_statements("en")
DEEDS = deeds_of("en")


def words(text: str) -> list[str]:
    return text.lower().split()


def told(text: str, language: str = "en") -> Foreground:
    """What a text in lower case, with blanks around its commas, tells in front."""
    deeds = deeds_of(language)
    bare = [word for word in words(text) if word != ","]
    return foreground_of(words(text), kin_of(bare, LEXICON, deeds.families), LEXICON, deeds)


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
        ("the council put the vote off", {"postpone"}),
        ("a quiet day", set()),
    ],
)
def test_main_deed(text: str, families: set[str]) -> None:
    assert families <= told(text).main
    assert bool(families) == bool(told(text).main)


def test_a_verb_of_no_family_stands_for_itself() -> None:
    assert {"knit"} == told("she knitted a scarf").main


def test_nothing_is_known_of_the_deeds_of_another_language() -> None:
    assert Foreground() == told("police arrested him", "xx")


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
