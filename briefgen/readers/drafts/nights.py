"""The entries of a log under one day → those past midnight on the next: 23:50, then 00:10.

Only where the clocks run in one order but for one leap from the evening to the small hours: in a
list without order nothing tells of a midnight.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import groupby, pairwise

from briefgen.readers.dated.fields import read_date
from briefgen.readers.dated.stamps import is_midnight, leading_stamp
from briefgen.readers.drafts.rows import statement
from briefgen.readers.shapes import Claim, Piece, ReadOptions

__all__ = ["after_midnight", "past_midnight", "through_the_night"]


def after_midnight(minutes: Sequence[int]) -> list[int]:
    """For each clock of a log of one day how many days later it is: 0 or 1."""
    leaps = [i for i, (one, two) in enumerate(pairwise(minutes), 1) if is_midnight(one, two)]
    backs = [i for i, (one, two) in enumerate(pairwise(minutes), 1) if is_midnight(two, one)]
    rises = sum(1 for one, two in pairwise(minutes) if two > one)
    falls = sum(1 for one, two in pairwise(minutes) if two < one)
    if len(leaps) == 1 and falls == 1:
        return [int(i >= leaps[0]) for i in range(len(minutes))]
    if len(backs) == 1 and rises == 1 and (falls or len(minutes) > 2):
        return [int(i < backs[0]) for i in range(len(minutes))]
    return [0] * len(minutes)


def past_midnight(pieces: Sequence[Piece], options: ReadOptions) -> tuple[Piece, ...]:
    """The rows of notes, those of a day's log past midnight on the day that they are of."""
    made: list[Piece] = []
    for day, run in groupby(pieces, key=lambda piece: _day_and_clock(piece)[0]):
        found = list(run)
        clocks = [clock for piece in found if (clock := _day_and_clock(piece)[1]) is not None]
        if day is None or len(clocks) != len(found):
            made.extend(found)
            continue
        shifts = after_midnight([minutes for minutes, _ in clocks])
        start = read_date(day, options.zone, options.languages) if any(shifts) else None
        if start is None or start.start is None:
            made.extend(found)
            continue
        later = (start.start + timedelta(hours=36)).date().isoformat()
        for piece, (_, said), shift in zip(found, clocks, shifts, strict=True):
            made.append(_moved(piece, day, f"{later} {said}") if shift else piece)
    return tuple(made)


def through_the_night(claims: Sequence[Claim], pieces: Sequence[Piece]) -> tuple[Claim, ...]:
    """What dates a log of one day, of that day and the next where its entries run past midnight."""
    days = {piece.row.date.partition(" ")[0] for piece in pieces if piece.row and piece.row.date}
    told = []
    for claim in claims:
        interval = claim.interval
        end = interval.end if interval is not None else None
        if interval is not None and end is not None and end.date().isoformat() in days:
            why = f"{claim.why}, and its entries run past midnight"
            longer = replace(interval, end=end + timedelta(days=1))
            told.append(replace(claim, interval=longer, why=why))
        else:
            told.append(claim)
    return tuple(told)


def _day_and_clock(piece: Piece) -> tuple[str | None, tuple[int, str] | None]:
    """The day of a row, as written, and the clock that stands behind it or heads its text."""
    date = piece.row.date if piece.row is not None else None
    if date is None:
        return None, None
    day, _, last = date.rpartition(" ")
    behind = leading_stamp(f"{last} .") if day else None
    if behind is not None and behind[0].minutes is not None:
        return day, (behind[0].minutes, last)
    led = leading_stamp(piece.text.removeprefix(statement(date, "")).lstrip())
    if led is None or led[0].minutes is None:
        return date, None
    return date, (led[0].minutes, led[0].said)


def _moved(piece: Piece, day: str, date: str) -> Piece:
    """A row on another day; the day and the clock that stand in its text, too."""
    assert piece.row is not None
    text = piece.text
    for said in (piece.row.date, day):
        text = text.removeprefix(statement(said, ""))
    led = leading_stamp(text.lstrip())
    rest = led[1] if led is not None else text
    return replace(piece, text=statement(date, rest), row=replace(piece.row, date=date))
