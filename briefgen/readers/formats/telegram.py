"""Telegram's export ``result.json`` → Drafts, one for each message that has words.

Shape: a chat is a table with ``messages``; an export of a whole account keeps its chats in
``chats.list``. https://core.telegram.org/import-export and the exports of Telegram Desktop.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from briefgen.model import Basis, BlockKind, Bound, Interval
from briefgen.readers.dated.fields import read_date
from briefgen.readers.dated.stated import second_of
from briefgen.readers.drafts.pieces import article_pieces
from briefgen.readers.raw.decode import tidy
from briefgen.readers.shapes import Claim, Draft, Parsed, Piece, ReadOptions, Scope

__all__ = ["is_telegram", "read_telegram"]

_PUBLIC = ("channel", "supergroup")
"""Ends of the types of chats whose messages have an address."""
Table = Mapping[str, Any]


def is_telegram(raw: Any) -> bool:
    """Whether a JSON value is an export, of one chat or of an account."""
    return any(_chats(raw))


def read_telegram(raw: Any, options: ReadOptions) -> Parsed:
    """The messages of all chats in it; those without words are counted."""
    drafts: list[Draft] = []
    notes: list[str] = []
    for chat in _chats(raw):
        passed: Counter[str] = Counter()
        for message in chat["messages"]:
            kind = _passed(message)
            if kind is None:
                draft = _draft(message, chat, options)
                passed["edited"] += bool(draft.bounds)
                drafts.extend([draft] if draft.pieces else [])
                kind = None if draft.pieces else "wordless"
            passed.update([kind] if kind else [])
        notes.extend(_notes(_word(chat, "name") or "a chat without a name", passed))
    return Parsed(drafts=tuple(drafts), notes=tuple(notes), format="telegram")


def _chats(raw: Any) -> Iterator[Table]:
    """The chats that an export holds."""
    if not isinstance(raw, dict):
        return
    if _is_chat(raw):
        yield raw
    for key in ("chats", "left_chats"):
        group = raw.get(key)
        listed = group.get("list") if isinstance(group, dict) else None
        if isinstance(listed, list):
            yield from (chat for chat in listed if _is_chat(chat))


def _is_chat(raw: Any) -> bool:
    """A table whose messages have an id, a type and a date, as those of an export do."""
    messages = raw.get("messages") if isinstance(raw, dict) else None
    if not isinstance(messages, list) or not messages or "type" not in raw:
        return False
    first = messages[0]
    return isinstance(first, dict) and {"id", "type", "date"} <= first.keys()


def _passed(message: Any) -> str | None:
    """Why a message is passed over; None where it has words."""
    if not isinstance(message, dict):
        return "broken"
    if message.get("type") == "service":
        return "service"
    return None if _text(message).strip() else "wordless"


def _draft(message: Table, chat: Table, options: ReadOptions) -> Draft:
    forwarded = _word(message, "forwarded_from")
    edited = _edited(message, options)
    why = f"it was edited {_word(message, 'edited')}"
    pieces, heard, beside = article_pieces(_lines(_text(message)), None, options)
    return Draft(
        pieces=pieces,
        margins=beside,
        claims=(*_claims(message, forwarded, options), *heard),
        publisher=forwarded or _word(message, "from") or _word(chat, "name"),
        url=_address(message, chat),
        bounds=(Bound(latest=edited.end, why=why),) if edited and edited.end else (),
    )


def _claims(message: Table, forwarded: str | None, options: ReadOptions) -> tuple[Claim, ...]:
    """When it was sent. What a message passes on may be older: its own words go first."""
    said = _word(message, "date")
    interval = second_of(_word(message, "date_unixtime"), options.zone)
    if interval is None and said is not None:
        interval = read_date(said, options.zone, options.languages)  # exports before 2022
    if interval is None:
        return ()
    scope = Scope.DOCUMENT if forwarded is None else Scope.FILE
    sent = "sent" if forwarded is None else f"passed on from {forwarded}"
    assert interval.start is not None
    why = f"the export says that it was {sent} {interval.start:%Y-%m-%d %H:%M %Z}".rstrip()
    return (Claim(basis=Basis.MESSAGE, why=why, interval=interval, scope=scope),)


def _edited(message: Table, options: ReadOptions) -> Interval | None:
    """When it was changed last."""
    said = _word(message, "edited")
    found = second_of(_word(message, "edited_unixtime"), options.zone)
    if found is None and said is not None:
        found = read_date(said, options.zone, options.languages)
    return found if found is not None and found.bounded else None


def _text(message: Table) -> str:
    """Its words: one string, or a list of strings and marked stretches."""
    raw = message.get("text")
    parts = raw if isinstance(raw, list) else [raw]
    words = (part.get("text") if isinstance(part, dict) else part for part in parts)
    return "".join(word for word in words if isinstance(word, str))


def _lines(text: str) -> tuple[Piece, ...]:
    """Each line by itself: posts end their lines where others end a sentence."""
    lines = (" ".join(line.split()) for line in tidy(text).split("\n"))
    return tuple(Piece(kind=BlockKind.PARAGRAPH, text=line) for line in lines if line)


def _address(message: Table, chat: Table) -> str | None:
    """The address of a message of a channel or a large group, for whoever may see it."""
    number, chat_number = _word(message, "id"), _word(chat, "id")
    if not str(chat.get("type")).endswith(_PUBLIC) or not number or not chat_number:
        return None
    return f"https://t.me/c/{chat_number}/{number}"


def _word(table: Table, key: str) -> str | None:
    """A string or a number as it stands."""
    value = table.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _notes(chat: str, passed: Counter[str]) -> Iterator[str]:
    """What of a chat was passed over, and what was changed after it was sent."""
    told = {
        "service": "service message",
        "wordless": "message without words",
        "broken": "broken message",
    }
    counted = [f"{passed[kind]} × {name}" for kind, name in told.items() if passed[kind]]
    if counted:
        yield f"{chat}: left out: {', '.join(counted)}"
    if passed["edited"]:
        many = f"{passed['edited']} message{'s' * (passed['edited'] != 1)}"
        yield f"{chat}: {many} edited after sending; read as last edited"
