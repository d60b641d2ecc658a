"""A sentence that is long for a line → the cuts that make it one, least loss first.

Left out are whole units only (units.py), and only as many as are needed. None that holds what the
line is for: the date of its entry and its deed, who says so, words quoted, a claim, a denial, a
death; a figure only in what is always so of somebody beside the news.
"""

from collections.abc import Sequence
from dataclasses import replace

from briefgen.events.brevity.marks import read_marks
from briefgen.events.brevity.passage import Passage
from briefgen.events.brevity.unit import Loss, Unit
from briefgen.events.brevity.units import units
from briefgen.events.figures.quantities import find_quantities
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.phrases import phrase_set
from briefgen.events.language.tenses import Tense, finite_in, finite_words
from briefgen.events.language.words import Wording
from briefgen.events.speech.sayings import find_saying
from briefgen.knowledge.brevity import load_brevity
from briefgen.model import Mention

__all__ = ["LONG", "Unit", "read_passage", "shorten"]

LONG = 30
"""Words of a sentence of a line past which it is shortened."""
SHORT = 9
"""Words that are left of it, at least."""


def read_passage(
    wording: Wording, mentions: Sequence[Mention], lexicon: Statements
) -> Passage | None:
    """A sentence as its units are read; None in a language without words for that."""
    words = load_brevity(lexicon.language)
    marks = read_marks(wording, mentions) if words is not None else None
    if words is None or marks is None:
        return None
    whole = (wording.start, wording.end)
    return Passage(
        wording=wording,
        finites=tuple(w.start for w, _ in finite_words(wording, whole, lexicon)),
        marks=marks,
        saying=find_saying(wording, lexicon),
        mentions=mentions,
        lexicon=lexicon,
        words=words,
    )


def shorten(
    passage: Passage, date: Mention | None, *, longest: int = LONG, fewest: int = SHORT
) -> tuple[Unit, ...]:
    """The units to leave out of a sentence, in text order; ``date`` is that of the entry.

    ``longest`` is how many words it may keep, ``fewest`` how many it has to.
    """
    left = len(passage.wording.words)
    if left <= longest and not passage.marks.brackets:
        return ()
    found = [unit for unit in (_weighed(u, passage, date) for u in units(passage)) if unit]
    chosen: list[Unit] = []
    for unit in sorted(found, key=lambda u: (u.loss, -u.start)):
        if left <= longest and unit.loss is not Loss.NOTHING:
            break
        if any(unit.start < other.end and other.start < unit.end for other in chosen):
            continue
        less = left - len(passage.wording.within((unit.start, unit.end)))
        if less < fewest and unit.loss is not Loss.NOTHING:
            continue
        chosen.append(unit)
        left = less
    return tuple(sorted(chosen, key=lambda u: u.start))


def _weighed(unit: Unit, passage: Passage, date: Mention | None) -> Unit | None:
    """A unit with what its line would lose, None where it has to stay."""
    if unit.loss is Loss.NOTHING or unit.inner[0] == unit.inner[1]:
        return unit
    if _holds_news(unit, passage, date):
        return None
    if not _counts(unit, passage):
        return _of_speaker(unit, passage)
    standing = unit.beside and _stands(unit, passage) and _of_speaker(unit, passage)
    return replace(unit, loss=Loss.FIGURE) if standing else None


def _holds_news(unit: Unit, passage: Passage, date: Mention | None) -> bool:
    start, end = unit.inner
    wording, lexicon, saying = passage.wording, passage.lexicon, passage.saying
    if date is not None and start <= date.start < end:
        return True
    if saying is not None and (
        start <= saying.at < end or (start <= saying.who[0] and saying.who[1] <= end)
    ):
        return True
    if any(left < end and start < right for left, right in wording.quotes):
        return True
    if not unit.beside and any(
        start <= m.start < end and m.interval is not None for m in passage.mentions
    ):
        return True  # "…, with a third to sail in June"
    text = wording.text[start:end].lower()
    if phrase_set(text, lexicon.attribution_phrases) or phrase_set(text, lexicon.future):
        return True
    says = lexicon.verb_forms | lexicon.quoting | lexicon.citing | {*lexicon.verbs.values()}
    return any(
        w.lower in passage.words.keeps | lexicon.harm
        or w.lower.endswith(passage.words.keeps_endings)
        or (w.lower in says and w.text.islower())
        for w in wording.within(unit.inner)
    )


def _counts(unit: Unit, passage: Passage) -> bool:
    """Whether a unit holds a figure, dates not counted."""
    start, end = unit.inner
    dates = [(m.start - start, m.end - start) for m in passage.mentions]
    text = passage.wording.text[start:end]
    bare = "".join(" " if any(a <= n < b for a, b in dates) else c for n, c in enumerate(text))
    if any(c.isdigit() for c in bare):
        return True
    found = find_quantities(bare, language=passage.lexicon.language)
    return any(each.quantity.value != 1 for each in found)


def _stands(unit: Unit, passage: Passage) -> bool:
    """Whether what is said of a noun is told as always so: "which has 45 shops"."""
    first = finite_in(passage.wording, unit.inner, passage.lexicon)
    words = passage.wording.within(unit.inner)[:3]
    if first is None:
        return not any(w.lower in passage.lexicon.relatives for w in words)
    return first[1] is Tense.PRESENT


def _of_speaker(unit: Unit, passage: Passage) -> Unit | None:
    """A unit; none that tells what office somebody holds, and last what else is said of a speaker.

    "Holm, who leads the harbour board, said": who says so is told with office and all.
    """
    if not unit.beside:
        return unit
    lexicon, saying = passage.lexicon, passage.saying
    words = passage.wording.within(unit.inner)
    relative = any(w.lower in lexicon.relatives for w in words[:3])
    if unit.tells_who and any(w.lower in lexicon.titles for w in words):
        return None
    if saying is None or not saying.who[0] <= unit.start <= saying.who[1]:
        return unit
    office = lexicon.organisations | lexicon.groups | lexicon.firms
    tells = any(w.lower in office for w in words)
    return None if tells or not relative else replace(unit, loss=Loss.FIGURE)
