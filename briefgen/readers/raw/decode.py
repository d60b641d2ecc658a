"""Bytes → tidy text: encoding told from the bytes, line ends and marks made plain.

Order: byte-order mark, UTF-16 without one, UTF-8, what the markup declares, then the single-byte
code page whose letters read best (`code_pages`). No step looks at the machine's locale.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from briefgen.errors import SourceError
from briefgen.readers.raw.code_pages import best_code_page

__all__ = ["Decoded", "decode", "tidy"]

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks; those of UTF-32 first, for UTF-16's is their beginning."""

MAGIC = (
    (b"%PDF-", "a PDF file", "save its text and read that"),
    (b"PK\x03\x04", "an office document or a program", "save its text and read that"),
    (b"\x1f\x8b", "a gzip file", "unpack it"),
    (b"\x89PNG", "a picture", "leave it out"),
    (b"\xff\xd8\xff", "a picture", "leave it out"),
    (b"GIF8", "a picture", "leave it out"),
    (b"\x7fELF", "a program", "leave it out"),
    (b"SQLite format 3\x00", "a database", "export its rows"),
    (b"\xd0\xcf\x11\xe0", "an old office file", "save its text"),
)
"""How well-known binary files begin, what they are, and what to do."""

HEAD = 8192
"""Bytes looked at to tell text from binary."""
CONTROL_SHARE = 0.05
"""Above this share of control characters a file is binary."""
BROKEN_SHARE = 0.02
"""Up to this share of broken sequences among its multi-byte ones, a file is UTF-8 all the same."""

_DECLARED = re.compile(
    rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._-]{2,30})""", re.IGNORECASE
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_OVERRIDE = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_UNSEEN = re.compile(
    r"[\u00ad\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]"
    r"|[\U000e0000-\U000e007f]|[\ud800-\udfff]|[\ufdd0-\ufdef\ufffe\uffff]"
)
_JOINER = re.compile(
    r"(?<=[\u0000-\u052f])[\u200c\u200d]|[\u200c\u200d](?=[\u0000-\u052f]|$)|^[\u200c\u200d]"
)
_SPACE = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_ODD = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2011\u2028-\u202f\u205f-\u206f"
    r"\u3000\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Any character that `tidy` changes one by one: most texts hold none."""
_PLAIN = bytes((9, 10, *range(32, 127)))
"""The bytes of ASCII that it never changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text out of bytes."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()
    """What a reader of the brief should know, without the file's name."""


def decode(data: bytes) -> Decoded:
    """The text that the bytes hold: NFC, plain line ends, no unseen characters.

    Raises SourceError for a binary file.
    """
    for magic, what, remedy in MAGIC:
        if data.startswith(magic):
            raise SourceError(f"binary file: {what}, not text; {remedy}")
    text, encoding, notes = _read(data)
    head = text[:HEAD]
    odd = _is_odd(text)
    if odd and len(_CONTROL.findall(head)) > CONTROL_SHARE * len(head):
        raise SourceError("binary file: mostly control characters, not text; leave it out")
    overrides = len(_OVERRIDE.findall(text)) if odd else 0
    if overrides:
        note = (
            f"{overrides} direction override{'s' * (overrides != 1)} removed: "
            "the text may have been shown in another order than it is stored"
        )
        notes += (note,)
    tidied = tidy(text) if odd else unicodedata.normalize("NFC", text)
    return Decoded(text=tidied, encoding=encoding, notes=notes)


def tidy(text: str) -> str:
    """NFC, plain line ends and spaces, without control, zero-width and direction characters."""
    if not _is_odd(text):
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    if not text.isascii():
        text = _LINE_ENDS.sub("\n", text)
        text = _UNSEEN.sub("", _OVERRIDE.sub("", text))
        if "\u200c" in text or "\u200d" in text:
            text = _JOINER.sub("", text)
        text = _SPACE.sub(" ", text).replace("\u2011", "-")
        text = unicodedata.normalize("NFC", text)
        return _CONTROL.sub("", text)
    return _CONTROL.sub("", _LINE_ENDS.sub("\n", text))


def _is_odd(text: str) -> bool:
    """Whether a text holds a character that is changed one by one."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return bool(rest) and _ODD.search(rest.decode("utf-8", "surrogatepass")) is not None


def _read(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Text, encoding and notes."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    wide = _wide(data[:HEAD])
    if wide:
        return _lenient(data, wide)
    if b"\0" in data[:HEAD]:
        raise SourceError("binary file: holds NUL bytes, not text; leave it out")
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        pass
    declared = _declared(data)
    if declared:
        try:
            return data.decode(declared), declared, ()
        except (UnicodeDecodeError, LookupError):
            pass
    if _mostly_utf8(data):
        return _lenient(data, "utf-8")
    encoding = best_code_page(data)
    note = f"read as {encoding}, told from its letters; save it as UTF-8 if names look wrong"
    return data.decode(encoding, errors="replace"), encoding, (note,)


def _lenient(data: bytes, encoding: str) -> tuple[str, str, tuple[str, ...]]:
    """Decoded whatever it holds; broken sequences counted."""
    try:
        return data.decode(encoding), encoding, ()
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        broken = text.count("\ufffd")
        return (
            text,
            encoding,
            (f"{broken} broken character{'s' * (broken != 1)} in its {encoding}",),
        )


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is NUL."""
    even, odd = head[0::2], head[1::2]
    if len(odd) < 4:
        return None
    if odd.count(0) > 0.6 * len(odd) and even.count(0) < 0.05 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.6 * len(even) and odd.count(0) < 0.05 * len(odd):
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    """What the markup says of its encoding, as Python names it; only for markup."""
    if not data.lstrip().startswith(b"<"):
        return None
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
    return "cp1252" if name == "iso8859-1" else name


def _mostly_utf8(data: bytes) -> bool:
    """Whether this is UTF-8 with a few broken places, such as a cut at its end."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(1 for character in text if character > "\x7f") - broken
    return broken <= max(1, BROKEN_SHARE * whole) and whole >= 2 * broken
