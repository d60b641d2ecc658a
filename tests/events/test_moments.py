"""When the happening that a word names was, as a table of cases."""

from datetime import UTC, date

import pytest

from briefgen.events.dates.moments import Moment, moments
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.knowledge.locale import load_locale
from briefgen.model import civil_day, to_edtf
from briefgen.temporal import find, resolve
from briefgen.temporal.tag import document_of

ENGLISH = load_locale("en")
LEAD = "Port Aven reopens.\n\nThe port of Aven reopened on Tuesday.\n\nGulls were seen.\n\n"
"""Tuesday is 16 July 2024."""


def moment(text: str, word: str) -> Moment:
    published = civil_day(date(2024, 7, 18), UTC)
    document = document_of(text, published=published, locale=ENGLISH)
    mentions = resolve(document, find(document, ENGLISH), ENGLISH, UTC)
    at = text.rindex(word)
    return moments(document, mentions, [(at, at + len(word))], load_statements("en"))[0]


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("The board closed the quay on Monday.", "closed", "2024-07-15"),
        ("The board said on Monday that the quay closed in May.", "closed", "2024-05"),
        ("The board said on Monday that the quay closed in May.", "said", "2024-07-15"),
        ("The dredging began on 3 July. Fishermen opposed the dredging.", "dredging", "2024-07-03"),
        ("A spokesman thanked the pilots.", "thanked", "2024-07-16%/2024-07-18%"),
        ("The board will widen the basin.", "widen", None),
        ("The yard had employed forty people.", "employed", None),
        ("The yard owns two cranes.", "owns", None),
    ],
)
def test_a_word_takes_the_date_of_its_clause(text: str, word: str, when: str | None) -> None:
    interval = moment(LEAD + text, word).interval
    assert when == (to_edtf(interval) if interval else None)


def test_an_undated_article_dates_no_news() -> None:
    document = document_of("The quay closed.", published=None, locale=ENGLISH)
    told = moments(document, (), [(9, 15)], load_statements("en"))[0]
    assert told.interval is None
    assert "undated" in told.why
