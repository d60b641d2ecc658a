"""Articles on one matter: their leads are one entry; those of others, and other deeds, are not."""

from dataclasses import replace
from datetime import date

import pytest

from briefgen import library, pipeline
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.merging.stories import read_stories, stories
from briefgen.knowledge.locale import load_locale
from briefgen.model import Document, Event, civil_day
from briefgen.readers import Reading
from briefgen.temporal.tag import document_of

MONDAY = date(2031, 3, 10)

MILL = (
    "A fire gutted the Harrowgate paper mill in Velsund early on Sunday, the fire service said. "
    "Flames were first seen in the pulp store at the Harrowgate works. "
    "Forty crews from Velsund and Oster fought the blaze at the mill until noon. "
    "The Harrowgate mill, built in 1921, employs 300 people in Velsund. "
    "The owner, Tessin Papers, said the pulp store and two machines were lost."
)
MILL_AGAIN = (
    "Velsund's biggest employer, the Harrowgate works, burnt down on Sunday. "
    "The paper mill belongs to Tessin Papers, which has 300 workers there. "
    "The pulp store at the Harrowgate mill caught fire before dawn, crews from Oster said. "
    "Tessin Papers said it did not know when two machines could run again. "
    "Velsund's mayor called the blaze at the mill a blow."
)
MILL_CHARGE = (
    "A man was charged with arson on Sunday over the Harrowgate paper mill in Velsund. "
    "The pulp store at the Harrowgate mill caught fire on Friday, the fire service said. "
    "Tessin Papers, the owner of the mill, employs 300 people in Velsund. "
    "Crews from Velsund and Oster fought the blaze at the works for a day. "
    "A court in Oster will hear the man in April."
)
WAREHOUSE = (
    "A fire gutted the Corrin furniture warehouse in Lamsted early on Sunday, the fire service "
    "said. Smoke from the Corrin warehouse drifted over the port of Lamsted. "
    "Twelve crews fought the blaze until the evening. "
    "Corrin, which sells beds and sofas, said its spring stock was lost. "
    "Nobody works at the Lamsted warehouse at the weekend."
)
FERRY = (
    "Islanders waited for a third day on Sunday as the ferry to Brae stayed in port. "
    "The Brae ferry has a broken shaft, its captain said. "
    "A tug brought bread and letters to the island."
)

WORDS = MILL[: MILL.index(". ") + 1]


def article(number: int, text: str) -> Document:
    zone = library.load_project().zone
    made = document_of(text, published=civil_day(MONDAY, zone), locale=load_locale("en"))
    source = replace(made.source, path=f"{number}.txt", publisher=f"Paper {number}")
    return replace(made, id=f"{number:012}", source=source)


def told(*texts: str) -> list[Event]:
    documents = tuple(article(number, text) for number, text in enumerate(texts))
    reading = Reading(documents=documents, notices=())
    chronology = pipeline.chronicle(reading, library.load_project(), MONDAY)
    return [*chronology.events, *chronology.undated]


def entry(events: list[Event], start: str) -> Event:
    return next(e for e in events if any(r.quote.startswith(start) for r in e.reports))


def test_leads_of_one_story_in_other_words_are_one_entry_and_its_why_tells_so() -> None:
    event = entry(told(MILL, MILL_AGAIN, WAREHOUSE, FERRY), "A fire gutted the Harrow")
    assert {"0" * 12, "0" * 11 + "1"} <= {r.document for r in event.reports}
    assert "their articles tell one story (0." in event.why


@pytest.mark.parametrize(
    ("other", "start"),
    [(MILL_CHARGE, "A man was charged"), (WAREHOUSE, "A fire gutted the Corrin")],
    ids=["another deed of one story", "a look-alike of another story"],
)
def test_other_leads_stay_apart(other: str, start: str) -> None:
    events = told(MILL, MILL_AGAIN, other, FERRY)
    assert entry(events, "A fire gutted the Harrow") is not entry(events, start)


def test_the_order_of_articles_does_not_matter() -> None:
    texts = (MILL, MILL_AGAIN, MILL_CHARGE, WAREHOUSE)
    found = {
        frozenset(frozenset(r.quote for r in e.reports) for e in told(*order))
        for order in (texts, texts[::-1], texts[2:] + texts[:2])
    }
    assert 1 == len(found)


def test_stories_hold_the_documents_of_one_matter() -> None:
    documents = [article(n, t) for n, t in enumerate((MILL, FERRY, MILL_AGAIN))]
    found = stories(documents, load_statements("en"))
    assert [0, 1, 0] == [found[d.id] for d in documents]


def test_a_text_of_one_sentence_tells_no_story() -> None:
    documents = [article(0, MILL), article(1, MILL_AGAIN), article(2, WORDS)]
    found = read_stories(documents, load_statements("en"))
    one, other, short = (d.id for d in documents)
    assert found.nearness(one, short) is None
    near = found.nearness(one, other)
    assert near is not None
    assert near == replace(found.nearness(other, one) or near, names=near.names)
