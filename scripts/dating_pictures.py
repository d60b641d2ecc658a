"""Invented sentences → docs/pictures/dating-*.svg: what briefgen makes of their dates, drawn.

Bars and reasons come from `briefgen.dates`, so a picture shows what the code does; a test makes
them again and compares.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path

from briefgen import library
from briefgen.model import Mention

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
WIDTH, LEFT, RIGHT, TOP, ROW = 860, 190, 24, 92, 44
INK, SOFT, BLUE, RED = "#1d2430", "#68707c", "#1f5f99", "#a3352b"
DAY = timedelta(days=1)
LOOK = (
    'role="img" aria-labelledby="t d" font-family="Source Sans 3, Segoe UI, Helvetica, sans-serif"'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One picture."""

    name: str
    title: str
    text: str
    published: str
    first: str
    """Day on which the axis begins."""
    days: int
    counted_from: Mapping[str, str]
    """Expression → the expression that it is counted from; left out: the article's date."""


LESSONS = (
    Lesson(
        name="dating-direction",
        title="The verb decides the direction",
        text="Four ships left port on Tuesday, the harbour board said. "
        "The pilots will meet on Friday. Lamps went out overnight.",
        published="2031-03-13",
        first="2031-03-09",
        days=9,
        counted_from={},
    ),
    Lesson(
        name="dating-anchors",
        title="A word is counted from where it was said",
        text="“We sail tomorrow,” the captain told reporters on Monday. "
        "He returned two days later. The owners had a meeting last Friday.",
        published="2031-03-13",
        first="2031-03-06",
        days=10,
        counted_from={"tomorrow": "Monday", "two days later": "Monday"},
    ),
    Lesson(
        name="dating-precision",
        title="An imprecise date stays imprecise",
        text="The strike began in late February. Ferries have been idle since 3 March. "
        "The board will decide in April. The dues must be paid by 24 April. "
        "The two sides met on Wednesday.",
        published="2031-03-13",
        first="2031-02-16",
        days=77,
        counted_from={},
    ),
)


def drawn(lesson: Lesson) -> str:
    """The picture of a lesson as SVG."""
    mentions = library.dates(
        lesson.text, library.load_project(), published=lesson.published, language="en"
    )
    height = TOP + ROW * len(mentions) + 18
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" {LOOK}>',
            f'<title id="t">{escape(lesson.title)}</title>',
            f'<desc id="d">{escape(" ".join(mention.why for mention in mentions))}</desc>',
            f'<rect width="{WIDTH}" height="{height}" rx="6" fill="#fbfaf7"/>',
            text(24, 30, lesson.title, size=18, weight=600),
            *axis(lesson, height),
            *(part for n, m in enumerate(mentions) for part in row(lesson, mentions, n, m)),
            "</svg>\n",
        )
    )


def axis(lesson: Lesson, height: int) -> Iterator[str]:
    """Days, or months where there are many, and the article's own day."""
    for number in range(lesson.days):
        day = moment(lesson.first) + number * DAY
        if lesson.days > 16 and day.day not in {1, 15}:
            continue
        x = place(lesson, day)
        yield f'<path d="M{x:.1f} 62V{height - 12}" stroke="#ddd8cc"/>'
        label = f"{day.day} {day:%b}" if lesson.days > 16 else f"{day:%a} {day.day}"
        yield text(x + 3, 72, label, size=12, fill=SOFT)
    day = moment(lesson.published)
    x, width = place(lesson, day), place(lesson, day + DAY) - place(lesson, day)
    yield (
        f'<rect x="{x:.1f}" y="50" width="{width:.1f}" height="{height - 62}" '
        f'fill="{RED}" opacity="0.12"/>'
    )
    yield text(x + width / 2, 46, "the article’s date", size=12, fill=RED, anchor="middle")


def row(
    lesson: Lesson, mentions: tuple[Mention, ...], number: int, mention: Mention
) -> Iterator[str]:
    """The words, where they were counted from, and the stretch that they mean."""
    assert mention.interval is not None
    y = TOP + ROW * number
    first = lesson.first if mention.interval.start is None else mention.interval.start.isoformat()
    last = moment(lesson.first) + lesson.days * DAY
    start, end = moment(first), mention.interval.end or last
    x0, x1 = place(lesson, start), place(lesson, end)
    said = mention.text if str(mention.relation) == "at" else f"{mention.relation} {mention.text}"
    yield text(24, y + 19, f"“{said}”", size=15)
    yield text(24, y + 34, f"from: {mention.anchor}", size=11, fill=SOFT)
    base = next((m for m in mentions if m.text == lesson.counted_from.get(mention.text)), None)
    origin = moment(lesson.published)
    if base is not None:
        assert base.interval is not None
        assert base.interval.start is not None
        origin = base.interval.start
    xo = place(lesson, origin + DAY / 2)
    middle = (x0 + x1) / 2
    if abs(xo - middle) > 8 and mention.interval.bounded:
        bend = f"M{xo:.1f} {y + 4}Q{(xo + middle) / 2:.1f} {y - 9} {middle:.1f} {y + 5}"
        yield f'<path d="{bend}" fill="none" stroke="{SOFT}" stroke-dasharray="3 3"/>'
        yield f'<circle cx="{xo:.1f}" cy="{y + 4}" r="3" fill="{SOFT}"/>'
    fade = 0.5 if mention.interval.approximate else 0.9
    yield (
        f'<rect x="{x0:.1f}" y="{y + 9}" width="{x1 - x0:.1f}" height="16" rx="3" fill="{BLUE}" '
        f'opacity="{fade}"/>'
    )
    if mention.interval.start is None:
        yield f'<path d="M{x0:.1f} {y + 9}l-10 8 10 8z" fill="{BLUE}" opacity="{fade}"/>'
    if mention.interval.end is None:
        yield f'<path d="M{x1:.1f} {y + 9}l10 8-10 8z" fill="{BLUE}" opacity="{fade}"/>'
    means = mention.why.partition("→ ")[2].partition(":")[0]
    if x1 - x0 > 190:
        yield text((x0 + x1) / 2, y + 22, means, size=13, fill="#ffffff", anchor="middle")
    elif x1 + 14 < WIDTH - 190:
        yield text(x1 + 14, y + 22, means, size=13)
    else:
        yield text(x0 - 14, y + 22, means, size=13, anchor="end")


def moment(day: str) -> datetime:
    found = datetime.fromisoformat(day)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def place(lesson: Lesson, when: datetime) -> float:
    part = (when - moment(lesson.first)) / (lesson.days * DAY)
    return LEFT + min(max(part, 0.0), 1.0) * (WIDTH - LEFT - RIGHT)


def text(
    x: float, y: float, words: str, *, size: int, fill: str = INK, weight: int = 400,
    anchor: str = "start",
) -> str:  # fmt: skip
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" fill="{fill}" '
        f'text-anchor="{anchor}">{escape(words)}</text>'
    )


def pictures() -> Mapping[str, str]:
    """File name → SVG."""
    return {f"{lesson.name}.svg": drawn(lesson) for lesson in LESSONS}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, picture in pictures().items():
        (FOLDER / name).write_text(picture, "utf-8")
    sys.exit(0)
