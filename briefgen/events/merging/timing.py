"""Two Features → whether their dates may be one happening's.

Open fits only open; what tells no day fits what its article may still tell of.
"""

from datetime import timedelta

from briefgen.events.merging.features import Features
from briefgen.model import DateBasis, Report, Status

__all__ = ["dates_fit", "meet", "published_apart", "undated_twin"]

FRESH = timedelta(days=4)
"""How long after a happening an article tells of it without a date."""


def undated_twin(one: Features, other: Features) -> bool:
    """Whether one is undated and the other is of the days before its document was out."""
    undated, dated = (one, other) if one.window is None else (other, one)
    if undated.window is not None or dated.window is None or undated.published is None:
        return False
    out, happened = undated.published, dated.window
    if out.end is None or happened.start is None or happened.end is None:
        return False
    return happened.start < out.end <= happened.end + FRESH


def published_apart(one: Features, other: Features) -> bool:
    """Whether the documents of two reports were out more than a few days apart."""
    left, right = (f.published.start if f.published else None for f in (one, other))
    return left is not None and right is not None and abs(left - right) > FRESH


def dates_fit(one: Features, other: Features) -> bool:
    """Whether both may have happened at one time; open fits only open."""
    if one.window is None or other.window is None:
        return one.window is other.window or undated_twin(one, other)
    if one.again != other.again and not meet(one.report, other.report):
        return False
    if (one.again and _days_lent(one, other)) or (other.again and _days_lent(other, one)):
        return False
    if _not_yet(one, other) or _not_yet(other, one):
        return False
    return one.window.bounded == other.window.bounded and one.window.overlaps(other.window)


def _days_lent(again: Features, before: Features) -> bool:
    """Whether one of two has the day of its article, which is a later one than the other's."""
    if before.again or again.report.basis is not DateBasis.INHERITED:
        return False
    later, earlier = (f.published.start if f.published else None for f in (again, before))
    return later is not None and earlier is not None and later.date() > earlier.date()


def _not_yet(one: Features, other: Features) -> bool:
    """Whether what one tells happened on a day on which the other was out already."""
    happened, out = one.report.interval, other.published
    if happened is None or happened.start is None or out is None or out.end is None:
        return False
    told = one.report.status is Status.OCCURRED and other.report.status is Status.OCCURRED
    sure = one.report.basis is not DateBasis.INHERITED and not happened.approximate
    return told and sure and happened.start >= out.end


def meet(one: Report, other: Report) -> bool:
    """Whether the dates of two reports overlap as they are told, neither widened."""
    if one.interval is None or other.interval is None:
        return False
    return one.interval.overlaps(other.interval)
