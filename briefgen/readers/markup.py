"""An element tree → Pieces: headings, paragraphs and items in reading order, nothing hidden.

One walk without recursion; depth costs nothing.
"""

from collections.abc import Iterator
from typing import Any

from briefgen.model import BlockKind
from briefgen.readers.shapes import Piece

__all__ = ["walk_pieces", "words_in"]

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})
ITEMS = frozenset({"li", "item", "dd", "tr", "row"})
PARTS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "blockquote",
        "quote",
        "pre",
        "ul",
        "ol",
        "list",
        "dl",
        "dt",
        "table",
        "tbody",
        "thead",
        "figure",
        "address",
        "center",
        "fieldset",
        "hr",
        "details",
        "summary",
        "body",
        "html",
        "td",
        "th",
        "cell",
    ]
)
"""Elements that end the paragraph before them; `td` within `tr` does not."""
CELLS = frozenset({"td", "th", "cell"})
BREAKS = frozenset({"br", "lb"})
HIDDEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "canvas",
        "form",
        "button",
        "select",
        "input",
        "textarea",
        "label",
        "nav",
        "aside",
        "footer",
        "figcaption",
        "figure",
        "title",
        "head",
        "dialog",
        "menu",
    ]
)
"""Elements of which nothing is read. (``head`` is trafilatura's heading in its own trees.)"""


def walk_pieces(root: Any, *, tei: bool = False) -> tuple[Piece, ...]:
    """The pieces under an element; `tei` for a tree that trafilatura made."""
    return tuple(Piece(kind=kind, text=text) for kind, text in _walk(root, tei=tei) if text)


def words_in(root: Any) -> int:
    """Words that a reader of an element sees in its paragraphs and items."""
    return sum(
        len(text.split()) for kind, text in _walk(root, tei=False) if kind is not BlockKind.HEADING
    )


def _walk(root: Any, *, tei: bool) -> Iterator[tuple[BlockKind, str]]:
    """(kind, text) in reading order."""
    from lxml import etree  # noqa: PLC0415 (20 ms, only for markup)

    kinds = [BlockKind.PARAGRAPH]
    buffer: list[str] = []
    hidden = 0

    def flush() -> Iterator[tuple[BlockKind, str]]:
        text = " ".join("".join(buffer).split())
        buffer.clear()
        if text:
            yield kinds[-1], text

    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag
        if not isinstance(tag, str):
            if not hidden and event in {"comment", "pi"}:
                buffer.append(element.tail or "")
            continue
        is_hidden = _is_hidden(element, tag, tei=tei) and element is not root
        if event == "start":
            hidden += is_hidden
            if hidden:
                continue
            kind = _kind(tag, tei=tei)
            if kind is not None or (tag in PARTS and not _in_row(element, tag)):
                yield from flush()
            elif tag in BREAKS or tag in CELLS:
                buffer.append(" ")
            kinds.append(kind or kinds[-1])
            buffer.append(element.text or "")
            continue
        hidden -= is_hidden
        if not hidden and not is_hidden:
            if _kind(tag, tei=tei) is not None or (tag in PARTS and not _in_row(element, tag)):
                yield from flush()
            elif tag in CELLS:
                buffer.append(" · " if element.getnext() is not None else "")
            kinds.pop()
        if not hidden and element is not root:
            buffer.append(element.tail or "")
    yield from flush()


def _is_hidden(element: Any, tag: str, *, tei: bool) -> bool:
    if tei:
        return False
    return (
        tag in HIDDEN
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or "display:none" in (element.get("style") or "").replace(" ", "")
    )


def _kind(tag: str, *, tei: bool) -> BlockKind | None:
    """The kind that an element gives to the text in it."""
    if tag in HEADINGS and (tei or tag != "head"):
        return BlockKind.HEADING
    return BlockKind.ITEM if tag in ITEMS else None


def _in_row(element: Any, tag: str) -> bool:
    """Whether a cell, or what fills one, stands in a table row: one line, not many."""
    if tag in CELLS:
        return True
    parent = element.getparent()
    return tag == "p" and parent is not None and parent.tag in CELLS
