"""A Report without a date of its own → the Report with one, where that is a safe reading.

The order in which a date is taken, each said in the report's why:

1. the sentence before it in the same paragraph, when that happened in the article's own days;
2. an earlier statement of the same speaker;
3. the first happening that the article tells, when the sentence goes on about it ("the attacks");
4. the article's own day, marked approximate, when it is told in the past or as going on, or in
   the present tense of a standfirst ("Depot burns for a second day").

Else it stays undated. Nothing is inherited in an article that has no date.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import takewhile

from briefgen.events.lexicon import Statements, phrase_set
from briefgen.events.telling import Telling, Told
from briefgen.events.tenses import Tense
from briefgen.model import (
    BlockKind,
    DateBasis,
    Document,
    Grain,
    Interval,
    Place,
    Precision,
    Relation,
    Report,
    Status,
    civil_day,
)

__all__ = ["inherit", "lends"]

DONE = frozenset({Status.OCCURRED, Status.ONGOING})
TOLD = frozenset({Tense.PAST, Tense.PERFECT, Tense.ONGOING})
DEFINITE_REACH = 3
"""How many words after "the" its noun may stand: "the Russian attacks"."""
PARAGRAPH = "the sentence before it in the paragraph"
CLOSE_DAYS = 3
"""A happening further than this before publication dates no other sentence."""


def inherit(
    report: Report, telling: Telling, told: Sequence[Told], document: Document, lexicon: Statements
) -> Report:
    """The report with the date of its surroundings, or with the reason why it has none."""
    if document.published is None:
        return replace(report, why="no date of its own, and its article is undated")
    if telling.tense not in TOLD and telling.sentence.kind is not BlockKind.STANDFIRST:
        tense = telling.tense.value
        return replace(report, why=f"no date of its own, and told in the {tense} tense")
    found = _settled(telling, told, lexicon)
    if found is not None:
        source, basis = found
        return replace(
            report,
            interval=source.interval,
            basis=DateBasis.INHERITED,
            why=f"no date of its own; taken from {basis}",
            places=report.places or _shared_places(source, basis),
        )
    day = document.published.interval
    if day.grain > Grain.DAY:
        return replace(report, why="no date of its own, and its article's is coarser than a day")
    if phrase_set(telling.lower, lexicon.passing):
        return replace(report, why="no date of its own, and told in passing")
    return replace(
        report,
        interval=replace(_day_of(day), approximate=True),
        basis=DateBasis.INHERITED,
        why="no date of its own; the article's own day, approximately, as it is told as news",
    )


def _shared_places(source: Report, basis: str) -> tuple[Place, ...]:
    """The places that a paragraph goes on about; a country alone places no second sentence."""
    if basis != PARAGRAPH:
        return ()
    return tuple(p for p in source.places if p.precision is not Precision.COUNTRY)


def _settled(
    telling: Telling, told: Sequence[Told], lexicon: Statements
) -> tuple[Report, str] | None:
    """The report that lends its date, and how it is tied to this one."""
    block = telling.sentence.block
    for before in takewhile(lambda t: t.block == block, reversed(told)):
        if before.lends:
            source = before.report
            if not telling.saying and not _goes_on(before, telling, lexicon):
                source = replace(source, interval=_loosely(source.interval))
            return source, PARAGRAPH
    if telling.speaker:
        for before in reversed(told):
            if before.lends and before.speaker and _same_voice(telling.speaker, before.speaker):
                return before.report, "an earlier statement of the same speaker"
    lead = next((t for t in told if t.lends), None)
    if lead is not None and _goes_on(lead, telling, lexicon):
        return lead.report, "the happening that the article tells first"
    return None


def lends(report: Report, document: Document) -> bool:
    """Whether a report's date is one of the article's own days, fit to be inherited."""
    interval, published = report.interval, document.published
    if interval is None or published is None or report.status not in DONE:
        return False
    told = published.interval.start
    if interval.end is None or interval.start is None or told is None:
        return False
    if report.mention is not None and report.mention.relation is not Relation.AT:
        return False
    return interval.grain <= Grain.DAY and (told - interval.end).days <= CLOSE_DAYS


def _same_voice(one: str, other: str) -> bool:
    """Whether all capitalised words of one claimant's name stand in the other's."""
    names = [{w.strip("’'s,.") for w in who.split() if w[:1].isupper()} for who in (one, other)]
    shorter, longer = sorted(names, key=len)
    return bool(shorter) and shorter <= longer


def _goes_on(lead: Told, telling: Telling, lexicon: Statements) -> bool:
    """Whether a sentence speaks of what the lead told: "in response", "the Russian attacks".

    Definite words count when the lead has them, as common nouns: what was not told before is not
    "the attacks".
    """
    if phrase_set(telling.lower, lexicon.back):
        return True
    words = telling.wording.words
    who = lead.report.attribution.who.split() if lead.report.attribution else []
    known = {lexicon.canonical(w.strip(".,’'“”")) for w in lead.report.quote.split()}
    known -= {lexicon.canonical(w.strip(".,’'“”")) for w in who}
    return any(
        word.lower in lexicon.determiners
        and any(
            near.text.islower() and lexicon.canonical(near.text) in known - lexicon.stop
            for near in words[at + 1 : at + 1 + DEFINITE_REACH]
        )
        for at, word in enumerate(words)
    )


def _loosely(interval: Interval | None) -> Interval | None:
    """The days of a part of a day or a clock time: what else was done need not be of the hour."""
    if interval is None or interval.grain >= Grain.DAY or interval.start is None:
        return interval
    assert interval.start.tzinfo is not None
    assert interval.end is not None
    last = interval.end - timedelta(microseconds=1)
    return Interval(
        start=civil_day(interval.start.date(), interval.start.tzinfo).start,
        end=civil_day(last.date(), interval.start.tzinfo).end,
        grain=Grain.DAY,
        approximate=True,
    )


def _day_of(interval: Interval) -> Interval:
    assert interval.start is not None
    assert interval.start.tzinfo is not None
    return civil_day(interval.start.date(), interval.start.tzinfo)
