"""Mail, mailboxes and pages saved as MHTML → Drafts; what is attached → Parts."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from briefgen.errors import SourceError
from briefgen.model import Basis, BlockKind, Bound
from briefgen.readers.dated.dating import AGREE
from briefgen.readers.dated.stated import read_day, stated_bound, stated_claim
from briefgen.readers.drafts.heard import heard, in_language
from briefgen.readers.formats.letter_parts import (
    BROKEN,
    Leaf,
    bytes_of,
    header,
    leaves,
    parse_letter,
    sender,
    sent,
    text_of,
)
from briefgen.readers.formats.passed_on import may_pass_on, passed_on, wording
from briefgen.readers.html.page import read_html
from briefgen.readers.html.pasted import flat_text
from briefgen.readers.html.tree import parse_html
from briefgen.readers.pages.text import read_text
from briefgen.readers.shapes import Claim, Draft, File, Parsed, Part, Piece, ReadOptions, Scope

__all__ = ["is_mail", "is_mailbox", "read_mail", "read_mailbox"]

HEAD = 16_384
"""Bytes in which a mail must show its headers."""
BODIES = frozenset({"text/plain", "text/html"})
PAGES = frozenset({"text/html", "application/xhtml+xml"})
LETTERS = frozenset({"message/rfc822", "message/global"})
SIGNATURES = ("pgp-signature", "pkcs7-signature", "x-pkcs7-signature")
PAGE_SHARE = 0.5
"""Below this part of the words of the plain text, the HTML of a letter is not its whole text."""

_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,40}):|[ \t]")
_TELLING = frozenset({b"mime-version", b"message-id", b"received", b"return-path"})
_ENVELOPE = re.compile(
    rb"^From [^\r\n]*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d [\d:]{5,8} "
    rb"[^\r\n]*\r?\n"
    # not every program words the date as RFC 4155 does; the headers of a mail then follow at once
    rb"|^From \S+ (?=[^\r\n]*\b(?:19|20|21)\d\d\b)[^\r\n]*\b\d\d:\d\d\b[^\r\n]*\r?\n"
    rb"(?=[A-Za-z][A-Za-z0-9-]{1,40}:[ \t])",
    re.MULTILINE,
)
_PREFIX = re.compile(r"\[?\w{1,4}(?:\[\d+\])?\s?:\s")
"""What a subject begins with where a letter passes on or answers another: "Fwd: ", "AW: "."""
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)


def is_mail(data: bytes) -> bool:
    """Whether bytes begin with the headers of a mail."""
    names: set[bytes] = set()
    for line in data[:HEAD].lstrip(b"\xef\xbb\xbf").split(b"\n"):
        if not line.strip():
            break
        match = _HEADER.match(line)
        if match is None:
            return False
        names.add((match[1] or b"").lower())
    return b"from" in names and (bool(names & _TELLING) or {b"date", b"subject"} <= names)


def is_mailbox(data: bytes) -> bool:
    """Whether bytes begin with the line that parts the mails of a mailbox."""
    return _ENVELOPE.match(data) is not None


def read_mailbox(file: File, options: ReadOptions) -> Parsed:
    """The mails of a mailbox, each a file of its own. https://www.rfc-editor.org/rfc/rfc4155."""
    del options
    if not is_mailbox(file.data):
        raise SourceError("no mailbox: it does not begin with a From line; save it as .eml")
    return Parsed(parts=_letters(file.data))


def _letters(data: bytes) -> Iterator[Part]:
    starts = [
        match
        for match in _ENVELOPE.finditer(data)
        if match.start() == 0 or data[: match.start()].endswith((b"\n\n", b"\r\n\r\n"))
    ]
    ends = [match.start() for match in starts[1:]] + [len(data)]
    for number, (match, end) in enumerate(zip(starts, ends, strict=True), 1):
        letter = _QUOTED_FROM.sub(rb"\1", data[match.end() : end])
        yield Part(name=f"{number}.eml", data=letter, format="mail")


