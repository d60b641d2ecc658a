"""Text → the spans between quotation marks, within one paragraph; which one holds each mention."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from briefgen.model import Document, Mention

__all__ = ["quotations", "quoted", "sentences_of"]

_PAIRS = {"“": "”", "«": "»", "„": "“”", "``": "''", '"': '"'}
_MARK = re.compile("“|”|«|»|„|\"|``|''")
"""Alternatives that each begin with a plain character are searched for several times as fast."""


def quoted(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Spans of direct speech in ``text[start:end]``; one left open runs to the end.

    Short quoted words ("so-called" quotes of fewer than three words) are no speech.
    """
    spans = []
    opened, closing = None, ""
    for mark in _MARK.finditer(text, start, end):
        sign = mark[0]
        if opened is None:
            if sign in _PAIRS:
                opened, closing = mark.end(), _PAIRS[sign]
        elif sign in closing:
            spans.append((opened, mark.start()))
            opened = None
    if opened is not None:
        spans.append((opened, end))
    return tuple(span for span in spans if len(text[span[0] : span[1]].split()) > 2)


def quotations(
    document: Document, mentions: Sequence[Mention], sentence_of: Sequence[int]
) -> tuple[tuple[int, int] | None, ...]:
    """The quotation around each mention, looked for within its block."""
    spans: dict[int, tuple[tuple[int, int], ...]] = {}
    found: list[tuple[int, int] | None] = []
    for mention, number in zip(mentions, sentence_of, strict=True):
        block = document.sentences[number].block
        if block not in spans:
            edges = document.blocks[block]
            spans[block] = quoted(document.text, edges.start, edges.end)
        place = bisect_right(spans[block], (mention.start, len(document.text))) - 1
        inside = place >= 0 and mention.end <= spans[block][place][1]
        found.append(spans[block][place] if inside else None)
    return tuple(found)


def sentences_of(document: Document, mentions: Sequence[Mention]) -> tuple[int, ...]:
    """Index of the sentence that holds each mention; both are in text order."""
    found, at = [], 0
    for mention in mentions:
        while document.sentences[at].end < mention.end:
            at += 1
        found.append(at)
    return tuple(found)
