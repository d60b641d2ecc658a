"""A statement without a date of its own → the date that its surroundings lend it, and the tie.

One rule, for the reports of a brief (``gather``) and for single words (``moments``). A statement
takes the first of these that there is, and pays for it in certainty:

========== ================================================================= ====================
tie        taken from                                                        costs
========== ================================================================= ====================
clause     an expression in its own clause                                   nothing
sentence   one in another clause of its sentence, on the same side of a      nothing
           saying: what is said is not dated by when it was said
story      the same happening where the article tells it with a date: the    the hour, where it
           first one ("in response", "the Russian attacks"), or a noun that  is not the paragraph's
           stands beside one date alone ("the merger")
paragraph  the last sentence before it in the paragraph that has one         approximate, unless
                                                                             it goes on about it
speaker    an earlier statement of the same speaker                          nothing
lead       the day that the first sentences tell, up to the article's own    approximate; after
                                                                             the lead uncertain
article    the article's own day                                             the same
========== ================================================================= ====================

Of what a page tells as done after its lead the last two only say *by* when it was, in a brief
(:mod:`briefgen.events.dates.undated`).

A word that is asked for (``moments``) takes the day of the news more readily than a statement of a
brief, for which a wrong day is worse than none: what a page tells after its lead as a result ("has
cost them dear") stays undated there.

Only what is told as done or going on takes one, or in the present tense of a standfirst; only what
lies in the article's own days is lent; an article without a date lends nothing. Else a statement
stays undated and says why.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import takewhile

from briefgen.events.dates.article import Article, Moment
from briefgen.events.dates.history import CLOSE_DAYS
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.phrases import phrase_set
from briefgen.events.language.tenses import Tense, finite_in
from briefgen.events.sentences.telling import Telling, Told
from briefgen.model import (
    BlockKind,
    Document,
    Grain,
    Interval,
    Place,
    Precision,
    Relation,
    Report,
    Status,
    Tie,
    civil_day,
)

__all__ = ["Lent", "day_of_news", "inherit", "lends"]

DONE = frozenset({Status.OCCURRED, Status.ONGOING})
TOLD = frozenset({Tense.PAST, Tense.PERFECT, Tense.ONGOING})
DEFINITE_REACH = 3
"""How many words after "the" its noun may stand: "the Russian attacks"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lent:
    """What the surroundings lend a statement: a date or the reason why none, and places."""

    moment: Moment
    places: tuple[Place, ...] = ()
    """Those that the paragraph goes on about; a country alone places no second sentence."""


def inherit(
    telling: Telling,
    told: Sequence[Told],
    article: Article,
    lexicon: Statements,
    tenses: frozenset[Tense] = TOLD,
) -> Lent:
    """The date of the surroundings, or the reason why there is none. Pure.

    ``tenses`` are those in which something is told as done.
    """
    published = article.document.published
    if published is None:
        return _none("its article is undated")
    untold = _when_untold(telling, article, lexicon, tenses)
    if untold is not None:
        return _none(untold)
    found = _lent(telling, told, article, lexicon)
    if found is not None:
        return found
    if published.interval.grain > Grain.DAY:
        return _none("its article's is coarser than a day")
    if phrase_set(telling.lower, lexicon.passing):
        return _none("told in passing")
    return Lent(moment=day_of_news(telling, article))


def _when_untold(
    telling: Telling, article: Article, lexicon: Statements, tenses: frozenset[Tense]
) -> str | None:
    """How a statement is told that takes no date of its surroundings.

    After the lead, a page that says by itself what has come about ("has cost them dear") does not
    say when.
    """
    if telling.tense not in tenses and telling.sentence.kind is not BlockKind.STANDFIRST:
        return f"told in the {telling.tense.value} tense"
    if telling.saying is not None or telling.sentence.start < article.lead_ends:
        return None
    wording = telling.wording
    finite = finite_in(wording, (wording.start, wording.end), lexicon)
    result = finite is not None and finite[1] is Tense.PERFECT
    return "told as a result, after the lead" if result else None


def _none(reason: str) -> Lent:
    return Lent(moment=Moment(interval=None, why=f"no date of its own, and {reason}"))


