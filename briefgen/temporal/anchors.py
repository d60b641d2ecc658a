"""Document + Mentions → Story: what each expression is counted from.

============  =================================================================================
publication   the document's own date
speech        for what stands between quotation marks: the day on which, by the sentence around
              it, the speaker spoke; else the document's date, and then not for sure
narrative     the last date told before, for "two days later" and in documents that tell history
============  =================================================================================
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from functools import cached_property

from briefgen.knowledge.locale import Locale
from briefgen.model import (
    Anchor,
    BlockKind,
    Document,
    Grain,
    Interval,
    Mention,
    Sentence,
    TimexType,
)
from briefgen.temporal.clauses import inner_clause
from briefgen.temporal.direction import Direction, direction
from briefgen.temporal.explain import interval_words
from briefgen.temporal.genre import tells_days, tells_history
from briefgen.temporal.heard import Sense
from briefgen.temporal.outcome import Ground
from briefgen.temporal.passage import Passage
from briefgen.temporal.quarters import quarter_before
from briefgen.temporal.quotes import quotations, sentences_of
from briefgen.temporal.starts import Start, from_publication, from_story
from briefgen.temporal.stated import Stated, stated_of
from briefgen.temporal.timed import fields_of

__all__ = ["Story"]

_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.HEADING})
_BESIDE = 10
"""Characters between two expressions that belong together: "overnight into Thursday"."""
_RESULTS = 8
"""How many expressions back a day told is looked for."""
_LEADING = 16
"""So many characters into its sentence a date still opens it: "By the end of 1943"."""
_DATED = frozenset({"y", "decade", "century"})
"""Fields of a date that needs no direction."""
_SENSED = frozenset({"ahead", "loose"})
"""Fields of what means one thing with a past verb, another with none."""
_TOLD_WITHIN = 3
"""Sentences back in which the day of a time of day is looked for."""
_REACH = 40
"""How many expressions back the last date told is looked for."""
_OF_A_DAY = frozenset({"part", "clock", "range"})
"""Kinds that may be, or begin with, a time of a day that is told elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A document while it is resolved: what is known so far, and in which order to go on."""

    document: Document
    mentions: Sequence[Mention]
    locale: Locale
    zone: tzinfo
    fields: tuple[Mapping[str, str], ...]
    """What each mention's words tell, by name."""
    sentence_of: tuple[int, ...]
    """Index of each mention's sentence."""
    in_quote: tuple[tuple[int, int] | None, ...]
    """The quotation that each mention stands in."""
    passages: Mapping[int, Passage]
    """By sentence, of those that hold a mention."""
    published: Interval | None
    """The document's date, in the zone."""
    start: Start
    """Where what counts from the document's date counts from."""
    history: bool
    of_days: bool
    """Whether it tells of days, not of years only."""
    stated: tuple[Stated, ...]
    """What is stated of stretches of the text, in text order."""
    order: tuple[int, ...]

    @classmethod
    def of(
        cls,
        document: Document,
        mentions: Sequence[Mention],
        locale: Locale,
        zone: tzinfo,
        stated: tuple[Stated, ...] = (),
    ) -> "Story":
        """Nothing resolved yet."""
        fields = tuple(fields_of(mention) for mention in mentions)
        sentence_of = sentences_of(document, mentions)
        quotes = quotations(document, mentions, sentence_of)
        dating = document.published
        published = None if dating is None else dating.interval.at(zone)
        order = sorted(
            range(len(mentions)),
            key=lambda i: (
                document.sentences[sentence_of[i]].block,
                quotes[i] is not None,
                sentence_of[i],
                _leans(fields[i]),
                i,
            ),
        )
        passages = {
            index: _passage(document, document.sentences[index], locale)
            for index in dict.fromkeys(sentence_of)
        }
        return cls(
            document=document,
            mentions=mentions,
            locale=locale,
            zone=zone,
            fields=fields,
            sentence_of=sentence_of,
            in_quote=quotes,
            passages=passages,
            published=published,
            start=from_publication(dating, published),
            history=tells_history(fields, published),
            of_days=tells_days(fields),
            stated=stated,
            order=tuple(order),
        )

    def ground(
        self,
        index: int,
        resolved: Mapping[int, Mention],
        told: Mapping[int, Interval | None],
    ) -> Ground:
        """What the mention at an index is counted from, given those resolved before it.

        ``told`` holds the same intervals as they were named: all of May, where May is a deadline.
        """
        around = _Around(self, index, resolved, told)
        leans = self.fields[index]["kind"] in _OF_A_DAY
        near = self._near(index, resolved) if leans else None
        start = self.start
        if leans and near is None and (told_day := self._day_told(index, resolved)) is not None:
            start = from_story(told_day, uncertain=True)
        elif self.in_quote[index] is not None:
            start = self._spoken(index, around)
        elif self.history and around.narrative is not None:
            start = from_story(around.narrative)
        return Ground(
            zone=self.zone,
            day=start.day,
            moment=start.moment,
            anchor=start.anchor,
            whence=start.whence,
            uncertain=start.uncertain,
            around=around,
            near_day=None if near is None else _first_day(near),
            near_text="" if near is None else near.text,
            of_days=self.of_days,
            history=self.history,
        )

    def _spoken(self, index: int, around: "_Around") -> Start:
        """Counted from the day of the speech, where the sentence around it tells one."""
        speech = self._day_of_speech(index, around.resolved)
        if speech is not None and speech.interval is not None and speech.interval.start:
            whence = f"the day of the speech, “{speech.text}” ({_named(speech)})"
            return Start(speech.interval.start.date(), None, Anchor.SPEECH, whence)
        if self.history and around.narrative is not None:
            return from_story(around.narrative)._replace(uncertain=True)
        if self.start.day is None:
            return self.start
        whence = f"{self.start.whence}, for the day of the speech is not told"
        return self.start._replace(anchor=Anchor.SPEECH, whence=whence, uncertain=True)

    def _day_of_speech(self, index: int, resolved: Mapping[int, Mention]) -> Mention | None:
        """The day, told outside the quotation beside a verb of speech, of who speaks in it."""
        quote = self.in_quote[index]
        assert quote is not None
        sentences = self.document.sentences
        block = sentences[self.sentence_of[index]].block
        yearly = self.fields[index].get("unit") == "Y" or "yshift" in self.fields[index]
        coarsest = Grain.MONTH if yearly else Grain.DAY  # a month will do for "next year"
        for other, mention in self._around(index, resolved):
            if self.in_quote[other] is not None:
                continue
            place = sentences[self.sentence_of[other]]
            touches = place.start <= quote[1] + 3 and quote[0] - 3 <= place.end
            if place.block != block or not touches:
                continue
            if mention.interval is None or not mention.interval.bounded:
                continue
            if mention.interval.grain <= coarsest and self._beside_speech(other):
                return mention
        return None

    def _around(self, index: int, resolved: Mapping[int, Mention]) -> Iterator[tuple[int, Mention]]:
        """The resolved mentions near one, in text order."""
        for other in range(max(0, index - _REACH), min(len(self.mentions), index + _REACH)):
            mention = resolved.get(other)
            if mention is not None:
                yield other, mention

    def _lends_its_day(self, index: int, other: int) -> bool:
        """Whether a day can be that of a time of day; of "overnight" only the report's own.

        The day of an inner clause is not that of a time outside of it.
        """
        one, two = self.mentions[index], self.mentions[other]
        passage = self.passages[self.sentence_of[other]]
        clause = inner_clause(passage, *passage.spanned(two))
        if clause is not None and not clause[0] <= passage.spanned(one)[0] < clause[1]:
            return False
        if "overnight" not in self.fields[index]:
            return True
        gap = max(one.start, two.start) - min(one.end, two.end)
        return gap <= _BESIDE or self._beside_speech(other)

    def _beside_speech(self, index: int) -> bool:
        """Whether a verb of speech stands within a few words of a mention."""
        passage = self.passages[self.sentence_of[index]]
        start, end = passage.spanned(self.mentions[index])
        around = passage.low[max(0, start - 40) : start].split()[-5:]
        around += passage.low[end : end + 40].split()[:4]
        return any(word.strip(".,:;“”\"'`") in self.locale.cues.speech for word in around)

    def direction(self, index: int) -> Direction:
        """Past or future, by the verbs around a mention."""
        fields = self.fields[index]
        leans = fields["kind"] in {"calendar", "range"} or not _SENSED.isdisjoint(fields)
        if not leans or not _DATED.isdisjoint(fields):
            return Direction(sense=Sense.PAST, cues=())
        number = self.sentence_of[index]
        passage = self.passages[number]
        start, end = passage.spanned(self.mentions[index])
        if "head" in fields:  # one of several days: the verb is that of the full date
            start, end = (int(place) for place in fields["head"].split("-"))
        headline = self.document.sentences[number].kind in _HEADLINES
        timed = "hour" in fields or "part" in fields
        told = direction(passage, start, end, headline=headline, timed=timed)
        stated = stated_of(self.stated, self.mentions, index)
        return told if stated is None else stated.over(told)

    def narrative(
        self, index: int, resolved: Mapping[int, Mention], told: Mapping[int, Interval | None]
    ) -> Interval | None:
        """The last date told before, outside quotation marks unless inside the same.

        In a history a date that is told in passing ("a campaign planned for 1976", "more than in
        May 2007") does not move the story away from the day that its paragraph has reached.
        """
        mine = self.fields[index]
        backward = mine.get("shift", "").startswith("-")
        nearest = mine.get("base") == "text" and mine.get("unit") not in {"H", "D", "W"}
        by_day = mine.get("base") == "text" and not nearest
        coarse: Interval | None = None
        passing: tuple[int, Interval] | None = None
        for back in range(index - 1, max(-1, index - _REACH), -1):
            interval = self._tells(back, index, resolved, told)
            if interval is None:
                continue
            if by_day and interval.grain > Grain.WEEK and self._same_block(back, index):
                coarse = coarse or interval  # two days later counts from a day, not from a year
                continue
            if backward and self.fields[back].get("shift", "").startswith("-"):
                continue  # a year earlier counts from the year told, not from another year earlier
            if not self.history or nearest:
                return interval
            if self.fields[back].get("shift", "").startswith("-"):
                continue  # nor does the story go on from what was years before
            if passing is not None:
                main = self._same_block(back, passing[0]) and _outdoes(interval, passing[1])
                return interval if main else passing[1]
            if not self._in_passing(back):
                return interval
            passing = back, interval
        return coarse if passing is None else passing[1]

    def _day_told(self, index: int, resolved: Mapping[int, Mention]) -> Interval | None:
        """The day that the last sentences of the same paragraph tell news of, for a time of day."""
        day = self.start.day
        if self.history or day is None or "overnight" in self.fields[index]:
            return None
        for back in range(index - 1, max(-1, index - _RESULTS), -1):
            apart = self.sentence_of[index] - self.sentence_of[back]
            if apart > _TOLD_WITHIN or not self._same_block(back, index):
                return None
            mention = resolved.get(back)
            if apart and mention is not None and self.fields[back]["kind"] in {"calendar", "shift"}:
                interval = mention.interval
                if interval is None or not interval.bounded or self.in_quote[back] is not None:
                    continue
                assert interval.start is not None
                if interval.grain <= Grain.DAY and 0 <= (day - interval.start.date()).days <= 7:
                    return interval
        return None

    def _tells(
        self,
        back: int,
        index: int,
        resolved: Mapping[int, Mention],
        told: Mapping[int, Interval | None],
    ) -> Interval | None:
        """When a mention is, where one after it may count from it."""
        mention, interval = resolved.get(back), told.get(back)
        if mention is None or interval is None or interval.start is None:
            return None
        if mention.type is TimexType.DURATION and self.fields[back]["kind"] != "edge":
            return None
        return interval if self.in_quote[back] in {None, self.in_quote[index]} else None

    def _in_passing(self, index: int) -> bool:
        """Whether a date that tells its year does not open its sentence."""
        fields = self.fields[index]
        passage = self.passages[self.sentence_of[index]]
        late = passage.spanned(self.mentions[index])[0] > _LEADING
        return late and ("y" in fields or fields["kind"] != "calendar")

    def _same_block(self, one: int, two: int) -> bool:
        sentences = self.document.sentences
        return sentences[self.sentence_of[one]].block == sentences[self.sentence_of[two]].block

    def _near(self, index: int, resolved: Mapping[int, Mention]) -> Mention | None:
        """The nearest mention of a day in the same sentence."""
        mine = self.mentions[index]
        found = [
            mention
            for other, mention in self._around(index, resolved)
            if self.sentence_of[other] == self.sentence_of[index]
            and (self.in_quote[other] is None) == (self.in_quote[index] is None)
            and mention.interval is not None
            and mention.interval.bounded
            and mention.interval.grain <= Grain.DAY
            and self.fields[other]["kind"] in {"calendar", "shift"}
            and self._lends_its_day(index, other)
        ]
        return min(found, key=lambda m: (abs(m.start - mine.start), m.start), default=None)


