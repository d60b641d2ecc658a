"""Markdown → Drafts: an article, several under headings of the first rank, or event notes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from briefgen.errors import SourceError
from briefgen.knowledge.safe_yaml import load_yaml
from briefgen.model import BlockKind
from briefgen.readers.dated.days import title_claim
from briefgen.readers.drafts.nights import through_the_night
from briefgen.readers.drafts.pieces import article_pieces, is_notes, note_pieces
from briefgen.readers.formats.line_ends import parted
from briefgen.readers.formats.nested_lists import reindented, with_days
from briefgen.readers.html.event_tables import take_tables
from briefgen.readers.html.markup import walk_pieces
from briefgen.readers.html.tree import parse_html
from briefgen.readers.pages.text import read_text
from briefgen.readers.shapes import Draft, File, Parsed, Piece, ReadOptions, Scope
from briefgen.readers.tables.field_names import field_name, one_line
from briefgen.readers.tables.notes import field_claim

__all__ = ["looks_like_markdown", "read_markdown"]

LENGTH = 1_000_000
"""Characters of Markdown that are rendered; more is read as plain text, and said so."""
LINE = 20_000
"""The same for one line."""
OPEN = 300
"""Brackets that one paragraph may leave open; their cost grows with the cube."""
OPEN_IN_ALL = 3000

_FRONT = re.compile(
    r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE
)
_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_MARK = re.compile(
    r"^(?:#{1,6} \S|> \S|```|\* \*\*|- \*\*|\[[^\]]+\]\(http)|\]\(https?://", re.MULTILINE
)
_FIRST_RANK = "h1"


def looks_like_markdown(head: str) -> bool:
    """Whether a text without a telling suffix is Markdown: a heading, and another mark."""
    return bool(_FRONT.match(head)) or (
        bool(_HEADING.search(head)) and len(_MARK.findall(head)) >= 2
    )


def read_markdown(file: File, options: ReadOptions) -> Parsed:
    """The articles or notes of a Markdown file, its front matter heard."""
    head, body, notes = _front_matter(file.text)
    if _is_costly(body):
        note = "read as plain text: too long, or too many open brackets, for Markdown"
        parsed = read_text(File(name=file.name, data=file.data, text=body), options)
        return Parsed(drafts=parsed.drafts, notes=(*notes, note, *parsed.notes))
    languages = options.languages
    claims, wrong = field_claim(
        head.get("published"), "its front matter", Scope.FILE, options.zone, languages
    )
    drafts = []
    root = _render(reindented(parted(body, languages)))
    topics = with_days(root, languages)
    heading = next(
        (" ".join("".join(one.itertext()).split()) for one in root.iter(_FIRST_RANK)), None
    )
    rows, told = take_tables(root, file, options, head.get("title") or heading)
    for title, pieces in _articles(root, head.get("title")):
        listed = is_notes(pieces)
        kept, heard, beside = article_pieces(pieces, title, options)
        made = note_pieces(kept, options, title, topics) if listed else kept
        if not made and title is None:
            continue
        drafts.append(
            Draft(
                title=title,
                titled=not listed,
                pieces=made,
                margins=beside,
                claims=(
                    *claims,
                    *heard,
                    *through_the_night(title_claim(title, options.zone, languages), made),
                ),
                publisher=head.get("publisher"),
                url=head.get("url"),
                language=head.get("language"),
            )
        )
    drafts.extend(
        replace(
            draft,
            claims=(*draft.claims, *claims),
            publisher=draft.publisher or head.get("publisher"),
            url=draft.url or head.get("url"),
            language=draft.language or head.get("language"),
        )
        for draft in rows
    )
    drafts = [draft for draft in drafts if draft.pieces] or drafts
    return Parsed(drafts=tuple(drafts), notes=(*notes, *wrong, *told))


def _is_costly(body: str) -> bool:
    """Whether rendering would take longer than anybody waits."""
    if len(body) > LENGTH or any(len(line) > LINE for line in body.split("\n")):
        return True
    left_open = [
        max(part.count("[") - part.count("]("), part.count("<") - part.count(">"))
        for part in body.split("\n\n")
    ]
    return max(left_open) > OPEN or sum(count for count in left_open if count > 9) > OPEN_IN_ALL


def _front_matter(text: str) -> tuple[dict[str, str], str, tuple[str, ...]]:
    """What stands in YAML before the text, the text, and what is wrong."""
    match = _FRONT.match(text)
    if match is None:
        return {}, text, ()
    body = text[match.end() :]
    try:
        raw = load_yaml(match["yaml"])
    except SourceError as error:
        return {}, body, (f"its front matter is left out: {error}",)
    if raw is not None and not isinstance(raw, dict):
        return {}, text, ()
    head: dict[str, str] = {}
    for key, value in (raw or {}).items():
        field, said = field_name("file", key), one_line(value)
        if field and said:
            head.setdefault(field, said)
    return head, body, ()


def _render(body: str) -> Any:
    """The element tree of a Markdown text."""
    import markdown  # noqa: PLC0415 (60 ms, only for Markdown)

    try:
        html = markdown.markdown(body, extensions=["tables", "sane_lists"], output_format="html")
    except RecursionError as error:
        raise SourceError("marks nested too deep for Markdown; save it as .txt") from error
    return parse_html(f"<html><body>{html}</body></html>")


def _articles(root: Any, title: str | None) -> list[tuple[str | None, tuple[Piece, ...]]]:
    """(title, pieces) of each article: parted at headings of the first rank, if there are two."""
    pieces = walk_pieces(root)
    first_rank = [" ".join("".join(one.itertext()).split()) for one in root.iter(_FIRST_RANK)]
    if len(first_rank) >= 2:
        parts = _part(pieces, first_rank)
        if sum(1 for _, part in parts if _has_body(part)) >= 2:
            return parts
    if title is None and pieces and pieces[0].kind is BlockKind.HEADING:
        return [(pieces[0].text, pieces[1:])]
    return [(title, pieces)]


def _part(
    pieces: Sequence[Piece], titles: Sequence[str]
) -> list[tuple[str | None, tuple[Piece, ...]]]:
    waiting = list(titles)
    parts: list[tuple[str | None, list[Piece]]] = []
    for piece in pieces:
        if waiting and piece.kind is BlockKind.HEADING and piece.text == waiting[0]:
            parts.append((waiting.pop(0), []))
        elif parts:
            parts[-1][1].append(piece)
        else:
            parts.append((None, [piece]))
    return [(title, tuple(part)) for title, part in parts]


def _has_body(pieces: Sequence[Piece]) -> bool:
    return any(piece.kind is not BlockKind.HEADING for piece in pieces)
