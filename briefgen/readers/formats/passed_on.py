"""The text of a letter → what it says itself, and the letters in it that it passes on or quotes.

Mail programs set a head over what they pass on ("From: …", "Sent: …", "Subject: …"), and a line
over what they quote ("On 4 May 2031, A. Bell wrote:"). Their words are data, one list a language.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from email.utils import parseaddr
from functools import cache

from briefgen.knowledge.locale import LANGUAGES
from briefgen.readers.chrome import load_chrome
from briefgen.readers.dated.stated import read_day
from briefgen.readers.shapes import ReadOptions

__all__ = ["Passed", "may_pass_on", "passed_on", "wording"]

HEAD_LINES = 12
"""Lines of a head, at most: addressees may go on over several."""
HEAD_LEAST = 3
"""Lines of a head with its fields, at least."""
QUOTE_LINES = 3
"""Lines that the words over a quoted letter may stand in."""
LETTERS = 50
"""Letters in one letter that are told apart."""

_QUOTED = re.compile(r"^(?:>[ >]*)")
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
_ADDRESS = re.compile(r"[<(\[]?(?:mailto:)?[\w.+-]+@[\w.-]+[>)\]]*|<[^<>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A letter within a letter; None where its head does not say."""

    sender: str | None
    sent: str | None
    """As written."""
    subject: str | None
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What stands over a letter within a letter: its first line, and the one after its last."""

    first: int
    after: int
    sender: str | None
    sent: str | None
    subject: str | None = None


def may_pass_on(text: str) -> bool:
    """Whether a letter's text holds words that stand over another letter."""
    chrome = load_chrome()
    low = text.casefold()
    if any(verb in low for verb in chrome.wrote) or "\n>" in low:
        return True
    told = {match["label"] for match in _shapes()[0].finditer(low)}
    return {"from", "sent"} <= {chrome.letter[label] for label in told}


def passed_on(text: str, options: ReadOptions) -> tuple[str, tuple[Passed, ...]]:
    """What a letter says itself, and the letters that it passes on or quotes, topmost first."""
    lines = text.split("\n")
    heads: list[_Head] = []
    at = 0
    while at < len(lines) and len(heads) < LETTERS:
        head = _head(lines, at) or _quoted(lines, at, options)
        if head is not None:
            heads.append(head)
        at = head.after if head is not None else at + 1
    if not heads:
        return text, ()
    ends = [head.first for head in heads[1:]] + [len(lines)]
    found = tuple(
        Passed(
            sender=head.sender,
            sent=head.sent,
            subject=head.subject,
            body=_body(lines[head.after : end]),
        )
        for head, end in zip(heads, ends, strict=True)
    )
    return "\n".join(lines[: heads[0].first]), found


def wording(said: str | None, options: ReadOptions) -> ReadOptions | None:
    """The options in whose language a date can be read: a mail program's need not be a letter's."""
    if said is None:
        return None
    known = dict.fromkeys((*options.languages, *LANGUAGES))
    found = (replace(options, detected=code) for code in known)
    return next((one for one in found if read_day(said, one) is not None), None)


def _body(lines: Sequence[str]) -> str:
    """The lines of a letter without the marks of quoting."""
    return "\n".join(_QUOTED.sub("", line) for line in lines)


def _head(lines: Sequence[str], first: int) -> _Head | None:
    """The head of a letter that begins at a line: who, when and what about, in any order."""
    found: dict[str, str] = {}
    fields = 0
    at = first
    last = first
    open_ = False
    while at < min(len(lines), first + HEAD_LINES):
        bare = _QUOTED.sub("", lines[at]).strip()
        match = _shapes()[0].match(bare)
        kind = load_chrome().letter.get(match["label"].casefold()) if match else None
        if match is not None and kind is not None:
            if kind in found:
                break
            said = bare[match.end() :].strip(" *\t")
            found.update({} if kind == "other" else {kind: said})
            fields, last, open_ = fields + 1, at, kind == "other"
        elif not fields or (bare and not open_) or (not bare and _is_blank(lines, at + 1)):
            break
        at += 1
    if fields < HEAD_LEAST or not {"from", "sent"} <= found.keys():
        return None
    return _Head(
        first=first,
        after=last + 1,
        sender=_name(found["from"]),
        sent=found["sent"] or None,
        subject=found.get("subject") or None,
    )


def _is_blank(lines: Sequence[str], at: int) -> bool:
    """Whether no field of a head stands at a line."""
    bare = _QUOTED.sub("", lines[at]).strip() if at < len(lines) else ""
    match = _shapes()[0].match(bare)
    return match is None or match["label"].casefold() not in load_chrome().letter


def _quoted(lines: Sequence[str], first: int, options: ReadOptions) -> _Head | None:
    """The words over a quoted letter: "On 4 May 2031 at 06:10, A. Bell wrote:", and its ``>``."""
    if not lines[first].strip() or not _YEAR.search(" ".join(lines[first : first + QUOTE_LINES])):
        return None
    for count in range(1, QUOTE_LINES + 1):
        told = " ".join(_QUOTED.sub("", line) for line in lines[first : first + count]).strip()
        if not told.endswith(":"):
            continue
        under = next((line for line in lines[first + count :] if line.strip()), "")
        depth = _depth(lines[first])
        by = _shapes()[1].search(told) or _ADDRESS.search(told)
        if not by or _depth(under) <= depth:
            return None
        said, name = _said_by(told, options)
        return (
            None
            if said is None
            else _Head(first=first, after=first + count, sender=name, sent=said)
        )
    return None


def _depth(line: str) -> int:
    """How many letters deep a line is quoted."""
    match = _QUOTED.match(line)
    return match[0].count(">") if match else 0


def _said_by(told: str, options: ReadOptions) -> tuple[str | None, str | None]:
    """The date and the name in the words over a quoted letter."""
    words = _shapes()[1].sub(" ", _ADDRESS.sub(" ", told.rstrip(": "))).split()
    for length in range(min(len(words), 10), 2, -1):
        for start in range(min(3, len(words) - length + 1)):
            said = " ".join(words[start : start + length]).strip(" ,")
            if _YEAR.search(said) and wording(said, options) is not None:
                return said, " ".join(words[start + length :]).strip(" ,()") or None
    return None, None


def _name(said: str) -> str | None:
    """Who sent a letter: the name, else the address."""
    bare = said.replace("*", "").replace("mailto:", "").replace("[", "<").replace("]", ">")
    name, address = parseaddr(bare) if "@" in bare else (bare, "")
    return name.strip(" '\"") or address or None


@cache
def _shapes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What matches a field of a head, and the verb over a quoted letter."""
    chrome = load_chrome()
    labels = "|".join(re.escape(label) for label in sorted(chrome.letter, key=len, reverse=True))
    verbs = "|".join(map(re.escape, chrome.wrote))
    field = re.compile(
        rf"^[*> \t]*(?P<label>{labels})[* \t]*:[* \t]*", re.IGNORECASE | re.MULTILINE
    )
    return field, re.compile(rf"\b(?:{verbs})\b", re.IGNORECASE)
