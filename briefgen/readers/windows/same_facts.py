"""Dated documents → what they say of the day of an undated one that tells the same facts.

Two sentences tell the same fact where most of their longer words are the same and all of their
figures. If one says "on Thursday" and the other, dated, means the 18th by its own "Thursday",
the first was published within the week that makes its Thursday that day.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from briefgen.knowledge.locale import LANGUAGES, load_locale
from briefgen.model import Basis, Document, Grain, Mention
from briefgen.readers.windows.clues import told
from briefgen.readers.windows.spans import Clue, within
from briefgen.temporal import find, resolve

__all__ = ["FactIndex"]

ALIKE = 0.5
"""Share of longer words in common from which two sentences tell the same fact."""
LEAST = 6
"""Longer words of a sentence that tells a fact."""
LONG = 4
"""Letters of a longer word."""
COMMON = 40
"""Sentences that share a word, above which it ties nothing together."""
TIES = 2
"""Rarer words that two sentences must share before they are compared."""
FACTS = 2
"""Facts that two documents must share; one may be a phrase of every such day."""
LEAD = 4
"""Sentences from the top that tell what is new; what stands further down is told for weeks."""
REPRINT = 0.8
"""Share of the sentences of either document from which one is the other's reprint."""
AROUND = timedelta(days=3)
"""How far apart reprints are published, at most, most often."""
WEEK = timedelta(days=6)

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fact:
    """One sentence of a document."""

    document: int
    rank: int
    """Its place among the sentences."""
    start: int
    end: int
    words: frozenset[str]
    figures: frozenset[str]


class FactIndex:
    """The sentences of dated documents, to find those that tell what another document tells."""

    def __init__(self, documents: Sequence[Document], zone: tzinfo) -> None:
        """Only documents with a day of their own count; inferred ones prove nothing."""
        self._zone = zone
        self._documents = tuple(
            document
            for document in documents
            if document.published is not None
            and document.published.basis is not Basis.INFERRED
            and document.published.interval.grain <= Grain.DAY
            and document.language in LANGUAGES
        )
        self._facts: list[_Fact] = []
        self._spots: dict[str, list[int]] = defaultdict(list)
        for number, document in enumerate(self._documents):
            for fact in _facts(document, number):
                for word in sorted(fact.words):
                    self._spots[word].append(len(self._facts))
                self._facts.append(fact)
        self._sizes = Counter(fact.document for fact in self._facts)
        self._resolved: dict[int, tuple[Mention, ...]] = {}

    def clues(self, document: Document) -> tuple[Clue, ...]:
        """What the others say of the day of a document, in their order."""
        if document.language not in LANGUAGES or not self._facts:
            return ()
        mine = _facts(document, -1)
        pairs = [(fact, other) for fact in mine for other in self._same(fact, document)]
        if not pairs:
            return ()
        mentions = find(document, load_locale(document.language))
        pairs = [(fact, other) for fact, other in pairs if self._agree(fact, other, mentions)]
        shared = Counter(number for _, number in {(f.start, o.document) for f, o in pairs})
        pairs = [(fact, other) for fact, other in pairs if shared[other.document] >= FACTS]
        clues = [
            clue
            for fact, other in pairs
            if max(fact.rank, other.rank) < LEAD
            for clue in self._days(fact, other, mentions)
        ]
        for number, count in sorted(shared.items()):
            whole = max(len(mine), self._sizes[number])
            if count >= max(FACTS, REPRINT * whole):
                clues.append(self._reprint(number))
        return tuple(clues)

    def _same(self, fact: _Fact, document: Document) -> list[_Fact]:
        """The facts of the index that a fact tells too."""
        ties: Counter[int] = Counter()
        for word in sorted(fact.words):
            spots = self._spots.get(word, ())
            if len(spots) <= COMMON:
                ties.update(spots)
        found = []
        for spot, count in sorted(ties.items()):
            other = self._facts[spot]
            if count < TIES or self._documents[other.document].id == document.id:
                continue
            shared = len(fact.words & other.words) / len(fact.words | other.words)
            if shared >= ALIKE and fact.figures == other.figures:
                found.append(other)
        return found

    def _agree(self, fact: _Fact, other: _Fact, mentions: Sequence[Mention]) -> bool:
        """Whether two sentences name the same weekdays, where both name any."""
        ours, theirs = (
            {
                told(mention)["wd"]
                for mention in found
                if one.start <= mention.start < one.end and "wd" in told(mention)
            }
            for one, found in ((fact, mentions), (other, self._mentions(other.document)))
        )
        return not ours or not theirs or bool(ours & theirs)

    def _days(self, fact: _Fact, other: _Fact, mentions: Sequence[Mention]) -> list[Clue]:
        """What the times of two sentences that tell the same fact say of the undated one's day."""
        theirs = [
            mention
            for mention in self._mentions(other.document)
            if other.start <= mention.start < other.end and _is_day(mention)
        ]
        ours = [
            mention
            for mention in mentions
            if fact.start <= mention.start < fact.end and _counts(mention)
        ]
        if len(theirs) != 1 or len(ours) != 1:
            return []
        interval = theirs[0].interval
        assert interval is not None
        assert interval.start is not None
        day = interval.start.date()
        window = _window(ours[0], day, ahead="plan" in " ".join(theirs[0].cues))
        if window is None:
            return []
        title = self._documents[other.document].title
        why = f'"{ours[0].text}" is {day:%Y-%m-%d} by “{title}”, which tells the same'
        return [Clue(spans=within([window]), why=why, sure=False)]

    def _reprint(self, number: int) -> Clue:
        """A document that mostly tells what another tells was published about when that was."""
        other = self._documents[number]
        assert other.published is not None
        assert other.published.interval.start is not None
        day = other.published.interval.start.date()
        why = f"most of it stands in “{other.title}” of {day:%Y-%m-%d}, too"
        return Clue(spans=within([(day - AROUND, day + AROUND)]), why=why, sure=False)

    def _mentions(self, number: int) -> tuple[Mention, ...]:
        if number not in self._resolved:
            document = self._documents[number]
            locale = load_locale(document.language)
            self._resolved[number] = resolve(document, find(document, locale), locale, self._zone)
        return self._resolved[number]


