"""Boxes of text on a page → its lines, in the order in which a reader reads them.

A page is cut at its gutters, white from top to bottom, and at the gaps between what stands above
each other, turn by turn (the XY-cut of Nagy and Seth, 1984). Cells of a table stay in their row.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from statistics import median

__all__ = ["Box", "Line", "join_words", "read_lines_of", "rows_of"]

WORD_GAP = 0.8
"""Of a line's height: the widest gap between two words of one line."""
GUTTER = 0.9
"""Of a line's height: the narrowest gap between two columns."""
COLUMN_LINES = 4
"""Lines that a column has at least."""
COLUMN_DENSE = 0.45
"""Share of a column's height that letters stand in; cells stand further apart."""
COLUMN_SET = 0.25
"""The same of a column whose lines stand as close as prose does, and are as full."""
COLUMN_STEP = 2.0
"""Of a line's height: the usual step from line to line in such a column, at most."""
COLUMN_FULL = 0.8
"""Of such a column's width: what its middle line fills."""
COLUMN_FILL = 0.6
"""Of a column's width: what its middle line fills; lines of a table's cells fill less."""
COLUMN_WIDTH = 0.22
"""Of the width of all columns: the narrowest column of prose."""
ROW_GAP = 1.6
"""Times the white between the lines of a cell from which it parts the rows of a table."""
EDGE_GAP = 2.0
"""Of a line's height: the white that parts a page's running head or footer from its text."""
CUTS = 8
"""Gaps at which a part of a page is tried to be cut."""
DEPTH = 12
"""Cuts within cuts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A stretch of text on a page; in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    text: str
    size: float = 0.0
    """Height of its font, in points: the same for "are" and "Whig"; 0 where it is not known."""

    @property
    def height(self) -> float:
        """In points."""
        return max(self.top - self.bottom, 0.1)

    @property
    def middle(self) -> float:
        """Height of its middle, in points from below."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a page: one box, or the cells of a table's row."""

    box: Box
    """Around all of it; its text is that of the cells, parted by " · "."""
    column: tuple[float, float]
    """Left and right of the column that it stands in."""
    cells: tuple[str, ...] = ()
    """Of a table's row, blank ones too, lines within one parted by "\\n"; empty for prose."""


def read_lines_of(boxes: Sequence[Box]) -> tuple[Line, ...]:
    """The lines of a page, whose words are joined, in reading order."""
    if not boxes:
        return ()
    height = median(box.height for box in boxes)
    parts = _without_edges(boxes, height)
    return tuple(line for part in parts if part for line in _cut(part, height, DEPTH))


def _without_edges(boxes: Sequence[Box], height: float) -> list[list[Box]]:
    """A page's first row, the rest and its last row, where the white between them is wide.

    A running head stands over all columns, wherever in its row it is set.
    """
    rows = rows_of(boxes)
    if len(rows) < 2 * COLUMN_LINES:
        return [list(boxes)]
    first, second = rows[0], rows[1]
    last, before = rows[-1], rows[-2]
    head = min(box.bottom for box in first) - max(box.top for box in second) >= EDGE_GAP * height
    foot = min(box.bottom for box in before) - max(box.top for box in last) >= EDGE_GAP * height
    inner = rows[1 if head else 0 : -1 if foot else None]
    middle = [box for row in inner for box in row]
    return [first if head else [], middle, last if foot else []]


def join_words(boxes: Sequence[Box]) -> list[Box]:
    """Boxes of one line that stand as near as words do, as one; top to bottom, left to right."""
    done: list[Box] = []
    for row in rows_of(boxes):
        run: list[Box] = []
        for box in row:
            near = run and box.left - run[-1].right <= WORD_GAP * min(box.height, run[-1].height)
            if run and not near:
                done.append(_one(run, ""))
                run = []
            run.append(box)
        done.append(_one(run, ""))
    return done


def rows_of(boxes: Sequence[Box]) -> list[list[Box]]:
    """Boxes on one height together, from above, each row from the left."""
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda one: (-one.middle, one.left)):
        last = rows[-1] if rows else None
        if last and last[0].middle - box.middle <= 0.5 * min(box.height, last[0].height):
            last.append(box)
        else:
            rows.append([box])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _one(run: Sequence[Box], between: str) -> Box:
    """Boxes side by side as one; a gap between them is a space, or what is given."""
    text = run[0].text
    for before, box in pairwise(run):
        apart = box.left - before.right > 0.1 * box.height or text.endswith(" ")
        text += (between or (" " if apart else "")) + box.text
    return Box(
        left=min(box.left for box in run),
        bottom=min(box.bottom for box in run),
        right=max(box.right for box in run),
        top=max(box.top for box in run),
        text=text,
        size=max(box.size for box in run),
    )


