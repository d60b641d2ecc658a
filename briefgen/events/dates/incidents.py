"""An article → the happenings that it dates; a statement that tells one of them again → its day.

"The October 2031 shooting of Ida Holm" in one paragraph dates "Holm was killed by a single shot"
in another, and "the blast on 7 May" what somebody suffered "in the blast". The words of each kind
of happening are data (knowledge/cues/happenings.LANGUAGE.toml). A verb tells the happening again
with whose sentence it shares a name, or two other words; a definite noun behind "in", or as the
subject of what it did, the only one of its kind. Rather none than a wrong one: where the article
dates two that may be meant, there is none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from briefgen.events.dates.comparisons import compared_from
from briefgen.events.dates.history import is_over
from briefgen.events.language.forms import Form, form_of
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.stems import stem_with
from briefgen.events.language.tenses import is_past
from briefgen.events.language.words import Word, Wording
from briefgen.events.sentences.clauses import NEAR, Clauses, distance
from briefgen.events.sentences.telling import Telling, head_of
from briefgen.knowledge.happenings import load_happenings
from briefgen.model import Document, Grain, Interval, Mention, Relation, civil_day

__all__ = ["BARE_CLOCK", "Incident", "incidents", "names_incident", "old_day", "told_again"]

BEHIND = 8
"""Words, at most, between a happening and its date behind it."""
BEFORE = 2
"""The same in front of a noun: "the *October 1998* deadly raid"."""
PARTICIPLE = 3
"""Words, at most, from an auxiliary to its participle: "was later shot"."""
ADJECTIVES = 2
"""Words, at most, between "the" and its noun."""
SHARED = 2
"""So many words in common tell one happening where no name does."""
SHORTEST = 4
"""Letters of a word that may tell a happening from others, at least."""
BARE_CLOCK = "UNDEF-dayT"
"""How the value begins of a clock time whose day nobody tells."""
DEEDS = frozenset({Form.PAST, Form.PERFECT, Form.PLUPERFECT, Form.PARTICIPLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """A happening that a sentence of the article dates."""

    kind: str
    start: int
    """Of its sentence."""
    interval: Interval
    """As its date tells it; uncertain where that is only of the sentence before its own."""
    said: str
    """The words of its date."""
    names: frozenset[str]
    """Words with a capital in its sentence, lower case."""
    stems: frozenset[str]
    """Of the other words of its sentence."""

    @property
    def day(self) -> Interval:
        """Its date without the hour, which is not that of all that was then."""
        if self.interval.grain >= Grain.DAY or self.interval.start is None:
            return self.interval
        assert self.interval.start.tzinfo is not None
        assert self.interval.end is not None
        last = self.interval.end - timedelta(microseconds=1)
        first, zone = self.interval.start.date(), self.interval.start.tzinfo
        days = replace(self.interval, start=civil_day(first, zone).start, grain=Grain.DAY)
        return replace(days, end=civil_day(last.date(), zone).end)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """A language's words of happenings, as stems."""

    kinds: Mapping[str, frozenset[str]]
    """Stem → the kinds that it may tell."""
    within: frozenset[str]
    did: frozenset[str]
    answers: frozenset[str]
    """What deals with a happening that was: to condemn, to arrest for."""


@cache
def _words(language: str) -> _Words:
    told, stem = load_happenings(language), stem_with(language)
    kinds: dict[str, set[str]] = {}
    for kind, phrases in told.incidents.items():
        for phrase in phrases:
            kinds.setdefault(stem(" ".join(phrase)), set()).add(kind)
    did = frozenset(map(stem, told.incidents_did))
    return _Words(
        kinds={word: frozenset(found) for word, found in kinds.items()},
        within=told.incidents_at,
        did=did,
        answers=frozenset(
            stem(phrase[0])
            for family in told.answers
            for phrase in told.families.get(family, ())
            if len(phrase) == 1
        )
        - did,
    )


def incidents(
    document: Document, sentences: Sequence[Clauses], lexicon: Statements
) -> tuple[Incident, ...]:
    """The happenings that sentences of a document date, in text order. Pure.

    ``sentences``: as many as the document has. One without a date, right behind one in its
    paragraph that tells a single day long over, is of that day too: "On 7 May they had just sat
    down. They were eating when the bomb went off".
    """
    found: list[Incident] = []
    for index, clauses in enumerate(sentences):
        if clauses.dates:
            found.extend(_dated(clauses, lexicon))
        elif index and _goes_on(document, index) and clauses.saying is None:
            day = old_day(sentences[index - 1], document)
            if day is not None:
                found.extend(_undated(clauses, day, lexicon))
    told = document.published.interval.end if document.published else None
    return tuple(one for one in found if told and one.interval.end and one.interval.end <= told)


def _goes_on(document: Document, index: int) -> bool:
    """Whether a sentence stands in the paragraph of the one before it."""
    return document.sentences[index].block == document.sentences[index - 1].block


