"""Chronology + the review as it is → the review file to edit: one block an event, plain text.

What the analyst wrote stays as it was written; the rest is written anew on each run. A block that
decides something stays even when its event is gone, at the end, with a line that says so.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefgen.editor.desk import Desk, open_desk
from briefgen.editor.lines import capital, one_line, shorten
from briefgen.events.review.match import Found, report_key
from briefgen.events.review.rulings import KEYS, NOWHERE
from briefgen.knowledge.project import Project
from briefgen.model import Chronology, Event, to_edtf
from briefgen.model.review import Review

__all__ = ["Sheet", "make_sheet"]

QUOTE = 160
"""Characters of a quote that are shown."""
_BLOCK = re.compile(r"^- *event: *[\"']?([^\s\"'#]+)", re.MULTILINE)
_OURS = re.compile(rf"  #\||  # ({'|'.join(KEYS)}):|  reports:")
"""A line that is written anew."""
_KEY = re.compile(r"  ([a-z]+):")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A review file, written."""

    text: str
    events: int
    """With a block."""
    decided: int
    """Blocks that decide something."""
    lost: int
    """Of these, blocks whose event is not there any more."""


@dataclass(slots=True)
class _Old:
    """What an analyst wrote in a block: the event's id, and the lines that are not ours."""

    event: str
    lines: list[str] = field(default_factory=list)

    @property
    def keys(self) -> set[str]:
        return {m.group(1) for line in self.lines if (m := _KEY.match(line))}


def make_sheet(
    chronology: Chronology, project: Project, *, before: str = "", review: Review | None = None
) -> Sheet:
    """The review file of a chronology, with what the one before it decided.

    ``before`` is the text of that file, ``review`` what it says.
    """
    desk = open_desk(chronology, project)
    events = (*chronology.events, *chronology.undated)
    found = Found((event.id, event.reports) for event in events)
    old = {block.event: block for block in _blocks(before)}
    rulings = {ruling.event: ruling for ruling in review.rulings} if review else {}
    homes: dict[str, _Old] = {}
    astray: list[tuple[_Old, str]] = []
    for identifier, ruling in rulings.items():
        place = found.of(ruling)
        home = events[place].id if place is not None else None
        if home is None:
            astray.append((old[identifier], desk.words.text("review.gone")))
        elif home == identifier or (home not in homes and home not in rulings):
            homes[home] = old[identifier]
        else:
            astray.append((old[identifier], desk.words.text("review.moved", event=home)))
    latest_first = (*reversed(chronology.events), *chronology.undated)
    blocks = (_block(event, homes.get(event.id), desk) for event in latest_first)
    parts = [*_head(desk), *blocks]
    if astray:
        parts.append("# What is decided of events that are no longer told by themselves.")
    parts += [_kept(block, why, rulings[block.event].reports) for block, why in astray]
    return Sheet(
        text="\n\n".join(parts) + "\n",
        events=len(events),
        decided=len(rulings),
        lost=sum(why.endswith("any more") for _, why in astray),
    )


def _blocks(text: str) -> Iterator[_Old]:
    """The blocks of a review file, with the lines in them that an analyst wrote."""
    block: _Old | None = None
    for line in text.replace("\r\n", "\n").split("\n"):
        begun = _BLOCK.match(line)
        if begun:
            if block:
                yield block
            block = _Old(begun.group(1))
        elif line.startswith("#"):
            continue
        elif block and line.strip() and not _OURS.match(line):
            block.lines.append(line)
    if block:
        yield block


def _head(desk: Desk) -> Iterator[str]:
    """What the file is, and what may be written in it."""
    day = desk.chronology.date.isoformat()
    text = desk.words.text
    lines = (
        text("review.title", title=desk.project.title, day=day),
        "",
        *text("review.help", nowhere=NOWHERE).strip().split("\n"),
        "",
        text("review.topics"),
        *(f"  {topic.id:<16} {topic.name}" for topic in desk.project.topics),
        text("review.theaters"),
        *(f"  {theater.id:<16} {theater.name}" for theater in desk.project.theaters),
    )
    yield "\n".join(f"# {_printable(line)}".rstrip() for line in lines)


def _block(event: Event, old: _Old | None, desk: Desk) -> str:
    """An event's block: what is told, what was decided, what may be."""
    theater = desk.theater(event.theater)
    standing = desk.words.text(f"standing_names.{event.standing}")
    facts = (capital(desk.when(event.interval, until=event.lasts)), standing)
    lines = [
        f"- event: {event.id}",
        f"  reports: [{', '.join(report_key(report) for report in event.reports)}]",
        f"  #| {' · '.join(filter(None, (*facts, theater, desk.topic(event.topics))))}",
        f"  #| {_safe(event.headline)}",
    ]
    opens, closes = (desk.words.text(f"template.quote_{side}") for side in ("opens", "closes"))
    for report in event.reports:
        source = desk.documents[report.document].source
        who = source.publisher or source.path
        quote = shorten(report.quote, QUOTE)
        lines.append(f"  #| {report_key(report)} {_safe(f'{who}: {opens}{quote}{closes}')}")
    lines += old.lines if old else []
    decided = old.keys if old else set()
    lines += [
        f"  # {key}: {value}".rstrip() for key, value in _now(event).items() if key not in decided
    ]
    return "\n".join(lines)


def _now(event: Event) -> Mapping[str, str]:
    """Each key with what holds now, ready to be changed."""
    values = dict.fromkeys(KEYS, "")
    values |= {
        "headline": _safe(json.dumps(one_line(event.headline), ensure_ascii=False)),
        "date": to_edtf(event.interval) if event.interval else "",
        "status": event.status.value,
        "topics": f"[{', '.join(event.topics)}]",
        "theater": event.theater or NOWHERE,
    }
    return values


def _kept(block: _Old, why: str, reports: Sequence[str]) -> str:
    lines = [f"- event: {block.event}", f"  reports: [{', '.join(reports)}]", f"  #| {why}"]
    return "\n".join([*lines, *block.lines])


def _safe(text: str) -> str:
    """One line that may stand in a comment: no break, no character that YAML forbids."""
    return _printable(one_line(text))


def _printable(line: str) -> str:
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)
