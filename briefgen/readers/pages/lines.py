"""Plain text → Lines: paragraphs unwrapped, each with the blank lines around it and its shape."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from enum import StrEnum
from itertools import groupby

from briefgen.readers.chrome import Chrome, load_chrome, plain
from briefgen.readers.dated.datelines import Byline, has_dateline, read_byline
from briefgen.readers.dated.days import day_heading
from briefgen.readers.dated.labels import entry_label
from briefgen.readers.dated.stamps import Stamp, leading_stamp, read_stamp
from briefgen.readers.pages.paragraphs import (
    BULLET,
    LABELS_LEAST,
    RULE,
    TITLE_WORDS,
    is_stopped,
    paragraphs_of,
)

__all__ = ["BODIES", "Line", "Shape", "cased_share", "read_lines", "shaped"]

FIRST = 9
"""Blank lines that count as standing over a page's first line."""
CLOCKS_LEAST = 3
"""Lines of a page that begin with a clock, before those are the times of entries."""
OPENING_WORDS = 40
"""Words over the first of several clocks above which those are no entries but a programme."""
DAYS_LEAST = 2
"""Days over lists, before those are the headings of one page."""
ITEMS_SHARE = 0.8
SOURCED_LEAST = 3
"""Sentences with their sources behind them, before those are a list without its bullets."""
UNDERLINE = 2
"""Characters by which the rule under a heading may be longer or shorter than it."""
COUNTED_LEAST = 3
"""Numbered lines over paragraphs, before they are headings."""
POSTER_WORDS = 6
TITLE_LENGTH = 180

_SOURCE = re.compile(r"[.!?…][\"'”’»]*(?:\s?\([A-ZÀ-ÞА-ЯЄІЇҐ][^()]{1,39}\))+$")
_HASHES = re.compile(r"^#{1,6}\s+(?=\S)")
_ARROW = re.compile(r"(?:[«‹←◀]|<)\s[^»›\n]{1,40}$|[^«‹\n]{1,40}\s(?:[»›→▶]|>)$")
"""A way to the page before or after: "« 17 September", "19 September »"."""
_WORD = re.compile(r"[^\W_]+(?:[-'’.&/][^\W_]+)*")


class Shape(StrEnum):
    """What a line looks like, before its neighbours are asked."""

    END = "end"
    """An article ends here."""
    RULE = "rule"
    """A line of dashes, stars or the like."""
    FURNITURE = "furniture"
    BYLINE = "byline"
    STAMP = "stamp"
    """A clock or an age alone: "14:05", "2h ago"."""
    SHORT = "short"
    """A title, a heading, a section label: one short line without a full stop."""
    HEADING = "heading"
    """A heading for sure, and no title: "2. Two trawlers were boarded"."""
    ITEM = "item"
    PROSE = "prose"
    MARGIN = "margin"
    """Beside the text: the line under a picture, a correction."""


BODIES = frozenset({Shape.PROSE, Shape.ITEM})
"""The shapes that bodies are made of."""
LABELLED = frozenset({Shape.SHORT, Shape.PROSE, Shape.ITEM})
"""The shapes of which a day or a clock may be the head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a page, or one paragraph of a hard-wrapped text."""

    text: str
    """Without bullet and heading marks."""
    shape: Shape
    above: int
    """Blank lines before it; FIRST for the first line."""
    below: int
    """Blank lines after it; 0 for the last line."""
    byline: Byline | None = None
    stamp: Stamp | None = None
    dateline: bool = False
    """A paragraph that begins with place, day and a dash."""
    label: str | None = None
    """The day or the clock that heads an entry of a calendar or a log, as written."""

    @property
    def told(self) -> str:
        """The line for comparison with others."""
        return plain(self.text)


