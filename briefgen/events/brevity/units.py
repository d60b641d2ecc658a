"""A Passage → the Units that its sentence can stand without, by what they are.

A unit is a whole: what brackets or dashes hold, a clause or a name beside a noun, a clause or a
phrase behind the last comma or in front of the first. What is not clear from the marks and the
verbs around it is no unit: a list, a clause of more than one comma, an aside within an aside.
"""

from collections.abc import Iterator

from briefgen.events.brevity.beside import beside, is_relative
from briefgen.events.brevity.brackets import is_abbreviation, is_conversion
from briefgen.events.brevity.edges import behind, in_front
from briefgen.events.brevity.marks import Segment
from briefgen.events.brevity.passage import Passage
from briefgen.events.brevity.unit import FEWEST, Loss, Unit, is_timed, named_for

__all__ = ["units"]

MOST_ASIDE = 25
"""Words between two dashes, at most, that make an aside."""


def units(passage: Passage) -> Iterator[Unit]:
    """The units of a sentence."""
    yield from _bracketed(passage)
    yield from _dashed(passage)
    if passage.marks.parted:
        return
    for at in range(1, len(passage.marks.segments)):
        yield from beside(passage, at)
    yield from behind(passage)
    yield from in_front(passage)


def _bracketed(passage: Passage) -> Iterator[Unit]:
    """What stands in brackets behind a blank."""
    text = passage.wording.text
    for start, end in passage.marks.brackets:
        inner = (start + 1, end - 1)
        if not text[start - 1 : start].isspace() or start - 1 <= passage.wording.start:
            continue
        loss = Loss.ASIDE
        if is_abbreviation(passage.wording, inner):
            loss = Loss.NOTHING
        elif is_conversion(passage.wording, inner, passage.words, passage.lexicon.language):
            inner = (inner[0], inner[0])
        elif _tells_which(passage, inner):
            continue
        yield Unit(start=start - 1, end=end, inner=inner, loss=loss)


def _tells_which(passage: Passage, inner: tuple[int, int]) -> bool:
    """Whether a bracket says which is meant, or what: "Bank of Orm (Aven)", "the NHU (…)"."""
    words = passage.wording.within(inner)
    before = [w for w in passage.wording.words if w.end < inner[0]][-1:]
    short = bool(before) and len(before[0].text) > 1 and before[0].text.isupper()
    figure = any(c.isdigit() for c in passage.wording.text[slice(*inner)])
    return len(words) < FEWEST or figure or short


def _dashed(passage: Passage) -> Iterator[Unit]:
    """What stands between two dashes, or is said of a noun behind a last one."""
    marks, wording = passage.marks, passage.wording
    for start, end in marks.dashes:
        after = wording.within((end, wording.end))
        many = len(wording.within((start, end))) > MOST_ASIDE
        closes = _apart(passage, start, end) or _closes_aside(passage, start)
        if after and not (many or closes or named_for(passage, (start, end))):
            yield Unit(start=start, end=end, inner=(start, end), loss=Loss.ASIDE, put=" ")
    if marks.last_dash is None or marks.parted:
        return
    words = wording.within((marks.last_dash, marks.stop))
    named = words[:1] and words[0].lower in passage.words.apposition
    told = passage.main_verb(wording.start, marks.last_dash) is not None
    whole = passage.main_verb(words[0].start, marks.stop) is not None if words else True
    if named and told and not whole and not is_timed(words, passage):
        span = (marks.last_dash, marks.stop)
        yield Unit(start=span[0], end=span[1], inner=span, loss=Loss.SCENE)


def _apart(passage: Passage, start: int, end: int) -> bool:
    """Whether two dashes part three clauses, and the middle one is no aside: "-- X said"."""
    wording = passage.wording
    after = wording.within((end, wording.end))
    joined = after[0].lower in passage.lexicon.coordinators
    opening = [w for w in wording.words if w.end <= start and w.lower in passage.lexicon.as_openers]
    open_as = opening and passage.main_verb(opening[-1].end, start) is None  # "cheered as X -- …"
    finished = not (open_as or passage.unfinished(start))
    return finished and not joined and passage.main_verb(end, wording.end) is not None


def _closes_aside(passage: Passage, start: int) -> bool:
    """Whether the second dash ends an aside that a comma opened: ", which owns X -- Y -- fell"."""
    segments = passage.marks.segments
    end = passage.marks.dashes[0][1]
    goes_on = passage.opens_with_verb(Segment(start=end, end=passage.marks.stop))
    if passage.unfinished(start) and goes_on is None:
        return True  # "After guiding the crew -- and the tug -- it left"
    at = next(n for n, s in enumerate(segments) if s.start <= start <= s.end)
    if not at or (at == 1 and passage.leads_in(segments[0])):
        return False
    segment = segments[at]
    aside = is_relative(passage, segment) or not passage.main_verb(segment.start, start)
    return aside and passage.unfinished(segment.start - 1)
