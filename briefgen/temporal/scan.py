"""Text → the places where a rule may match, each with the rules that may match there.

With google-re2 one pass over the UTF-8 text, all rules as one expression, finds the stretches in
which any rule matches; only the words in those are looked up, and which rules match a stretch is
remembered. Without it every word is looked up. Both give every place and rule of a match, so that
what is found is the same; both are linear in the length.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from briefgen.temporal.openings import DIGIT, SPACE

__all__ = ["Scanner"]

_MEMORY = 256 << 20
"""Bytes that RE2 may keep states in; it takes what it needs."""
_REMEMBERED = 16384
"""Stretches of which the rules that match them are kept."""
_MANY = 8
"""So many rules are tried as one before each is by itself."""
_SPACES = " \t\r\n\u00a0\u2009\u202f"
_NAMED = re.compile(r"\(\?P<\w+>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_Place = tuple[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scanner:
    """All rules of a locale, by what their matches begin with."""

    regexes: tuple[re.Pattern[str], ...]
    """By rank."""
    by_opening: Mapping[str, tuple[int, ...]]
    """Opening → ranks of rules, rising."""
    anywhere: tuple[int, ...]
    """Ranks of the rules that may begin with anything."""
    opening: re.Pattern[str]
    """What is looked up: a run of letters or figures, or a sign that opens a rule."""
    union: Any
    """All rules as one RE2; None without google-re2."""

    @classmethod
    def of(cls, rules: Iterable[tuple[re.Pattern[str], frozenset[str] | None]]) -> "Scanner":
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
            regexes=tuple(regex for regex, _ in known),
            by_opening={key: tuple(sorted({*ranks, *anywhere})) for key, ranks in index.items()},
            anywhere=anywhere,
            opening=re.compile(rf"[^\W\d_]+|\d+{other}"),
            union=_united(regex.pattern for regex, _ in known),
        )

    def places(self, low: str, *, fast: bool) -> Iterator[_Place]:
        """Offsets of a lower-case text, rising, and ranks of the rules to try there.

        ``fast``: use google-re2 where it is installed.
        """
        if fast and self.union is not None:
            return self._in_stretches(low)
        return self._gated(low)

    def _gated(self, low: str) -> Iterator[_Place]:
        """The places of the whole text, less those at which none of many rules matches."""
        for at, ranks in self._within(low, 0, len(low)):
            if len(ranks) < _MANY or _gate(self, ranks).match(low, at) is not None:
                yield at, ranks

    def _in_stretches(self, low: str) -> Iterator[_Place]:
        """The places in stretches that any rule matches, with the rules that do match."""
        data = _encoded(low)
        plain = len(data) == len(low)
        read = counted = 0  # bytes, and the characters that they are
        for stretch in self.union.finditer(data):
            first, last = stretch.span()
            start = first if plain else counted + _length(data[read:first])
            end = last if plain else start + _length(data[first:last])
            read, counted = last, end
            for at, ranks in self._within(low, start, end):
                until = end
                if at > start:
                    shift = at - start if plain else len(_encoded(low[start:at]))
                    longest = self.union.match(data, first + shift)
                    if longest is None:
                        continue
                    until = at + _length(data[first + shift : longest.end()])
                matching = _matching(self, ranks, low[at:until])
                if matching:
                    yield at, matching

    def _within(self, low: str, start: int, end: int) -> Iterator[_Place]:
        """The places that begin in a stretch, on a word's boundary, and what may match there."""
        ranks_of, anywhere = self.by_opening.get, self.anywhere
        for match in self.opening.finditer(low, start):
            at = match.start()
            if at >= end:
                return
            word = match[0]
            ranks = ranks_of(DIGIT if word[0].isdigit() else word, anywhere)
            if ranks and not (at and (low[at - 1].isalnum() or low[at - 1] == "_")):
                yield at, ranks


@lru_cache(maxsize=_REMEMBERED)
def _matching(scanner: Scanner, ranks: tuple[int, ...], words: str) -> tuple[int, ...]:
    """Those of some rules that match at the start of words.

    The words are the longest that any rule matches there, so what follows them changes nothing.
    """
    return tuple(rank for rank in ranks if scanner.regexes[rank].match(words) is not None)


@cache
def _gate(scanner: Scanner, ranks: tuple[int, ...]) -> re.Pattern[str]:
    """Several rules as one expression, which fails sooner than each of them by itself."""
    return re.compile(_joined(scanner.regexes[rank].pattern for rank in ranks), re.ASCII)


def _joined(patterns: Iterable[str]) -> str:
    """Expressions as one that matches where any of them does, without groups."""
    return "|".join(_NAMED.sub("(?:", pattern) for pattern in patterns)


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
