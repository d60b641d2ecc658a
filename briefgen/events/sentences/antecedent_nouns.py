"""A place in a sentence → the noun right before it, with all that is its, if that is clear."""

from collections.abc import Sequence

from briefgen.events.brevity.passage import Passage
from briefgen.events.language.words import Word

__all__ = ["noun_before", "sentence_subject"]

MOST_NOUN = 6
"""Words of a noun with its article, at most ..."""
MOST_SUBJECT = 8
"""... and of the subject of a sentence."""
SHUT = ';:—–()[]"“”«»'


def noun_before(passage: Passage, at: int, *, placed: bool = False) -> tuple[str, int] | None:
    """The noun that ends right before an offset, and its start; None where that is not clear.

    ``placed``: with the preposition before it, "in Orm".
    """
    words, apart = _stretch(passage, at)
    found = _name(passage, words) or _described(passage, words, opens=_opens(passage, words))
    if found is None:
        return None
    start, before = found
    if not (_governed(passage, before, apart=apart) or _is_infinitive(passage, words, before)):
        return None
    text = passage.wording.text
    end = words[-1].end + text.startswith((".,", ". "), words[-1].end)
    if placed:
        return _placed(passage, (start, end), before)
    named = _named_by(passage, words) if before is None else None
    start, end = named or (start, end)
    return text[start:end], start


def _placed(passage: Passage, span: tuple[int, int], before: Word | None) -> tuple[str, int] | None:
    """A place with its preposition; with a plain one, where it is told for whither or whence."""
    text = passage.wording.text
    if before is not None and before.lower in passage.words.places:
        return text[before.start : span[1]], before.start
    named = text[slice(*span)].split()[-1][:1].isupper()
    return (f"{passage.words.at} {text[slice(*span)]}", span[0]) if named else None


def sentence_subject(passage: Passage, head: tuple[int, int], at: int) -> str | None:
    """The subject of a sentence for which a pronoun from an offset on may stand."""
    wording, lexicon = passage.wording, passage.lexicon
    words = wording.within((wording.start, head[0]))
    if passage.saying is not None or not words or len(words) > MOST_SUBJECT or at < head[1]:
        return None
    while words and passage.is_adverb(words[-1]):
        words = words[:-1]
    if not words:
        return None
    text = wording.text[words[0].start : words[-1].end]
    if any(mark in text for mark in f",{SHUT}") or any(w.quoted for w in words):
        return None
    shut = lexicon.introducers | lexicon.joints | lexicon.pronouns | lexicon.owners
    shut |= lexicon.subordinators | lexicon.openers_back | passage.words.vague
    if any(w.lower in shut for w in words):
        return None
    between = wording.within((head[1], at))
    persons = [w for w in between if w.text[:1].isupper() and not _is_date(passage, w)]
    return None if persons and _is_named(words) else text


def _is_date(passage: Passage, word: Word) -> bool:
    return any(m.start <= word.start < m.end for m in passage.mentions)


def _is_named(words: Sequence[Word]) -> bool:
    return words[-1].text[:1].isupper()


def _stretch(passage: Passage, at: int) -> tuple[tuple[Word, ...], bool]:
    """The words right before an offset, up to a mark; whether a comma parts it from them."""
    wording = passage.wording
    words = wording.within((wording.start, at))
    if not words:
        return (), False
    gap = wording.text[words[-1].end : at]
    apart = gap != " "
    if any(mark in gap for mark in SHUT.replace("(", "")):
        return (), False
    for n in range(len(words) - 1, 0, -1):
        gap = wording.text[words[n - 1].end : words[n].start]
        if words[n].quoted or "," in gap or any(mark in gap for mark in SHUT):
            return words[n:], apart
    return words, apart


def _opens(passage: Passage, words: Sequence[Word]) -> bool:
    """Whether some words open their sentence."""
    return words[:1] == passage.wording.words[:1]


