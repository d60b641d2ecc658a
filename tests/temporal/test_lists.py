"""Dates in lists: what only one of them tells, the others share."""

from datetime import UTC, date

import pytest

from briefgen.knowledge.locale import load_locale
from briefgen.model import civil_day
from briefgen.temporal import tag

EN = load_locale("en")
DAY = civil_day(date(2024, 7, 18), UTC)


def values_of(text: str) -> list[str]:
    return [mention.value for mention in tag(text, published=DAY, locale=EN, zone=UTC)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met on 5 and 7 July.", ["2024-07-05", "2024-07-07"]),
        ("They met on 2, 5 and 7 July.", ["2024-07-02", "2024-07-05", "2024-07-07"]),
        ("They met on July 3, 5 and 7.", ["2024-07-03", "2024-07-05", "2024-07-07"]),
        ("Talks are due on September 3 and 5.", ["2024-09-03", "2024-09-05"]),
        ("The port shut in April and June 1955.", ["1955-04", "1955-06"]),
        ("The port shut in December and January 1955.", ["1954-12", "1955-01"]),
        ("It rained on 28 June and 2 July 2019.", ["2019-06-28", "2019-07-02"]),
    ],
)
def test_a_list_shares_month_and_year(text: str, values: list[str]) -> None:
    assert values == values_of(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He bought 5 and 7 July came.", ["2024-07-07"]),
        ("They met on July 3 and 5 people came.", ["2024-07-03"]),
        ("They met on July 9 and 5 was the score.", ["2024-07-09"]),
        ("They met on 9 and 7 July.", ["2024-07-07"]),
    ],
)
def test_other_figures_are_no_days(text: str, values: list[str]) -> None:
    assert values == values_of(text)


HISTORY = (
    "The wars began in 1801. In 1802 the port fell. In 1803 it burned. In 1804 it was rebuilt. "
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On 10 March 1805 it fell, before a siege planned for 1806. On 20 March it was free.",
         "1805-03-20"),
        ("On 10 March 1805 it lost more men than in May 1802. On 20 March it was free.",
         "1805-03-20"),
        ("On 10 March 1805 it fell. It was to be free by May 1805. In June it was.", "1805-06"),
        ("On 7 December 1805 it fell. In January it was free.", "1806-01"),
        ("In the first ten months of 1805 it stood. In November it fell.", "1805-11"),
        ("By 1805 it had fallen. In August of that year it was free.", "1805-08"),
    ],
)  # fmt: skip
def test_a_history_goes_on_from_where_it_is(text: str, value: str) -> None:
    assert value == values_of(HISTORY + text)[-1]
