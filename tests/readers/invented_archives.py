"""Records of invented crawls → WARC and WACZ bytes."""

import hashlib
import io
import zipfile
from uuid import UUID

__all__ = ["http", "page", "record", "wacz"]


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
