"""Documents that nothing dates → a window for each that its clues bound narrowly, with reasons.

Called when no basis spoke. All clues that hold of every text must agree; those that hold of most
make the window uncertain. A window wider than `WIDEST` dates nothing, and is only told.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta, tzinfo

from briefgen.knowledge.locale import LANGUAGES, load_locale
from briefgen.knowledge.milestones import Milestone
from briefgen.model import Basis, Dating, Document, Interval, to_edtf
from briefgen.readers.windows.clues import clues_of
from briefgen.readers.windows.spans import ALWAYS, Clue, Spans, chosen, hull_of, narrow, within

__all__ = ["WIDEST", "Inference", "infer"]

WIDEST = timedelta(days=31)
"""A wider window dates no document."""
REASONS = 4
"""Reasons told, at most: those that bound the window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
    """What the clues of a document come to."""

    window: Interval | None
    """None: open on a side, or the clues contradict each other."""
    why: str
    """What bounds it, in words; empty where nothing does."""
    sure: bool = True
    contradicted: bool = False
    spans: Spans = ALWAYS
    """The days left; the window is the stretch from the first to the last."""

    @property
    def dating(self) -> Dating | None:
        """The dating that it gives; None where the window is too wide."""
        length = self.window.length if self.window is not None else None
        if self.window is None or length is None or length > WIDEST:
            return None
        return Dating(
            interval=replace(self.window, uncertain=not self.sure),
            basis=Basis.INFERRED,
            why=f"{'surely' if self.sure else 'most likely'} {to_edtf(self.window)}: {self.why}",
        )


def infer(
    document: Document,
    zone: tzinfo,
    *,
    milestones: Sequence[Milestone] = (),
    others: Sequence[Clue] = (),
) -> Inference:
    """The window of a document; `others` are clues from outside its text."""
    clues = list(others)
    if document.language in LANGUAGES:
        clues.extend(clues_of(document, load_locale(document.language), zone, milestones))
    for bound in document.bounds:
        last: date = bound.latest.astimezone(zone).date()
        clues.append(Clue(spans=within([(None, last)]), why=bound.why))
    sure = [clue for clue in clues if clue.sure]
    if not _left(sure):
        return Inference(window=None, why="", contradicted=True)
    likely = [clue for clue in clues if not clue.sure and not clue.weak and _left([*sure, clue])]
    used = [*sure, *likely] if _left([*sure, *likely]) else sure
    spans = _left(used)
    used = _needed(used)
    for clue in clues:
        kept = chosen(spans, clue.spans) if clue.weak else spans
        if kept != spans:
            spans, used = kept, [*used, clue]
    why = "; ".join(clue.why for clue in used[:REASONS])
    return Inference(
        window=hull_of(spans, zone), why=why, sure=all(clue.sure for clue in used), spans=spans
    )


def _needed(used: list[Clue]) -> list[Clue]:
    """The clues without which the days left would be more."""
    kept = list(used)
    for clue in sorted(used, key=lambda one: one.sure):
        rest = [one for one in kept if one is not clue]
        if _left(rest) == _left(kept):
            kept = rest
    return kept


def _left(clues: Sequence[Clue]) -> Spans:
    spans: Spans = ALWAYS
    for clue in clues:
        spans = narrow(spans, clue.spans)
    return spans