def _facts(document: Document, number: int) -> list[_Fact]:
    found = []
    for rank, sentence in enumerate(document.sentences):
        text = document.text[sentence.start : sentence.end]
        words = frozenset(word.lower() for word in _WORD.findall(text) if len(word) >= LONG)
        if len(words) >= LEAST:
            found.append(
                _Fact(
                    document=number,
                    rank=rank,
                    start=sentence.start,
                    end=sentence.end,
                    words=words,
                    figures=frozenset(_FIGURE.findall(text)),
                )
            )
    return found


def _is_day(mention: Mention) -> bool:
    """Whether a mention of a dated document means one day, for sure, and says so relatively."""
    interval = mention.interval
    if interval is None or interval.start is None or interval.uncertain:
        return False
    fields = told(mention)
    return interval.grain in {Grain.DAY, Grain.PART} and ("wd" in fields or "shift" in fields)


def _counts(mention: Mention) -> bool:
    """Whether a mention counts from the day of publication, by a weekday or in days."""
    fields = told(mention)
    if {"m", "y"} & fields.keys():
        return False
    if "wd" in fields:
        return fields["wd"].isdigit()
    return fields.get("base") == "pub" and fields.get("unit") == "D"


def _window(mention: Mention, day: date, *, ahead: bool) -> tuple[date, date] | None:
    """The days of publication for which a mention means a day."""
    fields = told(mention)
    if "wd" in fields:
        if int(fields["wd"]) != day.isoweekday():
            return None
        return (day - WEEK, day) if ahead else (day, day + WEEK)
    shift = fields.get("shift", "")
    if not shift.lstrip("+-").isdigit():
        return None
    published = day - timedelta(days=int(shift))
    return published, published
