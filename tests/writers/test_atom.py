"""The Atom feed of editions, read by a reader of feeds."""

from datetime import UTC, datetime

import feedparser
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model import Briefing
from briefgen.model.briefing import to_plain
from briefgen.writers.exports.atom import atom

CUTOFF = datetime(2031, 3, 6, 20, tzinfo=UTC)


def test_a_reader_of_feeds_understands_it(briefing: Briefing) -> None:
    brief = {**to_plain(briefing), "number": 7}
    data = atom([(CUTOFF, brief)], domain="brief.example", base="https://brief.example/days")
    read = feedparser.parse(data)
    assert not read.bozo
    (entry,) = read.entries
    assert f"{briefing.title}: {briefing.date_label}" == entry.title
    assert f"tag:brief.example,{briefing.day}:briefgen/7" == entry.id
    assert f"https://brief.example/days/brief-{briefing.day}.html" == entry.link
    assert "2031-03-06T20:00:00Z" == entry.updated
    assert briefing.bottom_line[0] in entry.summary


def test_an_empty_archive_is_a_feed() -> None:
    read = feedparser.parse(atom([], domain="brief.example"))
    assert (False, []) == (bool(read.bozo), read.entries)


@given(title=st.text(max_size=40), domain=st.text(max_size=10), base=st.text(max_size=20))
def test_whatever_stands_in_it_it_is_well_formed(
    title: str, domain: str, base: str, briefing: Briefing
) -> None:
    """Titles, domains and addresses may hold anything: the feed stays one that can be read."""
    brief = {**to_plain(briefing), "title": title, "number": 1}
    read = feedparser.parse(atom([(CUTOFF, brief)], domain=domain, base=base))
    assert not read.bozo
    assert 1 == len(read.entries)
