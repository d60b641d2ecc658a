"""PDF bytes → Drafts: the text of its pages as a reader sees it; pictures of text are told.

PDFium was chosen over pypdf and pdfminer.six on generated pages of columns, ligatures, hyphens and
running heads: right spaces in justified lines, boxes of lines to read columns by, five times as
fast, and fuzzed daily for Chrome. What it finds is laid out here (`page_layout`, `page_text`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from briefgen.errors import SourceError
from briefgen.model import BlockKind, Bound
from briefgen.readers.drafts.heard import heard
from briefgen.readers.shapes import File, Parsed, ReadOptions
from briefgen.readers.typed.frames import without_frames
from briefgen.readers.typed.layout import Box, join_words, read_lines_of
from briefgen.readers.typed.manuscript import Passage, read_manuscript
from briefgen.readers.typed.passages import read_passages

__all__ = ["MAGIC", "read_pdf"]

MAGIC = b"%PDF-"
MISSING = "reading PDF needs pypdfium2: pip install 'briefgen[office]'"
BOXES = 4_000
"""Boxes of a page that are laid out; the text of a page with more is read as it comes."""
LETTERS = 5_000_000
"""Characters of a file that are read."""
ABOVE = 4
"""Passages that may stand above the title."""
KICKER_WORDS = 15
PASSWORD = 4
"""PDFium's error for a file that asks for one."""
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?")


def read_pdf(file: File, options: ReadOptions) -> Parsed:
    """The articles and notes of a PDF file.

    Raises SourceError for a broken or locked file, and where pypdfium2 is not installed.
    """
    try:
        import pypdfium2  # noqa: PLC0415 (0.1 s, and an extra)
    except ImportError as error:
        raise SourceError(MISSING) from error
    try:
        document = pypdfium2.PdfDocument(file.data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD:
            raise SourceError("locked with a password; save it without one") from error
        raise SourceError(
            "no PDF that can be read, or only a part of one; fetch it again"
        ) from error
    try:
        pages, notes = _pages(document, options)
        bounds = _bounds(document)
        title = _title(document)
    finally:
        document.close()
    lines = [read_lines_of(page) for page in without_frames(pages)]
    passages = read_passages(lines)
    name, rest = _headed(passages, title)
    words = " ".join(passage.text for passage in passages[:200])
    parsed = read_manuscript(rest, name, file, heard(options, words), bounds=bounds)
    return Parsed(drafts=parsed.drafts, notes=(*notes, *parsed.notes))


def _pages(document: Any, options: ReadOptions) -> tuple[list[list[Box]], list[str]]:
    """The boxes of each page, and what could not be read of them."""
    from pypdfium2 import PdfiumError  # noqa: PLC0415 (an extra)

    count = len(document)
    most = min(count, options.limits.pages)
    pages: list[list[Box]] = []
    broken: list[int] = []
    letters = 0
    for number in range(most):
        try:
            pages.append(_boxes(document[number]))
        except PdfiumError:
            broken.append(number + 1)
            continue
        letters += sum(len(box.text) for box in pages[-1])
        if letters > LETTERS:
            most = number + 1
    blank = sum(1 for page in pages if not page)
    notes = []
    if pages and blank == len(pages):
        remedy = "run it through OCR, or type what matters as notes"
        notes.append(f"a scan: {_many(blank)} without any text; {remedy}")
    elif blank:
        notes.append(f"{_many(blank)} of {count} without any text, perhaps pictures; left out")
    if broken:
        notes.append(f"{_many(len(broken))} cannot be read, page {broken[0]} first; left out")
    if most < count:
        notes.append(f"only its first {most:,} of {count:,} pages are read; split it")
    return pages, notes


def _boxes(page: Any) -> list[Box]:
    """The boxes of one page; words that stand beside each other are one."""
    text = page.get_textpage()
    try:
        count = text.count_rects()
        if count > BOXES:
            return _as_it_comes(text.get_text_range())
        boxes = []
        for index in range(count):
            left, bottom, right, top = text.get_rect(index)
            said = text.get_text_bounded(left, bottom, right, top).strip("\r\n")
            if said.strip():
                size = _size(text, left, (bottom + top) / 2)
                boxes.append(
                    Box(left=left, bottom=bottom, right=right, top=top, text=said, size=size)
                )
        return join_words(boxes)
    finally:
        text.close()
        page.close()


def _size(text: Any, left: float, middle: float) -> float:
    """The height of the font at the beginning of a box, 0 where it cannot be told."""
    index = text.get_index(left + 1, middle, 4, 4)
    if index is None:
        return 0.0
    _, bottom, _, top = text.get_charbox(index, loose=True)
    return float(top - bottom)


def _as_it_comes(text: str) -> list[Box]:
    """Lines of a page with too many boxes, as if they stood under each other."""
    lines = [line.strip() for line in text.split("\n")]
    return [
        Box(left=0, right=500, bottom=-12.0 * number, top=10 - 12.0 * number, text=line)
        for number, line in enumerate(lines)
        if line
    ]


def _headed(passages: Sequence[Passage], title: str | None) -> tuple[str | None, list[Passage]]:
    """The title: the highest heading where it stands alone in its rank, else what the file says."""
    top = [index for index, one in enumerate(passages) if one.rank == 1]
    if len(top) == 1 and top[0] < ABOVE:
        above = (_kicker(one) for one in passages[: top[0]])
        return passages[top[0]].text, [*above, *passages[top[0] + 1 :]]
    if passages and passages[0].kind is BlockKind.HEADING:
        return None, list(passages)
    known = {" ".join(one.text.split()) for one in passages[:6]}
    return (title if title in known else None), list(passages)


def _kicker(passage: Passage) -> Passage:
    """A short line above a title, as the running head of a file of one page is: no event."""
    short = passage.kind is BlockKind.PARAGRAPH and len(passage.text.split()) <= KICKER_WORDS
    return replace(passage, kind=BlockKind.KICKER) if short else passage


def _title(document: Any) -> str | None:
    return " ".join(document.get_metadata_value("Title").split()) or None


def _bounds(document: Any) -> tuple[Bound, ...]:
    """When the file was made or changed: it tells of nothing later. It dates nothing."""
    for key, what in (("ModDate", "changed"), ("CreationDate", "made")):
        moment = _moment(document.get_metadata_value(key))
        if moment is not None:
            why = f"its properties say that it was last {what} {moment:%Y-%m-%d %H:%M}"
            return (Bound(latest=moment, why=why.replace("last made", "made")),)
    return ()


def _moment(text: str) -> datetime | None:
    """``D:20260313170500+01'00'``, as PDF writes dates (ISO 32000-1, 7.9.4)."""
    match = _DATE.match(text)
    if match is None:
        return None
    *digits, zulu, sign, hours, minutes = match.groups()
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    try:
        zone = UTC if zulu or not sign else timezone(offset if sign == "+" else -offset)
        year, month, day, hour, minute = (int(part) for part in digits[:5])
        return datetime(year, month, day, hour, minute, int(digits[5] or 0), tzinfo=zone)
    except ValueError:
        return None


def _many(count: int) -> str:
    return f"{count} page" + "s" * (count != 1)
