"""Text → the spans between quotation marks, within one paragraph."""

import re

__all__ = ["quoted"]

_PAIRS = {"“": "”", "«": "»", "„": "“”", "``": "''", '"': '"'}
_MARK = re.compile("|".join(("“", "”", "«", "»", "„", '"', "``", "''")))
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
