"""JSON of a chat (Slack, Discord) → Drafts, one for each message, dated by its own stamp.

Slack exports lists of messages with ``ts``, in seconds of Unix time
(https://api.slack.com/reference/messaging/payload); DiscordChatExporter writes ``messages`` with
``timestamp``, ``content`` and ``author``.
"""

import re
from collections.abc import Mapping, Sequence
from html import unescape
from typing import Any

from briefgen.model import Basis, BlockKind, Interval
from briefgen.readers.dated.stated import read_day, second_of
from briefgen.readers.shapes import Claim, Draft, Parsed, Piece, ReadOptions
from briefgen.readers.tables.field_names import one_line

__all__ = ["is_chat", "read_chat_json"]

PASSED = frozenset(
    {"bot_add", "channel_join", "channel_leave", "channel_name", "channel_purpose", "channel_topic"}
)
"""What Slack itself says in a channel."""

OWN_LANGUAGE = 80
"""Characters from which a message tells its language itself; of shorter ones the chat does."""

_SECONDS = re.compile(r"\d{9,10}\.\d{3,6}")
_LINK = re.compile(r"<(?:(?:https?|mailto):[^<>|]*)(?:\|(?P<words>[^<>]*))?>")
_USER = re.compile(r"<[@#!](?:[^<>|]*)(?:\|(?P<words>[^<>]*))?>")


def is_chat(raw: Any) -> bool:
    """Whether a JSON value holds the messages of a chat."""
    found = _listed(raw)
    return bool(found) and all(_is_message(one) for one in found[:5])


def read_chat_json(raw: Any, options: ReadOptions) -> Parsed:
    """The messages of a chat; those without words are counted."""
    drafts: list[Draft] = []
    wordless = 0
    channel = raw.get("channel") if isinstance(raw, dict) else None
    place = one_line(channel.get("name")) if isinstance(channel, dict) else one_line(channel)
    for message in _listed(raw):
        lines = _lines(message)
        if not lines:
            wordless += 1
            continue
        moment, said = _moment(message, options)
        claims = (
            (Claim(basis=Basis.MESSAGE, why=f"its chat stamps it {said}", interval=moment),)
            if moment is not None
            else ()
        )
        drafts.append(
            Draft(
                pieces=tuple(Piece(kind=BlockKind.PARAGRAPH, text=line) for line in lines),
                claims=claims,
                publisher=_name(message) or place,
                language=options.detected if sum(map(len, lines)) < OWN_LANGUAGE else None,
            )
        )
    what = "message has" if wordless == 1 else "messages have"
    notes = (f"{wordless} {what} no words of anybody, left out",) if wordless else ()
    return Parsed(drafts=tuple(drafts), notes=notes, format="chat")


def _listed(raw: Any) -> Sequence[Any]:
    listed = raw.get("messages") if isinstance(raw, dict) else raw
    return listed if isinstance(listed, list) else ()


def _is_message(one: Any) -> bool:
    if not isinstance(one, dict):
        return False
    slack = bool(_SECONDS.fullmatch(str(one.get("ts")))) and "text" in one
    return slack or (
        "timestamp" in one and "content" in one and isinstance(one.get("author"), dict)
    )


def _moment(message: Any, options: ReadOptions) -> tuple[Interval | None, str]:
    if not isinstance(message, dict):
        return None, ""
    seconds = str(message.get("ts") or "")
    if _SECONDS.fullmatch(seconds):
        return second_of(seconds.partition(".")[0], options.zone), seconds
    said = (one_line(message.get("timestamp")) or "")[:19]
    zone = (one_line(message.get("timestamp")) or "")[19:].lstrip(".0123456789")
    return read_day(said + zone, options), said


def _lines(message: Any) -> list[str]:
    """The paragraphs of a message, its marks of links and names undone."""
    if not isinstance(message, dict) or message.get("subtype") in PASSED:
        return []
    text = message.get("text") or message.get("content")
    if not isinstance(text, str):
        return []
    text = _LINK.sub(lambda match: match["words"] or "", text)
    text = unescape(_USER.sub(lambda match: match["words"] or "", text))
    return [line for part in text.split("\n") if (line := " ".join(part.split()))]


def _name(message: Mapping[str, Any]) -> str | None:
    """Who wrote a message, as a person's name where there is one."""
    for key in ("user_profile", "author"):
        about = message.get(key)
        if isinstance(about, dict):
            names = (about.get(one) for one in ("real_name", "nickname", "name", "display_name"))
            return next((name for one in names if (name := one_line(one))), None)
    return one_line(message.get("username")) or one_line(message.get("user"))
