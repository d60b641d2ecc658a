"""What a text tells itself, and what it only tells of before: a table of clauses."""

import pytest

from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.merging.deeds import deeds_of, kin_of
from briefgen.events.merging.foreground import MARK, Foreground, foreground_of

LEXICON = load_statements("en")
DEEDS = deeds_of("en")


def foreground(text: str, *, measured: bool = False) -> Foreground:
    """Of a text in lower case, with blanks around its commas."""
    words = text.split()
    kin = kin_of([word for word in words if word != MARK], LEXICON, DEEDS.families)
    return foreground_of(words, kin, LEXICON, DEEDS, measured=measured)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("the spy known as heron was extradited", "extradite"),
        ("a man held in orm died", "kill"),
        ("the firm that hired him sacked its chief", "dismiss"),
        ("the barge , torn from its moorings , sank", "sink"),
        ("when the mast fell , the crew fled", "flee"),
        ("prosecutors opened an inquiry into the collapse", "investigate"),
        ("declared two days of mourning for the drowned", "mourn"),
        ("the council put the vote off", "postpone"),
        ("the villagers had to leave their homes", "flee"),
        ("the mine was blown up", "explode"),
        ("the minister would resign", "resign"),
    ],
)
def test_the_main_deed(text: str, told: str) -> None:
    assert told in foreground(text).main


@pytest.mark.parametrize(
    ("text", "front", "behind"),
    [
        ("police held the owner after the mill exploded", "arrest", "explode"),
        ("the envoy condemned the killing of two monks", "condemn", "kill"),
        ("a crowd marched for the monk who was shot dead", "protest", "kill"),
        ("the owner was acquitted of burning the mill", "acquit", "burn"),
    ],
)
def test_what_stands_behind(text: str, front: str, behind: str) -> None:
    told = foreground(text)
    assert front in told.deeds
    assert behind not in told.deeds


def test_what_befell_somebody_is_one_with_what_it_came_of() -> None:
    assert {"kill", "sink"} <= foreground("nine died after the ferry capsized").deeds


def test_figures_fall_otherwise_than_bridges() -> None:
    assert "collapse" in foreground("the bridge fell").main
    assert {"lower"} == foreground("its shares fell", measured=True).main


@pytest.mark.parametrize(
    ("text", "undone"),
    [
        ("rebels tried to storm the fort", True),
        ("the strike did not begin", True),
        ("the court refused to extradite him", True),
        ("rebels stormed the fort", False),
        ("the court rejected the plea", False),
    ],
)
def test_what_was_not_done(text: str, *, undone: bool) -> None:
    assert undone == foreground(text).undone


def test_a_verb_behind_after_is_kept_apart() -> None:
    told = foreground("the party dissolved after he resigned")
    assert {LEXICON.canonical("resigned")} == told.verbs_behind
