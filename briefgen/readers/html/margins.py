"""Element tree of a page → Margins: the lines under its pictures, and what readers replied."""

import re
from typing import Any

from briefgen.model import Margin, MarginKind
from briefgen.readers.html.tree import is_hidden

__all__ = ["bylines_in", "captions_in", "replies_in"]

LEAST = 3
"""Words of a reply, at least: fewer are buttons and names."""
MOST = 200
"""Replies that are kept of one page."""

BYLINE_WORDS = 20
BYLINES = 3
"""Bylines that are kept of one page, the first ones."""

_BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|author|authors)(?:$|\s)", re.IGNORECASE)
_REPLY = re.compile(
    r"(?:^|[\s_-])(?:comment|reply)(?=\s|$|[\s_-](?:body|text|content|item|\d+)\b)", re.IGNORECASE
)


def captions_in(element: Any) -> tuple[Margin, ...]:
    """The lines under the pictures of an element, in its order."""
    told = (_text(one) for one in element.iter("figcaption") if not is_hidden(one))
    return tuple(Margin(kind=MarginKind.CAPTION, text=text) for text in told if text)


def bylines_in(root: Any) -> tuple[Margin, ...]:
    """The short lines that are marked as an article's author."""
    told = (_text(one) for one in root.iter("p", "div", "span", "address") if _names(one))
    short = (text for text in told if 0 < len(text.split()) <= BYLINE_WORDS)
    return tuple(Margin(kind=MarginKind.BYLINE, text=text) for text in short)[:BYLINES]


def replies_in(root: Any) -> tuple[Margin, ...]:
    """The comments under an article: the innermost elements whose class or id says so."""
    found: list[Margin] = []
    for element in root.iter("li", "div", "article", "p", "blockquote"):
        if len(found) == MOST:
            break
        if not _is_reply(element) or any(_is_reply(one) for one in element.iterdescendants()):
            continue
        text = "" if is_hidden(element) else _text(element)
        if len(text.split()) >= LEAST:
            found.append(Margin(kind=MarginKind.REPLY, text=text))
    return tuple(found)


def _names(element: Any) -> bool:
    return bool(element.keys() and _BYLINE.search(element.get("class") or "")) and not any(
        _BYLINE.search(one.get("class") or "")
        for one in element.iterdescendants()
        if isinstance(one.tag, str)
    )


def _is_reply(element: Any) -> bool:
    if not element.keys() or not isinstance(element.tag, str):
        return False
    return bool(_REPLY.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def _text(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())
