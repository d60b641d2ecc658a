"""What counts from an event: dated by the text, by a milestone, or by neither."""

import tomllib
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path
from typing import Any

import pytest

from briefgen.knowledge.locale import load_locale
from briefgen.knowledge.milestones import load_milestones
from briefgen.model import Anchor, Mention, civil_day, to_edtf
from briefgen.temporal import tag, timexes

EN = load_locale("en")
WORLD = load_milestones(["world"])
CASES = Path(__file__).parent.parent / "cases" / "temporal_events.toml"


def _tagged(text: str, day: str = "2024-07-18") -> tuple[Mention, ...]:
    published = civil_day(date.fromisoformat(day), UTC)
    return tag(text, published=published, locale=EN, zone=UTC, milestones=WORLD)


def _of_events(mention: Mention) -> bool:
    kind = dict(mention.expression.fields)["kind"]
    return mention.anchor is Anchor.EVENT or kind in {"tied", "duration"}


@pytest.mark.parametrize(
    "case", tomllib.loads(CASES.read_text(encoding="utf-8"))["case"], ids=lambda c: c["text"][:60]
)
def test_counted_from_events(case: dict[str, Any]) -> None:
    mentions = _tagged(case["text"], case.get("date", "2024-07-18"))
    found = [mention for mention in mentions if _of_events(mention)]

    wanted = [entry.partition(" = ") for entry in case["found"]]
    assert [text for text, _, _ in wanted] == [mention.text for mention in found]
    for (_, _, told), mention in zip(wanted, found, strict=True):
        value, _, edtf = told.partition(" ")
        if not told:
            assert mention.interval is None, mention.why
            continue
        assert mention.interval is not None, mention.why
        assert (value, edtf) == (mention.value, to_edtf(mention.interval))
        assert Anchor.EVENT is mention.anchor


def test_why_names_the_event_its_date_and_where_that_is_told() -> None:
    *_, told = _tagged("The vote was held on 7 July. Two days after the vote he left.")
    assert told.why == (
        "“Two days after the vote” → Tue 9 Jul 2024: counted from “the vote”, Sun 7 Jul 2024 "
        "(“7 July” elsewhere in the text)."
    )
    *_, known = _tagged("He came a day before NATO's summit.", "2024-07-08")
    assert "the milestone “NATO summit”, 9–11 Jul 2024, https://www.nato.int/" in known.why
    *_, open_ = _tagged("Two days before the vote he left.")
    assert "names no date here: nothing tells when “the vote” is" in open_.why
    *_, two = _tagged("The vote of 3 May and the vote of 7 July. Two days after the vote he left.")
    assert "more than one date that “the vote” may have (“3 May”, “7 July”)" in two.why


def test_corpora_get_no_event_that_is_no_time() -> None:
    text = "Since the full-scale invasion of Ukraine it has burned. The day after the vote he left."
    assert ["the full-scale invasion of Ukraine", "The day after the vote"] == [
        mention.text for mention in _tagged(text)
    ]
    assert [] == timexes(_tagged(text))


def test_without_milestones_only_the_text_dates_events() -> None:
    published = civil_day(date(2024, 7, 8), UTC)
    found = tag("A day before NATO's summit.", published=published, locale=EN, zone=UTC)
    assert [None] == [mention.interval for mention in found]


def test_a_locale_without_words_for_events_ties_nothing() -> None:
    lexicon = {name: words for name, words in EN.lexicon.items() if name != "event"}
    plain = replace(EN, lexicon=lexicon)
    published = civil_day(date(2024, 7, 18), UTC)
    text = "The vote was held on 7 July. Two days after the vote he left."
    found = tag(text, published=published, locale=plain, zone=UTC, milestones=WORLD)
    assert ["2024-07-07", "P2D"] == [mention.value for mention in found]
