"""Stories of a page → Drafts: each without its clock and byline, dated by itself or by the page."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from briefgen.model import Basis, BlockKind
from briefgen.readers.chrome import plain
from briefgen.readers.dated.datelines import day_within, read_byline
from briefgen.readers.dated.stamps import PageDate, date_entries, read_stamp
from briefgen.readers.drafts.pieces import article_pieces
from briefgen.readers.html.dates import page_claims
from briefgen.readers.html.facts import Facts
from briefgen.readers.html.margins import captions_in
from briefgen.readers.html.markup import walk_pieces
from briefgen.readers.html.standfirst import find_deck, with_standfirst
from briefgen.readers.html.stories import ASIDE, FRAME, HEADLINES, Story
from briefgen.readers.html.tree import is_hidden
from briefgen.readers.pages.article import FRAME_LEAST, FRAME_LINES, FRAME_SHARE, FRAME_WORDS
from briefgen.readers.pages.habits import unnumbered
from briefgen.readers.shapes import Claim, Draft, Piece, ReadOptions, Scope

__all__ = ["story_drafts"]

OVER_TITLE = 3
"""Pieces over a story's title, or from its top, that may be its kicker, clock or byline."""
HEAD_WORDS = 12
"""Words above which a piece is no line of an author and a date."""
LAST_CHANGE = "its page tells its last change"
LEAD_WORDS = 6
"""Words of a sentence of a page's lead, at least."""
STOPS = (".", "!", "?", "…")
NAME_WORDS = 3
"""Words of a poster's name before a date."""
BEGUN = frozenset({Basis.JSON_LD, Basis.META})
"""What tells when a page was begun."""


def story_drafts(
    stories: Sequence[Story], root: Any, facts: Facts, options: ReadOptions
) -> tuple[Draft, ...]:
    """Each of several articles of a page; the page dates those that have clocks, or no date."""
    page = _page_date(root, stories, options)
    clocks = [story.stamp for story in stories if story.stamp is not None]
    moments = iter(
        date_entries(clocks, page, options.zone, options.languages)
        if page is not None
        else [None] * len(clocks)
    )
    own = any(story.claims for story in stories) or bool(clocks)
    drafts = []
    for story in stories:
        claims: tuple[Claim, ...] = ()
        moment = next(moments) if story.stamp is not None else None
        if moment is not None and page is not None and story.stamp is not None:
            why = f'its entry says "{story.stamp.said}", and {page.why}'
            claims = (Claim(basis=Basis.CLOCK, why=why, interval=moment),)
        elif page is not None and not own and not page.first:
            why = f"{page.why}, and it has no date of its own"
            claims = (Claim(basis=Basis.BYLINE, why=why, interval=page.interval, scope=Scope.FILE),)
        drafts.append(_story(story, claims, facts, options))
    told = _without_frame([draft for draft in drafts if draft.pieces])
    return (*_opening(stories[0], root, page, facts, options), *told)


def _opening(
    first: Story, root: Any, page: PageDate | None, facts: Facts, options: ReadOptions
) -> tuple[Draft, ...]:
    """What a page tells between its own title and its first story: the lead of a live page."""
    within = set(first.element.iterancestors())
    title: str | None = None
    pieces: list[Piece] = []
    for element in root.iter("h1", "p", "li", first.element.tag):
        if element is first.element:
            break
        if element.tag == "h1":
            title, pieces = " ".join("".join(element.itertext()).split()), []
        elif element.tag in {"p", "li"} and title and not _is_framed(element, within):
            pieces.extend(_sentences(element))
    kept, _, _ = article_pieces(pieces, title, options)
    if not kept or title is None:
        return ()
    claims: tuple[Claim, ...] = ()
    if page is not None and page.first:
        declared = page_claims(root, options.zone, options.languages)
        claims = tuple(claim for claim in declared if claim.basis in BEGUN)
    elif page is not None and page.why != LAST_CHANGE:
        claims = (Claim(basis=Basis.BYLINE, why=page.why, interval=page.interval),)
    return (
        Draft(
            title=title,
            pieces=kept,
            claims=claims,
            publisher=facts.publisher,
            url=facts.url,
            language=facts.language,
        ),
    )


def _is_framed(element: Any, within: Collection[Any]) -> bool:
    """Whether something that holds no story, and no text of the page, holds an element."""
    for parent in element.iterancestors():
        if parent in within:
            return False
        about = f"{parent.get('class') or ''} {parent.get('id') or ''}"
        if parent.tag in FRAME or is_hidden(parent) or ASIDE.search(about):
            return True
    return False


def _sentences(element: Any) -> list[Piece]:
    """The paragraphs of an element that are sentences of some length."""
    return [
        piece
        for piece in walk_pieces(element)
        if len(piece.text.split()) >= LEAD_WORDS and piece.text.rstrip("\"'”’»)").endswith(STOPS)
    ]


