"""cues/links.*.toml: the examples and never of each table, read as the links read them."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.links.turns import turns
from briefgen.knowledge import cues
from briefgen.knowledge.links import load_links
from briefgen.model import DateBasis, Interval, Report, Status

TABLE: dict[str, Any] = tomllib.loads(
    (Path(cues.__file__).parent / "cues" / "links.en.toml").read_text("utf-8")
)
KNOWN, WORDS = load_links("en"), load_statements("en")
PHRASES = {
    "moves": (*KNOWN.moves, *(f"{each}" for each in KNOWN.instead if each.startswith("not "))),
    "drops": KNOWN.drops,
}


def told(text: str) -> Report:
    day = Interval(start=datetime(2031, 5, 5, tzinfo=UTC), end=datetime(2031, 5, 6, tzinfo=UTC))
    return Report(
        document="a",
        start=0,
        end=len(text),
        quote=text,
        interval=day,
        basis=DateBasis.EXPRESSION,
        why="",
        status=Status.OCCURRED,
    )


@pytest.mark.parametrize("name", sorted(PHRASES))
def test_examples_hold_a_cue_and_never_hold_none(name: str) -> None:
    for text in TABLE[name]["examples"]:
        assert turns(told(text), PHRASES[name], KNOWN, WORDS), text
    for text in TABLE[name]["never"]:
        assert not turns(told(text), PHRASES[name], KNOWN, WORDS), text


@pytest.mark.parametrize("state", KNOWN.states, ids=lambda s: s.id)
def test_a_state_begins_and_ends_by_words_of_its_kind(state: Any) -> None:
    table = next(t for t in TABLE["states"] if t["id"] == state.id)
    for pair in table["examples"]:
        begin, end = pair.split(" / ")
        begun = turns(told(begin), state.begins, KNOWN, WORDS)
        over = turns(told(end), state.ends, KNOWN, WORDS)
        assert begun[0].heads & over[0].heads, pair


@pytest.mark.parametrize(
    "text",
    [
        "The port agreed to lift the ban.",
        "The bridge has not reopened.",
        "The bridge will be closed until the tunnel reopened.",
        "The road would be closed if the tunnel reopened.",
    ],
)
def test_what_is_only_wished_or_denied_is_taken_back(text: str) -> None:
    ends = [phrase for state in KNOWN.states for phrase in state.ends] + ["lift"]
    assert all(turn.unsaid for turn in turns(told(text), ends, KNOWN, WORDS))


def test_a_preposition_takes_nothing_back() -> None:
    text = "The visit to Orm was put back by a day."
    assert [False] == [t.unsaid for t in turns(told(text), KNOWN.moves, KNOWN, WORDS)]


def test_a_language_without_a_table_has_no_words() -> None:
    assert () == load_links("xx").states
