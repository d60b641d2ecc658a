"""A pronoun that opens what a sentence tells → what it stands for: the subject told before it."""

from bisect import bisect_left
from collections.abc import Sequence

from briefgen.events.language.datelines import after_dateline
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import finite_in
from briefgen.events.language.words import Word, Wording, read_wording
from briefgen.events.sentences.full_names import full_name
from briefgen.events.sentences.names import is_person, one_person
from briefgen.events.sentences.subjects import before_verb, behind_opening, is_name
from briefgen.events.speech.claimants import claimant, is_named
from briefgen.events.speech.sayings import find_saying
from briefgen.model import BlockKind, Document, Sentence

__all__ = [
    "follows",
    "leading_pronoun",
    "pronoun_told",
    "sentence_before",
    "subject_before",
]

ANTECEDENT_REACH = 6
"""How many sentences before may all speak of somebody by one pronoun."""
CONTEXT_REACH = 3
"""How many sentences before a line may be told with it."""


def leading_pronoun(wording: Wording, start: int, lexicon: Statements) -> Word | None:
    """The pronoun or possessive that a line opens with, a time before it left out.

    "In 2005 *it* lost 40 boats", "*Their* crews"; none in direct speech.
    """
    words = wording.within((start, wording.end))
    if not words or words[0].quoted:
        return None
    if words[0].lower in lexicon.openers_back:
        return words[0]
    behind = lexicon.openers_back - lexicon.function_words | {lexicon.it}
    tied = lexicon.time_words | lexicon.introducers | lexicon.date_prepositions
    for at, word in enumerate(words):
        if word.lower in behind and at:
            return None if word.quoted else word
        timed = word.text.isdigit() or word.lower in tied - lexicon.subordinators
        if not timed:  # "when it opened, the pier …" speaks of what follows
            return None
    return None


def pronoun_told(wording: Wording, start: int, lexicon: Statements) -> Word | None:
    """The pronoun that a line has for somebody: in front, or as who speaks ("“…,” *he* said")."""
    leading = leading_pronoun(wording, start, lexicon)
    if leading is not None:
        return leading
    saying = find_saying(wording, lexicon)
    words = wording.within(saying.who) if saying is not None else ()
    alone = len(words) == 1 and words[0].lower in lexicon.personal
    return words[0] if alone and words[0].start >= start else None


def follows(document: Document, at: int, *, person: bool) -> bool:
    """Whether the sentence of an index goes on after the one before: in its block, or in the next.

    News of the wire, and of the radio, starts a paragraph with every sentence; else only a "he" or
    a "she" reaches over the end of one.
    """
    if not at:
        return False
    before, sentence = document.sentences[at - 1 : at + 1]
    if before.block == sentence.block:
        return True
    runs = before.kind is sentence.kind is BlockKind.PARAGRAPH
    if not runs or before.block + 1 != sentence.block or document.rows:
        return False
    around = (*document.sentences[max(0, at - 2) : at - 1], *document.sentences[at + 1 : at + 2])
    return person or all(s.block not in {before.block, sentence.block} for s in around)


def sentence_before(
    document: Document, sentence: Sentence, lexicon: Statements, *, person: bool
) -> Sentence | None:
    """The sentence that one goes on after: one that names somebody, and that no pronoun opens."""
    at = bisect_left(document.sentences, sentence.start, key=lambda s: s.start)
    for index in range(at, max(0, at - CONTEXT_REACH), -1):
        if not follows(document, index, person=person):
            return None
        before = document.sentences[index - 1]
        start = after_dateline(document.text, before.start, before.end)
        words = read_wording(document.text, start, before.end, elisions=lexicon.elisions).words
        opens = words[0].lower if words else ""
        plain = lexicon.openers_back | lexicon.context | lexicon.measures
        if opens not in plain and any(is_name(w, lexicon) for w in words):
            return before
    return None