def old_day(clauses: Clauses, document: Document) -> Mention | None:
    """The one date of a sentence that nobody says, where it is a day before the article's own."""
    if clauses.saying is not None or len(clauses.dates) != 1:
        return None
    mention = clauses.dates[0]
    interval = mention.interval
    day = interval is not None and _is_day(mention) and interval.grain <= Grain.DAY
    return mention if day and interval is not None and is_over(interval, document) else None


def told_again(telling: Telling, known: Sequence[Incident], lexicon: Statements) -> Incident | None:
    """The one dated happening that a sentence tells again; None: none, or more than one may be."""
    others = [one for one in known if one.start != telling.wording.start]
    if not others:
        return None
    for meant in (_by_verb(telling, others, lexicon), _by_noun(telling, others, lexicon)):
        found = _narrowest(meant)
        if found is not None:
            return found
    return None


def names_incident(word: Word, lexicon: Statements) -> bool:
    """Whether a word may tell a happening of one of the kinds."""
    return lexicon.stem(lexicon.bare(word.lower)) in _words(lexicon.language).kinds


def _dated(clauses: Clauses, lexicon: Statements) -> Iterator[Incident]:
    """The happenings of one sentence that a date of their own stands beside."""
    wording = clauses.wording
    words, kinds = wording.words, _words(lexicon.language).kinds
    dates = [m for m in clauses.dates if _is_day(m)]
    for at, word in enumerate(words) if dates else ():
        for kind in sorted(kinds.get(lexicon.stem(lexicon.bare(word.lower)), ())):
            mention = next((m for m in dates if _beside(at, m, clauses, lexicon)), None)
            if mention is not None:
                yield _incident(kind, mention, clauses, lexicon)


def _undated(clauses: Clauses, day: Mention, lexicon: Statements) -> Iterator[Incident]:
    """The happenings of a sentence without a date, as of a day that another one tells."""
    wording, kinds = clauses.wording, _words(lexicon.language).kinds
    for at, word in enumerate(wording.words):
        told_by = kinds.get(lexicon.stem(word.lower), frozenset())
        for kind in sorted(told_by if _happens(wording.words, at, lexicon) else ()):
            told = _incident(kind, day, clauses, lexicon)
            interval = replace(told.interval, approximate=True, uncertain=True)
            yield replace(told, interval=interval)


def _happens(words: Sequence[Word], at: int, lexicon: Statements) -> bool:
    """Whether a word tells that a happening was: a verb, or the subject of one."""
    form = form_of(words, at, lexicon)
    after = words[at + 1 : at + 2]
    subject = form is Form.NOUN and bool(after) and is_past(after[0].lower, lexicon)
    return subject or form in {Form.PAST, Form.PLUPERFECT, Form.GERUND}


def _incident(kind: str, day: Mention, clauses: Clauses, lexicon: Statements) -> Incident:
    assert day.interval is not None
    return Incident(
        kind=kind,
        start=clauses.wording.start,
        interval=day.interval,
        said=" ".join(day.text.split()),
        names=_names(clauses.wording, lexicon, clauses.dates),
        stems=_stems(clauses.wording.words, lexicon),
    )


def _is_day(mention: Mention) -> bool:
    """Whether a mention is of a day, or of a season at most."""
    interval = mention.interval
    if interval is None or not interval.bounded or interval.uncertain:
        return False
    if mention.expression.value.startswith(BARE_CLOCK):
        return False
    return interval.grain <= Grain.SEASON and mention.relation is Relation.AT


def _beside(at: int, mention: Mention, clauses: Clauses, lexicon: Statements) -> bool:
    """Whether a date is that of the happening that a word tells: no verb stands between them."""
    wording = clauses.wording
    word = wording.words[at]
    span = sorted(((word.start, word.end), (mention.start, mention.end)))
    between = wording.within((span[0][1], span[1][0]))
    inside = mention.start <= word.start < mention.end
    near = distance(clauses, (word.start, word.end), mention, lexicon) < NEAR
    if inside or not near or any(_is_verb(w, lexicon) for w in between):
        return False
    form = form_of(wording.words, at, lexicon)
    compared = compared_from(mention, clauses.dates, wording, lexicon)
    if compared is not None and not (form in DEEDS and compared < word.start < mention.start):
        return False  # but "the first *since* it was raided in May" dates the raid
    if form in DEEDS or (form is Form.GERUND and word.start < mention.start):
        return len(between) <= BEHIND
    if form not in {Form.NOUN, Form.GERUND}:
        return False
    if mention.start < word.start:
        return len(between) <= BEFORE
    return len(between) <= BEHIND and _ends_phrase(at, wording, mention, lexicon)


def _is_verb(word: Word, lexicon: Statements) -> bool:
    auxiliaries = lexicon.passive | lexicon.perfect | lexicon.pluperfect | lexicon.present_be
    lower = word.lower
    told = is_past(lower, lexicon) and lexicon.stem(lower) not in _words(lexicon.language).did
    plan = lower in lexicon.conditional or lower in lexicon.future
    return told or plan or lower in auxiliaries or lower in lexicon.verb_forms


