"""Whom a text calls by which title, and when they had it."""

from datetime import date

import pytest

from briefgen.errors import KnowledgeError
from briefgen.knowledge.offices import Term, load_offices, parse_offices, titles_in

TABLE = """
former: [former, ex]
under: [vice, deputy]
offices:
  - office: harbour master of Aven
    titles: [Master, Harbour Master]
    holders:
      - {names: [Ida Fenwright, Fenwright], terms: [2019-03-01/2023-06-30, 2027-01-01/..]}
      - {names: [Odd Fenwright, Fenwright], terms: [2011-03-01/2019-03-01]}
  - office: vice master of Aven
    titles: [Vice Master]
    holders:
      - {names: [Ida Fenwright], terms: [2015-01-01/2019-02-28]}
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Harbour Master Ida Fenwright left.", [("Harbour Master Ida Fenwright", False)]),
        ("Vice Master Ida Fenwright left.", [("Vice Master Ida Fenwright", False)]),
        ("Deputy Harbour Master Ida Fenwright left.", []),
        ("Vice Master Fenwright left.", []),
        ("former Aven Harbour Master Fenwright left", [("Harbour Master Fenwright", True)]),
        ("A former sailor, Harbour Master Fenwright", [("Harbour Master Fenwright", False)]),
        ("ex-Master Fenwright and Master Odd\nFenwright", [("Master Fenwright", True)]),
        ("Ida Fenwright, the harbour master, left.", []),
        ("Master Fenwrights left the Grandmaster Fenwright.", []),
    ],
)
def test_a_title_counts_right_before_its_name(text: str, said: list[tuple[str, bool]]) -> None:
    found = titles_in(text, parse_offices(TABLE, "table"))
    assert said == [(one.said, one.former) for one in found]


def test_the_terms_of_namesakes_stand_together_in_order() -> None:
    (one,) = titles_in("Master Fenwright", parse_offices(TABLE, "table"))
    assert [date(2011, 3, 1), date(2019, 3, 1), date(2027, 1, 1)] == [t.first for t in one.terms]
    assert Term(first=date(2027, 1, 1), last=None) == one.terms[-1]


@pytest.mark.parametrize(
    "table",
    [
        "offices: none",
        "offices: [{office: mayor}]",
        "offices: [{office: mayor, titles: [Mayor], holders: [{names: [A B], terms: [soon]}]}]",
    ],
)
def test_a_table_that_is_wrong_says_what_to_write(table: str) -> None:
    with pytest.raises(KnowledgeError, match=r"offices|mayor"):
        parse_offices(table, "table")


def test_no_term_of_the_bundled_table_ends_before_it_begins() -> None:
    for titles in load_offices().terms.values():
        for _, terms in titles.values():
            assert all(term.last is None or term.first <= term.last for term in terms)
            firsts = [term.first for term in terms]
            assert sorted(firsts) == firsts
