"""A statement without a date of its own → when it was, as a brief tells it.

The first of these that there is: the happening that the article dates elsewhere and this sentence
tells again (incidents.py); what the surroundings lend (inherit.py); the day of an older story that
the sentence before is set on, and this one goes on with.

What a page tells as done after its lead is of its own days, mostly, where it dates nothing older
(a day of trading, a raid); where it does, it tells history, and of the marked events of development
timelines that only their article's day would date there, that day was right of none. Nor need what
was past already when somebody said it ("had travelled") be of the day. A brief tells of them that
they were so *by* that day, open at the start: nobody is told a day that no text gives. Where a text
says what it counts from, and that is not dated ("ten days before the shooting"), the same holds of
every day that its surroundings would lend.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefgen.events.dates.article import Article, Moment
from briefgen.events.dates.dating import dated
from briefgen.events.dates.history import is_history
from briefgen.events.dates.incidents import BARE_CLOCK, names_incident, old_day, told_again
from briefgen.events.dates.inherit import Lent, inherit
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import Tense
from briefgen.events.sentences.clauses import Clauses
from briefgen.events.sentences.telling import Telling, Told, told_before
from briefgen.model import Anchor, Interval, Mention, Sentence, Status, Tie, TimexType

__all__ = ["Undated", "date_undated", "own_dates"]

NEWS = frozenset({Tie.LEAD, Tie.ARTICLE})
"""How the day of the news is tied to a statement that nothing else dates."""
PAST = frozenset({Tense.PAST, Tense.PLUPERFECT})
FROM_EVENT = "UNDEF-event"
"""How the value begins of a day that counts from a happening ..."""

HOURS = "PT"
"""... and of a length that leaves a clock time in its day."""
PHRASE = 2
"""Words of "two weeks of *the slaying*"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated:
    """How a statement is dated that has no date of its own."""

    lent: Lent
    status: Status | None = None
    """What its date makes of it; None: nothing else than its tense."""


def own_dates(
    mentions: Sequence[Mention], telling: Telling, article: Article, lexicon: Statements
) -> tuple[Mention, ...]:
    """The mentions of a sentence, clock times without their day where nobody tells that.

    Where it counts from a happening ("at six, ten days before the raid"), or tells one that the
    article dates, the clock is that of no day of the article's own.
    """
    clocks = [m for m in mentions if m.expression.value.startswith(BARE_CLOCK)]
    if not clocks or any(m not in clocks for m in dated(mentions) if m.anchor is not Anchor.EVENT):
        return tuple(mentions)
    counted = any(m.anchor is Anchor.EVENT for m in dated(mentions))
    another = counted or counted_from(mentions, telling, lexicon) is not None
    if not (another or _again(telling, article, lexicon)):
        return tuple(mentions)
    return tuple(_dayless(m) if m in clocks else m for m in mentions)


def _dayless(clock: Mention) -> Mention:
    """A clock time that has no place on the time line."""
    why = f"“{clock.text}” names no date here: it is of the day of what the text tells beside it."
    return replace(clock, interval=None, why=why)


def date_undated(
    telling: Telling,
    told: Sequence[Told],
    article: Article,
    mentions: Sequence[Mention],
    lexicon: Statements,
) -> Undated:
    """When a statement was that has no date of its own, or why nobody knows. Pure."""
    counts = counted_from(mentions, telling, lexicon)
    if counts is None:
        again = _again(telling, article, lexicon)
        if again is not None:
            return Undated(lent=Lent(moment=again), status=_status(again, article))
        back = _set_back(telling, article)
        if back is not None:
            return Undated(lent=Lent(moment=back), status=_status(back, article))
    lent = inherit(telling, told, article, lexicon)
    moment = _by_then(lent.moment, telling, article, lexicon, counts)
    return Undated(lent=replace(lent, moment=moment), status=_status(moment, article))


def _status(moment: Moment, article: Article) -> Status | None:
    """Whether what was then is history by now."""
    published = article.document.published
    over = moment.interval.end if moment.interval else None
    if over is None or published is None or not is_history(over, published.interval):
        return None
    return Status.BACKGROUND