def cased_share(text: str) -> float:
    """Share of the words that begin with a capital or a digit: above 0.6, a title in title case."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    return sum(1 for word in words if not word[0].islower()) / len(words)


def read_lines(text: str, zone: tzinfo, languages: tuple[str, ...]) -> tuple[Line, ...]:
    """The lines of a page that hold anything, in order."""
    raw = paragraphs_of(text, languages)
    gaps = [gap for _, gap in raw[1:]]
    paragraphs = [
        (line, gap if index else FIRST, gaps[index] if index < len(gaps) else 0)
        for index, (line, gap) in enumerate(raw)
    ]
    return shaped(paragraphs, zone, languages)


def shaped(
    paragraphs: Iterable[tuple[str, int, int]], zone: tzinfo, languages: tuple[str, ...]
) -> tuple[Line, ...]:
    """(paragraph, blank lines above, below) as Lines: what each looks like, and what it states."""
    chrome = load_chrome()
    lines: list[Line] = []
    begun = taken_back = False
    for line, above, below in _without_ends(paragraphs, chrome):
        bare, shape = _shape(line, chrome)
        if shape is Shape.ITEM and line[0].isdigit() and entry_label(line, languages):
            bare = line  # "27. Januar: …" is no item 27
        taken_back = chrome.is_correction_label(bare) or (taken_back and shape is Shape.PROSE)
        if taken_back:
            shape = Shape.MARGIN
        if not begun and chrome.is_slogan(line):
            shape = Shape.FURNITURE
        begun = begun or shape in BODIES
        byline = None
        if shape in {Shape.SHORT, Shape.PROSE} or (shape is Shape.ITEM and line[0].isdigit()):
            byline = read_byline(line, zone, languages)  # "18. Juli 2024" is no item 18
            shape = Shape.BYLINE if byline else shape
        stamp = read_stamp(line) if shape in {Shape.SHORT, Shape.PROSE} else None
        lines.append(
            Line(
                text=line if byline else bare,
                shape=Shape.STAMP if stamp else shape,
                above=above,
                below=below,
                byline=byline,
                stamp=stamp,
                dateline=shape is Shape.PROSE and has_dateline(line),
            )
        )
    plain_lines = _sourced(_without_underlines(lines))
    return _posters(_day_heads(_labelled(_counted(_clocked(plain_lines)), languages), languages))


def _without_ends(
    paragraphs: Iterable[tuple[str, int, int]], chrome: Chrome
) -> Iterator[tuple[str, int, int]]:
    """The paragraphs, those that end in "Read more" parted from it: it ends an article."""
    for line, above, below in paragraphs:
        kept = chrome.without_end(line)
        yield kept, above, below if kept == line else 0
        if kept != line:
            yield line[len(kept) :].strip(), 0, below


def _without_underlines(lines: Sequence[Line]) -> list[Line]:
    """The lines without the rules that only underline a heading: right under it, and as long."""
    kept: list[Line] = []
    for line in lines:
        over = kept[-1] if kept else None
        if (
            over is not None
            and line.shape is Shape.RULE
            and line.above == 0
            and over.above > 0
            and over.shape in {Shape.SHORT, Shape.BYLINE}
            and " " not in line.text
            and abs(len(line.text) - len(over.text)) <= UNDERLINE
        ):
            kept[-1] = replace(over, below=line.below)
        else:
            kept.append(line)
    return kept


def _is_sourced(line: str) -> bool:
    return line.endswith((")", "\n")) and _SOURCE.search(line) is not None


def _sourced(lines: list[Line]) -> list[Line]:
    """Sentences with their sources in brackets behind them as items, where most of a page's are.

    A list of news loses its bullets when it is pasted: "A dam broke near Venn. (Gazette)".
    """
    prose = [line for line in lines if line.shape is Shape.PROSE]
    led = [line for line in prose if _is_sourced(line.text)]
    if len(led) < SOURCED_LEAST or len(led) < ITEMS_SHARE * len(prose):
        return lines
    known = {id(line) for line in led}
    return [replace(line, shape=Shape.ITEM) if id(line) in known else line for line in lines]


def _day_heads(lines: list[Line], languages: tuple[str, ...]) -> list[Line]:
    """Days over lists of items as headings, where a page holds nothing but such lists."""
    items = sum(1 for line in lines if line.shape is Shape.ITEM)
    prose = sum(1 for line in lines if line.shape is Shape.PROSE)
    if not items or items < ITEMS_SHARE * (items + prose):
        return lines
    spots = {i for i, line in enumerate(lines) if _is_day(line, languages)}
    if len(spots) < DAYS_LEAST:
        return lines
    return [
        replace(line, shape=Shape.HEADING, byline=None) if i in spots else line
        for i, line in enumerate(lines)
    ]


def _is_day(line: Line, languages: tuple[str, ...]) -> bool:
    """Whether a line is a day and nothing else, with its year or without."""
    if line.byline is not None:
        return line.byline.interval is not None and not line.byline.loose
    figure = any(letter.isdigit() for letter in line.text)
    return line.shape is Shape.SHORT and figure and day_heading(line.text, languages) is not None


def _clocked(lines: list[Line]) -> list[Line]:
    """Lines that begin with a clock in two, where enough of a page's lines do.

    Behind the clock stands a sentence, the title of what is under it, or an entry of one line.
    """
    led = {i: found for i, line in enumerate(lines) if (found := _led(line)) is not None}
    if len(led) < CLOCKS_LEAST:
        return lines
    prose = {i for i, (_, rest) in led.items() if is_stopped(rest)}
    titles = {i for i in led if i not in prose and _is_over_body(lines, i, led)}
    opening = sum(len(line.text.split()) for line in lines[: min(led)] if line.shape in BODIES)
    if 2 * max(len(prose), len(titles)) < len(led) and opening > OPENING_WORDS:
        return lines
    made: list[Line] = []
    for i, line in enumerate(lines):
        if i not in led:
            made.append(line)
            continue
        stamp, rest = led[i]
        shape = Shape.PROSE if i in prose else Shape.SHORT if i in titles else Shape.ITEM
        label = stamp.said if shape is Shape.ITEM else None
        head = replace(line, text=stamp.said, shape=Shape.STAMP, stamp=stamp, below=0)
        made.extend((head, replace(line, text=rest, shape=shape, above=0, label=label)))
    return made


def _is_over_body(lines: Sequence[Line], spot: int, led: Container[int]) -> bool:
    """Whether sentences or items stand right under a line that begins with a clock."""
    under = spot + 1
    return under < len(lines) and under not in led and lines[under].shape in BODIES


def _labelled(lines: list[Line], languages: tuple[str, ...]) -> list[Line]:
    """Lines that a day or a clock heads as the entries of a calendar or a log.

    One that stands alone is an entry only where it reads as a sentence: it may be a title else.
    """
    labels = [
        entry_label(line.text, languages) if line.shape in LABELLED else None for line in lines
    ]
    made: list[Line] = []
    for told, run in groupby(enumerate(lines), key=lambda one: labels[one[0]] is not None):
        found = list(run)
        for index, line in found:
            if told and (len(found) >= LABELS_LEAST or line.shape in BODIES):
                made.append(replace(line, shape=Shape.ITEM, label=labels[index]))
            else:
                made.append(line)
    return made


def _led(line: Line) -> tuple[Stamp, str] | None:
    """The clock that begins a line of an article's body or title."""
    if line.shape not in {Shape.SHORT, Shape.PROSE, Shape.ITEM}:
        return None
    return leading_stamp(line.text)