def _ends_phrase(at: int, wording: Wording, mention: Mention, lexicon: Statements) -> bool:
    """Whether no other noun goes on behind a noun: "attack helicopters" are no attack."""
    after = wording.words[at + 1 : at + 2]
    if not after or mention.start <= after[0].start:
        return True
    plain = lexicon.function_words | lexicon.introducers | lexicon.subordinators
    plain |= lexicon.date_prepositions
    return after[0].lower in plain or after[0].text[:1].isupper()


def _by_verb(telling: Telling, known: Sequence[Incident], lexicon: Statements) -> list[Incident]:
    """The happenings that the verbs of a sentence tell, and that share a name with it."""
    wording = telling.wording
    span = telling.content
    words = wording.within(span)
    table = _words(lexicon.language).kinds
    none = lexicon.negations | lexicon.without | lexicon.nobody
    if any(w.lower in none for w in words):
        return []
    kinds: set[str] = set()
    for at, word in enumerate(wording.words):
        found = table.get(lexicon.stem(word.lower))
        told = found and word in words and form_of(wording.words, at, lexicon) in DEEDS
        if found and told and _is_told(word, telling, lexicon):
            kinds |= found
    names, stems = _names(wording, lexicon, ()), _stems(words, lexicon)
    return [
        one
        for one in known
        if one.kind in kinds and (one.names & names or len(one.stems & stems) >= SHARED)
    ]


def _is_told(word: Word, telling: Telling, lexicon: Statements) -> bool:
    """Whether a verb is the main one of what a sentence tells, or its participle."""
    start, end = head_of(telling, lexicon)
    between = telling.wording.within((end, word.start))
    return word.start == start or (start < word.start and len(between) < PARTICIPLE)


def _by_noun(telling: Telling, known: Sequence[Incident], lexicon: Statements) -> list[Incident]:
    """The happenings that a definite noun of a sentence may mean."""
    words = telling.wording.words
    cues = _words(lexicon.language)
    if telling.saying is not None:
        return []
    for at, word in enumerate(words):
        kinds = cues.kinds.get(lexicon.stem(word.lower), frozenset())
        if not kinds or not word.text.islower() or form_of(words, at, lexicon) is not Form.NOUN:
            continue
        opens = _determined(words, at, lexicon)
        if opens is None or _answered(words, kinds, lexicon):
            continue
        within = opens > 0 and words[opens - 1].lower in cues.within
        if within or (opens == 0 and _did(telling, cues, lexicon)):
            names = _names(telling.wording, lexicon, ())
            meant = [one for one in known if one.kind in kinds]
            return [one for one in meant if one.names & names] or meant
    return []


def _answered(words: Sequence[Word], kinds: frozenset[str], lexicon: Statements) -> bool:
    """Whether a sentence deals with a happening that was: "arrested in the raid"."""
    cues = _words(lexicon.language)
    none: frozenset[str] = frozenset()
    stems = (lexicon.stem(word.lower) for word in words)
    return any(s in cues.answers and kinds.isdisjoint(cues.kinds.get(s, none)) for s in stems)


def _determined(words: Sequence[Word], at: int, lexicon: Statements) -> int | None:
    """Where the phrase of a noun begins whose "the" says that it was told before."""
    for back in range(at - 1, max(-1, at - 2 - ADJECTIVES), -1):
        if words[back].lower in lexicon.determiners:
            return back
        if words[back].lower in lexicon.function_words:
            return None
    return None


def _did(telling: Telling, cues: _Words, lexicon: Statements) -> bool:
    """Whether the main verb tells what a happening did, or that it was."""
    start, end = head_of(telling, lexicon)
    return lexicon.stem(telling.wording.text[start:end]) in cues.did


def _narrowest(meant: Sequence[Incident]) -> Incident | None:
    """The best date of happenings whose dates all fit one; None where two do not."""
    best = min(meant, key=lambda one: one.interval.length or timedelta.max, default=None)
    if best is None or not all(best.interval.overlaps(one.interval) for one in meant):
        return None
    return best


def _names(wording: Wording, lexicon: Statements, dates: Sequence[Mention]) -> frozenset[str]:
    """Words with a capital, in lower case: not the first one's, nor those of dates and titles."""
    plain = lexicon.stop | lexicon.titles | lexicon.honorifics | lexicon.time_words
    plain |= lexicon.function_words | lexicon.introducers
    return frozenset(
        lexicon.bare(w.lower)
        for w in wording.words
        if w.text[:1].isupper()
        and w.lower not in plain
        and not any(m.start <= w.start < m.end for m in dates)
    )


def _stems(words: Sequence[Word], lexicon: Statements) -> frozenset[str]:
    """Stems of common words that may tell one happening from another."""
    kinds = _words(lexicon.language).kinds
    stems = (
        lexicon.canonical(w.lower)
        for w in words
        if w.text.islower() and len(w.text) >= SHORTEST and w.lower not in lexicon.stop
        if w.lower not in lexicon.time_words and not is_past(w.lower, lexicon)
    )
    return frozenset(stem for stem in stems if stem not in kinds)
