"""A document of headlines alone → what they tell: their present tense is a past.

"Dam bursts above Tamrak, thousands told to flee" is all that an item of a feed may hold. Where an
article stands below it, its first sentence tells the same in full, and the title is left silent.
"""

from collections.abc import Sequence
from dataclasses import replace

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import Tense, finite_in, is_past
from briefgen.events.language.words import Word, Wording
from briefgen.events.sentences.telling import Telling
from briefgen.knowledge.cues import load_numbers
from briefgen.model import BlockKind, Document

__all__ = ["TITLES", "as_title", "explains", "only_titles"]

TITLES = frozenset({BlockKind.TITLE, BlockKind.HEADING})
LONGEST = 20
"""Words of a headline, at most."""
ENDS = ".!?…:;"
QUOTES = "”\"'’)"


def only_titles(document: Document) -> bool:
    """Whether a document holds headlines alone, as titles or as lines without a full stop."""
    text = document.text
    told = [s for s in document.sentences if s.kind is not BlockKind.KICKER]
    return not document.rows and all(
        s.kind in TITLES
        or (_whole_block(s.start, s.end, s.block, document) and _is_title(text[s.start : s.end]))
        for s in told
    )


def _whole_block(start: int, end: int, block: int, document: Document) -> bool:
    about = document.blocks[block]
    return start == about.start and not document.text[end : about.end].strip()


def _is_title(line: str) -> bool:
    """Whether a line has the form of a headline: few words, and no mark at its end."""
    return len(line.split()) <= LONGEST and not line.rstrip(QUOTES).endswith(tuple(ENDS))


def explains(line: str, lexicon: Statements) -> bool:
    """Whether a headline reports nothing: "Why the talks fail", "Opinion: …"."""
    lower = line.lower().replace("’", "'")
    rubric, colon, _ = lower.partition(":")
    asks = lower.split(maxsplit=1)[0] in lexicon.asking
    return asks or bool(colon and rubric.strip() in lexicon.rubrics)


def as_title(telling: Telling, lexicon: Statements) -> Telling:
    """A telling as headlines are read: "bursts" is done, "to open" is planned."""
    if telling.tense not in {Tense.PRESENT, lexicon.nominal}:
        return telling
    tense = _tense(telling.wording, telling.content, lexicon)
    return telling if tense is None else replace(telling, tense=tense)


def _tense(wording: Wording, span: tuple[int, int], lexicon: Statements) -> Tense | None:
    """What the first verb of a headline shows; None where none does."""
    words = wording.within(span)
    for at, word in enumerate(words):
        if word.quoted or not at:
            continue
        if word.lower in lexicon.infinitive and at + 1 < len(words):
            return Tense.FUTURE
        if word.lower in lexicon.present_be:
            return None
        if words[at - 1].lower in lexicon.subordinators:  # "the pubs that open late"
            return None
        if is_past(word.lower, lexicon) or _tells(word, words[at + 1 : at + 2], lexicon):
            return Tense.PAST
    finite = finite_in(wording, span, lexicon)
    return Tense.PAST if finite is not None and finite[1] is Tense.PRESENT else None


def _tells(word: Word, after: Sequence[Word], lexicon: Statements) -> bool:
    """Whether a word is a verb of happening in the present.

    What may be a noun of happening as well is the verb where an object follows: "arrest three".
    """
    stem = lexicon.stem(word.text)
    if stem not in lexicon.happening or word.text[:1].isupper():
        return False
    if stem not in lexicon.nouns or word.lower.endswith(lexicon.present_form):
        return True
    numbers = load_numbers(lexicon.language)
    counted = {*numbers.values, *lexicon.determiners, *lexicon.indefinite, *numbers.vague}
    return any(w.text[0].isdigit() or w.lower in counted for w in after)
