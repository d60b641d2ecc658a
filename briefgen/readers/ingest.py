"""One source's bytes → Documents: decode, read, hear the sidecar, date, lay out. Pure."""

import hashlib
import re
from dataclasses import replace

from briefgen.errors import SourceError
from briefgen.model import Basis, Block, BlockKind, Document, Notice, Source
from briefgen.readers.assemble import assemble, document_id, find_sentences, short_title
from briefgen.readers.dating import contradictions, settle, url_claim
from briefgen.readers.decode import decode
from briefgen.readers.language import UNKNOWN, detect_language, normal_code
from briefgen.readers.registry import choose, sniff
from briefgen.readers.shapes import Claim, Draft, File, Parsed, Reading, ReadOptions, Scope
from briefgen.readers.sidecar import Sidecar, apply_sidecar

__all__ = ["read_bytes", "text_document", "too_big"]

SAMPLE = 60_000
"""Characters of a file from which its language is told before it is read."""
_MARKUP = re.compile(r"<[^<>]*>")


def read_bytes(
    data: bytes, name: str, options: ReadOptions, *, sidecar: Sidecar | None = None
) -> Reading:
    """The documents in one file's bytes; what cannot be read becomes a notice."""
    try:
        format_, parsed = _parse(data, name, options)
    except SourceError as error:
        return Reading(documents=(), notices=(_notice(name, str(error)),))
    notes = list(parsed.notes)
    drafts = parsed.drafts
    languages = options.languages
    if sidecar is not None:
        drafts, wrong = apply_sidecar(drafts, sidecar, options.zone, languages)
        notes.extend(wrong)
    notices = [_notice(name, note) for note in notes]
    if not drafts and not notes:
        notices.append(_notice(name, "empty: it holds no text; leave it out"))
    digest = hashlib.sha256(data).hexdigest()
    documents = []
    for position, draft in enumerate(drafts, 1):
        source = Source(
            path=name,
            position=position,
            format=format_,
            digest=digest,
            publisher=draft.publisher,
            url=draft.url,
            retrieved=draft.retrieved,
        )
        document, outvoted = _document(draft, source, options)
        documents.append(document)
        notices.extend(
            Notice(stage="read", message=f'{name}: "{document.title}" {said}', document=document.id)
            for said in outvoted
        )
    return Reading(documents=tuple(documents), notices=tuple(notices))


def text_document(text: str, options: ReadOptions) -> Document:
    """Bare text as one document, character for character, so that offsets are the caller's.

    Paragraphs are parted by blank lines; the title is the first sentence, shortened.
    """
    blocks = _paragraphs(text)
    language = options.language
    sentences = find_sentences(text, blocks, language)
    first = next(iter(sentences), None)
    title = short_title(text[first.start : first.end]) if first else "text"
    digest = hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()
    return Document(
        id=document_id(title, text, None),
        title=title,
        text=text,
        blocks=blocks,
        sentences=sentences,
        language=language,
        source=Source(path="text", format="text", digest=digest),
        published=options.published,
    )


def _parse(data: bytes, name: str, options: ReadOptions) -> tuple[str, Parsed]:
    """Format and drafts. Raises SourceError for what cannot be read."""
    limit = options.limits.file_bytes
    if len(data) > limit:
        raise SourceError(too_big(limit))
    reader = choose(name, data)
    if reader is not None and reader.magic:
        return reader.format, reader.read(File(name=name, data=data), options)
    decoded = decode(data)
    if not decoded.text.strip():
        raise SourceError("empty: it holds no text; leave it out")
    reader = reader or sniff(decoded.text)
    language = detect_language(_MARKUP.sub(" ", decoded.text[:SAMPLE]), options.language)
    options = replace(options, detected=None if language == UNKNOWN else language)
    parsed = reader.read(File(name=name, data=data, text=decoded.text), options)
    return reader.format, Parsed(drafts=parsed.drafts, notes=(*decoded.notes, *parsed.notes))


def too_big(limit: int) -> str:
    """The reason and the remedy for a file over the limit."""
    remedy = "split it, or raise file_bytes under [limits] in briefgen.toml"
    return f"bigger than {limit:,} bytes; {remedy}"


def _document(
    draft: Draft, source: Source, options: ReadOptions
) -> tuple[Document, tuple[str, ...]]:
    """A draft as a document, and one sentence for each date that was outvoted or contradicted."""
    words = "\n".join(piece.text for piece in draft.pieces)
    language = normal_code(draft.language) or detect_language(
        f"{draft.title or ''}\n{words}", options.language
    )
    claims = (*draft.claims, *url_claim(draft.url, options.zone))
    if options.published is not None:
        given = options.published
        option = Claim(basis=Basis.OPTION, why=given.why, interval=given.interval, scope=Scope.FILE)
        claims = (*claims, option)
    dating, outvoted = settle(claims, options.zone, tuple(dict.fromkeys((language, "en"))))
    document = assemble(draft, source, language, dating)
    return document, (*outvoted, *contradictions(dating, document.bounds))


def _paragraphs(text: str) -> tuple[Block, ...]:
    """The stretches of a text between blank lines, without the white space around them."""
    blocks = []
    start: int | None = None
    end = offset = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            lead = len(line) - len(line.lstrip())
            start = offset + lead if start is None else start
            end = offset + lead + len(bare)
        elif start is not None:
            blocks.append(Block(start=start, end=end, kind=BlockKind.PARAGRAPH))
            start = None
        offset += len(line)
    if start is not None:
        blocks.append(Block(start=start, end=end, kind=BlockKind.PARAGRAPH))
    return tuple(blocks)


def _notice(name: str, message: str) -> Notice:
    return Notice(stage="read", message=f"{name}: {message}", document=name)
