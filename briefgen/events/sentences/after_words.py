"""A sentence that only adds to the one before it → that one, with its claimant or its outcome."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.events.language.lexicon import Statements
from briefgen.events.sentences.facts import fact_span
from briefgen.events.sentences.telling import Telling, Told
from briefgen.model import Attribution, Document, Mention

__all__ = ["attributed", "dangles", "only_attributes", "only_spares", "refers"]

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


def refers(telling: Telling, lexicon: Statements) -> bool:
    """Whether a sentence speaks of the one before: "This was the third …"."""
    return telling.lower.startswith(tuple(a + " " for a in lexicon.anaphora))
