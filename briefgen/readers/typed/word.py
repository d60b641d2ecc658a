"""DOCX bytes → Drafts: headings, paragraphs, lists and tables in their order.

The parts of the file are read as they are, without a word processor's model of them: text that was
deleted, field codes, notes and headers are left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefgen.errors import SourceError
from briefgen.model import BlockKind
from briefgen.readers.raw.archives import Archive, holds_part, open_zip, part
from briefgen.readers.raw.office import office_bounds, parse_xml, refuse_bombs
from briefgen.readers.shapes import File, Parsed, ReadOptions
from briefgen.readers.typed.manuscript import Passage, read_manuscript

__all__ = ["is_word", "read_docx"]

BODY = "word/document.xml"
STYLES = "word/styles.xml"
FALSE = frozenset({"0", "false", "off", "none"})
BOLD_WORDS = 12
"""Words above which a bold paragraph is no heading."""
BOLD_RANK = 7
"""Rank of a heading that is one only by its look: below all that are marked as such."""
TITLE_RANK = -1
SUBTITLE_RANK = -2
UNSEEN = frozenset(
    """
    del moveFrom instrText delText footnoteReference endnoteReference commentReference Fallback
    rPr pPr txbxContent annotationRef
    """.split()  # noqa: SIM905 (a list of words reads best as one)
)
"""Elements of which nothing is read within a paragraph."""
SPACES = frozenset({"tab", "br", "cr", "ptab"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """What a paragraph style says of its paragraphs."""

    rank: int = 0
    """Of a heading; TITLE_RANK for the title, SUBTITLE_RANK for the subtitle, 0 for all else."""
    listed: bool = False
    bold: bool = False


def is_word(data: bytes) -> bool:
    """Whether a ZIP file is a DOCX document."""
    return holds_part(data, BODY.encode())


def read_docx(file: File, options: ReadOptions) -> Parsed:
    """The articles, notes and event tables of a document.

    Raises SourceError for what is broken, or made to burst.
    """
    archive = open_zip(file.data, options.limits)
    refuse_bombs(archive, options.limits)
    data = part(archive, BODY, options.limits)
    if data is None:
        raise SourceError("no text in it that can be read; save it again as .docx")
    styles = _styles(archive, options)
    passages: list[Passage] = []
    title: str | None = None
    for passage in _passages(parse_xml(data), styles):
        if passage.rank == TITLE_RANK and title is None:
            title = passage.text
        elif passage.text or passage.rows:
            passages.append(passage)
    bounds = office_bounds(archive, options.limits)
    return read_manuscript(passages, title, file, options, bounds=bounds)


def _styles(archive: Archive, options: ReadOptions) -> Mapping[str, _Style]:
    """Style id → what it says; a style says what the one that it is based on says, too."""
    data = part(archive, STYLES, options.limits)
    if data is None:
        return {}
    raw = {
        _value(style, "styleId"): style
        for style in parse_xml(data).iter("{*}style")
        if _value(style, "type") == "paragraph"
    }
    return {name: _style(name, raw) for name in raw}


def _style(name: str, raw: Mapping[str, Any]) -> _Style:
    """One style, with the styles under it, each once."""
    rank = 0
    listed = bold = False
    seen: set[str] = set()
    while name in raw and name not in seen:
        seen.add(name)
        style = raw[name]
        properties = _child(style, "pPr")
        rank = rank or _named_rank(_value(_child(style, "name"), "val")) or _outline(properties)
        listed = listed or _child(properties, "numPr") is not None
        bold = bold or _is_bold(_child(style, "rPr"))
        name = _value(_child(style, "basedOn"), "val")
    return _Style(rank=rank, listed=listed, bold=bold)


def _named_rank(name: str) -> int:
    """The rank that a built-in style's name gives: those are English in every language of Word."""
    low = name.casefold()
    if low in {"title", "subtitle"}:
        return TITLE_RANK if low == "title" else SUBTITLE_RANK
    head, _, rank = low.partition(" ")
    return int(rank) if head == "heading" and rank.isascii() and rank.isdigit() else 0


def _outline(properties: Any) -> int:
    level = _value(_child(properties, "outlineLvl"), "val")
    return int(level) + 1 if level.isascii() and level.isdigit() and int(level) < 9 else 0


