"""A sentence → whether its main verb tells what is always so, and nothing that happens.

"The depot houses 22 tanks", "she was the mainstay of the clinic", "the group has five other
plants", "he holds about 40% of the yard": facts that stand, whatever dates and figures are beside
them. What a clause of its own dates ("… before it burned on Friday") is news all the same.
"""

from collections.abc import Iterator, Sequence
from enum import Enum, auto

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import finite_words, is_past
from briefgen.events.language.words import Word, Wording
from briefgen.knowledge.cues import load_numbers

__all__ = ["stands"]

REACH = 5
"""Words after "can" within which "now" or "again" may follow."""
OBJECT = 7
"""Words after a verb in which the noun is that it is about."""
NEAR = 2
"""Words between an "and" and the verb that it joins, at most."""


def stands(
    wording: Wording,
    lexicon: Statements,
    *,
    span: tuple[int, int],
    dates: Sequence[int],
    said: bool = False,
) -> bool:
    """Whether the main verb of a span tells what stands; ``dates`` are where its dates start.

    Of what is ``said``, what somebody is or has may be the news: "the suspect was a soldier".
    """
    words = [w for w in wording.within(span) if not w.quoted]
    finite = {w.start for w, _ in finite_words(wording, span, lexicon)}
    found = False
    for at in _main_clause(wording, words, lexicon):
        word = words[at]
        if words[at - 1].lower in {*lexicon.function_words, *lexicon.noun_before, "to"}:
            told = _Told.HAPPENS if word.start in finite else _Told.NOTHING
        else:
            told = _told(wording, words, at, lexicon, dates=dates, said=said)
            if told is _Told.NOTHING and word.start in finite:
                told = _Told.HAPPENS  # "nine houses burned"
        if told is _Told.IS:
            return not _happens_besides(words[at + 1 :], finite, lexicon, dates)
        if told in {_Told.HOLDS, _Told.HAPPENS}:
            return told is _Told.HOLDS
        found = found or told is _Told.USUAL
    return found


class _Told(Enum):
    """What a word of the main clause tells of its subject."""

    NOTHING = auto()
    HAPPENS = auto()
    USUAL = auto()
    HOLDS = auto()
    IS = auto()


def _main_clause(wording: Wording, words: Sequence[Word], lexicon: Statements) -> Iterator[int]:
    """Indexes of the words of the main clause, but its first and names."""
    opened = aside = False
    for at, word in enumerate(words):
        if at and "," in wording.text[words[at - 1].end : word.start]:
            aside = not aside and _opens_aside(word, lexicon)
            opened = False
        if word.lower in lexicon.subordinators:
            opened = True
        if not (aside or opened) and at and not word.text[:1].isupper():
            yield at


def _told(
    wording: Wording,
    words: Sequence[Word],
    at: int,
    lexicon: Statements,
    *,
    dates: Sequence[int],
    said: bool,
) -> _Told:
    """What a verb tells of its subject."""
    lower = words[at].lower
    if lower in lexicon.capable:
        near = {w.lower for w in words[at + 1 : at + 1 + REACH]}
        return _Told.HAPPENS if dates or near & lexicon.anew else _Told.USUAL
    if lower in lexicon.standing or (lower in lexicon.usual and not dates):
        return _Told.USUAL
    if _holds(wording, words, at, lexicon):
        return _Told.HOLDS
    if not said and _describes(wording, words[at:], lexicon, dates):
        return _Told.IS
    return _Told.NOTHING


def _opens_aside(word: Word, lexicon: Statements) -> bool:
    """Whether what a comma parts off is said beside a noun: ", hit by a drone," ", which …,"."""
    lower = word.lower
    told = is_past(lower, lexicon) or lower.endswith(lexicon.participle_ending)
    return told or lower in lexicon.relatives | lexicon.tail_starts | set(lexicon.determiners)


