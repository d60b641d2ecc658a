"""Word of a language → its stem, by Snowball or by a table of endings."""

from collections.abc import Callable
from functools import cache

from briefgen.knowledge.cues import Stems, languages, load_stems

__all__ = ["stem_with"]

ALGORITHMS = {"en": "english", "de": "german", "fr": "french", "es": "spanish", "ru": "russian"}
"""Snowball stemmers by ISO 639-1. Of other languages cues/stems.CODE.toml is read, if there is
one; else a word is its own stem."""


@cache
def stem_with(language: str) -> Callable[[str], str]:
    """The stemmer of a language; lower-casing alone where nothing is known of its endings."""
    name = ALGORITHMS.get(language)
    if name is None:
        return _by_table(load_stems(language)) if language in languages("stems") else str.lower
    import snowballstemmer  # noqa: PLC0415 (only reading needs it)

    stemmer = snowballstemmer.stemmer(name)

    @cache
    def stem(word: str) -> str:
        return str(stemmer.stemWord(word.lower()))

    return stem


def _by_table(rules: Stems) -> Callable[[str], str]:
    """A stemmer that takes off the longest ending of a table that leaves enough of the word."""
    endings = sorted(rules.endings, key=lambda rule: (-len(rule[0]), rule))

    @cache
    def stem(word: str) -> str:
        lower = word.lower().replace("’", "'").replace("ʼ", "'")
        if lower in rules.irregular:
            return rules.irregular[lower]
        if lower.endswith(rules.keep):
            return lower
        for ending, put, least in endings:
            head = lower.removesuffix(ending)
            if lower.endswith(ending) and len(head) >= least and rules.vowels & set(head):
                return head + put
        return lower

    return stem
