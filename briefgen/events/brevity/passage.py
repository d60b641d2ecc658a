"""A sentence of a line → Passage: its words and marks, and which verb is that of which clause."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.events.brevity.marks import Marks, Segment
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import is_past
from briefgen.events.language.words import Word, Wording
from briefgen.events.speech.sayings import Saying
from briefgen.events.speech.speakers import main_finite
from briefgen.knowledge.brevity import BrevityWords
from briefgen.model import Mention

__all__ = ["Passage"]

SHORTEST_PRESENT = 4
"""Letters of a verb in -s, at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence, and what its units are told by."""

    wording: Wording
    marks: Marks
    saying: Saying | None
    mentions: Sequence[Mention]
    lexicon: Statements
    words: BrevityWords
    finites: tuple[int, ...]
    """Where the finite verbs of the sentence start."""

    def within(self, segment: Segment) -> tuple[Word, ...]:
        """The words of a segment."""
        return self.wording.within((segment.start, segment.end))

    def opens_with_verb(self, segment: Segment) -> Word | None:
        """The finite verb with which a segment goes on: "has now closed", "quickly sank"."""
        words = self.within(segment)
        for at, word in enumerate(words):
            if word.quoted or word.text[:1].isupper():
                return None
            if self._is_verb(words, at) or self.is_present(words, at):
                return word
            if not self.is_adverb(word):
                return None
        return None

    def is_adverb(self, word: Word) -> bool:
        """Whether a word only says how or when."""
        return word.lower in self.lexicon.adverbs or word.lower.endswith(self.lexicon.adverb_ending)

    def _is_verb(self, words: Sequence[Word], at: int) -> bool:
        word, lexicon = words[at], self.lexicon
        lower = word.lower
        if lower in self._verbs | self.words.past_there or word.start in self.finite(
            word.start, word.end
        ):
            return True
        return lower in lexicon.verb_forms and not lower.endswith(lexicon.participle_ending)

    def is_present(self, words: Sequence[Word], at: int) -> bool:
        """Whether a word in -s is a verb: "plans to", not "envoys of both islands met"."""
        word, lexicon = words[at], self.lexicon
        after = words[at + 1] if at + 1 < len(words) else word
        tied = lexicon.function_words | lexicon.introducers | lexicon.date_prepositions
        tied |= lexicon.complementizers | lexicon.infinitive | {*lexicon.determiners}
        shown = word.lower.endswith(lexicon.present_ending) and len(word.lower) >= SHORTEST_PRESENT
        alone = not self.tells(Segment(start=after.start, end=words[-1].end))
        follows = after.lower in tied or after.text[:1].isdigit()
        return shown and word.lower not in tied and follows and alone

    def finite(self, start: int, end: int) -> frozenset[int]:
        """Where the finite verbs of a stretch start, as its whole sentence tells them."""
        return frozenset(at for at in self.finites if start <= at < end)

    def tells(self, segment: Segment) -> bool:
        """Whether a finite verb stands in a segment."""
        if self.finite(segment.start, segment.end):
            return True
        return any(w.lower in self._verbs for w in self.within(segment))

    def main_verb(self, start: int, end: int) -> Word | None:
        """The first finite verb of a stretch that no subordinate clause takes."""
        found = main_finite(self.wording, (start, end), self.lexicon)
        others = (w for w in self.wording.within((start, end)) if w.lower in self._verbs)
        return found or next(others, None)

    @property
    def _verbs(self) -> frozenset[str]:
        """Words that are finite verbs wherever they stand."""
        return self.words.helping | self.words.past

    def host_start(self, at: int) -> int:
        """Where the clause starts that an offset interrupts: what is said, or told after "that"."""
        saying, lexicon = self.saying, self.lexicon
        start = self.wording.start
        if saying is not None and saying.content[0] <= at < saying.content[1]:
            start = saying.content[0]
        opening = lexicon.subordinators - lexicon.relatives - lexicon.date_prepositions
        opening -= lexicon.as_openers | lexicon.coordinators
        for word in self.wording.within((start, at)):
            if not word.quoted and word.lower in opening | lexicon.complementizers:
                start = word.end
        for segment in self.marks.segments:
            words = self.within(segment)
            if start < segment.start < at and words and words[0].lower in lexicon.joints:
                start = segment.start
        return start

    def unfinished(self, at: int) -> bool:
        """Whether the clause that an offset interrupts has its verb still to come."""
        start = self.host_start(at)
        second = self.wording.within((start, at))[:2]
        joined = len(second) > 1 and second[0].lower in self.lexicon.joints
        if joined and is_past(second[1].lower, self.lexicon):
            return False  # "…, and towed it to Orm"
        return self.main_verb(start, at) is None

    def leads_in(self, segment: Segment) -> bool:
        """Whether a segment only leads its sentence in: "On Friday", "Speaking in Orm"."""
        words, lexicon = self.within(segment), self.lexicon
        if not words:
            return False
        first = words[0].lower
        leads = first in lexicon.introducers | lexicon.date_prepositions | lexicon.adverbs
        leads = leads or first.endswith((*lexicon.participle_ending, *lexicon.adverb_ending))
        text = self.wording.text[words[0].start : segment.end].lower()
        return leads or text.startswith(lexicon.attribution_phrases) or text in lexicon.lead_ins

    def tail_said(self) -> int | None:
        """Index of a last segment that only says who says so: "…, X said"."""
        saying, segments = self.saying, self.marks.segments
        last = len(segments) - 1
        if saying is None or last < 1 or saying.content[1] > segments[last].start:
            return None
        inside = segments[last].start <= saying.at < segments[last].end
        return last if inside and segments[last].start <= saying.who[0] else None
