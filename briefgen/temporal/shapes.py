"""Shape → regular expression, slots and triggers.

A shape is how a rule looks in a locale's file:

==================  ====================================================================
``words``           themselves; ``'`` also stands for ``’`` and ``ʼ``
a space             one to three white-space characters
``~``               a space or a hyphen
``{table}``         one word of that lexicon, or that named pattern, kept as a slot
``{table:slot}``    the same under another slot name
``<table>``         the same, not kept
``(a|b)``           either; of plain words the longest that fits
``[a]``             perhaps
==================  ====================================================================

The regular expression keeps to what RE2 also accepts: no lookaround, no backreference, every
repetition bounded, so that a match costs no more than its own length. Named patterns are shapes
themselves, or regular expressions after ``re:``, which must then hold a digit.

What a match may begin with (see :mod:`openings <briefgen.temporal.openings>`) tells where a shape
is tried; it must begin with a word, a figure or a sign.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, reduce

from briefgen.errors import KnowledgeError
from briefgen.knowledge.locale import Locale
from briefgen.temporal.openings import (
    EMPTY,
    SPACE,
    Openings,
    followed,
    of_literal,
    of_regex,
    together,
)

__all__ = ["Shape", "compile_shape", "compiled"]

_SPACE = r"[ \t\r\n\u00a0\u2009\u202f]{1,3}"
_SPACE_OR_HYPHEN = rf"(?:{_SPACE}|[-\u2010\u2011])"
_HYPHENS = frozenset({(SPACE, False), ("-", False), ("\u2010", False), ("\u2011", False)})
_SPECIAL = "{}<>()[]|~ '"
_BLANK = frozenset({"", SPACE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A compiled shape."""

    pattern: str
    """The regular expression."""
    slots: tuple[tuple[str, str, str], ...]
    """(group of the expression, slot, lexicon table or pattern it refers to), in order."""
    openings: frozenset[str] | None
    """What a match may begin with; None: anything."""

    @property
    def regex(self) -> re.Pattern[str]:
        """The expression compiled, when first asked for: most rules match in few texts."""
        return compiled(self.pattern)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """An expression ready to match with."""
    return re.compile(pattern, re.ASCII)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a shape: its expression and what it may begin with."""

    regex: str
    opens: Openings
    length: int | None = None
    """Of plain words, their length."""


def compile_shape(shape: str, locale: Locale, source: str) -> Shape:
    """Raises KnowledgeError that names source, shape and place, with a caret under it."""
    parser = _Parser(shape, locale, source)
    piece = parser.whole()
    if piece.opens is not None and not _BLANK.isdisjoint(word for word, _ in piece.opens):
        raise parser.error(0, "no word of it must occur; give it one that must")
    opens = followed(piece.opens, frozenset({(SPACE, False)}))
    openings = None if opens is None else frozenset(word for word, _ in opens)
    return Shape(pattern=piece.regex, slots=tuple(parser.slots), openings=openings)


class _Parser:
    """Recursive descent over one shape."""

    def __init__(self, shape: str, locale: Locale, source: str, depth: int = 0) -> None:
        self.shape = shape
        self.locale = locale
        self.source = source
        self.depth = depth
        self.at = 0
        self.slots: list[tuple[str, str, str]] = []

    def error(self, at: int, reason: str) -> KnowledgeError:
        caret = " " * at + "^"
        return KnowledgeError(f"{self.source}: {reason}\n  {self.shape}\n  {caret}")

    def whole(self) -> _Piece:
        piece = self.either()
        if self.at < len(self.shape):
            raise self.error(self.at, f"{self.shape[self.at]!r} closes nothing")
        return piece

    def either(self) -> _Piece:
        pieces = [self.sequence()]
        while self.peek() == "|":
            self.at += 1
            pieces.append(self.sequence())
        if len(pieces) == 1:
            return pieces[0]
        lengths = [piece.length for piece in pieces]
        if None not in lengths:  # plain words: the longest first, as in a lexicon
            pieces.sort(key=lambda piece: -(piece.length or 0))
        return _Piece(
            "(?:" + "|".join(piece.regex for piece in pieces) + ")",
            together(piece.opens for piece in pieces),
        )

    def sequence(self) -> _Piece:
        pieces: list[_Piece] = []
        while (character := self.peek()) and character not in "|)]":
            pieces.append(self.item(character))
        lengths = [piece.length for piece in pieces if piece.length is not None]
        return _Piece(
            "".join(piece.regex for piece in pieces),
            reduce(followed, (piece.opens for piece in pieces), EMPTY),
            sum(lengths) if len(lengths) == len(pieces) else None,
        )

    def item(self, character: str) -> _Piece:
        if character in "{<":
            return self.reference(character)
        if character in "([":
            return self.group(character)
        if character in "}>":
            raise self.error(self.at, f"{character!r} closes nothing")
        if character in "~ ":
            self.at += 1
            if character == " ":
                return _Piece(_SPACE, frozenset({(SPACE, False)}), 1)
            return _Piece(_SPACE_OR_HYPHEN, _HYPHENS)
        start = self.at
        while (following := self.peek()) and (following not in _SPECIAL or following == "'"):
            self.at += 1
        text = self.shape[start : self.at].lower()
        return _literal(text)

    def group(self, opening: str) -> _Piece:
        start = self.at
        self.at += 1
        inside = self.either()
        if self.peek() != {"(": ")", "[": "]"}[opening]:
            raise self.error(start, f"{opening!r} is not closed")
        self.at += 1
        if opening == "(":
            return replace(inside, regex=f"(?:{inside.regex})")
        perhaps = together((inside.opens, EMPTY))
        return _Piece(f"(?:{inside.regex})?", perhaps)

    def reference(self, opening: str) -> _Piece:
        start = self.at
        closing = self.shape.find({"{": "}", "<": ">"}[opening], start)
        if closing < 0:
            raise self.error(start, f"{opening!r} is not closed")
        table, _, slot = self.shape[start + 1 : closing].partition(":")
        self.at = closing + 1
        piece = self.referred(table, start)
        if opening == "<":
            return replace(piece, regex=f"(?:{piece.regex})")
        group = f"s{len(self.slots)}"
        self.slots.append((group, slot or table, table))
        return replace(piece, regex=f"(?P<{group}>{piece.regex})")

    def referred(self, table: str, at: int) -> _Piece:
        if table in self.locale.lexicon:
            return _words(self.locale.lexicon[table])
        pattern = self.locale.patterns.get(table)
        if pattern is None:
            raise self.error(at, f"no [lexicon.{table}] and no pattern {table!r}")
        if pattern.startswith("re:"):
            bare = pattern.removeprefix("re:")
            try:
                compiled(bare)
            except re.error as error:
                raise self.error(at, f"{table!r} is no regular expression: {error}") from error
            return _Piece(f"(?:{bare})", of_regex(bare))
        if self.depth > 8:
            raise self.error(at, f"pattern {table!r} refers to itself")
        inner = _Parser(pattern, self.locale, f"{self.source}, pattern {table!r}", self.depth + 1)
        piece = inner.whole()
        if inner.slots:
            raise self.error(at, f"pattern {table!r} holds a slot; write <table> in patterns")
        return piece

    def peek(self) -> str:
        return self.shape[self.at] if self.at < len(self.shape) else ""


def _literal(text: str) -> _Piece:
    """Plain words of a shape."""
    regex = "".join("['’]" if c == "'" else re.escape(c) for c in text)
    return _Piece(regex, of_literal(text), len(text))


def _words(words: Iterable[str]) -> _Piece:
    """The words of a lexicon, longest first, so that the longest wins."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    parts = []
    for word in ordered:
        pieces = (_literal(part).regex for part in word.split(" "))
        parts.append(_SPACE.join(pieces))
    return _Piece("(?:" + "|".join(parts) + ")", together(of_literal(word) for word in ordered))