def _counted(lines: list[Line]) -> list[Line]:
    """Numbered lines over paragraphs ("1. The dam held") as headings, where all items are such.

    As titles, where an end mark or a rule stands before each but the first.
    """
    spots = [
        i
        for i, line in enumerate(lines)
        if line.shape is Shape.ITEM
        and (line.above > 0 or (i and lines[i - 1].shape in {Shape.END, Shape.RULE}))
        and not is_stopped(line.text)
        and lines[i + 1 : i + 2]
        and lines[i + 1].shape is Shape.PROSE
    ]
    items = sum(1 for line in lines if line.shape is Shape.ITEM)
    if len(spots) < COUNTED_LEAST or len(spots) < items:
        return lines
    ended = all(lines[i - 1].shape in {Shape.END, Shape.RULE} for i in spots[1:])
    shape = Shape.SHORT if ended else Shape.HEADING
    return [replace(line, shape=shape) if i in spots else line for i, line in enumerate(lines)]


def _posters(lines: list[Line]) -> tuple[Line, ...]:
    """Who wrote a post, right over its date ("gannet wrote:"), as part of its byline."""
    return tuple(
        replace(line, shape=Shape.BYLINE)
        if line.shape in {Shape.PROSE, Shape.SHORT}
        and line.text.endswith(":")
        and len(line.text.split()) <= POSTER_WORDS
        and line.below == 0
        and lines[i + 1 : i + 2]
        and lines[i + 1].byline is not None
        else line
        for i, line in enumerate(lines)
    )


def _shape(line: str, chrome: Chrome) -> tuple[str, Shape]:
    """The line without its marks, and its shape."""
    heading = bullet = None
    if not line[:1].isalpha():  # most lines begin with a letter, and so with no mark
        if RULE.match(line):
            return line, Shape.RULE
        heading = _HASHES.match(line)
        bullet = None if heading else BULLET.match(line)
    mark = heading or bullet
    bare = line[mark.end() :] if mark else line
    if chrome.is_end(bare):
        return bare, Shape.END
    if chrome.is_correction(bare) or chrome.is_caption(bare):
        return bare, Shape.MARGIN
    signs = not bullet and not any(character.isalnum() for character in bare)
    if signs or _ARROW.match(bare) or chrome.is_furniture(bare):
        return bare, Shape.FURNITURE
    if bullet:
        return bare, Shape.ITEM
    words = len(bare.split())
    short = words <= TITLE_WORDS and len(bare) <= TITLE_LENGTH and not is_stopped(bare)
    return bare, Shape.SHORT if short or heading else Shape.PROSE
