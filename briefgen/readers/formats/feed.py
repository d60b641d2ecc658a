"""RSS, Atom and RDF feeds → Drafts, one for each entry, each with its own date.

feedparser reads them, from bytes and without its own cleaning: what is shown of an entry is taken
by the same walk as a page's.
"""

import io
import re
from typing import Any

from briefgen.errors import SourceError
from briefgen.readers.formats.entries import Entry, entry_draft, plain_line
from briefgen.readers.shapes import File, Parsed, ReadOptions

__all__ = ["looks_like_feed", "read_feed"]

_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf|channel)\b", re.IGNORECASE)
_CLOSE = re.compile(r"\]\s*>")
_MARKS = (("<?", "?>"), ("<!--", "-->"))
BROKEN = (LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)
"""What feedparser raises on broken feeds, where it does not mend them."""
_HEADERS = {"content-type": "application/xml; charset=utf-8"}


def looks_like_feed(head: str) -> bool:
    """Whether a text is a feed: its root element says so."""
    return head.lstrip("\ufeff \t\r\n")[:1] == "<" and _ROOT.match(head, _root(head)) is not None


def _root(text: str) -> int:
    """Where the root element begins: after declaration, comments and document type."""
    at = 0
    while True:
        while text[at : at + 1].isspace() or text[at : at + 1] == "\ufeff":
            at += 1
        end = next((end for start, end in _MARKS if text.startswith(start, at)), None)
        if end is not None:
            found = text.find(end, at)
            after = found + len(end)
        elif text[at : at + 9].upper() == "<!DOCTYPE":
            found = text.find(">", at)
            inner = text.find("[", at, found)
            close = _CLOSE.search(text, inner) if inner >= 0 else None
            found = found if inner < 0 else close.start() if close else -1
            after = close.end() if close else found + 1
        else:
            return at
        if found < 0:
            return len(text)
        at = after


def read_feed(file: File, options: ReadOptions) -> Parsed:
    """The entries of a feed. Raises SourceError for XML of another kind."""
    import feedparser  # noqa: PLC0415 (feedparser takes 0.1 s)

    if not looks_like_feed(file.text):
        raise SourceError("XML, but no RSS or Atom feed; save what it shows as text or HTML")
    text = file.text[_root(file.text) :]
    try:
        found = feedparser.parse(
            io.BytesIO(text.encode("utf-8", "replace")),
            response_headers=_HEADERS,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except BROKEN as error:
        raise SourceError(f"a feed too broken to be read ({error}); fetch it again") from error
    feed = found.feed
    kind = "rss" if str(found.version).startswith(("rss", "cdf")) else "atom"
    drafts = (
        entry_draft(_entry(entry, feed, kind), options, kept="its feed") for entry in found.entries
    )
    return Parsed(
        drafts=tuple(draft for draft in drafts if draft is not None),
        notes=_broken(found) if found.bozo else (),
        format=kind,
    )


def _entry(entry: dict[str, Any], feed: dict[str, Any], kind: str) -> Entry:
    """An entry under our own names. An RSS item has no date of change: ``dc:date`` is its date."""
    body, marked = _body(entry)
    published = _word(entry, "published") or _word(entry, "created")
    changed = _word(entry, "updated")
    if kind == "rss" and published is None:
        published, changed = changed, None
    source = dict.get(entry, "source") or {}
    return Entry(
        title=_word(entry, "title"),
        body=body,
        marked=marked,
        published=published,
        otherwise=changed if kind == "rss" else None,
        changed=changed,
        url=_address(_word(entry, "link"), _word(entry, "id")),
        publisher=_word(source, "title") or _word(feed, "publisher") or _word(feed, "title"),
        language=_word(feed, "language"),
    )


def _body(entry: dict[str, Any]) -> tuple[str, bool]:
    """The fullest text that an entry gives: content before summary; whether it is HTML."""
    parts = [part for part in dict.get(entry, "content") or () if _word(part, "value")]
    marked = [part for part in parts if "html" in (_word(part, "type") or "")]
    for part in (*marked, *parts):
        return part["value"], part in marked
    kind = _word(dict.get(entry, "summary_detail") or {}, "type")
    return _word(entry, "summary") or "", kind is None or "html" in kind


def _address(*candidates: str | None) -> str | None:
    """The first that is one."""
    found = (plain_line(one) for one in candidates)
    return next((one for one in found if one and one.startswith(("http://", "https://"))), None)


def _word(table: dict[str, Any], key: str) -> str | None:
    """A text of feedparser's table as it stands there, without its fall-backs between dates."""
    value = dict.get(table, key)
    return value if isinstance(value, str) and value.strip() else None


def _broken(found: Any) -> tuple[str, ...]:
    """What is wrong with the feed's markup."""
    reason = " ".join(str(found.get("bozo_exception")).replace("<unknown>:", "line ").split())
    count = len(found.entries)
    what = f"the {count} entr{'y' if count == 1 else 'ies'} that could be told apart were read"
    return (f"its XML is broken ({reason}); {what}",)
