"""One source's bytes → Documents: decode, read, hear the sidecar, date, lay out. Pure."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen.errors import SourceError
from briefgen.knowledge.language import UNKNOWN, detect_language, normal_code
from briefgen.model import Basis, Block, BlockKind, Document, Notice, Source
from briefgen.readers.dated.dating import contradictions, settle, url_claim
from briefgen.readers.drafts.assemble import assemble, document_id, find_sentences, short_title
from briefgen.readers.drafts.heard import heard, in_language
from briefgen.readers.raw.decode import decode, tidy
from briefgen.readers.registry import READERS, choose, sniff
from briefgen.readers.shapes import Claim, Draft, File, Parsed, Part, Reading, ReadOptions, Scope
from briefgen.readers.sidecar import Sidecar, apply_sidecar, parse_sidecar

__all__ = ["read_bytes", "text_document", "too_big"]

DEPTH = 4
"""How deep files may stand within files: a page in an archive in a letter in an archive."""


NAMED = 3
"""Documents of one doubt that are named in its notice; more are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A draft, and where it was found."""

    draft: Draft
    path: str
    format: str
    digest: str


@dataclass(slots=True, kw_only=True)
class _Left:
    """How much more one source may unpack to: counted down while it is read."""

    files: int
    size: int
    """Bytes."""

    def take(self, part: Part, depth: int) -> None:
        """Count one file within. Raises SourceError where a bound is passed."""
        if depth == 0:
            raise SourceError(f"files within files, more than {DEPTH} deep; unpack it")
        self.files -= 1
        self.size -= len(part.data)
        if self.files < 0:
            remedy = "raise files under [limits] in briefgen.toml"
            raise SourceError(f"holds too many files, the rest is left out; split it, or {remedy}")
        if self.size < 0:
            remedy = "raise unpacked_bytes under [limits] in briefgen.toml"
            raise SourceError(f"unpacks to too much, the rest is left out; split it, or {remedy}")


def read_bytes(
    data: bytes, name: str, options: ReadOptions, *, sidecar: Sidecar | None = None
) -> Reading:
    """The documents in one file's bytes; what cannot be read becomes a notice.

    Files within it are read too, each under its container's name: ``week.zip!mon/page.html``.
    """
    found: list[_Found] = []
    notices: list[Notice] = []
    left = _Left(files=options.limits.files, size=options.limits.unpacked_bytes)
    for item in _open(Part(name=name, data=data), name, options, left, DEPTH):
        if isinstance(item, Notice):
            notices.append(item)
        else:
            found.append(item)
    if sidecar is not None:
        found, wrong = _apply(sidecar, found, options)
        notices.extend(_notice(name, note) for note in wrong)
    documents = []
    doubted: dict[tuple[str, str], list[str]] = {}
    positions: Counter[str] = Counter()
    for item in found:
        positions[item.path] += 1
        source = Source(
            path=item.path,
            position=positions[item.path],
            format=item.format,
            digest=item.digest,
            publisher=item.draft.publisher,
            url=item.draft.url,
            retrieved=item.draft.retrieved,
        )
        document, outvoted, doubt = _document(item.draft, source, options)
        documents.append(document)
        if doubt is not None:
            doubted.setdefault((item.path, doubt), []).append(document.title)
        notices.extend(
            Notice(
                stage="read",
                message=f'{item.path}: "{document.title}" {said}',
                document=document.id,
            )
            for said in outvoted
        )
    notices.extend(
        _notice(path, f"{_named(titles)}: {doubt}") for (path, doubt), titles in doubted.items()
    )
    return Reading(documents=tuple(documents), notices=tuple(notices))


def text_document(text: str, options: ReadOptions) -> Document:
    """Bare text as one document, character for character, so that offsets are the caller's.

    Paragraphs are parted by blank lines; the title is the first sentence, shortened.
    """
    blocks = _paragraphs(text)
    told = detect_language(text, options.language)
    language = options.language if told == UNKNOWN else told
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


def _open(
    part: Part, path: str, options: ReadOptions, left: _Left, depth: int
) -> Iterator[_Found | Notice]:
    """The drafts in a file and in the files within it, and what could not be read."""
    try:
        format_, parsed = _parse(part, options)
    except SourceError as error:
        yield _notice(path, str(error))
        return
    digest = hashlib.sha256(part.data).hexdigest()
    empty = not parsed.notes
    yield from (_notice(path, note) for note in parsed.notes)
    for draft in parsed.drafts:
        empty = False
        yield _Found(draft=_within(draft, part), path=path, format=format_, digest=digest)
    try:
        for inner in parsed.parts:
            empty = False
            if isinstance(inner, str):
                yield _notice(path, inner)
                continue
            inside = f"{path}!{' '.join(tidy(inner.name).split())}"
            if not (inner.told or inner.format or choose(inner.name, inner.data)):
                yield _notice(inside, "left out: of a kind that is not read")
                continue
            left.take(inner, depth)
            items = _open(inner, inside, options, left, depth - 1)
            yield from items if inner.sidecar is None else _told(items, inner, inside, options)
    except SourceError as error:
        empty = False
        yield _notice(path, str(error))
    if empty:
        yield _notice(path, "empty: it holds no text; leave it out")


def _told(
    items: Iterable[_Found | Notice], part: Part, path: str, options: ReadOptions
) -> Iterator[_Found | Notice]:
    """What was found in a file within a file, as the sidecar beside it says."""
    assert part.sidecar is not None
    name, data = part.sidecar
    sidecar, notes = parse_sidecar(data, name)
    found: list[_Found] = []
    for item in items:
        if isinstance(item, Notice):
            yield item
        else:
            found.append(item)
    if sidecar is not None:
        found, wrong = _apply(sidecar, found, options)
        notes += wrong
    yield from (_notice(path, note) for note in notes)
    yield from found


def _apply(
    sidecar: Sidecar, found: Sequence[_Found], options: ReadOptions
) -> tuple[list[_Found], tuple[str, ...]]:
    """What was found, as the sidecar says, and what is wrong with that."""
    drafts = tuple(item.draft for item in found)
    told, notes = apply_sidecar(drafts, sidecar, options.zone, options.languages)
    return [replace(item, draft=draft) for item, draft in zip(found, told, strict=True)], notes


def _within(draft: Draft, part: Part) -> Draft:
    """A draft with what its container says where it says nothing itself."""
    return replace(
        draft,
        claims=(*draft.claims, *part.claims),
        publisher=draft.publisher or part.publisher,
        url=draft.url or part.url,
        retrieved=draft.retrieved or part.retrieved,
        bounds=(*draft.bounds, *part.bounds),
    )


def _parse(part: Part, options: ReadOptions) -> tuple[str, Parsed]:
    """Format and drafts. Raises SourceError for what cannot be read."""
    limit = options.limits.file_bytes
    if len(part.data) > limit:
        raise SourceError(too_big(limit))
    reader = READERS[part.format] if part.format else choose(part.name, part.data)
    file = File(name=part.name, data=part.data)
    if reader is not None and (reader.magic or reader.binary):
        parsed = reader.read(file, options)
        return parsed.format or reader.format, parsed
    decoded = decode(part.data)
    if not decoded.text.strip():
        raise SourceError("empty: it holds no text; leave it out")
    reader = reader or sniff(decoded.text)
    told = heard(options, decoded.text)
    parsed = reader.read(replace(file, text=decoded.text), told)
    drafts = in_language(parsed.drafts, told, decoded.text)
    notes = (*decoded.notes, *parsed.notes)
    return parsed.format or reader.format, replace(parsed, drafts=drafts, notes=notes)


def too_big(limit: int) -> str:
    """The reason and the remedy for a file over the limit."""
    remedy = "split it, or raise file_bytes under [limits] in briefgen.toml"
    return f"bigger than {limit:,} bytes; {remedy}"


def _named(titles: Sequence[str]) -> str:
    """A few titles by name, more of them counted."""
    told = ", ".join(f'"{title}"' for title in titles[:NAMED])
    more = len(titles) - NAMED
    return f"{told} and {more} more" if more > 0 else told


def _document(
    draft: Draft, source: Source, options: ReadOptions
) -> tuple[Document, tuple[str, ...], str | None]:
    """A draft as a document, what its date outvoted or contradicts, and why it is coarser."""
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
    doubt = None
    if dating is not None:
        told = (dating.interval, dating.why)
        doubt = next((one.doubt for one in claims if (one.interval, one.why) == told), None)
    return document, (*outvoted, *contradictions(dating, document.bounds)), doubt


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
