"""WARC and WACZ web archives → Parts: the pages that a crawler kept, each a file of its own.

When a page was kept bounds its date from above and tells no more. ISO 28500, and
https://specs.webrecorder.net/wacz/1.1.1/. fastwarc reads the records; it comes with an extra.
"""

import hashlib
import io
import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from briefgen.errors import SourceError
from briefgen.knowledge.project import Limits
from briefgen.readers.formats.feed import looks_like_feed
from briefgen.readers.raw.archives import holds_part, open_zip, unpack
from briefgen.readers.shapes import File, Parsed, Part, ReadOptions

__all__ = ["is_wacz", "is_warc", "read_wacz", "read_warc"]

TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "text/plain": "text",
    "application/pdf": None,
}
"""Media types of the records that are read, and their readers; None: told by the content."""
XML = ("text/xml", "application/xml", "application/rdf+xml")
"""Read where they are feeds."""
RECORDS = "archive/"
"""The folder of a WACZ file that holds its WARC files."""
KINDS = ("response", "resource", "revisit", "conversion")
"""Types of records that may hold a page; the others tell of the crawl."""
CHUNK = 1 << 20
GZIP = b"\x1f\x8b"
CRAWLERS_OWN = "/robots.txt"


def is_warc(data: bytes) -> bool:
    """Whether bytes begin as a WARC file does, packed or not."""
    head = data[:1024]
    if head.startswith(GZIP):
        try:
            head = zlib.decompressobj(31).decompress(head, 16)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


def is_wacz(data: bytes) -> bool:
    """Whether a ZIP file is a web archive."""
    return holds_part(data, b"datapackage.json") and holds_part(data, RECORDS.encode())


def read_wacz(file: File, options: ReadOptions) -> Parsed:
    """The WARC files in a WACZ file; its indexes repeat what they say."""
    archive = open_zip(file.data, options.limits)
    names = [
        name
        for name in archive.entries
        if name.startswith(RECORDS) and name.endswith((".warc", ".warc.gz", ".warc.zst"))
    ]

    def parts() -> Iterator[Part | str]:
        for name in names:
            try:
                yield Part(name=name, data=unpack(archive, name, options.limits), format="warc")
            except SourceError as error:
                yield f"{name} is left out: {error}"

    return Parsed(parts=parts(), notes=archive.notes)


def read_warc(file: File, options: ReadOptions) -> Parsed:
    """The pages in a WARC file. Raises SourceError where fastwarc is not installed."""
    try:
        import fastwarc  # noqa: F401, PLC0415 (an extra)
    except ImportError as error:
        remedy = "install it: pip install 'briefgen[web]'"
        raise SourceError(f"a web archive needs the package fastwarc; {remedy}") from error
    return Parsed(parts=_parts(file.data, options.limits))


def _parts(data: bytes, limits: Limits) -> Iterator[Part | str]:
    """The records that hold something to read, and what of the rest was left out."""
    passed: Counter[str] = Counter()
    seen: set[tuple[str, bytes]] = set()
    count = last = 0
    try:
        for record in _records(data):
            last = record.stream_pos
            if (record.headers.get("WARC-Type") or "").casefold() not in KINDS:
                continue
            count += 1
            found = _read(record, count, limits)
            if isinstance(found, str):
                passed[found] += 1
                continue
            key = (found.name, hashlib.sha256(found.data).digest())
            if key in seen:
                passed["kept twice"] += 1
                continue
            seen.add(key)
            yield found
    except (OSError, ValueError, EOFError) as error:
        yield f"broken after {count} records ({error}); fetch it again, for the rest is left out"
    else:
        if _is_cut(data, last):
            yield f"cut off after {count} records; fetch it again, for the rest is left out"
    if passed:
        told = ", ".join(f"{passed[why]} × {why}" for why in sorted(passed))
        yield f"records left out: {told}"
    if not count:
        yield "holds no records of pages; leave it out"


def _read(record: Any, number: int, limits: Limits) -> Part | str:
    """What a record holds to read, or why it holds nothing."""
    kind = (record.headers.get("WARC-Type") or "").casefold()
    address = record.headers.get("WARC-Target-URI") or f"record {number}"
    wrong = _wrong(record, kind, address)
    if wrong:
        return wrong
    body = record.reader.read(limits.file_bytes + 1)
    if len(body) > limits.file_bytes:
        return f"bigger than {limits.file_bytes:,} bytes"
    if not body.strip():
        return "empty"
    media = _media(record, kind)
    if media in XML and not looks_like_feed(body[:4096].decode("latin-1")):
        return media
    return _part(record, address, media, body)


def _records(data: bytes) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator  # noqa: PLC0415 (an extra)

    yield from ArchiveIterator(
        io.BytesIO(data), parse_http=True, auto_decode="all", fsspec_args=False
    )


def _is_cut(data: bytes, last: int) -> bool:
    """Whether the last record, which begins at `last`, is not all there."""
    if data[last:].startswith(GZIP):
        packed = zlib.decompressobj(31)
        rest = data[last:]
        while rest and not packed.eof:
            packed.decompress(rest, CHUNK)
            rest = packed.unconsumed_tail
        return not packed.eof or bool(packed.unused_data)
    return data.startswith(b"WARC/") and not data.endswith(b"\r\n\r\n")


def _wrong(record: Any, kind: str, address: str) -> str | None:
    """Why a record holds nothing to read."""
    if kind == "revisit":
        return "unchanged since an earlier visit"
    if kind == "response":
        if not record.is_http or record.http_headers is None:
            return "no HTTP"
        status = record.http_headers.status_code
        if status != 200:
            return f"HTTP {status}"
    if address.endswith(CRAWLERS_OWN):
        return "rules for crawlers"
    media = _media(record, kind)
    return None if media in TYPES or media in XML else media or "of no media type"


def _media(record: Any, kind: str) -> str:
    """The media type of what a record holds, lower case, without its parameters."""
    said = record.http_content_type if kind == "response" else record.headers.get("Content-Type")
    return (said or "").partition(";")[0].strip().casefold()


def _part(record: Any, address: str, media: str, body: bytes) -> Part:
    charset = record.http_charset if record.is_http else None
    return Part(
        name=address,
        data=_as_utf8(body, charset) if media in {"text/html", "text/plain"} else body,
        format="feed" if media in XML else TYPES[media],
        url=address if address.startswith(("http://", "https://")) else None,
        retrieved=_kept(record),
    )


def _as_utf8(body: bytes, charset: str | None) -> bytes:
    """A text in the charset that its HTTP header names, which no byte of it repeats, as UTF-8."""
    if not charset or body.isascii():
        return body
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return body.decode(charset).encode("utf-8", "replace")
        except (ValueError, LookupError):
            return body
    return body


def _kept(record: Any) -> datetime | None:
    """``WARC-Date``: when the crawler kept it."""
    moment = record.record_date
    if not isinstance(moment, datetime):
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
