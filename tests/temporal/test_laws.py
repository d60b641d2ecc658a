"""Laws of finding and resolving."""

from collections.abc import Callable
from datetime import UTC, date, timedelta, timezone
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefgen.knowledge.locale import load_locale
from briefgen.model import Anchor, civil_day, to_edtf
from briefgen.temporal import find, resolve, tag, timexes
from briefgen.temporal.tag import document_of

EN = load_locale("en")
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
MONTHS = EN.wording.months_long
SPELLINGS: dict[str, Callable[[date], str]] = {
    "18 July 2024": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "July 18, 2024": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "the 18th of July, 2024": lambda d: (
        f"the {d.day}{nth(d.day)} of {MONTHS[d.month - 1]}, {d.year}"
    ),
    "2024-07-18": lambda d: d.isoformat(),
    "2024/7/18": lambda d: f"{d.year}/{d.month}/{d.day}",
    "18.07.2024": lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    "Thursday, July 18, 2024": lambda d: (
        f"{EN.wording.weekdays_long[d.weekday()]}, {MONTHS[d.month - 1]} {d.day}, {d.year}"
    ),
    "Thu 18 Jul 2024": lambda d: (
        f"{EN.wording.weekdays[d.weekday()]} {d.day} {EN.wording.months[d.month - 1]} {d.year}"
    ),
}
WORDS = (
    "last", "next", "the", "first", "July", "18", "2024", "9999", "0001", "of", "in", "three",
    "years", "ago", "decades", "centuries", "millennia", "500", "earlier", "later", "Friday",
    "night", "from", "to", "-", "24:00", "century", "May", "31", "29", "February", "since", "half",
)  # fmt: skip
SENTENCES = st.lists(
    st.sampled_from(
        [
            "The port reported on Thursday that it burned overnight.",
            "“We met yesterday,” the envoy said on Monday.",
            "He will speak on Friday, or in May, or by 3 June 2025.",
            "Two days later it rained, at 14:05.",
            "From 3 to 7 July it was calm; since 1997 it has been so.",
            "In the last six years, every Tuesday, for three weeks.",
            "Nothing here. 24/7 and F-16 and 1,500.",
        ]
    ),
    max_size=6,
)


def nth(day: int) -> str:
    if day in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


@given(day=DAYS, other=st.none() | DAYS, spelling=st.sampled_from(sorted(SPELLINGS)))
def test_absolute_dates_mean_themselves(day: date, other: date | None, spelling: str) -> None:
    """A date told in full is that date, whatever the document's own."""
    text = f"It was sold on {SPELLINGS[spelling](day)}, they say."
    published = None if other is None else civil_day(other, UTC)

    found = tag(text, published=published, locale=EN, zone=UTC)

    assert [day.isoformat()] == [mention.value for mention in found]
    assert found[0].interval == civil_day(day, UTC)
    assert found[0].anchor is Anchor.ABSOLUTE


@given(
    day=DAYS,
    weekday=st.sampled_from(EN.wording.weekdays_long),
    verb=st.sampled_from(["left", "will leave", "was seen", "is to speak", "leaves"]),
)
def test_weekdays_move_with_the_document(day: date, weekday: str, verb: str) -> None:
    """A document dated a week later means weekdays a week later."""
    text = f"The envoy {verb} on {weekday}."

    one = tag(text, published=civil_day(day, UTC), locale=EN, zone=UTC)[0]
    two = tag(text, published=civil_day(day + timedelta(days=7), UTC), locale=EN, zone=UTC)[0]

    assert one.interval is not None
    assert two.interval is not None
    assert one.interval.start is not None
    assert two.interval.start is not None
    assert one.interval.start + timedelta(days=7) == two.interval.start
    assert abs((one.interval.start.date() - day).days) < 7


@given(sentences=SENTENCES, day=st.none() | DAYS)
def test_resolving_is_pure_and_keeps_every_mention(sentences: list[str], day: date | None) -> None:
    """Resolve changes no mention, loses none, and gives the same twice."""
    published = None if day is None else civil_day(day, UTC)
    document = document_of("\n\n".join(sentences), published=published, locale=EN)
    mentions = find(document, EN)

    once = resolve(document, mentions, EN, UTC)

    assert mentions == find(document, EN)
    assert once == resolve(document, mentions, EN, UTC)
    assert [m.rule for m in mentions] == [m.rule for m in once]
    assert all(document.text[m.start : m.end] == m.text for m in once)
    assert all(a.end <= b.start for a, b in pairwise(once))
    assert all(m.why and (m.interval is None or m.anchor is not Anchor.NONE) for m in once)


@given(sentences=SENTENCES, day=DAYS)
def test_corpus_records_stand_where_they_say(sentences: list[str], day: date) -> None:
    """The exchange form has exact offsets, in order, ranges cut in two."""
    text = " ".join(sentences)

    records = timexes(tag(text, published=civil_day(day, UTC), locale=EN, zone=UTC))

    assert all(text[int(r["start"]) : int(r["end"])] == r["text"] for r in records)
    assert all("/" not in str(r["value"]) for r in records)
    starts = [int(r["start"]) for r in records]
    assert sorted(starts) == starts


@given(text=st.text(max_size=300))
def test_any_text_is_read_without_complaint(text: str) -> None:
    """Nothing that can be written makes the tagger fail."""
    found = tag(text, published=civil_day(date(2024, 7, 18), UTC), locale=EN, zone=UTC)

    assert all(text[m.start : m.end] == m.text for m in found)


@given(words=st.lists(st.sampled_from(WORDS), max_size=12))
def test_any_order_of_date_words_is_read_without_complaint(words: list[str]) -> None:
    """However date words are strung together, no date that cannot be is made."""
    text = " ".join(words)
    found = tag(text, published=civil_day(date(2024, 7, 18), UTC), locale=EN, zone=UTC)

    assert all(m.interval is None or to_edtf(m.interval) for m in found)


def test_days_are_of_the_zone() -> None:
    kyiv = timezone(timedelta(hours=3))

    found = tag("On 18 July 2024.", published=None, locale=EN, zone=kyiv)[0]

    assert found.interval == civil_day(date(2024, 7, 18), kyiv)