def read_mail(file: File, options: ReadOptions) -> Parsed:
    """A letter's text, item by item, dated by the items and then by the letter.

    A page saved as MHTML is a page: the date of its saving only bounds it.
    """
    message = parse_letter(file.data)
    parts = tuple(leaves(message))
    if _is_saved_page(message, parts):
        return _saved_page(message, parts, options)
    drafts, inner, notes = _body(parts, options, answers=_answers(message))
    said = sent(message)
    claims = stated_claim(Basis.MAIL, said, "the mail was sent", options, Scope.FILE)
    received = header(message, "received") or ""
    handed = received.rpartition(";")[2]
    bounds = stated_bound(said, "the mail that it came in was sent", options) or stated_bound(
        handed, "the mail that it came in was received", options
    )
    subject, publisher = header(message, "subject"), sender(message)
    address = header(message, "archived-at")
    digest = any(_older(draft, claims) for draft in drafts)
    told = tuple(
        replace(
            draft,
            claims=(*draft.claims, *(claims if draft.claims or not digest else ())),
            bounds=(*draft.bounds, *bounds),
            publisher=publisher or draft.publisher,
            url=draft.url or (address.strip("<>") if address else None),
        )
        for draft in (drafts if len(drafts) != 1 else (_titled(drafts[0], subject),))
    )
    within = tuple(replace(draft, bounds=(*draft.bounds, *bounds)) for draft in inner)
    return Parsed(
        drafts=(*told, *within), notes=notes, parts=_attached(parts, bounds), format="mail"
    )


def _older(draft: Draft, sent: tuple[Claim, ...]) -> bool:
    """Whether an item is older than its letter by its own word: then so may the others be."""
    moments = [claim.interval.start for claim in sent if claim.interval is not None]
    ends = [claim.interval.end for claim in draft.claims if claim.interval is not None]
    return any(
        moment is not None and end is not None and moment - end >= AGREE
        for moment in moments
        for end in ends
    )


def _titled(draft: Draft, subject: str | None) -> Draft:
    """The only text of a letter: what was taken for its title may be all that it says."""
    if not draft.pieces and draft.title is not None:
        words = Piece(kind=BlockKind.PARAGRAPH, text=draft.title)
        return replace(draft, title=subject, titled=False, pieces=(words,))
    if draft.title is None:
        return replace(draft, title=subject, titled=False)
    return draft


def _body(
    parts: tuple[Leaf, ...], options: ReadOptions, *, answers: bool
) -> tuple[tuple[Draft, ...], tuple[Draft, ...], tuple[str, ...]]:
    """What the letter says: its HTML, or its plain text where that says more.

    And the articles of the letters that it passes on; `answers`: it is known to.
    """
    pages = [leaf for leaf in parts if leaf.shown and leaf.kind == "text/html"]
    texts = [leaf for leaf in parts if leaf.shown and leaf.kind == "text/plain"]
    within = _within(texts, options, page=False)
    if within is None and answers and pages:
        within = _within(pages, options, page=True)
    if within is not None:
        return within
    marked, notes = _read(pages, options, page=True)
    if texts and (not marked or _words(marked) < PAGE_SHARE * _length(texts)):
        plain, told = _read(texts, options, page=False)
        if plain and (not marked or _words(plain) > _words(marked)):
            return plain, (), told
    return marked, (), notes


def _answers(message: Message) -> bool:
    """Whether a letter answers another or passes one on, as its headers say."""
    subject = header(message, "subject") or ""
    return bool(_PREFIX.match(subject) or header(message, "in-reply-to"))


