"""Wording of a sentence → Marks: its brackets, its dashes, and the stretches between commas."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.events.language.words import Wording
from briefgen.model import Mention

__all__ = ["Marks", "Segment", "read_marks"]

PAIR = 2
"""Dashes that open and close an aside."""
_DASH = re.compile(r"\s+(?:--|—|–)\s+|\s*—\s*|\s*--\s*")
_HYPHEN = " - "
"""A dash, or a hyphen in a text that parts words: "a 16 - year - old"."""
_STOP = re.compile(r"[.!?]+[\"”»’')]*\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """What stands between two commas, in no quotation, bracket or dashes; marks left out."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """How marks part a sentence; offsets in the document."""

    segments: tuple[Segment, ...]
    brackets: tuple[tuple[int, int], ...]
    """Brackets included."""
    dashes: tuple[tuple[int, int], ...]
    """What stands between two dashes, dashes and blanks around them included."""
    last_dash: int | None
    """Where a dash starts that stands alone."""
    stop: int
    """Where the words end: before the full stop."""
    parted: bool
    """Whether a colon, a semicolon or what may be a dash parts it."""


def read_marks(wording: Wording, mentions: Sequence[Mention]) -> Marks | None:
    """The marks of a sentence, None where its brackets or dashes are not clear.

    Commas within a date ("March 3, 2031") part nothing.
    """
    text, (start, end) = wording.text, (wording.start, wording.end)
    brackets = _brackets(wording)
    if brackets is None:
        return None
    stopped = _STOP.search(text, start, end)
    stop = stopped.start() if stopped else end
    shut = (*wording.quotes, *brackets)
    found = [
        m.span()
        for m in _DASH.finditer(text, start, stop)
        if not _within(m.start() + 1, shut) and wording.within((start, m.start() + 1))
    ]
    if len(found) > PAIR:
        return None
    pair = ((found[0][0], found[1][1]),) if len(found) > 1 else ()
    alone = found[0][0] if len(found) == 1 else None
    inner = (*shut, *pair, *((m.start, m.end) for m in mentions))
    edges = [at for at in _commas(text, start, stop) if not _within(at, inner)]
    segments = [
        Segment(start=left, end=right)
        for left, right in zip([start, *(at + 1 for at in edges)], [*edges, stop], strict=True)
    ]
    hard = any(text[at] in ";:" and not _within(at, inner) for at in range(start, stop))
    hard = hard or text.find(_HYPHEN, start, stop) >= 0
    return Marks(
        segments=tuple(segments),
        brackets=brackets,
        dashes=pair,
        last_dash=alone,
        stop=stop,
        parted=hard,
    )


def _commas(text: str, start: int, end: int) -> Iterator[int]:
    """Commas with a blank behind them."""
    at = text.find(",", start, end)
    while at >= 0:
        if text[at + 1 : at + 2].isspace():
            yield at
        at = text.find(",", at + 1, end)


def _within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _brackets(wording: Wording) -> tuple[tuple[int, int], ...] | None:
    """The round brackets outside quotations; None where one is not closed, or holds another."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for at in range(wording.start, wording.end):
        mark = wording.text[at]
        if mark not in "()" or wording.quoted(at):
            continue
        if (mark == "(") == (opened is not None):
            return None
        if opened is None:
            opened = at
        else:
            found.append((opened, at + 1))
            opened = None
    return None if opened is not None else tuple(found)
