"""A Passage → what stands behind its last comma, or in front of its first."""

from collections.abc import Iterator, Sequence

from briefgen.events.brevity.marks import Segment
from briefgen.events.brevity.passage import Passage
from briefgen.events.brevity.unit import FEWEST, Loss, Unit, named_for
from briefgen.events.language.words import Word

__all__ = ["behind", "in_front"]

WITH_ASIDE = 3
"""Segments of a lead, an aside within it, and what follows."""


def behind(passage: Passage) -> Iterator[Unit]:
    """A clause or phrase behind the last comma: ", as fires spread", ", with crews on strike"."""
    segments = passage.marks.segments
    last = len(segments) - 1
    at = last - 1 if passage.tail_said() == last else last
    if at < 1:
        return
    segment, start = segments[at], segments[at - 1].end
    words = passage.within(segment)
    if len(words) < FEWEST or words[0].quoted or passage.unfinished(start):
        return
    first, pair = words[0].lower, f"{words[0].lower} {words[1].lower}"
    known = passage.words
    if first in known.tail_clauses:
        loss = (
            Loss.SCENE if pair not in known.tail_clauses_never and passage.tells(segment) else None
        )
    elif first in known.tail_phrases:
        loss = Loss.OUTCOME if first in known.listing else Loss.SCENE
    else:
        loss = Loss.OUTCOME if _is_participle(passage, at) else None
    if loss is not None:
        inner = (segment.start, segment.end)
        yield Unit(start=start, end=segment.end, inner=inner, loss=loss)


def _is_participle(passage: Passage, at: int) -> bool:
    """Whether a last segment opens with a participle, and with no gerund of a list."""
    lexicon, segments = passage.lexicon, passage.marks.segments
    words = [w for w in passage.within(segments[at]) if not passage.is_adverb(w)]
    if not words or not words[0].text.islower():
        return False
    first, after = words[0].lower, words[1].lower if len(words) > 1 else ""
    if not first.endswith(lexicon.participle_ending) or first in lexicon.verb_forms:
        return False
    if first in passage.words.participles_never or after in lexicon.coordinators:
        return False
    before = [w.lower for w in passage.within(segments[at - 1])]
    return not any(w.endswith(lexicon.participle_ending) for w in before)


def in_front(passage: Passage) -> Iterator[Unit]:
    """What leads a sentence in: "In a ceremony attended by nine envoys,"."""
    wording, ends = passage.wording, _lead_end(passage)
    if ends is None:
        return
    lead = Segment(start=passage.marks.segments[0].start, end=ends[0])
    words, goes_on = passage.within(lead), wording.within(ends)
    if len(words) < FEWEST or not goes_on or goes_on[0].quoted or words[0].quoted:
        return
    if not _leads(passage, lead, words) or not _goes_on(passage, ends):
        return
    if not named_for(passage, (lead.start, lead.end)):
        span = (words[0].start, goes_on[0].start)
        yield Unit(start=span[0], end=span[1], inner=(lead.start, lead.end), loss=Loss.SCENE)


def _leads(passage: Passage, lead: Segment, words: Sequence[Word]) -> bool:
    """Whether a stretch only sets the scene: "As the pressure grew", "In a speech to the crews"."""
    text = f"{passage.wording.text[words[0].start : lead.end].lower()} "
    opens = text.startswith(tuple(f"{p} " for p in passage.words.lead_phrases))
    if not opens or text.startswith(tuple(f"{p} " for p in passage.words.lead_never)):
        return False
    return words[0].lower not in passage.words.tail_clauses or passage.tells(lead)


def _goes_on(passage: Passage, rest: tuple[int, int]) -> bool:
    """Whether a stretch is a sentence: a subject first, and its verb."""
    words = passage.wording.within(rest)
    verb = passage.main_verb(words[0].start, rest[1])
    opens = passage.opens_with_verb(Segment(start=rest[0], end=rest[1]))
    joined = words[0].lower in passage.lexicon.coordinators
    after = passage.wording.within((rest[0], passage.wording.end))
    joined = joined or any(w.lower in passage.words.lead_back and not w.quoted for w in after)
    return verb is not None and verb is not words[0] and not (opens or joined)


def _lead_end(passage: Passage) -> tuple[int, int] | None:
    """Where a lead may end, and where what follows does: at the first comma, an aside passed."""
    segments, dashes = passage.marks.segments, passage.marks.dashes
    if dashes and dashes[0][1] <= segments[0].end:
        return dashes[0][1], segments[0].end
    if len(segments) == 1:
        return None
    aside = passage.within(segments[1])
    named = aside and aside[0].text in passage.words.apposition
    if named and len(segments) == WITH_ASIDE and not passage.tells(segments[1]):
        return segments[1].end, segments[2].end
    return segments[0].end, segments[1].end
