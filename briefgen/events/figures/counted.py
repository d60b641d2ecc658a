"""A figure and the words after it → what it counts, as one id in all languages.

The words that a table lists give the id ("drone" of "drones", "безпілотників", "Drohnen"); of
others it is the singular, or the stem.
"""

import re
from collections.abc import Sequence

from briefgen.events.figures.numbers import Figure, Part, figure_at, number_value
from briefgen.events.language.stems import stem_with
from briefgen.knowledge.cues import Numbers

__all__ = ["noun_after"]

PHRASE = 6
"""Words between a figure and its noun, at most."""


def noun_after(
    parts: Sequence[Part], figure: Figure, last: int, words: Numbers
) -> tuple[str, int] | None:
    """The head noun of the phrase after a figure, in the singular."""
    at = last
    if at + 1 < len(parts) and parts[at].lower in words.out and parts[at + 1].lower in words.of:
        at += 1
    if at < len(parts) and parts[at].lower in words.of:
        at += 1
        if at < len(parts) and parts[at].lower in words.articles:
            at += 1
        whole = figure_at(parts, at, words) if at < len(parts) else None
        at = whole.last if whole else at
    if words.head != "plural":
        return _head_after(parts, at, words)
    return _plural_after(parts, figure, at, words)


def _plural_after(
    parts: Sequence[Part], figure: Figure, at: int, words: Numbers
) -> tuple[str, int] | None:
    """The first plural noun of a phrase, or the noun that is one."""
    head: tuple[str, int] | None = None
    for index in range(at, min(at + PHRASE, len(parts))):
        part = parts[index]
        if part.kind != "word" or part.lower in words.stop:
            break
        if index > at and (number_value(part.lower, words) is not None or _participle(part, words)):
            break
        one = _singular(part.lower, words)
        if one is not None:
            head = one, index + 1
            compound = index + 1 < len(parts) and parts[index + 1].lower in words.plurals
            if not compound:
                break
        elif figure.value == 1 and not figure.plain and head is None:
            follows = parts[index + 1] if index + 1 < len(parts) else None
            single = not _in_phrase(follows, words) or _participle(follows, words)
            if single and index < at + 3:
                return part.lower, index + 1
    return head


def _head_after(parts: Sequence[Part], at: int, words: Numbers) -> tuple[str, int] | None:
    """The noun of a phrase in which adjectives go before it, or hardly any do."""
    for index in range(at, min(at + PHRASE, len(parts))):
        part = parts[index]
        if part.kind != "word" or (part.lower in words.stop and part.lower not in words.plurals):
            return None
        listed = _listed(part.lower, words)
        noun = words.head != "capital" or part.text[:1].isupper()
        if listed is not None and noun and not _leads(parts, index, words):
            return listed, index + 1
        if _is_adjective(part, words) or listed is not None:
            continue
        if not noun or not part.lower.endswith(words.counted_endings):
            return None
        return _singular(part.lower, words) or stem_with(words.language)(part.lower), index + 1
    return None


def _listed(word: str, words: Numbers) -> str | None:
    """The id of a word that the table lists, alone or as a half of "дронів-камікадзе"."""
    halves = (word, *word.split("-"))
    return next((words.plurals[half] for half in halves if half in words.plurals), None)


def _leads(parts: Sequence[Part], index: int, words: Numbers) -> bool:
    """Whether a word that may be a noun stands before another, as its adjective."""
    if not _is_adjective(parts[index], words) or index + 1 >= len(parts):
        return False
    return _listed(parts[index + 1].lower, words) is not None


def _is_adjective(part: Part, words: Numbers) -> bool:
    if words.head == "capital":
        return part.text[:1].islower()
    return part.lower in words.adjectives or part.lower.endswith(words.adjective_endings)


def _in_phrase(part: Part | None, words: Numbers) -> bool:
    return part is not None and part.kind == "word" and part.lower not in words.stop


def _participle(part: Part | None, words: Numbers) -> bool:
    """Whether a word after the first of a phrase ends it as a verb does: "one soldier *died*"."""
    return part is not None and part.lower.endswith(words.verb_endings)


def _singular(word: str, words: Numbers) -> str | None:
    """The singular of a plural noun; None for any other word."""
    bare = re.sub(r"[’'ʼ]$", "", word)
    if bare in words.plurals:
        return words.plurals[bare]
    tail = bare.rsplit("-", 1)[-1]
    if bare in words.singular or len(tail) < 3 or bare.endswith(words.plural_never):
        return None
    for ending, put, least in words.plural_endings:
        if bare.endswith(ending) and len(bare) - len(ending) >= least:
            return bare.removesuffix(ending) + put
    return None