def _cut(boxes: Sequence[Box], height: float, depth: int) -> list[Line]:
    """The lines of one part of a page."""
    if depth:
        columns = _columns(boxes, height)
        if columns:
            return [line for column in columns for line in _cut(column, height, depth - 1)]
        gaps = [where for _, where in _gaps(boxes)[:CUTS]]
        for part in gaps:
            above = [box for box in boxes if box.middle > part]
            below = [box for box in boxes if box.middle <= part]
            if _columns(above, height) or _columns(below, height):
                return [*_cut(above, height, depth - 1), *_cut(below, height, depth - 1)]
        for one, other in combinations(gaps, 2):
            upper, lower = max(one, other), min(one, other)
            between = [box for box in boxes if lower < box.middle <= upper]
            if _columns(between, height):  # between what stands across the page over and under it
                above = [box for box in boxes if box.middle > upper]
                below = [box for box in boxes if box.middle <= lower]
                parts = (above, between, below)
                return [line for part in parts for line in _cut(part, height, depth - 1)]
    return _plain(boxes)


def _plain(boxes: Sequence[Box]) -> list[Line]:
    """Lines from above to below; what stands side by side is a table's row."""
    span = min(box.left for box in boxes), max(box.right for box in boxes)
    lines: list[Line] = []
    waiting: list[list[Box]] = []
    for row in [*rows_of(boxes), []]:
        if row and (len(row) > 1 or (waiting and _in_table(row[0], waiting))):
            waiting.append(row)
            continue
        lines.extend(_table([box for one in waiting for box in one], span))
        waiting = []
        lines.extend(Line(box=box, column=span) for box in row)
    return lines


def _in_table(box: Box, rows: Sequence[Sequence[Box]]) -> bool:
    """Whether a box that stands alone in its row is a cell of the table above it."""
    above = [one for row in rows for one in row]
    near = min(one.bottom for one in above) - box.top < 2 * box.height
    strips = _strips(above, GUTTER * box.height)
    return near and len(_strips([*above, box], GUTTER * box.height)) == len(strips)


def _table(boxes: Sequence[Box], span: tuple[float, float]) -> list[Line]:
    """The rows of a table: parted by the white between them, where cells hold several lines."""
    if not boxes:
        return []
    strips = _strips(boxes, GUTTER * median(box.height for box in boxes))
    gaps = [(size, where) for size, where in _gaps(boxes) if size > 0]
    steps = [wide / narrow for (wide, _), (narrow, _) in pairwise(gaps)]
    widest = max(steps, default=0.0)
    rows = steps.index(widest) + 1 if widest >= ROW_GAP else len(gaps)
    cuts = [where for _, where in gaps[:rows]]
    lines = []
    for upper, lower in pairwise([float("inf"), *sorted(cuts, reverse=True), float("-inf")]):
        row = [[box for box in strip if lower < box.middle <= upper] for strip in strips]
        cells = tuple(
            "\n".join(box.text.strip() for box in sorted(cell, key=lambda one: -one.middle))
            for cell in row
        )
        told = [box for cell in row for box in cell]
        around = replace(_one(told, " "), text=" · ".join(cell for cell in cells if cell))
        lines.append(Line(box=around, column=span, cells=cells))
    return lines


def _columns(boxes: Sequence[Box], height: float) -> list[list[Box]]:
    """The columns of prose side by side, from the left; none where the gaps are a table's."""
    if len(boxes) < 2 * COLUMN_LINES:
        return []
    strips = _strips(boxes, GUTTER * height)
    if len(strips) < 2:
        return []
    whole = max(box.right for box in boxes) - min(box.left for box in boxes)
    for strip in strips:
        width = max(box.right for box in strip) - min(box.left for box in strip)
        height = max(box.top for box in strip) - min(box.bottom for box in strip)
        filled = median(box.right - box.left for box in strip)
        share = sum(box.height for box in strip) / height
        dense = share >= COLUMN_DENSE or (
            share >= COLUMN_SET and filled >= COLUMN_FULL * width and _is_set(strip)
        )
        full = filled >= COLUMN_FILL * width and width >= COLUMN_WIDTH * whole
        if len(strip) < COLUMN_LINES or not full or not dense:
            return []
    return strips


def _is_set(strip: Sequence[Box]) -> bool:
    """Whether most lines of a column stand as close to the next as lines of prose do."""
    middles = sorted((box.middle for box in strip), reverse=True)
    steps = [upper - lower for upper, lower in pairwise(middles)]
    return median(steps) <= COLUMN_STEP * median(box.height for box in strip)


def _strips(boxes: Sequence[Box], gutter: float) -> list[list[Box]]:
    """The boxes parted where it is white from top to bottom, from the left."""
    strips: list[list[Box]] = []
    edge = float("-inf")
    for box in sorted(boxes, key=lambda one: one.left):
        if not strips or box.left - edge >= gutter:
            strips.append([])
        strips[-1].append(box)
        edge = max(edge, box.right)
    return strips


def _gaps(boxes: Sequence[Box]) -> list[tuple[float, float]]:
    """(size, height) of what is white from side to side, the widest first."""
    ordered = sorted(boxes, key=lambda one: -one.top)
    gaps: list[tuple[float, float]] = []
    floor = ordered[0].bottom
    for box in ordered[1:]:
        if box.top < floor:
            gaps.append((floor - box.top, (floor + box.top) / 2))
        floor = min(floor, box.bottom)
    return sorted(gaps, reverse=True)
