"""JSON Feed → Drafts, one for each item. https://www.jsonfeed.org/version/1.1/."""

from collections.abc import Mapping
from typing import Any

from briefgen.readers.formats.entries import Entry, entry_draft
from briefgen.readers.shapes import Draft, Parsed, ReadOptions

__all__ = ["is_json_feed", "read_json_feed"]


def is_json_feed(raw: Any) -> bool:
    """Whether a JSON value is a feed: it names the version of the format, and has items."""
    return (
        isinstance(raw, dict)
        and "jsonfeed.org/version" in str(raw.get("version"))
        and isinstance(raw.get("items"), list)
    )


def read_json_feed(raw: Mapping[str, Any], options: ReadOptions) -> Parsed:
    """The items of a feed."""
    drafts: list[Draft] = []
    notes: list[str] = []
    for number, item in enumerate(raw["items"], 1):
        entry = _entry(item, raw) if isinstance(item, dict) else None
        draft = entry_draft(entry, options, kept="its feed") if entry else None
        if draft is None:
            notes.append(f"item {number} is left out: it has no words")
        else:
            drafts.append(draft)
    return Parsed(drafts=tuple(drafts), notes=tuple(notes), format="json-feed")


def _entry(item: Mapping[str, Any], feed: Mapping[str, Any]) -> Entry:
    html = _word(item, "content_html")
    return Entry(
        title=_word(item, "title"),
        body=html or _word(item, "content_text") or _word(item, "summary") or "",
        marked=html is not None,
        published=_word(item, "date_published"),
        changed=_word(item, "date_modified"),
        url=_word(item, "url") or _word(item, "external_url"),
        publisher=_word(feed, "title"),
        language=_word(item, "language") or _word(feed, "language"),
    )


def _word(table: Mapping[str, Any], key: str) -> str | None:
    value = table.get(key)
    return value if isinstance(value, str) and value.strip() else None
