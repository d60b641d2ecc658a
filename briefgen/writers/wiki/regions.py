"""The text of a page as it is + what a day says there → the text as it shall be.

What briefgen writes stands between two comments that name the day::

    <!-- briefgen:begin 2026-03-13 -->
    …
    <!-- briefgen:end 2026-03-13 -->

A region is replaced where it stands, and put before the first older one where it is new; every
other line stays as it is.
"""

import re
from dataclasses import dataclass

__all__ = ["RegionError", "updated"]

_MARK = re.compile(r"^<!-- briefgen:(begin|end) (\d{4}-\d{2}-\d{2}) -->[ \t]*$", re.MULTILINE)


class RegionError(ValueError):
    """The comments of a page do not pair; says at which line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Region:
    key: str
    start: int
    end: int


def updated(before: str | None, head: str, key: str, body: str) -> str:
    """The page with a region's body; ``head`` begins a page that is not there yet.

    ``key`` is the day, as ISO 8601. Updating twice changes nothing. Raises RegionError where the
    comments of the page as it is do not pair: nobody can tell then what is whose.
    """
    region = f"<!-- briefgen:begin {key} -->\n{body.strip()}\n<!-- briefgen:end {key} -->"
    if before is None:
        return f"{head.strip()}\n\n{region}\n"
    regions = _regions(before)
    for one in regions:
        if one.key == key:
            return before[: one.start] + region + before[one.end :]
    older = next((one for one in regions if one.key < key), None)
    if older is not None:
        return f"{before[: older.start]}{region}\n\n{before[older.start :]}"
    if regions:
        last = regions[-1].end
        return f"{before[:last]}\n\n{region}{before[last:]}"
    kept = before.rstrip("\n")
    return f"{kept}\n\n{region}\n" if kept else f"{region}\n"


def _regions(text: str) -> list[_Region]:
    """The regions of a page, in order."""
    regions: list[_Region] = []
    begun: re.Match[str] | None = None
    for mark in _MARK.finditer(text):
        line = text.count("\n", 0, mark.start()) + 1
        begins = mark[1] == "begin"
        if begins == (begun is not None) or (begun is not None and begun[2] != mark[2]):
            raise RegionError(f"line {line}: “{mark[0].strip()}” has no partner")
        if begins:
            begun = mark
        elif begun is not None:
            regions.append(_Region(key=mark[2], start=begun.start(), end=mark.end()))
            begun = None
    if begun is not None:
        line = text.count("\n", 0, begun.start()) + 1
        raise RegionError(f"line {line}: “{begun[0].strip()}” has no partner")
    keys = [region.key for region in regions]
    if len(set(keys)) < len(keys):
        raise RegionError("a day has two regions; delete one of them")
    return regions