def _within(
    parts: list[Leaf], options: ReadOptions, *, page: bool
) -> tuple[tuple[Draft, ...], tuple[Draft, ...], tuple[str, ...]] | None:
    """A letter that passes on others: what it says itself, and what they say; None for any other.

    Each is dated by its own head, and published by who sent it.
    """
    told = [text_of(leaf.message) for leaf in parts]
    text = "\n\n".join(text for text, _ in told)
    if page and text.strip():
        try:
            text = flat_text(parse_html(text))
        except SourceError:
            return None  # the page's own reader tells why
    if not may_pass_on(text):
        return None
    heard_ = heard(options, text)
    own, letters = passed_on(text, heard_)
    if not letters:
        return None
    drafts: list[Draft] = []
    for letter in letters:
        claims = stated_claim(
            Basis.MAIL,
            letter.sent,
            "the mail that is passed on was sent",
            wording(letter.sent, heard_) or heard_,
            Scope.FILE,
        )
        found = read_text(File(name="", data=b"", text=letter.body), heard_).drafts
        found = found if len(found) != 1 else (_titled(found[0], letter.subject),)
        drafts.extend(
            replace(
                draft,
                claims=(*draft.claims, *claims),
                publisher=draft.publisher or letter.sender,
            )
            for draft in found
        )
    first = read_text(File(name="", data=b"", text=own), heard_).drafts
    return first, tuple(drafts), tuple(note for _, notes in told for note in notes)


def _read(
    parts: list[Leaf], options: ReadOptions, *, page: bool
) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    drafts: list[Draft] = []
    notes: list[str] = []
    for leaf in parts:
        text, wrong = text_of(leaf.message)
        notes.extend(wrong)
        if not text.strip():
            continue
        file = File(name="", data=b"", text=text)
        told = heard(options, text)
        parsed = read_html(file, told, framed=False) if page else read_text(file, told)
        drafts.extend(in_language(parsed.drafts, told, text))
        notes.extend(parsed.notes)
    return tuple(drafts), tuple(notes)


def _words(drafts: tuple[Draft, ...]) -> int:
    return sum(len(piece.text.split()) for draft in drafts for piece in draft.pieces)


def _length(parts: list[Leaf]) -> int:
    return sum(len(text_of(leaf.message)[0].split()) for leaf in parts)


def _attached(parts: tuple[Leaf, ...], bounds: tuple[Bound, ...]) -> Iterator[Part | str]:
    """What was sent along; pictures shown in the text and signatures are no reading."""
    for number, leaf in enumerate(parts, 1):
        if leaf.shown and (leaf.kind in BODIES or leaf.kind.startswith("image/")):
            continue
        if leaf.kind.endswith(SIGNATURES) or (leaf.name is None and leaf.kind not in LETTERS):
            continue
        letter = leaf.kind in LETTERS
        name = leaf.name or f"{number}.eml"
        data = _inner(leaf.message) if letter else bytes_of(leaf.message)
        if data:
            kind = "mail" if letter else None
            yield Part(name=name, data=data, format=kind, bounds=bounds, told=False)


def _inner(message: Message) -> bytes:
    """The bytes of a message in a message."""
    inner = message.get_payload()
    try:
        one = inner[0] if isinstance(inner, list) and inner else None
        return one.as_bytes() if isinstance(one, Message) else bytes_of(message)
    except BROKEN:
        return b""


def _is_saved_page(message: Message, parts: tuple[Leaf, ...]) -> bool:
    """Whether it is a web page that a browser saved: its root tells the address of the page."""
    if header(message, "received") or header(message, "to"):
        return False
    if header(message, "snapshot-content-location"):
        return True
    root = next((leaf for leaf in parts if leaf.kind in PAGES), None)
    place = header(root.message, "content-location") if root is not None else None
    return message.get_content_type() == "multipart/related" and place is not None


def _saved_page(message: Message, parts: tuple[Leaf, ...], options: ReadOptions) -> Parsed:
    """The page that an MHTML file holds. https://www.rfc-editor.org/rfc/rfc2557."""
    root = next((leaf for leaf in parts if leaf.kind in PAGES), None)
    if root is None:
        raise SourceError("a saved page without its HTML; save it again")
    text, notes = text_of(root.message)
    parsed = read_html(File(name="", data=b"", text=text), heard(options, text))
    places = (
        header(message, "snapshot-content-location"),
        header(root.message, "content-location"),
    )
    address = next((one for one in places if one and one.startswith(("http://", "https://"))), None)
    saved = read_day(sent(message), options)
    drafts = tuple(
        replace(draft, url=draft.url or address, retrieved=saved.start if saved else None)
        for draft in parsed.drafts
    )
    return Parsed(drafts=drafts, notes=(*notes, *parsed.notes), format="mhtml")