def _name(passage: Passage, words: Sequence[Word]) -> tuple[int, Word | None] | None:
    """Where a name at the end of some words starts, and the word before it."""
    text = passage.wording.text
    at = len(words)
    while at and words[at - 1].text[:1].isupper() and not _is_date(passage, words[at - 1]):
        joined = at == len(words) or text[words[at - 1].end : words[at].start] in {" ", ". "}
        if not joined:
            break
        at -= 1
    if at == len(words):
        return None
    while at < len(words) - 1 and words[at].lower in passage.lexicon.joints:
        at += 1
    if not at or words[at - 1].lower in passage.lexicon.joints:
        return (words[at].start, None) if _clear_edge(passage, words) else None
    before = words[at - 1]
    lexicon = passage.lexicon
    if before.lower in lexicon.determiners:
        return before.start, words[at - 2] if at > 1 else None
    ends = lexicon.introducers | lexicon.ties | lexicon.owners | lexicon.function_words
    ends |= lexicon.date_prepositions | lexicon.complementizers
    verb = passage.finite(before.start, before.end)
    if before.lower in ends - {*lexicon.indefinite} or verb:
        return words[at].start, before
    if before.lower in lexicon.titles:
        return words[at].start, None
    return None


def _clear_edge(passage: Passage, words: Sequence[Word]) -> bool:
    """Whether a stretch that is all one name is no list: "Orm, Aven, which …"."""
    return words[0] is passage.wording.words[0]


def _described(
    passage: Passage, words: Sequence[Word], *, opens: bool
) -> tuple[int, Word | None] | None:
    """Where a noun in small letters starts: its article, its number, or its sentence's head."""
    lexicon = passage.lexicon
    ends = lexicon.introducers | lexicon.ties | lexicon.coordinators | lexicon.complementizers
    ends |= lexicon.date_prepositions | lexicon.function_words - {*lexicon.indefinite}
    shut = lexicon.pronouns | lexicon.owners | passage.words.vague | lexicon.objects
    for n in range(len(words) - 1, max(-1, len(words) - 1 - MOST_NOUN), -1):
        word = words[n]
        lower = word.lower
        before = words[n - 1] if n else None
        last = n == len(words) - 1
        if lower in shut or _is_date(passage, word):
            return None
        opening = {*lexicon.determiners, *lexicon.indefinite} - lexicon.complementizers
        counted = word.text[0].isdigit() or lower in passage.words.counts
        if lower in opening:
            return None if last else (word.start, before)
        if counted and not last:
            owned = before is not None and before.text.endswith(lexicon.possessives)
            if owned or (before is not None and before.lower in opening):
                continue
            return word.start, before
        if lower in ends or passage.finite(word.start, word.end):
            return None
        if opens and n == 0 and not passage.is_adverb(word):
            return word.start, None
    return None


def _named_by(passage: Passage, words: Sequence[Word]) -> tuple[int, int] | None:
    """The name that some words stand beside: "Ida Holm, *a nurse* who …"."""
    wording = passage.wording
    before = wording.within((wording.start, words[0].start))
    if words[0].lower not in passage.lexicon.indefinite or not before:
        return None
    if wording.text[before[-1].end : words[0].start] != ", ":
        return None
    at = len(before)
    while (
        at
        and before[at - 1].text[:1].isupper()
        and (
            at == len(before) or wording.text[before[at - 1].end : before[at].start] in {" ", ". "}
        )
    ):
        at -= 1
    found = before[at:]
    full = len(found) > 1 and not any(_is_date(passage, w) for w in found)
    return (found[0].start, found[-1].end) if full else None


def _is_infinitive(passage: Passage, words: Sequence[Word], verb: Word | None) -> bool:
    """Whether a word is a verb behind a "to"."""
    at = words.index(verb) if verb in words else 0
    return at > 0 and words[at - 1].lower in passage.lexicon.infinitive


def _governed(passage: Passage, before: Word | None, *, apart: bool) -> bool:
    """Whether a noun starts behind a word; behind "of" it is not sure which one a clause means."""
    lexicon = passage.lexicon
    if before is None:
        return True
    if before.lower in lexicon.naming:
        return not apart
    if before.lower in lexicon.coordinators:
        return False
    tied = lexicon.introducers | lexicon.ties | lexicon.date_prepositions | lexicon.complementizers
    tied |= lexicon.by | lexicon.function_words
    acts = before.lower.endswith(lexicon.participle_ending)
    return (
        before.lower in tied
        or acts
        or bool(passage.finite(before.start, before.end))
        or before.lower in passage.words.helping | passage.words.past | lexicon.verb_forms
    )