def _again(telling: Telling, article: Article, lexicon: Statements) -> Moment | None:
    """The day of the happening that the article dates elsewhere and a sentence tells again."""
    if telling.tense not in PAST or article.document.published is None:
        return None
    found = told_again(telling, article.incidents, lexicon)
    if found is None:
        return None
    why = f"taken from where the article tells the same happening with a date (“{found.said}”)"
    return Moment(interval=found.day, why=f"no date of its own; {why}", tie=Tie.STORY)


def counted_from(mentions: Sequence[Mention], telling: Telling, lexicon: Statements) -> str | None:
    """The length by which a sentence counts from what nothing dates: "ten days before the raid"."""
    wording = telling.wording
    for mention in mentions:
        if mention.interval is not None or mention.start < wording.start:
            continue
        if mention.value.startswith(FROM_EVENT):
            return mention.text
        after = wording.within((mention.end, wording.end))[:1]
        beside = after and not wording.text[mention.end : after[0].start].strip()
        long = mention.type is TimexType.DURATION and not mention.value.startswith(HOURS)
        if not (beside and long):
            continue
        if after[0].lower in lexicon.counting:
            return wording.text[mention.start : after[0].end]
        whose = wording.within((after[0].end, wording.end))[:PHRASE]
        owned = (
            len(whose) == PHRASE and whose[0].lower in lexicon.determiners | lexicon.openers_back
        )
        tied = after[0].lower in lexicon.date_prepositions
        if tied and owned and names_incident(whose[1], lexicon):
            return wording.text[mention.start : whose[1].end]
    return None


def _set_back(telling: Telling, article: Article) -> Moment | None:
    """The older day that the sentence before in the paragraph tells, of a story that goes on."""
    before = telling.before
    if before is None or telling.saying is not None or telling.tense is not Tense.PAST:
        return None
    day = old_day(_clauses(before, article), article.document)
    if day is None or day.interval is None:
        return None
    interval = replace(day.interval, approximate=True, uncertain=True)
    why = f"no date of its own; goes on with what the sentence before it dates (“{day.text}”)"
    return Moment(interval=interval, why=why, tie=Tie.PARAGRAPH)


def _by_then(
    moment: Moment,
    telling: Telling,
    article: Article,
    lexicon: Statements,
    counts: str | None,
) -> Moment:
    """A lent moment, open at its start where it only tells by when a thing was done."""
    if moment.interval is None or telling.tense is not Tense.PAST:
        return moment
    late = telling.sentence.start >= article.lead_ends
    if counts is not None and late:
        return _opened(moment, article, f"counted from what nothing dates (“{counts}”)")
    if moment.tie not in NEWS or not late:
        return moment
    if told_before(telling, lexicon):
        return _opened(moment, article, "told as past before the day of the article")
    if article.history and not _is_said(telling, article, lexicon):
        return _opened(moment, article, "told as done, beside what is older, by the article's day")
    return moment


def _is_said(telling: Telling, article: Article, lexicon: Statements) -> bool:
    """Whether somebody says so, or is told to have said more: "…, she said. She named three"."""
    words, before = telling.wording.words, telling.before
    if telling.saying is not None or before is None or not words:
        return telling.saying is not None
    goes_on = words[0].lower in lexicon.personal
    return goes_on and _clauses(before, article).saying is not None


def _clauses(sentence: Sentence, article: Article) -> Clauses:
    """The clauses of a sentence of the article."""
    sentences = article.document.sentences
    return article.sentences[bisect_left(sentences, sentence.start, key=lambda s: s.start)]


def _opened(moment: Moment, article: Article, how: str) -> Moment:
    """The days up to the end of the one that an article is from."""
    assert article.document.published is not None
    until = article.document.published.interval
    interval = Interval(start=None, end=until.end, grain=until.grain)
    return replace(moment, interval=interval, why=f"no date of its own; {how}")
