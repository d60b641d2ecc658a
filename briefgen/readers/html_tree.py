"""HTML text → element tree, within the bounds of a hostile page; nothing is fetched."""

import re
from typing import Any

from briefgen.errors import SourceError

__all__ = ["parse_html"]

LENGTH = 20_000_000
"""Characters of HTML that are parsed."""
DEPTH = 200
"""How deep elements may nest before deeper tags are dropped: their text stays."""

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*)(?P<rest>[^<>]*)>")
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_LEAVES = frozenset({"p", "li", "td", "tr", "th", "dd", "dt", "option"})
"""Closed by the next of their kind even where no end tag says so."""


def parse_html(text: str) -> Any:
    """The root element. Raises SourceError for what holds no element at all."""
    from lxml import etree, html  # noqa: PLC0415 (20 ms, only for markup)

    if len(text) > LENGTH:
        raise SourceError(f"more than {LENGTH:,} characters of HTML; save its text")
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=False, no_network=True, remove_pis=True, recover=True
    )
    try:
        root = html.document_fromstring(_flattened(text).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(f"no HTML that can be read: {error}; save the page again") from error
    return root


def _flattened(text: str) -> str:
    """The same page without the tags that stand deeper than `DEPTH`."""
    if text.count("<") <= DEPTH:
        return text
    depth = deepest = 0
    for match in _TAG.finditer(text):
        depth += _step(match)
        deepest = max(deepest, depth)
    if deepest <= DEPTH:
        return text
    level = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal level
        step = _step(match)
        before = level
        level = max(0, level + step)
        return match[0] if max(before, level) <= DEPTH else " "

    return _TAG.sub(keep, text)


def _step(match: re.Match[str]) -> int:
    """+1 for a tag that opens a level, -1 for one that closes it."""
    name = match["name"].lower()
    if name in _VOID or name in _LEAVES or match["rest"].endswith("/"):
        return 0
    return -1 if match["end"] else 1
