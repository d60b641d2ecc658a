"""A sentence that only says who told what the one before it tells → that one, with its claimant."""

from collections.abc import Sequence
from dataclasses import replace

from briefgen.events.lexicon import Statements
from briefgen.events.telling import Telling, Told
from briefgen.model import Attribution, Document, Mention

__all__ = ["attributed", "only_attributes"]

MOST_WORDS = 20
"""A sentence of more words than this tells more than who told the one before it."""


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
