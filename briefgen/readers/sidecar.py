"""NAME.meta.yaml → Sidecar: what a user says of a file that the file does not say itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from typing import Any

from briefgen.errors import SourceError
from briefgen.knowledge.safe_yaml import NOTHING, load_yaml
from briefgen.model import Basis
from briefgen.readers.chrome import plain
from briefgen.readers.dated.fields import read_date
from briefgen.readers.raw.decode import decode, tidy
from briefgen.readers.shapes import Claim, Draft, Scope

__all__ = ["Entry", "Sidecar", "apply_sidecar", "parse_sidecar"]

FIELDS = ("title", "published", "url", "publisher", "language", "retrieved")
"""Keys of a sidecar that hold one text; `articles` holds a list of tables with the same keys."""
PREFIX_LEAST = 8
"""Characters that a title in a sidecar must have to match as the beginning of a longer one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a sidecar says of one article, or of the file; None where it says nothing."""

    title: str | None = None
    published: str | None = None
    """As written."""
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    retrieved: str | None = None
    """When the copy was made, as written: nothing in it is of later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """What a user says of a file and of the articles in it."""

    name: str
    """As shown to readers."""
    file: Entry = Entry()
    articles: tuple[Entry, ...] = ()


def parse_sidecar(data: bytes, name: str) -> tuple[Sidecar | None, tuple[str, ...]]:
    """The sidecar, and what is wrong with it; None where nothing of it can be used."""
    try:
        raw = load_yaml(decode(data).text)
    except SourceError as error:
        return None, (f"{name} is left out: {error}",)
    if raw is None or raw == "":
        return Sidecar(name=name), (f"{name} is empty",)
    if not isinstance(raw, dict):
        return None, (f"{name} is left out: it must be a table of keys, such as published: …",)
    entry, notes = _entry(raw, name, extra=("articles",))
    listed = raw.get("articles") or []
    if not isinstance(listed, list):
        notes += (f"{name}: articles must be a list, each with title and published",)
        listed = []
    articles: list[Entry] = []
    for number, item in enumerate(listed, 1):
        if not isinstance(item, dict) or not _text(item.get("title")):
            notes += (f"{name}: articles {number} has no title, so it matches nothing",)
            continue
        article, wrong = _entry(item, f"{name}: articles {number}", extra=())
        articles.append(article)
        notes += wrong
    return Sidecar(name=name, file=entry, articles=tuple(articles)), notes


def apply_sidecar(
    drafts: Sequence[Draft], sidecar: Sidecar, zone: tzinfo, languages: tuple[str, ...]
) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    """The drafts with what the sidecar says of them, and what matched nothing or is no date."""
    notes: list[str] = []
    matched: dict[int, Entry] = {}
    titles = [plain(tidy(draft.title or _opening(draft))) for draft in drafts]
    for entry in sidecar.articles:
        spots = _match(plain(tidy(entry.title or "")), titles)
        if len(spots) == 1 and spots[0] not in matched:
            matched[spots[0]] = entry
            continue
        what = "matches no article" if not spots else "matches more than one article"
        what = "matches an article that another entry has" if len(spots) == 1 else what
        notes.append(f'{sidecar.name}: "{entry.title}" {what}; give the title as the page has it')
    file_claim, wrong = _claim(sidecar.file, sidecar.name, Scope.FILE, zone, languages)
    notes.extend(wrong)
    done = []
    for index, draft in enumerate(drafts):
        entry = matched.get(index, Entry())
        claim, wrong = _claim(entry, sidecar.name, Scope.DOCUMENT, zone, languages)
        notes.extend(wrong)
        file = sidecar.file
        own = draft if draft.scope is Scope.ROW else Entry()
        title = file.title if len(drafts) == 1 and index not in matched else None
        fetched, wrong = _retrieved(entry, sidecar, zone, languages)
        notes.extend(wrong)
        done.append(
            replace(
                draft,
                retrieved=fetched or draft.retrieved,
                title=title or draft.title,
                titled=draft.titled and (draft.title is not None or title is None),
                claims=(*claim, *file_claim, *draft.claims),
                publisher=entry.publisher or own.publisher or file.publisher or draft.publisher,
                url=entry.url or own.url or file.url or draft.url,
                language=entry.language or file.language or draft.language,
            )
        )
    return tuple(done), tuple(notes)


def _retrieved(
    entry: Entry, sidecar: Sidecar, zone: tzinfo, languages: tuple[str, ...]
) -> tuple[datetime | None, tuple[str, ...]]:
    """When the copy was made, and what is wrong with what was written of it."""
    text = entry.retrieved or sidecar.file.retrieved
    if text is None:
        return None, ()
    told = read_date(text, zone, languages)
    if told is None or told.start is None or told.end is None:
        return None, (f'{sidecar.name}: retrieved "{text}" is no date; write 2026-03-13T06:00Z',)
    exact = told.end - told.start <= timedelta(minutes=1)
    return told.start if exact else told.end, ()


def _opening(draft: Draft) -> str:
    return draft.pieces[0].text if draft.pieces else ""


def _match(wanted: str, titles: Sequence[str]) -> list[int]:
    """Articles with this title; failing that, those whose title begins so."""
    same = [index for index, title in enumerate(titles) if title == wanted]
    if same or len(wanted) < PREFIX_LEAST:
        return same
    return [index for index, title in enumerate(titles) if title.startswith(wanted)]


def _claim(
    entry: Entry, name: str, scope: Scope, zone: tzinfo, languages: tuple[str, ...]
) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """What an entry says of the date, and what is wrong with that."""
    if entry.published is None:
        return (), ()
    interval = read_date(entry.published, zone, languages)
    if interval is None:
        what = f'{name}: published: "{entry.published}" is no date; write it as 2024-07-18'
        return (), (what,)
    why = f"the sidecar {name} dates " + ("this title" if scope is Scope.DOCUMENT else "this file")
    return (Claim(basis=Basis.SIDECAR, why=why, interval=interval, scope=scope),), ()


def _entry(
    raw: Mapping[Any, Any], place: str, extra: tuple[str, ...]
) -> tuple[Entry, tuple[str, ...]]:
    """One table of a sidecar; unknown keys and wrong kinds are told."""
    notes = []
    for key, value in raw.items():
        if key not in FIELDS and key not in extra:
            known = ", ".join((*FIELDS, *extra))
            notes.append(f"{place}: {key} is not known and left out; known are: {known}")
        elif key in FIELDS and isinstance(value, (dict, list)):
            notes.append(f"{place}: {key} must be one text")
    return Entry(**{key: _text(raw.get(key)) for key in FIELDS}), tuple(notes)


def _text(value: Any) -> str | None:
    """A string that says something, in one line."""
    if not isinstance(value, str) or value.strip() in NOTHING:
        return None
    return " ".join(tidy(value).split())
