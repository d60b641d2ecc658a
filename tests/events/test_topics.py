"""Topics: words, phrases, inflections, and what never counts."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.events.topics import explain, stem, topics_of
from briefgen.knowledge import load_project
from briefgen.knowledge.project import Topic

CASES = Path(__file__).parents[1] / "cases" / "topics.toml"
TOPICS = load_project(None).topics
NAVAL = Topic(id="naval", name="Naval", words=("ship", "seize", "WHO"), never=("ship of fools",))
TRADE = Topic(id="trade", name="Trade", words=("cargo ship", "ship"))


def _cases() -> list[Any]:
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=case["text"]) for case in cases]


@pytest.mark.parametrize("case", _cases())
def test_home_topic(case: dict[str, Any]) -> None:
    found = topics_of(case["text"], TOPICS)
    assert case["topics"][:1] == list(found[:1])
    assert set(case["topics"]) <= set(found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("seize", "seized"), ("seize", "seizing"), ("ram", "rammed"), ("shell", "shelling"),
        ("strike", "struck"), ("company", "companies"), ("missile", "missiles"),
        ("carry", "carried"), ("pass", "passes"), ("child", "children"), ("ship", "ship’s"),
    ],
)  # fmt: skip
def test_inflections_meet(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("news", "new"), ("us", "use"), ("sing", "string")])
def test_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_explain_names_the_words_that_scored() -> None:
    (score, *_) = explain("They seized two ships.", (NAVAL,))
    assert ("seized", "ships") == score.words
    assert 2 == score.score


def test_a_phrase_counts_for_its_words_and_beats_the_single_word() -> None:
    assert ("trade",) == topics_of("A cargo ship sailed.", (NAVAL, TRADE))


def test_never() -> None:
    assert () == topics_of("It was a ship of fools.", (NAVAL,))


def test_words_in_capitals_must_stand_in_capitals() -> None:
    assert () == topics_of("Who goes there?", (NAVAL,))
    assert ("naval",) == topics_of("The WHO met.", (NAVAL,))


def test_ties_keep_the_order_of_the_topics() -> None:
    assert ("naval", "trade") == topics_of("A ship.", (NAVAL, TRADE))
    assert ("trade", "naval") == topics_of("A ship.", (TRADE, NAVAL))


def test_a_strong_word_outweighs_a_plain_one_and_a_weak_one_yields() -> None:
    fire = Topic(id="fire", name="Fire", strong=("wildfire",), words=("smoke",), weak=("dead",))
    assert ("fire",) == topics_of("A wildfire and a ship.", (NAVAL, fire))
    assert ("naval", "fire") == topics_of("Smoke over a ship.", (NAVAL, fire))
    assert ("naval",) == topics_of("Three dead on a ship.", (NAVAL, fire))


class TestWords:
    """Every word of a topic, alone, speaks for a topic; no text makes scoring fail."""

    @pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
    def test_own_words_count(self, topic: Topic) -> None:
        for word in (*topic.strong, *topic.words, *topic.weak):
            assert (topic.id,) == topics_of(f"{word}.", (topic,)), word

    @given(st.text(max_size=80))
    def test_any_text(self, text: str) -> None:
        for score in explain(text, TOPICS):
            assert score.score > 0
            assert score.words