def _lent(
    telling: Telling, told: Sequence[Told], article: Article, lexicon: Statements
) -> Lent | None:
    """What a sentence before, or the same happening told elsewhere, lends."""
    block = telling.sentence.block
    for before in takewhile(lambda t: t.block == block, reversed(told)):
        if before.lends:
            interval = before.report.interval
            if not telling.saying and not _goes_on(before, telling, lexicon):
                interval = _about(_loosely(interval))
            why = "taken from the sentence before it in the paragraph"
            return Lent(
                moment=_moment(interval, why, Tie.PARAGRAPH),
                places=tuple(
                    p for p in before.report.places if p.precision is not Precision.COUNTRY
                ),
            )
    if telling.speaker:
        for before in reversed(told):
            if before.lends and before.speaker and _same_voice(telling.speaker, before.speaker):
                why = "taken from an earlier statement of the same speaker"
                return Lent(moment=_moment(before.report.interval, why, Tie.SPEAKER))
    lead = next((t for t in told if t.lends), None)
    aside = telling.saying is None and _is_late(telling, article)
    if lead is not None and _goes_on(lead, telling, lexicon, happening=aside):
        interval = lead.report.interval
        why = "taken from the happening that the article tells first"
        clock = interval is not None and interval.grain < Grain.PART
        interval = _loosely(interval) if clock or aside else interval
        return Lent(moment=_moment(_about(interval) if aside else interval, why, Tie.STORY))
    return _same_noun(telling, article, lexicon)


def _moment(interval: Interval | None, why: str, tie: Tie) -> Moment:
    return Moment(interval=interval, why=f"no date of its own; {why}", tie=tie)


def _same_noun(telling: Telling, article: Article, lexicon: Statements) -> Lent | None:
    """The date beside which the text tells "the merger", where it tells one alone."""
    words = telling.wording.words
    for at, word in enumerate(words):
        if word.lower not in lexicon.determiners:
            continue
        for near in words[at + 1 : at + 1 + DEFINITE_REACH]:
            named = near.text.islower() and lexicon.stem(near.text) in lexicon.nouns
            interval = article.stems.get(lexicon.canonical(near.text)) if named else None
            if interval is not None and _in_own_days(interval, article.document):
                why = f"taken from where the article tells “{near.text}” with a date"
                return Lent(moment=_moment(_loosely(interval), why, Tie.STORY))
    return None


def day_of_news(telling: Telling, article: Article) -> Moment:
    """The day of the news, approximately; uncertain for what is told after the lead."""
    news = article.news
    assert news.interval is not None
    late = _is_late(telling, article)
    day = _loosely(news.interval) if news.tie is Tie.LEAD else _day_of(news.interval)
    assert day is not None
    why = f"no date of its own; {news.why}, approximately"
    if late:
        why += ", and uncertain, for it stands after the lead"
    return replace(news, interval=replace(day, approximate=True, uncertain=late), why=why)


def _is_late(telling: Telling, article: Article) -> bool:
    """Whether a sentence stands after those that tell the news."""
    return telling.sentence.start >= article.lead_ends


def lends(report: Report, document: Document) -> bool:
    """Whether a report's date is one of the article's own days, fit to be inherited."""
    interval = report.interval
    if interval is None or interval.uncertain or report.status not in DONE:
        return False
    if report.mention is not None and report.mention.relation is not Relation.AT:
        return False
    return _in_own_days(interval, document)


def _in_own_days(interval: Interval, document: Document) -> bool:
    """Whether a date is of a day, and lies shortly before the article's own."""
    published = document.published.interval if document.published else None
    told = published.start if published else None
    if interval.end is None or interval.start is None or told is None or published is None:
        return False
    ahead = published.end is not None and interval.start >= published.end
    return not ahead and interval.grain <= Grain.DAY and (told - interval.end).days <= CLOSE_DAYS


def _same_voice(one: str, other: str) -> bool:
    """Whether all capitalised words of one claimant's name stand in the other's."""
    names = [{w.strip("’'s,.") for w in who.split() if w[:1].isupper()} for who in (one, other)]
    shorter, longer = sorted(names, key=len)
    return bool(shorter) and shorter <= longer


def _goes_on(lead: Told, telling: Telling, lexicon: Statements, *, happening: bool = False) -> bool:
    """Whether a sentence speaks of what the lead told: "in response", "the Russian attacks".

    Definite words count when the lead has them, as common nouns: what was not told before is not
    "the attacks". ``happening``: only such as name one, for a page that tells more of "the boy",
    after its lead, tells of many days.
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
            near.text.islower()
            and lexicon.canonical(near.text) in known - lexicon.stop
            and (not happening or _names_deed(near.text, lexicon))
            for near in words[at + 1 : at + 1 + DEFINITE_REACH]
        )
        for at, word in enumerate(words)
    )


def _names_deed(noun: str, lexicon: Statements) -> bool:
    """Whether a noun is of a happening: "the attack", "the ruling"."""
    stem = lexicon.stem(noun)
    return stem in lexicon.nouns or (
        stem in lexicon.done and noun.endswith(lexicon.participle_ending)
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


def _about(interval: Interval | None) -> Interval | None:
    return replace(interval, approximate=True) if interval is not None else None


def _day_of(interval: Interval) -> Interval:
    assert interval.start is not None
    assert interval.start.tzinfo is not None
    return civil_day(interval.start.date(), interval.start.tzinfo)
