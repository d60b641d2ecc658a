"""A MIME message's bytes → its text and HTML parts, what is attached, and its headers as words.

The standard library parses; charsets that lie are told from the bytes.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from briefgen.errors import SourceError
from briefgen.readers.raw.code_pages import best_code_page
from briefgen.readers.raw.decode import decode, tidy

__all__ = [
    "BROKEN",
    "Leaf",
    "bytes_of",
    "header",
    "leaves",
    "parse_letter",
    "sender",
    "sent",
    "text_of",
]

LEAVES = 2000
"""Parts of one message that are looked at."""
DEPTH = 50
"""How deep its multiparts may nest."""
SHIFTED = ("iso-2022", "utf-7", "utf7", "hz")
"""Beginnings of charsets whose bytes are all ASCII, so that they pass for UTF-8."""
BROKEN = (
    MessageError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    RecursionError,
    AssertionError,
)
"""What the standard library's parser of headers raises on hostile ones."""

_COMMENT = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One part of a message that is no multipart itself."""

    message: Message
    kind: str
    """Its media type, lower case."""
    name: str | None = None
    """Of the file that it is; None for what is shown in the letter."""

    @property
    def shown(self) -> bool:
        """Whether it is part of the letter, and not sent along with it."""
        disposition = self.message.get_content_disposition()
        return disposition != "attachment" and (self.name is None or disposition == "inline")


def parse_letter(data: bytes) -> Message:
    """The message. Raises SourceError where it is none that can be read."""
    try:
        return message_from_bytes(data, policy=policy.compat32)
    except BROKEN as error:
        raise SourceError("a mail nested too deep to be read; save what it shows") from error


def leaves(message: Message, depth: int = DEPTH) -> Iterator[Leaf]:
    """The parts of a message in their order; of messages in it the message as a whole."""
    left = LEAVES
    waiting = [(message, depth)]
    while waiting and left:
        part, level = waiting.pop()
        left -= 1
        kind = part.get_content_type()
        inner = part.get_payload() if part.is_multipart() else None
        if kind.startswith("multipart/") and isinstance(inner, list):
            if level:
                found = [one for one in inner if isinstance(one, Message)]
                waiting.extend((one, level - 1) for one in reversed(found))
            continue
        yield Leaf(message=part, kind=kind, name=_file_name(part))


def text_of(message: Message) -> tuple[str, tuple[str, ...]]:
    """The text of a part, tidy, and what is wrong with its charset."""
    data = bytes_of(message)
    charset = (message.get_content_charset() or "").strip("'\" ")
    first = (charset, "utf-8") if charset.startswith(SHIFTED) else ("utf-8", charset)
    for name in first:
        try:
            return tidy(data.decode(name)), ()
        except (ValueError, LookupError):
            continue
    try:
        decoded = decode(data)
    except SourceError as error:
        return "", (str(error),)
    return decoded.text, decoded.notes


def bytes_of(message: Message) -> bytes:
    """The content of a part, its transfer encoding undone."""
    try:
        data = message.get_payload(decode=True)
    except BROKEN:
        return b""
    return data if isinstance(data, bytes) else b""


def header(message: Message, name: str) -> str | None:
    """A header as one line of words, encoded words read; None where it is missing."""
    raw = next((value for key, value in message.raw_items() if key.casefold() == name), None)
    return None if raw is None else _unencoded(str(raw))


def _unencoded(raw: str) -> str | None:
    """Words out of RFC 2047's ``=?utf-8?q?…?=``; bare bytes are told as those of any text."""
    data = raw.encode("utf-8", "surrogateescape")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode(best_code_page(data), "replace")
    if "=?" in text:
        with suppress(*BROKEN):
            text = str(make_header(decode_header(text)))
    return " ".join(tidy(text).split()) or None


def sent(message: Message) -> str | None:
    """The wording of its date, without the comment that some programs add."""
    said = header(message, "date")
    return _COMMENT.sub("", said) if said else None


def sender(message: Message) -> str | None:
    """Who sent it: the name, else the address."""
    said = header(message, "from") or header(message, "sender")
    name, address = parseaddr(said) if said else ("", "")
    return name or address or None


def _file_name(part: Message) -> str | None:
    try:
        name = part.get_filename()
    except BROKEN:
        return None
    return (_unencoded(name) or "").replace("/", "_") or None if name else None