def subject_before(
    document: Document, sentence: Sentence, pronoun: str, lexicon: Statements
) -> str | None:
    """The subject of the sentence before, None where it is a clause or a pronoun.

    Of "They …. They …" it is that of the sentence before both.
    """
    at = bisect_left(document.sentences, sentence.start, key=lambda s: s.start)
    for index in range(at, max(0, at - ANTECEDENT_REACH), -1):
        if not follows(document, index, person=pronoun in lexicon.of_person):
            return None
        before = document.sentences[index - 1]
        start = after_dateline(document.text, before.start, before.end)
        wording = read_wording(document.text, start, before.end, elisions=lexicon.elisions)
        if not _told_by(pronoun, wording, lexicon):
            return _subject(document, (start, before.end), lexicon, pronoun)
    return None


def _told_by(pronoun: str, wording: Wording, lexicon: Statements) -> bool:
    """Whether the subject of a sentence is the same pronoun: "In May *he* said"."""
    finite = finite_in(wording, (wording.start, wording.end), lexicon)
    before = wording.words[: finite[0]] if finite else wording.words
    ends = [w.lower for w in before if w.lower not in lexicon.adverbs][-1:]
    return bool(wording.words) and pronoun in (wording.words[0].lower, *ends)


def _subject(
    document: Document, span: tuple[int, int], lexicon: Statements, pronoun: str
) -> str | None:
    """What stands before the verb of a sentence, where it names what the pronoun may mean."""
    wording = read_wording(document.text, *span, elisions=lexicon.elisions)
    person = pronoun in lexicon.of_person
    if not person:
        inner = _said_subject(document, wording, lexicon, pronoun)
        if inner is not None:
            return inner
    words = before_verb(wording, behind_opening(wording, lexicon), lexicon)
    named = _named(document, words, lexicon, pronoun) if words else None
    if not person or (named is not None and _is_somebody(document, named, span[1], lexicon)):
        return named
    return one_person(document, span, lexicon) or named


def _named(
    document: Document, words: Sequence[Word], lexicon: Statements, pronoun: str
) -> str | None:
    """A subject, where it is a name or a noun that the pronoun may mean."""
    person = pronoun in lexicon.of_person
    name = document.text[words[0].start : words[-1].end]
    vague = lexicon.openers_back | lexicon.introducers | lexicon.pronouns | lexicon.nobody
    if words[0].lower in vague or any(mark in name for mark in ';:“”"'):
        return None
    if "," in name:  # "Ida Holm, who leads the board," is somebody; else it may be a list
        name = name.split(",", maxsplit=1)[0]
        return name if person and _is_somebody(document, name, words[-1].end, lexicon) else None
    if pronoun in lexicon.of_many and not _are_many(words, lexicon):
        return None
    one = pronoun not in lexicon.of_many | lexicon.of_person
    last = words[-1]
    plural = last.text.islower() and last.lower.endswith(lexicon.present_ending)
    return None if one and plural else claimant(name, lexicon)


def _said_subject(
    document: Document, wording: Wording, lexicon: Statements, pronoun: str
) -> str | None:
    """What somebody by name told of, where he is not what the pronoun means.

    Of "Holm said the two pilots had left. They …" it is "the two pilots".
    """
    saying = find_saying(wording, lexicon)
    if saying is None or saying.content[0] <= saying.who[0] or pronoun not in lexicon.of_many:
        return None
    who = wording.text[slice(*saying.who)]
    inner = before_verb(wording, saying.content[0], lexicon)
    if inner and inner[0].lower in lexicon.complementizers:
        inner = inner[1:]
    somebody = _is_somebody(document, who, wording.end, lexicon)
    if not inner or not _are_many(inner, lexicon) or not somebody:
        return None
    return _named(document, inner, lexicon, pronoun)


def _is_somebody(document: Document, name: str, end: int, lexicon: Statements) -> bool:
    """Whether a name is that of a person, as the article up to an offset tells."""
    full = full_name(document, name, end, lexicon)
    return is_named(name, lexicon) or full is not None or is_person(document, name, end, lexicon)


def _are_many(words: Sequence[Word], lexicon: Statements) -> bool:
    """Whether a subject may be meant by "they": a plural, a pair, a group or a name."""
    ends = (lexicon.function_words | lexicon.introducers) - {words[0].lower}
    at = next((n for n, word in enumerate(words) if n and word.lower in ends), len(words))
    last = words[at - 1]
    paired = any(word.lower in lexicon.coordinators for word in words)
    named = last.text[:1].isupper() or last.lower in lexicon.groups
    return paired or named or last.lower.endswith(lexicon.present_ending)
