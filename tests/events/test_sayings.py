"""Who says what, and in which tense, as a table of cases."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.language.words import read_wording
from briefgen.events.sentences.telling import told_tense
from briefgen.events.speech.claimants import is_named
from briefgen.events.speech.sayings import find_saying

TABLE = Path(__file__).parent.parent / "cases" / "sayings.toml"
CASES = tomllib.loads(TABLE.read_text("utf-8"))["case"]
LEXICON = load_statements("en")


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:40])
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    wording = read_wording(text, 0, len(text))
    saying = find_saying(wording, LEXICON)
    assert case["who"] == (text[slice(*saying.who)] if saying else "")
    assert case["tense"] == told_tense(wording, saying, LEXICON).value
    if saying:
        assert case["verb"] == saying.verb
        assert case["content"] == text[slice(*saying.content)]


class TestAnyText:
    """Whatever the text, spans lie within it and nothing is raised."""

    @given(st.text(alphabet='said thatX“”",.  according to the', max_size=120))
    def test_spans(self, text: str) -> None:
        wording = read_wording(text, 0, len(text))
        saying = find_saying(wording, LEXICON)
        if saying is not None:
            for start, end in (saying.who, saying.content):
                assert 0 <= start < end <= len(text)
        assert all(text[w.start : w.end] == w.text for w in wording.words)


@pytest.mark.parametrize(
    ("who", "named"),
    [
        ("Piet Sand", True),
        ("the tug Hestia", True),
        ("Aven's minister Ilse Rook", True),
        ("Lt. Col. Rask, the spokesman", True),
        ("the board", False),
        ("the Harbour Board", False),
        ("Aven's navy", False),
        ("officials", False),
    ],
)
def test_she_is_a_person_or_a_ship_by_name(who: str, *, named: bool) -> None:
    assert named == is_named(who, LEXICON)