def _without_frame(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts without the short pieces that end most of them: buttons, labels, credits."""
    if len(drafts) < FRAME_LEAST:
        return tuple(drafts)
    counts = Counter(told for draft in drafts for told in {*map(_told, _ends(draft))})
    frame = {told for told, count in counts.items() if count >= FRAME_SHARE * len(drafts)}
    return tuple(
        replace(
            draft,
            pieces=tuple(
                piece
                for piece in draft.pieces
                if not (piece in _ends(draft) and _told(piece) in frame)
            ),
        )
        for draft in drafts
    )


def _ends(draft: Draft) -> tuple[Piece, ...]:
    """The last pieces of a story that are short enough for a frame; never its only one."""
    last = draft.pieces[1:][-FRAME_LINES:]
    return tuple(piece for piece in last if len(piece.text.split()) <= FRAME_WORDS)


def _told(piece: Piece) -> str:
    return unnumbered(plain(piece.text))


def _story(story: Story, claims: tuple[Claim, ...], facts: Facts, options: ReadOptions) -> Draft:
    """One of several articles of a page; the page's own date is not its."""
    pieces, heard, beside = article_pieces(_pieces(story, options), story.title, options)
    link = next(
        (
            anchor.get("href")
            for heading in story.element.iter(*HEADLINES)
            for anchor in heading.iter("a")
            if (anchor.get("href") or "").startswith(("http://", "https://"))
        ),
        facts.url,
    )
    return Draft(
        title=story.title,
        pieces=with_standfirst(pieces, find_deck(story.element)),
        margins=(*captions_in(story.element), *beside),
        claims=(*story.claims, *claims, *heard),
        publisher=facts.publisher,
        url=link,
        language=facts.language,
    )


def _pieces(story: Story, options: ReadOptions) -> tuple[Piece, ...]:
    """The pieces of a story without its clock, its kicker, and the line of its author and date."""
    pieces = list(walk_pieces(story.element))
    if (
        story.element.tag in ("li", "tr", "dd")
        and next(story.element.iter("ul", "ol"), None) is None
    ):
        pieces = [
            replace(piece, kind=BlockKind.PARAGRAPH) if piece.kind is BlockKind.ITEM else piece
            for piece in pieces
        ]
    heading = (
        next((i for i, piece in enumerate(pieces) if piece.kind is BlockKind.HEADING), 0)
        if story.title
        else 0
    )
    above = pieces[:heading] if heading <= OVER_TITLE else []
    top = [piece for piece in pieces[len(above) :][:OVER_TITLE] if _is_head(piece, story, options)]
    bylines = (
        piece
        for piece in above
        if read_byline(piece.text, options.zone, options.languages) is not None
    )
    return (*bylines, *(piece for piece in pieces[len(above) :] if piece not in top))


def _is_head(piece: Piece, story: Story, options: ReadOptions) -> bool:
    """Whether a piece at a story's top is its clock, or an author's name before a date."""
    if story.stamp is not None and piece.text == story.stamp.said:
        return True
    if read_stamp(piece.text) is not None:
        return True
    words = piece.text.split()
    if not story.claims or len(words) > HEAD_WORDS:
        return False
    return any(
        read_byline(" ".join(words[lead:]), options.zone, options.languages) is not None
        for lead in range(min(NAME_WORDS, len(words)) + 1)
    )


def _page_date(root: Any, stories: Sequence[Story], options: ReadOptions) -> PageDate | None:
    """The date that a page of stories states of itself, in its head or over its first story."""
    zone, languages = options.zone, options.languages
    first = stories[0].element
    over = set(first.iterancestors())
    changed = None
    shown: PageDate | None = None
    for element in root.iter("h1", "h2", "p", "div", "span", "td", "time"):
        if element is first:
            break
        if element in over:
            continue
        said = " ".join("".join(element.itertext()).split())
        byline = read_byline(said, zone, languages) if said else None
        day = byline.interval if byline is not None else None
        if byline is None and element.tag in {"h1", "h2"}:
            day = day_within(said, zone, languages)
        changed = changed or (byline.changed if byline is not None else None)
        if day is not None and shown is None:
            shown = PageDate(interval=day, why=f'the head of its page says "{said}"')
    declared = [claim for claim in page_claims(root, zone, languages) if claim.basis in BEGUN]
    for claim in declared:
        if claim.interval is not None:
            why = claim.why.replace("its ", "its page's ", 1)
            return PageDate(interval=claim.interval, why=why, first=True, changed=changed)
    if shown is None and changed is not None:
        return PageDate(interval=changed, why=LAST_CHANGE, changed=changed)
    return replace(shown, changed=changed) if shown is not None else None
