"""The short lines over a body → the one that is the title of a new article, or none."""

from briefgen.readers.dated.datelines import is_dateline_alone
from briefgen.readers.pages.habits import LABEL_WORDS, Habits, is_wide, unnumbered
from briefgen.readers.pages.lines import Line, Shape, cased_share

__all__ = ["choose_title"]

CASED = 0.6
"""Share of capitalised words from which a line is in title case."""
TITLE_LEAST = 3
"""A title that only its place betrays has at least so many words."""


def choose_title(
    lines: tuple[Line, ...],
    shorts: list[int],
    page: Habits,
    *,
    first: bool,
    ended: bool,
    datelined: bool,
) -> int | None:
    """Which of the short lines is the title of a new article; None when none is.

    A dateline alone, "TOLLUND (Wire) --", is none.
    """
    shorts = [i for i in shorts if not is_dateline_alone(lines[i].text)]
    if not shorts:
        return None
    told = [line.told for line in lines]
    twice = next((i for i in shorts if told.count(told[i]) > 1), None)
    if twice is not None:
        return twice
    shorts = _without_byline_blocks(lines, shorts, page)
    labels = _labels(lines, shorts, page)
    rest = [i for i in shorts if i not in labels]
    for i in rest:
        if is_wide(lines[i].below, page) and _looks_like_title(lines[i]):
            return i
    beside = _beside_byline(lines, rest)
    if beside is not None:
        return _over_deck(lines, rest, beside) if first else beside
    line = lines[rest[0]]
    told_by_place = (
        first
        or (ended and len(line.text.split()) >= TITLE_LEAST)
        or datelined
        or ((labels or is_wide(line.above, page)) and _looks_like_title(line))
    )
    return rest[0] if told_by_place else None


def _over_deck(lines: tuple[Line, ...], shorts: list[int], beside: int) -> int:
    """The title over a standfirst that stands beside the byline: two lines, the second longer."""
    spot = shorts.index(beside)
    if spot == 0 or (beside > 0 and lines[beside - 1].shape is Shape.BYLINE):
        return beside
    title, deck = lines[shorts[spot - 1]], lines[beside]
    words = len(title.text.split())
    close = shorts[spot - 1] == beside - 1
    if close and words >= TITLE_LEAST and len(deck.text) > len(title.text):
        return shorts[spot - 1]
    return beside


def _looks_like_title(line: Line) -> bool:
    return cased_share(line.text) >= CASED and len(line.text.split()) >= TITLE_LEAST


def _labels(lines: tuple[Line, ...], shorts: list[int], page: Habits) -> set[int]:
    """The short lines that are section labels: known ones, and ones that the page repeats."""
    labels = set()
    for i in shorts[:-1]:
        line = lines[i]
        if len(line.text.split()) > LABEL_WORDS:
            break
        if (
            page.chrome.is_label(line.text)
            or unnumbered(line.told) in page.repeated
            or len(line.text.split()) < TITLE_LEAST
        ):
            labels.add(i)
        else:
            break
    return labels


def _without_byline_blocks(lines: tuple[Line, ...], shorts: list[int], page: Habits) -> list[int]:
    """The short lines but those that share a block with a byline, if any other is left.

    A paper's name over its date is no title where a title stands apart from both.
    """
    block = 0
    blocks: list[int] = []
    for i, line in enumerate(lines):
        block += line.above > 0 and i > 0
        blocks.append(block)
    with_byline = {blocks[i] for i, line in enumerate(lines) if line.shape is Shape.BYLINE}
    apart = [
        i
        for i in shorts
        if blocks[i] not in with_byline
        and len(lines[i].text.split()) >= TITLE_LEAST
        and unnumbered(lines[i].told) not in page.repeated
    ]
    return apart or shorts


def _beside_byline(lines: tuple[Line, ...], shorts: list[int]) -> int | None:
    """The short line next to a byline: before it, or else after it."""
    for i in shorts:
        if i + 1 < len(lines) and lines[i + 1].shape is Shape.BYLINE:
            return i
    for i in shorts:
        if i > 0 and lines[i - 1].shape is Shape.BYLINE:
            return i
    return None
