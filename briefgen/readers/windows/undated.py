"""All that was read → the same, with windows for undated documents that their clues bound.

The clues are a document's own words, what dated documents of the same reading tell alike, and its
place on a page whose other articles stand in the order of their dates.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta, tzinfo
from itertools import pairwise

from briefgen.model import Basis, BlockKind, Document, Grain, Notice, to_edtf
from briefgen.readers.shapes import ReadOptions
from briefgen.readers.windows.inference import WIDEST, Inference, infer
from briefgen.readers.windows.same_facts import FactIndex
from briefgen.readers.windows.spans import Clue, chosen, hull_of, within

__all__ = ["date_undated"]

ORDERED_LEAST = 3
"""Dated articles of a page, before their order tells anything."""


def date_undated(
    documents: Sequence[Document], options: ReadOptions
) -> tuple[tuple[Document, ...], tuple[Notice, ...]]:
    """The documents in the same order, and a notice for each that a window was told for."""
    if all(document.published is not None for document in documents):
        return tuple(documents), ()
    index = FactIndex(documents, options.zone)
    placed = _placed(documents, options.zone)
    found: dict[int, Inference] = {}
    for number, document in enumerate(documents):
        if document.published is None and not _is_notes(document):
            others = (*index.clues(document), *placed.get(document.id, ()))
            found[number] = infer(
                document, options.zone, milestones=options.milestones, others=others
            )
    made = [
        replace(document, published=found[number].dating) if number in found else document
        for number, document in enumerate(documents)
    ]
    beside = _beside(made, options.zone)
    notices: list[Notice] = []
    for number, inference in found.items():
        document = documents[number]
        picked = _chosen(inference, beside.get(document.source.path), options.zone)
        made[number] = replace(document, published=picked.dating)
        notices.extend(_notice(document, picked))
    return tuple(made), tuple(notices)


def _chosen(found: Inference, beside: Clue | None, zone: tzinfo) -> Inference:
    """Of several stretches of days that fit a document, the one that its page's others fit."""
    if beside is None or found.dating is not None or len(found.spans) < 2:
        return found
    fits = chosen(found.spans, beside.spans)
    if len(fits) != 1:
        return found
    window = hull_of(fits, zone)
    return Inference(window=window, why=f"{found.why}; {beside.why}", sure=False, spans=fits)


def _beside(documents: Sequence[Document], zone: tzinfo) -> dict[str, Clue]:
    """Page → the days around which its articles are, where enough of them are close together."""
    pages: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for document in documents:
        interval = document.published.interval if document.published is not None else None
        if interval is not None and interval.start is not None and interval.end is not None:
            first = interval.start.astimezone(zone).date().toordinal()
            last = (interval.end - timedelta(seconds=1)).astimezone(zone).date().toordinal()
            if last - first <= WIDEST.days:
                pages[document.source.path].append((first, last))
    clues = {}
    for path, spans in pages.items():
        first, last = min(spans)[0], max(last for _, last in spans)
        if len(spans) >= ORDERED_LEAST and last - first <= WIDEST.days:
            told = f"{date.fromordinal(first):%Y-%m-%d}/{date.fromordinal(last):%Y-%m-%d}"
            why = f"{len(spans)} other articles of its page are of {told}"
            around = (first - WIDEST.days, last + WIDEST.days)
            clues[path] = Clue(spans=(around,), why=why, sure=False)
    return clues


def _notice(document: Document, found: Inference) -> tuple[Notice, ...]:
    """What was inferred, and from what; nothing where nothing was."""
    source = document.source
    where = f"{source.path}, article {source.position}: “{document.title}” carries no date"
    if found.contradicted:
        message = f"{where}; its own words contradict each other on it, so nothing is inferred"
    elif found.window is None:
        return ()
    elif found.dating is not None:
        sure = "" if found.sure else ", most likely and not for sure"
        message = f"{where}; inferred: {to_edtf(found.window)}{sure}, because {found.why}"
    else:
        window = to_edtf(found.window)
        message = f"{where}; it is of {window}, because {found.why}: too wide to date it by"
    return (Notice(stage="read", message=message, document=document.id),)


def _placed(documents: Sequence[Document], zone: tzinfo) -> dict[str, tuple[Clue, ...]]:
    """For undated articles of a page in the order of its dates: between which days they stand."""
    pages: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        pages[document.source.path].append(document)
    found: dict[str, tuple[Clue, ...]] = {}
    for page in pages.values():
        page.sort(key=lambda document: document.source.position)
        days = [(i, day) for i, one in enumerate(page) if (day := _day(one, zone)) is not None]
        if len(days) < ORDERED_LEAST or len({day for _, day in days}) < 2:
            continue
        falling = all(later <= earlier for (_, earlier), (_, later) in pairwise(days))
        rising = all(later >= earlier for (_, earlier), (_, later) in pairwise(days))
        if not (falling or rising):
            continue
        for (first, one), (last, other) in pairwise(days):
            low, high = min(one, other), max(one, other)
            order = "newest first" if falling else "oldest first"
            why = (
                f"it stands between articles of {low:%Y-%m-%d} and {high:%Y-%m-%d} "
                f"on a page that is {order}"
            )
            clue = Clue(spans=within([(low, high)]), why=why, sure=False)
            for document in page[first + 1 : last]:
                found[document.id] = (clue,)
    return found


def _day(document: Document, zone: tzinfo) -> date | None:
    dating = document.published
    if dating is None or dating.basis is Basis.INFERRED or dating.interval.grain > Grain.DAY:
        return None
    return dating.interval.start.astimezone(zone).date() if dating.interval.start else None


def _is_notes(document: Document) -> bool:
    """Whether a document is rows that carry their own dates, and no prose beside them."""
    prose = any(block.kind is BlockKind.PARAGRAPH for block in document.blocks)
    return bool(document.rows) and not prose
