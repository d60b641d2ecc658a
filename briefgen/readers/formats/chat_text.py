"""A chat saved as text → Drafts, one for each message, dated by the stamp before it.

The stamps that WhatsApp, Signal, Discord and Slack's pages write: "[18/07/2024, 21:14:03] Ann: …",
"18/07/2024, 21:14 - Ann: …", "[07/18/2024 9:14 PM] ann" over the words. Day and month are told
apart over the whole chat, as in a column of a table, or not at all.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.model import Basis, BlockKind
from briefgen.readers.chrome import load_chrome
from briefgen.readers.dated.stated import read_day
from briefgen.readers.pages.text import read_text
from briefgen.readers.shapes import Claim, Draft, File, Parsed, Piece, ReadOptions
from briefgen.readers.tables.date_order import settle_column

__all__ = ["looks_like_chat", "read_plain"]

LEAST = 3
"""Stamps of a text before it is a chat."""
HEAD = 60
"""Lines among which the first stamps stand."""
OWN_LANGUAGE = 12
"""Words from which a message tells its language itself; of shorter ones the chat does."""
NAME = 40
"""Characters that the name of who wrote may have."""

_STAMP = re.compile(
    r"\u200e?(?P<open>\[)?(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{1,4}),?[ T]+"
    r"(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?:[ \u202f]?[APap]\.?[Mm]\.?)?)"
    r"(?(open)\]\s?|\s[-–—]\s)(?P<rest>.*)"
)
_NAMED = re.compile(rf"(?P<name>[^:\n]{{1,{NAME}}}):\s+(?P<text>\S.*)", re.DOTALL)
_SHORT = re.compile(r"^(\d{1,2}[./-]\d{1,2}[./-])(\d\d)$")
"""A year of two figures stands last in the stamps of chats."""
_RULE = re.compile(r"[-=_*]{5,}")


@dataclass(slots=True, kw_only=True)
class _Message:
    """One message; its lines are filled while the chat is read."""

    day: str
    clock: str
    lines: list[str]


def looks_like_chat(text: str) -> bool:
    """Whether a text is a saved chat: several of its first lines begin with its stamps."""
    lines = [line for line in text.split("\n", HEAD)[:HEAD] if line.strip()]
    stamps = sum(1 for line in lines if line[:2].strip("\u200e[")[:1].isdigit() and _stamp(line))
    return stamps >= min(LEAST, max(2, len(lines) // 2))


def read_plain(file: File, options: ReadOptions) -> Parsed:
    """The messages of a saved chat, or the articles of any other text."""
    if looks_like_chat(file.text):
        return _read_chat(file.text, options)
    return read_text(file, options)


def _read_chat(text: str, options: ReadOptions) -> Parsed:
    """The messages of a chat; what a program says itself is left out, and counted."""
    messages = _messages(text)
    days = [_SHORT.sub(r"\g<1>20\2", message.day) for message in messages]
    settled = settle_column(days, options.date_order)
    drafts: list[Draft] = []
    wordless = 0
    for index, message in enumerate(messages):
        name, words = _spoken(message)
        if not words:
            wordless += 1
            continue
        said = f"{settled.cells[index]} {message.clock}"
        moment = None if index in settled.open else read_day(said, options)
        why = f"its chat stamps it {message.day} {message.clock}"
        claims = (Claim(basis=Basis.MESSAGE, why=why, interval=moment),) if moment else ()
        pieces = tuple(Piece(kind=BlockKind.PARAGRAPH, text=line) for line in words)
        short = sum(len(line.split()) for line in words) < OWN_LANGUAGE
        language = options.detected if short else None
        drafts.append(Draft(pieces=pieces, claims=claims, publisher=name, language=language))
    return Parsed(
        drafts=tuple(drafts), notes=_notes(messages, settled.open, wordless), format="chat"
    )


def _stamp(line: str) -> re.Match[str] | None:
    return _STAMP.match(line)


def _messages(text: str) -> list[_Message]:
    found: list[_Message] = []
    for line in text.split("\n"):
        match = _stamp(line)
        if match is not None:
            found.append(_Message(day=match["day"], clock=match["clock"], lines=[match["rest"]]))
        elif found and _RULE.match(line):
            found[-1].lines.append("\f")
        elif found:
            found[-1].lines.append(line)
    return found


def _spoken(message: _Message) -> tuple[str | None, list[str]]:
    """Who wrote a message, and its paragraphs; none for what holds no words of anybody."""
    lines = message.lines
    if "\f" in lines:
        lines = lines[: lines.index("\f")]
    first, rest = lines[0].strip(), [line.strip() for line in lines[1:]]
    match = _NAMED.match(first)
    if match is not None:
        name, words = match["name"].strip(" ~"), [match["text"], *rest]
    elif any(rest) and len(first) <= NAME:
        name, words = first, rest
    else:
        return None, []
    chrome = load_chrome()
    told = (" ".join(line.split()) for line in words)
    kept = [line for line in told if line and not chrome.is_wordless(line)]
    return name or None, kept


def _notes(messages: Sequence[_Message], open_: frozenset[int], wordless: int) -> tuple[str, ...]:
    notes = []
    if wordless:
        what = "message has" if wordless == 1 else "messages have"
        notes.append(f"{wordless} {what} no words of anybody, left out")
    if open_:
        first = messages[min(open_)].day
        notes.append(
            f"{len(open_)} messages such as that of {first} stay undated: nothing in the chat "
            'tells day and month apart; set date_order = "dmy" or "mdy" in briefgen.toml'
        )
    return tuple(notes)
