"""A Passage → what is said beside its nouns: ", which …", ", a maker of pumps,", ", begun …,"."""

from collections.abc import Iterator

from briefgen.events.brevity.marks import Segment
from briefgen.events.brevity.passage import Passage
from briefgen.events.brevity.unit import FEWEST, Loss, Unit, is_timed
from briefgen.events.language.tenses import Tense, finite_in, is_past

__all__ = ["beside", "is_relative"]

NEAR_ASIDE = 2
"""Segments from where a clause starts to an aside of its subject: "On Friday, X, who …"."""


def beside(passage: Passage, at: int) -> Iterator[Unit]:
    """A clause or a name beside a noun: from the comma before the segment at an index."""
    segments = passage.marks.segments
    segment = segments[at]
    relative = is_relative(passage, segment)
    start = segments[at - 1].end
    participle = not relative and _is_participle_beside(passage, at)
    if not relative and not participle and not _is_apposition(passage, at):
        return
    loss = Loss.ASIDE if relative else Loss.NAMED
    who = not participle and not (relative and _is_of_things(passage, segment))
    if passage.unfinished(start):
        closed = _resumed(passage, at) if relative else _next_verb(passage, at)
        if closed is None:
            return
        apart = _stands_apart(passage, at)
        if apart is None:
            return
        end = segments[closed].start
        inverted = _is_inverted(passage, segments[closed])
        stop = end - 1 if apart or inverted else end
        yield Unit(
            start=start,
            end=stop,
            inner=(segment.start, end - 1),
            loss=loss,
            beside=True,
            tells_who=who,
        )
    elif _is_last(passage, at) and _is_aside(passage, at, relative=relative) and not participle:
        yield Unit(
            start=start,
            end=segment.end,
            inner=(segment.start, segment.end),
            loss=Loss.ASIDE,
            beside=True,
            tells_who=who,
        )


def is_relative(passage: Passage, segment: Segment) -> bool:
    """Whether a segment opens with "which", "whose", "in which", "most of whom"."""
    words, lexicon = passage.within(segment), passage.lexicon
    if len(words) < FEWEST or words[0].quoted:
        return False
    lowers = [w.lower for w in words[:3]]
    if lowers[0] in lexicon.relatives:
        return True
    tied = lowers[0] in lexicon.introducers | lexicon.date_prepositions | lexicon.function_words
    if tied and lowers[1] in lexicon.relatives:
        return True
    some = lowers[0] in passage.words.partitive and lowers[1] == passage.words.of
    return some and lowers[-1] in lexicon.relatives


def _is_of_things(passage: Passage, segment: Segment) -> bool:
    """Whether a clause tells of no person: ", which …", ", where …"."""
    words = passage.within(segment)[:3]
    return not any(w.lower in passage.words.persons for w in words)


def _is_apposition(passage: Passage, at: int) -> bool:
    """Whether a segment tells what the name before its comma is: ", a maker of pumps,"."""
    segments = passage.marks.segments
    words, before = passage.within(segments[at]), passage.within(segments[at - 1])
    if len(words) < FEWEST or not before or words[0].quoted:
        return False
    if words[0].text not in passage.words.apposition or before[-1].quoted:
        return False
    if not before[-1].text[:1].isupper() or is_timed(words, passage):
        return False
    return passage.main_verb(words[0].start, segments[at].end) is None


def _is_participle_beside(passage: Passage, at: int) -> bool:
    """Whether a segment tells of the noun before its comma with a participle: ", begun in May,"."""
    lexicon = passage.lexicon
    words = [w for w in passage.within(passage.marks.segments[at]) if not passage.is_adverb(w)]
    if len(words) < FEWEST or not words[0].text.islower() or words[0].quoted:
        return False
    first, after = words[0].lower, words[1].lower
    if first in passage.words.participles_never or first in passage.words.helping:
        return False
    going = first.endswith(lexicon.participle_ending) and first not in lexicon.verb_forms
    done = first in lexicon.participles or is_past(first, lexicon)
    tied = lexicon.introducers | lexicon.date_prepositions | lexicon.by | lexicon.infinitive
    tied |= lexicon.time_words
    return going or (done and after in tied)


def _resumed(passage: Passage, at: int) -> int | None:
    """Index of the one segment with which a sentence goes on behind a clause beside its subject."""
    segments = passage.marks.segments
    last = len(segments) - 1
    found = [n for n in range(at + 1, last + 1) if passage.opens_with_verb(segments[n])]
    says = passage.opens_with_verb(segments[last])
    if found[1:] == [last] and says is not None and says.lower in passage.lexicon.verb_forms:
        found = found[:1]  # "…, said its owner"
    return found[0] if len(found) == 1 else None


def _next_verb(passage: Passage, at: int) -> int | None:
    """The next segment, where it opens with the verb of the sentence."""
    segments = passage.marks.segments
    goes_on = at + 1 < len(segments) and passage.opens_with_verb(segments[at + 1])
    return at + 1 if goes_on else None


def _stands_apart(passage: Passage, at: int) -> bool | None:
    """Whether an aside follows another one, and its comma has to stay; None where it is not clear.

    "Holm, the mayor, who led the board, left" keeps one, "On Friday, Holm, who led …, left" none.
    """
    segments = passage.marks.segments
    base = passage.host_start(segments[at - 1].end)
    first = next(n for n, s in enumerate(segments) if base <= s.end)
    if at - first == 1:
        return False
    if at - first > NEAR_ASIDE:
        return None
    return not passage.leads_in(segments[first])


def _is_inverted(passage: Passage, segment: Segment) -> bool:
    """Whether a segment says who says so: ", said X"."""
    saying = passage.saying
    inside = saying is not None and segment.start <= saying.at < segment.end
    return inside and saying is not None and saying.who[0] > saying.at


def _is_last(passage: Passage, at: int) -> bool:
    """Whether a segment ends its sentence, or all of it but who says so."""
    last = len(passage.marks.segments) - 1
    return at == last or (at == last - 1 and passage.tail_said() == last)


def _is_aside(passage: Passage, at: int, *, relative: bool) -> bool:
    """Whether a last segment tells of a noun, and does not go on with what happened then.

    "The ship hit a tug, which sank" goes on, "which had left Orm" does not.
    """
    if not relative:
        return not _may_be_listed(passage, at)
    segment = passage.marks.segments[at]
    first = finite_in(passage.wording, (segment.start, segment.end), passage.lexicon)
    if first is None or first[1] is not Tense.PAST:
        return not any(w.lower in passage.words.past for w in passage.within(segment))
    return passage.within(segment)[first[0]].lower in passage.lexicon.passive


def _may_be_listed(passage: Passage, at: int) -> bool:
    """Whether a last segment may end a list, or what an aside interrupts.

    "Sent a plane, a tug and a barge"; "made his rival, Garth Rook, a rich man".
    """
    before, segment = passage.marks.segments[at - 1 : at + 1]
    words = passage.within(segment)
    listed = any(w.lower in passage.lexicon.coordinators for w in words)
    return listed or passage.main_verb(before.start, before.end) is None
