"""What undated texts say of their day: windows from constraints, reasons in words, no guess."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.knowledge.milestones import Milestone
from briefgen.model import Basis, Bound, Dating, Document, civil_day, to_edtf
from briefgen.readers import ReadOptions, read, text_document
from briefgen.readers.windows.inference import infer
from briefgen.readers.windows.same_facts import FactIndex
from briefgen.readers.windows.undated import date_undated

OPTIONS = ReadOptions(zone=UTC)
FORUM = Milestone(id="forum", name="Halden forum", dates=("2031-07-15/2031-07-18",), gathering=True)
YEARS = ("2029-07-17/2029-07-20", "2030-07-16/2030-07-19", "2031-07-15/2031-07-18")
FORUMS = Milestone(id="forums", name="Halden forum", dates=YEARS, gathering=True)
FLOOD = Milestone(id="flood", name="Ommel flood", dates=("2031-07-17",))


def window_of(text: str) -> str | None:
    window = infer(text_document(text, OPTIONS), UTC, milestones=(FLOOD, FORUM)).window
    return to_edtf(window) if window is not None else None


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("Today, July 18, 2031, the council met and chose nobody.", "2031-07-18"),
        ("The talks failed yesterday, 3 March 2031, officials said.", "2031-03-04"),
        ("They met on March 3, 2031. They will meet on March 9, 2031.", "2031-03-03/2031-03-09"),
        (
            (
                "The bridge was opened on Wednesday, July 17. It will be shut on Monday, July 22. "
                "It was begun in 2023 and is to be paid for in 2026."
            ),
            "2024-07-17/2024-07-22",
        ),
        ("The town burned in 2019, three years ago.", "2021-07-01/2023-07-03"),
        (
            "He resigned two years after the Ommel flood. His successor is to be chosen in 2034.",
            "2033-01-01/2034-12-31",
        ),
        (
            "The minister told the Halden forum on Wednesday that nobody would pay.",
            "2031-07-16/2031-07-22",
        ),
        ("The Halden forum began yesterday without the minister.", "2031-07-16/2031-07-19"),
        ("The Halden forum was opened this week.", "2031-07-15/2031-07-20"),
        (
            "The Ommel flood destroyed two bridges. The new ones will be ready in 2033.",
            "2031-07-17/2033-12-31",
        ),
        (
            (
                "SENDER, July 18 (Meridian Wire) — The dam broke in 2030, the ministry said. "
                "The council will rebuild it in 2030."
            ),
            "2030-07-18/2030-07-21",
        ),
    ],
)
def test_constraints_make_a_window(text: str, window: str) -> None:
    assert window == window_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor resigned on Tuesday, and nobody was surprised.",
        "The bridge was opened on July 17.",
        "It broke in 2030, the ministry said.",
        "© 2031 The Venn Post",
        "“We will go to Rome in 2031,” the mayor said. The first trip was in 2019.",
        "They met on March 3, 2031. They will meet on March 1, 2031.",
    ],
)
def test_what_does_not_bound_both_sides_is_no_window(text: str) -> None:
    assert window_of(text) is None


def test_a_wide_window_dates_nothing() -> None:
    found = infer(text_document("The town burned in 2019, three years ago.", OPTIONS), UTC)
    assert found.window is not None
    assert found.dating is None


def test_a_narrow_window_is_a_dating_with_its_reasons() -> None:
    text = "They met on March 3, 2031. They will meet on March 9, 2031."
    dating = infer(text_document(text, OPTIONS), UTC).dating
    assert dating is not None
    assert dating.basis is Basis.INFERRED
    assert "March 3, 2031" in dating.why
    assert "March 9, 2031" in dating.why


def test_a_bound_from_outside_closes_the_window() -> None:
    document = text_document("They met on March 3, 2031, and parted as friends.", OPTIONS)
    bound = Bound(latest=datetime(2031, 3, 6, 9, tzinfo=UTC), why="this copy was retrieved then")
    window = infer(replace(document, bounds=(bound,)), UTC).window
    assert window is not None
    assert to_edtf(window) == "2031-03-03/2031-03-06"


def told_of_forums(*sentences: str) -> str | None:
    found = infer(text_document(" ".join(sentences), OPTIONS), UTC, milestones=(FLOOD, FORUMS))
    return to_edtf(found.window) if found.dating is not None and found.window else None


FILLER = ("The harbour was quiet.",) * 6


@pytest.mark.parametrize(
    ("sentences", "window"),
    [
        (
            ("Ida Fenwright warned the Halden forum of a flood.", "The dam broke in 2030."),
            None,  # either of two
        ),
        (
            (
                "Ida Fenwright warned the Halden forum of a flood.",
                "The dam broke on August 3, 2030.",
            ),
            "2031-07-15/2031-07-25",
        ),
        (
            (
                "Ida Fenwright warned the Halden forum of July 2031 of a flood.",
                "The dam broke on August 3, 2030.",
            ),
            None,  # one that is dated may be long ago
        ),
        (
            (
                "The dam broke on August 3, 2030.",
                *FILLER,
                "Ida Fenwright warned the Halden forum of a flood.",
            ),
            None,  # named once, far down: it may be long ago
        ),
        (
            (
                "The dam broke on August 3, 2030.",
                *FILLER,
                "Ida Fenwright warned the Halden forum of a flood.",
                "The Halden forum had heard that before.",
            ),
            "2031-07-15/2031-07-25",
        ),
        (
            ("The upcoming Halden forum of 2031 will be dear.", "The dam broke on June 30, 2031."),
            "2031-06-30/2031-07-15",
        ),
        (
            ("The Ommel flood drowned the mayor on Wednesday.",),
            None,  # what happens once is told for years
        ),
    ],
)
def test_a_gathering_told_as_news_goes_on_or_is_just_over(
    sentences: tuple[str, ...], window: str | None
) -> None:
    assert window == told_of_forums(*sentences)


def test_a_page_chooses_the_year_of_a_gathering_that_comes_again() -> None:
    beside = [
        text_document(
            f"They met on July {day}, 2030. They will meet on July {day + 4}, 2030.", OPTIONS
        )
        for day in (11, 13, 15)
    ]
    told = text_document("Ida Fenwright warned the Halden forum of a flood.", OPTIONS)
    options = replace(OPTIONS, milestones=(FORUMS,))
    made, notices = date_undated((*beside, told), options)
    dating = made[-1].published
    assert dating is not None
    assert to_edtf(replace(dating.interval, uncertain=False)) == "2030-07-16/2030-07-26"
    assert "3 other articles of its page are of 2030-07-11/2030-07-19" in notices[-1].message
    alone, _ = date_undated((*beside[:2], told), options)
    assert alone[-1].published is None


def test_a_gathering_named_in_passing_only_chooses_among_years() -> None:
    fair = Milestone(id="fair", name="Ommel fair", dates=("2030-06-20/2030-06-22",), gathering=True)
    text = " ".join(
        ("Ida Fenwright warned the Halden forum of a flood.", *FILLER, "He told the Ommel fair so.")
    )
    window = infer(text_document(text, OPTIONS), UTC, milestones=(FORUMS, fair)).window
    assert window is not None
    assert to_edtf(window) == "2030-07-16/2030-07-26"


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("President Barack Obama met Prime Minister David Cameron.", "2010-05-11/2016-07-16"),
        ("Prime Minister Gordon Brown met former President Bill Clinton.", "2007-06-27/2010-05-14"),
        ("Prime Minister Liz Truss met nobody.", "2022-09-06/2022-10-28"),
        (
            (
                "Prime Minister Rishi Sunak met nobody. No one had sat there since President Bill "
                "Clinton came in 1997."
            ),
            "2022-10-25/2024-07-08",
        ),
        ("Prime Minister Boris Johnson met President Trump.", "2019-07-24/2022-09-09"),
        ("Prime Minister Keir Starmer met nobody.", None),
        ("Deputy Prime Minister Liz Truss met nobody.", None),
        ("Liz Truss met a president.", None),
    ],
)
def test_nobody_has_a_title_before_the_first_term(text: str, window: str | None) -> None:
    assert window == window_of(text)


def test_what_holds_of_most_texts_never_outdoes_what_holds_of_all() -> None:
    text = "Prime Minister Keir Starmer lunched where President Bill Clinton had lunched."
    found = infer(text_document(text, OPTIONS), UTC)
    assert found.window is None
    assert not found.contradicted
    assert "Starmer" in found.why


LEAD = "Eleven pickets blocked the ramp of the Pellan ferry for six hours on {day}, the union said."
REST = "The company has offered its sailors a smaller raise than the court had advised in winter."


def dated(text: str, day: date) -> Document:
    dating = Dating(interval=civil_day(day, UTC), basis=Basis.META, why="its page says so")
    return replace(text_document(text, OPTIONS), published=dating)


def test_an_article_that_tells_the_same_facts_inherits_the_window() -> None:
    other = dated(f"{LEAD.format(day='Thursday')} {REST}", date(2032, 5, 7))
    told = "For six hours on Thursday eleven pickets blocked the ramp of the Pellan ferry."
    document = text_document(f"{told} {REST} Tea was served.", OPTIONS)
    clues = FactIndex((other,), UTC).clues(document)
    found = infer(document, UTC, others=clues)
    assert found.window is not None
    assert to_edtf(found.window) == "2032-05-06/2032-05-10"
    assert not found.sure


def test_the_same_facts_on_another_weekday_or_with_other_figures_say_nothing() -> None:
    other = dated(f"{LEAD.format(day='Thursday')} {REST}", date(2032, 5, 7))
    index = FactIndex((other,), UTC)
    assert () == index.clues(text_document(f"{LEAD.format(day='Monday')} {REST}", OPTIONS))
    figures = f"{LEAD.replace('Eleven', '11').format(day='Thursday')} {REST}"
    assert () == index.clues(text_document(figures, OPTIONS))


def test_one_fact_alone_may_be_a_phrase_and_says_nothing() -> None:
    other = dated(f"{LEAD.format(day='Thursday')} {REST}", date(2032, 5, 7))
    document = text_document(LEAD.format(day="Thursday"), OPTIONS)
    assert () == FactIndex((other,), UTC).clues(document)


def test_an_undated_article_between_dated_ones_of_an_ordered_page(tmp_path: Path) -> None:
    page = """
