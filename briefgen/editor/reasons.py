"""A report's reason → the reason as a brief tells it, beside what was said and read."""

from briefgen.editor.desk import Desk
from briefgen.editor.phrasebook import Told
from briefgen.model import Report

__all__ = ["reason_of"]

TOLD = "“{said}” → "
"""Begins a reason that tells once more what was said; what it was read as follows, and a colon."""


def reason_of(report: Report, desk: Desk) -> Told:
    """How the report's date was found, without what stands beside it: “Friday” → 13 Mar 2026."""
    return desk.phrases.tell(_alone(report))


def _alone(report: Report) -> str:
    if report.mention is None or report.interval is None:
        return report.why
    said = " ".join(report.mention.text.split())
    opening = TOLD.format(said=said)
    if not report.why.startswith(opening):
        return report.why
    read_as, colon, reason = report.why.removeprefix(opening).partition(": ")
    return reason if colon and read_as else report.why