def _holds(wording: Wording, words: Sequence[Word], at: int, lexicon: Statements) -> bool:
    """Whether somebody owns a share: "holds about 40% of"; not "would own"."""
    if words[at].lower not in lexicon.holding or words[at - 1].lower in lexicon.conditional:
        return False
    near = words[at + 1 : at + 1 + OBJECT]
    end = near[-1].end + 1 if near else wording.end
    return "%" in wording.text[words[at].end : end] or any(w.lower in lexicon.held for w in near)


def _describes(
    wording: Wording, words: Sequence[Word], lexicon: Statements, dates: Sequence[int]
) -> bool:
    """Whether a verb ties its subject to what it is, or has: "was the head of"."""
    verb, after = words[0], list(words[1:])
    if lexicon.verb_second and verb.lower not in lexicon.copulas:
        return False  # the verb closes the clause: "hatte das Werk im Mai geschlossen"
    helps = verb.lower in lexicon.perfect | lexicon.pluperfect
    if helps and after and after[0].lower in lexicon.passive:  # "has been the"
        helps, after = False, after[1:]
    elif not helps and verb.lower not in lexicon.copulas:
        return False
    while after and (after[0].lower in lexicon.qualifying):
        after = after[1:]
    if not after or after[0].start in dates or after[0].lower in lexicon.anew - {"not", "already"}:
        return False
    thing = after[:OBJECT]
    parted = lexicon.date_prepositions | lexicon.function_words - {*_articles(lexicon)}
    head = thing[: next((n for n, w in enumerate(thing) if n and w.lower in parted), len(thing))]
    deed = any(lexicon.stem(w.text) in lexicon.nouns for w in head)
    if deed or any(w.lower in lexicon.eventful for w in thing):
        return False
    named = after[0].lower in _articles(lexicon) | lexicon.classing or (
        bool(after[1:]) and wording.text.startswith(lexicon.possessives, after[0].end)
    )
    if not helps:
        return named
    counted = after[0].text[0].isdigit() or after[0].lower in load_numbers(lexicon.language).values
    done = any(is_past(w.lower, lexicon) or w.lower in lexicon.participles for w in thing)
    return (named or counted) and not done and not _measured(thing, lexicon)


def _articles(lexicon: Statements) -> frozenset[str]:
    """Words that open a noun: articles, "this", "its"."""
    return frozenset({*lexicon.indefinite, *lexicon.determiners, *lexicon.owners})


def _measured(words: Sequence[Word], lexicon: Statements) -> bool:
    """Whether what somebody has is a result, or a harm: "had a loss of", "had no casualties"."""
    return any(w.lower in (lexicon.measures - lexicon.held) | lexicon.harm for w in words)


def _happens_besides(
    words: Sequence[Word], finite: set[int], lexicon: Statements, dates: Sequence[int]
) -> bool:
    """Whether another verb tells a happening: one joined to the first, or in a clause of its own.

    Such a clause must name a day or a figure.
    """
    clause: Word | None = None
    for at, word in enumerate(words):
        if word.lower in lexicon.subordinators:
            clause = word
        told = word.start in finite or (clause is not None and is_past(word.lower, lexicon))
        if not told or not _is_deed(word, lexicon):
            continue
        if clause is None:
            if any(w.lower in lexicon.coordinators for w in words[max(0, at - NEAR) : at]):
                return True
        elif _dates_or_counts(clause, words, lexicon, dates):
            return True
    return False


def _is_deed(word: Word, lexicon: Statements) -> bool:
    deeds = lexicon.done | lexicon.happening
    return lexicon.stem(word.text) in deeds or word.lower in lexicon.happening_forms


def _dates_or_counts(
    clause: Word, words: Sequence[Word], lexicon: Statements, dates: Sequence[int]
) -> bool:
    """Whether a day or a figure stands behind the word that opens a clause."""
    numbers = load_numbers(lexicon.language).values
    counted = any(
        w.text[0].isdigit() or w.lower in numbers for w in words if w.start > clause.start
    )
    return counted or any(clause.start < date for date in dates)
