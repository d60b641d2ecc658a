"""A line → its plain forms, in which lines and known phrases are compared."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["LONGEST", "NONE", "Openings", "low", "plain", "straight"]

LONGEST = 250
"""Characters of a line that may be furniture."""

_FIRST = re.compile(r"[\w(©]")
_LAST = re.compile(r"[\w)©]")
_QUOTES = {"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-", "–": "-"}


def straight(line: str) -> str:
    """A line with plain quotes and dashes."""
    if not line.isascii():
        for curly, sign in _QUOTES.items():
            line = line.replace(curly, sign)
    return line


def plain(line: str) -> str:
    """A line for comparison: casefolded, plain quotes, single spaces, no signs at its ends."""
    return _short_forms(line)[1] if len(line) <= LONGEST else _forms(line)[1]


def low(line: str) -> str:
    """A line casefolded, with plain quotes and single spaces."""
    return _short_forms(line)[0] if len(line) <= LONGEST else _forms(line)[0]


def _forms(line: str) -> tuple[str, str]:
    """A line as `low` gives it, and as `plain` does."""
    told = " ".join(straight(line).split())
    lowered = told.casefold()
    first = _FIRST.search(told)
    if first is None:
        return lowered, ""
    start, end = first.start(), len(told)
    while end > start and not _LAST.match(told, end - 1):
        end -= 1
    return lowered, lowered if end - start == len(told) else told[start:end].casefold()


@lru_cache(maxsize=512)
def _short_forms(line: str) -> tuple[str, str]:
    """The same; each question about a line asks for them, and a site's frame is on every page."""
    return _forms(line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Openings:
    """Phrases that a line may begin with, by their first letter."""

    by_letter: Mapping[str, tuple[str, ...]]
    longest: int = 0
    """Letters of the longest."""

    @classmethod
    def of(cls, phrases: Iterable[str]) -> "Openings":
        """The phrases in their order; none is empty."""
        found: dict[str, tuple[str, ...]] = {}
        for phrase in phrases:
            found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
        longest = max((len(phrase) for one in found.values() for phrase in one), default=0)
        return cls(by_letter=found, longest=longest)

    def near(self, line: str) -> tuple[str, ...]:
        """Those that begin with the same letter as a line; both are casefolded."""
        return self.by_letter.get(line[:1], ())

    def open(self, line: str) -> bool:
        """Whether a line begins with one of them; both are casefolded."""
        return line.startswith(self.by_letter.get(line[:1], ()))


NONE = Openings(by_letter={})
