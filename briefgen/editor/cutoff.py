"""Desk → the information cut-off in words: as a date-time group, and in local time."""

from datetime import UTC, datetime

from briefgen.editor.desk import Desk

__all__ = ["cutoff_label", "date_time_group", "zone_of"]

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
"""As ACP 121 abbreviates them, whatever the language of the brief."""


def cutoff_label(desk: Desk) -> str:
    """``Information cut-off 182000Z JUL 24 · 23:00 EEST``."""
    moment = desk.cutoff
    return desk.words.text(
        "header.cutoff", dtg=date_time_group(moment), time=f"{moment:%H:%M}", zone=zone_of(moment)
    )


def date_time_group(moment: datetime) -> str:
    """Day, hour and minute of an aware moment in UTC ("Z"), month and year: ACP 121."""
    utc = moment.astimezone(UTC)
    return f"{utc:%d%H%M}Z {MONTHS[utc.month - 1]} {utc:%y}"


def zone_of(moment: datetime) -> str:
    """The zone's short name, its offset where it has none."""
    return moment.tzname() or f"{moment:%z}"
