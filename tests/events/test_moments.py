"""When the happening that a word names was, as a table of cases."""

from dataclasses import replace
from datetime import UTC, date

import pytest

from briefgen.events.dates.moments import Moment, moments
from briefgen.events.language.lexicon_tables import load_statements
from briefgen.knowledge.locale import load_locale
from briefgen.model import BlockKind, Interval, civil_day, to_edtf
from briefgen.temporal import find, resolve
from briefgen.temporal.tag import document_of

ENGLISH = load_locale("en")
LEAD = "Port Aven reopens.\n\nThe port of Aven reopened on Tuesday.\n\nGulls were seen.\n\n"
"""Tuesday is 16 July 2024."""
NEWS = "2024-07-16%/2024-07-18%"
"""The day of the news."""


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
        ("The board chose a builder on Monday to mend the quay.", "mend", None),
        ("The yard closed on Monday after breaking a rule.", "breaking", None),
        ("The yard, which opened in 1998, has lost its licence.", "lost", None),
        ("The yard is building a tug that opened in 1998.", "building", "2024-07-16%/2024-07-18%"),
        ("The yard is building a ferry for 2027.", "building", "2024-07-16%/2024-07-18%"),
        ("The pilots meet on Friday.", "meet", "2024-07-19"),
        ("Fishermen praised the decision.", "decision", "2024-07-16%/2024-07-18%"),
        ("Fishermen wrote of a decision.", "decision", None),
        ("The dredging began in May 2023. Gulls came. Its dredging ended.", "dredging", "2023-05"),
        ("The audit is due in May 2025. An audit was no surprise.", "audit", None),
        ("In May a board member spoke of tolls. Tolls are low.", "Tolls", None),
        ("The old rates have hurt the islands.", "hurt", None),
    ],
)
def test_a_word_takes_the_date_of_its_clause(text: str, word: str, when: str | None) -> None:
    interval = moment(LEAD + text, word).interval
    assert when == (to_edtf(interval) if interval else None)


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("The guild landed 40 tons, compared with 50 in March 2023.", "landed", NEWS),
        ("The guild landed 40 tons, compared with catches in March 2023.", "catches", "2023-03"),
        ("Tolls rose 5 percent from a year earlier.", "rose", NEWS),
        ("Tolls were up 8% on the same quarter of 2023.", "were", NEWS),
        ("Fewer ferries sailed than in March 2023.", "sailed", NEWS),
        ("The catch fell from 70 tons in March 2023 to 30 tons.", "fell", NEWS),
        ("The worst gale since 1992 sank two tugs.", "gale", None),
        ("The second-worst gale since 1992 sank two tugs.", "sank", NEWS),
        ("The ferry docked two days later than planned.", "docked", NEWS),
        ("The gale sank more than 40 boats on Monday.", "sank", "2024-07-15"),
        ("The crew left Osk Point on Monday.", "left", "2024-07-15"),
        ("The tug was towed from Osk Point on Monday.", "towed", "2024-07-15"),
        ("Three fifths of the boats sank on 2 July.", "sank", "2024-07-02"),
        ("The price went up in May 2023.", "went", "2023-05"),
        ("The guild announced a loss for the first quarter of 2024.", "announced", NEWS),
        ("The guild announced a loss for the first quarter of 2024.", "loss", "2024-33"),
        ("The guild announced in May that it was broke.", "announced", "2024-05"),
        ("The guild praised crews who sailed in May 2023.", "praised", NEWS),
        ("The quay, which collapsed, was cleared on Monday.", "collapsed", NEWS),
        ("The quay, which collapsed, in May 2023, was cleared.", "collapsed", "2023-05"),
        (
            "The quay, begun two years ago, was shut, the board saying it was unsafe.",
            "saying",
            NEWS,
        ),
        ("The tug, built by the guild, was sold on Monday.", "built", None),
        ("The tug was named in a rite held by the guild on Monday.", "held", "2024-07-15"),
        ("The board will mend the quay over the next few years.", "mend", None),
        ("The board is selling a tug by 2027.", "selling", NEWS),
        ("The quay has been closed since May.", "closed", "2024-05/.."),
    ],
)
def test_a_date_dates_no_other_thing_of_its_sentence(
    text: str, word: str, when: str | None
) -> None:
    interval = moment(LEAD + text, word).interval
    assert when == (to_edtf(interval) if interval else None)


@pytest.mark.parametrize(
    ("body", "when"),
    [
        ("The board opened the lock on Tuesday. It has two gates.", "2024-07-16~/2024-07-18~"),
        ("The board opened the lock. A lock was opened here in 1950.", "2024-07-18~"),
    ],
)
def test_a_title_takes_the_day_of_the_news(body: str, when: str) -> None:
    assert when == to_edtf(titled(f"Board opens lock\n18 July 2024\n{body}", "opens"))


def test_a_line_that_is_only_a_date_dates_no_word() -> None:
    text = "Board opens lock\n16 July 2024\nThe board opened the lock."
    assert "2024-07-18~" == to_edtf(titled(text, "opened"))


@pytest.mark.parametrize(
    ("title", "body", "word"),
    [
        ("Guild to mend lock", "The guild has won a contract for it.", "mend"),
        ("Lock reopens", "The guild says that it will mend a gate.", "mend"),
    ],
)
def test_what_the_lead_tells_as_to_come_has_no_day(title: str, body: str, word: str) -> None:
    assert titled_moment(f"{title}\n18 July 2024\n{body}", word).interval is None


def test_what_a_title_has_done_to_an_end_has_the_day_of_the_news() -> None:
    text = "Guild hires divers to mend lock\n18 July 2024\nThe guild hired nine divers."
    assert "2024-07-18~" == to_edtf(titled(text, "mend"))


def titled(text: str, word: str) -> Interval:
    """When a word of a text happened whose lines are a title, a date and a paragraph."""
    found = titled_moment(text, word).interval
    assert found is not None
    return found


def titled_moment(text: str, word: str) -> Moment:
    published = civil_day(date(2024, 7, 18), UTC)
    plain = document_of(text.replace("\n", "\n\n"), published=published, locale=ENGLISH)
    kinds = [BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    document = replace(
        plain,
        blocks=tuple(replace(b, kind=k) for b, k in zip(plain.blocks, kinds, strict=True)),
        sentences=tuple(replace(s, kind=kinds[s.block]) for s in plain.sentences),
    )
    mentions = resolve(document, find(document, ENGLISH), ENGLISH, UTC)
    at = document.text.index(word)
    return moments(document, mentions, [(at, at + len(word))], load_statements("en"))[0]


def test_an_undated_article_dates_no_news() -> None:
    document = document_of("The quay closed.", published=None, locale=ENGLISH)
    told = moments(document, (), [(9, 15)], load_statements("en"))[0]
    assert told.interval is None
    assert "undated" in told.why
