"""READERS: format → Reader. The one table of what can be read, and how each is known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType

from briefgen.readers.formats.chat_text import looks_like_chat, read_plain
from briefgen.readers.formats.feed import looks_like_feed, read_feed
from briefgen.readers.formats.json_file import read_json
from briefgen.readers.formats.mail import is_mail, is_mailbox, read_mail, read_mailbox
from briefgen.readers.formats.markdown_notes import looks_like_markdown, read_markdown
from briefgen.readers.formats.web_archive import is_wacz, is_warc, read_wacz, read_warc
from briefgen.readers.html.page import looks_like_html, read_html, surely_html
from briefgen.readers.raw.archives import MAGIC as ZIP_MAGIC
from briefgen.readers.raw.archives import is_plain_zip, read_zip
from briefgen.readers.shapes import File, Parsed, ReadOptions
from briefgen.readers.tables.notes import (
    looks_like_json,
    looks_like_yaml,
    read_json_lines,
    read_yaml,
)
from briefgen.readers.tables.records import looks_like_table, read_csv
from briefgen.readers.tables.workbook import is_workbook, read_xlsx
from briefgen.readers.typed.pdf import MAGIC as PDF_MAGIC
from briefgen.readers.typed.pdf import read_pdf
from briefgen.readers.typed.word import is_word, read_docx

__all__ = ["READERS", "Reader", "choose", "is_known", "sniff"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One format: how a file of it is known, and what makes Drafts of it."""

    format: str
    read: Callable[[File, ReadOptions], Parsed]
    suffixes: tuple[str, ...] = ()
    """Lower case, with the dot."""
    sniff: Callable[[str], bool] = lambda _: False
    """Whether the beginning of a text without a known suffix is of this format."""
    magic: tuple[bytes, ...] = ()
    """How the bytes of a binary format begin; such a reader gets bytes, no text."""
    holds: Callable[[bytes], bool] = lambda _: True
    """Whether bytes that begin so are of this format: many formats are ZIP files inside."""
    binary: bool = False
    """Whether the reader wants the bytes, though no magic bytes tell the format."""
    known: Callable[[bytes], bool] = lambda _: False
    """Whether bytes are surely of this format, whatever the name of their file."""


HEAD = 4096
"""Characters that a sniff sees."""

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        reader.format: reader
        for reader in (
            Reader(
                format="html",
                read=read_html,
                suffixes=(".html", ".htm", ".xhtml"),
                sniff=looks_like_html,
                known=surely_html,
            ),
            Reader(
                format="mailbox",
                read=read_mailbox,
                suffixes=(".mbox", ".mbx"),
                binary=True,
                known=is_mailbox,
            ),
            Reader(
                format="mail",
                read=read_mail,
                suffixes=(".eml", ".mht", ".mhtml"),
                binary=True,
                known=is_mail,
            ),
            Reader(
                format="feed",
                read=read_feed,
                suffixes=(".rss", ".atom", ".rdf", ".xml"),
                sniff=looks_like_feed,
                known=lambda data: looks_like_feed(data[:HEAD].decode("latin-1")),
            ),
            Reader(format="chat", read=read_plain, sniff=looks_like_chat),
            Reader(format="json", read=read_json, suffixes=(".json",), sniff=looks_like_json),
            Reader(format="jsonl", read=read_json_lines, suffixes=(".jsonl", ".ndjson")),
            Reader(
                format="markdown",
                read=read_markdown,
                suffixes=(".md", ".markdown", ".mkd"),
                sniff=looks_like_markdown,
            ),
            Reader(
                format="yaml", read=read_yaml, suffixes=(".yaml", ".yml"), sniff=looks_like_yaml
            ),
            Reader(
                format="csv",
                read=read_csv,
                suffixes=(".csv", ".tsv", ".tab"),
                sniff=looks_like_table,
            ),
            Reader(format="pdf", read=read_pdf, suffixes=(".pdf",), magic=(PDF_MAGIC,)),
            Reader(
                format="docx",
                read=read_docx,
                suffixes=(".docx", ".docm"),
                magic=ZIP_MAGIC,
                holds=is_word,
            ),
            Reader(
                format="xlsx",
                read=read_xlsx,
                suffixes=(".xlsx", ".xlsm"),
                magic=ZIP_MAGIC,
                holds=is_workbook,
            ),
            Reader(
                format="wacz",
                read=read_wacz,
                suffixes=(".wacz",),
                magic=ZIP_MAGIC,
                holds=is_wacz,
            ),
            Reader(
                format="warc",
                read=read_warc,
                suffixes=(".warc", ".warc.gz", ".warc.zst"),
                binary=True,
                known=is_warc,
            ),
            Reader(
                format="zip",
                read=lambda file, options: read_zip(file, options, is_known),
                suffixes=(".zip",),
                magic=ZIP_MAGIC,
                holds=is_plain_zip,
            ),
            Reader(format="text", read=read_plain, suffixes=(".txt", ".text", ".log")),
        )
    }
)
"""In the order in which a file without a known suffix is tried; plain text takes what is left."""


def is_known(name: str) -> bool:
    """Whether a reader knows a file by its suffix; a name without one may be anything."""
    if not PurePosixPath(name).suffix:
        return True
    return any(name.casefold().endswith(reader.suffixes) for reader in READERS.values())


def choose(name: str, data: bytes) -> Reader | None:
    """The reader by content where that is certain, else by suffix; None: the text must tell."""
    for reader in READERS.values():
        magic = reader.magic and data.startswith(reader.magic) and reader.holds(data)
        if magic or reader.known(data):
            return reader
    low = name.casefold()
    for reader in READERS.values():
        if not reader.magic and low.endswith(reader.suffixes):
            return reader
    return None


def sniff(text: str) -> Reader:
    """The reader that knows a text by its beginning; plain text where none does."""
    head = text[:HEAD].lstrip()
    for reader in READERS.values():
        if not reader.magic and reader.sniff(head):
            return reader
    return READERS["text"]
