"""Documents → the stretches in which a publisher corrects its own text, which tell no event.

"Correction: we said that the bridge closed in 2016" reports no closure of 2016. A block that opens
with a word of correction and a colon is one altogether; else a sentence with a phrase of the
publisher about its own text begins one, which runs to the end of its block. What a ministry
corrects is its own statement, and news.
"""

from collections.abc import Iterator, Sequence

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.phrases import phrase_set
from briefgen.events.language.surroundings import Surroundings
from briefgen.events.language.words import find_quotes, read_wording
from briefgen.model import Document, Notice, Report, Sentence

__all__ = ["correction_notices", "corrections", "corrects"]

LONGEST_OPENER = 40
"""Characters within which the colon of "Corrections and clarifications:" stands."""


def corrections(document: Document, lexicon: Statements) -> frozenset[int]:
    """Indices of the sentences that only correct. Linear in the text."""
    found = []
    open_block: int | None = None
    for index, sentence in enumerate(document.sentences):
        if sentence.block != open_block:
            open_block = None
        first = index == 0 or document.sentences[index - 1].block != sentence.block
        if (first and _opens(document.text, sentence, lexicon)) or _speaks(
            document, sentence, lexicon
        ):
            open_block = sentence.block
        if open_block is not None:
            found.append(index)
    return frozenset(found)


def correction_notices(documents: Sequence[Document], around: Surroundings) -> Iterator[Notice]:
    """A notice for each stretch in which a publisher corrects itself."""
    for document in documents:
        indices = sorted(corrections(document, around.lexicon_of(document)))
        for index in indices:
            if index - 1 in indices:
                continue
            sentence = document.sentences[index]
            text = " ".join(document.text[sentence.start : sentence.end].split())
            message = (
                f"{document.source.path}: “{document.title}” carries a correction by its "
                f"publisher, which makes no event: “{text}”"
            )
            yield Notice(stage="gather", message=message, document=document.id)


def corrects(report: Report, lexicon: Statements) -> bool:
    """Whether a report says in its own words that it mends what was told; not of its publisher."""
    lower = " ".join(report.quote.lower().replace("’", "'").split())
    return bool(phrase_set(lower, lexicon.correcting))


def _opens(text: str, sentence: Sentence, lexicon: Statements) -> bool:
    """Whether a sentence starts with a word of correction and a colon, a dash or a stop."""
    head = text[sentence.start : sentence.end][:LONGEST_OPENER].lower().replace("’", "'")
    for mark in (":", " —", " –", "."):
        opener, found, _ = head.partition(mark)
        if found and opener.strip(" (*[") in lexicon.correction_openers:
            return True
    return head.strip(" (*[") in lexicon.correction_openers


def _speaks(document: Document, sentence: Sentence, lexicon: Statements) -> bool:
    """Whether the publisher speaks of its own text, outside of quotation marks."""
    lower = document.text[sentence.start : sentence.end].lower().replace("’", "'")
    told = phrase_set(lower, lexicon.corrections)
    if not told:
        return False
    block = document.blocks[sentence.block]
    quotes = find_quotes(document.text, block.start, block.end)
    wording = read_wording(document.text, sentence.start, sentence.end, quotes)
    return any(not wording.quoted(sentence.start + lower.find(phrase)) for phrase in told)
