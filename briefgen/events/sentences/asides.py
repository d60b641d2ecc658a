"""A date of a sentence → the aside that it stands in, and the clause which that makes alone.

"The president toured the Orm bridge, which opened in 2015, and left" tells of 2015 that the Orm
bridge opened: the noun before "which", where its bounds are clear, and the words behind it. The
same holds of a participle ("men held since May": the men *were* held), and of a clause behind
"after" or "since", whose pronoun is the subject of the sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from briefgen.events.brevity.passage import Passage
from briefgen.events.language.tenses import Tense, tense_of
from briefgen.events.language.words import Word
from briefgen.events.sentences.antecedent_nouns import noun_before, sentence_subject
from briefgen.events.sentences.clause_ends import clause_end, verb_at_head, verb_in
from briefgen.events.sentences.noun_participles import is_deed, is_many, is_participle
from briefgen.model import Grain, Mention, Relation

__all__ = ["Aside", "AsideKind", "OwnClause", "aside_of"]

OWNERS = ("’", "'")
PARTING = ',;:—–()"“”«»'
"""Marks over which no aside reaches."""
FEWEST = 3
"""Words of a clause that tells something."""


class AsideKind(Enum):
    """How an aside is tied to its sentence."""

    RELATIVE = "relative"
    PARTICIPLE = "participle"
    AFTER = "after"
    """Before what the sentence tells."""
    SINCE = "since"
    """Before it, which has been so since."""
    APART = "apart"
    """Not at the time of what the sentence tells: "before", "although"."""
    MEANWHILE = "meanwhile"
    """At the time of what the sentence tells: "when the dam broke"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnClause:
    """What an aside tells alone."""

    span: tuple[int, int]
    subject: str | None
    """The words that stand for its subject; None: it has one."""
    start: int
    """Where the words start that tell it: those of its subject, or of what stands for it."""
    tense: Tense
    verb: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Where a date stands beside the news."""

    kind: AsideKind
    start: int
    clause: OwnClause | None
    """None where it cannot stand alone, or whom it means is not clear."""


def aside_of(passage: Passage, date: Mention, head: tuple[int, int]) -> Aside | None:
    """The aside that a date stands in; None where it dates the clause of ``head``, or a second one.

    ``head`` is where the verb of the sentence stands.
    """
    words = _reached(passage, date)
    if _is_before_noun(passage, date):
        return None
    joint: Word | None = None
    for at in range(len(words) - 1, -1, -1):
        word, after = words[at], [*words[at + 1 :], *_behind(passage, date)]
        if _is_relative(passage, words, at, after):
            news = _tells_news(passage, words, at, head)
            return None if news else _relative(passage, date, word, after, joint)
        found = _other_aside(passage, date, words, at, head) if joint is None else None
        if found is not None or word.start == head[0]:
            return found
        if word.lower in passage.lexicon.joints:
            joint = joint or word
    return None


def _other_aside(
    passage: Passage, date: Mention, words: Sequence[Word], at: int, head: tuple[int, int]
) -> Aside | None:
    """The aside that an "after" opens, or a participle; None where a word is neither."""
    if words[at].lower in passage.words.apart | passage.words.meanwhile:
        verb = verb_in(passage, words[at + 1 :])
        return _clause(passage, date, words[at], verb, head) if verb is not None else None
    if is_participle(passage, words, at, head) and _owns(passage, words[at + 1 :], date):
        return _participle(passage, date, words, at)
    return None


def _owns(passage: Passage, between: Sequence[Word], date: Mention) -> bool:
    """Whether a date is a participle's own: right behind it, or too coarse for news.

    "Freed four men held in Orm on Monday" tells when they were freed.
    """
    tied = passage.lexicon.introducers | passage.lexicon.date_prepositions
    coarse = date.interval is not None and date.interval.grain >= Grain.MONTH
    return coarse or all(w.lower in tied for w in between)


def _is_before_noun(passage: Passage, date: Mention) -> bool:
    """Whether it tells which noun behind it is meant: "Monday's debate", "his 1990 plan"."""
    wording, lexicon = passage.wording, passage.lexicon
    after = wording.within((date.end, wording.end))[:1]
    before = wording.within((wording.start, date.start))[-1:]
    if wording.text.startswith(OWNERS, date.end):
        return True
    if not after or wording.text[date.end : after[0].start] != " " or not before:
        return False
    owned = before[0].lower in lexicon.owners | {*lexicon.determiners, *lexicon.indefinite}
    shut = lexicon.function_words | lexicon.introducers | lexicon.ties | lexicon.date_prepositions
    shut |= lexicon.coordinators | lexicon.infinitive | lexicon.subordinators
    return owned and after[0].lower not in shut and not passage.finite(after[0].start, after[0].end)


def _tells_news(passage: Passage, words: Sequence[Word], at: int, head: tuple[int, int]) -> bool:
    """Whether a relative clause tells what its sentence is for: "it was Holm who fled"."""
    between = [w for w in words[:at] if w.start >= head[0]]
    return (
        bool(between)
        and between[0].lower in passage.lexicon.copulas
        and words[0].start <= head[0]
        and not any(w.lower in passage.lexicon.introducers for w in between)
    )


def _reached(passage: Passage, date: Mention) -> tuple[Word, ...]:
    """The words before a date that no mark parts from it."""
    wording = passage.wording
    before = wording.within((wording.start, date.start))
    end = date.start
    for at in range(len(before) - 1, -1, -1):
        gap = wording.text[before[at].end : end]
        if before[at].quoted or any(mark in gap for mark in PARTING):
            return before[at + 1 :]
        end = before[at].start
    return before


def _behind(passage: Passage, date: Mention) -> list[Word]:
    """The words behind a date up to the next mark."""
    wording = passage.wording
    found: list[Word] = []
    end = date.end
    for word in wording.within((date.end, wording.end)):
        gap = wording.text[end : word.start]
        if word.quoted or any(mark in gap for mark in PARTING):
            break
        found.append(word)
        end = word.end
    return found


def _is_relative(passage: Passage, words: Sequence[Word], at: int, after: Sequence[Word]) -> bool:
    """Whether a "which" or a "that" opens a clause about the noun before it."""
    lexicon, lower = passage.lexicon, words[at].lower
    if lower in lexicon.relatives:
        return True
    if lower not in lexicon.complementizers or not after:
        return False
    before = words[at - 1] if at else None
    noun = before is not None and not passage.finite(before.start, before.end)
    return noun and verb_at_head(passage, after) is not None


def _relative(
    passage: Passage, date: Mention, word: Word, after: Sequence[Word], joint: Word | None
) -> Aside:
    """The aside that a relative pronoun opens, with its clause where it has its subject's place.

    ``joint``: the "and" of its second verb, behind which the date stands.
    """
    if joint is not None:
        after = [w for w in after if w.start > joint.start]
    found = _subject_of(passage, date, word, after, joint)
    clause = None
    if found is not None and after:
        subject, noun_at, verb = found
        inner = after[0].start if joint is not None else min(after[0].start, date.start)
        before = passage.wording.within((passage.wording.start, word.start))[-1]
        apart = passage.wording.text[before.end : word.start] != " "
        told = apart or _is_definite(subject, passage)
        clause = _own(passage, (inner, max(verb.end, date.end)), subject, verb, noun_at, told=told)
    if clause is not None and clause.tense is Tense.PERFECT and _is_of_a_day(date):
        clause = None  # "a case that has blocked the trial of two suspects in the raid in 2018"
    return Aside(kind=AsideKind.RELATIVE, start=word.start, clause=clause)


def _subject_of(
    passage: Passage, date: Mention, word: Word, after: Sequence[Word], joint: Word | None
) -> tuple[str, int, Word] | None:
    """The words that stand for "who" or "whose", where they start, and the verb of the clause."""
    lexicon = passage.lexicon
    owner, place = word.lower in passage.words.whose, word.lower in passage.words.where
    before = passage.wording.within((passage.wording.start, word.start))[-1:]
    if not before or before[0].lower in lexicon.introducers | lexicon.ties | lexicon.naming:
        return None
    rest = [w for w in after if not date.start <= w.start < date.end]
    found = noun_before(passage, word.start, placed=place)
    if not (owner or place):
        verb = verb_at_head(passage, rest) if word.lower in lexicon.coordinators else None
        return (*found, verb) if verb is not None and found is not None else None
    verb = verb_in(passage, rest)
    back = lexicon.pronouns | lexicon.openers_back
    if verb is None or found is None or joint is not None:
        return None
    if any(w.lower in back for w in rest if w.start < verb.start):
        return None
    noun, start = found
    return f"{noun}," if place else _owning(noun, passage), start, verb


def _owning(noun: str, passage: Passage) -> str:
    """A noun as an owner: "Holm’s", "the works’"."""
    ending = passage.lexicon.possessives[0] if passage.lexicon.possessives else ""
    return noun + ending[: 1 if noun.endswith("s") else None]


def _is_of_a_day(date: Mention) -> bool:
    """Whether a date tells when something was done, and not since when it has been so."""
    spans = dict(date.expression.fields).get("kind") == "span"
    return date.relation is Relation.AT and not spans


def _is_definite(noun: str, passage: Passage) -> bool:
    """Whether a noun is one that is known: "the mill", "Holm"."""
    first = noun.split(maxsplit=1)[0]
    return first[:1].isupper() or first in passage.lexicon.determiners


def _participle(passage: Passage, date: Mention, words: Sequence[Word], at: int) -> Aside:
    """The aside that a participle opens."""
    word = words[at]
    found = noun_before(passage, word.start)
    clause = None
    if found is not None and is_deed(word, passage.lexicon):
        noun, noun_at = found
        was = passage.words.was_many if is_many(noun, passage) else passage.words.was_one
        span = (word.start, max(word.end, date.end))
        clause = _own(passage, span, f"{noun} {was}", word, noun_at, tense=Tense.PAST)
    return Aside(kind=AsideKind.PARTICIPLE, start=word.start, clause=clause)


def _clause(
    passage: Passage, date: Mention, opener: Word, verb: Word, head: tuple[int, int]
) -> Aside:
    """The aside that an "after" opens, with a subject and a verb of its own."""
    lexicon, wording = passage.lexicon, passage.wording
    kind = _kind(passage, opener)
    bare = Aside(kind=kind, start=opener.start, clause=None)
    own = wording.within((opener.end, verb.start))
    if not own:
        return bare
    back = lexicon.openers_back | lexicon.pronouns | lexicon.objects | lexicon.owners
    reach = max(verb.end, date.end)
    subject: str | None = None
    start = own[0].start
    if own[0].lower in back:
        who = sentence_subject(passage, head, opener.start)
        if who is None:
            return bare
        owned = own[0].lower in lexicon.owners
        subject = _owning(who, passage) if owned else who
        start = own[1].start if own[1:] else verb.start
        own = own[1:]
    if any(w.lower in back or w.lower in lexicon.relatives for w in own):
        return bare
    first = wording.within((opener.end, verb.end))[0].start
    clause = _own(passage, (start, reach), subject, verb, first, told=True)
    return Aside(kind=kind, start=opener.start, clause=clause)


def _kind(passage: Passage, opener: Word) -> AsideKind:
    words, lower = passage.words, opener.lower
    if lower in words.since:
        return AsideKind.SINCE
    if lower in words.after:
        return AsideKind.AFTER
    return AsideKind.APART if lower in words.apart else AsideKind.MEANWHILE


def _own(
    passage: Passage,
    span: tuple[int, int],
    subject: str | None,
    verb: Word,
    start: int,
    *,
    tense: Tense | None = None,
    told: bool = False,
) -> OwnClause | None:
    """The clause that goes on from a stretch to where the next one starts.

    None of what somebody says, but where it is ``told`` in passing, as known.
    """
    wording, lexicon, saying = passage.wording, passage.lexicon, passage.saying
    end = clause_end(passage, span[1])
    if end is None:
        return None
    if saying is not None:
        said = saying.content[0] <= span[0] < saying.content[1]
        if span[0] <= saying.at < end or (said and not (told and _is_plain(passage))):
            return None
        end = min(end, saying.content[0]) if saying.content[0] > span[0] else end
    inside = wording.within((span[0], end))
    if len(inside) + len((subject or "").split()) < FEWEST or any(w.quoted for w in inside):
        return None
    dates = [(m.start, m.end) for m in passage.mentions]
    words = {w.lower for w in inside if not any(a <= w.start < b for a, b in dates)}
    if not words.isdisjoint(lexicon.negations | lexicon.conditional - {*lexicon.future}):
        return None
    found = tense or tense_of(wording, (span[0], end), lexicon)
    return OwnClause(span=(span[0], end), subject=subject, start=start, tense=found, verb=verb)


def _is_plain(passage: Passage) -> bool:
    """Whether what somebody says is neither claimed nor denied."""
    saying, lexicon = passage.saying, passage.lexicon
    return saying is not None and not (
        {saying.verb, saying.said} & (lexicon.denials | passage.words.claims)
    )
