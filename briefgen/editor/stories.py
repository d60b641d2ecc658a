"""An event → the title, or the line, of its article that tells what its own line leans on.

"The take-off, at 08:30 UTC, was normal" leans on an article that said of what: its title does, or
a line told before. A line needs none that speaks of no thing as known, or that opens its article.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefgen.editor.desk import Desk
from briefgen.editor.leaning import hangs, is_nameless, points_back, stands_for_all, things_of
from briefgen.editor.lines import one_line, shorten
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.lexicon_tables import lexicon_of, load_statements
from briefgen.events.language.tenses import finite_in
from briefgen.events.language.words import Word, Wording, read_wording
from briefgen.events.merging.deeds import deeds_of, families_at, kinds_of
from briefgen.events.sentences.known import Thing, singular
from briefgen.knowledge.definites import Definites, load_definites
from briefgen.model import Document, Event

__all__ = ["story_of"]

WINDOW = 40
"""Sentences before a line that may tell what it leans on."""
AROUND = 12_000
"""Characters on each side of a line in which its article may show what is a name."""
OPENING = 4
"""Words of an article in which the firm stands that it is about."""
LEADS = 5
"""Lines of an article among which one tells what it is about."""
TITLE = 80
"""Characters of a title that are shown, at most."""
TOLD = 140
"""Characters of a line that are shown, at most."""
LATE = 200
"""The same, where what a line leans on is told late."""
SHORTEST = 80
"""Characters of a line that stay where it is cut, at least."""
NAME = 3
"""Letters of a name, at least."""
SAMPLE = 30
"""Characters by which a title is known for the head of the text."""
_WORD = re.compile(r"[^\W_]+")
_CLAUSE = re.compile(r"[,;:] (?![^\[]*\])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """What a reader may be told beside a line."""

    text: str
    titles: bool = False
    """Whether it is the title of an article."""
    opens: bool = False
    """Whether it is the first line of an article."""
    near: bool = False
    """Whether the line goes on right after it."""
    close: bool = False
    """Whether it does with no more than a sentence between."""


def story_of(event: Event, headline: str, desk: Desk) -> str:
    """What of its article a line leans on, worded; empty where the line says it itself."""
    report = event.reports[0] if event.reports else None
    definites = load_definites(desk.lexicon(report).language) if report else None
    if report is None or definites is None:
        return ""
    document, lexicon = desk.documents[report.document], desk.lexicon(report)
    told = next((s for s in document.sentences if not s.kind.announces), None)
    if document.rows or told is None or report.start < told.end:
        return ""
    things = [
        thing
        for thing in things_of(headline, definites, lexicon)
        if points_back(thing, document, report.start, definites, lexicon)
    ]
    candidates = list(_candidates(document, report.start, headline, desk))
    opening = candidates[0].text.split()[:OPENING] if candidates else []
    lead = _names(" ".join(opening)) - lexicon.stop
    things = [  # "Orm said the yard …"
        t
        for t in things
        if t.noun not in lexicon.firms or not lead & _names(headline[: t.opener.start])
    ]
    around = document.text[max(0, report.start - AROUND) : report.end + AROUND]
    nameless = is_nameless(headline, around, lexicon)
    if not (things or nameless or hangs(headline, lexicon)):
        return ""
    if nameless and not things and _counts(headline, lexicon):
        candidates = candidates[:1]
    chosen = _choose(candidates, headline, things, definites, lexicon)
    if chosen is None:
        return ""
    if chosen.titles:
        return desk.words.text("entry.story", title=shorten(chosen.text, TITLE))
    return desk.words.text("entry.told", title=_cut(chosen, things, lexicon))


def _counts(line: str, lexicon: Statements) -> bool:
    """Whether a line tells what a firm counts: "Net sales fell to 9 million"."""
    words = read_wording(line, 0, len(line), elisions=lexicon.elisions).words
    return not hangs(line, lexicon) and any(w.lower in lexicon.measures for w in words)


def _choose(
    candidates: Sequence[_Candidate],
    line: str,
    things: Sequence[Thing],
    definites: Definites,
    lexicon: Statements,
) -> _Candidate | None:
    """What tells most of the things; where nothing does, the title, or what stands before."""
    scores = [_score(c, things, lexicon) for c in candidates]
    best = max(scores, default=0)
    if best:
        return candidates[scores.index(best)]
    nouns = {thing.noun for thing in things}

    def leans_so(candidate: _Candidate) -> bool:
        return not nouns.isdisjoint(_read(candidate.text, lexicon.language)[1])

    told = _names(line)
    other = [c for c in candidates if not _names(c.text) & told - lexicon.stop]
    title = next((c for c in other if c.titles), None)
    people = lexicon.humans | lexicon.titles | lexicon.groups
    goes_on = not things or any(
        t.noun in people or stands_for_all(t, definites, lexicon) for t in things
    )
    opens = hangs(line, lexicon) or any(t.opener.start == 0 for t in things)
    before = (c for c in candidates if (goes_on and c.near) or (opens and c.close))
    near = next((c for c in before if not leans_so(c)), None)
    return title or near or next((c for c in other if c.opens), None)


def _candidates(document: Document, before: int, line: str, desk: Desk) -> Iterator[_Candidate]:
    """The title of an article, else its first line; then the lines before one, the last first."""
    at = bisect_left(document.sentences, before, key=lambda s: s.start)
    near = document.sentences[max(0, at - 1)].start
    before_it = document.sentences[max(0, at - 2)].start
    lines = desk.lines.get(document.id, ())
    ends = bisect_left(lines, before, key=lambda told: told[0])
    title = one_line(document.title).removesuffix(".")
    telling = next(
        ((at, text) for at, text in lines[: min(LEADS, ends)] if _tells(text, document, desk)), None
    )
    opening = next((s for s in document.sentences if not s.kind.announces), None)
    opened = telling is not None and opening is not None and telling[0] < opening.end
    titles = _is_title(document) or (_is_sentence(title, document, desk) and not opened)
    first = None
    if titles:
        yield _Candidate(text=title, titles=True)
    elif telling is not None:
        first = telling[1]
        yield _Candidate(text=first, opens=True)
    for start, text in reversed(lines[max(0, ends - WINDOW) : ends]):
        if text != line:
            opens = text == first
            yield _Candidate(text=text, near=start >= near, close=start >= before_it, opens=opens)


def _tells(text: str, document: Document, desk: Desk) -> bool:
    """Whether a line tells by itself who did what: an article's opening may only greet."""
    lexicon = lexicon_of(document.language, load_statements(desk.project.language))
    return not hangs(text, lexicon) and not is_nameless(text, document.text[:AROUND], lexicon)


