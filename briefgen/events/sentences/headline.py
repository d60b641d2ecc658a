"""A quote and its mentions → one line for a brief, in the quote's own words.

Cut: connectives and phrases of the page's voice before the fact, its evaluation after it, and the
words that only dress it. Put in: absolute dates for relative ones, a name for a leading pronoun,
both in square brackets where the sentence around them would not carry a plain replacement. Nothing
else changes.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.events.brevity.shorten import read_passage, shorten
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import finite_words
from briefgen.events.language.words import Wording, read_wording
from briefgen.events.sentences.absolute import absolute_edits
from briefgen.events.sentences.additives import additive_edits
from briefgen.events.sentences.antecedents import pronoun_told
from briefgen.events.sentences.calendar import Calendar, Edit
from briefgen.events.sentences.facts import fact_span
from briefgen.events.sentences.quoted_lines import with_both_marks
from briefgen.events.sentences.voice import hype_edits
from briefgen.events.speech.sayings import find_saying
from briefgen.model import Mention

__all__ = ["headline"]


def headline(
    text: str,
    span: tuple[int, int],
    mentions: Sequence[Mention],
    *,
    speaker: str | None,
    calendar: Calendar,
    lexicon: Statements,
    lacks_subject: bool = False,
    short_names: Callable[[Wording], Sequence[Edit]] = lambda _: (),
    date: Mention | None = None,
    sentences: Sequence[tuple[int, int]] = (),
) -> str:
    """One line from ``text[start:end]``; offsets of the mentions are in the same text.

    ``date`` is the mention that dates what the line tells; ``sentences`` are those of the text,
    each of which is shortened where it is long.

    ``short_names`` tells what names of the line are short for. ``speaker`` names what a leading
    "he", "it" or "its" means, None where that is not known; a line that opens with a verb gets it
    for its subject: "[The ferry] resumed"; so does one that ``lacks_subject``.
    """
    wording = read_wording(text, *span, elisions=lexicon.elisions)
    start, end = fact_span(wording, mentions, lexicon)
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    edits = absolute_edits(wording, inside, calendar, lexicon)
    edits += _named(wording, start, speaker, lexicon, lacks_subject=lacks_subject)
    edits += _beside(short_names(wording), edits)
    edits += hype_edits(wording, (start, end), find_saying(wording, lexicon), lexicon)
    edits += _doubled(wording, lexicon)
    edits += additive_edits(wording, (start, end), lexicon)
    starts = {a for a, _ in sentences}
    edits = [_opening(edit) if edit.start in starts else edit for edit in edits]
    parts = [(max(a, start), min(b, end)) for a, b in sentences or ((start, end),)]
    edits = _cut(edits, [c for part in parts for c in _cuts(wording, part, inside, date, lexicon)])
    line = _apply(text, start, end, edits)
    line = " ".join(line.split()).strip(" ,;:—–")
    return with_both_marks(_capital(_closed(line)))


def _doubled(wording: Wording, lexicon: Statements) -> list[Edit]:
    """The edit of a "that" written twice."""
    return [
        Edit(start=word.start, end=after.start, put="")
        for word, after in pairwise(wording.words)
        if word.lower in lexicon.complementizers and word.lower == after.lower
        if not word.quoted and not wording.text[word.end : after.start].strip()
    ]


def _cuts(
    wording: Wording,
    span: tuple[int, int],
    mentions: Sequence[Mention],
    date: Mention | None,
    lexicon: Statements,
) -> list[Edit]:
    """The edits that leave out of one sentence what it can do without."""
    if span[0] >= span[1]:
        return []
    sentence = read_wording(wording.text, *span, wording.quotes, elisions=lexicon.elisions)
    passage = read_passage(sentence, mentions, lexicon)
    units = shorten(passage, date) if passage is not None else ()
    return [Edit(start=u.start, end=u.end, put=u.put) for u in units]


def _cut(edits: Sequence[Edit], cuts: Sequence[Edit]) -> list[Edit]:
    """The cuts, and of the other edits those of words that stay."""
    kept = [e for e in edits if not any(_covers(cut, e) for cut in cuts)]
    return [*kept, *cuts]


def _covers(cut: Edit, edit: Edit) -> bool:
    at_edge = edit.start == edit.end and edit.start in {cut.start, cut.end}
    return not at_edge and edit.start < cut.end and cut.start < max(edit.end, edit.start + 1)


def _named(
    wording: Wording,
    start: int,
    speaker: str | None,
    lexicon: Statements,
    *,
    lacks_subject: bool,
) -> list[Edit]:
    words = [w for w in wording.words if w.start >= start]
    if not speaker or not words:
        return []
    pronoun = pronoun_told(wording, start, lexicon)
    if pronoun is None:
        verb = next(iter(finite_words(wording, (words[0].start, words[0].end), lexicon)), None)
        put = f"[{speaker}] "
        opens = lacks_subject or verb is not None
        return [Edit(start=words[0].start, end=words[0].start, put=put)] if opens else []
    known = {w.lower for w in words if w.start < pronoun.start}
    if speaker.split(",")[0].split()[-1].lower() in known:  # "Holm will go, she said"
        return []
    owner = pronoun.lower in lexicon.function_words and lexicon.possessives[:1]  # "her crew"
    put = f" [{speaker}{owner[0]}]" if owner else f" [{speaker}]"
    return [Edit(start=pronoun.end, end=pronoun.end, put=put)]


def _beside(names: Sequence[Edit], dates: Sequence[Edit]) -> list[Edit]:
    """Edits of names, which leave a first letter alone where a date takes its place."""
    taken = {edit.start for edit in dates if edit.end > edit.start}
    return [
        replace(e, end=e.start, put=e.put[:-1]) if e.end > e.start and e.start in taken else e
        for e in names
    ]


def _opening(edit: Edit) -> Edit:
    """An edit at the head of a sentence, with a capital."""
    return replace(edit, put=_capital(edit.put)) if edit.end > edit.start else edit


def _apply(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    parts, at = [], start
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if start <= edit.start >= at and edit.end <= end:
            parts += [text[at : edit.start], edit.put]
            at = edit.end
    return "".join([*parts, text[at:end]])


def _capital(line: str) -> str:
    at = line.startswith("[")  # "[The Orm bridge] opened"
    return line[:at] + line[at : at + 1].upper() + line[at + 1 :]


def _closed(line: str) -> str:
    told = line.rstrip("\"'’)»“")
    return line if told.endswith((".", "!", "?", "”", "…")) else line + "."
