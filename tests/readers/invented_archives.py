"""Records of invented crawls → WARC and WACZ bytes.

python tests/readers/invented_archives.py      # writes samples/formats/harbour-crawl.*
"""

import gzip
import hashlib
import io
import zipfile
from pathlib import Path
from uuid import UUID

__all__ = ["FOLDER", "http", "page", "record", "samples", "wacz"]

FOLDER = Path(__file__).parent.parent.parent / "samples" / "formats"
KEPT = "2026-04-14T02:00:00Z"


def page(title: str, text: str, head: str = "") -> bytes:
    body = f"<h1>{title}</h1><p>{text}</p><p>More is not known of it so far, and nobody asked.</p>"
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def http(body: bytes, kind: str = "text/html", status: str = "200 OK", more: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}Content-Length: {len(body)}"
    return f"{head}\r\n\r\n".encode() + body


def record(kind: str, block: bytes, *, address: str | None = None, date: str) -> bytes:
    number = UUID(bytes=hashlib.sha256(f"{kind}{address}{date}".encode() + block).digest()[:16])
    lines = ["WARC/1.1", f"WARC-Type: {kind}", f"WARC-Record-ID: <urn:uuid:{number}>"]
    lines += [f"WARC-Target-URI: {address}"] if address else []
    media = (
        "application/warc-fields" if kind == "warcinfo" else "application/http; msgtype=response"
    )
    lines += [f"WARC-Date: {date}", f"Content-Type: {media}", f"Content-Length: {len(block)}"]
    return "\r\n".join([*lines, "", ""]).encode() + block + b"\r\n\r\n"


def wacz(warc: bytes) -> bytes:
    """A WACZ file with one WARC file in it; the same bytes on every machine."""
    told = io.BytesIO()
    with zipfile.ZipFile(told, "w") as archive:
        for name, data in (
            ("archive/data.warc.gz", warc),
            ("indexes/index.cdx", b""),
            ("pages/pages.jsonl", b'{"format": "json-pages-1.0", "id": "pages"}\n'),
            ("datapackage.json", b'{"profile": "data-package", "wacz_version": "1.1.1"}'),
        ):
            archive.writestr(zipfile.ZipInfo(name), data)
    return told.getvalue()


def crawl() -> bytes:
    """Three pages of the harbour board, and what a crawler brings home beside them."""
    published = '<meta name="dcterms.issued" content="2026-04-10">'
    site = '<meta property="og:site_name" content="Port Aven Harbour Board">'
    divers = page(
        "Divers at Lantern Rock",
        "Divers found a tear of three metres in the hull of the Linden Maid this morning. "
        "The tug Hestia is to pull her off tomorrow.",
        site + published,
    )
    berth = page(
        "The Linden Maid at the inner quay",
        "The Linden Maid was berthed at Sallow Bay yesterday. The crew of seven went home today.",
        site,
    )
    blocks = (
        ("warcinfo", None, b"software: invented\r\n"),
        ("response", "https://harbour.example/divers", http(divers)),
        ("response", "https://harbour.example/inner-quay", http(berth)),
        ("response", "https://harbour.example/divers", http(divers)),
        ("response", "https://harbour.example/quay.jpg", http(b"\xff\xd8\xff", "image/jpeg")),
        ("response", "https://harbour.example/old", http(b"gone", status="410 Gone")),
        ("revisit", "https://harbour.example/inner-quay", b"HTTP/1.1 200 OK\r\n\r\n"),
    )
    return b"".join(
        gzip.compress(record(kind, block, address=address, date=KEPT), mtime=0)
        for kind, address, block in blocks
    )


def samples() -> dict[str, bytes]:
    """File name → bytes."""
    return {"harbour-crawl.warc.gz": crawl(), "harbour-crawl.wacz": wacz(crawl())}


if __name__ == "__main__":
    for name, data in samples().items():
        (FOLDER / name).write_bytes(data)
