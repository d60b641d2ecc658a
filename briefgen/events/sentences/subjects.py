"""A sentence → its subject: the words before its first verb, behind what only opens it."""

from collections.abc import Iterator

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import finite_in
from briefgen.events.language.words import Word, Wording

__all__ = ["before_verb", "behind_opening", "is_name", "is_tie", "names_in"]

SUBJECT_REACH = 12
"""How many words may stand before the verb of a subject."""
MOST_OPENINGS = 2
"""How many phrases may open a sentence before its subject."""


def is_name(word: Word, lexicon: Statements) -> bool:
    """Whether a word is, or at the head of a sentence may be, a name."""
    plain = (
        lexicon.time_words | lexicon.function_words | lexicon.introducers | lexicon.adverbs
        | lexicon.measures | lexicon.pronouns | {*lexicon.determiners, *lexicon.lead_ins}
    )  # fmt: skip
    acts = word.lower.endswith(lexicon.participle_ending)
    return word.text[:1].isupper() and not acts and word.lower not in plain


def names_in(
    wording: Wording, lexicon: Statements
) -> Iterator[tuple[Word | None, tuple[Word, ...]]]:
    """The runs of words in capitals of a stretch, each with the word before it."""
    run: list[Word] = []
    before: Word | None = None
    for at, word in enumerate(wording.words):
        last = wording.words[at - 1] if at else None
        touches = last is not None and wording.text[last.end : word.start] in {" ", ". "}
        if run and not (touches and word.text[:1].isupper()):
            yield before, tuple(run)
            run = []
        if word.text[:1].isupper() and (run or is_name(word, lexicon)):
            if not run:
                before = last
            run.append(word)
    if run:
        yield before, tuple(run)


def is_tie(word: Word, lexicon: Statements) -> bool:
    """Whether a name behind a word says where, of what or whose something is."""
    ties = lexicon.function_words | lexicon.date_prepositions | lexicon.introducers | lexicon.ties
    return word.lower in ties


def before_verb(wording: Wording, start: int, lexicon: Statements) -> tuple[Word, ...]:
    """The words before the first verb of a clause, without the adverbs around them."""
    span = (start, wording.end)
    finite = finite_in(wording, span, lexicon)
    if finite is None or not 0 < finite[0] <= SUBJECT_REACH:
        return ()
    words = wording.within(span)[: finite[0]]
    while words and words[0].lower in lexicon.adverbs:
        words = words[1:]
    while words and _is_adverb(words[-1], lexicon):
        words = words[:-1]
    return words


def _is_adverb(word: Word, lexicon: Statements) -> bool:
    ends = bool(lexicon.adverb_ending) and word.lower.endswith(lexicon.adverb_ending)
    return word.lower in lexicon.adverbs or (ends and word.text.islower())


def behind_opening(wording: Wording, lexicon: Statements) -> int:
    """Where a sentence goes on behind a phrase that only opens it: "In Orm, the crew …"."""
    start = wording.start
    for _ in range(MOST_OPENINGS):
        words = wording.within((start, wording.end))[:2]
        comma = wording.text.find(", ", start, wording.end)
        if comma < 0 or wording.quoted(comma) or len(words) < len(("in", "Orm")):
            return start
        first, second = (lexicon.bare(word.lower) for word in words)
        timed = first in lexicon.determiners and second in lexicon.time_words
        told = f"{first} {second}" in lexicon.attribution_phrases
        if not (timed or told or first in lexicon.introducers | lexicon.subordinators):
            return start
        start = comma + len(", ")
    return start
