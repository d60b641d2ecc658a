"""A sentence → Wording: its words and quotes with offsets in the document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["Word", "Wording", "find_quotes", "read_wording"]

_WORD = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*(?:\.(?=[A-Z]))?")
_QUOTE = re.compile(
    r"“[^”]*”?|«[^»]*»?|„[^“”]*[“”]?|\"{2,}[^\"]+\"{2,}|``(?:(?!'').)*(?:'')?|\"[^\"]*\"?",
    re.DOTALL,
)
"""Pairs of marks, those of a typewriter and of a wire (``so'') among them."""
_EDGE = " ,;:—–\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a sentence; offsets in the document."""

    start: int
    end: int
    text: str
    lower: str
    quoted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one sentence, ``text[start:end]``."""

    text: str
    """The whole document's."""
    start: int
    end: int
    words: tuple[Word, ...]
    quotes: tuple[tuple[int, int], ...]

    @property
    def sentence(self) -> str:
        """The sentence alone."""
        return self.text[self.start : self.end]

    def quoted(self, at: int) -> bool:
        """Whether an offset lies within quotation marks."""
        return any(start <= at < end for start, end in self.quotes)

    def within(self, span: tuple[int, int]) -> tuple[Word, ...]:
        """The words that start in a span."""
        return tuple(w for w in self.words if span[0] <= w.start < span[1])

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """A span without blanks and punctuation at its edges."""
        while end > start and self.text[end - 1] in _EDGE:
            end -= 1
        while start < end and self.text[start] in _EDGE:
            start += 1
        return start, end

    def pairs(self) -> Iterator[tuple[int, str, str]]:
        """Index, word, and the word with the one after it, in lower case; quotes left out."""
        for index, word in enumerate(self.words):
            if not word.quoted:
                after = self.words[index + 1 : index + 2]
                yield index, word.lower, f"{word.lower} {after[0].lower}" if after else ""


def read_wording(
    text: str,
    start: int,
    end: int,
    quotes: Sequence[tuple[int, int]] | None = None,
    *,
    elisions: tuple[str, ...] = (),
) -> Wording:
    """The wording of the sentence ``text[start:end]``. Linear in its length.

    ``quotes`` are the quoted spans of the block that it stands in, so that a sentence in the
    middle of a long quotation is known for one; without them, the sentence's own marks count.
    ``elisions`` are what a language writes on to the next word: "l'", "qu'".
    """
    if quotes is None:
        quotes = find_quotes(text, start, end)
    inside = tuple((max(a, start), min(b, end)) for a, b in quotes if a < end and start < b)
    words = tuple(
        Word(
            start=start + a,
            end=start + b,
            text=text[start + a : start + b],
            lower=_plain(text[start + a : start + b]),
            quoted=any(left <= start + a < right for left, right in inside),
        )
        for m in _WORD.finditer(text[start:end])
        for a, b in _parted(m, elisions)
    )
    return Wording(text=text, start=start, end=end, words=words, quotes=inside)


def _plain(word: str) -> str:
    """In lower case, its apostrophes straight."""
    return word.lower().replace("’", "'").replace("ʼ", "'")


def _parted(match: re.Match[str], elisions: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The spans of a word and of what is written on to it: "l'|attaque"."""
    start, end = match.span()
    lower = _plain(match[0]) if elisions else ""
    head = next((e for e in elisions if lower.startswith(e) and len(lower) > len(e)), "")
    if head:
        yield start, start + len(head)
    yield start + len(head), end


def find_quotes(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The quoted spans of ``text[start:end]``, marks included; an open one runs to the end."""
    block = text[start:end]
    return tuple((start + m.start(), start + m.end()) for m in _QUOTE.finditer(block))
