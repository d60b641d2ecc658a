"""Text → the places where a rule may match, each with the rules that may match there.

With google-re2 one pass over the UTF-8 text, all rules as one expression, finds the stretches in
which any rule matches, and only the words in those are looked up. Without it every word is. Both
give every place of a match, so that what is found is the same; both are linear in the length.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefgen.temporal.openings import DIGIT, SPACE

__all__ = ["Scanner"]

_MEMORY = 256 << 20
"""Bytes that RE2 may keep states in; it takes what it needs."""
_SPACES = " \t\r\n\u00a0\u2009\u202f"
_NAMED = re.compile(r"\(\?P<\w+>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanner:
    """All rules of a locale, by what their matches begin with."""

    by_opening: Mapping[str, tuple[int, ...]]
    """Opening → ranks of rules, rising."""
    anywhere: tuple[int, ...]
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
            by_opening={key: tuple(sorted({*ranks, *anywhere})) for key, ranks in index.items()},
            anywhere=anywhere,
            opening=re.compile(rf"[^\W\d_]+|\d+{other}"),
            union=_united(pattern for pattern, _ in known),
        )

    def places(self, low: str, *, fast: bool) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Offsets of a lower-case text, rising, and ranks of the rules to try there.

        ``fast``: use google-re2 where it is installed.
        """
        if not fast or self.union is None:
            yield from self._within(low, 0, len(low))
            return
        until = 0
        for start, end in _stretches(self.union, low):
            yield from self._within(low, max(start, until), end)
            until = end

    def _within(self, low: str, start: int, end: int) -> Iterator[tuple[int, tuple[int, ...]]]:
        """The places that begin in a stretch; what begins there is read to its end."""
        ranks_of, anywhere = self.by_opening.get, self.anywhere
        for match in self.opening.finditer(low, start):
            at = match.start()
            if at >= end:
                return
            word = match[0]
            ranks = ranks_of(DIGIT if word[0].isdigit() else word, anywhere)
            if ranks:
                yield at, ranks


def _united(patterns: Iterable[str]) -> Any:
    """Patterns as one RE2; None where google-re2 is missing or takes one of them not."""
    try:
        import re2  # noqa: PLC0415 (optional)
    except ImportError:
        return None
    plain = "|".join(_NAMED.sub("(?:", pattern) for pattern in patterns)
    options = re2.Options()
    options.never_capture = True
    options.longest_match = True
    options.log_errors = False
    options.max_mem = _MEMORY
    try:
        return re2.compile(_ESCAPED.sub(lambda m: chr(int(m[1], 16)), plain).encode(), options)
    except re2.error:
        return None


def _stretches(union: Any, low: str) -> Iterator[tuple[int, int]]:
    """Offsets of the longest matches, left to right, in characters."""
    data = low.encode("utf-8", "surrogatepass")
    if len(data) == len(low):
        for match in union.finditer(data):
            yield match.span()
        return
    at = counted = 0  # bytes, and the characters that they are
    for match in union.finditer(data):
        first, last = match.span()
        start = counted + len(data[at:first].decode("utf-8", "surrogatepass"))
        counted = start + len(data[first:last].decode("utf-8", "surrogatepass"))
        at = last
        yield start, counted