def _passages(root: Any, styles: Mapping[str, _Style]) -> Iterator[Passage]:
    """Paragraphs and tables in reading order; text boxes after the paragraph that holds them."""
    for element in _blocks(root):
        if _tag(element) == "tbl":
            yield from _table(element, styles)
        else:
            yield _paragraph(element, styles)
            for box in element.iter("{*}txbxContent"):
                if not any(_tag(one) == "Fallback" for one in box.iterancestors()):
                    yield from (_paragraph(one, styles) for one in _blocks(box) if _tag(one) == "p")


def _blocks(root: Any) -> Iterator[Any]:
    """The outermost paragraphs and tables, whatever content controls they stand in."""
    stack = [iter(root)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif not isinstance(element.tag, str) or _tag(element) in UNSEEN:
            continue
        elif _tag(element) in {"p", "tbl"}:
            yield element
        else:
            stack.append(iter(element))


def _paragraph(element: Any, styles: Mapping[str, _Style]) -> Passage:
    properties = _child(element, "pPr")
    style = styles.get(_value(_child(properties, "pStyle"), "val"), _Style())
    text = " ".join(_text(element).split())
    rank = _outline(properties) or style.rank
    if rank == SUBTITLE_RANK:
        return Passage(kind=BlockKind.STANDFIRST, text=text)
    if rank:
        return Passage(kind=BlockKind.HEADING, text=text, rank=rank)
    if style.listed or _child(properties, "numPr") is not None:
        return Passage(kind=BlockKind.ITEM, text=text)
    if _looks_like_heading(element, text, style):
        return Passage(kind=BlockKind.HEADING, text=text, rank=BOLD_RANK)
    return Passage(kind=BlockKind.PARAGRAPH, text=text)


def _looks_like_heading(element: Any, text: str, style: _Style) -> bool:
    """Whether a short paragraph is bold from its first word to its last, and no sentence."""
    if not text or len(text.split()) > BOLD_WORDS or text.endswith((".", "!", "?", ":", ";")):
        return False
    runs = [run for run in element.iter("{*}r") if "".join(_words(run)).strip()]
    return all(style.bold or _is_bold(_child(run, "rPr")) for run in runs)


def _table(element: Any, styles: Mapping[str, _Style]) -> Iterator[Passage]:
    """A table as rows of cells; one that only places text on the page as its paragraphs."""
    rows: list[tuple[str, ...]] = []
    for row in (one for one in element.iter("{*}tr") if _owner(one, "tbl") is element):
        cells: list[str] = []
        for cell in (one for one in row.iter("{*}tc") if _owner(one, "tr") is row):
            properties = _child(cell, "tcPr")
            text = "\n".join(filter(None, (" ".join(_text(p).split()) for p in cell.iter("{*}p"))))
            merge = _child(properties, "vMerge")
            if merge is not None and _value(merge, "val") != "restart" and rows:
                text = rows[-1][len(cells)] if len(cells) < len(rows[-1]) else text
            span = _value(_child(properties, "gridSpan"), "val")
            blank = min(int(span), 50) - 1 if span.isascii() and span.isdigit() else 0
            cells.extend((text, *[""] * blank))
        rows.append(tuple(cells))
    if all(sum(1 for cell in row if cell) <= 1 for row in rows):
        yield from (_paragraph(one, styles) for one in element.iter("{*}p"))
    elif rows:
        yield Passage(kind=BlockKind.ITEM, rows=tuple(rows))


def _owner(element: Any, tag: str) -> Any:
    """The nearest element of this name that an element stands in."""
    return next((one for one in element.iterancestors() if _tag(one) == tag), None)


def _text(paragraph: Any) -> str:
    return "".join(_words(paragraph))


def _words(element: Any) -> Iterator[str]:
    """The text that a reader of an element sees, piece by piece."""
    stack = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        tag = _tag(child)
        if tag == "t":
            yield child.text or ""
        elif tag in SPACES:
            yield " "
        elif tag == "noBreakHyphen":
            yield "-"
        elif tag not in UNSEEN:
            stack.append(iter(child))


def _is_bold(properties: Any) -> bool:
    mark = _child(properties, "b")
    return mark is not None and _value(mark, "val").casefold() not in FALSE


def _child(element: Any, tag: str) -> Any:
    return None if element is None else element.find(f"{{*}}{tag}")


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _value(element: Any, name: str) -> str:
    """An attribute, whatever namespace it is written in."""
    if element is None:
        return ""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""
