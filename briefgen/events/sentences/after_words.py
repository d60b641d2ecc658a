"""A sentence that only adds to the one before it → that one, with its claimant or its outcome."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import finite_in
from briefgen.events.language.words import read_wording
from briefgen.events.sentences.antecedents import leading_pronoun
from briefgen.events.sentences.facts import fact_span
from briefgen.events.sentences.subjects import is_name
from briefgen.events.sentences.telling import Telling, Told
from briefgen.model import Attribution, Document, Mention, Report

__all__ = [
    "attributed",
    "continues",
    "dangles",
    "extended",
    "leans",
    "measures",
    "only_attributes",
    "only_spares",
    "points",
    "refers",
    "unnamed",
]

REACH = 9
"""Words of a quotation within which its "they" stands."""
OPENING = 6
"""Words within which a sentence should name what its "it" is."""

MOST_WORDS = 20
"""A sentence of more words than this tells more than who told the one before it."""
FEW_WORDS = 9
"""A sentence of more words than this tells more than that little came of the one before it."""


def only_attributes(document: Document, telling: Telling, last: Told, lexicon: Statements) -> bool:
    """Whether a sentence only says who told the one before it: "Про це повідомив X"."""
    between = document.text[last.report.end : telling.wording.start]
    return (
        telling.lower.startswith(tuple(f"{opening} " for opening in lexicon.backward))
        and telling.speaker is not None
        and last.report.attribution is None
        and not between.strip()
        and len(telling.wording.words) <= MOST_WORDS
    )


def only_spares(telling: Telling, lexicon: Statements) -> bool:
    """Whether a sentence only tells how little came of the one before it: "Nobody was hurt"."""
    start, end = fact_span(telling.wording, (), lexicon)
    words = telling.wording.within((start, end))
    return (
        telling.saying is None
        and 0 < len(words) <= FEW_WORDS
        and words[0].lower in lexicon.without
        and any(word.lower in lexicon.harm for word in words)
    )


def attributed(
    document: Document,
    telling: Telling,
    last: Told,
    mentions: Sequence[Mention],
    who: Attribution | None,
) -> Told:
    """What was told before, with a claimant; its quote takes in the sentence that names them."""
    report = last.report
    more = replace(
        report,
        end=telling.wording.end,
        quote=document.text[report.start : telling.wording.end],
        mentions=(*report.mentions, *mentions),
        attribution=who,
    )
    return replace(last, report=more, speaker=telling.speaker)


def dangles(telling: Telling, lexicon: Statements) -> bool:
    """Whether a clause about "it" opens a sentence that names nothing: "The claim that it sank"."""
    opening = telling.wording.words[:OPENING]
    return telling.saying is None and any(
        word.lower in lexicon.complementizers
        and after.lower in lexicon.pronouns
        and not any(w.text[:1].isupper() or w.quoted for w in opening[1:at])
        for at, (word, after) in enumerate(pairwise(opening))
    )


def unnamed(telling: Telling, lexicon: Statements) -> bool:
    """Whether a sentence speaks of somebody by a pronoun alone, or a quotation in it does.

    "They met him in Orm"; "“In six years they doubled it,” Holm said".
    """
    saying, wording = telling.saying, telling.wording
    if leading_pronoun(wording, wording.start, lexicon) is not None:
        return True
    if saying is None or saying.content[0] != wording.start or not wording.quoted(wording.start):
        return False
    others = lexicon.pronouns | lexicon.openers_back
    for word in wording.within(saying.content)[:REACH]:
        if word.lower.partition("'")[0] in others:
            return True
        if word.text[:1].isupper() and word.start != wording.within(saying.content)[0].start:
            return False
    return False


def points(document: Document, telling: Telling, lexicon: Statements) -> bool:
    """Whether a sentence without a name speaks of "the plan", or "him", of the one before."""
    words, before = telling.wording.words, telling.before
    if before is None or telling.saying is not None or len(words) < len(("the", "plan", "fell")):
        return False
    if any(w.text[:1].isupper() and w.lower not in lexicon.time_words for w in words[1:]):
        return False
    if any(word.lower in lexicon.objects and not word.quoted for word in words):
        return True
    if words[0].lower not in lexicon.determiners:
        return False
    finite = finite_in(telling.wording, (words[0].start, telling.wording.end), lexicon)
    ahead = read_wording(document.text, before.start, before.end, elisions=lexicon.elisions).words
    known = {lexicon.canonical(word.lower) for word in ahead if word.text.islower()}
    alone = finite is not None and finite[0] == len(("the", "plan"))
    return alone and lexicon.canonical(words[1].lower) in known


def measures(telling: Telling, lexicon: Statements) -> bool:
    """Whether a sentence says how much, and of whom only the one before: "Sales rose 8%"."""
    wording = telling.wording
    finite = finite_in(wording, (wording.start, wording.end), lexicon)
    ahead = wording.words[: finite[0]] if finite is not None else ()
    named = (is_name(word, lexicon) for word in ahead)
    counted = any(word.lower in lexicon.measures for word in ahead)
    return counted and telling.saying is None and not any(named)


def leans(telling: Telling, lexicon: Statements) -> bool:
    """Whether the first word of a sentence needs the one before: "Both sank", "Since then, …"."""
    words = telling.wording.words
    if not words or words[0].quoted:
        return False
    if telling.lower.replace(",", "").startswith(tuple(f"{h} " for h in lexicon.hanging)):
        return True
    first, after = words[0].lower, words[1:2]
    if first in lexicon.context:
        return first == lexicon.it or not lexicon.capital_names or _alone(telling, first, lexicon)
    pointed = bool(after) and after[0].text.islower() and first in lexicon.pointing
    return pointed and after[0].lower not in lexicon.time_words and not _is_verb(telling, lexicon)


def _alone(telling: Telling, first: str, lexicon: Statements) -> bool:
    """Whether a first word stands for somebody, and before no noun that says whom it counts."""
    words = telling.wording.words
    if _is_verb(telling, lexicon):
        return True
    if len(words) > len(("one", "of")) and words[2].lower in lexicon.objects:
        return True
    if first not in lexicon.pairs:
        return False
    who = telling.wording.within(telling.saying.who) if telling.saying else ()
    return not any(is_name(word, lexicon) for word in words[1:] if word not in who)


def _is_verb(telling: Telling, lexicon: Statements) -> bool:
    """Whether the second word of a sentence is its verb."""
    wording = telling.wording
    finite = finite_in(wording, (wording.start, wording.end), lexicon)
    return finite is not None and finite[0] == 1


def refers(telling: Telling, lexicon: Statements) -> bool:
    """Whether a sentence speaks of the one before: "This was the third …"."""
    return telling.lower.startswith(tuple(a + " " for a in lexicon.anaphora))


def continues(document: Document, telling: Telling, last: Told, lexicon: Statements) -> bool:
    """Whether a sentence only goes on about the report before it: "This was the third …"."""
    if telling.sentence.block != last.block:
        return False
    between = document.text[last.report.end : telling.wording.start]
    goes_on = refers(telling, lexicon) or only_spares(telling, lexicon)
    return not between.strip() and goes_on


def extended(document: Document, report: Report, more: Report) -> Report:
    """A report whose quote takes in the sentence after it."""
    return replace(
        report,
        end=more.end,
        quote=document.text[report.start : more.end],
        mentions=(*report.mentions, *more.mentions),
        quantities=(*report.quantities, *more.quantities),
        places=(*report.places, *(p for p in more.places if p not in report.places)),
    )