def _is_sentence(title: str, document: Document, desk: Desk) -> bool:
    """Whether a title taken from the head of a text tells something: no greeting, no dateline."""
    lexicon = lexicon_of(document.language, load_statements(desk.project.language))
    wording = read_wording(title, 0, len(title), elisions=lexicon.elisions)
    told = finite_in(wording, (0, len(title)), lexicon)
    return told is not None and _tells(title, document, desk)


def _is_title(document: Document) -> bool:
    """Whether an article has a title that is no part of its first sentence."""
    sample = document.title[:SAMPLE].rstrip("….").strip()
    told = (s for s in document.sentences if not s.kind.announces)
    first = next(told, None)
    return (
        bool(sample)
        and first is not None
        and not one_line(document.text[first.start : first.end]).startswith(one_line(sample))
    )


def _score(candidate: _Candidate, things: Sequence[Thing], lexicon: Statements) -> int:
    """How many of the things a title or a line tells."""
    wording, known = _read(candidate.text, lexicon.language)
    told = sum(t.noun not in known and _telling(wording, t, lexicon) is not None for t in things)
    firm = any(thing.noun in lexicon.firms for thing in things)
    opens = candidate.opens or candidate.titles  # with the firm that an article is about
    return told + (firm and opens)


@lru_cache(maxsize=4_000)
def _read(text: str, language: str) -> tuple[Wording, frozenset[str]]:
    """A title or a line, and the nouns that it speaks of as known; every line after it asks."""
    lexicon, definites = load_statements(language), load_definites(language)
    wording = read_wording(text, 0, len(text), elisions=lexicon.elisions)
    known = things_of(text, definites, lexicon) if definites is not None else ()
    return wording, frozenset(thing.noun for thing in known)


def _telling(wording: Wording, thing: Thing, lexicon: Statements) -> Word | None:
    """The word that tells a thing: its noun, or one of its kind or its deed."""
    words, noun = wording.words, thing.noun
    lowers = [lexicon.bare(word.lower) for word in words]
    for at, lower in enumerate(lowers):
        if singular(lower) == singular(noun):
            return words[at] if _same(words[at - 1 : at], thing, lexicon) else None
    deeds = deeds_of(lexicon.language)
    stem = lexicon.stem(noun)
    families = deeds.families.get((stem,), frozenset())
    kinds = kinds_of(noun, lexicon.language)
    for at, lower in enumerate(lowers):
        if (
            lexicon.stem(lower) == stem
            or families & families_at(lowers[at:], lexicon, deeds)
            or kinds & kinds_of(lower, lexicon.language)
        ):
            return words[at]
    return None


def _same(before: Sequence[Word], thing: Thing, lexicon: Statements) -> bool:
    """Whether the word before a noun does not tell another: "patrol boat", "supply boat"."""
    front = {word.lower for word in thing.words[:-1]}
    plain = lexicon.function_words | lexicon.determiners | lexicon.adverbs
    other = [w for w in before if w.text.islower() and w.lower not in plain]
    return not (front and other) or bool(front.intersection(w.lower for w in other))


def _cut(candidate: _Candidate, things: Sequence[Thing], lexicon: Statements) -> str:
    """A line up to the end of a clause; up to a later one, where it tells the things late."""
    line = one_line(candidate.text).removesuffix(".")
    if len(line) <= TOLD:
        return line
    wording = read_wording(line, 0, len(line), elisions=lexicon.elisions)
    found = (_telling(wording, thing, lexicon) for thing in things)
    at = next((word.start for word in found if word is not None), 0)
    limit = LATE if not candidate.opens and TOLD < at < LATE else TOLD
    least = at if at < limit and not candidate.opens else 0
    clauses = [*(match.end() for match in _CLAUSE.finditer(line)), len(line)]
    end = max((c for c in clauses if max(least, SHORTEST) < c <= limit), default=None)
    if end is None:
        return shorten(line, limit)
    return line if end == len(line) else f"{line[:end].rstrip(' ,;:')}…"


def _names(text: str) -> frozenset[str]:
    """Words with a capital, as they are compared."""
    return frozenset(
        word.casefold()
        for word in _WORD.findall(text)
        if len(word) >= NAME and not word[0].islower()
    )
