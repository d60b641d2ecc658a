"""READERS → the table of inputs in docs/reading.md, between its two marks."""

import re
import sys
from pathlib import Path

from briefgen.readers.registry import READERS, Reader

PAGE = Path(__file__).parent.parent / "docs" / "reading.md"
MARKS = ("<!-- readers: made by scripts/reader_table.py -->", "<!-- end of readers -->")
PLAIN = Reader(format="", read=lambda _, __: None)  # type: ignore[arg-type, return-value]

TOLD = {
    "html": (
        "one article, or a page of many",
        "sidecar, JSON-LD, meta tags, `<time>`, dateline, byline, a title that ends in a day, URL",
    ),
    "mailbox": ("each mail, and what is attached to it", "as for mail"),
    "mail": (
        "a mail or newsletter item by item, with attachments; a page saved as MHTML",
        "an item's own date, then the mail's header, unless other items are older than the letter",
    ),
    "feed": (
        "RSS, Atom and RDF: each entry a document",
        "the entry's own date (`pubDate`, `published`, `dc:date`), never the feed's or a change's",
    ),
    "chat": (
        "`.txt` that WhatsApp, Signal or Discord saves: `[18/07/2024, 21:14] Ann: …`",
        "the message's own stamp, day and month told apart over the whole chat",
    ),
    "json": (
        "event notes; JSON Feed; Telegram's `result.json`; messages of Slack and of Discord",
        "`published` of rows, `date_published` of entries, the stamps of messages",
    ),
    "jsonl": ("event notes, one row a line", "the row's own `published`"),
    "markdown": (
        "an article, several, or a list of notes (`- Thursday: …`)",
        "sidecar, front matter, headings that are dates, dateline",
    ),
    "yaml": ("event notes", "sidecar, the file's or the row's own `published`"),
    "csv": (
        "rows of events under known column names, ACLED's exports, sheets of the auto-archiver",
        "sidecar, the row's own `published` or upload time",
    ),
    "pdf": ("text, in columns too; pictures of text are told", "sidecar, dateline, byline"),
    "docx": (
        "an article, several, notes under headings that are days, tables of events",
        "sidecar, dateline, byline",
    ),
    "xlsx": ("each visible sheet, as for CSV", "as for CSV; cells that are dates"),
    "wacz": ("the WARC files in it", "as for WARC"),
    "warc": ("each page kept by a crawler", "as for HTML; never the day of the crawl"),
    "zip": ("any of these, archives in it, sidecars beside them", "as for each file in it"),
    "text": (
        "one article; a pasted page of many; logs and calendars (`00:30 …`, `Jan. 27: …`)",
        "sidecar, dateline, byline, a title that ends in a day, the URL in the sidecar",
    ),
}
"""Format → what of it is read, what dates it."""

EXTRAS = {"pdf": "office", "xlsx": "office", "warc": "web", "wacz": "web"}
"""Format → the extra without which a notice names the file."""


def table() -> str:
    """The table as Markdown. Raises KeyError for a reader that nobody has described."""
    lines = ["| format | file names | what is read | what dates it |", "| --- | --- | --- | --- |"]
    for reader in READERS.values():
        what, dated = TOLD[reader.format]
        extra = f" (extra `{EXTRAS[reader.format]}`)" if reader.format in EXTRAS else ""
        names = " ".join(f"`{suffix}`" for suffix in reader.suffixes)
        known = f"{names}{content(reader)}".removeprefix(", ")
        lines.append(f"| {reader.format}{extra} | {known} | {what} | {dated} |")
    return "\n".join(lines)


def content(reader: Reader) -> str:
    """Whether it is known without its name."""
    told = reader.magic or reader.known is not PLAIN.known or reader.sniff is not PLAIN.sniff
    return ", or by what it holds" if told else ""


def page() -> str:
    """docs/reading.md with the table made anew."""
    begin, end = map(re.escape, MARKS)
    made = f"{MARKS[0]}\n\n{table()}\n\n{MARKS[1]}"
    return re.sub(f"{begin}.*{end}", lambda _: made, PAGE.read_text("utf-8"), flags=re.DOTALL)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    sys.exit(0)
