"""Resolved Mentions → those that count from an event too: "a day before the summit" (phase 3).

A length, or "the day", beside "before" or "after" and an event is counted from that event's date.
That date is, in this order, the one in or right behind the phrase ("two days after Sunday's vote",
"two days before Christmas"); the one that the text tells of the only such event elsewhere
(:mod:`briefgen.temporal.happenings`); or that of a milestone that the phrase names. Where the
text dates several such events, or none, it stays what it was: a length, and its ``why`` says so.
Milestones that a text names after "since" are mentions too ("since the full-scale invasion").
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta, tzinfo
from functools import cached_property

from briefgen.knowledge.locale import Locale
from briefgen.knowledge.milestones import Milestone
from briefgen.model import Document, Mention, Relation, Sentence
from briefgen.temporal.explain import interval_words, sentence
from briefgen.temporal.from_event import EventDate, counted_from, days_from, last_day, retold
from briefgen.temporal.happenings import Happening, dates_an_event, happenings
from briefgen.temporal.named_events import Naming, namings
from briefgen.temporal.passage import Passage, lowered
from briefgen.temporal.phrases import EventPhrase, EventWords, event_words, phrase_at, tokens_of
from briefgen.temporal.tied_units import TIED
from briefgen.temporal.timed import fields_of

__all__ = ["tie"]
_GAP = 3
_LEAD = 40
"""Characters before a mention or a name that may open it: "in the", "the start of the"."""


def tie(
    document: Document,
    mentions: Sequence[Mention],
    locale: Locale,
    zone: tzinfo,
    milestones: tuple[Milestone, ...] = (),
) -> tuple[Mention, ...]:
    """The mentions, those that count from an event dated by it, and milestones named; in order."""
    words = event_words(locale)
    if words is None:
        return tuple(mentions)
    desk = _Desk(document, mentions, locale, zone, milestones, words)
    tied = [desk.tied(mention) for mention in mentions]
    tied = [one for one in tied if one.interval is not None or "named" not in fields_of(one)]
    return tuple(desk.with_namings(tied)) if milestones else tuple(tied)


@dataclass(frozen=True)
class _Desk:
    """A document at which ties are looked up; what costs is done once, when it is asked for."""

    document: Document
    mentions: Sequence[Mention]
    locale: Locale
    zone: tzinfo
    milestones: tuple[Milestone, ...]
    words: EventWords

    def tied(self, mention: Mention) -> Mention:
        """The mention, dated by its event where it has one that is dated."""
        fields = fields_of(mention)
        length = fields["kind"] == "duration" and "cut" not in fields and "unit" in fields
        if not (length or fields["kind"] == TIED):
            return mention
        side = self._side(mention, fields)
        if side is None:
            return mention
        passage, count, at = side
        found = self._anchor(mention, passage, at - passage.start)
        if found is None:
            return mention
        anchor, end = found
        whole = self.document.text[mention.start : max(mention.end, end)]
        if isinstance(anchor, str):
            return replace(mention, why=sentence(whole, None, anchor))
        before = self.document.text[max(0, mention.start - _LEAD) : mention.start].lower()
        dated = counted_from(
            mention, anchor, count, locale=self.locale, zone=self.zone, before=before
        )
        return retold(mention, dated, whole)

    def _side(self, mention: Mention, fields: dict[str, str]) -> tuple[Passage, int, int] | None:
        """Before (-1), after (1) or from its start on (0), and where the event's phrase begins."""
        if "side" in fields:
            at = mention.start + int(fields["at"])
            return self._passage(mention), int(fields["side"]), at
        behind = self.document.text[mention.end : mention.end + 14].lower()
        for phrase, side in self.words.sides.items():
            rest = behind.removeprefix(" ")
            if rest.startswith(phrase) and not rest[len(phrase) :][:1].isalnum():
                return self._passage(mention), int(side), mention.end + 1 + len(phrase)
        return None

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [held.start for held in self.document.sentences]

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.mentions]

    def _near(self, start: int, reach: int) -> Sequence[Mention]:
        """The mentions that start within so many characters from an offset on."""
        first = bisect_left(self._starts, start)
        return self.mentions[first : bisect_right(self._starts, start + reach)]

    @cached_property
    def _passages(self) -> dict[int, Passage]:
        """By the start of their sentence; filled as they are asked for."""
        return {}

    def _of_sentence(self, held: Sentence) -> Passage:
        if held.start not in self._passages:
            made = Passage.of(self.document.text, held.start, held.end, self.locale)
            self._passages[held.start] = made
        return self._passages[held.start]

    def _passage(self, mention: Mention) -> Passage:
        number = bisect_right(self._sentence_starts, mention.start) - 1
        return self._of_sentence(self.document.sentences[number])

    def _anchor(
        self, mention: Mention, passage: Passage, at: int
    ) -> tuple[EventDate | str, int] | None:
        """When the event at an offset was, or why that is not known; and where its phrase ends."""
        beside = self._date_at(passage, at, mention)
        if beside is not None:
            return self._by_mention(beside), beside.end
        named = self._milestone_at(passage.start + at)
        phrase = phrase_at(passage, at, self.words)
        if phrase is None:
            return None if named is None else (named[0], named[1])
        end = max(passage.start + phrase.end, 0 if named is None else named[1])
        inside = self._date_in(passage, phrase, mention)
        if inside is not None:
            return self._edged(self._by_mention(inside), phrase), max(end, inside.end)
        found = self._told(passage, phrase)
        if isinstance(found, str) and named is not None and not self._candidates(phrase):
            found = named[0]
        return self._edged(found, phrase), end

    def _date_at(self, passage: Passage, at: int, mine: Mention) -> Mention | None:
        """The date that stands where an event could: "two days before Christmas"."""
        start = passage.start + at
        between = self.document.text
        for one in self._near(start, _GAP + 2):
            if one is mine:
                continue
            gap = between[start : one.start].strip().lower()
            if (not gap or gap in self.words.determiners) and self._whole(one):
                return one
        return None

    def _whole(self, one: Mention) -> bool:
        """Whether a mention is a day that nothing owns: not the "Sunday" of "Sunday's vote"."""
        behind = self.document.text[one.end : one.end + 2]
        owned = behind in self.locale.glue.possessive or self._noun_follows(one)
        return not owned and dates_an_event(self._alone(one))

    def _noun_follows(self, one: Mention) -> bool:
        passage = self._passage(one)
        tokens = tokens_of(passage, one.end - passage.start, one.end - passage.start + 60)
        return bool(tokens) and tokens[0].is_word and tokens[0].word not in self.words.stops

    def _alone(self, one: Mention) -> Mention:
        """A mention with its own days, which "before" and "after" had opened."""
        interval = one.interval
        if interval is None or one.relation not in {Relation.BEFORE, Relation.AFTER}:
            return one
        if one.relation is Relation.BEFORE and interval.end is not None:
            interval = days_from(interval.end.date(), 1, self.zone)
        elif interval.start is not None:
            interval = days_from(interval.start.date() - timedelta(days=1), 1, self.zone)
        said = replace(one.expression, relation=Relation.AT)
        return replace(one, expression=said, interval=interval)

    def _by_mention(self, one: Mention) -> EventDate:
        interval = self._alone(one).interval
        assert interval is not None
        return EventDate(interval=interval, told=f"“{one.text}”, {interval_words(interval)}")

    def _date_in(self, passage: Passage, phrase: EventPhrase, mine: Mention) -> Mention | None:
        """The date in a phrase or right behind it: "Sunday's vote", "the attack on 3 July"."""
        first, last = passage.start + phrase.start, passage.start + phrase.end
        for one in self._near(first, last - first + _GAP + 2):
            if one is mine or not dates_an_event(self._alone(one)):
                continue
            if first <= one.start and one.end <= last:
                return one
            gap = (
                self.document.text[last : one.start].strip(" (").lower()
                if one.start > last
                else "-"
            )
            if len(gap) < _GAP and (gap in self.words.naming or not gap):
                return one
        return None

    @cached_property
    def _happenings(self) -> tuple[Happening, ...]:
        return happenings(self.document, self.mentions, self._of_sentence, self.words)

    @cached_property
    def _known(self) -> dict[tuple[str, frozenset[str], frozenset[str]], list[Happening]]:
        """What phrases may mean; filled as they are asked for."""
        return {}

    def _candidates(self, phrase: EventPhrase) -> list[Happening]:
        """Events of its kind that the text dates and that the phrase may mean, one of each day."""
        if phrase.before & self.words.others:
            return []
        key = phrase.head, phrase.before, phrase.names
        if key not in self._known:
            alike = (one for one in self._happenings if one.head == phrase.head)
            fitting = {_first_day(one.mention): one for one in alike if _fits(phrase, one)}
            self._known[key] = list(fitting.values())
        return self._known[key]

    def _told(self, passage: Passage, phrase: EventPhrase) -> EventDate | str:
        """When the text says that the event is; or why not."""
        said = " ".join(passage.text[phrase.start : phrase.end].split())
        found = self._candidates(phrase)
        if not found:
            return f"nothing tells when “{said}” is"
        dates = [one.mention for one in found]
        if len(dates) > 1 or None in dates:
            told = ", ".join(dict.fromkeys(f"“{one.text}”" for one in dates if one is not None))
            if not told:
                return f"the text does not tell for sure when “{said}” is"
            return f"the text tells more than one date that “{said}” may have ({told})"
        one = dates[0]
        assert one is not None
        assert one.interval is not None
        told = f"“{said}”, {interval_words(one.interval)} (“{one.text}” elsewhere in the text)"
        return EventDate(interval=one.interval, told=told)

    def _edged(self, found: "EventDate | str", phrase: EventPhrase) -> "EventDate | str":
        """The first or last day of it, where the phrase says so."""
        if isinstance(found, str) or phrase.edge is None:
            return found
        start, end = found.interval.start, found.interval.end
        if phrase.edge == "END" and end is None:
            return "that event is not over"
        assert start is not None
        day = start.date() if phrase.edge == "START" else last_day(found.interval)
        which = "first" if phrase.edge == "START" else "last"
        return replace(
            found, interval=days_from(day, 1, self.zone), told=f"the {which} day of {found.told}"
        )

    # milestones

    @cached_property
    def _namings(self) -> tuple[Naming, ...]:
        if not self.milestones:
            return ()
        published = self.document.published
        return namings(
            lowered(self.document.text),
            self.milestones,
            self.zone,
            None if published is None else published.interval,
            self.words,
        )

    @cached_property
    def _naming_starts(self) -> list[int]:
        return [naming.start for naming in self._namings]

    def _milestone_at(self, start: int) -> tuple[EventDate | str, int] | None:
        """The milestone that a phrase at an offset names, and where its name ends."""
        first = bisect_left(self._naming_starts, start)
        for naming in self._namings[first : bisect_right(self._naming_starts, start + _LEAD)]:
            gap = self.document.text[start : naming.start].lower()
            if self._opens(gap):
                edge = self._edge_in(gap)
                if isinstance(naming.when, str):
                    return naming.when, naming.end
                plain = EventDate(interval=naming.when, told=naming.told)
                phrase = EventPhrase(
                    start=0, end=0, head="", before=frozenset(), names=frozenset(), edge=edge
                )
                return self._edged(plain, phrase), naming.end
        return None

    def _opens(self, gap: str) -> bool:
        """Whether only determiners and "the start of" stand before a milestone's name."""
        edge = self._edge_in(gap)
        rest = gap if edge is None else gap.rpartition(" of")[2]
        left = [word for word in rest.split() if word not in self.words.determiners]
        return all(word.isdigit() and len(word) == 4 for word in left)

    def _edge_in(self, gap: str) -> str | None:
        phrase = " ".join(gap.split())
        for words, edge in self.words.edges.items():
            if phrase == words or phrase.startswith(f"{words} "):
                return edge
        return None

    def with_namings(self, mentions: list[Mention]) -> Iterator[Mention]:
        """The mentions, and milestones that the text counts from by name, in order."""
        starts = [one.start for one in mentions]
        extra = []
        for naming in self._namings:
            one = naming.mention(self.document.text, self.words)
            if one is None:
                continue
            after = bisect_left(starts, one.start)
            if after and mentions[after - 1].end > one.start:
                continue
            if after == len(starts) or mentions[after].start >= one.end:
                extra.append(one)
        yield from sorted((*mentions, *extra), key=lambda m: m.start)


def _fits(phrase: EventPhrase, one: Happening) -> bool:
    """Whether a phrase may mean an event that a text dates: no name or word speaks against it."""
    if phrase.names and not phrase.names <= one.names | one.before:
        return False
    plain = phrase.before - phrase.names
    return not plain or plain <= one.before or not one.before


def _first_day(mention: Mention | None) -> date | None:
    if mention is None or mention.interval is None or mention.interval.start is None:
        return None
    return mention.interval.start.date()
