"""Text → the places where rules match, each with those rules and how far they match.

With google-re2 one pass over the UTF-8 text, all rules as one expression, finds the stretches in
which any rule matches; only the words in those are looked up, and which rules match a stretch is
remembered. Without it every word is looked up. Both give every place and rule of a match, so that
what is found is the same; both are linear in the length.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from briefgen.temporal.openings import DIGIT, SPACE
from briefgen.temporal.shapes import compiled

__all__ = ["Scanner"]

_MEMORY = 256 << 20
"""Bytes that RE2 may keep states in; it takes what it needs."""
_REMEMBERED = 16384
"""Stretches of which the rules that match them are kept."""
_MANY = 8
"""So many rules are tried as one before each is by itself."""
_SPACES = " \t\r\n\u00a0\u2009\u202f"
_SECOND = re.compile(r"(?:[^\W\d_]{1,64}|\d{1,64})[\W\d_]{1,12}([^\W\d_]{1,2})")
"""An opening, and how the next word begins."""
_LETTERS = re.compile(r"[^\W\d_]+")
_ESCAPE = re.compile(r"\\.")
_UNICODE = re.compile(r"\\u[0-9a-fA-F]{4}")
_CLASS = re.compile(r"\[([^\]]*)\]")
_OPTIONAL = re.compile(r"([^\W\d_])(?=[?*{])")
_NAMED = re.compile(r"\(\?P<\w+>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_WORD_RUN = re.compile(r"[^\W\d_]{1,64}")
"""No opening is longer."""
_Ranks = tuple[int, ...]
"""Ranks of rules, rising."""
_Matches = tuple[tuple[int, int], ...]
"""Ranks of rules, rising, and the length of what each matches."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scanner:
    """All rules of a locale, by what their matches begin with."""

    patterns: tuple[str, ...]
    """By rank."""
    by_opening: Mapping[str, _Ranks]
    """Opening → the rules to try."""
    anywhere: _Ranks
    """Ranks of the rules that may begin with anything."""
    opening: re.Pattern[str]
    """What is looked up: a run of letters or figures, or a sign that opens a rule."""
    union: Any
    """All rules as one RE2; None without google-re2."""

    @classmethod
    def of(cls, rules: Iterable[tuple[str, frozenset[str] | None]]) -> "Scanner":
        """A scanner for expressions and their openings, by rank."""
        known = tuple(rules)
        anywhere = tuple(rank for rank, (_, openings) in enumerate(known) if openings is None)
        index: dict[str, list[int]] = {}
        for rank, (_, openings) in enumerate(known):
            for opening in sorted(openings or ()):
                for sign in _SPACES if opening == SPACE else (opening,):
                    index.setdefault(sign, []).append(rank)
        signs = "".join(re.escape(sign) for sign in index if sign != DIGIT and not sign.isalnum())
        other = r"|[\W_]" if anywhere else f"|[{signs}]" if signs else ""
        return cls(
            patterns=tuple(pattern for pattern, _ in known),
            by_opening={key: tuple(sorted({*ranks, *anywhere})) for key, ranks in index.items()},
            anywhere=anywhere,
            opening=re.compile(rf"[^\W\d_]+|\d+{other}"),
            union=_united(pattern for pattern, _ in known),
        )

    def places(self, low: str, *, fast: bool) -> Iterator[tuple[int, _Matches]]:
        """Offsets of a lower-case text, rising, on a word's boundary, and what matches there.

        ``fast``: use google-re2 where it is installed.
        """
        if fast and self.union is not None:
            return self._in_stretches(low)
        return self._word_by_word(low)

    def _word_by_word(self, low: str) -> Iterator[tuple[int, _Matches]]:
        """The places of the whole text; many rules are tried as one before each is by itself."""
        for at, ranks in self._opened(low):
            gate = _gate(self, ranks)
            if gate is not None and (_stops_short(self, ranks, low, at) or gate(low, at) is None):
                continue
            found = [
                (rank, match.end() - at)
                for rank, trial in _trials(self, ranks)
                if (match := trial(low, at)) is not None
            ]
            if found:
                yield at, tuple(found)

    def _in_stretches(self, low: str) -> Iterator[tuple[int, _Matches]]:
        """The places in the stretches that any rule matches."""
        data = _encoded(low)
        plain = len(data) == len(low)
        read = counted = 0  # bytes, and the characters that they are
        for stretch in self.union.finditer(data):
            first, last = stretch.span()
            start = first if plain else counted + _length(data[read:first])
            end = last if plain else start + _length(data[first:last])
            read, counted = last, end
            if low[end : end + 1].isalnum():  # it breaks off within a word
                rest = _WORD_RUN.match(low, end)
                end = end if rest is None else rest.end()
            matches, others = _of_stretch(self, low[start:end])
            if matches and not (start and _in_word(low[start - 1])):
                yield start, matches
            for shift, ranks in others:
                at = start + shift
                byte = first + (shift if plain else len(_encoded(low[start:at])))
                longest = self.union.match(data, byte)
                if longest is None:
                    continue
                until = at + _length(data[byte : longest.end()])
                matches = _of_words(self, ranks, low[at:until])
                if matches:
                    yield at, matches

    def _opened(self, low: str) -> Iterator[tuple[int, _Ranks]]:
        """Where an opening stands on a word's boundary, and the rules to try there."""
        ranks_of, anywhere = self.by_opening.get, self.anywhere
        for match in self.opening.finditer(low):
            word = match[0]
            ranks = ranks_of(DIGIT if word[0].isdigit() else word, anywhere)
            if ranks:
                at = match.start()
                if not (at and _in_word(low[at - 1])):
                    yield at, ranks