Tug hired for the crane
Posted on 10 October 2031

The owner has hired a tug.

Crane still on the sea bed
By Ilse Marn

Nobody has seen the crane.

Dredger comes back
Posted on 9 October 2031

The dredger tied up at six.

Why the bar silts up
Posted on 2 October 2031

Each autumn the bar grows.
"""
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    reading = read([tmp_path / "page.txt"], OPTIONS)
    told = {one.title: one.published for one in reading.documents}
    dating = told["Crane still on the sea bed"]
    assert dating is not None
    assert to_edtf(dating.interval) == "2031-10-09?/2031-10-10?"
    assert any("inferred: 2031-10-09/2031-10-10" in one.message for one in reading.notices)


class TestLaws:
    """A window that is told holds the true day of a text that tells the truth."""

    @given(
        day=st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)),
        back=st.integers(min_value=0, max_value=400),
        ahead=st.integers(min_value=0, max_value=400),
    )
    def test_the_true_day_lies_in_the_window(self, day: date, back: int, ahead: int) -> None:
        past = date.fromordinal(day.toordinal() - back)
        plan = date.fromordinal(day.toordinal() + ahead)
        text = (
            f"The council met on {past:%B} {past.day}, {past.year}. "
            f"It will meet on {plan:%B} {plan.day}, {plan.year}."
        )
        window = infer(text_document(text, OPTIONS), UTC).window
        assert window is not None
        assert window.contains(civil_day(day, UTC))
