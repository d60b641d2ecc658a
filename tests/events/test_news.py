"""Which sentences of an article are events, as a table: tests/cases/news.toml."""

import tomllib
from pathlib import Path

import pytest

from briefgen import pipeline
from briefgen.events import gather, surroundings
from briefgen.knowledge import load_project
from briefgen.knowledge.gazetteer import load_gazetteer
from briefgen.knowledge.locale import load_locale
from briefgen.model import from_edtf
from briefgen.temporal.tag import document_of

PROJECT = load_project(None)
PUBLISHED = from_edtf("2031-03-13", PROJECT.zone)
CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "news.toml").read_text("utf-8"))[
    "case"
]
NEWS = [text for case in CASES for text in case["news"]]
NEVER = [text for case in CASES for text in case["never"]]


def told(text: str) -> bool:
    """Whether a sentence, as an article of its own, makes a report."""
    document = document_of(text, published=PUBLISHED, locale=load_locale("en"))
    mentions, _ = pipeline.tag(document, PROJECT)
    return bool(gather(document, mentions, surroundings(PROJECT, load_gazetteer(PROJECT))))


@pytest.mark.parametrize("text", NEWS)
def test_a_desk_lists_it(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize("text", NEVER)
def test_a_desk_leaves_it_out(text: str) -> None:
    assert not told(text)
