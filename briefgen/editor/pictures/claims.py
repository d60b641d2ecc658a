"""Scene → charts of what each claimant says, where their figures differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.editor.attribution import told_by
from briefgen.editor.lines import one_line, shorten
from briefgen.editor.pictures.scene import Scene, Shown
from briefgen.editor.pictures.strip import wrap
from briefgen.model import Quantity, Report
from briefgen.model.picture import Layer, Path, Picture, PictureTable, Text

__all__ = ["draw_claims"]

WIDTH = 680.0
LEFT = 190.0
LONGEST = 250.0
"""Of a bar; its figure stands after it."""
ROW, BAR, HEAD, GAP = 15.0, 9.0, 16.0, 9.0
MOST = 6
"""Questions that are drawn; the table has them all."""
TEXT = 40
"""Characters of a figure's text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A figure, and who gives it."""

    claimant: str
    quantity: Quantity
    as_of: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing counted, on which accounts differ."""

    shown: Shown
    said: tuple[Said, ...]

    @property
    def title(self) -> str:
        """As in ``11 Mar 2026: Two reports of the shots``."""
        entry = self.shown.entry
        return f"{entry.when}: {shorten(entry.headline, 74)}"


def draw_claims(scene: Scene) -> Picture | None:
    """The chart; None where no figures differ."""
    questions = tuple(q for item in scene.shown for q in _questions(item, scene))
    if not questions:
        return None
    y = 0.0
    lanes: list[Text] = []
    values: list[Text] = []
    heads: list[Text] = []
    marks: list[Text] = []
    bars: list[Path] = []
    ranges: list[Path] = []
    rules: list[Path] = []
    for question in questions[:MOST]:
        number = question.shown.number
        rules.append(Path(d=f"M0 {y + 0.5:.1f}H{WIDTH:g}"))
        y += HEAD
        heads.append(Text(x=20, y=round(y - 3.5, 1), text=question.title, entry=number))
        marks.append(Text(x=0, y=round(y - 3.5, 1), text=str(number), entry=number))
        most = max(s.quantity.upper or s.quantity.value for s in question.said) or 1.0
        for said in question.said:
            middle = y + ROW / 2
            first = LEFT + LONGEST * said.quantity.value / most
            last = LEFT + LONGEST * (said.quantity.upper or said.quantity.value) / most
            bars.append(_bar(LEFT, max(first, LEFT + 1.5), middle, number))
            if last > first:
                ranges.append(_bar(first, last, middle, number))
            label = wrap(said.claimant, LEFT - 32, 9.4, 1)[0]
            lanes.append(Text(x=20, y=round(middle + 3.2, 1), text=label))
            text = shorten(said.quantity.text, TEXT)
            x = round(max(last, first) + 6, 1)
            values.append(Text(x=x, y=round(middle + 3.2, 1), text=text))
            y += ROW
        y += GAP
    undrawn = questions[MOST:]
    return Picture(
        shape="claims",
        anchor="claims",
        title=scene.text("claims.title"),
        description=scene.text("claims.description", n=len(questions)),
        legend=(
            scene.text("claims.key"),
            *([scene.text("claims.more", numbers=", ".join(_numbers(undrawn)))] if undrawn else []),
        ),
        width=WIDTH,
        height=round(y - GAP + 2, 1),
        layers=(
            Layer(role="row", shapes=tuple(rules)),
            Layer(role="bar", shapes=tuple(bars)),
            *([Layer(role="range", shapes=tuple(ranges))] if ranges else []),
            Layer(role="index", shapes=tuple(marks)),
            Layer(role="lane", shapes=tuple(heads)),
            Layer(role="axis", shapes=tuple(lanes)),
            Layer(role="value", shapes=tuple(values)),
        ),
        table=_table(questions, scene),
    )


def _bar(left: float, right: float, middle: float, number: int) -> Path:
    top = middle - BAR / 2
    return Path(d=f"M{left:.1f} {top:.1f}H{right:.1f}v{BAR:g}H{left:.1f}z", entry=number)


def _numbers(questions: Sequence[Question]) -> list[str]:
    return list(dict.fromkeys(str(question.shown.number) for question in questions))


def _questions(item: Shown, scene: Scene) -> list[Question]:
    """The differing figures of an entry, each with its value, where all count the same unit."""
    found = []
    for group in item.entry.figures:
        told: list[Said] = []
        for figure in group:
            match = _match(figure.text, item.event.reports)
            if match is None:
                continue
            report, quantity = match
            claimant = figure.claimant or told_by(report, scene.desk)
            told.append(
                Said(
                    claimant=one_line(claimant),
                    quantity=quantity,
                    as_of=as_of(report, scene),
                    sources=figure.sources,
                )
            )
        if len({(s.quantity.value, s.quantity.upper) for s in told}) > 1:
            found.append(Question(shown=item, said=tuple(told)))
    return found


def _match(text: str, reports: Sequence[Report]) -> tuple[Report, Quantity] | None:
    """The report and the quantity that a figure's text came from."""
    return next(((r, q) for r in reports for q in r.quantities if one_line(q.text) == text), None)


def as_of(report: Report, scene: Scene) -> str:
    """When a figure was given: the date of the document that has it."""
    published = scene.desk.documents[report.document].published
    return scene.desk.when(published.interval) if published else scene.desk.when(None)


def _table(questions: Sequence[Question], scene: Scene) -> PictureTable:
    rows, entries = [], []
    for question in questions:
        for said in question.said:
            sources = " ".join(f"[{number}]" for number in said.sources)
            rows.append(
                (
                    said.claimant,
                    one_line(said.quantity.text),
                    said.as_of,
                    sources,
                    str(question.shown.number),
                )
            )
            entries.append((question.shown.number,))
    return PictureTable(
        caption=scene.text("claims.table"),
        columns=(
            scene.text("claimant"),
            scene.text("figure"),
            scene.text("as_of"),
            scene.text("sources"),
            scene.text("entry"),
        ),
        rows=tuple(rows),
        entries=tuple(entries),
    )
