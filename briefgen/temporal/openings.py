"""Shape → openings: the words with which a match may begin.

An opening is a run of letters, :data:`DIGIT` for any figure, :data:`SPACE` for any white space, or
one other character. While a shape is put together an opening may still be *open*: the run of
letters goes on with what follows it ("year" in ``year[s]``), and "" open is a piece that may be
empty. None stands for "anything": the rule is then tried at every word.
"""

import re
from collections.abc import Iterable

__all__ = [
    "ANYTHING",
    "DIGIT",
    "EMPTY",
    "SPACE",
    "TOKEN",
    "Openings",
    "followed",
    "of_literal",
    "of_regex",
    "together",
]

Openings = frozenset[tuple[str, bool]] | None
"""(opening, whether it is open)."""

DIGIT = "#"
SPACE = " "
TOKEN = re.compile(r"[^\W\d_]+|\d")
"""A run of letters, or a digit."""
ANYTHING: Openings = None
EMPTY: Openings = frozenset({("", True)})
_MOST = 4096
"""More openings than these are as good as anything."""
_QUANTIFIER = re.compile(r"[*?+]\??|\{(\d+)(?:,\d*)?\}\??")


def of_literal(text: str) -> Openings:
    """Plain words, lower case; ``'`` also stands for ``’``."""
    if not text:
        return EMPTY
    token = TOKEN.match(text)
    if token is None:
        return frozenset((sign, False) for sign in ("'’" if text[0] == "'" else text[0]))
    if token[0].isdigit():
        return frozenset({(DIGIT, False)})
    return frozenset({(token[0], token.end() == len(text))})


def together(choices: Iterable[Openings]) -> Openings:
    """Those of a choice between pieces."""
    known: set[tuple[str, bool]] = set()
    for choice in choices:
        if choice is None:
            return ANYTHING
        known |= choice
    return frozenset(known) if len(known) <= _MOST else ANYTHING


def followed(first: Openings, second: Openings) -> Openings:
    """Those of a piece with another right behind it."""
    if first is None:
        return ANYTHING
    joined = {(word, False) for word, is_open in first if not is_open}
    for word in sorted(word for word, is_open in first if is_open):
        if second is None:
            return ANYTHING
        for following, is_open in second:
            if not word:
                joined.add((following, is_open))
            elif following and (following == DIGIT or TOKEN.match(following) is None):
                joined.add((word, False))
            else:
                joined.add((word + following, is_open))
    return frozenset(joined) if len(joined) <= _MOST else ANYTHING


def of_regex(pattern: str) -> Openings:
    r"""Those of a regular expression that begins with figures or signs; else anything.

    Reads what the shapes' expressions use: groups, choices, classes, ``\d``, quantifiers.
    """
    try:
        found, empty, at = _choice(pattern, 0, known=False)
    except (ValueError, IndexError):
        return ANYTHING
    if empty or at < len(pattern):
        return ANYTHING
    return frozenset((sign, False) for sign in found)


def _choice(pattern: str, at: int, *, known: bool) -> tuple[set[str], bool, int]:
    """First characters, whether it may be empty, and where it ends.

    ``known``: something stands before it, so that only its end counts.
    """
    found, empty, at = _sequence(pattern, at, known=known)
    while pattern[at : at + 1] == "|":
        more, void, at = _sequence(pattern, at + 1, known=known)
        found, empty = found | more, empty or void
    return found, empty, at


def _sequence(pattern: str, at: int, *, known: bool) -> tuple[set[str], bool, int]:
    found: set[str] = set()
    empty = True
    while at < len(pattern) and pattern[at] not in "|)":
        first, void, at = _item(pattern, at, known=known or not empty)
        quantifier = _QUANTIFIER.match(pattern, at)
        if quantifier is not None:
            at = quantifier.end()
            void = void or quantifier[0][0] in "*?" or quantifier[1] == "0"
        if empty:
            found, empty = found | first, void
    return found, empty, at


def _item(pattern: str, at: int, *, known: bool) -> tuple[set[str], bool, int]:
    if pattern.startswith("(?:", at):
        found, empty, end = _choice(pattern, at + 3, known=known)
        if pattern[end] != ")":
            raise ValueError(pattern)
        return found, empty, end + 1
    if pattern[at] == "[":
        end = pattern.index("]", at + 2)
        return set() if known else _class(pattern[at + 1 : end]), False, end + 1
    end = at + 1 + (pattern[at] == "\\")
    if pattern[at] in "(.^$" or (
        end - at == 2 and pattern[at + 1].isalnum() and not _figure(pattern, at)
    ):
        raise ValueError(pattern)
    if _figure(pattern, at):
        return {DIGIT}, False, end
    return set() if known else {_sign(pattern[end - 1])}, False, end


def _figure(pattern: str, at: int) -> bool:
    return pattern.startswith("\\d", at) or pattern[at].isdigit()


def _class(inside: str) -> set[str]:
    """The signs of a character class; only figures may form a range."""
    plain = re.sub(r"\\d|\d-\d", "0", inside)
    if plain[0] == "^" or "\\" in plain or "-" in plain[1:-1]:
        raise ValueError(inside)
    return {DIGIT if sign.isdigit() else _sign(sign) for sign in plain}


def _sign(sign: str) -> str:
    """A character as an opening; a letter, whose run is not known, is an error."""
    if sign.isalnum() or sign == "_":
        raise ValueError(sign)
    return SPACE if sign.isspace() else sign
