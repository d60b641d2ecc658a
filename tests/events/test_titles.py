"""Headlines that stand alone, as in a feed: what they tell, and which tell nothing."""

from dataclasses import replace
from datetime import UTC, date

import pytest

from briefgen import library
from briefgen.events import gather, surroundings
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.sentences.titles import explains, only_titles
from briefgen.knowledge.gazetteer import load_gazetteer
from briefgen.knowledge.locale import load_locale
from briefgen.model import Block, BlockKind, Document, Report, Sentence, Status, civil_day
from briefgen.pipeline import tag
from briefgen.temporal.tag import document_of

PROJECT = library.load_project()
AROUND = surroundings(PROJECT, load_gazetteer(PROJECT))


def page(text: str, language: str = "en") -> Document:
    """A document of one paragraph a line, of 7 May 2031."""
    published = civil_day(date(2031, 5, 7), UTC)
    return document_of(text, published=published, locale=load_locale(language))


def told(document: Document) -> tuple[Report, ...]:
    return gather(document, tag(document, PROJECT)[0], AROUND)


@pytest.mark.parametrize(
    "line",
    [
        "Dyke breaks at Orlund, hundreds flee",
        "Eight hurt as tram leaves rails in Brenn",
        "Ex-banker jailed for nine years",
        "Judges strike down fishing law",
        "Police arrest four over harbour blaze",
        "Halden council approves new bridge",
    ],
)
def test_a_headline_alone_tells_what_happened(line: str) -> None:
    reports = told(page(line))
    assert [Status.OCCURRED] == [r.status for r in reports]
    assert [line] == [r.quote for r in reports]


def test_a_headline_alone_tells_a_plan() -> None:
    assert [Status.SCHEDULED] == [r.status for r in told(page("Deputies to vote on 9 May"))]


@pytest.mark.parametrize(
    "line",
    [
        "Why dykes break",
        "How the tram left the rails",
        "Opinion: the council breaks its word",
        "In pictures: crowds flee the dyke",
        "The inns that open late",
        "Six ways to flee the heat",
        "Most read",
    ],
)
def test_a_title_that_explains_tells_nothing(line: str) -> None:
    assert () == told(page(line))


def test_the_title_of_an_article_leaves_the_telling_to_its_text() -> None:
    title, text = "Dyke breaks at Orlund", "A dyke broke at Orlund on Tuesday."
    made = page(f"{title}\n\n{text}")
    end = len(title)
    headed = replace(
        made,
        blocks=(Block(start=0, end=end, kind=BlockKind.TITLE), *made.blocks[1:]),
        sentences=(
            Sentence(start=0, end=end, block=0, kind=BlockKind.TITLE),
            *(s for s in made.sentences if s.start > end),
        ),
    )
    assert not only_titles(headed)
    assert [text] == [r.quote for r in told(headed)]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Warum der Deich brach"),
        ("fr", "Éditorial : le pari"),
        ("es", "Opinión: el precio"),
        ("uk", "Чому прорвало дамбу"),
        ("ru", "Мнение: цена дамбы"),
    ],
)
def test_titles_that_explain_in_other_languages(language: str, line: str) -> None:
    assert explains(line, load_statements(language))