@dataclass(frozen=True)
class _Around:
    """What the text around one mention tells; looked for when asked for, and kept."""

    story: Story
    index: int
    resolved: Mapping[int, Mention]
    told: Mapping[int, Interval | None]

    @cached_property
    def direction(self) -> Direction:
        return self.story.direction(self.index)

    @cached_property
    def narrative(self) -> Interval | None:
        return self.story.narrative(self.index, self.resolved, self.told)

    @cached_property
    def quarter(self) -> Interval | None:
        return quarter_before(self.index, self.story.fields, self.resolved)


def _outdoes(main: Interval, passing: Interval) -> bool:
    """Whether the date before one told in passing is where the story is."""
    assert main.start is not None
    assert passing.start is not None
    if main.grain >= Grain.YEAR:
        return False
    return passing.grain >= Grain.YEAR or main.start.year > passing.start.year


def _first_day(mention: Mention) -> date | None:
    start = None if mention.interval is None else mention.interval.start
    return None if start is None else start.date()


def _leans(fields: Mapping[str, str]) -> bool:
    """Whether a mention leans on others of its sentence."""
    timed = fields["kind"] in {"part", "clock"} or fields.get("b.kind") == "clock"
    return timed or fields.get("base") == "text"


def _named(mention: Mention) -> str:
    return "" if mention.interval is None else interval_words(mention.interval)


def _passage(document: Document, sentence: Sentence, locale: Locale) -> Passage:
    return Passage.of(document.text, sentence.start, sentence.end, locale)
