"""A chat that Telegram exported as HTML → Drafts, one for each message that has words.

Shape: messages are ``div.message`` with an id; the full date stands in a title attribute.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from briefgen.model import Basis, BlockKind
from briefgen.readers.dated.stated import read_day
from briefgen.readers.drafts.pieces import article_pieces
from briefgen.readers.raw.decode import tidy
from briefgen.readers.shapes import Claim, Draft, Parsed, Piece, ReadOptions, Scope

__all__ = ["is_telegram_page", "read_telegram_page"]

_STAMP = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?")


def is_telegram_page(root: Any) -> bool:
    """Whether a page is such an export."""
    history = _of_class(root, "history")
    return history is not None and _of_class(history, "message") is not None


def read_telegram_page(root: Any, options: ReadOptions) -> Parsed:
    """The messages of the page; those without words are counted."""
    header = _of_class(root, "page_header")
    chat = _line(header) if header is not None else None
    passed: Counter[str] = Counter()
    drafts: list[Draft] = []
    sender = chat
    for element in _all_of_class(root, "message"):
        if "service" in _classes(element):
            passed["service message"] += "-" not in (element.get("id") or "")  # days have "-1"
            continue
        named = _of_class(element, "from_name")
        if named is not None and "forwarded" not in _classes(named.getparent()):
            sender = _own_line(named)
        draft = _draft(element, sender, options)
        if draft is None:
            passed["message without words"] += 1
        else:
            drafts.append(draft)
    told = ", ".join(f"{passed[kind]} × {kind}" for kind in sorted(passed) if passed[kind])
    notes = (f"{chat or 'a chat without a name'}: left out: {told}",) if told else ()
    return Parsed(drafts=tuple(drafts), notes=notes, format="telegram")


def _draft(element: Any, sender: str | None, options: ReadOptions) -> Draft | None:
    """A message; None where it has no words. What it passes on has its writer's date and name."""
    text = _of_class(element, "text")
    if text is None:
        return None
    pieces, heard, beside = article_pieces(_lines(text), None, options)
    if not pieces:
        return None
    sent = _claims(_of_class(element, "date"), "sent", options)
    passed_on = _of_class(element, "forwarded", "body")
    if passed_on is None:
        return Draft(pieces=pieces, margins=beside, claims=(*sent, *heard), publisher=sender)
    named = _of_class(passed_on, "from_name")
    first = _claims(_of_class(passed_on, "date"), "first sent", options)
    passed = tuple(replace(claim, scope=Scope.FILE) for claim in sent)
    writer = _own_line(named) if named is not None else None
    return Draft(
        pieces=pieces, margins=beside, claims=(*first, *heard, *passed), publisher=writer or sender
    )


def _claims(date: Any, what: str, options: ReadOptions) -> tuple[Claim, ...]:
    """What the title of a date element says: ``09.04.2026 04:05:00 UTC+01:00``."""
    match = _STAMP.fullmatch((date.get("title") or "").strip()) if date is not None else None
    if match is None:
        return ()
    day, month, year, clock, zone = match.groups()
    interval = read_day(f"{year}-{month}-{day} {clock} {zone or ''}".strip(), options)
    if interval is None:
        return ()
    why = f"the export says that it was {what} {match[0]}"
    return (Claim(basis=Basis.MESSAGE, why=why, interval=interval),)


def _lines(text: Any) -> tuple[Piece, ...]:
    """Each line of a message by itself."""
    lines = (" ".join(line.split()) for line in tidy(_in_order(text)).split("\n"))
    return tuple(Piece(kind=BlockKind.PARAGRAPH, text=line) for line in lines if line)


def _in_order(text: Any) -> str:
    """The text of an element with a line end for each break, other line ends as spaces."""
    parts: list[str] = []
    stack: list[tuple[Any, bool]] = [(text, False)]
    while stack:
        element, closing = stack.pop()
        said = element.tail if closing else element.text
        if not closing:
            parts.append("\n" if element.tag == "br" else "")
            if element is not text:
                stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
        if said and (closing or isinstance(element.tag, str)):
            parts.append(said.replace("\n", " "))
    return "".join(parts)


def _classes(element: Any) -> list[str]:
    return (element.get("class") or "").split()


def _all_of_class(root: Any, *names: str) -> Iterator[Any]:
    for element in root.iter("div", "span"):
        if set(names) <= set(_classes(element)):
            yield element


def _of_class(root: Any, *names: str) -> Any:
    """The first element within another that has all of the classes."""
    found = (element for element in _all_of_class(root, *names) if element is not root)
    return next(found, None)


def _line(element: Any) -> str | None:
    return " ".join(tidy("".join(element.itertext())).split()) or None


def _own_line(element: Any) -> str | None:
    """An element's text before what stands in it."""
    return " ".join(tidy(element.text or "").split()) or None
