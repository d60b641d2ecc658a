"""A sentence wholly in quotation marks → the Saying that its paragraph carries over to it.

Whose words are quoted stands once in a paragraph: before the next sentence of the quotation ("…,"
said X. "…") or at its end ("… . …," said X).
"""

from collections.abc import Sequence

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import Wording
from briefgen.events.sentences.clauses import Clauses
from briefgen.events.speech.speakers import Saying
from briefgen.model import Sentence

__all__ = ["carried_over", "speaker_ahead"]


def carried_over(wording: Wording, lexicon: Statements) -> Saying | None:
    """The saying of a sentence of which every word is quoted; its speaker stands elsewhere."""
    if not wording.words or not all(word.quoted for word in wording.words):
        return None
    span = (wording.start, wording.end)
    return Saying(
        verb=lexicon.plain_verb,
        said=lexicon.plain_said,
        who=span,
        content=span,
        at=wording.start,
        carried=True,
    )


def speaker_ahead(
    sentences: Sequence[Sentence],
    read: Sequence[Clauses],
    index: int,
    quotes: Sequence[tuple[int, int]],
) -> str | None:
    """Who speaks a quotation that the next sentence of the block ends: "… . …," said X."""
    if index + 1 >= len(sentences) or sentences[index + 1].block != sentences[index].block:
        return None
    after, saying = sentences[index + 1], read[index + 1].saying
    end = sentences[index].end
    if saying is None or saying.content[0] > after.start:
        return None
    if not any(start < end and after.start < stop for start, stop in quotes):
        return None
    return read[index + 1].wording.text[slice(*saying.who)]