@lru_cache(maxsize=_REMEMBERED)
def _of_stretch(scanner: Scanner, words: str) -> tuple[_Matches, tuple[tuple[int, _Ranks], ...]]:
    """What matches at the start of a stretch, and the other places in it, with what to try there.

    It is the longest that any rule matches there, so what follows it changes nothing.
    """
    places = tuple(scanner._opened(words))  # noqa: SLF001 (remembered for it)
    if not places or places[0][0]:
        return (), places
    return _of_words(scanner, places[0][1], words), places[1:]


@lru_cache(maxsize=_REMEMBERED)
def _of_words(scanner: Scanner, ranks: _Ranks, words: str) -> _Matches:
    """Those of some rules that match at the start of words, the longest that any rule matches."""
    tried = ((rank, trial(words)) for rank, trial in _trials(scanner, ranks))
    return tuple((rank, match.end()) for rank, match in tried if match is not None)


def _stops_short(scanner: Scanner, ranks: _Ranks, low: str, at: int) -> bool:
    """Whether no rule goes on with the second word, and none is over before it: "the ferry"."""
    second = _SECOND.match(low, at)
    heads = _heads(scanner, ranks)
    if second is None or heads is None:
        return False
    word = second[1]
    if word in heads or word[0] in heads:
        return False
    return not _of_words(scanner, ranks, low[at : second.start(1)])


@cache
def _heads(scanner: Scanner, ranks: _Ranks) -> frozenset[str] | None:
    """The two letters, or the one, with which a run of letters in some rules begins.

    A word of the text that begins with none of them is in no match. None: not known.
    """
    joined = _ESCAPE.sub(" ", _UNICODE.sub(" ", _joined(scanner.patterns[rank] for rank in ranks)))
    heads: set[str] = set()
    for inside in _CLASS.findall(joined):
        if inside[:1] == "^" or re.search(r"[^\W\d_]-|-[^\W\d_]", inside):
            return None
        heads.update(sign for sign in inside if sign.isalpha())
    plain = _OPTIONAL.sub(r" \1 ", _CLASS.sub(" ", joined))
    if "." in plain:
        return None
    heads.update(run[:2] for run in _LETTERS.findall(plain))
    return frozenset(heads)


_Trial = Callable[..., re.Match[str] | None]
"""A compiled rule's ``match``: of a text, from an offset on."""


@cache
def _trials(scanner: Scanner, ranks: _Ranks) -> tuple[tuple[int, _Trial], ...]:
    """Some rules ready to be tried, compiled when first asked for."""
    return tuple((rank, compiled(scanner.patterns[rank]).match) for rank in ranks)


@cache
def _gate(scanner: Scanner, ranks: _Ranks) -> _Trial | None:
    """Many rules as one expression, which fails sooner than each of them by itself."""
    if len(ranks) < _MANY:
        return None
    return compiled(_joined(scanner.patterns[rank] for rank in ranks)).match


def _joined(patterns: Iterable[str]) -> str:
    """Expressions as one that matches where any of them does, without groups."""
    return "|".join(_NAMED.sub("(?:", pattern) for pattern in patterns)


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _length(data: bytes) -> int:
    """How many characters bytes of UTF-8 are."""
    return len(data.decode("utf-8", "surrogatepass"))


def _united(patterns: Iterable[str]) -> Any:
    """Patterns as one RE2; None where google-re2 is missing or takes one of them not."""
    try:
        import re2  # noqa: PLC0415 (optional)
    except ImportError:
        return None
    options = re2.Options()
    options.never_capture = True
    options.longest_match = True
    options.log_errors = False
    options.max_mem = _MEMORY
    joined = _ESCAPED.sub(lambda m: chr(int(m[1], 16)), _joined(patterns))
    try:
        return re2.compile(_encoded(joined), options)
    except re2.error:
        return None
